"""The desk: keeps updates when they come in, prepares them, and handles them in order, in groups.

An update may be acknowledged when `take_in` has returned: by then it is a row in the inbox. Its
effects, its messages and its end are one transaction, which a group of updates of different chats
share. When a group fails, each of it is tried alone.
"""

import asyncio
import contextlib
import datetime as dt
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from bot.delivery.handling import Handling
from bot.delivery.lanes import InHand, Lanes
from bot.delivery.set_aside import Setback, where
from bot.delivery.turn import Turn
from bot.delivery.whole import whole
from bot.services.clock import Clock
from bot.services.delivery_ports import Received, Store, StoreUnavailable, Transaction

logger = logging.getLogger(__name__)

GROUP = 32
SWEEP_SECONDS = 0.5
ORPHAN_SECONDS = 0.3
"""From this age on, an update that another process took in may be picked up here."""
MOST_IN_HAND = 2000
"""What comes beyond it rests in the inbox until there is room."""
Prepare = Callable[[Received], Awaitable[Any] | None]
"""Starts finding out about an update before its transaction; None when there is nothing to find out."""
AfterCommit = Callable[[Received, Turn], None]


class Desk:
    """Takes updates in and works them off."""

    def __init__(
        self,
        store: Store,
        handling: Handling,
        *,
        clock: Clock,
        prepare: Prepare,
        setback: Setback,
        after_commit: AfterCommit,
        group: int = GROUP,
    ) -> None:
        self._store = store
        self._handling = handling
        self._clock = clock
        self._prepare = prepare
        self._setback = setback
        self._after_commit = after_commit
        self._group = group
        self._lanes = Lanes()
        self._wake = asyncio.Event()
        self._preparing: set[asyncio.Task[None]] = set()
        self._seen_up_to = 0
        self._gap_until = 0.0

    async def take_in(self, updates: Sequence[Received], *, hold_for_gaps: float = 0) -> None:
        """Keep updates in the inbox; when this returns they cannot be lost.

        Args:
            updates: What Telegram sent; those it sent before are recognised by their ids.
            hold_for_gaps: How long (seconds) to wait for an earlier update that seems to be under
                way beside this one, as webhooks may deliver side by side.
        """
        async with self._store.work() as work:
            new = set(await work.inbox.accept(updates, at=self._clock.now()))
            if hold_for_gaps:
                await self._look_for_gap(work, updates, hold_for_gaps)
        for update in updates:
            if update.update_id in new and self._has_room_for(update):
                is_late = update.update_id < self._seen_up_to
                self._adopt(update, wait=0 if is_late else self._gap_until - time.monotonic())

    async def _look_for_gap(self, work: Transaction, updates: Sequence[Received], hold: float) -> None:
        """Let everybody wait a moment for an earlier update that no process has kept yet."""
        for update in updates:
            if update.update_id > self._seen_up_to + 1 and not await work.inbox.has(update.update_id - 1):
                self._gap_until = time.monotonic() + hold
            self._seen_up_to = max(self._seen_up_to, update.update_id)

    def _has_room_for(self, update: Received) -> bool:
        return update.update_id not in self._lanes and len(self._lanes) < MOST_IN_HAND

    def _adopt(self, update: Received, *, wait: float = 0) -> None:
        self._lanes.add(update)
        try:
            work = self._prepare(update)
        except Exception as error:
            # A shape that nobody expected; what handles it will say the same, and count it.
            logger.error("update %d could not be prepared (%s)", update.update_id, where(error))
            work = None
        if work is None and wait <= 0:
            self._lanes.make_ready(update.update_id, None)
            self._wake.set()
            return
        task = asyncio.create_task(self._make_ready(update, work, wait))
        self._preparing.add(task)
        task.add_done_callback(self._preparing.discard)

    async def _make_ready(self, update: Received, work: Awaitable[Any] | None, wait: float) -> None:
        prepared = None
        try:
            if work is not None:
                prepared = await work
        except StoreUnavailable:
            self._lanes.drop([update.update_id])
            return
        except Exception as error:
            logger.error("update %d could not be prepared (%s)", update.update_id, where(error))
        if wait > 0:
            await asyncio.sleep(wait)
        self._lanes.make_ready(update.update_id, prepared)
        self._wake.set()

    async def run(self) -> None:
        """Work until cancelled; begin with what an earlier process left."""
        swept = 0.0
        while True:
            if time.monotonic() - swept >= SWEEP_SECONDS:
                await whole(self._sweep())
                swept = time.monotonic()
            if group := self._lanes.next(self._group):
                await whole(self._handle(group))
                continue
            self._wake.clear()
            # Not wait_for, which in Python 3.11 can swallow a cancellation.
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(SWEEP_SECONDS):
                    await self._wake.wait()

    async def _sweep(self) -> None:
        """Look in the inbox for what nobody has in hand: retries, and what another process left."""
        try:
            async with self._store.work(reads_only=True) as work:
                now = self._clock.now()
                came_before = now - dt.timedelta(seconds=ORPHAN_SECONDS)
                due = await work.inbox.due(now, came_before=came_before, limit=4 * self._group)
        except StoreUnavailable:
            return
        for update in due:
            if self._has_room_for(update):
                self._adopt(update)

    async def _handle(self, group: Sequence[InHand]) -> None:
        """Handle a group in one transaction; when that fails, each one in its own."""
        try:
            await self._in_one_transaction(group)
        except StoreUnavailable:
            logger.warning("the database is away; %d updates wait", len(group))
            self._lanes.drop(one.received.update_id for one in group)
            await asyncio.sleep(SWEEP_SECONDS)
        except Exception as error:
            if len(group) == 1:
                await self._failed(group[0], error)
                return
            for one in group:
                await self._handle([one])

    async def _in_one_transaction(self, group: Sequence[InHand]) -> None:
        turns: list[tuple[Received, Turn]] = []
        async with self._store.work() as work:
            claimed = set(
                await work.inbox.claim([one.received.update_id for one in group], self._clock.now())
            )
            await work.accounts.fetch_ahead({one.received.chat_id for one in group})
            for one in group:
                if one.received.update_id in claimed:
                    turns.append((one.received, await self._handling.run(work, one.received, one.prepared)))
            if turns:
                now = self._clock.now()
                await work.outbox.add([message for _, turn in turns for message in turn.outgoing], at=now)
                await work.inbox.finish(sorted(claimed), at=now)
        self._lanes.drop(one.received.update_id for one in group)
        for received, turn in turns:
            self._after_commit(received, turn)

    async def _failed(self, one: InHand, error: BaseException) -> None:
        update_id = one.received.update_id
        self._lanes.drop([update_id])
        try:
            async with self._store.work() as work:
                await self._setback.note(work, one.received, error, now=self._clock.now())
        except StoreUnavailable:
            logger.warning("the database is away; update %d waits", update_id)

    def is_idle(self) -> bool:
        """Has everything in hand been handled?"""
        return not len(self._lanes)

    async def close(self) -> None:
        """Stop preparing; what was not handled is in the inbox."""
        for task in list(self._preparing):
            task.cancel()
        await asyncio.gather(*self._preparing, return_exceptions=True)
