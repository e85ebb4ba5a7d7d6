"""What waited when a backup was made is held back after it was put back, until the administrator decides.

Most of it was said and done after the backup: sent once more, it would only confuse.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import and_, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.services.delivery_ports import SAFE_TO_REPEAT, OutgoingState
from bot.storage import inbox as inbox_states
from bot.storage import jobs as job_states
from bot.storage.tables import inbox, jobs, outbox

HELD = "held"
_PENDING = (OutgoingState.WAITING.value, OutgoingState.SENDING.value)


@dataclass(frozen=True, kw_only=True)
class Held:
    """How much is held back."""

    messages: int
    """To people, reminders too."""
    jobs: int
    """Work that was due."""
    updates: int
    """What people sent and nobody had handled yet."""


async def hold(connection: AsyncConnection, *, at: dt.datetime, goes_on: Collection[str] = ()) -> Held:
    """Hold back what waits at this moment; what is due later goes on.

    Args:
        connection: Of a transaction in which nobody has seen the rows yet.
        at: This moment.
        goes_on: The kinds of jobs that speak to nobody.
    """
    waits = and_(outbox.c.state.in_(_PENDING), outbox.c.payload.is_not(None))
    await connection.execute(update(outbox).where(waits).values(state=HELD))
    due = and_(jobs.c.state == job_states.WAITING, jobs.c.due <= at, jobs.c.kind.not_in(goes_on))
    await connection.execute(update(jobs).where(due).values(state=HELD, leased_until=None))
    await connection.execute(update(jobs).where(jobs.c.leased_until.is_not(None)).values(leased_until=None))
    await connection.execute(
        update(inbox).where(inbox.c.state == inbox_states.WAITING).values(state=HELD, next_try=None)
    )
    return await count_held(connection)


async def count_held(connection: AsyncConnection) -> Held:
    """How much is held back now."""
    counts = {}
    for name, table in (("messages", outbox), ("jobs", jobs), ("updates", inbox)):
        query = select(func.count()).select_from(table).where(table.c.state == HELD)
        counts[name] = int((await connection.execute(query)).scalar_one())
    return Held(**counts)


async def release(connection: AsyncConnection, *, at: dt.datetime) -> Held:
    """Let go of all that is held back; messages say that they may have come before. How much it was."""
    held = await count_held(connection)
    messages = update(outbox).where(outbox.c.state == HELD)
    again = messages.where(outbox.c.method.not_in(SAFE_TO_REPEAT))
    await connection.execute(again.values(is_again=True))
    await connection.execute(messages.values(state=OutgoingState.WAITING.value, not_before=at))
    await connection.execute(update(jobs).where(jobs.c.state == HELD).values(state=job_states.WAITING))
    await connection.execute(update(inbox).where(inbox.c.state == HELD).values(state=inbox_states.WAITING))
    return held


async def drop(connection: AsyncConnection, *, at: dt.datetime) -> Held:
    """Forget all that is held back; an update's id stays, so that it is never handled. How much it was."""
    held = await count_held(connection)
    await connection.execute(
        update(outbox)
        .where(outbox.c.state == HELD)
        .values(state=OutgoingState.DROPPED.value, ended_at=at, error="held at a restore", payload=None)
    )
    await connection.execute(delete(jobs).where(jobs.c.state == HELD))
    await connection.execute(
        update(inbox)
        .where(inbox.c.state == HELD)
        .values(state=inbox_states.DONE, ended_at=at, error=None, payload=None)
    )
    return held
