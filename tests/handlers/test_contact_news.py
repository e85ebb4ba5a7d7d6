"""What a newcomer hears, on each phone and in its language, when a contact did something."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.domain.attendance import State
from bot.domain.contact import Contact, Reached
from bot.domain.contact_news import Happened, News
from bot.domain.contact_words import NOT_THERE, Surface
from bot.domain.ids import AttendanceId, NewcomerId
from bot.domain.paper import NoSignBecause
from bot.services.services import Services
from bot.storage.database import Database
from tests.handlers.care import Care, care
from tests.handlers.contact_town import HOUSE, House, new_phone
from tests.handlers.hours import TUESDAY, YESTERDAY, Own, a_contract, pressed
from tests.handlers.newcomer import button_of, tap
from tests.handlers.seen import told
from tests.handlers.test_couple import share


async def a_house(town: Care, database: Database, folder: Path) -> tuple[House, Own, Contact]:
    """Amira has a contract and noted two dates; Karel may confirm them."""
    house, own = House(town, database, folder), Own(database, town.amira)
    await own.agree(a_contract())
    await own.note(TUESDAY, 120)
    await own.note(YESTERDAY, 90)
    return house, own, await house.joins()


async def test_a_confirmed_date_is_told_with_the_new_totals(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, _, karel = await a_house(town, sqlite_database, tmp_path)
        await house.says(karel, 120)
        news = await told(town.amira, "Karel bevestigde je uren")

        assert HOUSE in news.text
        assert "✅ di 17 nov · 2 uur" in news.text
        assert "nog te doen: 36 uur 30 min" in news.text
        assert button_of(news, "v:no") is None


async def test_all_right_for_the_list_is_one_message(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, _, karel = await a_house(town, sqlite_database, tmp_path)
        seen = {AttendanceId(1): 120, AttendanceId(2): 90}
        await house.do(lambda use: use.confirming.say_all(karel, seen, surface=Surface.PAGE))
        news = await told(town.amira, "Karel bevestigde je uren")

        assert "✅ di 17 nov · 2 uur\n✅ zo 22 nov · 1 uur 30 min" in news.text


async def test_other_hours_can_be_objected_to(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, own, karel = await a_house(town, sqlite_database, tmp_path)
        await house.says(karel, 60)
        news = await told(town.amira, "Karel keek naar je uren")
        asked = await pressed(town.amira, news, "v:no", then="Klopt dit niet?")
        assert (await own.dossier()).book.attendances[0].objected_at is None
        done = await pressed(town.amira, asked, "v:object", then="Ik zeg het aan Sofie.")

        assert "di 17 nov: Karel zegt 1 uur. Jij schreef 2 uur." in news.text
        assert "Karel zegt: 1 uur." in asked.text
        assert "Jij moet niets doen." in done.text
        assert (await own.dossier()).book.attendances[0].objected_at is not None


async def test_not_there_is_said_gently_and_can_be_objected_to(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, own, karel = await a_house(town, sqlite_database, tmp_path)
        await house.says(karel, NOT_THERE)
        news = await told(town.amira, "Karel keek naar je uren")
        await tap(town.amira, news, "v:no")
        asked = await town.amira.wait_for("je was er die dag niet")
        await pressed(town.amira, asked, "v:object", then="Ik zeg het aan Sofie.")
        await tap(town.amira, news, "v:no")
        again = await town.amira.wait_for("Klopt dit niet?")
        await tap(town.amira, again, "v:object")
        await town.amira.wait_for("Ik zeg het aan Sofie.")

        assert "di 17 nov: Karel zegt dat je er niet was." in news.text
        assert "Sofie kijkt dan" in news.text
        assert "Sofie weet dit al en kijkt ernaar." in await town.amira.toasts()
        assert (await own.dossier()).book.attendances[0].state is State.CLAIMED


async def test_a_date_that_the_contact_noted_first_is_told_at_once(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, _, karel = await a_house(town, sqlite_database, tmp_path)
        bewijs_id = await house.bewijs()
        day = TUESDAY.replace(day=18)
        await house.do(lambda use: use.confirming.note(karel, bewijs_id, day, 120, surface=Surface.PAGE))
        news = await told(town.amira, "Karel noteerde voor jou: 2 uur op wo 18 nov")

        assert button_of(news, "v:no:3:") is not None


async def test_a_second_contact_who_says_otherwise_changes_nothing(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, own, karel = await a_house(town, sqlite_database, tmp_path)
        els = await house.joins("Els")
        await house.says(karel, 120)
        await told(town.amira, "Karel bevestigde je uren")
        await house.says(els, 60)

        assert (await own.dossier()).book.attendances[0].minutes == 120


async def test_by_night_it_comes_without_sound(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, _, karel = await a_house(town, sqlite_database, tmp_path)
        town.pass_hours(11)
        await house.says(karel, 120)
        news = await told(town.amira, "Karel bevestigde je uren")

        assert news.text
        calls = [call["params"] for call in town.telegram.calls.of("sendMessage")]
        last = [params for params in calls if str(params["chat_id"]) == str(town.amira.id)][-1]
        assert "disable_notification" in last


async def test_who_joined_and_who_was_checked_is_told(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, _, _ = await a_house(town, sqlite_database, tmp_path)
        phone = await new_phone(town, "Els")
        els = await house.joins("Els", reached=Reached.NEWCOMER, phone=phone)
        await told(town.amira, "Karel kan nu je uren bevestigen")
        waits = await told(town.amira, "Sofie praat eerst één keer met Els.")

        async def check(use: Services) -> Any:
            return await use.contact_care.check(await house.guided(use), els.id)

        await house.do(check)
        checked = await told(town.amira, "Sofie sprak met Els.")

        assert "Jij moet niets doen." in waits.text
        assert HOUSE in checked.text
        assert HOUSE in (await told(phone, "Je kan nu uren bevestigen")).text


async def test_a_contact_who_stops_is_told_with_the_way_on(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, _, karel = await a_house(town, sqlite_database, tmp_path)
        await house.do(lambda use: use.contact_care.stop(karel))
        news = await told(town.amira, "Karel stopt als contactpersoon")
        screen = await pressed(town.amira, news, "v:ask", then="Laat je uren bevestigen")

        assert HOUSE in screen.text


async def test_on_a_shared_phone_it_says_for_whom_it_is(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, own, karel = await a_house(town, sqlite_database, tmp_path)
        await share(town, town.amira, town.nele, "Yusuf")
        await house.says(karel, 60)
        news = await told(town.amira, "Karel keek naar je uren")
        asked = await pressed(town.amira, news, "v:no", then="Klopt dit niet?")
        await pressed(town.amira, asked, "v:object", then="Ik zeg het aan Sofie.")

        assert news.text.startswith("👤 Amira")
        assert asked.text.startswith("👤 Amira")
        async with sqlite_database.work(reads_only=True) as work:
            book = await work.hours.book((await own.dossier()).id)
        assert book.attendances[0].objected_at is not None


async def test_somebody_else_cannot_object(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, own, karel = await a_house(town, sqlite_database, tmp_path)
        await house.says(karel, 60)
        news = await told(town.amira, "Karel keek naar je uren")
        forged = button_of(news, "v:no")
        assert forged is not None
        await town.karim.say("/uren")
        await town.karim.wait_for("klaar")
        toasts = [
            await town.press_forged(town.karim, forged.replace("v:no", word)) for word in ("v:no", "v:object")
        ]

        assert all(toasts)
        assert (await own.dossier()).book.attendances[0].objected_at is None


async def test_in_arabic_names_keep_their_own_direction(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, language="ar") as town:
        house, _, karel = await a_house(town, sqlite_database, tmp_path)
        await house.says(karel, 60)
        news = await told(town.amira, "\u2068Karel\u2069")

        assert f"\u2068{HOUSE}\u2069" in news.text


async def test_a_contact_who_does_not_sign_is_told_without_blame(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, _, karel = await a_house(town, sqlite_database, tmp_path)
        await house.says(karel, 120)
        bewijs_id, because = await house.bewijs(), NoSignBecause.RATHER_CALL
        await house.do(lambda use: use.signing.refuse(karel, bewijs_id, because))
        news = await told(town.amira, "Karel tekent nu niet")

        assert "Sofie weet het en bekijkt het. Jij moet niets doen." in news.text


async def test_news_of_somebody_who_was_erased_is_not_told(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, own, karel = await a_house(town, sqlite_database, tmp_path)
        gone = Happened(news=News.STOPPED, newcomer_id=NewcomerId(99), contact_id=karel.id)

        theirs = replace(gone, newcomer_id=(await own.dossier()).id)

        async def news(_: Services) -> tuple[Happened, ...]:
            return (gone, theirs)

        await house.do(news)
        await told(town.amira, "Karel stopt als contactpersoon")

        assert not any("stopt" in bubble.text for bubble in await town.karim.messages(True))
