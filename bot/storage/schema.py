"""The schema's version: checked at start, brought forward by `migrate`, with a lock and a backup."""

import asyncio
import datetime as dt
import sqlite3
import time
from collections.abc import Callable
from contextlib import AsyncExitStack, closing
from pathlib import Path
from typing import TypeVar

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.storage.database import BUSY_SECONDS, DatabaseAway, create_engine

Result = TypeVar("Result")

MIGRATE_LOCK = 7_231_040
"""The key of PostgreSQL's lock: two processes that migrate at once do it one after the other."""


RESTORING = "restoring"
"""In place of the version while a backup is put back, so that nobody takes half of it for whole."""


class SchemaMismatch(Exception):  # noqa: N818 - a plain statement
    """The database's schema is older or newer than the code; the message says what to do."""


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def _steps() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def newest_revision() -> str:
    """The version of the schema that the code needs."""
    return _steps().get_current_head() or ""


def knows_revision(revision: str) -> bool:
    """Is this the code's version of the schema, or an older one?"""
    return revision in {step.revision for step in _steps().walk_revisions()}


async def check_schema(engine: AsyncEngine) -> None:
    """Refuse a database that does not fit the code.

    Raises:
        SchemaMismatch: It is empty, older or newer.
        DatabaseAway: It cannot be opened.
    """
    found = await _found(engine)
    if found == newest_revision():
        return
    if found is not None and not knows_revision(found):
        raise SchemaMismatch("BOT_DATABASE_URL: the database is newer than this version of the bot")
    raise SchemaMismatch("BOT_DATABASE_URL: the database is not up to date: run `inburgerbot migrate` first")


async def migrate(engine: AsyncEngine) -> Path | None:
    """Bring the schema forward to the code's version.

    Returns:
        The backup that was made first, for a SQLite file that existed and changed.
    """
    found = await _found(engine)
    if found == newest_revision():
        return None
    backup = _backup(engine) if found is not None else None
    # A step that rebuilds a table drops the old one; with foreign keys on, its children would go along.
    stepping = create_engine(engine.url.render_as_string(hide_password=False), holds_foreign_keys=False)
    try:
        await _run(stepping, _upgrade)
    finally:
        await stepping.dispose()
    return backup


async def _found(engine: AsyncEngine) -> str | None:
    found = await _run(engine, _current)
    if found == RESTORING:
        raise SchemaMismatch(
            "BOT_DATABASE_URL: putting back a backup was broken off: "
            "run `inburgerbot restore` again, with --replace"
        )
    return found


async def _run(engine: AsyncEngine, step: Callable[[Connection], Result]) -> Result:
    async with AsyncExitStack() as stack:
        try:
            connection = await _open(stack, engine)
        except Exception as error:
            # Drivers say it in many ways: no file, no server, no such user, no such database.
            line = f"BOT_DATABASE_URL: the database cannot be opened ({_cause(error)})"
            raise DatabaseAway(line) from error
        try:
            async with connection.begin():
                return await connection.run_sync(step)
        except DBAPIError as error:
            line = f"BOT_DATABASE_URL: the database is busy or damaged ({_cause(error)})"
            raise DatabaseAway(line) from error


async def _open(stack: AsyncExitStack, engine: AsyncEngine) -> AsyncConnection:
    patient_until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            return await stack.enter_async_context(engine.connect())
        except DBAPIError as error:
            if not _is_locked(error) or time.monotonic() > patient_until:
                raise
        # Of two that turn a new file to WAL at once, SQLite lets one fail without waiting for the other.
        await asyncio.sleep(0.02)


def _is_locked(error: DBAPIError) -> bool:
    return getattr(error.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY


def _cause(error: BaseException) -> str:
    return type(error.orig if isinstance(error, DBAPIError) and error.orig else error).__name__


def _current(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATE_LOCK})
    if _current(connection) != newest_revision():
        bring_to(connection, "head")


def bring_to(connection: Connection, revision: str) -> None:
    """Bring the schema forward to a version, on a connection whose transaction is open."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _backup(engine: AsyncEngine) -> Path | None:
    path = engine.url.database
    if engine.dialect.name != "sqlite" or not path:
        return None
    moment = dt.datetime.now(dt.UTC).strftime("%Y%m%d-%H%M%S")
    backup = Path(path).with_suffix(f".before-{moment}.db")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(backup)) as target:
        source.backup(target)
    return backup
