"""A backup is whole, shows nothing to a thief, and is put back without what was erased since."""

import asyncio
import dataclasses
import datetime as dt
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text, update

from bot.demo.phone import Phone
from bot.demo.server import Standin
from bot.demo.telegram import Telegram
from bot.domain.ids import ChatId, NewcomerId
from bot.services.clock import MovableClock
from bot.services.delivery_ports import Job, Outgoing, Received
from bot.storage.backup import BackupMade, write_backup
from bot.storage.backup_archive import ArchiveWriter, BackupRefused, Manifest
from bot.storage.backup_rows import GAP
from bot.storage.database import Database, create_engine
from bot.storage.erasing_again import erase_again
from bot.storage.erasure_log import Erasure, ErasureLog
from bot.storage.held import count_held, drop, release
from bot.storage.photo_files import PhotoFiles
from bot.storage.photo_keys import MasterKey, MasterKeys
from bot.storage.restoring import Place, Restored, restore_backup
from bot.storage.schema import SchemaMismatch, check_schema, migrate
from bot.storage.tables import begeleiders, blobs, jobs, metadata, newcomer_keys, newcomers, outbox
from tests.builders import NOW, services
from tests.delivery.small_bot import small_bot
from tests.services.full_people import NAME, OWN_WORDS, SOFIE_CHAT, Full, full_people
from tests.storage.photo_shelf import JPEG, KEY, OLDER_KEY, OTHER_KEY, a_shelf, files_in

LATER = NOW + dt.timedelta(hours=1)
Tables = dict[str, list[tuple[Any, ...]]]


@dataclasses.dataclass
class House:
    """A bot's database and data folder, and an empty one beside it."""

    database: Database
    folder: Path
    url: str
    empty_url: str
    full: Full

    @property
    def file(self) -> Path:
        return self.folder.parent / "all.backup"

    @property
    def new_folder(self) -> Path:
        return self.folder.parent / "new"

    async def backup(self, *keys: bytes) -> BackupMade:
        secret = self.folder / "secret_key"
        files = PhotoFiles(self.folder / "photos")
        masters = MasterKeys(keys or (KEY,))
        return await write_backup(self.file, self.database, files, masters, at=NOW, secret_file=secret)

    async def restore(self, *keys: bytes, url: str | None = None, **options: Any) -> Restored:
        folder = self.folder if url else self.new_folder
        place = Place(
            url=url or self.empty_url,
            files=PhotoFiles(folder / "photos"),
            erased=ErasureLog(folder / "erasures.log"),
            secret_file=folder / "secret_key",
        )
        masters, clock = MasterKeys(keys or (KEY,)), MovableClock(LATER)
        return await restore_backup(self.file, place, masters, clock=clock, **options)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path, database_url: str) -> str:
    """Another database: of the other engine, so that a backup goes from each to each."""
    from tests.conftest import _copied_postgres

    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/empty.db"
    return _copied_postgres(request.getfixturevalue("postgres_server"))


@pytest.fixture
async def house(database: Database, database_url: str, empty_url: str, tmp_path: Path) -> House:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "secret_key").write_text("links", encoding="ascii")
    full = await full_people(database)
    async with database.work() as work:
        for table in (blobs, newcomer_keys):
            await work.connection.execute(table.delete())
    return House(Database(database.engine), folder, database_url, empty_url, full)


@pytest.fixture
async def restored(house: House) -> AsyncIterator[Database]:
    """The other database, to be looked into after the restore."""
    database = Database(create_engine(house.empty_url))
    yield database
    await database.close()


async def everything(database: Database, *, but: tuple[str, ...] = ()) -> Tables:
    async with database.work(reads_only=True) as work:
        found = {}
        for table in metadata.sorted_tables:
            if table.name not in but:
                query = select(table).order_by(*table.primary_key.columns)
                found[table.name] = [tuple(row) for row in (await work.connection.execute(query)).all()]
        return found


DELIVERY = ("inbox", "outbox", "jobs", "leases")


