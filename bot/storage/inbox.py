"""The inbox: updates as they came, and whose turn it is."""

import datetime as dt
from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, and_, delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import ChatId
from bot.services.delivery_ports import Received
from bot.storage.sql import insert_new, last_of, locked, state
from bot.storage.tables import inbox

WAITING, DONE, SET_ASIDE = "waiting", "done", "set_aside"


class SqlInbox:
    """Keeps the order within a chat and every id once."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def accept(self, updates: Sequence[Received], *, at: dt.datetime) -> Sequence[int]:
        """Keep those that are new; give back their ids."""
        if not updates:
            return ()
        rows = [
            {
                "update_id": u.update_id,
                "chat_id": u.chat_id,
                "payload": u.payload,
                "state": WAITING,
                "attempts": 0,
                "received_at": at,
            }
            for u in updates
        ]
        statement = insert_new(self._connection, inbox).values(rows).returning(inbox.c.update_id)
        return (await self._connection.execute(statement)).scalars().all()

    async def has(self, update_id: int) -> bool:
        """Was this update kept, whatever became of it?"""
        query = select(inbox.c.update_id).where(inbox.c.update_id == update_id)
        return (await self._connection.execute(query)).first() is not None

    async def due(self, now: dt.datetime, *, came_before: dt.datetime, limit: int) -> Sequence[Received]:
        """Updates that came before a moment and whose turn it is: nothing earlier of their chat waits."""
        query = (
            select(inbox.c.update_id, inbox.c.chat_id, inbox.c.payload, inbox.c.attempts)
            .where(_is_due(now), inbox.c.received_at <= came_before, ~_has_earlier())
            # The sum keeps SQLite from walking through all that is done, in the order of the key.
            .order_by(inbox.c.update_id + 0)
            .limit(limit)
        )
        rows = (await self._connection.execute(query)).all()
        return [
            Received(update_id=r.update_id, chat_id=ChatId(r.chat_id), payload=r.payload, attempts=r.attempts)
            for r in rows
        ]

    async def claim(self, update_ids: Collection[int], now: dt.datetime) -> Sequence[int]:
        """Lock those that are still due, in order; skip what another process holds."""
        query = (
            select(inbox.c.update_id)
            .where(inbox.c.update_id.in_(update_ids), _is_due(now), ~_has_earlier())
            .order_by(inbox.c.update_id)
        )
        ids: Sequence[int] = (await self._connection.execute(locked(query, skip=True))).scalars().all()
        return ids

    async def finish(self, update_ids: Sequence[int], *, at: dt.datetime) -> None:
        """Their effects are in this transaction; what the person wrote is not needed here any more."""
        await self._connection.execute(
            update(inbox)
            .where(inbox.c.update_id.in_(update_ids))
            .values(state=DONE, ended_at=at, error=None, payload=None)
        )

    async def postpone(self, update_id: int, *, error: str, next_try: dt.datetime) -> None:
        """It failed; later ones of its chat wait for it."""
        await self._connection.execute(
            update(inbox)
            .where(inbox.c.update_id == update_id)
            .values(attempts=inbox.c.attempts + 1, error=error, next_try=next_try)
        )

    async def set_aside(self, update_id: int, *, error: str, at: dt.datetime) -> None:
        """It keeps failing; the next one goes on."""
        await self._connection.execute(
            update(inbox)
            .where(inbox.c.update_id == update_id)
            .values(state=SET_ASIDE, attempts=inbox.c.attempts + 1, error=error, ended_at=at)
        )

    async def forget_before(self, moment: dt.datetime, *, after: int = -1, rows: int = 300) -> int | None:
        """Forget the updates that ended before a moment, whatever became of them, among some rows."""
        last = await last_of(self._connection, inbox.c.update_id, after=after, rows=rows)
        if last is not None:
            looked_at = inbox.c.update_id.between(after + 1, last)
            await self._connection.execute(delete(inbox).where(looked_at, inbox.c.ended_at < moment))
        return last


def _is_due(now: dt.datetime) -> ColumnElement[bool]:
    return and_(inbox.c.state == state(WAITING), or_(inbox.c.next_try.is_(None), inbox.c.next_try <= now))


def _has_earlier() -> ColumnElement[bool]:
    earlier = inbox.alias("earlier")
    return exists(
        select(earlier.c.update_id).where(
            earlier.c.state == state(WAITING),
            earlier.c.chat_id == inbox.c.chat_id,
            earlier.c.update_id < inbox.c.update_id,
        )
    )
