"""What newcomers agreed to."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.consent import Consent, Purpose
from bot.domain.ids import NewcomerId
from bot.storage.sql import upsert
from bot.storage.tables import consents


class SqlConsents:
    """One row a newcomer and purpose: the last word."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of(self, newcomer_id: NewcomerId) -> Sequence[Consent]:
        """Everything this newcomer was asked and answered."""
        query = select(consents).where(consents.c.newcomer_id == newcomer_id).order_by(consents.c.purpose)
        rows = (await self._connection.execute(query)).all()
        return [Consent(purpose=Purpose(row.purpose), is_given=row.is_given, at=row.at) for row in rows]

    async def set(
        self, newcomer_id: NewcomerId, purpose: Purpose, *, is_given: bool, at: dt.datetime
    ) -> None:
        """This is the answer from now on."""
        changes = {
            "newcomer_id": newcomer_id,
            "purpose": purpose.value,
            "is_given": is_given,
            "at": at,
        }
        await self._connection.execute(
            upsert(self._connection, consents, key=("newcomer_id", "purpose"), changes=changes)
        )