async def test_what_is_put_back_is_what_was_there_whichever_engines(house: House, restored: Database) -> None:
    shelf = a_shelf(house.database, house.folder)
    newcomer_id = house.full.amira.newcomer_ids[0]
    keys = [await shelf.keep(newcomer_id, JPEG), await shelf.keep(newcomer_id, JPEG * 2000)]
    digest = await shelf.digest(JPEG)

    made = await house.backup()
    told = await house.restore()

    before = await everything(house.database, but=DELIVERY)
    assert await everything(restored, but=DELIVERY) == before
    assert (told.rows, told.pictures, told.erased, told.locked_out) == (made.rows, 2, 0, 0)
    assert told.made_at == NOW
    new_shelf = a_shelf(restored, house.new_folder)
    assert [await new_shelf.fetch(key) for key in keys] == [JPEG, JPEG * 2000]
    assert await new_shelf.digest(JPEG) == digest
    assert (house.new_folder / "secret_key").read_text(encoding="ascii") == "links"
    await check_schema(restored.engine)


async def test_ids_that_were_given_away_do_not_come_again(house: House, restored: Database) -> None:
    await house.backup()
    await house.restore()

    async with restored.work() as work:
        sofie = house.full.sofie.begeleider_id
        assert sofie is not None
        newcomer_id = await work.people.add_newcomer("Nieuw", sofie, at=NOW)

    assert newcomer_id > GAP


async def test_a_backup_is_of_one_moment_while_others_write(house: House, restored: Database) -> None:
    written = asyncio.create_task(_keep_writing(house.database))
    await asyncio.sleep(0.05)

    await house.backup()
    written.cancel()
    await asyncio.gather(written, return_exceptions=True)
    await house.restore()

    async with restored.work(reads_only=True) as work:
        guides = set((await work.connection.execute(select(begeleiders.c.name))).scalars())
        people = set((await work.connection.execute(select(newcomers.c.name))).scalars())
    pairs = {name for name in guides if name.startswith("pair")}
    assert pairs
    assert pairs == {name for name in people if name.startswith("pair")}


async def _keep_writing(database: Database) -> None:
    """A begeleider and a newcomer at a time: whoever sees one must see the other."""
    for number in range(10_000):
        async with database.work() as work:
            guide = await work.people.add_begeleider(f"pair {number}", at=NOW)
            await work.people.add_newcomer(f"pair {number}", guide, at=NOW)
        await asyncio.sleep(0)


async def test_a_stolen_backup_and_data_folder_show_nothing(house: House) -> None:
    await a_shelf(house.database, house.folder).keep(house.full.amira.newcomer_ids[0], JPEG)

    await house.backup()

    stolen = [house.file.read_bytes(), *(file.read_bytes() for file in files_in(house.folder))]
    for word in (NAME, *OWN_WORDS, "links", str(SOFIE_CHAT), "newcomers"):
        assert not any(word.encode() in part for part in stolen), word
    assert not any(b"\xff\xd8\xff" in part for part in stolen)
    assert house.file.stat().st_mode & 0o077 == 0


async def test_a_wrong_key_is_refused_and_changes_nothing(house: House, restored: Database) -> None:
    await house.backup()

    with pytest.raises(BackupRefused, match="BOT_PHOTO_KEYS"):
        await house.restore(OTHER_KEY)

    assert files_in(house.new_folder) == []
    await migrate(restored.engine)
    assert (await everything(restored))["newcomers"] == []


async def test_an_older_key_opens_an_older_backup(house: House) -> None:
    key = await a_shelf(house.database, house.folder, OLDER_KEY).keep(house.full.amira.newcomer_ids[0], JPEG)
    await house.backup(OLDER_KEY)

    told = await house.restore(KEY, OLDER_KEY)

    assert (told.pictures, told.locked_out) == (1, 0)
    assert PhotoFiles(house.new_folder / "photos").read(key) is not None


