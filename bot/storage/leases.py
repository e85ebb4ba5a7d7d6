"""Leases: who alone may do something, and until when."""

import datetime as dt

from sqlalchemy import delete, or_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.sql import insert_new
from bot.storage.tables import leases


class SqlLeases:
    """One row a lease; whoever holds it renews it before it ends."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def hold(self, name: str, holder: str, *, now: dt.datetime, until: dt.datetime) -> bool:
        """Take or renew the lease; False while another holds it."""
        mine = (
            update(leases)
            .where(leases.c.name == name, or_(leases.c.holder == holder, leases.c.until < now))
            .values(holder=holder, until=until)
        )
        if (await self._connection.execute(mine)).rowcount:
            return True
        fresh = insert_new(self._connection, leases).values(name=name, holder=holder, until=until)
        return bool((await self._connection.execute(fresh)).rowcount)

    async def release(self, name: str, holder: str) -> None:
        """Let go, so that another need not wait for its end."""
        await self._connection.execute(delete(leases).where(leases.c.name == name, leases.c.holder == holder))
