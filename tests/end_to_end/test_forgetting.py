"""Somebody lives with the bot, is forgotten, and neither database, files nor logs know them any more."""

import asyncio
import contextlib
import logging
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.app import App
from bot.demo.phone import Bubble, Phone
from bot.demo.server import Standin
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.tables import metadata
from tests.end_to_end.conftest import People, RunBot, invited_people

WAIT = 20
WORDS = ("Amina", "zeldzaamvraag", "zeldzaamantwoord", "zeldzaamvervolg", "zeldzaamclub")


async def test_who_is_forgotten_is_in_no_table_no_file_and_no_log(
    standin: Standin,
    settings: Settings,
    run_bot: RunBot,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    caplog.set_level(logging.DEBUG, logger="bot")
    for name in ("httpx", "httpcore", "alembic"):
        caplog.set_level(logging.WARNING, logger=name)
    people = await invited_people(standin, settings)
    async with run_bot(settings, standin) as app:
        await _live(people)
        before = await _holding(app.database, people.amina.id)
        await _forget(people)
        after = await _until_nothing(app.database, people.amina.id)
        await _until_swept(app)
        token = app.settings.need_token()

    assert {"accounts", "newcomers", "question_parts", "outbox"} <= set(before)
    assert after == []
    if app.database.is_sqlite:
        left = _bytes(tmp_path)
        number = people.amina.id
        traces = [*(word.encode() for word in (*WORDS, str(number))), number.to_bytes(6, "big")]
        assert [trace for trace in traces if trace in left] == []
    lines = [logging.Formatter("%(name)s %(message)s").format(record) for record in caplog.records]
    secrets = (*WORDS, str(people.amina.id), str(people.sofie.id), "Sofie", token.partition(":")[2])
    assert [line for line in lines if any(secret in line for secret in secrets)] == []


def _bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("inburgerbot.db*"))


async def _live(people: People) -> None:
    """A question with its answer, a follow-up, a spoken message, hours, an export."""
    amina, sofie = people.amina, people.sofie
    await amina.say("zeldzaamvraag over het weer in Gent")
    await _tap(amina, await _with_button(amina, "ask:own"), "ask:own")
    await _tap(amina, await _with_button(amina, "q:topic"), "q:topic")
    await _with_button(amina, "q:more")
    card = await sofie.wait_for("zeldzaamvraag", timeout=WAIT)
    # Nobody answers before the bot knows that the card arrived.
    await asyncio.sleep(0.5)
    await sofie.say("zeldzaamantwoord", reply_to=card.message_id)
    answer = await amina.wait_for("zeldzaamantwoord", timeout=WAIT)
    await amina.say("zeldzaamvervolg", reply_to=answer.message_id)
    await sofie.wait_for("zeldzaamvervolg", timeout=WAIT)
    await amina.say("gisteren 2 uur zeldzaamclub")
    await amina.wait_for("zeldzaamclub", timeout=WAIT)
    await amina.say("/privacy")
    await _tap(amina, await _with_button(amina, "x:mine"), "x:mine")
    screen = await _with_button(amina, "x:json")
    await _tap(amina, screen, "x:json")
    await amina.wait_for("computer", timeout=WAIT)


async def _forget(people: People) -> None:
    amina = people.amina
    await amina.say("/privacy")
    await _tap(amina, await _with_button(amina, "x:forget"), "x:forget")
    await _tap(amina, await _with_button(amina, "x:erase"), "x:erase")
    await amina.wait_for("Alles over jou is gewist", timeout=WAIT)
    await people.sofie.wait_for("is gewist uit de bot", timeout=WAIT)


def _data(bubble: Bubble) -> list[str]:
    return [str(button.get("callback_data", "")) for button in bubble.buttons]


async def _with_button(phone: Phone, start: str) -> Bubble:
    return await phone.wait_for(lambda b: any(found.startswith(start) for found in _data(b)), timeout=WAIT)


async def _tap(phone: Phone, bubble: Bubble, start: str) -> None:
    await phone.press(next(found for found in _data(bubble) if found.startswith(start)), bubble.message_id)


async def _holding(database: Database, chat_id: int) -> list[str]:
    """The tables that know the chat or one of the words."""
    async with database.work(reads_only=True) as work:
        return [
            table.name
            for table in metadata.sorted_tables
            for row in (await work.connection.execute(select(table))).all()
            if any(word in repr(row) for word in (*WORDS, str(chat_id)))
        ]


async def _until_nothing(database: Database, chat_id: int) -> list[str]:
    """What is left when the last messages about it went out."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(WAIT):
            while await _holding(database, chat_id):
                await asyncio.sleep(0.05)
    return await _holding(database, chat_id)


async def _until_swept(app: App) -> None:
    """No work is left that cleans up."""
    async with asyncio.timeout(WAIT):
        while await _is_sweeping(app.database):
            await asyncio.sleep(0.05)


async def _is_sweeping(database: Database) -> bool:
    async with database.work(reads_only=True) as work:
        jobs = metadata.tables["jobs"]
        rows = await work.connection.execute(select(jobs.c.kind).where(jobs.c.kind.in_(["sweep", "outcome"])))
        return bool(rows.all())
