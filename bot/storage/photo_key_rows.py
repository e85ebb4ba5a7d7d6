"""The keys in the database, each locked with a master key: made, opened, locked anew."""

from typing import Any

from sqlalchemy import Column, Table, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.services.photo_ports import KeyMissing
from bot.storage.database import Database
from bot.storage.photo_keys import MasterKeys, new_key
from bot.storage.sql import insert_new
from bot.storage.tables import newcomer_keys, shared_keys

AT_ONCE = 200
_ABOUT = {newcomer_keys.name: "newcomer", shared_keys.name: "shared"}


async def key_of(connection: AsyncConnection, masters: MasterKeys, newcomer_id: int) -> bytes | None:
    """A newcomer's key; None when it was erased, or there never was one.

    Raises:
        KeyMissing: It is locked with a master key that is not set.
    """
    return await _opened(connection, masters, newcomer_keys.c.newcomer_id, newcomer_id)


async def key_of_newcomer(connection: AsyncConnection, masters: MasterKeys, newcomer_id: int) -> bytes:
    """A newcomer's key, made now when there is none.

    Raises:
        IntegrityError: There is no such newcomer.
        KeyMissing: It is locked with a master key that is not set.
    """
    return await _made(connection, masters, newcomer_keys.c.newcomer_id, newcomer_id)


async def shared_key(
    connection: AsyncConnection, masters: MasterKeys, name: str, *, makes: bool = False
) -> bytes | None:
    """A key for everybody, by its name; None when there is none yet and none is made.

    Raises:
        KeyMissing: It is locked with a master key that is not set.
    """
    find = _made if makes else _opened
    return await find(connection, masters, shared_keys.c.name, name)


async def _made(connection: AsyncConnection, masters: MasterKeys, whose: Column[Any], owner: Any) -> bytes:
    found = await _opened(connection, masters, whose, owner)
    if found is not None:
        return found
    row = {whose.name: owner, **_wrapped(masters, whose.table, owner, new_key())}
    await connection.execute(insert_new(connection, whose.table).values(**row))
    # Of two that make it at once, one finds the other's.
    made = await _opened(connection, masters, whose, owner)
    assert made is not None
    return made


async def _opened(
    connection: AsyncConnection, masters: MasterKeys, whose: Column[Any], owner: Any
) -> bytes | None:
    row = (await connection.execute(select(whose.table).where(whose == owner))).first()
    if row is None:
        return None
    return masters.unwrap(row.wrapped, row.master_id, about=_about(whose.table, owner))


def _wrapped(masters: MasterKeys, table: Table, owner: Any, key: bytes) -> dict[str, Any]:
    wrapped = masters.newest.wrap(key, about=_about(table, owner))
    return {"wrapped": wrapped, "master_id": masters.newest.id}


def _about(table: Table, owner: Any) -> str:
    return f"{_ABOUT[table.name]} {owner}"


async def rewrap(database: Database, masters: MasterKeys) -> int:
    """Lock every key with the newest master key, as far as the set ones open them; how many changed."""
    return await _rewrap(database, masters, newcomer_keys.c.newcomer_id) + await _rewrap(
        database, masters, shared_keys.c.name
    )


async def _rewrap(database: Database, masters: MasterKeys, whose: Column[Any]) -> int:
    table = whose.table
    older = [key_id for key_id in masters.ids if key_id != masters.newest.id]
    if not older:
        return 0
    query = select(table).where(table.c.master_id.in_(older)).order_by(whose).limit(AT_ONCE)
    count, after = 0, None
    while True:
        async with database.work() as work:
            rows = (
                await work.connection.execute(query if after is None else query.where(whose > after))
            ).all()
            for row in rows:
                count += await _rewrap_row(work.connection, masters, whose, row)
        if len(rows) < AT_ONCE:
            return count
        after = rows[-1][0]


async def _rewrap_row(connection: AsyncConnection, masters: MasterKeys, whose: Column[Any], row: Any) -> int:
    owner = row[0]
    try:
        key = masters.unwrap(row.wrapped, row.master_id, about=_about(whose.table, owner))
    except KeyMissing:
        return 0
    fresh = update(whose.table).where(whose == owner, whose.table.c.wrapped == row.wrapped)
    await connection.execute(fresh.values(**_wrapped(masters, whose.table, owner, key)))
    return 1
