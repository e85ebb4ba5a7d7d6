"""What goes wrong around the bot: the database is away, Telegram is ill, an update or a message is poison."""

import asyncio
import datetime as dt
import sqlite3
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import make_url, select, text, update
from telegram.error import NetworkError, RetryAfter

from bot.delivery import poller
from bot.delivery.job_runner import JobRunner
from bot.delivery.outcomes import TRIES_WHEN_TELEGRAM_IS_ILL, outcome_of, seconds_to_wait
from bot.delivery.turn import Turn
from bot.demo.server import Standin
from bot.services.delivery_ports import Job, LeasedJob, OutgoingState, Settled, StoreUnavailable
from bot.storage import database as databases
from bot.storage.database import Database, async_url, create_engine
from bot.storage.tables import inbox, jobs, outbox
from tests.delivery.conftest import MakePhone
from tests.delivery.small_bot import small_bot
from tests.delivery.test_out import a_message, put, settled, states

NOW = dt.datetime(2026, 11, 23, 10, 0, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(minutes=1)


@pytest.mark.postgres
async def test_a_postgresql_that_goes_away_and_comes_back_costs_nothing(
    standin: Standin, postgres_url: str, phone: MakePhone
) -> None:
    amina = phone("Amina")
    name = make_url(postgres_url).database
    database = Database(create_engine(postgres_url))
    admin = create_engine(async_url(postgres_url.replace(f"/{name}?", "/postgres?")))
    async with small_bot(standin, database) as bot:
        await amina.say("voor")
        await amina.wait_for("echo voor")
        async with admin.connect() as connection:
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            await connection.execute(text(f"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false"))
            stop = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
            await connection.execute(text(stop))
            await amina.say("tijdens")
            await asyncio.sleep(1)
            await connection.execute(text(f"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS true"))
        await amina.wait_for("echo tijdens", timeout=15)
        await amina.say("na")
        await amina.wait_for("echo na")

    assert bot.attempts == ["voor", "tijdens", "na"]
    await admin.dispose()
    await database.close()


async def test_another_writer_that_holds_the_sqlite_file_costs_only_time(
    standin: Standin, sqlite_url: str, phone: MakePhone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(databases, "BUSY_SECONDS", 0)
    amina = phone("Amina")
    database = Database(create_engine(sqlite_url))
    async with small_bot(standin, database) as bot:
        other = sqlite3.connect(Path(sqlite_url.removeprefix("sqlite:///")), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await amina.say("wacht")
        await asyncio.sleep(0.8)
        other.execute("COMMIT")
        other.close()
        await amina.wait_for("echo wacht", timeout=15)

    assert bot.attempts == ["wacht"]
    await database.close()


@pytest.mark.parametrize("number", [2**40, 2**63, 10**30])
async def test_a_number_no_database_takes_is_our_mistake_and_no_outage(
    database: Database, number: int
) -> None:
    with pytest.raises(Exception, match=r".") as caught:
        async with database.work() as work:
            await work.connection.execute(select(jobs.c.id).where(jobs.c.attempts == number * 2**30))

    assert not isinstance(caught.value, StoreUnavailable)


@pytest.mark.parametrize(
    "content",
    [
        {"message": {"chat": {"id": 10**30}, "text": "x"}},
        {"message": {"chat": {"id": 5}, "from": {"id": 5, "language_code": 7}, "text": 7}},
        {"message": ["no", "object"]},
        {"callback_query": {"id": "1", "from": {"id": 5}, "message": "text", "data": "x"}},
        {"message": None},
        {},
    ],
)
async def test_an_update_of_any_shape_stops_nobody(
    standin: Standin, sqlite_database: Database, phone: MakePhone, content: dict[str, Any]
) -> None:
    amina = phone("Amina")
    async with small_bot(standin, sqlite_database):
        standin.telegram.updates.add({"something_new": {}} | content)
        await amina.say("verder")
        await amina.wait_for("echo verder")


async def test_an_update_whose_preparation_breaks_at_once_is_handled_unprepared(
    standin: Standin, sqlite_database: Database, phone: MakePhone, monkeypatch: pytest.MonkeyPatch
) -> None:
    amina = phone("Amina")
    async with small_bot(standin, sqlite_database) as bot:

        def broken(_received: object) -> None:
            raise AttributeError("of a kind that nobody expected")

        monkeypatch.setattr(bot.delivery.desk, "_prepare", broken)
        await amina.say("hallo")
        await amina.wait_for("echo hallo")


async def test_what_was_in_hand_when_a_commit_failed_is_not_forgotten(
    standin: Standin, database: Database, phone: MakePhone
) -> None:
    amina = phone("Amina")
    async with small_bot(standin, database) as bot:
        await put(database, a_message(amina.id, "een"))
        await settled(database)
        # The commit that marked it went through, and nobody heard that it did.
        await put(database, a_message(amina.id, "twee"))
        async with database.work() as work:
            await work.connection.execute(update(outbox).values(state="sending").where(outbox.c.id == 2))
        bot.delivery.sender._may_be_abandoned = True
        assert await settled(database) == ["sent", "sent"]


async def test_what_another_sender_did_since_is_not_undone(database: Database) -> None:
    await put(database, a_message(7, "hallo"))
    everything: dict[str, Any] = {"answers": 9, "reminders": 9, "except_chats": ()}
    soon = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=1)
    async with database.work() as work:
        (slow,) = await work.outbox.take(soon, **everything)
    async with database.work() as work:
        await work.outbox.abandoned(at=soon)
        (quick,) = await work.outbox.take(soon, **everything)
        sent = Settled(id=quick.id, attempt=quick.attempts, state=OutgoingState.SENT, at=soon, message_id=3)
        await work.outbox.settle([sent])
    async with database.work() as work:
        again = Settled(id=slow.id, attempt=slow.attempts, state=OutgoingState.WAITING, at=soon)
        await work.outbox.settle([again])

    assert await states(database) == ["sent"]


async def test_what_this_sender_has_in_hand_is_not_taken_for_abandoned(database: Database) -> None:
    await put(database, a_message(7, "van mij"), a_message(8, "van niemand"))
    soon = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=1)
    async with database.work() as work:
        mine, _ = await work.outbox.take(soon, answers=9, reminders=9, except_chats=())
        await work.outbox.abandoned(at=soon, in_hand=[mine.id])

    assert await states(database) == ["sending", "waiting"]


async def test_a_job_whose_lease_went_to_another_process_is_not_done_twice(database: Database) -> None:
    done: list[str] = []

    async def work_off(_turn: Turn, job: LeasedJob) -> None:
        done.append(job.unique_key)

    class Clock:
        def now(self) -> dt.datetime:
            return LATER

    def new_turn(work: Any, _prepared: Any) -> Turn:
        return Turn(work=work, services=None, now=LATER)  # type: ignore[arg-type]

    runner = JobRunner(
        database, {"kind": work_off}, clock=Clock(), new_turn=new_turn, after_commit=lambda _turn: None
    )
    async with database.work() as work:
        await work.jobs.add(Job(kind="kind", unique_key="key", due=NOW))
    async with database.work() as work:
        (slow,) = await work.jobs.lease(NOW, until=NOW, limit=1)
    await asyncio.gather(runner.run_due(), runner._run(slow))

    assert done == ["key"]
    async with database.work() as work:
        assert not (await work.connection.execute(select(jobs.c.id))).all()


async def test_asking_too_often_for_updates_is_waited_out(
    standin: Standin, sqlite_database: Database, phone: MakePhone
) -> None:
    amina = phone("Amina")
    standin.telegram.faults.add("flood", method="getUpdates", retry_after=1)
    async with small_bot(standin, sqlite_database):
        await amina.say("hallo")
        await amina.wait_for("echo hallo")


async def test_an_outage_of_days_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    one = poller.Poller(None, None)  # type: ignore[arg-type]
    for _ in range(5000):
        await one._wait_after(NetworkError("Bad Gateway"))

    assert max(waits) == poller.LONGEST_WAIT


def test_a_waiting_time_is_understood_in_either_form() -> None:
    assert seconds_to_wait(RetryAfter(3)) == dt.timedelta(seconds=3)
    assert seconds_to_wait(RetryAfter(dt.timedelta(seconds=3))) == dt.timedelta(seconds=3)


async def test_a_message_outlives_a_long_illness_of_telegram_as_a_whole(database: Database) -> None:
    await put(database, a_message(7, "hallo"))
    async with database.work() as work:
        await work.connection.execute(update(outbox).values(attempts=TRIES_WHEN_TELEGRAM_IS_ILL + 500))
    async with database.work() as work:
        soon = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=1)
        (message,) = await work.outbox.take(soon, answers=1, reminders=0, except_chats=())

    assert outcome_of(NetworkError("Bad Gateway"), message).state is OutgoingState.WAITING
    cut = NetworkError("httpx.ReadError")
    cut.__cause__ = httpx.ReadError("cut")
    assert outcome_of(cut, message).state is OutgoingState.UNKNOWN


