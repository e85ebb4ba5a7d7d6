"""The promise: a bot that is killed with -9 under load loses no update and does nothing twice."""

import asyncio
import os
import random
import signal
import sys
from asyncio.subprocess import Process
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.app import open_database
from bot.demo.phone import Phone
from bot.demo.server import Standin
from bot.settings import Settings
from bot.storage.tables import inbox, outbox, question_parts
from tests.end_to_end.conftest import a_phone, link, settings_for

KILLS = int(os.environ.get("KILLS", "6"))
MY_BEGELEIDER = "💬 Mijn begeleider"


@pytest.mark.slow
async def test_killed_at_random_moments_no_update_is_lost_and_no_effect_is_doubled(
    standin: Standin, tmp_path: Path, database_url: str
) -> None:
    settings = settings_for(standin, tmp_path, database_url)
    phones = [a_phone(standin, f"Persoon {number}", "nl") for number in range(8)]
    sofie = a_phone(standin, "Sofie", "nl")
    async with open_database(settings) as database:
        for phone in phones:
            await link(database, newcomer=phone.id, begeleider=sofie.id)

    writing = [asyncio.create_task(_write(phone)) for phone in phones]
    for _ in range(KILLS):
        bot = await _start(settings)
        await asyncio.sleep(random.uniform(1.2, 3.0))
        bot.send_signal(signal.SIGKILL)
        await bot.wait()
    for task in writing:
        task.cancel()
    await asyncio.gather(*writing, return_exceptions=True)
    sent = sum([len(await phone.messages(from_bot=False)) for phone in phones])
    bot = await _start(settings)
    await _until_all_is_said(settings, sent)
    bot.terminate()
    await bot.wait()

    await _nothing_is_lost_or_doubled(settings, phones, sent)


async def _write(phone: Phone) -> None:
    """Commands, which are answered, and questions to the begeleider, which leave something behind."""
    while True:
        for write in (
            lambda: phone.say("/hulp"),
            lambda: phone.say(MY_BEGELEIDER),
            lambda: phone.send_file("voice"),
        ):
            await write()
            await asyncio.sleep(random.uniform(0.1, 1.0))


async def _start(settings: Settings) -> Process:
    """The bot as its own process, from the command line."""
    assert settings.token is not None
    environment = {
        **os.environ,
        "BOT_TOKEN": settings.token.get_secret_value(),
        "BOT_API_URL": settings.api_url,
        "BOT_DATA_DIR": str(settings.data_dir),
        "BOT_DATABASE_URL": settings.database,
    }
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=environment, stderr=asyncio.subprocess.DEVNULL
    )


async def _until_all_is_said(settings: Settings, updates: int) -> None:
    async with open_database(settings) as database:
        for _ in range(600):
            async with database.work(reads_only=True) as work:
                done = select(func.count()).select_from(inbox).where(inbox.c.state == "done")
                ended = (await work.connection.execute(done)).scalar_one()
                if ended >= updates and not await work.outbox.has_waiting():
                    return
            await asyncio.sleep(0.1)
    raise AssertionError(f"{ended} of {updates} updates ended")


async def _nothing_is_lost_or_doubled(settings: Settings, phones: list[Phone], sent: int) -> None:
    async with open_database(settings) as database, database.work(reads_only=True) as work:
        run = work.connection.execute
        states = (await run(select(inbox.c.state, func.count()).group_by(inbox.c.state))).all()
        kept = (await run(select(question_parts.c.message_id))).scalars().all()
        rows = (await run(select(outbox.c.chat_id, outbox.c.message_id, outbox.c.is_again))).all()

    assert [tuple(row) for row in states] == [("done", sent)]
    assert sorted(kept) == sorted([voice for phone in phones for voice in await _voices(phone)])
    known = {(row.chat_id, row.message_id) for row in rows}
    said = [(phone.id, bubble) for phone in phones for bubble in await phone.messages(from_bot=True)]
    unknown = [bubble for chat, bubble in said if (chat, bubble.message_id) not in known]
    assert len(unknown) <= sum(row.is_again for row in rows)
    assert len(said) >= sent


async def _voices(phone: Phone) -> list[int]:
    return [bubble.message_id for bubble in await phone.messages(from_bot=False) if bubble.kind == "voice"]