@pytest.mark.parametrize("damage", ["cut", "turned", "appended", "swapped", "empty", "text", "newer"])
async def test_a_damaged_file_is_refused_before_anything_changes(
    house: House, restored: Database, damage: str
) -> None:
    await a_shelf(house.database, house.folder).keep(house.full.amira.newcomer_ids[0], JPEG)
    await house.backup()
    content = house.file.read_bytes()
    middle = len(content) // 2
    house.file.write_bytes(
        {
            "cut": content[:middle],
            "turned": content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :],
            "appended": content[:512] + content,
            "swapped": content.replace(b'"revision": "0', b'"revision": "1'),
            "empty": b"",
            "text": b"hello\n" * 500,
            "newer": content.replace(b'"format": 1', b'"format": 9'),
        }[damage]
    )

    with pytest.raises(BackupRefused) as caught:
        await house.restore()

    assert "\n" not in str(caught.value)
    assert files_in(house.new_folder) == []
    await migrate(restored.engine)
    assert (await everything(restored))["newcomers"] == []


async def test_a_place_in_use_is_refused_without_replace(house: House) -> None:
    await house.backup()
    before = await everything(house.database)

    with pytest.raises(BackupRefused, match="--replace"):
        await house.restore(url=house.url)

    assert await everything(house.database) == before


async def test_a_bot_that_runs_is_not_overwritten(house: House) -> None:
    await house.backup()
    async with house.database.work() as work:
        await work.leases.hold("sending", "me", now=LATER, until=LATER + dt.timedelta(seconds=6))

    with pytest.raises(BackupRefused, match="stop it"):
        await house.restore(url=house.url, replace=True)


async def test_replacing_puts_what_was_there_then_in_place_of_what_is(house: House) -> None:
    shelf = a_shelf(house.database, house.folder)
    newcomer_id = house.full.amira.newcomer_ids[0]
    key = await shelf.keep(newcomer_id, JPEG)
    await house.backup()
    later = await shelf.keep(newcomer_id, JPEG + b".")
    async with house.database.work() as work:
        await work.connection.execute(update(newcomers).values(name="Anders"))

    await house.restore(url=house.url, replace=True)

    people = (await everything(house.database))["newcomers"]
    assert {row[1] for row in people} == {NAME, "Karim"}
    assert (await shelf.fetch(key), await shelf.fetch(later)) == (JPEG, None)
    assert [file.name for file in files_in(house.folder)] == [key]


async def test_who_was_erased_since_does_not_come_back(house: House) -> None:
    house.database = Database(house.database.engine, erased=ErasureLog(house.folder / "erasures.log"))
    shelf = a_shelf(house.database, house.folder)
    amira, karim = house.full.amira.newcomer_ids[0], house.full.karim.newcomer_ids[0]
    keys = [await shelf.keep(one, JPEG) for one in (amira, karim)]
    await house.backup()
    await _erase(house)

    told = await house.restore(url=house.url, replace=True)

    left = await everything(house.database)
    assert told.erased == 2
    assert [row[1] for row in left["newcomers"]] == ["Karim"]
    for word in (NAME, *OWN_WORDS):
        assert word not in repr(left), word
    assert [row[0] for row in left["newcomer_keys"]] == [karim]
    assert [await shelf.fetch(key) for key in keys] == [None, JPEG]
    assert [file.name for file in files_in(house.folder)] == [keys[1]]
    assert [row[1:3] for row in left["erasures"]][:1] == [("newcomer", amira)]


async def _erase(house: House) -> None:
    """As the bot does when somebody wants to be forgotten."""
    async with house.database.work() as work:
        use = services(work)
        await use.erasures.forget(await use.erasures.look(house.full.amira))
    await house.database.after_erasure()


async def test_a_list_kept_elsewhere_is_followed_too(house: House, restored: Database) -> None:
    await house.backup()
    amira, karim = house.full.amira.newcomer_ids[0], house.full.karim.newcomer_ids[0]
    noted = [Erasure("newcomer", amira, LATER), Erasure("newcomer", karim, NOW - dt.timedelta(days=9))]

    told = await house.restore(also_erased=noted)

    # Karim came after that moment: whoever was erased then had his number before.
    assert told.erased == 1
    assert [row[1] for row in (await everything(restored))["newcomers"]] == ["Karim"]
    assert len(ErasureLog(house.new_folder / "erasures.log").all()) == 2


