"""Pictures of papers whose time is over: the rows forget their keys, and a sweep takes the files away."""

import datetime as dt
from typing import Any

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.paper import UNDO_DAYS, PaperState
from bot.domain.privacy import UNUSED_PAPER_DAYS, Periods
from bot.storage.paper_tables import PICTURE_KEYS
from bot.storage.tables import paper_pages, papers

_OPEN = (PaperState.READING.value, PaperState.ASKING.value)


async def forget_papers(
    connection: AsyncConnection, periods: Periods, *, now: dt.datetime, limit: int
) -> int:
    """Drop photographs whose decision can no longer be undone, old scans, and what was never handed in.

    Args:
        connection: Of a unit of work.
        periods: The operator's.
        now: This moment (UTC).
        limit: How many of each kind at most.

    Returns:
        How many pages and papers they were.
    """
    undoable, kept = now - dt.timedelta(days=UNDO_DAYS), now - dt.timedelta(days=periods.scans)
    pages = paper_pages.c
    return sum(
        [
            await _drop(connection, undoable, limit, pages.original),
            await _drop(connection, kept, limit, pages.scan, pages.small, pages.writing),
            await _close(connection, now - dt.timedelta(days=UNUSED_PAPER_DAYS), limit),
        ]
    )


async def _drop(
    connection: AsyncConnection, decided_before: dt.datetime, limit: int, *keys: ColumnElement[Any]
) -> int:
    is_kept = or_(*(key.is_not(None) for key in keys))
    query = (
        select(paper_pages.c.id)
        .join(papers, papers.c.id == paper_pages.c.paper_id)
        .where(papers.c.decided_at < decided_before, is_kept)
    )
    ids = (await connection.execute(query.limit(limit))).scalars().all()
    forgotten = {key.key: None for key in keys if key.key is not None}
    theirs = update(paper_pages).where(paper_pages.c.id.in_(ids))
    return (await connection.execute(theirs.values(**forgotten))).rowcount


async def _close(connection: AsyncConnection, began_before: dt.datetime, limit: int) -> int:
    """What nobody handed in is taken back by itself."""
    query = select(papers.c.id).where(papers.c.state.in_(_OPEN), papers.c.began_at < began_before)
    ids = (await connection.execute(query.limit(limit))).scalars().all()
    if not ids:
        return 0
    forgotten = {column.name: None for column in PICTURE_KEYS} | {"file_id": "", "file_unique_id": ""}
    await connection.execute(update(paper_pages).where(paper_pages.c.paper_id.in_(ids)).values(**forgotten))
    closed = update(papers).where(papers.c.id.in_(ids), papers.c.state.in_(_OPEN))
    return (await connection.execute(closed.values(state=PaperState.TAKEN_BACK.value))).rowcount
