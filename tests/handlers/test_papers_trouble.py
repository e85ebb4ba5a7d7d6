"""What goes wrong with a photograph: a clear reply, nothing lost, nothing leaked, nothing twice."""

from pathlib import Path

import pytest

from bot.domain.ids import NewcomerId
from bot.domain.page_check import FileRefused, WhyRefused
from bot.domain.paper import PaperState
from bot.photos.reader import ProcessReader
from bot.services.photo_ports import BlobKey, StoreFull
from bot.storage.database import Database
from bot.storage.photo_store import DiskPhotos
from tests.handlers.care import care
from tests.handlers.newcomer import button_of, said, tap
from tests.handlers.paper_care import Sender, a_form, a_table, amira_in, press
from tests.handlers.seen import told
from tests.handlers.test_couple import choose, share


async def test_a_broken_file_can_go_to_the_begeleider_as_it_is(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        await amira_in(town, sqlite_database)
        await town.amira.send_file(
            "document", b"\xff\xd8\xff\xe0 broken", name="bewijs.jpg", type="image/jpeg"
        )
        refused = await said(town.amira, "ask:as_is")
        await tap(town.amira, refused, "ask:as_is")
        draft = await said(town.amira, "q:")

    assert "Neem een" in refused.text
    assert draft is not None


async def test_a_file_of_another_kind_goes_as_before(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        amira = await amira_in(town, sqlite_database)
        await town.amira.send_file("document", b"PK", name="brief.docx", type="application/msword")
        offer = await said(town.amira, "ask:as_is")

        assert "Ik kan het zelf niet lezen" in offer.text
        assert await amira.papers() == []


async def test_a_file_over_the_download_limit_is_told_so(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        await amira_in(town, sqlite_database)
        await town.amira.send_file("document", b"%PDF", name="groot.pdf", size=21 * 1024 * 1024)

        assert "te groot" in (await said(town.amira, "ask:as_is")).text


async def test_two_photographs_quickly_after_each_other_are_two_papers(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        amira = await amira_in(town, sqlite_database)
        first, second = a_form(await amira.form()), a_form(await amira.form())
        await town.amira.send_photo(first)
        await town.amira.send_photo(second)
        await told(town.amira, "Klopt alles?")
        papers = await amira.papers()

    assert len(papers) == 2


async def test_send_is_tapped_twice_and_the_begeleider_gets_it_once(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        amira = await amira_in(town, sqlite_database)
        found = await amira.sends(a_form(await amira.form()), "e:send")
        send = button_of(found, "e:send")
        assert send is not None
        await press(town.amira, found, "e:send", "e:back")
        toast = await town.press_forged(town.amira, send)
        await town.sofie.wait_for("stuurt een bewijs")
        cards = [b for b in await town.sofie.messages(True) if "stuurt een bewijs" in b.text]

    assert toast == "Dit bewijs is al verstuurd."
    assert len(cards) == 1


async def test_a_paper_of_somebody_else_answers_to_nobody(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        amira = await amira_in(town, sqlite_database)
        await amira.sends(a_form(await amira.form()), "e:send")
        await town.karim.say("hallo")
        await town.karim.wait_for("")
        toasts = [
            await town.press_forged(town.karim, data)
            for data in ("e:send:1:1:0", "e:send:2:1:0", "e:next:2:1:0", "e:list:1", "e:nonsense", "e:send:x")
        ]
        (paper,) = await amira.papers()

    assert all(
        toast.startswith(("Deze knop is niet voor jou", "Deze knop werkt niet meer")) for toast in toasts
    )
    assert paper.state is PaperState.ASKING


async def test_a_couple_says_who_it_is_and_an_album_stays_whole(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        amira = await amira_in(town, sqlite_database)
        pages = [a_form(await amira.form()), a_form(await amira.form())]
        await share(town, town.amira, town.nele, "Yusuf")
        town.pass_hours(1.1)
        await town.amira.send_album(pages)
        await choose(town.amira, "Amira")
        await town.amira.wait_for("bekijk je foto")
        town.pass_hours(0.01)
        found = await said(town.amira, "e:send")
        asked = [b for b in await town.amira.messages(True) if "Wie ben jij nu?" in b.text]
        (paper,) = await amira.papers()

    assert found.text.startswith("👤 Amira")
    assert asked == []
    assert len(paper.pages) == 2


async def test_no_room_on_the_disk_is_said_and_tried_again(
    sqlite_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = DiskPhotos.keep

    async def is_full(_: DiskPhotos, newcomer_id: NewcomerId, content: bytes) -> BlobKey:
        raise StoreFull

    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        amira = await amira_in(town, sqlite_database)
        monkeypatch.setattr(DiskPhotos, "keep", is_full)
        refused = await amira.sends(a_form(await amira.form()), "ask:as_is")
        monkeypatch.setattr(DiskPhotos, "keep", keep)
        town.pass_hours(0.2)
        found = await said(town.amira, "e:send")

    assert "geen plaats" in refused.text
    assert found is not None


async def test_reading_that_gives_up_says_so(
    sqlite_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def gives_up(_: ProcessReader, content: bytes) -> None:
        raise FileRefused(WhyRefused.GAVE_UP)

    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        amira = await amira_in(town, sqlite_database)
        monkeypatch.setattr(ProcessReader, "read", gives_up)
        refused = await amira.sends(a_table(), "ask:as_is")
        (paper,) = await amira.papers()

    assert "Ik kan deze foto niet bekijken" in refused.text
    assert paper.state is PaperState.ASKING


async def test_a_file_that_telegram_lost_is_asked_again(
    sqlite_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        await amira_in(town, sqlite_database)
        monkeypatch.setattr(town.telegram.files, "find", lambda _: None)
        await town.amira.send_photo(a_table())

        assert "Stuur ze nog eens" in (await town.amira.wait_for("niet meer bij Telegram")).text


async def test_a_photograph_in_the_middle_of_a_question_belongs_to_it(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True) as town:
        amira = await amira_in(town, sqlite_database)
        await town.amira.say("💬 Mijn begeleider")
        await town.amira.wait_for("")
        await town.amira.send_photo(a_table())
        await said(town.amira, "q:")

        assert await amira.papers() == []


async def test_without_keys_photographs_go_as_before(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        amira = Sender(sqlite_database, town.amira)
        await town.amira.send_photo(a_table())
        offer = await said(town.amira, "ask:as_is")

        assert "Ik kan ze zelf nog niet lezen" in offer.text
        assert await amira.papers() == []


async def test_a_begeleider_decides_and_the_newcomer_hears_it(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, has_photos=True, language="en") as town:
        amira = await amira_in(town, sqlite_database)
        found = await amira.sends(a_form(await amira.form()), "e:send")
        await tap(town.amira, found, "e:send")
        card = await said(town.sofie, "j:accept")
        await tap(town.sofie, card, "j:accept")
        heard = await town.amira.wait_for("🎉")

    assert "2 hrs" in heard.text
