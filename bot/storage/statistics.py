"""Counts for the administrator: how many, never who or what."""

import datetime as dt
from collections import defaultdict
from typing import Any

from sqlalchemy import ColumnElement, Table, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import OfferId
from bot.storage.offers import SqlOffers
from bot.storage.tables import (
    accounts,
    begeleiders,
    entries_off,
    inbox,
    jobs,
    newcomers,
    outbox,
    papers,
    participations,
    questions,
)
from bot.storage.wishes import SqlWishes

PAGE = 500


async def count_everything(
    connection: AsyncConnection, *, now: dt.datetime, today: dt.date | None = None
) -> dict[str, Any]:
    """Numbers of people, questions, offers, messages and work for later, and what asks for attention.

    Args:
        connection: Of a unit of work that reads.
        now: This moment (UTC).
        today: The day in the bot's time zone; that of `now` when it is not given.
    """
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
        "offers": await _offers(connection, today or now.date()),
        "participations": await _by(connection, participations, participations.c.step),
        "papers": await _by_state(connection, papers),
        "wishes": await _wishes(connection),
        "entries_off": await _count(connection, entries_off),
    }


async def _count(connection: AsyncConnection, table: Table) -> int:
    return int((await connection.execute(select(func.count()).select_from(table))).scalar_one())


async def _by_state(connection: AsyncConnection, table: Table) -> dict[str, int]:
    return await _by(connection, table, table.c.state)


async def _by(connection: AsyncConnection, table: Table, column: ColumnElement[str]) -> dict[str, int]:
    query = select(column, func.count()).select_from(table).group_by(column).order_by(column)
    return {str(row[0]): int(row[1]) for row in (await connection.execute(query)).all()}


async def _offers(connection: AsyncConnection, today: dt.date) -> dict[str, int]:
    """How many can be chosen, how many of these are still to be checked, and how many vanished."""
    counts, offers, after = {"open": 0, "unchecked": 0, "vanished": 0}, SqlOffers(connection), OfferId(0)
    while page := await offers.all(after=after, limit=PAGE):
        after = page[-1].id
        are_open = [offer for offer in page if offer.is_open(today)]
        counts["open"] += len(are_open)
        counts["unchecked"] += sum(not offer.details.is_checked for offer in are_open)
        counts["vanished"] += sum(offer.vanished_at is not None for offer in page)
    return counts


async def _wishes(connection: AsyncConnection) -> dict[str, dict[str, int]]:
    """How many people wish for what and where, most of all first."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for interest, municipality, people in await SqlWishes(connection).counts():
        found[interest][municipality or "unknown"] = people
    return dict(found)


async def _by_id(connection: AsyncConnection) -> dict[int, int]:
    """How many newcomers each begeleider has, by the begeleider's id."""
    query = (
        select(begeleiders.c.id, func.count(newcomers.c.id))
        .outerjoin(newcomers, newcomers.c.begeleider_id == begeleiders.c.id)
        .group_by(begeleiders.c.id)
        .order_by(begeleiders.c.id)
    )
    return {row.id: row[1] for row in (await connection.execute(query)).all()}
