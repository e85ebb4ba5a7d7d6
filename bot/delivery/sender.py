"""The sender: takes messages from the outbox, within Telegram's limits, each to its outcome.

A message is marked as being sent, and that is committed, before it leaves: after a crash it is
known which ones may have arrived. One process at a time sends; the lease says which.
"""

import asyncio
import contextlib
import datetime as dt
import logging
import time
from collections.abc import Awaitable, Callable
from uuid import uuid4

from telegram.error import TelegramError

from bot.delivery.limits import Allowance, Limits
from bot.delivery.outcomes import Outcome, outcome_of
from bot.delivery.parameters import kept_key, parameters
from bot.delivery.set_aside import where
from bot.delivery.telegram_bot import DeliveryBot
from bot.delivery.whole import CLOSING_SECONDS, whole
from bot.services.clock import Clock
from bot.services.delivery_ports import (
    Job,
    OutgoingState,
    Settled,
    Store,
    StoreUnavailable,
    Taken,
    Transaction,
)

logger = logging.getLogger(__name__)

LEASE = "sending"
LEASE_SECONDS = 6.0
IDLE_SECONDS = 0.5
SIDE_BY_SIDE = 24
"""Messages under way at once: enough for 30 a second at half a second each, and few for the client's pool."""
KEPT_SIDE_BY_SIDE = 8
"""Of these, so many stay free for answers: when Telegram is slow, reminders do not fill them all."""
OUTAGE_SECONDS = 2.0
SHARE_SECONDS = 0.01
"""How long the end of a message may wait for others that are under way."""


FetchKept = Callable[[str], Awaitable[bytes | None]]
"""Gives a kept picture by its key; None when it is gone."""


async def nothing_kept(_: str) -> bytes | None:
    """Where no pictures are kept."""
    return None


