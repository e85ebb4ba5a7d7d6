"""Help lines are those of the page they were read from, and no others."""

from bot.domain.helplines import lines_for
from bot.domain.understanding import RedFlag

KNOWN = {"112", "101", "1712", "1813", "106", "03 201 16 90", "02 511 64 64", "04 232 40 30"}


def test_every_situation_has_lines_and_each_number_is_one_of_the_source() -> None:
    for red_flag in RedFlag:
        numbers = {line.number for line in lines_for(red_flag)}

        assert numbers
        assert numbers <= KNOWN


def test_every_situation_names_the_emergency_number() -> None:
    assert all("112" in {line.number for line in lines_for(red_flag)} for red_flag in RedFlag)
