"""Who corrected or marked what of an offer, so that it is seen and can be undone."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import BegeleiderId, OfferId
from bot.domain.offer import OfferDetails
from bot.domain.offer_fields import OfferField
from bot.services.catalogue_ports import NotedChange
from bot.storage.offer_json import pack, unpack
from bot.storage.sql import new_id
from bot.storage.tables import offer_changes


class SqlOfferChanges:
    """One row a change; an undone one goes."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def note(
        self,
        offer_id: OfferId,
        by: BegeleiderId,
        field: OfferField,
        *,
        before: OfferDetails | None,
        at: dt.datetime,
    ) -> int:
        """Keep who changed what; gives back the change's id."""
        statement = offer_changes.insert().values(
            offer_id=offer_id,
            begeleider_id=by,
            field=field.value,
            before=None if before is None else pack(before),
            at=at,
        )
        return new_id(await self._connection.execute(statement))

    async def get(self, change_id: int) -> NotedChange | None:
        """The change with this id; None for one that was undone."""
        query = select(offer_changes).where(offer_changes.c.id == change_id)
        row = (await self._connection.execute(query)).first()
        return None if row is None else _change(row)

    async def of(self, offer_id: OfferId, *, limit: int) -> Sequence[NotedChange]:
        """The last changes of an offer, newest first."""
        query = select(offer_changes).where(offer_changes.c.offer_id == offer_id)
        rows = (await self._connection.execute(query.order_by(offer_changes.c.id.desc()).limit(limit))).all()
        return [_change(row) for row in rows]

    async def drop(self, change_id: int) -> None:
        """It was undone."""
        await self._connection.execute(delete(offer_changes).where(offer_changes.c.id == change_id))


def _change(row: Row[Any]) -> NotedChange:
    return NotedChange(
        id=row.id,
        offer_id=OfferId(row.offer_id),
        by=None if row.begeleider_id is None else BegeleiderId(row.begeleider_id),
        field=OfferField(row.field),
        before=None if row.before is None else unpack(row.before),
        at=row.at,
    )
