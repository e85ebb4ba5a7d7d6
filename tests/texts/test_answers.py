"""An answer says its source, fits Telegram, keeps the Dutch at hand, and remembers itself in its buttons."""

import datetime as dt
import re
from html.parser import HTMLParser

import pytest

from bot.domain.entry import Checked, Entry
from bot.domain.ids import EntryId
from bot.domain.languages import SPOKEN
from bot.faq.entries import load_entries
from bot.texts import answers, fit, unsure
from bot.texts.answers import View
from bot.texts.message import Button, Message
from bot.texts.speaker import speaker_for
from tests.builders import a_reader, an_entry

ENTRIES = load_entries()
TAGS = {"b", "i", "a", "blockquote", "code"}


class Visible(HTMLParser):
    """Collects what a reader sees, and refuses what Telegram would refuse."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def visible(text: str) -> str:
    assert not re.search(r"&(?!(amp|lt|gt|quot);)", text)
    parser = Visible()
    parser.feed(text)
    parser.close()
    assert parser.open == []
    return parser.text


def labels(message: Message) -> list[str]:
    return [button.label for row in message.buttons for button in row]


def data(message: Message) -> list[str]:
    return [button.data for row in message.buttons for button in row if button.data]


def a_view(**values: object) -> View:
    given = {"entry": an_entry(), "language": "ar", "back": "ar"}
    return View(**(given | values))  # type: ignore[arg-type]


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("entry", ENTRIES.values(), ids=list(ENTRIES))
def test_every_answer_fits_telegram_in_every_language(entry: Entry, language: str) -> None:
    view = View(entry=entry, language=language, back=language, is_full=True, tells_draft=True)

    message = answers.answer(speaker_for(language), view, other_language="en")

    assert 0 < fit.units(visible(message.text)) <= fit.MESSAGE_UNITS


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=list(ENTRIES))
def test_every_button_of_every_answer_carries_what_fits(entry: Entry) -> None:
    view = View(entry=entry, language="uk", back="uk")

    message = answers.answer(speaker_for("uk"), view, other_language="en")

    assert all(len(carried.encode()) <= 64 for carried in data(message))


def test_an_answer_begins_with_the_answer() -> None:
    entry = an_entry(short="Ja, dat mag.")

    assert answers.text(a_view(entry=entry, language="nl", back="nl")).startswith("Ja, dat mag.")


def test_an_answer_nobody_checked_says_that_rules_may_have_changed() -> None:
    text = answers.text(a_view(language="nl", back="nl"))

    assert "webinar van 13 december 2022. De regels kunnen veranderd zijn." in text


def test_an_answer_somebody_checked_names_them_and_the_day() -> None:
    entry = an_entry(checked=Checked(by="An Peeters", on=dt.date(2027, 2, 1)))

    text = answers.text(a_view(entry=entry, language="nl", back="nl"))

    assert "Nagekeken op 1 februari 2027 door An Peeters." in text
    assert "veranderd" not in text


def test_the_dutch_key_words_stand_in_every_translated_answer() -> None:
    entry = an_entry(key_words=("bewijs van deelname",))

    assert "<b>\u200f\u2068bewijs van deelname\u2069</b>" in answers.text(a_view(entry=entry))
    assert "bewijs van deelname" not in answers.text(a_view(entry=entry, language="nl", back="nl"))


def test_the_short_answer_leaves_the_details_for_more() -> None:
    entry = an_entry(details=("Een detail.",))

    assert "Een detail." not in answers.text(a_view(entry=entry))
    assert "Een detail." in answers.text(a_view(entry=entry, is_full=True))


def test_links_become_buttons_and_lost_ones_are_told() -> None:
    entry = an_entry(links=("https://www.agii.be/a", "https://www.agii.be/b"), links_missing=1)

    message = answers.answer(speaker_for("nl"), a_view(entry=entry, language="nl", back="nl", is_full=True))

    urls = [button for row in message.buttons for button in row if button.url]
    assert [button.label for button in urls] == ["🔗 agii.be (1)", "🔗 agii.be (2)"]
    assert "Die bestaat niet meer" in message.text


def test_a_draft_is_told_only_when_it_is_due_and_never_in_dutch() -> None:
    due = a_view(tells_draft=True)

    assert answers.text(due) != answers.text(a_view())
    assert answers.text(a_view(language="nl", tells_draft=True)) == answers.text(a_view(language="nl"))


def test_the_dutch_is_one_tap_away_and_a_second_tap_goes_back() -> None:
    there = answers.answer(speaker_for("ar"), a_view())
    to_dutch = next(carried for carried in data(there) if ":nl:" in carried)
    assert to_dutch == "a:look:termijn-40-uur:f:nl:ar:10"

    in_dutch = answers.answer(speaker_for("ar"), a_view(language="nl", is_full=True))
    assert data(in_dutch)[0] == "a:look:termijn-40-uur:s:ar:ar:10"
    assert "العربية" in labels(in_dutch)[0]


def test_after_a_thumb_the_question_whether_it_helped_is_gone() -> None:
    before = answers.answer(speaker_for("nl"), a_view())
    after = answers.answer(speaker_for("nl"), a_view(asks_whether_it_helped=False))

    assert {"👍 Dit helpt", "👎 Dit helpt niet"} <= set(labels(before))
    assert not {"👍 Dit helpt", "👎 Dit helpt niet"} & set(labels(after))


def test_a_thumb_down_keeps_the_answer_and_offers_the_begeleider() -> None:
    message = answers.not_helped(speaker_for("nl"), a_view(), reader=a_reader(), nobody="niemand")

    assert answers.text(a_view()) in message.text
    assert data(message) == ["a:ask:termijn-40-uur:s:ar:ar:00", "a:look:termijn-40-uur:s:ar:ar:00"]


def test_without_a_reader_a_thumb_down_offers_nothing_it_cannot_do() -> None:
    message = answers.not_helped(speaker_for("nl"), a_view(), reader=None, nobody="Vraag het elders.")

    assert "Vraag het elders." in message.text
    assert not any(carried.startswith("a:ask") for carried in data(message))


def test_the_other_language_is_offered_in_that_language() -> None:
    message = answers.answer(speaker_for("tr"), a_view(language="tr", back="tr"), other_language="en")

    assert "English" in labels(message)[-1]
    assert data(message)[-1] == "a:look:termijn-40-uur:s:en:en:10"


def test_a_choice_ends_with_none_of_these() -> None:
    message = unsure.choose(speaker_for("nl"), (("spreiding", "Wanneer?"), ("@progress", "Mijn uren")))

    assert labels(message) == ["Wanneer?", "Mijn uren", "Geen van deze"]
    assert data(message) == ["c:spreiding", "c:@progress", "c:-"]


def test_an_entry_without_details_has_no_more_button() -> None:
    message = answers.answer(speaker_for("nl"), a_view(entry=an_entry(details=()), language="nl", back="nl"))

    assert labels(message) == ["👍 Dit helpt", "👎 Dit helpt niet"]


def test_every_choice_of_the_longest_id_fits_a_button() -> None:
    longest = max(ENTRIES, key=len)

    assert Button(label="x", data=f"c:{EntryId(longest)}").data