class Sender:
    """Sends what waits in the outbox while this process holds the lease."""

    def __init__(
        self,
        store: Store,
        bot: DeliveryBot,
        *,
        clock: Clock,
        limits: Limits,
        wake_jobs: Callable[[], None],
        idle_seconds: float = IDLE_SECONDS,
        fetch: FetchKept = nothing_kept,
    ) -> None:
        self._store = store
        self._wake_jobs = wake_jobs
        self._bot = bot
        self._clock = clock
        self._allowance = Allowance(limits)
        self._idle_seconds = idle_seconds
        self._fetch = fetch
        self._holder = uuid4().hex
        self._leased_until = 0.0
        self._lease_asked_at = -LEASE_SECONDS
        self._may_be_abandoned = True
        self._wake = asyncio.Event()
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._in_hand: set[int] = set()
        self._ended: list[tuple[Taken, Settled]] = []
        self._paused_until = 0.0
        self._asked_for_jobs = False

    def wake(self) -> None:
        """There is something new in the outbox."""
        self._wake.set()

    async def run(self) -> None:
        """Send until cancelled."""
        while True:
            wait = self._idle_seconds
            try:
                wait = await whole(self._round())
            except StoreUnavailable:
                logger.warning("the database is away; sending waits")
            # Not wait_for, which in Python 3.11 can swallow a cancellation.
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await self._wake.wait()
            self._wake.clear()

    async def _round(self) -> float:
        """Write down what ended, take what may go, and say in how many seconds to look again."""
        if not self._ended and self._is_anothers_turn(time.monotonic()):
            return self._idle_seconds
        taken: list[Taken] = []
        ended, self._ended = self._ended, []
        try:
            async with self._store.work() as work:
                # Only now: opening it may have taken seconds.
                now = time.monotonic()
                await self._settle(work, ended)
                self._in_hand -= {message.id for message, _ in ended}
                if await self._hold_lease(work, now):
                    taken = await self._take(work, now)
        except BaseException:
            self._ended = ended + self._ended
            self._in_hand |= {message.id for message, _ in ended}
            # The commit may have happened all the same, and then nobody has in hand what it took.
            self._may_be_abandoned = True
            raise
        if self._asked_for_jobs:
            self._asked_for_jobs = False
            self._wake_jobs()
        now = time.monotonic()
        for message in taken:
            self._allowance.note(message.chat_id, now)
            self._in_hand.add(message.id)
            self._under_way[message.chat_id] = asyncio.create_task(self._send(message, now))
        if len(taken) >= SIDE_BY_SIDE and self._allowance.answers(now):
            return 0.0
        return self._pause(now)

    def _pause(self, now: float) -> float:
        change = self._allowance.next_change(now)
        return min(self._idle_seconds, change) if change is not None else self._idle_seconds

    async def _hold_lease(self, work: Transaction, now: float) -> bool:
        if now < self._leased_until - LEASE_SECONDS / 2:
            return True
        moment = self._clock.now()
        until = moment + dt.timedelta(seconds=LEASE_SECONDS)
        self._may_be_abandoned |= now >= self._leased_until
        self._lease_asked_at = now
        if not await work.leases.hold(LEASE, self._holder, now=moment, until=until):
            self._leased_until = 0.0
            return False
        self._leased_until = now + LEASE_SECONDS
        return True

    def _is_anothers_turn(self, now: float) -> bool:
        """Did another process hold the lease when we asked a moment ago?"""
        return not self._leased_until and now < self._lease_asked_at + self._idle_seconds

    async def _take_over(self, work: Transaction) -> None:
        """Deal with what the last sender had in its hands when it stopped, or what we lost hold of."""
        moment = self._clock.now()
        for message_id, about in await work.outbox.abandoned(at=moment, in_hand=self._in_hand):
            self._asked_for_jobs = True
            await _tell_outcome(work, message_id, about, OutgoingState.UNKNOWN, moment)
        self._may_be_abandoned = False

    async def _take(self, work: Transaction, now: float) -> list[Taken]:
        if self._may_be_abandoned:
            await self._take_over(work)
        if now < self._paused_until:
            return []
        room = SIDE_BY_SIDE - len(self._under_way)
        answers = min(self._allowance.answers(now), room)
        if answers <= 0:
            return []
        except_chats = self._allowance.resting_chats(now) | set(self._under_way)
        return list(
            await work.outbox.take(
                self._clock.now(),
                answers=answers,
                reminders=min(self._allowance.reminders(now), room - KEPT_SIDE_BY_SIDE),
                except_chats=except_chats,
            )
        )

    async def _settle(self, work: Transaction, ended: list[tuple[Taken, Settled]]) -> None:
        await work.outbox.settle([end for _, end in ended])
        for message, end in ended:
            if end.state is OutgoingState.UNREACHABLE:
                self._asked_for_jobs = True
                key = f"unreachable:{message.chat_id}"
                await work.jobs.add(
                    Job(kind="unreachable", unique_key=key, due=end.at, facts={"chat_id": message.chat_id})
                )
            if message.tells_outcome and end.state not in (OutgoingState.WAITING, OutgoingState.SENDING):
                self._asked_for_jobs = True
                await _tell_outcome(work, message.id, message.about, end.state, end.at)

    async def _send(self, message: Taken, sent_at: float) -> None:
        try:
            end = await self._try(message, sent_at)
        except Exception as error:
            logger.error("message %d could not be sent (%s)", message.id, where(error))
            end = Settled(
                id=message.id,
                attempt=message.attempts,
                state=OutgoingState.REFUSED,
                at=self._clock.now(),
                error="our mistake",
            )
        self._ended.append((message, end))
        del self._under_way[message.chat_id]
        # Several ends share a commit. The last one under way waits for nobody: a person's reply finds
        # its question by the id that is written down here.
        if not self._under_way or len(self._ended) >= SIDE_BY_SIDE / 2:
            self._wake.set()
        else:
            asyncio.get_running_loop().call_later(SHARE_SECONDS, self._wake.set)

    async def _try(self, message: Taken, sent_at: float) -> Settled:
        if message.edits is not None and "message_id" not in message.payload and message.message_id is None:
            return self._end(message, Outcome(OutgoingState.DONE, "nothing to edit"))
        key = kept_key(message)
        kept = await self._fetch(key) if key is not None else None
        if key is not None and kept is None:
            return self._end(message, Outcome(OutgoingState.DONE, "the picture is gone"))
        try:
            result = await self._bot.call(message.method, parameters(message, kept))
        except TelegramError as error:
            return self._end(message, outcome_of(error, message))
        finally:
            self._allowance.arrived(message.chat_id, sent_at, time.monotonic())
        message_id = result.get("message_id") if isinstance(result, dict) else None
        return Settled(
            id=message.id,
            attempt=message.attempts,
            state=OutgoingState.SENT,
            at=self._clock.now(),
            message_id=message_id,
        )

    def _end(self, message: Taken, outcome: Outcome) -> Settled:
        now = self._clock.now()
        if outcome.again_after is not None:
            seconds = outcome.again_after.total_seconds()
            self._allowance.hold(message.chat_id, time.monotonic() + seconds)
            if outcome.is_outage:
                self._paused_until = time.monotonic() + min(OUTAGE_SECONDS, seconds)
        if outcome.state is OutgoingState.REFUSED:
            logger.error("message %d was refused by Telegram", message.id)
        return Settled(
            id=message.id,
            attempt=message.attempts,
            state=outcome.state,
            at=now,
            error=outcome.error,
            not_before=now + outcome.again_after if outcome.again_after else None,
            is_again=outcome.may_have_arrived,
        )

    async def close(self) -> None:
        """Let what is under way end, write it down, and let go of the lease."""
        if self._under_way:
            _, left = await asyncio.wait(list(self._under_way.values()), timeout=CLOSING_SECONDS)
            for task in left:
                task.cancel()
        with contextlib.suppress(StoreUnavailable):
            async with self._store.work() as work:
                await self._settle(work, self._ended)
                await work.leases.release(LEASE, self._holder)


async def _tell_outcome(
    work: Transaction, message_id: int, about: str | None, state: OutgoingState, at: dt.datetime
) -> None:
    """Let whoever asked for it hear what became of a message."""
    facts = {"about": about, "state": state.value}
    await work.jobs.add(Job(kind="outcome", unique_key=f"outcome:{message_id}", due=at, facts=facts))
