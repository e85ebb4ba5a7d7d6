"""What happens behind contacts' doors; the codes themselves are worked out and kept nowhere."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.door import Door
from bot.domain.ids import ContactId, DoorId
from bot.domain.offer_kind import OfferKind
from bot.storage.sql import insert_new
from bot.storage.tables import doors


class SqlDoors:
    """One row a contact, kind of offer and duration."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def open(self, contact_id: ContactId, kind: OfferKind, minutes: int, *, at: dt.datetime) -> DoorId:
        """The door for this, made when there is none."""
        of_it = {"contact_id": contact_id, "kind": kind.value, "minutes": minutes}
        await self._connection.execute(insert_new(self._connection, doors).values(**of_it, made_at=at))
        query = select(doors.c.id).where(*(doors.c[name] == value for name, value in of_it.items()))
        return DoorId((await self._connection.execute(query)).scalar_one())

    async def get(self, door_id: DoorId) -> Door | None:
        """The door with this id."""
        row = (await self._connection.execute(select(doors).where(doors.c.id == door_id))).first()
        return None if row is None else _door(row)

    async def of(self, contact_id: ContactId) -> Sequence[Door]:
        """All of a contact's, oldest first."""
        query = select(doors).where(doors.c.contact_id == contact_id).order_by(doors.c.id)
        return [_door(row) for row in (await self._connection.execute(query)).all()]


def _door(row: Row[Any]) -> Door:
    return Door(
        id=DoorId(row.id),
        contact_id=ContactId(row.contact_id),
        kind=OfferKind(row.kind),
        minutes=row.minutes,
        made_at=row.made_at,
    )
