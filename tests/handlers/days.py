"""The bot's own work on a real database, with a clock that is set: what it asks for and what it queues."""

import datetime as dt
from typing import Any

from sqlalchemy import select

from bot.delivery.job_runner import JobRunner
from bot.delivery.turn import Turn
from bot.domain.consent import Purpose
from bot.domain.contract import Contract, Status
from bot.domain.ids import NewcomerId
from bot.domain.people import Account
from bot.faq.entries import load_entries
from bot.handlers.later.jobs import make_jobs
from bot.handlers.later.jobs_asking import RETENTION
from bot.handlers.own_data.erasing import FORGET_OLD
from bot.handlers.resources import Resources
from bot.services.delivery_ports import Kinds, Transaction
from bot.storage.database import Database
from bot.storage.tables import jobs, outbox, reminders
from bot.storage.work import SqlWork
from tests.builders import BRUSSELS, new_newcomer, services

BEHIND = Contract(
    status=Status.OBLIGED, starts_on=dt.date(2026, 9, 1), last_day=dt.date(2027, 1, 31), required_minutes=2400
)
"""Nothing was done of it yet, so a reminder helps."""


def brussels(day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
    """A moment as the clock on the wall shows it."""
    return dt.datetime.combine(day, dt.time(hour, minute), BRUSSELS).astimezone(dt.UTC)


class SetClock:
    """Shows the moment that it is set to."""

    def __init__(self, moment: dt.datetime) -> None:
        self.moment = moment

    def now(self) -> dt.datetime:
        """This moment."""
        return self.moment


def runner(database: Database, clock: SetClock, **around: Any) -> JobRunner:
    """A process that works off jobs."""
    resources = Resources(
        entries=load_entries(), bot_username="bot", fallback_chat=None, admin_chat=None, zone=BRUSSELS
    )

    def new_turn(work: Transaction, prepared: Any) -> Turn:
        assert isinstance(work, SqlWork)
        made = services(work, now=clock.now(), **around)
        return Turn(work=work, services=made, now=clock.now(), prepared=prepared)

    return JobRunner(
        database,
        make_jobs(resources),
        clock=clock,
        new_turn=new_turn,
        after_commit=lambda _: None,
        kinds=Kinds(named=frozenset({RETENTION, FORGET_OLD})),
    )


async def work_off(process: JobRunner) -> None:
    """Everything that is due now."""
    while await process.run_due():
        pass


async def to_remind(work: SqlWork, chat_id: int, *, of: Account) -> NewcomerId:
    """Somebody who is behind and said yes to reminders."""
    account = await new_newcomer(work, chat_id, f"N{chat_id}", of=of)
    (newcomer_id,) = account.newcomer_ids
    await work.people.set_contract(newcomer_id, BEHIND)
    use = services(work)
    await use.consents.set(await use.dossiers.own(account), Purpose.REMINDERS, is_given=True)
    return newcomer_id


async def waiting_jobs(database: Database) -> dict[str, str]:
    """What is asked for, by its key, with its day and time as Brussels shows them."""
    async with database.work(reads_only=True) as work:
        assert isinstance(work, SqlWork)
        rows = (await work.connection.execute(select(jobs.c.unique_key, jobs.c.due))).all()
    return {row.unique_key: f"{row.due.astimezone(BRUSSELS):%Y-%m-%d %H:%M}" for row in rows}


async def queued(database: Database) -> list[Any]:
    """The messages that wait to be sent."""
    async with database.work(reads_only=True) as work:
        assert isinstance(work, SqlWork)
        return list((await work.connection.execute(select(outbox).order_by(outbox.c.id))).all())


async def kept(database: Database) -> list[tuple[int, dt.date]]:
    """The reminders that were kept: whose, and of which day."""
    async with database.work(reads_only=True) as work:
        assert isinstance(work, SqlWork)
        rows = (await work.connection.execute(select(reminders))).all()
    return [(row.newcomer_id, row.on) for row in rows]
