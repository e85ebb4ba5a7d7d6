"""Pictures are kept once, unreadable without their newcomer's key, and gone with it."""

import asyncio
import datetime as dt
import errno
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from bot.domain.errors import NewcomerUnknown
from bot.domain.ids import NewcomerId
from bot.domain.person import Person
from bot.services.clock import MovableClock
from bot.services.photo_ports import BlobKey, KeyMissing, StoreFull
from bot.storage.database import Database, create_engine
from bot.storage.erasure_log import Erasure, ErasureLog
from bot.storage.photo_files import PhotoFiles, write_whole
from bot.storage.tables import blobs, newcomer_keys, newcomers, offers
from tests.builders import NOW
from tests.storage.photo_shelf import JPEG, KEY, OLDER_KEY, OTHER_KEY, a_shelf, files_in, two_newcomers


async def test_a_picture_comes_back_as_it_was(database: Database, tmp_path: Path) -> None:
    amira, _ = await two_newcomers(database)
    shelf = a_shelf(database, tmp_path)

    key = await shelf.keep(amira, JPEG)

    assert await shelf.fetch(key) == JPEG
    assert await shelf.fetch(BlobKey("0" * 64)) is None


async def test_the_same_picture_is_kept_once_also_when_it_comes_twice_at_once(
    database: Database, tmp_path: Path
) -> None:
    amira, _ = await two_newcomers(database)
    shelf = a_shelf(database, tmp_path)

    keys = await asyncio.gather(*(shelf.keep(amira, JPEG) for _ in range(5)))

    assert len(set(keys)) == 1
    assert len(files_in(tmp_path)) == 1


async def test_the_same_picture_of_two_newcomers_is_noticed_by_its_digest_and_not_by_its_key(
    database: Database, tmp_path: Path
) -> None:
    amira, karim = await two_newcomers(database)
    shelf = a_shelf(database, tmp_path)

    keys = [await shelf.keep(amira, JPEG), await shelf.keep(karim, JPEG)]
    digests = await asyncio.gather(shelf.digest(JPEG), shelf.digest(JPEG), shelf.digest(JPEG + b"."))

    assert keys[0] != keys[1]
    assert digests[0] == digests[1] != digests[2]
    assert digests[0] not in keys


async def test_a_digest_stays_the_same_when_the_master_key_changes(
    database: Database, tmp_path: Path
) -> None:
    before = await a_shelf(database, tmp_path, OLDER_KEY).digest(JPEG)
    await a_shelf(database, tmp_path, KEY, OLDER_KEY).sweep()

    assert await a_shelf(database, tmp_path, KEY).digest(JPEG) == before


async def test_the_folder_shows_nothing_of_a_picture_or_its_owner(database: Database, tmp_path: Path) -> None:
    amira, _ = await two_newcomers(database)
    await a_shelf(database, tmp_path).keep(amira, JPEG)

    (file,) = files_in(tmp_path)

    assert JPEG[:4] not in file.read_bytes()
    assert b"paper" not in file.read_bytes()
    assert file.stat().st_mode & 0o077 == 0
    assert file.parent.stat().st_mode & 0o077 == 0
    assert (tmp_path / "photos").stat().st_mode & 0o077 == 0


async def test_without_the_newcomers_key_a_picture_is_gone_at_once(
    database: Database, tmp_path: Path
) -> None:
    amira, karim = await two_newcomers(database)
    shelf = a_shelf(database, tmp_path)
    key, other = await shelf.keep(amira, JPEG), await shelf.keep(karim, JPEG)

    async with database.work() as work:
        await work.connection.execute(delete(newcomer_keys).where(newcomer_keys.c.newcomer_id == amira))

    assert await shelf.fetch(key) is None
    assert await shelf.fetch(other) == JPEG


async def test_the_files_of_who_was_erased_go_and_others_stay(database: Database, tmp_path: Path) -> None:
    amira, karim = await two_newcomers(database)
    shelf = a_shelf(database, tmp_path)
    key, other = await shelf.keep(amira, JPEG), await shelf.keep(karim, JPEG)
    async with database.work() as work:
        await work.connection.execute(delete(newcomers).where(newcomers.c.id == amira))

    swept = await shelf.sweep()

    assert (swept.files, swept.rows) == (1, 0)
    assert [file.name for file in files_in(tmp_path)] == [other]
    assert await shelf.fetch(key) is None


