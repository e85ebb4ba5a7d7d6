"""The job runner: slow work and work with a date, each in its own unit of work."""

import asyncio
import contextlib
import datetime as dt
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.delivery.errors import TelegramUnreachable
from bot.delivery.turn import Turn
from bot.delivery.whole import whole
from bot.services.clock import Clock
from bot.services.delivery_ports import EVERY_KIND, Kinds, LeasedJob, Store, StoreUnavailable, Transaction

logger = logging.getLogger(__name__)

TRIES = 5
TRIES_WITHOUT_TELEGRAM = 300
"""About a day, at the longest wait."""
LONGEST_WAIT = dt.timedelta(seconds=300)
LEASE_SECONDS = 60
LOOK_SECONDS = 1.0
AT_ONCE, SIDE_BY_SIDE = 20, 4
"""How many jobs are leased at once; and how many of those that are prepared."""
PREPARE_SECONDS = 45.0
"""Less than the lease, so that nobody else begins with the same job meanwhile."""
JobHandler = Callable[[Turn, LeasedJob], Awaitable[None]]
PrepareJob = Callable[[LeasedJob], Awaitable[Any]]
"""Does what takes long before the job's transaction, such as a download; the turn gets its result."""
NewTurn = Callable[[Transaction, Any], Turn]


class JobRunner:
    """Works off due jobs; a job and its effects are one transaction."""

    def __init__(
        self,
        store: Store,
        handlers: Mapping[str, JobHandler],
        *,
        clock: Clock,
        new_turn: NewTurn,
        after_commit: Callable[[Turn], None],
        gave_up: JobHandler | None = None,
        preparations: Mapping[str, PrepareJob] | None = None,
        kinds: Kinds = EVERY_KIND,
    ) -> None:
        self._store = store
        self._handlers = handlers
        self._clock = clock
        self._new_turn = new_turn
        self._after_commit = after_commit
        self._gave_up = gave_up
        self._preparations = preparations or {}
        self._kinds = kinds
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

    async def run_due(self) -> int:
        """Work off what is due now; gives back how many jobs there were."""
        now = self._clock.now()
        async with self._store.work(reads_only=True) as work:
            next_due = await work.jobs.next_due(self._kinds)
        if next_due is None or next_due > now:
            return 0
        until = now + dt.timedelta(seconds=LEASE_SECONDS)
        limit = SIDE_BY_SIDE if self._preparations else AT_ONCE
        async with self._store.work() as work:
            jobs = await work.jobs.lease(now, until=until, limit=limit, kinds=self._kinds)
        if self._preparations:
            await _all([self._run(job) for job in jobs])
        else:
            for job in jobs:
                await self._run(job)
        return len(jobs)

    async def _run(self, job: LeasedJob) -> None:
        try:
            prepared = await self._prepare(job)
            async with self._store.work() as work:
                # First of all: a lease that ended meanwhile may have given the job to another process.
                if not await work.jobs.finish(job):
                    return
                turn = self._new_turn(work, prepared)
                await self._handlers[job.kind](turn, job)
                await work.outbox.add(turn.outgoing, at=turn.now)
        except StoreUnavailable:
            raise
        except Exception as error:
            await self._failed(job, error)
        else:
            self._after_commit(turn)

    async def _prepare(self, job: LeasedJob) -> Any:
        prepare = self._preparations.get(job.kind)
        if prepare is None:
            return None
        async with asyncio.timeout(PREPARE_SECONDS):
            return await prepare(job)

    async def _failed(self, job: LeasedJob, error: Exception) -> None:
        name = type(error).__name__
        is_outage = isinstance(error, TelegramUnreachable)
        log = logger.warning if is_outage else logger.error
        log("job %d (%s) failed: %s, try %d", job.id, job.kind, name, job.attempts)
        if job.attempts >= (TRIES_WITHOUT_TELEGRAM if is_outage else TRIES):
            await self._give_up(job, name)
            return
        async with self._store.work() as work:
            # An exponent that is bounded, because an outage may take hundreds of tries.
            wait = min(dt.timedelta(seconds=4 ** min(job.attempts, TRIES)), LONGEST_WAIT)
            await work.jobs.postpone(job, error=name, due=self._clock.now() + wait)

    async def _give_up(self, job: LeasedJob, name: str) -> None:
        """Set it aside, and let whoever waits for it hear that nothing comes."""
        try:
            async with self._store.work() as work:
                if not await work.jobs.set_aside(job, error=name) or self._gave_up is None:
                    return
                turn = self._new_turn(work, None)
                await self._gave_up(turn, job)
                await work.outbox.add(turn.outgoing, at=turn.now)
        except StoreUnavailable:
            raise
        except Exception as error:
            logger.error(
                "job %d (%s) was given up without a word: %s", job.id, job.kind, type(error).__name__
            )
            async with self._store.work() as work:
                await work.jobs.set_aside(job, error=name)
        else:
            self._after_commit(turn)


async def _all(steps: list[Any]) -> None:
    """Every one to its end, also when one of them raises."""
    results = await asyncio.gather(*steps, return_exceptions=True)
    for result in results:
        if isinstance(result, BaseException):
            raise result
