"""The history of dossiers: lines are only ever added, and go with the newcomer."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.history import Actor, Event, What, Who
from bot.domain.ids import EventId, NewcomerId
from bot.storage.sql import new_id
from bot.storage.tables import history, history_notes


class SqlHistory:
    """Ids, codes and minutes in one table; own words in another."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(
        self,
        newcomer_id: NewcomerId,
        what: What,
        *,
        by: Actor,
        at: dt.datetime,
        facts: Mapping[str, Any] | None = None,
        why: str | None = None,
        note: str | None = None,
    ) -> EventId:
        """Write down what happened."""
        statement = history.insert().values(
            newcomer_id=newcomer_id,
            at=at,
            who=by.who.value,
            by_id=by.id,
            what=what.value,
            facts=dict(facts or {}),
            why=why,
        )
        event_id = EventId(new_id(await self._connection.execute(statement)))
        if note:
            await self._connection.execute(history_notes.insert().values(event_id=event_id, note=note))
        return event_id

    async def of(self, newcomer_id: NewcomerId) -> Sequence[Event]:
        """Every line, oldest first."""
        query = (
            select(history, history_notes.c.note)
            .outerjoin(history_notes, history_notes.c.event_id == history.c.id)
            .where(history.c.newcomer_id == newcomer_id)
            .order_by(history.c.id)
        )
        return [_event(row) for row in (await self._connection.execute(query)).all()]

    async def last_own(self, newcomer_ids: Collection[NewcomerId]) -> Mapping[NewcomerId, dt.datetime]:
        """When each newcomer last did something themselves in their dossier."""
        query = (
            select(history.c.newcomer_id, func.max(history.c.at).label("at"))
            .where(history.c.newcomer_id.in_(newcomer_ids), history.c.who == Who.NEWCOMER.value)
            .group_by(history.c.newcomer_id)
        )
        return {NewcomerId(row.newcomer_id): row.at for row in (await self._connection.execute(query)).all()}


def _event(row: Row[Any]) -> Event:
    return Event(
        id=EventId(row.id),
        newcomer_id=NewcomerId(row.newcomer_id),
        at=row.at,
        by=Actor(Who(row.who), row.by_id),
        what=What(row.what),
        facts=row.facts,
        why=row.why,
        note=row.note,
    )