async def test_nothing_is_kept_for_who_was_erased(database: Database, tmp_path: Path) -> None:
    with pytest.raises(NewcomerUnknown):
        await a_shelf(database, tmp_path).keep(NewcomerId(99), JPEG)

    assert files_in(tmp_path) == []


async def test_a_removed_picture_is_gone_and_on_the_list_of_erasures(
    database: Database, tmp_path: Path
) -> None:
    amira, _ = await two_newcomers(database)
    shelf = a_shelf(database, tmp_path)
    key, other = await shelf.keep(amira, JPEG), await shelf.keep(amira, JPEG + b".")

    await shelf.remove([key])
    await shelf.remove([])

    assert (await shelf.fetch(key), await shelf.fetch(other)) == (None, JPEG + b".")
    assert [file.name for file in files_in(tmp_path)] == [other]
    assert [one.id for one in ErasureLog(tmp_path / "erasures.log").all()] == [key]


async def test_a_picture_that_nothing_refers_to_goes_after_a_day(database: Database, tmp_path: Path) -> None:
    amira, _ = await two_newcomers(database)
    clock = MovableClock(NOW)
    shelf = a_shelf(database, tmp_path, clock=clock, referring=(offers.c.fingerprint,))
    kept, orphan = await shelf.keep(amira, JPEG), await shelf.keep(amira, JPEG + b".")
    async with database.work() as work:
        await _refer(work.connection, kept)

    early = await shelf.sweep()
    clock.advance(dt.timedelta(days=1, minutes=1))
    late = await shelf.sweep()

    assert (early.rows, late.rows) == (0, 1)
    assert (await shelf.fetch(kept), await shelf.fetch(orphan)) == (JPEG, None)
    assert [file.name for file in files_in(tmp_path)] == [kept]


async def _refer(connection: object, key: str) -> None:
    values = {"source": "s", "reference": "1", "folded_title": "t", "details": {}, "needs_check": False}
    moments = {"added_at": NOW, "changed_at": NOW, "version": 1}
    await connection.execute(offers.insert().values(**values, **moments, fingerprint=key))  # type: ignore[attr-defined]


async def test_keeping_while_others_sweep_loses_no_picture(database: Database, tmp_path: Path) -> None:
    amira, _ = await two_newcomers(database)
    shelf = a_shelf(database, tmp_path)
    for number in range(10):
        key = await shelf.keep(amira, JPEG)
        async with database.work() as work:
            await work.connection.execute(delete(blobs))

        await asyncio.gather(shelf.sweep_files(), shelf.keep(amira, JPEG), shelf.sweep_files())

        assert await shelf.fetch(key) == JPEG, number


async def test_what_a_killed_sweep_set_aside_is_put_back(database: Database, tmp_path: Path) -> None:
    amira, _ = await two_newcomers(database)
    shelf = a_shelf(database, tmp_path)
    key = await shelf.keep(amira, JPEG)
    PhotoFiles(tmp_path / "photos").set_aside(key)

    await shelf.sweep_files()

    assert await shelf.fetch(key) == JPEG


async def test_an_older_master_key_still_opens_and_the_newest_locks_anew(
    database: Database, tmp_path: Path
) -> None:
    amira, karim = await two_newcomers(database)
    key = await a_shelf(database, tmp_path, OLDER_KEY).keep(amira, JPEG)
    both = a_shelf(database, tmp_path, KEY, OLDER_KEY)
    other = await both.keep(karim, JPEG)

    opened = await both.fetch(key)
    swept = await both.sweep()

    assert (opened, swept.rewrapped) == (JPEG, 1)
    newest = a_shelf(database, tmp_path, KEY)
    assert [await newest.fetch(one) for one in (key, other)] == [JPEG, JPEG]
    assert await newest.locked_out() == 0


async def test_a_wrong_master_key_opens_nothing_and_says_so(database: Database, tmp_path: Path) -> None:
    amira, _ = await two_newcomers(database)
    key = await a_shelf(database, tmp_path, KEY).keep(amira, JPEG)
    wrong = a_shelf(database, tmp_path, OTHER_KEY)

    with pytest.raises(KeyMissing):
        await wrong.fetch(key)
    with pytest.raises(KeyMissing):
        await wrong.keep(amira, JPEG)
    assert await wrong.locked_out() == 1


