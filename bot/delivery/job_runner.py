"""The job runner: slow work and work with a date, each in its own unit of work."""

import asyncio
import contextlib
import datetime as dt
import logging
from collections.abc import Awaitable, Callable, Mapping

from bot.delivery.turn import Turn
from bot.delivery.whole import whole
from bot.services.clock import Clock
from bot.services.delivery_ports import LeasedJob, Store, StoreUnavailable, Transaction

logger = logging.getLogger(__name__)

TRIES = 5
LEASE_SECONDS = 60
LOOK_SECONDS = 1.0
JobHandler = Callable[[Turn, LeasedJob], Awaitable[None]]


class JobRunner:
    """Works off due jobs; a job and its effects are one transaction."""

    def __init__(
        self,
        store: Store,
        handlers: Mapping[str, JobHandler],
        *,
        clock: Clock,
        new_turn: Callable[[Transaction], Turn],
        after_commit: Callable[[], None],
    ) -> None:
        self._store = store
        self._handlers = handlers
        self._clock = clock
        self._new_turn = new_turn
        self._after_commit = after_commit
        self._wake = asyncio.Event()

    def wake(self) -> None:
        """A job may be due."""
        self._wake.set()

    async def run(self) -> None:
        """Work until cancelled."""
        while True:
            try:
                while await whole(self.run_due()):
                    pass
            except StoreUnavailable:
                logger.warning("the database is away; jobs wait")
            self._wake.clear()
            # Not wait_for, which in Python 3.11 can swallow a cancellation.
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._wake.wait()

    async def run_due(self, limit: int = 20) -> int:
        """Work off what is due now; gives back how many jobs there were."""
        now = self._clock.now()
        async with self._store.work(reads_only=True) as work:
            next_due = await work.jobs.next_due()
        if next_due is None or next_due > now:
            return 0
        async with self._store.work() as work:
            jobs = await work.jobs.lease(now, until=now + dt.timedelta(seconds=LEASE_SECONDS), limit=limit)
        for job in jobs:
            await self._run(job)
        return len(jobs)

    async def _run(self, job: LeasedJob) -> None:
        try:
            async with self._store.work() as work:
                # First of all: a lease that ended meanwhile may have given the job to another process.
                if not await work.jobs.finish(job):
                    return
                turn = self._new_turn(work)
                await self._handlers[job.kind](turn, job)
                await work.outbox.add(turn.outgoing, at=turn.now)
        except StoreUnavailable:
            raise
        except Exception as error:
            await self._failed(job, error)
        else:
            self._after_commit()

    async def _failed(self, job: LeasedJob, error: Exception) -> None:
        name = type(error).__name__
        logger.error("job %d (%s) failed: %s, try %d", job.id, job.kind, name, job.attempts)
        async with self._store.work() as work:
            if job.attempts >= TRIES:
                await work.jobs.set_aside(job, error=name)
            else:
                wait = dt.timedelta(seconds=4**job.attempts)
                await work.jobs.postpone(job, error=name, due=self._clock.now() + wait)
