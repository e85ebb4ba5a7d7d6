"""The database: SQLite in one file or PostgreSQL, behind one way of opening a unit of work."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, nullcontext
from typing import Any

from sqlalchemy import URL, Connection, event, make_url, select
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.services.delivery_ports import StoreUnavailable
from bot.storage.erasure_log import Erasure, ErasureLog
from bot.storage.tables import erasures, metadata
from bot.storage.work import SqlWork

BUSY_SECONDS = 5
# Two transactions in each other's way: the same work succeeds when tried again.
_PASSING = {"DeadlockDetectedError", "SerializationError"}
# asyncpg's word for a value of the wrong kind or size; it counts as an interface error there.
_NEVER = {"DataError"}


class DatabaseAway(Exception):  # noqa: N818 - a plain statement
    """The database cannot be opened."""


def async_url(url: str) -> str:
    """Name the async driver for a plain database URL (`sqlite:///…`, `postgresql://…`)."""
    url = re.sub(r"^sqlite:", "sqlite+aiosqlite:", url)
    return re.sub(r"^postgres(ql)?:", "postgresql+asyncpg:", url)


def create_engine(url: str, *, pool_size: int = 5, holds_foreign_keys: bool = True) -> AsyncEngine:
    """Open the database at `url`, with the settings our promises need.

    Raises:
        DatabaseAway: This is no address of SQLite or PostgreSQL.
    """
    address = _address(url)
    engine = create_async_engine(
        address,
        pool_size=pool_size,
        pool_pre_ping=address.get_backend_name() != "sqlite",
        # What an error says reaches logs; what people wrote must not.
        hide_parameters=True,
    )
    if address.get_backend_name() == "sqlite":
        _prepare_sqlite(engine, holds_foreign_keys)
    return engine


def _address(url: str) -> URL:
    wrong = DatabaseAway("BOT_DATABASE_URL: give sqlite:///path or postgresql://user@host/name")
    try:
        address = make_url(async_url(url))
    except (ArgumentError, ValueError):
        raise wrong from None
    if address.drivername not in ("sqlite+aiosqlite", "postgresql+asyncpg"):
        raise wrong
    return address


def _prepare_sqlite(engine: AsyncEngine, holds_foreign_keys: bool) -> None:
    """WAL, foreign keys, a patient lock; and a writer that says so before it reads."""

    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            f"foreign_keys={'ON' if holds_foreign_keys else 'OFF'}",
            f"busy_timeout={BUSY_SECONDS * 1000}",
            "secure_delete=ON",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: Connection) -> None:
        # A transaction that upgrades from reading to writing can fail halfway; one that begins as
        # a writer waits for its turn instead.
        reads_only = connection.get_execution_options().get("reads_only", False)
        connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")


class Database:
    """Opens units of work on one engine."""

    def __init__(self, engine: AsyncEngine, *, erased: ErasureLog | None = None) -> None:
        """
        Args:
            engine: Made by `create_engine`.
            erased: The list outside the database of what was erased; None where none is kept.
        """
        self.engine = engine
        self._erased = erased
        self.is_sqlite = engine.dialect.name == "sqlite"
        # SQLite has one writer; queueing here is cheaper than its busy loop.
        self._writer = asyncio.Lock() if self.is_sqlite else None

    @asynccontextmanager
    async def work(self, *, reads_only: bool = False) -> AsyncIterator[SqlWork]:
        """Open a unit of work; leaving it without an error commits it."""
        async with self._turn(reads_only), AsyncExitStack() as stack:
            connection = await self._connect(stack)
            await connection.execution_options(reads_only=reads_only)
            try:
                async with connection.begin():
                    yield SqlWork(connection)
            except DBAPIError as error:
                if _will_pass(error):
                    raise StoreUnavailable from error
                raise
            except ConnectionError as error:
                raise StoreUnavailable from error

    async def _connect(self, stack: AsyncExitStack) -> AsyncConnection:
        try:
            return await stack.enter_async_context(self.engine.connect())
        except Exception as error:
            # A server that is away says so in many ways: no socket, no name, no answer, "starting up".
            raise StoreUnavailable from error

    def _turn(self, reads_only: bool) -> AbstractAsyncContextManager[Any]:
        return nullcontext() if reads_only or self._writer is None else self._writer

    async def is_there(self) -> bool:
        """Does the database answer?"""
        try:
            async with self.work(reads_only=True) as work:
                await work.connection.execute(select(1))
        except StoreUnavailable:
            return False
        return True

    async def after_erasure(self) -> None:
        """Let what was erased go from the files, too: SQLite's second file, PostgreSQL's old rows.

        The list of erasures outside the database is brought up to date first.

        Raises:
            StoreUnavailable: Somebody reads at this moment; it can be tried again.
        """
        await self.write_down_erasures()
        async with self._turn(reads_only=False), AsyncExitStack() as stack:
            connection = await self._connect(stack)
            if self.is_sqlite:
                await _truncate_wal(connection)
                return
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            tables = ", ".join(f'"{table.name}"' for table in metadata.sorted_tables)
            await connection.exec_driver_sql(f"VACUUM {tables}")

    async def write_down_erasures(self) -> None:
        """Add to the list outside the database what it does not hold yet; done again, it changes nothing."""
        if self._erased is None:
            return
        query = select(erasures.c.kind, erasures.c.erased_id, erasures.c.at).order_by(erasures.c.id)
        async with self.work(reads_only=True) as work:
            rows = (await work.connection.execute(query)).all()
        await asyncio.to_thread(self._erased.add, [Erasure(row.kind, row.erased_id, row.at) for row in rows])

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()


async def _truncate_wal(connection: AsyncConnection) -> None:
    """Not through SQLAlchemy, which would open a transaction around it."""
    raw = await connection.get_raw_connection()
    assert raw.driver_connection is not None
    cursor = await raw.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    is_busy, *_ = await cursor.fetchone()
    await cursor.close()
    if is_busy:
        raise StoreUnavailable


def _will_pass(error: DBAPIError) -> bool:
    """May the same work succeed later? A value that the database can never take is no such case."""
    names = {type(cause).__name__ for cause in (error.orig, error.orig and error.orig.__cause__)}
    if _NEVER & names:
        return False
    is_away = isinstance(error, (OperationalError, InterfaceError)) or error.connection_invalidated
    return is_away or bool(_PASSING & names)
