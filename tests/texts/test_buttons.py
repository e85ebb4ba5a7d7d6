"""What a button carries comes back as it was, and a forged one is an old one."""

from enum import StrEnum

import pytest

from bot.domain.errors import ButtonOld
from bot.texts import buttons


class Colour(StrEnum):
    RED = "red"


def test_what_a_button_carries_comes_back() -> None:
    press = buttons.read(buttons.data(buttons.QUESTION, "topic", 12, Colour.RED))

    assert press.kind == buttons.QUESTION
    assert (press.word(0), press.number(1), press.one_of(2, Colour)) == ("topic", 12, Colour.RED)


@pytest.mark.parametrize("number", ["", "-1", "1.5", "abc", "٣", "9" * 19, "1e3"])
def test_a_forged_number_is_an_old_button(number: str) -> None:
    with pytest.raises(ButtonOld):
        buttons.read(f"q:topic:{number}").number(1)


def test_a_missing_part_is_an_old_button() -> None:
    with pytest.raises(ButtonOld):
        buttons.read("q:topic").word(1)


def test_an_unknown_choice_is_an_old_button() -> None:
    with pytest.raises(ButtonOld):
        buttons.read("q:blue").one_of(0, Colour)


def test_the_message_behind_a_press_is_read_only_where_it_matters() -> None:
    assert buttons.needs_reading(buttons.data(buttons.ASK, "own", "-"))
    assert buttons.needs_reading(buttons.data(buttons.NOT_EMERGENCY, "now"))
    assert buttons.needs_reading(buttons.data(buttons.BEGELEIDER, "bot"))
    assert not buttons.needs_reading(buttons.data(buttons.LANGUAGE, "nl", "s"))
    assert not buttons.needs_reading(buttons.data(buttons.ASK, "no"))
