"""The jobs table: slow work and work with a date."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, delete, false, func, not_, or_, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.services.delivery_ports import EVERY_KIND, Job, Kinds, LeasedJob
from bot.storage.sql import insert_new, locked
from bot.storage.tables import jobs

WAITING, SET_ASIDE = "waiting", "set_aside"


class SqlJobs:
    """Keeps each job once, by its key, until it is done."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, job: Job) -> bool:
        """Ask for it; False when its key is already there."""
        statement = insert_new(self._connection, jobs).values(
            kind=job.kind, unique_key=job.unique_key, facts=job.facts, due=job.due, attempts=0, state=WAITING
        )
        return bool((await self._connection.execute(statement)).rowcount)

    async def cancel(self, unique_key: str) -> None:
        """It is not needed any more."""
        await self._connection.execute(delete(jobs).where(jobs.c.unique_key == unique_key))

    async def lease(
        self, now: dt.datetime, *, until: dt.datetime, limit: int, kinds: Kinds = EVERY_KIND
    ) -> Sequence[LeasedJob]:
        """Take due jobs until the given moment; a process that dies gives them back by that."""
        query = (
            select(jobs)
            .where(
                jobs.c.state == WAITING,
                jobs.c.due <= now,
                or_(jobs.c.leased_until.is_(None), jobs.c.leased_until < now),
                _is_of(kinds),
            )
            .order_by(jobs.c.due)
            .limit(limit)
        )
        rows = (await self._connection.execute(locked(query, skip=True))).all()
        if rows:
            mine = update(jobs).where(jobs.c.id.in_([row.id for row in rows]))
            await self._connection.execute(mine.values(leased_until=until, attempts=jobs.c.attempts + 1))
        return [
            LeasedJob(
                id=r.id,
                kind=r.kind,
                unique_key=r.unique_key,
                due=r.due,
                facts=r.facts,
                attempts=r.attempts + 1,
            )
            for r in rows
        ]

    async def finish(self, job: LeasedJob) -> bool:
        """Take it away; False when another has leased or finished it since, whose work it is then."""
        return bool((await self._connection.execute(delete(jobs).where(_is_still(job)))).rowcount)

    async def postpone(self, job: LeasedJob, *, error: str, due: dt.datetime) -> None:
        """It failed; it is tried again when due."""
        await self._connection.execute(
            update(jobs).where(_is_still(job)).values(error=error, due=due, leased_until=None)
        )

    async def set_aside(self, job: LeasedJob, *, error: str) -> bool:
        """It keeps failing; the administrator sees it. False when another has leased or finished it since."""
        aside = update(jobs).where(_is_still(job)).values(state=SET_ASIDE, error=error, leased_until=None)
        return bool((await self._connection.execute(aside)).rowcount)

    async def next_due(self, kinds: Kinds = EVERY_KIND) -> dt.datetime | None:
        """When the next job of these kinds is due (UTC), or None."""
        query = select(func.min(jobs.c.due)).where(jobs.c.state == WAITING, _is_of(kinds))
        moment: dt.datetime | None = (await self._connection.execute(query)).scalar()
        return moment

    async def forget_before(self, moment: dt.datetime) -> None:
        """Forget what was set aside and was last due before a moment."""
        await self._connection.execute(delete(jobs).where(jobs.c.state == SET_ASIDE, jobs.c.due < moment))


def _is_still(job: LeasedJob) -> ColumnElement[bool]:
    return and_(jobs.c.id == job.id, jobs.c.attempts == job.attempts)


def _is_of(kinds: Kinds) -> ColumnElement[bool]:
    if not kinds.named:
        return true() if kinds.are_all_others else false()
    is_named = jobs.c.kind.in_(sorted(kinds.named))
    return not_(is_named) if kinds.are_all_others else is_named
