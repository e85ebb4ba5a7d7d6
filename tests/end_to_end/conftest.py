"""The whole bot against the stand-in: python-telegram-bot's real client over HTTP, a real database."""

import asyncio
import contextlib
import datetime as dt
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.app import App, open_app
from bot.delivery.limits import UNLIMITED
from bot.demo.phone import Phone
from bot.demo.server import Standin
from bot.demo.telegram import Telegram
from bot.domain.ids import ChatId
from bot.faq.matcher import Matcher
from bot.settings import Settings, read_settings
from bot.storage.database import Database

RunBot = Callable[..., AbstractAsyncContextManager[App]]


@pytest.fixture(scope="session")
def matcher() -> Matcher:
    """The matcher, loaded once."""
    return Matcher.load()


@pytest.fixture
async def standin() -> AsyncIterator[Standin]:
    async with Standin(Telegram(limits=False)) as running:
        yield running


@pytest.fixture
def settings(standin: Standin, tmp_path: Path, database_url: str) -> Settings:
    """The bot's settings, once on each engine."""
    return settings_for(standin, tmp_path, database_url)


@pytest.fixture
def sqlite_settings(standin: Standin, tmp_path: Path, sqlite_url: str) -> Settings:
    """The bot's settings on SQLite, for what does not depend on the engine."""
    return settings_for(standin, tmp_path, sqlite_url)


def settings_for(standin: Standin, folder: Path, database_url: str, **more: object) -> Settings:
    """Settings that point at a stand-in, a folder and a database."""
    return read_settings(
        token=standin.token,
        api_url=standin.page_url.rstrip("/"),
        data_dir=folder,
        database_url=database_url,
        _env_file=None,
        **more,
    )


@pytest.fixture
def run_bot(matcher: Matcher) -> RunBot:
    """Runs the whole bot while a block runs, without waiting for Telegram's pace."""

    @contextlib.asynccontextmanager
    async def run(settings: Settings, standin: Standin) -> AsyncIterator[App]:
        async with open_app(
            settings, clock=standin.telegram.clock, limits=UNLIMITED, load_matcher=lambda: matcher
        ) as app:
            task = asyncio.create_task(app.run())
            try:
                yield app
            finally:
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)

    return run


@dataclass(frozen=True)
class People:
    """Amina, guided by Sofie; and Karim, whom nobody guides yet."""

    amina: Phone
    sofie: Phone
    karim: Phone


async def invited_people(standin: Standin, settings: Settings, *, language: str = "nl") -> People:
    """A newcomer and a begeleider who are linked already, and a newcomer who is not."""
    from bot.app import open_database

    amina, sofie, karim = (
        a_phone(standin, name, code)
        for name, code in (("Amina", language), ("Sofie", "nl"), ("Karim", language))
    )
    async with open_database(settings) as database:
        await link(database, newcomer=amina.id, begeleider=sofie.id, language=language)
    return People(amina, sofie, karim)


def a_phone(standin: Standin, name: str, language: str) -> Phone:
    """The phone of a new person who has opened the bot's chat."""
    user = standin.telegram.add_person(name, language)
    standin.telegram.chats[user["id"]].started = True
    return Phone(standin.telegram, user)


async def link(database: Database, *, newcomer: int, begeleider: int, language: str = "nl") -> None:
    """Put a newcomer in a begeleider's care, with an account for each who has none yet."""
    now = dt.datetime.now(dt.UTC)
    async with database.work() as work:
        guide = await work.accounts.of_chat(ChatId(begeleider))
        if guide is None or guide.begeleider_id is None:
            guide = await work.accounts.add(ChatId(begeleider), name="Sofie", language="nl", at=now)
            await work.people.link_begeleider(await work.people.add_begeleider("Sofie", at=now), guide.id)
        account = await work.accounts.add(ChatId(newcomer), name="Amina", language=language, at=now)
        for one in (guide, account):
            await work.accounts.change(one.id, has_chosen_language=True)
        guide = await work.accounts.get(guide.id)
        assert guide is not None
        assert guide.begeleider_id is not None
        await work.people.link_newcomer(
            await work.people.add_newcomer("Amina", guide.begeleider_id, at=now), account.id
        )
