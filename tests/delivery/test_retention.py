"""What ended is forgotten: texts after a week, what a reply still needs after more than a year."""

import datetime as dt
from typing import Any

from sqlalchemy import select, update

from bot.delivery.handling import received
from bot.delivery.retention import forget_delivered
from bot.domain.ids import ChatId
from bot.services.delivery_ports import Job, LeasedJob, OutgoingState, Settled
from bot.storage.database import Database
from bot.storage.tables import inbox, jobs, outbox
from tests.delivery.test_out import a_message

NOW = dt.datetime(2026, 11, 23, 3, 0, tzinfo=dt.UTC)
A_WEEK, A_YEAR = dt.timedelta(days=7, minutes=1), dt.timedelta(days=400, minutes=1)
SIX_DAYS = dt.timedelta(days=6)


async def an_update(database: Database, update_id: int, state: str, ended: dt.datetime | None) -> None:
    one = received({"update_id": update_id, "message": {"chat": {"id": 7}, "text": "geheim"}})
    async with database.work() as work:
        await work.inbox.accept([one], at=ended or NOW - A_YEAR)
        if state == "done":
            await work.inbox.finish([update_id], at=ended or NOW)
        elif state == "set_aside":
            await work.inbox.set_aside(update_id, error="KeyError at x:1", at=ended or NOW)


async def a_message_that(
    database: Database, state: OutgoingState, ended: dt.datetime, *, words: str = "geheim", **more: Any
) -> None:
    async with database.work() as work:
        await work.outbox.add([a_message(7, words, **more)], at=ended)
        everything: dict[str, Any] = {"answers": 9, "reminders": 9, "except_chats": ()}
        (taken,) = await work.outbox.take(ended, **everything)
        end = Settled(
            id=taken.id, attempt=1, state=state, at=ended, message_id=taken.id + 100, error="BadRequest: x"
        )
        await work.outbox.settle([end])


async def rows(database: Database, table: Any, *columns: Any) -> list[tuple[Any, ...]]:
    async with database.work(reads_only=True) as work:
        found = await work.connection.execute(select(*columns).order_by(table.primary_key.columns[0]))
        return [tuple(row) for row in found.all()]


async def test_updates_are_forgotten_a_week_after_their_end_whatever_it_was(database: Database) -> None:
    await an_update(database, 1, "done", NOW - A_WEEK)
    await an_update(database, 2, "set_aside", NOW - A_WEEK)
    await an_update(database, 3, "done", NOW - SIX_DAYS)
    await an_update(database, 4, "set_aside", NOW - SIX_DAYS)
    await an_update(database, 5, "waiting", None)

    await forget_delivered(database, NOW)

    assert [row[0] for row in await rows(database, inbox, inbox.c.update_id)] == [3, 4, 5]


async def test_an_update_that_comes_again_within_a_day_is_still_known(database: Database) -> None:
    await an_update(database, 1, "done", NOW - dt.timedelta(hours=25))
    await forget_delivered(database, NOW)

    async with database.work() as work:
        again = received({"update_id": 1, "message": {"chat": {"id": 7}, "text": "geheim"}})
        assert await work.inbox.accept([again], at=NOW) == []


async def test_messages_nobody_can_point_at_go_after_a_week(database: Database) -> None:
    for ended in (NOW - A_WEEK, NOW - SIX_DAYS):
        for state in (OutgoingState.SENT, OutgoingState.REFUSED, OutgoingState.UNREACHABLE):
            await a_message_that(database, state, ended)

    await forget_delivered(database, NOW)

    assert await rows(database, outbox, outbox.c.id) == [(4,), (5,), (6,)]


async def test_a_reply_to_an_old_card_finds_its_question_for_400_days(database: Database) -> None:
    await a_message_that(database, OutgoingState.SENT, NOW - A_YEAR, about="question:1", name="card:1")
    await a_message_that(database, OutgoingState.SENT, NOW - A_WEEK, about="question:2")
    await a_message_that(database, OutgoingState.SENT, NOW - A_WEEK, name="card:3")

    await forget_delivered(database, NOW)

    async with database.work(reads_only=True) as work:
        assert await work.outbox.about(ChatId(7), 101) is None
        assert await work.outbox.about(ChatId(7), 102) == "question:2"
        assert await work.outbox.name_of(ChatId(7), 103) == "card:3"
    assert await rows(database, outbox, outbox.c.payload, outbox.c.error) == [(None, None)] * 2


async def test_what_still_waits_is_never_forgotten(database: Database) -> None:
    async with database.work() as work:
        await work.outbox.add([a_message(7, "een"), a_message(8, "twee", name="card:1")], at=NOW - A_YEAR)
        await work.outbox.take(NOW, answers=1, reminders=0, except_chats=())

    await forget_delivered(database, NOW)

    assert await rows(database, outbox, outbox.c.state) == [("sending",), ("waiting",)]
    assert all(payload for (payload,) in await rows(database, outbox, outbox.c.payload))


async def test_a_job_that_was_set_aside_goes_after_a_month(database: Database) -> None:
    for number, days in enumerate((31, 29)):
        due = NOW - dt.timedelta(days=days)
        async with database.work() as work:
            await work.jobs.add(Job(kind="kind", unique_key=f"old {number}", due=due))
            await work.jobs.add(Job(kind="kind", unique_key=f"waits {number}", due=due))
        async with database.work() as work:
            query = select(jobs).where(jobs.c.unique_key == f"old {number}")
            found = (await work.connection.execute(query)).one()
            leased = LeasedJob(
                kind="kind", unique_key="", due=due, facts={}, id=found.id, attempts=found.attempts
            )
            await work.jobs.set_aside(leased, error="KeyError")

    await forget_delivered(database, NOW)

    keys = [key for (key,) in await rows(database, jobs, jobs.c.unique_key)]
    assert keys == ["waits 0", "old 1", "waits 1"]


async def test_a_thousand_rows_go_in_parts_between_which_others_write(database: Database) -> None:
    async with database.work() as work:
        old = [a_message(7, "geheim", about="x" if number % 2 else None) for number in range(1000)]
        await work.outbox.add(old, at=NOW - A_WEEK)
        ended = update(outbox).values(state="sent", ended_at=NOW - A_WEEK)
        await work.connection.execute(ended)
    async with database.work() as work:
        assert await work.outbox.forget_before(NOW, named_before=NOW - A_YEAR, rows=300) == 300

    assert len(await rows(database, outbox, outbox.c.id)) == 850
    await forget_delivered(database, NOW)
    assert await rows(database, outbox, outbox.c.payload) == [(None,)] * 500
