"""A newcomer scans the code at the door with the camera; the link opens the bot."""

from pathlib import Path

from bot.domain.attendance import Source
from bot.domain.ids import ChatId
from bot.storage.database import Database
from tests.builders import NOW
from tests.handlers.care import care
from tests.handlers.contact_town import HOUSE, House, new_phone
from tests.handlers.hours import Own, a_contract, pressed
from tests.handlers.newcomer import said
from tests.handlers.test_couple import choose, share

TODAY = NOW.date()


async def test_two_taps_after_scanning_the_hours_are_noted(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, amira = House(town, sqlite_database, tmp_path), town.amira
        own = Own(sqlite_database, amira)
        await own.agree(a_contract())
        karel = await house.joins()
        await amira.start(await house.code(karel))
        asked = await said(amira, "v:here")
        assert not (await own.dossier()).book.attendances
        noted = await pressed(amira, asked, "v:here", then="Genoteerd")

        assert HOUSE in asked.text
        assert "2 uur" in asked.text
        assert "Karel ziet dan je naam en je uren." in asked.text
        assert "Karel bevestigt het nog." in noted.text
        (date,) = (await own.dossier()).book.attendances
        assert (date.day, date.minutes, date.source) == (TODAY, 120, Source.SCANNED)


async def test_other_hours_are_one_tap_more(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, own = House(town, sqlite_database, tmp_path), Own(sqlite_database, town.amira)
        await town.amira.start(await house.code(await house.joins()))
        asked = await pressed(town.amira, await said(town.amira, "v:more"), "v:more", then="Hoe lang")
        label = next(label for label in asked.labels if label.startswith("1 uur 30"))
        await town.amira.press(label, asked.message_id)
        await town.amira.wait_for("Genoteerd")

        assert await own.amounts() == [(TODAY, 90)]


async def test_scanned_again_it_counts_once(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, own = House(town, sqlite_database, tmp_path), Own(sqlite_database, town.amira)
        karel = await house.joins()
        for then in ("Genoteerd", "Dit staat er al"):
            await town.amira.start(await house.code(karel))
            asked = await said(town.amira, "v:here")
            await pressed(town.amira, asked, "v:here", then=then)

        assert await own.amounts() == [(TODAY, 120)]


async def test_an_old_or_altered_code_says_so(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, own = House(town, sqlite_database, tmp_path), Own(sqlite_database, town.amira)
        code = await house.code(await house.joins())
        await town.amira.start(f"{code[:-1]}{'A' if code[-1] != 'A' else 'B'}")
        await town.amira.wait_for("werkt niet meer")
        town.pass_hours(0.3)
        await town.amira.start(code)
        await town.amira.wait_for("werkt niet meer")

        assert await own.amounts() == []


async def test_the_button_still_works_half_an_hour_later(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, own = House(town, sqlite_database, tmp_path), Own(sqlite_database, town.amira)
        await town.amira.start(await house.code(await house.joins()))
        asked = await said(town.amira, "v:here")
        town.pass_hours(0.4)
        await pressed(town.amira, asked, "v:here", then="Genoteerd")
        town.pass_hours(0.5)
        await town.amira.start(await house.code(await house.joins()))
        late = await said(town.amira, "v:here")
        town.pass_hours(1)
        await pressed(town.amira, late, "v:here", then="werkt niet meer")

        assert await own.amounts() == [(TODAY, 120)]


async def test_a_printed_code_is_marked_so(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, own = House(town, sqlite_database, tmp_path), Own(sqlite_database, town.amira)
        code = await house.code(await house.joins(), days=0)
        town.pass_hours(8)
        await town.amira.start(code)
        await pressed(town.amira, await said(town.amira, "v:here"), "v:here", then="Genoteerd")

        assert [date.source for date in (await own.dossier()).book.attendances] == [Source.PRINTED]


async def test_a_couple_says_first_who_is_there(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, own = House(town, sqlite_database, tmp_path), Own(sqlite_database, town.amira)
        code = await house.code(await house.joins())
        await share(town, town.amira, town.nele, "Yusuf")
        town.pass_hours(1.1)
        code = await house.code(await house.joins())
        await town.amira.start(code)
        await choose(town.amira, "Yusuf")
        asked = await said(town.amira, "v:here")
        noted = await pressed(town.amira, asked, "v:here", then="Genoteerd")

        assert asked.text.startswith("👤 Yusuf")
        assert noted.text.startswith("👤 Yusuf")
        assert await own.amounts() == [(TODAY, 120)]
        async with sqlite_database.work(reads_only=True) as work:
            account = await work.accounts.of_chat(ChatId(town.amira.id))
            assert account is not None
            books = await work.hours.books(account.newcomer_ids)
        assert sorted(len(book.attendances) for book in books.values()) == [0, 1]


async def test_whoever_has_no_hours_hears_what_the_code_is_for(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house = House(town, sqlite_database, tmp_path)
        karel = await new_phone(town, "Karel")
        code = await house.code(await house.joins(phone=karel))
        stranger = await new_phone(town, "Bob", language="en")
        await stranger.start(code)
        await town.sofie.start(code)
        await karel.start(code)

        assert await town.sofie.wait_for("Deze code is voor nieuwkomers")
        assert await karel.wait_for("Deze code is voor de deelnemers")
        assert await stranger.wait_for("👋")


async def test_a_new_person_chooses_a_language_first(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house = House(town, sqlite_database, tmp_path)
        code = await house.code(await house.joins())
        from bot.demo.phone import Phone

        bob = Phone(town.telegram, town.telegram.add_person("Bob", "nl"))
        await bob.start(code)
        await said(bob, "l:")
        await bob.press("l:nl:s")

        assert await bob.wait_for("Met deze code noteer je uren van je traject.")


async def test_in_arabic_the_place_keeps_its_own_direction(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, language="ar") as town:
        house = House(town, sqlite_database, tmp_path)
        await town.amira.start(await house.code(await house.joins()))
        asked = await said(town.amira, "v:here")

        assert f"\u2068{HOUSE}\u2069" in asked.text
