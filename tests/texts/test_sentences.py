"""Fixed sentences in the reader's language, and filling them in."""

import datetime as dt

import pytest

from bot.domain.fixed_sentence import SENTENCES, Filling, Group
from bot.domain.languages import SPOKEN
from bot.domain.slot import Slot
from bot.texts import filling as filling_texts
from bot.texts import sentences as texts
from bot.texts.speaker import speaker_for
from bot.texts.workflow import template
from tests.builders import a_question

TODAY = dt.date(2026, 11, 23)
VALUES = {
    Slot.DATE: "2026-12-03",
    Slot.TIME: "14:30",
    Slot.PLACE: "Markt 1 <b>",
    Slot.PAPER: "identiteitskaart",
    Slot.NUMBER: "+32 470 12 34 56",
    Slot.NAME: "Sara",
    Slot.HOURS: "90",
}


def filled(sentence_id: str) -> Filling:
    sentence = SENTENCES[sentence_id]
    return Filling(sentence, {slot: VALUES[slot] for slot in sentence.slots})


@pytest.mark.parametrize("sentence_id", SENTENCES)
def test_every_sentence_has_a_place_for_each_of_its_values_and_is_translated(sentence_id: str) -> None:
    words = texts.message_id(sentence_id)

    assert [slot for slot in Slot if f"{{{slot}}}" in words] == [
        slot for slot in Slot if slot in SENTENCES[sentence_id].slots
    ]
    assert words in [message.id for message in template("bot")]


@pytest.mark.parametrize("language", SPOKEN)
def test_every_sentence_can_be_said_in_every_language(language: str) -> None:
    speaker = speaker_for(language)

    for sentence_id in SENTENCES:
        said = texts.sentence(speaker, filled(sentence_id))
        assert "{" not in said
        assert "<b>" not in said


def test_dates_and_numbers_are_written_as_the_language_does() -> None:
    assert texts.value_words(speaker_for("nl"), Slot.DATE, "2026-12-03") == "donderdag 3 december 2026"
    assert texts.value_words(speaker_for("fr"), Slot.DATE, "2026-12-03") == "jeudi 3 décembre 2026"
    assert texts.value_words(speaker_for("nl"), Slot.HOURS, "90") == "1,5"
    assert texts.value_words(speaker_for("en"), Slot.HOURS, "720") == "12"


def test_in_a_right_to_left_sentence_a_number_keeps_its_place() -> None:
    said = texts.sentence(speaker_for("ar"), filled("call_me"))

    assert "\u2068+32 470 12 34 56\u2069" in said


def test_a_button_shows_the_sentence_with_its_places_open() -> None:
    assert texts.outline(speaker_for("nl"), "i_call") == "Ik bel je op … om …"


@pytest.mark.parametrize("group", Group)
def test_the_buttons_of_a_group_are_short_enough_to_read(group: Group) -> None:
    rows = filling_texts.choose_sentence(filling_texts.ForQuestion(a_question()), group).buttons

    assert all(len(button.label) <= 70 for row in rows for button in row)


def test_the_begeleider_may_tap_one_of_the_next_ten_days() -> None:
    asked = filling_texts.ask_for(
        filling_texts.ForQuestion(a_question()), Filling(SENTENCES["tell_by"]), Slot.DATE, TODAY
    )

    values = [b.data for row in asked.buttons for b in row if b.data and ":value:" in b.data]
    assert len(values) == 10
    assert values[0] == "f:value:1:date:2026-11-24"


def test_the_preview_is_in_dutch_and_escaped() -> None:
    seen = filling_texts.preview(filling_texts.ForQuestion(a_question()), filled("come"), "Amira", "Arabisch")

    assert "Kom op donderdag 3 december 2026 om 14:30 naar Markt 1 &lt;b&gt;." in seen.text
    assert "Arabisch" in seen.text


@pytest.mark.parametrize("slot", Slot)
def test_what_is_not_understood_is_asked_again(slot: Slot) -> None:
    sentence = next(one for one in SENTENCES.values() if slot in one.slots)
    first = filling_texts.ask_for(filling_texts.ForQuestion(a_question()), Filling(sentence), slot, TODAY)
    again = filling_texts.ask_for(
        filling_texts.ForQuestion(a_question()), Filling(sentence), slot, TODAY, again=True
    )

    assert "⚠️" in again.text
    assert "⚠️" not in first.text