async def test_a_damaged_or_swapped_file_is_no_picture(sqlite_database: Database, tmp_path: Path) -> None:
    amira, _ = await two_newcomers(sqlite_database)
    shelf = a_shelf(sqlite_database, tmp_path)
    first, second = await shelf.keep(amira, JPEG), await shelf.keep(amira, JPEG + b".")
    files = PhotoFiles(tmp_path / "photos")
    files.path(first).write_bytes(files.path(second).read_bytes())
    files.path(second).write_bytes(files.path(second).read_bytes()[:-1])

    assert (await shelf.fetch(first), await shelf.fetch(second)) == (None, None)
    assert await shelf.keep(amira, JPEG) == first
    assert await shelf.fetch(first) == JPEG


async def test_a_full_disk_is_said_and_leaves_no_half_file(sqlite_database: Database, tmp_path: Path) -> None:
    amira, _ = await two_newcomers(sqlite_database)
    shelf = a_shelf(sqlite_database, tmp_path)
    big = JPEG * 5000
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, limits[1]))
    try:
        with pytest.raises(StoreFull):
            await shelf.keep(amira, big)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert files_in(tmp_path) == []
    assert await shelf.fetch(await shelf.keep(amira, big)) == big


async def test_a_disk_without_room_for_a_folder_is_full_as_well(
    sqlite_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    amira, _ = await two_newcomers(sqlite_database)
    shelf = a_shelf(sqlite_database, tmp_path)

    def has_no_room(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(Path, "mkdir", has_no_room)
        with pytest.raises(StoreFull):
            await shelf.keep(amira, JPEG)

    assert await shelf.fetch(await shelf.keep(amira, JPEG)) == JPEG


@pytest.mark.slow
def test_a_kill_between_writing_and_naming_leaves_nothing_under_the_name(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys; from pathlib import Path; from bot.storage import photo_files as f;"
        "os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL);"
        "f.PhotoFiles(Path(sys.argv[1])).write('ab' * 32, b'x' * 1000)"
    )
    (tmp_path / "photos" / "ab").mkdir(parents=True)

    killed = subprocess.run([sys.executable, "-c", code, str(tmp_path / "photos")], check=False)

    files = PhotoFiles(tmp_path / "photos")
    assert killed.returncode == -signal.SIGKILL
    assert len(files_in(tmp_path)) == 1
    assert files.read("ab" * 32) is None
    assert list(files.keys()) == [[]]


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    write_whole(tmp_path / "one", b"old")
    write_whole(tmp_path / "one", b"new")

    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("one", b"new")]


async def test_every_erasure_is_on_the_list_outside_the_database(database_url: str, tmp_path: Path) -> None:
    log = ErasureLog(tmp_path / "erasures.log")
    database = Database(create_engine(database_url), erased=log)
    amira, _ = await two_newcomers(database)
    async with database.work() as work:
        person = Person(newcomer_ids=(amira,), names=("Zeldzaamira",))
        await work.privacy.erase(person, at=NOW)
        await work.privacy.note_erasure(person, at=NOW)

    await database.after_erasure()
    await database.after_erasure()

    async with database.work(reads_only=True) as work:
        assert (await work.connection.execute(select(newcomer_keys))).all() == []
    await database.close()
    assert [(one.kind, one.id, one.at) for one in log.all()] == [("newcomer", amira, NOW)]
    assert "Zeldzaamira" not in log.path.read_text(encoding="utf-8")


def test_a_line_that_a_kill_cut_off_does_not_spoil_the_list(tmp_path: Path) -> None:
    log = ErasureLog(tmp_path / "erasures.log")
    log.path.write_text(Erasure("newcomer", 1, NOW).line[:-9], encoding="utf-8")

    log.add([Erasure("newcomer", 1, NOW), Erasure("picture", "ab", NOW - dt.timedelta(days=9))])

    assert [one.id for one in log.all()] == [1, "ab"]
    assert log.forget_before(NOW - dt.timedelta(days=1)) == 1
    assert [one.id for one in log.all()] == [1]
