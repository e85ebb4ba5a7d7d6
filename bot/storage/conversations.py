"""Where each person is in a conversation."""

import datetime as dt
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import AccountId
from bot.storage.sql import upsert
from bot.storage.tables import conversations


class SqlConversations:
    """One row an account; a restart is not noticed."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, account_id: AccountId) -> tuple[str, dict[str, Any]] | None:
        """The state's name and what it remembers."""
        query = select(conversations.c.state, conversations.c.facts).where(
            conversations.c.account_id == account_id
        )
        row = (await self._connection.execute(query)).first()
        return None if row is None else (row.state, row.facts)

    async def set(self, account_id: AccountId, state: str, facts: dict[str, Any], *, at: dt.datetime) -> None:
        """Be in this state from now on."""
        changes = {"account_id": account_id, "state": state, "facts": facts, "since": at}
        await self._connection.execute(
            upsert(self._connection, conversations, key="account_id", changes=changes)
        )

    async def clear(self, account_id: AccountId) -> None:
        """Be in no conversation."""
        await self._connection.execute(delete(conversations).where(conversations.c.account_id == account_id))
