"""Who stands in for whom during leave."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import BegeleiderId
from bot.domain.stand_in import StandIn
from bot.storage.tables import stand_ins


class SqlStandIns:
    """One row a stretch of leave and colleague."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, stand_in: StandIn) -> None:
        """Let a colleague stand in."""
        await self._connection.execute(
            stand_ins.insert().values(
                begeleider_id=stand_in.begeleider_id,
                colleague_id=stand_in.colleague_id,
                first_day=stand_in.first_day,
                last_day=stand_in.last_day,
            )
        )

    async def of(self, begeleider_id: BegeleiderId, *, on_or_after: dt.date) -> Sequence[StandIn]:
        """Who stands in for a begeleider now or later."""
        query = (
            select(stand_ins)
            .where(stand_ins.c.begeleider_id == begeleider_id, stand_ins.c.last_day >= on_or_after)
            .order_by(stand_ins.c.first_day, stand_ins.c.id)
        )
        return [_stand_in(row) for row in (await self._connection.execute(query)).all()]

    async def by(self, colleague_id: BegeleiderId, *, on: dt.date) -> Sequence[StandIn]:
        """For whom this colleague stands in on a day."""
        query = select(stand_ins).where(
            stand_ins.c.colleague_id == colleague_id,
            stand_ins.c.first_day <= on,
            stand_ins.c.last_day >= on,
        )
        return [_stand_in(row) for row in (await self._connection.execute(query)).all()]

    async def end(self, begeleider_id: BegeleiderId, *, after: dt.date) -> None:
        """Nobody stands in for them after this day."""
        await self._end(stand_ins.c.begeleider_id == begeleider_id, after)

    async def end_by(self, colleague_id: BegeleiderId, *, after: dt.date) -> Sequence[StandIn]:
        """They stand in for nobody after this day; gives back the leaves that end by it, as they were."""
        theirs = stand_ins.c.colleague_id == colleague_id
        query = select(stand_ins).where(theirs, stand_ins.c.last_day > after).order_by(stand_ins.c.id)
        ended = [_stand_in(row) for row in (await self._connection.execute(query)).all()]
        await self._end(theirs, after)
        return ended

    async def _end(self, which: ColumnElement[bool], after: dt.date) -> None:
        await self._connection.execute(delete(stand_ins).where(which, stand_ins.c.first_day > after))
        await self._connection.execute(
            update(stand_ins).where(which, stand_ins.c.last_day > after).values(last_day=after)
        )


def _stand_in(row: Row[Any]) -> StandIn:
    return StandIn(
        begeleider_id=BegeleiderId(row.begeleider_id),
        colleague_id=BegeleiderId(row.colleague_id),
        first_day=row.first_day,
        last_day=row.last_day,
    )
