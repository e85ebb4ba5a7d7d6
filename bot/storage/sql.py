"""Small pieces of SQL that the two engines write differently."""

from typing import Any

from sqlalchemy import ColumnElement, CursorResult, Select, Table, func, literal_column, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection


def insert_new(connection: AsyncConnection, table: Table) -> Any:
    """An insert that leaves what is already there alone."""
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    return dialect.insert(table).on_conflict_do_nothing()


def upsert(
    connection: AsyncConnection, table: Table, *, key: str | tuple[str, ...], changes: dict[str, Any]
) -> Any:
    """An insert of `changes` that updates the row with the same `key`, which may be several columns."""
    keys = (key,) if isinstance(key, str) else key
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    return (
        dialect.insert(table)
        .values(**changes)
        .on_conflict_do_update(
            index_elements=keys, set_={name: value for name, value in changes.items() if name not in keys}
        )
    )


def state(name: str) -> ColumnElement[str]:
    """A state as it stands in a partial index; SQLite does not match such an index to a parameter."""
    assert name.isidentifier()
    return literal_column(f"'{name}'")


def locked(query: Select[Any], *, skip: bool = False) -> Select[Any]:
    """Lock the rows for this transaction; SQLite has locked the whole file already and ignores it."""
    return query.with_for_update(skip_locked=skip)


async def last_of(
    connection: AsyncConnection, key: ColumnElement[int], *, after: int, rows: int
) -> int | None:
    """The highest of the next so many keys after one; None when there is none left.

    Going through a table so, a part at a time, keeps each transaction short and needs no index of its own.
    """
    part = select(key).where(key > after).order_by(key).limit(rows).subquery()
    last: int | None = (await connection.execute(select(func.max(part.c[0])))).scalar()
    return last


async def without_sorting(connection: AsyncConnection) -> None:
    """Until the end of the transaction, read in the order of an index rather than sort what was found.

    PostgreSQL's statistics know nothing yet of thousands of rows that were just queued: it would take them
    for one, and sort all of them each time to find the first. SQLite goes by the index anyway.
    """
    if connection.dialect.name == "postgresql":
        await connection.exec_driver_sql("SET LOCAL enable_sort = off")


def new_id(result: CursorResult[Any]) -> int:
    """The id that the database gave to the row just inserted."""
    key = result.inserted_primary_key
    assert key is not None
    return int(key[0])
