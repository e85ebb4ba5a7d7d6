"""Counts for the administrator: how many, never who or what."""

import datetime as dt
from typing import Any

from sqlalchemy import Table, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import accounts, begeleiders, entries_off, inbox, jobs, newcomers, outbox, questions


async def count_everything(connection: AsyncConnection, *, now: dt.datetime) -> dict[str, Any]:
    """Numbers of people, questions, messages and work for later, and what asks for attention."""
    oldest = select(func.min(inbox.c.received_at)).where(inbox.c.state == "waiting")
    oldest_waiting: dt.datetime | None = (await connection.execute(oldest)).scalar()
    return {
        "accounts": await _count(connection, accounts),
        "begeleiders": await _by_id(connection),
        "newcomers": await _count(connection, newcomers),
        "questions": await _by_state(connection, questions),
        "inbox": await _by_state(connection, inbox),
        "oldest_waiting_seconds": int((now - oldest_waiting).total_seconds()) if oldest_waiting else 0,
        "outbox": await _by_state(connection, outbox),
        "jobs": await _by_state(connection, jobs),
        "entries_off": await _count(connection, entries_off),
    }


async def _count(connection: AsyncConnection, table: Table) -> int:
    return int((await connection.execute(select(func.count()).select_from(table))).scalar_one())


async def _by_state(connection: AsyncConnection, table: Table) -> dict[str, int]:
    query = select(table.c.state, func.count()).group_by(table.c.state).order_by(table.c.state)
    return {row.state: row[1] for row in (await connection.execute(query)).all()}


async def _by_id(connection: AsyncConnection) -> dict[int, int]:
    """How many newcomers each begeleider has, by the begeleider's id."""
    query = (
        select(begeleiders.c.id, func.count(newcomers.c.id))
        .outerjoin(newcomers, newcomers.c.begeleider_id == begeleiders.c.id)
        .group_by(begeleiders.c.id)
        .order_by(begeleiders.c.id)
    )
    return {row.id: row[1] for row in (await connection.execute(query)).all()}
