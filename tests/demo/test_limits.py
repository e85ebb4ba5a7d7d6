"""Telegram's limits, and how long a bot is told to wait."""

import pytest
from telegram import Bot
from telegram.error import RetryAfter

from bot.demo.clock import Clock
from bot.demo.errors import ApiError
from bot.demo.limits import Limits
from bot.demo.phone import Phone
from bot.demo.server import Standin


class StillClock(Clock):
    """A clock that moves only when told."""

    def __init__(self) -> None:
        super().__init__(speed=0)


def _accepted(limits: Limits, chats: list[int]) -> int:
    passed = 0
    for chat_id in chats:
        try:
            limits.spend(chat_id)
        except ApiError:
            continue
        passed += 1
    return passed


def test_thirty_a_second_over_all() -> None:
    clock = StillClock()
    limits = Limits(clock)

    assert _accepted(limits, list(range(1, 50))) == 30
    clock.advance(0.5)
    assert _accepted(limits, list(range(101, 150))) == 15


def test_one_a_second_to_a_person_after_a_burst_of_three() -> None:
    clock = StillClock()
    limits = Limits(clock)

    assert _accepted(limits, [1] * 5) == 3
    clock.advance(1)
    assert _accepted(limits, [1] * 5) == 1


def test_twenty_a_minute_to_a_group() -> None:
    clock = StillClock()
    limits = Limits(clock)

    assert _accepted(limits, [-1] * 25) == 20
    clock.advance(61)
    assert _accepted(limits, [-1] * 25) == 20


async def test_a_refusal_says_when_to_come_back(standin: Standin, bot: Bot, amina: Phone) -> None:
    standin.telegram.limits.on = True
    for _ in range(3):
        await bot.send_message(amina.id, "x")

    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(amina.id, "x")

    assert refused.value.message.startswith("Flood control exceeded")
    standin.telegram.clock.advance(1)
    assert await bot.send_message(amina.id, "x")
