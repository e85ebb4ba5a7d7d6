"""A place for pictures in a test's own folder, with keys of its own."""

from pathlib import Path

from sqlalchemy import Column

from bot.domain.ids import NewcomerId
from bot.services.clock import Clock, MovableClock
from bot.storage.database import Database
from bot.storage.erasure_log import ErasureLog
from bot.storage.photo_files import PhotoFiles
from bot.storage.photo_keys import MasterKeys
from bot.storage.photo_store import DiskPhotos
from tests.builders import NOW

KEY, OLDER_KEY, OTHER_KEY = b"k" * 32, b"o" * 32, b"x" * 32
JPEG = b"\xff\xd8\xff\xe0" + b"a picture of a paper " * 40


def a_shelf(
    database: Database,
    folder: Path,
    *keys: bytes,
    clock: Clock | None = None,
    referring: tuple[Column[str], ...] = (),
) -> DiskPhotos:
    """Where pictures are kept."""
    return DiskPhotos(
        database,
        PhotoFiles(folder / "photos"),
        MasterKeys(keys or (KEY,)),
        clock=clock or MovableClock(NOW),
        erased=ErasureLog(folder / "erasures.log"),
        referring=referring,
    )


async def two_newcomers(database: Database) -> tuple[NewcomerId, NewcomerId]:
    """Amira and Karim, in Sofie's care."""
    async with database.work() as work:
        sofie = await work.people.add_begeleider("Sofie", at=NOW)
        amira = await work.people.add_newcomer("Zeldzaamira", sofie, at=NOW)
        return amira, await work.people.add_newcomer("Karim", sofie, at=NOW)


def files_in(folder: Path) -> list[Path]:
    """Every picture's file."""
    return sorted(path for path in (folder / "photos").rglob("*") if path.is_file())
