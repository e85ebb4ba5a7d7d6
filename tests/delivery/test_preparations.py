"""What a job needs from outside is done before its transaction, and tried again when Telegram is away."""

import asyncio
import datetime as dt
from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from bot.delivery import job_runner
from bot.delivery.errors import FileGone, TelegramUnreachable
from bot.delivery.files import Files
from bot.delivery.job_runner import JobHandler, JobRunner, PrepareJob
from bot.delivery.turn import Turn
from bot.demo.server import Standin
from bot.services.clock import MovableClock
from bot.services.delivery_ports import Job, Kinds, LeasedJob
from bot.storage.database import Database
from bot.storage.tables import jobs
from tests.delivery.conftest import MakePhone
from tests.delivery.small_bot import small_bot

MINUTE = dt.timedelta(minutes=6)


async def ask_for(database: Database, kind: str, key: str = "key", **facts: Any) -> None:
    async with database.work() as work:
        await work.jobs.add(Job(kind=kind, unique_key=key, due=dt.datetime.now(dt.UTC), facts=facts))


async def row(database: Database) -> tuple[str, str | None] | None:
    async with database.work(reads_only=True) as work:
        found = (await work.connection.execute(select(jobs.c.state, jobs.c.error))).first()
    return None if found is None else (found.state, found.error)


async def until(is_so: Callable[[], bool]) -> None:
    for _ in range(300):
        if is_so():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it did not happen")


def a_runner(
    database: Database, handler: JobHandler, prepare: PrepareJob, clock: MovableClock | None = None
) -> JobRunner:
    clock = clock or MovableClock()
    return JobRunner(
        database,
        {"photo": handler},
        clock=clock,
        new_turn=lambda work, prepared: Turn(
            work=work,
            services=None,  # type: ignore[arg-type]
            now=clock.now(),
            prepared=prepared,
        ),
        after_commit=lambda _turn: None,
        preparations={"photo": prepare},
        kinds=Kinds(named=frozenset({"photo"}), are_all_others=False),
    )


async def test_a_photo_is_fetched_before_the_transaction_and_handed_to_the_handler(
    standin: Standin, database: Database, phone: MakePhone
) -> None:
    await phone("Amina").send_photo(b"\x89PNG photo")
    file_id = next(iter(standin.telegram.files._by_id))
    seen: list[bytes] = []

    def preparations(files: Files) -> dict[str, PrepareJob]:
        async def fetch(job: LeasedJob) -> bytes:
            # The one writer is free meanwhile, also on SQLite.
            async with database.work() as work:
                assert await work.jobs.add(Job(kind="none", unique_key="free", due=job.due))
                await work.jobs.cancel("free")
            return await files.download(job.facts["file_id"], at_most=100)

        return {"photo": fetch}

    async def read(turn: Turn, _job: LeasedJob) -> None:
        seen.append(turn.prepared)

    await ask_for(database, "photo", file_id=file_id)
    async with small_bot(standin, database, jobs={"photo": read}, preparations=preparations):
        await until(lambda: bool(seen))

    assert seen == [b"\x89PNG photo"]
    assert await row(database) is None


async def test_a_slow_preparation_delays_no_other_job(standin: Standin, sqlite_database: Database) -> None:
    done: list[str] = []
    free = asyncio.Event()

    async def wait(_job: LeasedJob) -> None:
        await free.wait()

    async def note(_turn: Turn, job: LeasedJob) -> None:
        done.append(job.kind)

    await ask_for(sqlite_database, "photo", "one")
    async with small_bot(
        standin,
        sqlite_database,
        jobs={"photo": note, "outcome": note},
        preparations=lambda _files: {"photo": wait},
    ):
        await asyncio.sleep(0.1)
        await ask_for(sqlite_database, "outcome", "two")
        await until(lambda: done == ["outcome"])
        free.set()
        await until(lambda: done == ["outcome", "photo"])


async def test_a_preparation_that_fails_is_tried_again_and_then_set_aside(database: Database) -> None:
    clock = MovableClock()

    async def gone(_job: LeasedJob) -> None:
        raise FileGone

    async def never(_turn: Turn, _job: LeasedJob) -> None:
        raise AssertionError("there is nothing to handle")

    runner = a_runner(database, never, gone, clock)
    await ask_for(database, "photo")
    for _ in range(job_runner.TRIES):
        assert await row(database) in (("waiting", None), ("waiting", "FileGone"))
        assert await runner.run_due() == 1
        clock.advance(MINUTE)

    assert await row(database) == ("set_aside", "FileGone")
    assert await runner.run_due() == 0


async def test_an_outage_of_telegram_sets_no_job_aside(database: Database) -> None:
    clock = MovableClock()
    tries = 0

    async def away_for_an_hour(_job: LeasedJob) -> str:
        nonlocal tries
        tries += 1
        if tries <= 12:
            raise TelegramUnreachable
        return "content"

    seen: list[str] = []

    async def read(turn: Turn, _job: LeasedJob) -> None:
        seen.append(turn.prepared)

    runner = a_runner(database, read, away_for_an_hour, clock)
    await ask_for(database, "photo")
    for _ in range(13):
        await runner.run_due()
        clock.advance(MINUTE)

    assert seen == ["content"]


async def test_a_preparation_without_end_is_given_up_within_the_lease(
    database: Database, monkeypatch: Any
) -> None:
    monkeypatch.setattr(job_runner, "PREPARE_SECONDS", 0.05)

    async def endless(_job: LeasedJob) -> None:
        await asyncio.Event().wait()

    async def never(_turn: Turn, _job: LeasedJob) -> None:
        raise AssertionError("there is nothing to handle")

    await ask_for(database, "photo")
    await a_runner(database, never, endless).run_due()

    assert await row(database) == ("waiting", "TimeoutError")
    assert job_runner.LEASE_SECONDS > 45


async def test_two_processes_prepare_and_handle_a_job_once(database: Database) -> None:
    handled: list[str] = []

    async def slow(_job: LeasedJob) -> str:
        await asyncio.sleep(0.05)
        return "content"

    async def read(_turn: Turn, job: LeasedJob) -> None:
        handled.append(job.unique_key)

    for number in range(8):
        await ask_for(database, "photo", f"key {number}")
    runners = [a_runner(database, read, slow) for _ in range(2)]
    for _ in range(4):
        await asyncio.gather(*(runner.run_due() for runner in runners))

    assert sorted(handled) == [f"key {number}" for number in range(8)]
