"""Forgets what the delivery needs no longer: texts after a week, old cards' numbers after a year."""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable

from bot.services.delivery_ports import Store, Transaction

WORDS_STAY = dt.timedelta(days=7)
"""After an update or a message ended, for whoever must find out what went wrong."""
NAMES_STAY = dt.timedelta(days=400)
"""A reply to a card finds its question for so long: a contract's term and a little more."""
FAILED_JOBS_STAY = dt.timedelta(days=30)

Batch = Callable[[Transaction, int], Awaitable[int | None]]


async def forget_delivered(store: Store, now: dt.datetime) -> None:
    """Forget what ended long ago, in many short transactions; whoever writes meanwhile hardly waits.

    Done again, or broken off halfway, it does no harm. Not to be called within a transaction.

    Args:
        store: Where units of work are opened.
        now: This moment.
    """
    moment, named_before = now - WORDS_STAY, now - NAMES_STAY
    await _through(store, lambda work, after: work.inbox.forget_before(moment, after=after))
    await _through(
        store,
        lambda work, after: work.outbox.forget_before(moment, named_before=named_before, after=after),
    )
    async with store.work() as work:
        await work.jobs.forget_before(now - FAILED_JOBS_STAY)


async def _through(store: Store, forget: Batch) -> None:
    after: int | None = -1
    while after is not None:
        async with store.work() as work:
            after = await forget(work, after)
        # Others who wait for the one writer come in between.
        await asyncio.sleep(0)
