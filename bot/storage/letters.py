"""Letters: what begeleiders wrote without being asked."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import BegeleiderId, LetterId, NewcomerId
from bot.domain.letter import Letter
from bot.domain.question import Delivery, Part
from bot.storage.sql import new_id
from bot.storage.tables import letters


class SqlLetters:
    """One row a letter."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(
        self,
        newcomer_id: NewcomerId,
        begeleider_id: BegeleiderId,
        part: Part,
        content: str,
        *,
        message_id: int | None,
        is_text: bool,
        at: dt.datetime,
    ) -> LetterId:
        """Keep a letter that is about to go out."""
        statement = letters.insert().values(
            newcomer_id=newcomer_id,
            begeleider_id=begeleider_id,
            part=part.value,
            content=content,
            message_id=message_id,
            is_text=is_text,
            delivery=Delivery.WAITING.value,
            at=at,
        )
        return LetterId(new_id(await self._connection.execute(statement)))

    async def get(self, letter_id: LetterId) -> Letter | None:
        """The letter with this id."""
        row = (await self._connection.execute(select(letters).where(letters.c.id == letter_id))).first()
        return None if row is None else _letter(row)

    async def of(self, newcomer_id: NewcomerId) -> Sequence[Letter]:
        """Every letter to this newcomer, oldest first."""
        query = select(letters).where(letters.c.newcomer_id == newcomer_id).order_by(letters.c.id)
        return [_letter(row) for row in (await self._connection.execute(query)).all()]

    async def set_delivery(self, letter_id: LetterId, delivery: Delivery) -> None:
        """Whether it reached the newcomer's phone."""
        await self._connection.execute(
            update(letters).where(letters.c.id == letter_id).values(delivery=delivery.value)
        )


def _letter(row: Row[Any]) -> Letter:
    return Letter(
        id=LetterId(row.id),
        newcomer_id=NewcomerId(row.newcomer_id),
        begeleider_id=BegeleiderId(row.begeleider_id),
        part=Part(row.part),
        content=row.content,
        message_id=row.message_id,
        is_text=row.is_text,
        at=row.at,
        delivery=Delivery(row.delivery),
    )