async def test_a_picture_that_was_removed_since_does_not_come_back(house: House) -> None:
    shelf = a_shelf(house.database, house.folder, clock=MovableClock(NOW))
    card, paper = [
        await shelf.keep(house.full.amira.newcomer_ids[0], content) for content in (JPEG, JPEG + b".")
    ]
    await house.backup()
    await shelf.remove([card])

    told = await house.restore(url=house.url, replace=True)

    assert told.erased == 1
    assert (await shelf.fetch(card), await shelf.fetch(paper)) == (None, JPEG + b".")


async def test_a_backup_of_an_older_schema_is_brought_forward(house: House, restored: Database) -> None:
    master = MasterKey(KEY)
    kinds = {"id": "plain", "name": "plain", "days": "plain", "begin_minute": "plain", "end_minute": "plain"}
    table = {"table": "begeleiders", "columns": {**kinds, "created_at": "moment"}, "counter": 7}
    row = [7, "Sofie", "01234", 540, 1020, NOW.isoformat()]
    with ArchiveWriter(house.file, Manifest.new(master, revision="0001", at=NOW), master) as archive:
        archive.add_locked("rows/000001", "".join(f"{json.dumps(line)}\n" for line in (table, row)).encode())

    told = await house.restore()

    await check_schema(restored.engine)
    assert told.rows == 1
    assert [one[:2] for one in (await everything(restored))["begeleiders"]] == [(7, "Sofie")]


async def test_a_backup_of_a_newer_schema_is_refused(house: House) -> None:
    master = MasterKey(KEY)
    with ArchiveWriter(house.file, Manifest.new(master, revision="9999", at=NOW), master):
        pass

    with pytest.raises(BackupRefused, match="newer"):
        await house.restore()


async def test_a_damaged_database_is_not_overwritten_unseen(house: House, tmp_path: Path) -> None:
    await house.backup()
    (tmp_path / "broken.db").write_bytes(b"no database at all " * 500)

    with pytest.raises(BackupRefused, match="damaged"):
        await house.restore(url=f"sqlite:///{tmp_path}/broken.db", replace=True)


async def test_what_others_keep_in_the_same_database_stays(house: House, restored: Database) -> None:
    async with restored.engine.begin() as connection:
        await connection.execute(text("CREATE TABLE others (id INTEGER)"))
    await house.backup()

    await house.restore()
    await house.restore(replace=True)

    async with restored.engine.connect() as connection:
        assert (await connection.execute(text("SELECT count(*) FROM others"))).scalar_one() == 0


# Held back.


async def _waiting(database: Database) -> None:
    """A message, a reminder that is due, one that is due later, and an update nobody has handled."""
    async with database.work() as work:
        for table in (outbox, jobs):
            await work.connection.execute(table.delete())
        message = Outgoing(
            chat_id=ChatId(SOFIE_CHAT), method="sendMessage", payload={"text": "van toen"}, language="nl"
        )
        await work.outbox.add([message], at=NOW)
        for kind, due in (
            ("reminders", NOW),
            ("daily", NOW),
            ("reminders", LATER + dt.timedelta(days=1)),
        ):
            await work.jobs.add(Job(kind=kind, unique_key=f"{kind}:{due}", due=due))
        update_ = Received(update_id=77, chat_id=ChatId(SOFIE_CHAT), payload="{}")
        await work.inbox.accept([update_], at=NOW)


async def test_what_waited_is_held_back_and_what_is_due_later_goes_on(
    house: House, restored: Database
) -> None:
    await _waiting(house.database)
    await house.backup()

    told = await house.restore(goes_on={"daily"})

    assert (told.held.messages, told.held.jobs) == (1, 1)
    async with restored.work() as work:
        assert await work.inbox.accept([Received(update_id=77, chat_id=ChatId(1), payload="")], at=NOW) == []
        leased = await work.jobs.lease(LATER + dt.timedelta(days=2), until=LATER, limit=9)
    assert [job.kind for job in leased] == ["daily", "reminders"]


