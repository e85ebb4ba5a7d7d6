"""Faults a test switches on, as the bot's client meets them."""

import pytest
from telegram import Bot
from telegram.error import NetworkError, RetryAfter

from bot.demo.phone import Phone
from bot.demo.server import Standin


async def test_a_connection_dropped_before_leaves_no_message(
    standin: Standin, bot: Bot, amina: Phone
) -> None:
    standin.telegram.faults.add("drop_before", method="sendMessage")

    with pytest.raises(NetworkError):
        await bot.send_message(amina.id, "lost")

    assert await amina.messages(from_bot=True) == []
    assert await bot.send_message(amina.id, "arrives")


async def test_a_connection_dropped_after_leaves_the_message(
    standin: Standin, bot: Bot, amina: Phone
) -> None:
    standin.telegram.faults.add("drop_after", method="sendMessage")

    with pytest.raises(NetworkError):
        await bot.send_message(amina.id, "arrives, unknown to the bot")

    assert (await amina.last()).text == "arrives, unknown to the bot"


@pytest.mark.parametrize(
    ("kind", "words"), [("error_500", "Internal Server Error"), ("bad_gateway", "Bad Gateway")]
)
async def test_a_broken_server_is_a_network_error(
    standin: Standin, bot: Bot, amina: Phone, kind: str, words: str
) -> None:
    standin.telegram.faults.add(kind, count=1)

    with pytest.raises(NetworkError, match=words):
        await bot.send_message(amina.id, "x")


async def test_a_flood_fault_gives_its_own_waiting_time(standin: Standin, bot: Bot, amina: Phone) -> None:
    standin.telegram.faults.add("flood", retry_after=7, chat_id=amina.id)

    with pytest.raises(RetryAfter, match="0:00:07"):
        await bot.send_message(amina.id, "x")


async def test_a_fault_of_one_method_spares_the_others(standin: Standin, bot: Bot, amina: Phone) -> None:
    standin.telegram.faults.add("error_500", method="sendPhoto", count=None)

    assert await bot.send_message(amina.id, "x")
    assert [call["method"] for call in standin.telegram.calls.of("sendmessage")] == ["sendMessage"]
