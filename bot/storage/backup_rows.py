"""Rows as a backup holds them: JSON lines that say of which kind each column is.

They tell nothing of the engine or of the code's own tables, so that SQLite and PostgreSQL are put back
into each other, and an older schema is filled before it is brought forward.
"""

import base64
import datetime as dt
import json
from collections.abc import AsyncIterator, Iterable
from typing import Any

from sqlalchemy import JSON, Date, LargeBinary, Table, column, func, insert, select, table, text
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import TypeEngine

from bot.storage.metadata import Id
from bot.storage.moments import Moment
from bot.storage.tables import leases, metadata

ROWS_AT_ONCE = 500
LEFT_OUT = frozenset({leases.name})
"""Who alone may do something at the moment of a backup says nothing later."""
PLAIN = "plain"
GAP = 10_000
"""So many ids are left out after a restore: they may have been given away since the backup, to people who
are lost with it, and buttons in chats still carry them."""
_KINDS: dict[str, TypeEngine[Any]] = {
    "moment": Moment(timezone=True),
    "day": Date(),
    "bytes": LargeBinary(),
    "json": JSON(),
    "json or null": JSON(none_as_null=True),
}


def _kind(type_: TypeEngine[Any]) -> str:
    if isinstance(type_, Moment):
        return "moment"
    if isinstance(type_, JSON):
        return "json or null" if type_.none_as_null else "json"
    if isinstance(type_, LargeBinary):
        return "bytes"
    return "day" if isinstance(type_, Date) else PLAIN


# Out.


async def told_rows(connection: AsyncConnection) -> AsyncIterator[str]:
    """Every row of every table, parents first: a line for the table, then one for each row."""
    for source in metadata.sorted_tables:
        if source.name in LEFT_OUT:
            continue
        columns = {one.name: _kind(one.type) for one in source.columns}
        counter = await _counter(connection, source)
        yield _line({"table": source.name, "columns": columns, "counter": counter})
        query = select(source).order_by(*source.primary_key.columns)
        rows = await connection.stream(query.execution_options(yield_per=ROWS_AT_ONCE))
        async for row in rows:
            yield _line([_told(value) for value in row])


def _line(value: Any) -> str:
    return json.dumps(value, separators=(",", ":")) + "\n"


def _told(value: Any) -> Any:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value.isoformat() if isinstance(value, dt.date) else value


async def _counter(connection: AsyncConnection, source: Table) -> int | None:
    """The highest id that was ever given away, so that an erased one does not come again."""
    key = source.primary_key.columns.get("id")
    if key is None or key.type is not Id:
        return None
    highest = (await connection.execute(select(func.max(key)))).scalar() or 0
    return max(highest, await _given_away(connection, source))


async def _given_away(connection: AsyncConnection, source: Table) -> int:
    told = {"name": source.name}
    if connection.dialect.name != "sqlite":
        sequence = text("SELECT pg_sequence_last_value(pg_get_serial_sequence(:name, 'id')::regclass)")
        return (await connection.execute(sequence, told)).scalar() or 0
    if not source.dialect_options["sqlite"].get("autoincrement"):
        return 0
    counted = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
    return (await connection.execute(counted, told)).scalar() or 0


# In.


class RowLoader:
    """Puts told rows into tables of the schema they were told of."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._insert: Any = None
        self._names: list[str] = []
        self._kinds: list[str] = []
        self._waiting: list[dict[str, Any]] = []
        self.rows = 0

    async def take(self, lines: Iterable[str]) -> None:
        """Take some more lines, in order."""
        for line in lines:
            told = json.loads(line)
            if isinstance(told, dict):
                await self._begin(told)
            else:
                self._waiting.append(self._row(told))
            if len(self._waiting) >= ROWS_AT_ONCE:
                await self._flush()
        await self._flush()

    async def _begin(self, told: dict[str, Any]) -> None:
        await self._flush()
        self._names, self._kinds = list(told["columns"]), list(told["columns"].values())
        columns = [column(name, _KINDS.get(kind)) for name, kind in told["columns"].items()]
        target = table(told["table"], *columns)
        # A step of the schema may have put rows there, which the told ones replace.
        await self._connection.execute(target.delete())
        self._insert = insert(target)
        if told["counter"] is not None:
            await _count_on(self._connection, told["table"], told["counter"] + GAP)

    def _row(self, values: list[Any]) -> dict[str, Any]:
        read = map(_read, values, self._kinds)
        return dict(zip(self._names, read, strict=True))

    async def _flush(self) -> None:
        rows, self._waiting = self._waiting, []
        if rows:
            await self._connection.execute(self._insert, rows)
            self.rows += len(rows)


def _read(value: Any, kind: str) -> Any:
    if value is None:
        return None
    match kind:
        case "moment":
            return dt.datetime.fromisoformat(value)
        case "day":
            return dt.date.fromisoformat(value)
        case "bytes":
            return base64.b64decode(value)
    return value


async def _count_on(connection: AsyncConnection, name: str, counter: int) -> None:
    """Give away no id up to this one again."""
    if connection.dialect.name != "sqlite":
        statement = text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :counter)")
        await connection.execute(statement, {"name": name, "counter": counter})
        return
    schema = text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = :name")
    if "AUTOINCREMENT" in str((await connection.execute(schema, {"name": name})).scalar()).upper():
        told = {"name": name, "counter": counter}
        await connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), told)
        await connection.execute(text("INSERT INTO sqlite_sequence VALUES (:name, :counter)"), told)
