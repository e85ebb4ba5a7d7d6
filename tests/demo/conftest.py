"""The stand-in on a port of its own, the library's real client against it, and people with phones."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack

import pytest
from telegram import Bot

from bot.demo.phone import Phone
from bot.demo.server import Standin
from bot.demo.telegram import Telegram

MakeBot = Callable[[], Awaitable[Bot]]


@pytest.fixture(autouse=True)
def _waiting_times_are_timedeltas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the library warns with every 429, and a warning fails a test."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
async def standin() -> AsyncIterator[Standin]:
    async with Standin(Telegram(limits=False)) as running:
        yield running


@pytest.fixture
async def make_bot(standin: Standin) -> AsyncIterator[MakeBot]:
    async with AsyncExitStack() as stack:

        async def make() -> Bot:
            bot = Bot(standin.token, base_url=standin.api_url, base_file_url=standin.file_url)
            return await stack.enter_async_context(bot)

        yield make


@pytest.fixture
async def bot(make_bot: MakeBot) -> Bot:
    return await make_bot()


@pytest.fixture
async def amina(standin: Standin) -> Phone:
    """Somebody who wrote to the bot; that first message is already acknowledged."""
    phone = Phone(standin.telegram, standin.telegram.add_person("Amina", "ar"))
    await phone.start()
    standin.telegram.updates.clear()
    return phone