async def test_a_voice_message_that_is_gone_was_not_delivered(
    standin: Standin, sqlite_database: Database, phone: MakePhone
) -> None:
    amina = phone("Amina")
    copy = a_message(amina.id, "x", method="copyMessage")
    copy.payload.update({"from_chat_id": amina.id, "message_id": 999})
    await put(sqlite_database, copy)

    async with small_bot(standin, sqlite_database):
        assert await settled(sqlite_database) == ["refused"]


async def test_sigterm_in_the_middle_of_a_load_loses_and_doubles_nothing(
    standin: Standin, database: Database, phone: MakePhone
) -> None:
    people = [phone(f"P{number}") for number in range(10)]
    for number in range(3):
        for person in people:
            await person.say(f"{number}")
    attempts: list[str] = []
    for pause in (0.1, 0.25, 0.5):
        async with small_bot(standin, database) as bot:
            await asyncio.sleep(pause)
        attempts += bot.attempts
    async with small_bot(standin, database):
        for person in people:
            await person.wait_for("echo 2")
        for person in people:
            said = [bubble.text for bubble in await person.messages(from_bot=True)]
            assert said == ["echo 0", "echo 1", "echo 2"]

    async with database.work(reads_only=True) as work:
        found = (await work.connection.execute(select(inbox.c.state).distinct())).scalars().all()
    assert found == ["done"]
