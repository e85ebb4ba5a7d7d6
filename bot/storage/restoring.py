"""Puts a backup back: all or nothing, without what was erased since, and without a word to anybody."""

import asyncio
import contextlib
import datetime as dt
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, MetaData, exists, inspect, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.services.clock import Clock
from bot.services.delivery_ports import StoreUnavailable
from bot.storage.backup import PICTURES, ROWS, SECRET
from bot.storage.backup_archive import ArchiveReader, BackupRefused
from bot.storage.backup_rows import RowLoader
from bot.storage.database import Database, create_engine
from bot.storage.erasing_again import erase_again
from bot.storage.erasure_log import Erasure, ErasureLog
from bot.storage.held import Held, hold
from bot.storage.photo_files import PhotoFiles, write_whole
from bot.storage.photo_keys import MasterKeys
from bot.storage.photo_store import DiskPhotos
from bot.storage.schema import MIGRATE_LOCK, RESTORING, bring_to, knows_revision, newest_revision
from bot.storage.tables import catalogue, leases, metadata

_SEEDED = frozenset({catalogue.name, leases.name})
"""Tables that hold a row although nobody has used the bot yet."""
_KEY = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, kw_only=True)
class Restored:
    """What was put back."""

    made_at: dt.datetime
    """When the backup was made (UTC)."""
    rows: int
    pictures: int
    erased: int
    """People and pictures that had come back, and were erased again."""
    held: Held
    locked_out: int
    """Newcomers whose pictures need a master key that is not set."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a backup is put back."""

    url: str
    """The database's."""
    files: PhotoFiles
    erased: ErasureLog
    secret_file: Path | None = None
    """Where the key of the links lies, unless a setting holds it."""


async def restore_backup(
    path: Path,
    place: Place,
    masters: MasterKeys,
    *,
    clock: Clock,
    replace: bool = False,
    also_erased: Sequence[Erasure] = (),
    goes_on: Collection[str] = (),
) -> Restored:
    """Put a backup back. Broken off, it leaves what was there, or a database that `run` refuses.

    Args:
        path: The backup.
        place: Where to; whatever is there goes when `replace` says so.
        masters: One of them locked the backup.
        clock: Tells the time.
        replace: Is something there that may go?
        also_erased: What was erased since, beside the list in the place itself.
        goes_on: The kinds of jobs that speak to nobody and are not held back.

    Raises:
        BackupRefused: The file is damaged, newer or locked with another key; or something is there.
        StoreFull: There is no room for it.
    """
    reader = ArchiveReader(path, masters)
    if not knows_revision(reader.manifest.revision):
        raise BackupRefused(f"{path.name} was made by a newer version of the bot")
    await asyncio.to_thread(reader.verify)
    database = Database(create_engine(place.url), erased=place.erased)
    try:
        with _in_one_line():
            await _look_around(database, place, at=clock.now(), replace=replace)
        await asyncio.to_thread(place.erased.add, also_erased)
        noted = await asyncio.to_thread(place.erased.all)
        pictures = await asyncio.to_thread(_put_files, reader, place, replace)
        rows = await _put_rows(reader, place.url)
        async with database.work() as work:
            erased = await erase_again(work.connection, noted, at=clock.now())
            held = await hold(work.connection, at=clock.now(), goes_on=goes_on)
            await _mark(work.connection, newest_revision())
        photos = DiskPhotos(database, place.files, masters, clock=clock, erased=place.erased)
        await photos.sweep_files()
        await database.after_erasure()
        return Restored(
            made_at=dt.datetime.fromisoformat(reader.manifest.made_at),
            rows=rows,
            pictures=pictures,
            erased=erased,
            held=held,
            locked_out=await photos.locked_out(),
        )
    finally:
        await database.close()


# Before anything changes.


async def _look_around(database: Database, place: Place, *, at: dt.datetime, replace: bool) -> None:
    """Save what the database knows of erasures; refuse a place that is in use."""
    async with database.work(reads_only=True) as work:
        there = set(await work.connection.run_sync(lambda connection: inspect(connection).get_table_names()))
        if leases.name in there:
            await _refuse_running(work.connection, at)
        is_taken = await _holds_rows(work.connection, there)
    if (is_taken or not place.files.is_empty()) and not replace:
        raise BackupRefused("there are people or pictures here: --replace puts the backup in their place")
    if "erasures" in there:
        await database.write_down_erasures()


@contextlib.contextmanager
def _in_one_line() -> Iterator[None]:
    try:
        yield
    except (DBAPIError, StoreUnavailable) as error:
        line = "BOT_DATABASE_URL: the database is away, busy or damaged; move a damaged file away first"
        raise BackupRefused(line) from error


async def _refuse_running(connection: AsyncConnection, at: dt.datetime) -> None:
    if (await connection.execute(select(exists().where(leases.c.until > at)))).scalar_one():
        raise BackupRefused("the bot is running: stop it first, and wait ten seconds if it was killed")


async def _holds_rows(connection: AsyncConnection, there: Collection[str]) -> bool:
    for table in metadata.sorted_tables:
        if table.name not in there or table.name in _SEEDED:
            continue
        query = select(exists().select_from(table))
        if (await connection.execute(query)).scalar_one():
            return True
    return False


# Files: encrypted under their own names, so that too many of them do no harm.


def _put_files(reader: ArchiveReader, place: Place, replace: bool) -> int:
    count = 0
    for name, content in reader.members():
        if name.startswith(PICTURES):
            key = name.rpartition("/")[2]
            if not _KEY.fullmatch(key):
                raise BackupRefused("the backup names a picture that cannot be one")
            place.files.write(key, content)
            count += 1
        elif name == SECRET and place.secret_file and (replace or not place.secret_file.exists()):
            write_whole(place.secret_file, reader.opened(name, content))
    return count


# Rows.


async def _put_rows(reader: ArchiveReader, url: str) -> int:
    """In one transaction; what was there before is there until it commits. How many rows."""
    # As with migrations: a step that rebuilds a table would take its children along.
    engine = create_engine(url, holds_foreign_keys=False)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(_clear)
            await connection.run_sync(bring_to, reader.manifest.revision)
            loader = RowLoader(connection)
            for name, content in reader.members():
                if name.startswith(ROWS):
                    lines = reader.opened(name, content).decode().splitlines()
                    await loader.take(lines)
            await connection.run_sync(bring_to, "head")
            await _mark(connection, RESTORING)
        return loader.rows
    finally:
        await engine.dispose()


def _clear(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATE_LOCK})
    there = MetaData()
    # Whatever else somebody keeps in the same database stays.
    there.reflect(connection, only=lambda name, _: name in {*metadata.tables, "alembic_version"})
    there.drop_all(connection)


async def _mark(connection: AsyncConnection, version: str) -> None:
    await connection.execute(text("UPDATE alembic_version SET version_num = :version"), {"version": version})
