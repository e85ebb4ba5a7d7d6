"""How long a picture takes to be kept and fetched, and a backup of a big city to be made and put back."""

import asyncio
import contextlib
import secrets
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.tables import print_table
from bot.domain.ids import NewcomerId
from bot.services.clock import SystemClock
from bot.storage.backup import write_backup
from bot.storage.database import Database, create_engine
from bot.storage.erasure_log import ErasureLog
from bot.storage.photo_files import PhotoFiles
from bot.storage.photo_keys import MasterKeys
from bot.storage.photo_store import DiskPhotos
from bot.storage.restoring import Place, restore_backup
from bot.storage.schema import migrate
from bot.storage.tables import history, newcomers

PICTURE_BYTES, PICTURES = 300_000, 200
NEWCOMERS, LINES_EACH = 10_000, 10
KEYS = MasterKeys([b"k" * 32])


def run() -> None:
    """Print the two tables."""
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_measure(Path(folder)))


async def _measure(folder: Path) -> None:
    database = Database(create_engine(f"sqlite:///{folder / 'bench.db'}"))
    await migrate(database.engine)
    newcomer_id = await _fill(database)
    files, erased = PhotoFiles(folder / "photos"), ErasureLog(folder / "erasures.log")
    shelf = DiskPhotos(database, files, KEYS, clock=SystemClock(), erased=erased)
    await _pictures(shelf, newcomer_id)
    await _backup(folder, database, files)
    await database.close()


async def _fill(database: Database) -> NewcomerId:
    now = SystemClock().now()
    async with database.work() as work:
        guide = await work.people.add_begeleider("Sofie", at=now)
        people = [
            {"id": n, "name": f"Inburgeraar {n}", "begeleider_id": guide, "created_at": now}
            for n in range(1, NEWCOMERS + 1)
        ]
        await work.connection.execute(newcomers.insert(), people)
        line: dict[str, Any] = {"at": now, "who": "newcomer", "what": "claimed", "facts": {"minutes": 120}}
        for _ in range(LINES_EACH):
            lines = [{"newcomer_id": person["id"], **line} for person in people]
            await work.connection.execute(history.insert(), lines)
    return NewcomerId(1)


async def _pictures(shelf: DiskPhotos, newcomer_id: NewcomerId) -> None:
    pictures = [secrets.token_bytes(PICTURE_BYTES) for _ in range(PICTURES)]
    kept: list[float] = []
    fetched: list[float] = []
    keys = []
    for picture in pictures:
        began = time.perf_counter()
        keys.append(await shelf.keep(newcomer_id, picture))
        kept.append(time.perf_counter() - began)
    for key in keys:
        began = time.perf_counter()
        assert await shelf.fetch(key) is not None
        fetched.append(time.perf_counter() - began)
    rows = [[name, *_middle_and_late(times)] for name, times in (("keep", kept), ("fetch", fetched))]
    print_table("A picture of 300 kB", ["", "p50 ms", "p95 ms"], rows)


def _middle_and_late(seconds: list[float]) -> tuple[str, str]:
    late = sorted(seconds)[int(len(seconds) * 0.95)]
    return f"{statistics.median(seconds) * 1000:.1f}", f"{late * 1000:.1f}"


async def _backup(folder: Path, database: Database, files: PhotoFiles) -> None:
    file = folder / "all.backup"
    rows: list[list[str]] = []
    with _measured("backup", rows):
        made = await write_backup(file, database, files, KEYS, at=SystemClock().now())
    place = Place(
        url=f"sqlite:///{folder / 'back.db'}",
        files=PhotoFiles(folder / "back"),
        erased=ErasureLog(folder / "back.log"),
    )
    with _measured("restore", rows):
        await restore_backup(file, place, KEYS, clock=SystemClock())
    size = len(await asyncio.to_thread(file.read_bytes)) / 2**20
    title = f"{made.rows} rows and {made.pictures} pictures: {size:.0f} MB"
    print_table(title, ["", "seconds", "MB of memory more"], rows)


@contextlib.contextmanager
def _measured(name: str, rows: list[list[str]]) -> Iterator[None]:
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before, began = _kilobytes("VmRSS"), time.perf_counter()
    yield
    more = (_kilobytes("VmHWM") - before) / 1024
    rows.append([name, f"{time.perf_counter() - began:.1f}", f"{more:.0f}"])


def _kilobytes(name: str) -> int:
    """What Linux says of this process: `VmRSS` now, `VmHWM` at most since it was asked to forget."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name))
