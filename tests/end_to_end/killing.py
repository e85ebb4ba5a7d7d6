"""Kills the running bot with -9 under load, again and again, and counts what was lost or doubled."""

import asyncio
import os
import random
import signal
import sys
from asyncio.subprocess import Process
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from bot.app import open_database
from bot.demo.phone import Phone
from bot.demo.server import Standin
from bot.settings import Settings
from bot.storage.tables import inbox, outbox, question_parts
from tests.end_to_end.conftest import a_phone, link, settings_for

MY_BEGELEIDER = "💬 Mijn begeleider"
PEOPLE = 8


@dataclass(frozen=True, kw_only=True)
class Tally:
    """What was found after the last restart."""

    kills: int
    updates: int
    lost: int
    """Updates without an end, or set aside."""
    effects: int
    """Questions that people wrote, each of which leaves one row behind."""
    effects_missing: int
    effects_doubled: int
    said: int
    """Messages that arrived."""
    said_again: int
    """Of these, repetitions of messages that were under way at a kill, or might have been."""
    doubled_otherwise: int


async def kill_under_load(standin: Standin, folder: Path, database_url: str, *, kills: int) -> Tally:
    """Let eight people write without a pause, kill the bot at random moments, and count."""
    settings = settings_for(standin, folder, database_url)
    phones = [a_phone(standin, f"Persoon {number}", "nl") for number in range(PEOPLE)]
    sofie = a_phone(standin, "Sofie", "nl")
    async with open_database(settings) as database:
        for phone in phones:
            await link(database, newcomer=phone.id, begeleider=sofie.id)
    writing = [asyncio.create_task(_write(phone)) for phone in phones]
    for _ in range(kills):
        bot = await start(settings)
        await asyncio.sleep(random.uniform(1.2, 3.0))
        bot.send_signal(signal.SIGKILL)
        await bot.wait()
    for task in writing:
        task.cancel()
    await asyncio.gather(*writing, return_exceptions=True)
    sent = sum([len(await phone.messages(from_bot=False)) for phone in phones])
    bot = await start(settings)
    await _until_all_is_said(settings, sent)
    bot.terminate()
    await bot.wait()
    return await _count(settings, phones, kills=kills, sent=sent)


async def _write(phone: Phone) -> None:
    """Commands, which are answered, and questions to the begeleider, which leave something behind."""
    while True:
        await phone.say("/hulp")
        await asyncio.sleep(random.uniform(0.1, 1.0))
        await phone.say(MY_BEGELEIDER)
        await asyncio.sleep(random.uniform(0.1, 1.0))
        await phone.send_file("voice")
        await asyncio.sleep(random.uniform(0.1, 1.0))


async def start(settings: Settings) -> Process:
    """The bot as its own process, from the command line."""
    assert settings.token is not None
    environment = {
        **os.environ,
        "BOT_TOKEN": settings.token.get_secret_value(),
        "BOT_API_URL": settings.api_url,
        "BOT_DATA_DIR": str(settings.data_dir),
        "BOT_DATABASE_URL": settings.database,
    }
    if settings.photo_keys is not None:
        environment["BOT_PHOTO_KEYS"] = settings.photo_keys.get_secret_value()
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=environment, stderr=asyncio.subprocess.DEVNULL
    )


async def _until_all_is_said(settings: Settings, updates: int) -> None:
    ended = 0
    async with open_database(settings) as database:
        for _ in range(900):
            async with database.work(reads_only=True) as work:
                waiting = select(func.count()).select_from(inbox).where(inbox.c.state != "waiting")
                ended = (await work.connection.execute(waiting)).scalar_one()
                if ended >= updates and not await work.outbox.has_waiting():
                    return
            await asyncio.sleep(0.1)
    raise AssertionError(f"{ended} of {updates} updates ended")


async def _count(settings: Settings, phones: list[Phone], *, kills: int, sent: int) -> Tally:
    async with open_database(settings) as database, database.work(reads_only=True) as work:
        run = work.connection.execute
        done = (
            await run(select(func.count()).select_from(inbox).where(inbox.c.state == "done"))
        ).scalar_one()
        kept = (await run(select(question_parts.c.message_id))).scalars().all()
        rows = (await run(select(outbox.c.chat_id, outbox.c.message_id, outbox.c.is_again))).all()
    voices = [
        bubble.message_id
        for phone in phones
        for bubble in await phone.messages(from_bot=False)
        if bubble.kind == "voice"
    ]
    known = {(row.chat_id, row.message_id) for row in rows}
    said = [
        (phone.id, bubble.message_id) for phone in phones for bubble in await phone.messages(from_bot=True)
    ]
    unknown = sum(one not in known for one in said)
    again = sum(row.is_again for row in rows)
    return Tally(
        kills=kills,
        updates=sent,
        lost=sent - done,
        effects=len(voices),
        effects_missing=max(len(voices) - len(kept), 0),
        effects_doubled=max(len(kept) - len(voices), 0),
        said=len(said),
        said_again=min(unknown, again),
        doubled_otherwise=max(unknown - again, 0),
    )
