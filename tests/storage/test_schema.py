"""Migrations make the tables that the code knows, once, with a backup of what was there."""

import asyncio
import datetime as dt
import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, insert, select, text
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.ext.asyncio import create_async_engine

from bot.storage.database import Database, async_url, create_engine
from bot.storage.schema import check_schema, migrate
from bot.storage.tables import conversations, leases, metadata

NAIVE = dt.datetime(2026, 11, 23, 10, 0)  # noqa: DTZ001 - what must be refused


async def test_the_migrations_make_exactly_the_tables_of_the_code(database: Database) -> None:
    def differences(connection: Connection) -> list[Any]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))

    async with database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_migrating_again_changes_nothing_and_backs_up_nothing(database_url: str) -> None:
    engine = create_engine(database_url)

    assert await migrate(engine) is None
    await check_schema(engine)
    await engine.dispose()


async def test_a_new_sqlite_file_has_nothing_to_back_up(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path}/new.db")

    assert await migrate(engine) is None
    await engine.dispose()
    assert not [name for name in os.listdir(tmp_path) if "before" in name]  # noqa: PTH208


async def test_a_sqlite_file_is_backed_up_before_it_changes(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO leases VALUES ('one', 'me', '2026-11-23 10:00:00')")
        connection.execute("UPDATE alembic_version SET version_num = '0000'")
    connection.close()
    monkeypatch.setattr("bot.storage.schema._upgrade", lambda _connection: None)
    engine = create_engine(sqlite_url)

    backup = await migrate(engine)

    await engine.dispose()
    assert backup is not None
    copy = sqlite3.connect(backup)
    assert copy.execute("SELECT name, holder FROM leases").fetchall() == [("one", "me")]
    copy.close()


async def test_two_that_migrate_a_sqlite_file_at_once_do_it_one_after_the_other(tmp_path: Path) -> None:
    await _migrate_at_once(f"sqlite:///{tmp_path}/new.db")


@pytest.mark.postgres
async def test_two_that_migrate_a_postgresql_at_once_do_it_one_after_the_other(postgres_server: str) -> None:
    admin = create_async_engine(
        async_url(postgres_server.format(name="postgres")), isolation_level="AUTOCOMMIT"
    )
    async with admin.connect() as connection:
        await connection.execute(text("CREATE DATABASE empty TEMPLATE template0"))
    await admin.dispose()
    await _migrate_at_once(postgres_server.format(name="empty"))


async def test_several_that_open_a_new_sqlite_file_at_once_all_find_it_open(tmp_path: Path) -> None:
    # Turning a new file to WAL is where SQLite refuses without waiting.
    for number in range(3):
        await _migrate_at_once(f"sqlite:///{tmp_path}/new{number}.db", times=6)


async def _migrate_at_once(url: str, *, times: int = 2) -> None:
    engines = [create_engine(url) for _ in range(times)]
    await asyncio.gather(*(migrate(engine) for engine in engines))
    await check_schema(engines[0])
    for engine in engines:
        await engine.dispose()


async def test_a_moment_without_a_time_zone_is_refused(database: Database) -> None:
    with pytest.raises(StatementError, match="without a time zone"):
        async with database.work() as work:
            await work.connection.execute(insert(leases).values(name="x", holder="y", until=NAIVE))


async def test_a_moment_comes_back_in_utc_wherever_it_came_from(database: Database) -> None:
    brussels = dt.datetime(2026, 7, 1, 12, 0, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    async with database.work() as work:
        await work.connection.execute(insert(leases).values(name="x", holder="y", until=brussels))
        found = (await work.connection.execute(select(leases.c.until))).scalar_one()

    assert (found, found.tzinfo) == (brussels, dt.UTC)


async def test_what_people_wrote_is_not_in_a_databases_error(database: Database) -> None:
    values = {"account_id": 1, "state": "geheim", "facts": {"said": "geheim"}, "since": None}
    with pytest.raises(IntegrityError) as caught:
        async with database.work() as work:
            await work.connection.execute(insert(conversations).values(**values))

    assert "geheim" not in str(caught.value).split("DETAIL")[0]
