"""FAQ entries that an administrator took out of service."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.entry import SwitchedOff
from bot.domain.ids import EntryId
from bot.storage.sql import upsert
from bot.storage.tables import entries_off


class SqlEntriesOff:
    """One row an entry that is off."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def all(self) -> Sequence[SwitchedOff]:
        """Every entry that is off."""
        rows = (await self._connection.execute(select(entries_off))).all()
        return [SwitchedOff(EntryId(row.entry_id), row.reason, row.at) for row in rows]

    async def add(self, entry_id: EntryId, reason: str, *, at: dt.datetime) -> None:
        """Switch it off, or change the reason."""
        changes = {"entry_id": entry_id, "reason": reason, "at": at}
        await self._connection.execute(upsert(self._connection, entries_off, key="entry_id", changes=changes))

    async def remove(self, entry_id: EntryId) -> None:
        """Switch it on again."""
        await self._connection.execute(delete(entries_off).where(entries_off.c.entry_id == entry_id))
