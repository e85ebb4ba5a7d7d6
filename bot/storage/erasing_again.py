"""After a backup was put back: what was erased since is erased again, by the list outside of it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Table, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.person import Person
from bot.storage.erasure_log import PICTURE, Erasure
from bot.storage.privacy import SqlPrivacy
from bot.storage.tables import accounts, begeleiders, blobs, contacts, erasures, newcomer_accounts, newcomers

_TABLES = {"newcomer": newcomers, "begeleider": begeleiders, "account": accounts, "contact": contacts}
_EMPTIED = (begeleiders, contacts)
"""An erased one's row stays, without a name."""


async def erase_again(connection: AsyncConnection, noted: Collection[Erasure], *, at: dt.datetime) -> int:
    """Erase everybody and every picture on the list that came back; how many.

    What has the same id and is younger than the erasure is somebody else.

    Args:
        connection: Of the transaction.
        noted: The list, in any order; what is gone already does no harm.
        at: This moment.
    """
    together: dict[dt.datetime, list[Erasure]] = defaultdict(list)
    for one in noted:
        together[one.at].append(one)
    count = 0
    for moment in sorted(together):
        count += await _erase_people(connection, together[moment], moment, at)
        count += await _erase_pictures(connection, together[moment], moment)
        await _note_again(connection, together[moment])
    return count


async def _erase_people(
    connection: AsyncConnection, noted: Sequence[Erasure], moment: dt.datetime, at: dt.datetime
) -> int:
    """Whoever was erased in one step, with their dossier and their phones."""
    found = {
        kind: await _that_are_back(connection, table, [one.id for one in noted if one.kind == kind], moment)
        for kind, table in _TABLES.items()
    }
    count = sum(map(len, found.values()))
    if count:
        person = await _person(connection, found["newcomer"], found["begeleider"], found["account"])
        person = replace(person, contact_ids=tuple(found["contact"]))
        await SqlPrivacy(connection).erase(person, at=at)
    return count


async def _that_are_back(
    connection: AsyncConnection, table: Table, ids: Sequence[int | str], moment: dt.datetime
) -> list[Any]:
    if not ids:
        return []
    came_at = table.c.joined_at if table is contacts else table.c.created_at
    query = select(table.c.id).where(table.c.id.in_(ids), came_at <= moment)
    if table in _EMPTIED:
        query = query.where(table.c.name != "")
    return list((await connection.execute(query)).scalars())


async def _person(
    connection: AsyncConnection, newcomer_ids: list[Any], begeleider_ids: list[Any], account_ids: list[Any]
) -> Person:
    names = select(newcomers.c.name).where(newcomers.c.id.in_(newcomer_ids))
    own = select(accounts.c.id, accounts.c.chat_id).where(accounts.c.id.in_(account_ids))
    linked = select(newcomer_accounts.c.account_id).where(newcomer_accounts.c.newcomer_id.in_(newcomer_ids))
    shared = select(accounts.c.id, accounts.c.chat_id).where(
        accounts.c.id.in_(linked), accounts.c.id.not_in(account_ids)
    )
    own_rows = (await connection.execute(own)).all()
    shared_rows = (await connection.execute(shared)).all()
    return Person(
        newcomer_ids=tuple(newcomer_ids),
        begeleider_ids=tuple(begeleider_ids),
        account_ids=tuple(row.id for row in own_rows),
        chat_ids=tuple(row.chat_id for row in own_rows),
        shared_account_ids=tuple(row.id for row in shared_rows),
        shared_chat_ids=tuple(row.chat_id for row in shared_rows),
        names=tuple((await connection.execute(names)).scalars()),
    )


async def _erase_pictures(connection: AsyncConnection, noted: Sequence[Erasure], moment: dt.datetime) -> int:
    keys = [one.id for one in noted if one.kind == PICTURE]
    if not keys:
        return 0
    back = delete(blobs).where(blobs.c.key.in_(keys), blobs.c.kept_at <= moment)
    return (await connection.execute(back)).rowcount


async def _note_again(connection: AsyncConnection, noted: Sequence[Erasure]) -> None:
    """The restored database's own list knows only what was erased before the backup."""
    for one in noted:
        if one.kind not in _TABLES:
            continue
        row = {"kind": one.kind, "erased_id": one.id, "at": one.at}
        is_there = select(erasures.c.id).where(*(erasures.c[name] == value for name, value in row.items()))
        if (await connection.execute(is_there)).first() is None:
            await connection.execute(erasures.insert().values(**row))
