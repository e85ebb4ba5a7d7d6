"""The promise: killed with -9 between any two steps, a photograph is there, once, and the talk goes on."""

import asyncio
import base64
import secrets
import signal
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import func, select, update

from bot.app import open_database
from bot.demo.server import Standin
from bot.domain.paper import PaperState
from bot.handlers.newcomers.papers_in import READ_PAPER
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.tables import blobs, jobs, outbox, paper_pages, papers
from tests.end_to_end.conftest import a_phone, link, settings_for
from tests.end_to_end.killing import start
from tests.handlers.newcomer import button_of, tap
from tests.handlers.paper_care import Sender, a_form

PATIENCE = 60
A_JPEG = base64.b64encode(b"\xff\xd8\xff").decode()
"""How every picture would begin, were it written into a message that waits."""
_ASKING, _LEASED = papers.c.state == PaperState.ASKING.value, jobs.c.leased_until.is_not(None)
STEPS = {
    "the page is a row": select(paper_pages.c.id),
    "the job is leased": select(jobs.c.id).where(jobs.c.kind == READ_PAPER, _LEASED),
    "the first picture is a row": select(blobs.c.key),
    "it was read": select(papers.c.id).where(_ASKING),
}
"""What is in the database when the bot is killed."""


@pytest.mark.slow
@pytest.mark.parametrize("step", STEPS)
async def test_killed_at_a_step_a_photograph_is_one_paper_with_one_answer(
    standin: Standin, tmp_path: Path, sqlite_url: str, step: str
) -> None:
    await _is_one_paper_with_one_answer(standin, tmp_path, sqlite_url, step)


@pytest.mark.slow
@pytest.mark.postgres
async def test_on_postgresql_it_is_the_same_when_killed_while_reading(
    standin: Standin, tmp_path: Path, postgres_url: str
) -> None:
    await _is_one_paper_with_one_answer(standin, tmp_path, postgres_url, "the job is leased")


async def _is_one_paper_with_one_answer(
    standin: Standin, tmp_path: Path, database_url: str, step: str
) -> None:
    settings = _with_keys(settings_for(standin, tmp_path, database_url))
    amina, sofie = a_phone(standin, "Amina", "nl"), a_phone(standin, "Sofie", "nl")
    async with open_database(settings) as database:
        await link(database, newcomer=amina.id, begeleider=sofie.id)
        sender = Sender(database, amina)
        await sender.agree()
        picture = a_form(await sender.form())
        bot = await start(settings)
        await amina.send_photo(picture)
        await _until(lambda: _finds(database, step))
        bot.send_signal(signal.SIGKILL)
        await bot.wait()
        waiting = await _waiting(database)
        await _a_minute_passes(database)
        bot = await start(settings)
        await _until(lambda: _is_all_said(database))
        asked = [one for one in await amina.messages(True) if button_of(one, "e:kind:") is not None]
        await tap(amina, asked[-1], "e:kind:")
        went_on = await amina.wait_for(lambda bubble: button_of(bubble, "e:person") is not None)
        bot.terminate()
        await bot.wait()
        (paper,) = await sender.papers()
        repeated = await _said_again(database)
        kept = await _kept(database)

    assert paper.state is PaperState.ASKING
    assert len(paper.pages) == 1
    page = paper.pages[0]
    assert kept == {key for key in (page.original, page.scan, page.small, page.writing) if key}
    assert A_JPEG not in waiting
    assert 1 <= len(asked) <= 1 + repeated
    assert went_on is not None


def _with_keys(settings: Settings) -> Settings:
    return settings.model_copy(update={"photo_keys": SecretStr(secrets.token_urlsafe(32))})


async def _until(is_so: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not await is_so():
            await asyncio.sleep(0.005)


async def _finds(database: Database, step: str) -> bool:
    async with database.work(reads_only=True) as work:
        return (await work.connection.execute(STEPS[step].limit(1))).first() is not None


async def _is_all_said(database: Database) -> bool:
    async with database.work(reads_only=True) as work:
        is_read = (await work.connection.execute(select(papers.c.id).where(_ASKING))).first()
        return is_read is not None and not await work.outbox.has_waiting()


async def _a_minute_passes(database: Database) -> None:
    """What the killed bot had leased is free again, as it is after a minute."""
    async with database.work() as work:
        await work.connection.execute(update(jobs).values(leased_until=None))


async def _said_again(database: Database) -> int:
    """How many messages were under way at the kill, and may have arrived twice."""
    async with database.work(reads_only=True) as work:
        query = select(func.count()).select_from(outbox).where(outbox.c.is_again)
        return int((await work.connection.execute(query)).scalar_one())


async def _kept(database: Database) -> set[str]:
    """Every picture that is kept, once however often it was read."""
    async with database.work(reads_only=True) as work:
        return set((await work.connection.execute(select(blobs.c.key))).scalars())


async def _waiting(database: Database) -> str:
    """Every message that still has its words."""
    async with database.work(reads_only=True) as work:
        payloads = (await work.connection.execute(select(outbox.c.payload))).scalars()
        return " ".join(payload for payload in payloads if payload)
