"""The catalogues are whole: nothing is missing, and a mistake of a translator is named."""

import re
import tomllib
from pathlib import Path

import pytest
from babel.dates import get_month_names
from babel.messages.catalog import Catalog

from bot.domain.entry import Entry
from bot.domain.languages import SPOKEN
from bot.faq.entries import load_entries
from bot.texts import answers
from bot.texts.answers import View
from bot.texts.check import problems_in
from bot.texts.speaker import speaker_for
from bot.texts.workflow import TARGETS, check, template
from tests.walk.findings import troubles_in_text

FACTS = tomllib.loads((Path(__file__).parents[1] / "faq" / "source_facts.toml").read_text(encoding="utf-8"))
ENTRIES = load_entries()
DUTCH_MONTHS = {name: number for number, name in get_month_names("wide", locale="nl").items()}
BUTTON = "button: go on."
THREE = {
    "nl": "drie",
    "en": "three",
    "fr": "trois",
    "ar": "ثلاث",
    "uk": "три",
    "ru": "три",
    "tr": "üç",
    "es": "tres",
    "fa": "سه",
    "ps": "درې",
    "so": "saddex",
    "ti": "ሰለስተ",
}
FILLED = "\u20682\u2069"


@pytest.mark.parametrize("language", TARGETS)
def test_every_sentence_is_translated_whole(language: str) -> None:
    assert check([language]) == []


@pytest.mark.parametrize("language", TARGETS)
def test_no_sentence_runs_the_wrong_way_or_is_too_long(language: str) -> None:
    speaker = speaker_for(language)
    said = {
        speaker.catalogue.translate(message.id if isinstance(message.id, str) else message.id[0])
        for domain in ("bot", "faq")
        for message in template(domain)
        if message.id
    }

    filled = [re.sub(r"\{\w+\}", FILLED, text) for text in said]
    assert [trouble for text in filled for trouble in troubles_in_text(text, language)] == []


@pytest.mark.parametrize("language", TARGETS)
def test_no_sentence_was_left_in_dutch(language: str) -> None:
    speaker = speaker_for(language)
    sentences = [
        sentence
        for domain in ("bot", "faq")
        for message in template(domain)
        if message.id
        for sentence in ([message.id] if isinstance(message.id, str) else message.id[:1])
    ]

    same = [one for one in sentences if speaker.catalogue.translate(one) == one]
    words = {one: re.findall(r"[^\W\d_]+", re.sub(r"<[^>]+>|\{\w+\}", "", one)) for one in same}
    assert [one for one, found in words.items() if len(found) > 3] == []


def _answer(entry: Entry, language: str) -> str:
    view = View(entry=entry, language=language, back=language, is_full=True)
    return answers.with_question(speaker_for(language), view)


@pytest.mark.parametrize("language", SPOKEN)
def test_every_figure_and_link_of_the_source_stands_in_the_answers(language: str) -> None:
    months = get_month_names("wide", locale=language)
    missing = []
    for entry in ENTRIES.values():
        facts, text = FACTS[entry.id], _answer(entry, language)
        for figure in facts["figures"]:
            wanted = [figure]
            if figure in DUTCH_MONTHS:
                wanted = [months[DUTCH_MONTHS[figure]][:3]]
            elif figure == "drie maanden":
                wanted = [THREE[language]]
            elif figure.replace(".", "").isdigit():
                wanted = [re.sub(r"\D", "", figure)]
                text = re.sub(r"(?<=\d)[.,\u00a0\u202f ](?=\d{3})", "", text)
            missing += [(entry.id, one) for one in wanted if one.casefold() not in text.casefold()]
    assert missing == []
    view = [View(entry=entry, language=language, back=language, is_full=True) for entry in ENTRIES.values()]
    shown = {
        button.url
        for one in view
        for row in answers.answer(speaker_for(language), one).buttons
        for button in row
    }
    assert {link for facts in FACTS.values() for link in facts["links"]} <= shown


@pytest.mark.parametrize("language", TARGETS)
def test_the_dutch_words_for_the_counter_stand_in_every_answer(language: str) -> None:
    gone = [
        (entry.id, word)
        for entry in ENTRIES.values()
        for word in entry.key_words
        if word not in _answer(entry, language)
    ]

    assert gone == []


def _problems(dutch: str, translation: str, note: str = "") -> list[str]:
    source, catalog = Catalog(), Catalog()
    source.add(dutch, auto_comments=[note])
    catalog.add(dutch, translation)
    return list(problems_in(source, catalog, "fr"))


@pytest.mark.parametrize(
    ("dutch", "translation", "note", "named"),
    [
        ("Dag {name}", "Bonjour", "", "placeholders differ"),
        ("Dag {name}", "Bonjour {nom} {name}", "", "placeholders differ"),
        ("<b>Dag</b>", "<b>Bonjour", "", "tags differ"),
        ("Na 40 uur", "Après 30 heures", "", "figures ['40'] are missing"),
        ("Verder", "C" * 49, BUTTON, "49 characters on a button"),
        ("Verder", "C" * 3501, "", "longer than Telegram takes"),
        ("Verder", "", "", "not translated"),
    ],
)
def test_what_is_wrong_with_a_translation_is_named(
    dutch: str, translation: str, note: str, named: str
) -> None:
    assert [named in problem for problem in _problems(dutch, translation, note)] == [True]


def test_a_dutch_key_word_that_is_gone_is_named() -> None:
    note = "x: short. Dutch key words: bewijs"

    assert _problems("Je bewijs is goed.", "Votre attestation (bewijs) est bonne.", note) == []
    assert "key words ['bewijs'] are gone" in _problems("Je bewijs is goed.", "Votre attestation.", note)[0]


def test_a_good_translation_has_no_problem() -> None:
    assert _problems("Dag {name}, <b>nog 40 uur</b>", "Bonjour {name}, <b>encore 40 heures</b>") == []
