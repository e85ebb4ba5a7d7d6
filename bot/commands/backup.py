"""`backup`, `restore` and `held`: everything in one file, and back again."""

import argparse
import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bot.app import open_database
from bot.commands.cannot import CannotDo
from bot.handlers.later.encoding import ENCODE_OFFERS
from bot.handlers.later.jobs_asking import DAILY, RETENTION
from bot.handlers.later.pictures import REMOVE_PICTURES
from bot.handlers.own_data.erasing import FORGET_OLD, SWEEP
from bot.handlers.posting import FORGET_DRAFT
from bot.services.clock import SystemClock
from bot.services.photo_ports import StoreFull
from bot.settings import Settings, SettingsError
from bot.storage import held as held_rows
from bot.storage.backup import write_backup
from bot.storage.backup_archive import BackupRefused
from bot.storage.database import Database
from bot.storage.erasure_log import Erasure, ErasureListDamaged, ErasureLog, read_erasures
from bot.storage.held import Held
from bot.storage.photo_files import PhotoFiles
from bot.storage.photo_keys import MasterKeys
from bot.storage.restoring import Place, restore_backup
from bot.storage.schema import check_schema

SPEAK_TO_NOBODY = frozenset(
    {DAILY, RETENTION, FORGET_OLD, SWEEP, FORGET_DRAFT, ENCODE_OFFERS, REMOVE_PICTURES}
)
"""The bot's own work, which goes on after a restore without asking."""


def run(settings: Settings, chosen: argparse.Namespace) -> dict[str, Any]:
    """One of these commands; gives back what to print, in words under `as_text`.

    Raises:
        CannotDo: In one clear line.
        SettingsError: `BOT_PHOTO_KEYS` is not set.
    """
    with _in_one_line():
        if chosen.command == "backup":
            return asyncio.run(backup(settings, chosen.file))
        if chosen.command == "restore":
            given = [erasure for file in chosen.erasures for erasure in read_erasures(file)]
            return asyncio.run(restore(settings, chosen.file, replace=chosen.replace, erasures=given))
        return asyncio.run(held(settings, release=chosen.release, drop=chosen.drop))


@contextlib.contextmanager
def _in_one_line() -> Iterator[None]:
    try:
        yield
    except (BackupRefused, ErasureListDamaged, StoreFull) as error:
        raise CannotDo(str(error)) from error


async def backup(settings: Settings, file: Path) -> dict[str, Any]:
    """Write a backup of everything, also while the bot runs.

    Args:
        settings: Name the database, the pictures and the keys.
        file: Where to.
    """
    masters = need_keys(settings)
    async with open_database(settings) as database:
        made = await write_backup(
            file,
            database,
            PhotoFiles(settings.photo_folder),
            masters,
            at=SystemClock().now(),
            secret_file=_secret_file(settings),
        )
    told = {"file": str(file), "rows": made.rows, "pictures": made.pictures, "missing": made.missing}
    return {**told, "as_text": f"{made.rows} rows and {made.pictures} pictures in {file}"}


async def restore(
    settings: Settings, file: Path, *, replace: bool, erasures: list[Erasure]
) -> dict[str, Any]:
    """Put a backup back, without what was erased since; what waited then is held back.

    Args:
        settings: Name the database, the pictures and the keys.
        file: The backup.
        replace: Is something there that may go?
        erasures: What was erased since, beside the list in the data folder.
    """
    masters = need_keys(settings)
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    place = Place(
        url=settings.database,
        files=PhotoFiles(settings.photo_folder),
        erased=ErasureLog(settings.erasure_list),
        secret_file=_secret_file(settings),
    )
    restored = await restore_backup(
        file,
        place,
        masters,
        clock=SystemClock(),
        replace=replace,
        also_erased=erasures,
        goes_on=SPEAK_TO_NOBODY,
    )
    told = {
        "made_at": restored.made_at.isoformat(),
        "rows": restored.rows,
        "pictures": restored.pictures,
        "erased_again": restored.erased,
        "held": asdict(restored.held),
        "locked_out": restored.locked_out,
    }
    lines = [
        f"put back as of {restored.made_at:%Y-%m-%d %H:%M} UTC: {restored.rows} rows, "
        f"{restored.pictures} pictures; {restored.erased} erased again",
        _held_line(restored.held) + "; `inburgerbot held` lets go of them or drops them",
    ]
    if restored.locked_out:
        lines.append(f"pictures of {restored.locked_out} people need an older key in BOT_PHOTO_KEYS")
    return {**told, "as_text": "\n".join(lines)}


async def held(settings: Settings, *, release: bool, drop: bool) -> dict[str, Any]:
    """What a restore held back: counted, let go, or dropped.

    Args:
        settings: Name the database.
        release: Send the messages and do the work after all.
        drop: Forget them.
    """
    now = SystemClock().now()
    async with _checked(settings) as database, database.work(reads_only=not (release or drop)) as work:
        if release:
            found = await held_rows.release(work.connection, at=now)
        elif drop:
            found = await held_rows.drop(work.connection, at=now)
        else:
            found = await held_rows.count_held(work.connection)
    done = "let go: " if release else "dropped: " if drop else ""
    return {**asdict(found), "as_text": done + _held_line(found)}


def _held_line(found: Held) -> str:
    return f"held back: {found.messages} messages, {found.jobs} jobs, {found.updates} updates"


def need_keys(settings: Settings) -> MasterKeys:
    """The keys that lock pictures and backups.

    Raises:
        SettingsError: None is set.
    """
    if not settings.photo_key_bytes:
        raise SettingsError("BOT_PHOTO_KEYS is not set: backups are locked with it (docs/backup.md)")
    return MasterKeys(settings.photo_key_bytes)


def _secret_file(settings: Settings) -> Path | None:
    return None if settings.secret_key is not None else settings.data_dir / "secret_key"


@contextlib.asynccontextmanager
async def _checked(settings: Settings) -> AsyncIterator[Database]:
    async with open_database(settings) as database:
        await check_schema(database.engine)
        yield database
