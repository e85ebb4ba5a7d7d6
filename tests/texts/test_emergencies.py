"""In need, the right lines come at once, as read on a day that is told."""

import re

import pytest

from bot.domain.languages import SPOKEN
from bot.domain.understanding import RedFlag
from bot.texts import emergencies, fit
from bot.texts.speaker import speaker_for
from tests.builders import a_reader

NUMBERS = {
    RedFlag.VIOLENCE: ("112", "101", "1712"),
    RedFlag.SUICIDE: ("1813", "106", "112"),
    RedFlag.STREET: ("112", "106"),
    RedFlag.TRAFFICKING: ("112", "101", "03 201 16 90", "02 511 64 64", "04 232 40 30"),
}


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("red_flag", RedFlag)
def test_the_right_numbers_stand_in_bold_in_every_language(red_flag: RedFlag, language: str) -> None:
    message = emergencies.help_lines(speaker_for(language), red_flag, reader=a_reader())

    plain = re.sub(r"[\u200f\u2068\u2069]", "", message.text)
    assert all(f"<b>{number}</b>" in plain for number in NUMBERS[red_flag])
    assert fit.units(message.text) < fit.MESSAGE_UNITS


def test_the_day_on_which_the_numbers_were_read_is_told() -> None:
    message = emergencies.help_lines(speaker_for("nl"), RedFlag.SUICIDE, reader=a_reader())

    assert "23 november 2026" in message.text


def test_no_bed_is_promised_to_someone_on_the_street() -> None:
    message = emergencies.help_lines(speaker_for("nl"), RedFlag.STREET, reader=a_reader())

    assert "Ik ken geen nummer dat een bed voor je vindt" in message.text


def test_the_begeleider_is_told_only_by_a_tap_and_only_where_there_is_one() -> None:
    with_begeleider = emergencies.help_lines(speaker_for("nl"), RedFlag.VIOLENCE, reader=a_reader())
    alone = emergencies.help_lines(speaker_for("nl"), RedFlag.VIOLENCE, reader=None)

    assert [row[0].data for row in with_begeleider.buttons] == ["ask:emergency", "ne:now"]
    assert [row[0].data for row in alone.buttons] == ["ne:now"]


@pytest.mark.parametrize("red_flag", RedFlag)
def test_no_line_begins_with_a_latin_word_in_arabic(red_flag: RedFlag) -> None:
    message = emergencies.help_lines(speaker_for("ar"), red_flag, reader=a_reader())

    # A line that is not translated yet stands in Dutch as a whole.
    if speaker_for("ar").catalogue.has("Ik bedoel iets anders"):
        for line in message.text.replace("<b>", "").replace("<i>", "").splitlines():
            first_letter = next((character for character in line if character.isalpha()), "ا")
            assert not first_letter.isascii()
