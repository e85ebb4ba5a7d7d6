"""Work that fails again and again: whoever waits for it hears so, and what stands behind it goes on."""

import datetime as dt
import json
from typing import Any

import pytest

from bot.delivery.job_runner import TRIES, JobRunner
from bot.delivery.turn import Turn
from bot.domain.ids import ChatId
from bot.domain.search import Search
from bot.faq.entries import load_entries
from bot.handlers.begeleiders.handing import HAND_ALL
from bot.handlers.begeleiders.importing import DRAW_CARDS, READ_LIST
from bot.handlers.later import new_offers
from bot.handlers.later.given_up import make_gave_up
from bot.handlers.later.jobs_asking import REMINDERS, begin
from bot.handlers.newcomers.reminders import A_BATCH
from bot.handlers.resources import Resources
from bot.services.delivery_ports import Job, LeasedJob, Transaction
from bot.storage.database import Database
from bot.storage.work import SqlWork
from tests.builders import BRUSSELS, new_begeleider, services
from tests.handlers.days import SetClock, brussels, queued, to_remind, waiting_jobs, work_off

TUESDAY = dt.date(2026, 11, 24)
ADMIN = 9009


async def broken(_turn: Turn, _job: LeasedJob) -> None:
    raise RuntimeError("told to fail")


def a_runner(database: Database, clock: SetClock, *kinds: str) -> JobRunner:
    """A process in which all work of these kinds fails."""
    resources = Resources(
        entries=load_entries(), bot_username="bot", fallback_chat=None, admin_chat=ADMIN, zone=BRUSSELS
    )

    def new_turn(work: Transaction, prepared: Any) -> Turn:
        assert isinstance(work, SqlWork)
        return Turn(work=work, services=services(work, now=clock.now()), now=clock.now(), prepared=prepared)

    return JobRunner(
        database,
        dict.fromkeys(kinds, broken),
        clock=clock,
        new_turn=new_turn,
        after_commit=lambda _: None,
        gave_up=make_gave_up(resources),
    )


async def try_until_set_aside(database: Database, clock: SetClock, kind: str, **facts: Any) -> None:
    async with database.work() as work:
        await work.jobs.add(Job(kind=kind, unique_key="one", due=clock.now(), facts=facts))
    process = a_runner(database, clock, kind)
    for _ in range(TRIES):
        await process.run_due()
        clock.moment += dt.timedelta(minutes=6)


async def told(database: Database) -> dict[int, str]:
    return {row.chat_id: json.loads(row.payload)["text"] for row in await queued(database)}


@pytest.mark.parametrize(
    ("kind", "words"),
    [(READ_LIST, "kon ik niet lezen"), (DRAW_CARDS, "2 mensen"), (HAND_ALL, "halverwege gestopt: 3 mensen")],
)
async def test_the_begeleider_hears_that_nothing_comes(database: Database, kind: str, words: str) -> None:
    clock = SetClock(brussels(TUESDAY, 10))
    async with database.work() as work:
        sofie = await new_begeleider(work, 2001, "Sofie")
    facts = {"account_id": sofie.id, "message_id": 7, "newcomer_ids": [1, 2]}
    facts |= {"from_id": sofie.begeleider_id, "to_id": 99, "count": 3}
    await try_until_set_aside(database, clock, kind, **facts)

    found = await told(database)
    assert set(found) == {2001, ADMIN}
    assert words in found[2001]
    assert kind in found[ADMIN]


async def test_who_stands_behind_a_batch_that_fails_is_reminded_all_the_same(
    sqlite_database: Database,
) -> None:
    async with sqlite_database.work() as work:
        sofie = await new_begeleider(work, 2001, "Sofie")
        ids = [await to_remind(work, 3000 + number, of=sofie) for number in range(A_BATCH + 3)]
    clock = SetClock(brussels(TUESDAY, 10))
    await try_until_set_aside(sqlite_database, clock, REMINDERS, after=0)

    assert f"reminders:{TUESDAY}:{ids[A_BATCH - 1]}" in await waiting_jobs(sqlite_database)


async def test_wishes_behind_a_batch_that_fails_are_looked_at_all_the_same(sqlite_database: Database) -> None:
    clock = SetClock(brussels(TUESDAY, 10))
    async with sqlite_database.work() as work:
        somebody = await work.accounts.add(ChatId(2001), name="Amira", language="nl", at=clock.now())
        ids = [
            await work.wishes.add(somebody.id, None, Search(), at=clock.now())
            for _ in range(new_offers.A_BATCH + 1)
        ]
    await try_until_set_aside(sqlite_database, clock, new_offers.NEW_OFFERS, after=0)

    assert f"new_offers:{TUESDAY}:{ids[new_offers.A_BATCH - 1]}" in await waiting_jobs(sqlite_database)


async def test_a_word_that_cannot_be_said_does_not_keep_the_work_going(sqlite_database: Database) -> None:
    clock = SetClock(brussels(TUESDAY, 10))
    await try_until_set_aside(sqlite_database, clock, READ_LIST)
    await work_off(a_runner(sqlite_database, clock, READ_LIST))

    assert await queued(sqlite_database) == []
    async with sqlite_database.work(reads_only=True) as work:
        assert await work.jobs.next_due() is None


async def test_the_days_go_on_when_one_was_set_aside(sqlite_database: Database) -> None:
    clock = SetClock(brussels(TUESDAY, 3))
    await begin(sqlite_database, clock.now(), BRUSSELS)
    process = a_runner(sqlite_database, clock, "daily")
    clock.moment = brussels(TUESDAY, 4)
    for _ in range(TRIES):
        await process.run_due()
        clock.moment += dt.timedelta(minutes=6)
    await begin(sqlite_database, clock.now(), BRUSSELS)

    assert "daily:2026-11-25" in await waiting_jobs(sqlite_database)