async def test_a_dropped_message_is_gone_and_a_released_one_waits_again(
    house: House, restored: Database
) -> None:
    await _waiting(house.database)
    await house.backup()
    await house.restore()

    async with restored.work() as work:
        let_go = await release(work.connection, at=LATER)
        taken = await work.outbox.take(LATER, answers=9, reminders=9, except_chats=())
    await house.restore(replace=True)
    async with restored.work() as work:
        dropped = await drop(work.connection, at=LATER)
        nothing = await work.outbox.take(LATER, answers=9, reminders=9, except_chats=())
        left = await count_held(work.connection)

    assert let_go == dropped
    assert [(one.payload["text"], one.is_again) for one in taken] == [("van toen", True)]
    assert (list(nothing), left.messages + left.jobs + left.updates) == ([], 0)


async def test_the_real_sender_sends_nothing_that_is_held_back(house: House, restored: Database) -> None:
    telegram = Telegram(limits=False)
    phone = Phone(telegram, telegram.add_person("Sofie", "nl", SOFIE_CHAT))
    telegram.chats[SOFIE_CHAT].started = True
    await _waiting(house.database)
    await house.backup()
    await house.restore()

    async with Standin(telegram) as standin, small_bot(standin, restored, clock=MovableClock(LATER)):
        await asyncio.sleep(1.2)
        before = [bubble.text for bubble in await phone.messages(True)]
        async with restored.work() as work:
            await release(work.connection, at=LATER)
        await asyncio.sleep(1.2)
        after = [bubble.text for bubble in await phone.messages(True)]

    assert before == []
    assert [text for text in after if "van toen" in text]


# Broken off.


async def test_a_restore_that_was_broken_off_is_not_taken_for_whole(
    house: House, restored: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.backup()

    async def broken(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("bot.storage.restoring.erase_again", broken)
        with pytest.raises(KeyboardInterrupt):
            await house.restore()

    with pytest.raises(SchemaMismatch, match="restore"):
        await check_schema(restored.engine)
    with pytest.raises(SchemaMismatch, match="restore"):
        await migrate(restored.engine)
    await house.restore(replace=True)
    await check_schema(restored.engine)


@pytest.mark.slow
def test_a_kill_before_the_name_leaves_the_last_backup_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "all.backup"
    target.write_bytes(b"the last one")
    code = (
        "import os, signal, sys, datetime as dt; from pathlib import Path;"
        "from bot.storage.backup_archive import ArchiveWriter, Manifest;"
        "from bot.storage.photo_keys import MasterKey;"
        "os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL);"
        "master = MasterKey(b'k' * 32);"
        "manifest = Manifest.new(master, revision='0001', at=dt.datetime.now(dt.UTC));"
        "a = ArchiveWriter(Path(sys.argv[1]), manifest, master); a.__enter__(); a.__exit__(None, None, None)"
    )

    killed = subprocess.run([sys.executable, "-c", code, str(target)], check=False)

    assert killed.returncode == -signal.SIGKILL
    assert target.read_bytes() == b"the last one"
    assert len(list(tmp_path.iterdir())) == 2


def test_what_a_killed_backup_left_behind_goes_with_the_next_one_a_day_later(tmp_path: Path) -> None:
    for name, age in ((".b.old.part", 90_000), (".b.new.part", 60)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    master = MasterKey(KEY)

    with ArchiveWriter(tmp_path / "b", Manifest.new(master, revision="0004", at=NOW), master):
        pass

    assert sorted(path.name for path in tmp_path.iterdir()) == [".b.new.part", "b"]


def test_a_manifest_says_no_more_than_it_must(tmp_path: Path) -> None:
    master = MasterKey(KEY)
    with ArchiveWriter(tmp_path / "b", Manifest.new(master, revision="0004", at=NOW), master):
        pass

    told = json.loads((tmp_path / "b").read_bytes()[512:].split(b"\0")[0])
    assert set(told) == {"format", "made_at", "revision", "key_id", "salt"}


async def test_a_person_younger_than_an_erasure_of_the_same_number_stays(database: Database) -> None:
    async with database.work() as work:
        guide = await work.people.add_begeleider("An", at=NOW)
        newcomer_id = await work.people.add_newcomer("Nieuw", guide, at=NOW)
        noted = [Erasure("newcomer", newcomer_id, NOW - dt.timedelta(seconds=1))]

        assert await erase_again(work.connection, noted, at=NOW) == 0
        assert await work.people.newcomer(NewcomerId(newcomer_id)) is not None
