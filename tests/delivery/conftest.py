"""The stand-in without limits, and phones on it."""

from collections.abc import AsyncIterator, Callable

import pytest

from bot.demo.phone import Phone
from bot.demo.server import Standin
from bot.demo.telegram import Telegram

MakePhone = Callable[[str], Phone]


@pytest.fixture
async def standin() -> AsyncIterator[Standin]:
    async with Standin(Telegram(limits=False)) as running:
        yield running


@pytest.fixture
def phone(standin: Standin) -> MakePhone:
    """Makes a phone for a new person."""

    def make(name: str) -> Phone:
        user = standin.telegram.add_person(name)
        standin.telegram.chats[user["id"]].started = True
        return Phone(standin.telegram, user)

    return make
