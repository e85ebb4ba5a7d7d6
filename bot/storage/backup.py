"""Makes a backup of everything while the bot runs: every row as of one moment, and the pictures.

The file shows nothing to whoever has no key. It is put back by `restore`.
"""

import asyncio
import contextlib
import datetime as dt
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.backup_archive import ArchiveWriter, Manifest
from bot.storage.backup_rows import told_rows
from bot.storage.database import Database
from bot.storage.photo_files import PhotoFiles
from bot.storage.photo_key_rows import rewrap
from bot.storage.photo_keys import MasterKeys
from bot.storage.schema import check_schema, newest_revision
from bot.storage.tables import blobs

ROWS, PICTURES, SECRET = "rows/", "photos/", "secret_key"
CHUNK_CHARACTERS = 2**20


@dataclass(frozen=True, kw_only=True)
class BackupMade:
    """What is in a backup."""

    made_at: dt.datetime
    rows: int
    """Of all tables together."""
    pictures: int
    missing: int
    """Pictures whose file was gone, such as those that were removed meanwhile."""


async def write_backup(
    path: Path,
    database: Database,
    files: PhotoFiles,
    masters: MasterKeys,
    *,
    at: dt.datetime,
    secret_file: Path | None = None,
) -> BackupMade:
    """Write a backup; a file of that name is replaced when the new one is whole.

    Args:
        path: Where to.
        database: Of the newest schema; others may write to it meanwhile.
        files: The pictures.
        masters: The newest one locks it.
        at: This moment.
        secret_file: Holds the key of the links, unless a setting does.

    Raises:
        SchemaMismatch, DatabaseAway: It is no database that fits the code.
        StoreFull: There is no room for it.
    """
    await check_schema(database.engine)
    # So that the newest key alone opens all of it.
    await rewrap(database, masters)
    manifest = Manifest.new(masters.newest, revision=newest_revision(), at=at)
    with ArchiveWriter(path, manifest, masters.newest) as archive:
        await asyncio.to_thread(_write_secret, archive, secret_file)
        async with _snapshot(database) as connection:
            rows = await _write_rows(archive, connection)
            keys = list((await connection.execute(select(blobs.c.key).order_by(blobs.c.key))).scalars())
        pictures = await asyncio.to_thread(_write_pictures, archive, files, keys)
    return BackupMade(made_at=at, rows=rows, pictures=pictures, missing=len(keys) - pictures)


@contextlib.asynccontextmanager
async def _snapshot(database: Database) -> AsyncIterator[AsyncConnection]:
    """A transaction that sees one moment, whatever is written meanwhile."""
    async with database.engine.connect() as connection:
        if database.is_sqlite:
            await connection.execution_options(reads_only=True)
        else:
            await connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        async with connection.begin():
            yield connection


def _write_secret(archive: ArchiveWriter, secret_file: Path | None) -> None:
    if secret_file is not None and secret_file.exists():
        archive.add_locked(SECRET, secret_file.read_bytes())


async def _write_rows(archive: ArchiveWriter, connection: AsyncConnection) -> int:
    """In pieces of about a megabyte, so that memory does not grow with the database; how many rows."""
    chunk: list[str] = []
    size = count = number = 0
    async for line in told_rows(connection):
        chunk.append(line)
        size += len(line)
        count += line.startswith("[")
        if size >= CHUNK_CHARACTERS:
            number, size = number + 1, 0
            await asyncio.to_thread(_write_chunk, archive, number, chunk)
            chunk = []
    await asyncio.to_thread(_write_chunk, archive, number + 1, chunk)
    return count


def _write_chunk(archive: ArchiveWriter, number: int, lines: Sequence[str]) -> None:
    archive.add_locked(f"{ROWS}{number:06}", "".join(lines).encode())


def _write_pictures(archive: ArchiveWriter, files: PhotoFiles, keys: Sequence[str]) -> int:
    """As they lie on the disk: locked already. How many there were."""
    count = 0
    for key in keys:
        sealed = files.read(key)
        if sealed is not None:
            archive.add(f"{PICTURES}{key[:2]}/{key}", sealed)
            count += 1
    return count
