"""A contact notes hours first, shows a code at the door, signs or does not, and has settings of their own."""

from pathlib import Path

from bot.demo.phone import Bubble, Phone
from bot.domain.attendance import Source, State
from bot.domain.contact import Contact
from bot.domain.contact_words import Surface
from bot.domain.ids import AttendanceId
from bot.domain.paper import NoSignBecause
from bot.services.services import Services
from bot.storage.database import Database
from tests.handlers.care import care
from tests.handlers.contact_town import House, account_of, new_phone
from tests.handlers.hours import TUESDAY, YESTERDAY, Own, pressed, wrote
from tests.handlers.newcomer import button_of, said, tap
from tests.handlers.seen import told
from tests.handlers.test_contact_confirming import dates
from tests.handlers.test_not_yours import forge

PAGES = "https://bot.example"


async def karel_of(house: House, *, confirmed: bool = False) -> tuple[Phone, Contact]:
    """Karel has joined; Amira noted two hours on Tuesday and on Sunday, which he confirmed perhaps."""
    own = Own(house.database, house.town.amira)
    for day in (TUESDAY, YESTERDAY):
        await own.note(day, 120)
    karel = await new_phone(house.town, "Karel")
    contact = await house.joins(phone=karel)
    if confirmed:
        for number in (1, 2):
            await house.says(contact, 120, number)
    return karel, contact


async def the_contact(house: House, phone: Phone) -> Contact:
    """Karel as he is kept now."""

    async def look(use: Services) -> Contact:
        (found,) = await use.work.contact_people.of_account((await account_of(use, phone)).id)
        return found

    found: Contact = await house.do(look)
    return found


# Noting.


async def test_a_contact_notes_a_day_by_taps_and_the_newcomer_hears_it(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house = House(town, sqlite_database, tmp_path)
        karel, _ = await karel_of(house)
        who = await wrote(karel, "➕ Uren noteren", then="Wie was er?")
        day = await pressed(karel, who, "u:who", then="Welke dag was dat?")
        long = await pressed(karel, day, "u:day", then="Hoe lang was Amira er?")
        await pressed(karel, long, "u:long:1:1:739", then="Genoteerd: Amira, ma 23 nov")
        *_, noted = await dates(sqlite_database, town)

        assert (noted.source, noted.state) == (Source.CONTACT, State.CONFIRMED)
        assert await told(town.amira, "noteerde voor jou")


async def test_day_and_amount_may_be_typed(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        karel, _ = await karel_of(House(town, sqlite_database, tmp_path))
        who = await wrote(karel, "➕ Uren noteren", then="Wie was er?")
        await pressed(karel, who, "u:who", then="Welke dag was dat?")
        await wrote(karel, "ooit", then="Dat begrijp ik niet.")
        await wrote(karel, "morgen", then="Deze dag moet nog komen.")
        await wrote(karel, "18/11", then="Hoe lang was Amira er?")
        await wrote(karel, "1,5", then="Genoteerd: Amira, wo 18 nov, 1 uur 30 min.")

        assert [one.minutes for one in await dates(sqlite_database, town)] == [120, 90, 120]


async def test_a_day_that_is_there_is_confirmed_instead(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        karel, _ = await karel_of(House(town, sqlite_database, tmp_path))
        await wrote(karel, "✅ Bevestigen", then="Klopt dit?")
        await town.press_forged(karel, f"u:long:1:1:{TUESDAY.toordinal()}:120")
        first, second = await dates(sqlite_database, town)

        assert (first.state, second.state) == (State.CONFIRMED, State.CLAIMED)


# The door.


async def test_the_code_at_the_door_is_a_picture_that_newcomers_can_use(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house = House(town, sqlite_database, tmp_path)
        karel, contact = await karel_of(house)
        takes = await wrote(karel, "🚪 Code aan de deur", then="Hoe lang duurt het vandaag?")
        code = await pressed(karel, takes, f"u:open:{contact.id}:neighbourhood_house:120", then="5 minuten")
        again = await pressed(karel, code, "u:open", then="5 minuten")
        paper = await pressed(karel, again, "u:paper", then="Druk deze code af.")
        await town.amira.start(await house.code(contact))

        assert (code.kind, paper.kind) == ("photo", "document")
        assert "23 november 2026" in paper.text
        assert await said(town.amira, "v:here")


# Signing.


async def test_signing_is_a_name_and_a_tap(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house = House(town, sqlite_database, tmp_path)
        karel, _ = await karel_of(house, confirmed=True)
        who = await wrote(karel, "✍️ Tekenen", then="Voor wie teken je?")
        look = await pressed(karel, who, "u:look", then="Samen: 4 uur")
        data = str(button_of(look, "u:do"))
        await pressed(karel, look, "u:do", then="Getekend: 4 uur voor Amira.")
        twice = await town.press_forged(karel, data)

        assert "✍️ Ik teken als Karel" in look.labels
        assert twice == "Er is nu niets om te tekenen."


async def test_another_name_is_typed_and_signed_with(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house = House(town, sqlite_database, tmp_path)
        karel, _ = await karel_of(house, confirmed=True)
        who = await wrote(karel, "✍️ Tekenen", then="Voor wie teken je?")
        look = await pressed(karel, who, "u:look", then="Samen: 4 uur")
        await pressed(karel, look, "u:name", then="Met welke naam teken je?")
        again = await wrote(karel, "Karel Testermans", then="Samen: 4 uur")
        await pressed(karel, again, "u:do", then="Dankjewel, Karel Testermans!")

        assert "✍️ Ik teken als Karel Testermans" in again.labels


async def test_what_changed_since_the_screen_is_not_signed(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house = House(town, sqlite_database, tmp_path)
        karel, contact = await karel_of(house, confirmed=True)
        who = await wrote(karel, "✍️ Tekenen", then="Voor wie teken je?")
        look = await pressed(karel, who, "u:look", then="Samen: 4 uur")
        await house.says(contact, 60, 1)
        toast = await town.press_forged(karel, str(button_of(look, "u:do")))
        signed = await house.do(lambda use: use.work.signatures.signed([AttendanceId(1), AttendanceId(2)]))

        assert not signed
        assert toast.startswith("Er veranderde intussen iets.")


async def test_not_signing_has_a_reason_and_own_words(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house = House(town, sqlite_database, tmp_path)
        karel, contact = await karel_of(house, confirmed=True)
        who = await wrote(karel, "✍️ Tekenen", then="Voor wie teken je?")
        look = await pressed(karel, who, "u:look", then="Samen: 4 uur")
        why = await pressed(karel, look, "u:no", then="Je tekent niet voor Amira.")
        await pressed(karel, why, "u:why:1:1:other_hours", then="Wil je er iets bij zeggen?")
        await wrote(karel, "Ze ging altijd vroeger weg", then="Bedankt dat je het zegt.")

        async def refusals(use: Services) -> list[tuple[object, ...]]:
            dossier = await house.guided(use)
            return [(one.contact_id, one.because, one.note) for one in await use.work.refusals.of(dossier.id)]

        found = await house.do(refusals)
        assert found == [(contact.id, NoSignBecause.OTHER_HOURS, "Ze ging altijd vroeger weg")]
        assert await told(town.amira, "tekent nu niet")


# What the organisation offers.


async def test_beginners_welcome_and_full_are_said_of_own_offers_alone(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        karel, _ = await karel_of(House(town, sqlite_database, tmp_path))
        none = await pressed(karel, await opened(karel), "u:offers", then="Ik ken nog geen activiteit")
        toasts = await forge(town, karel, "u:offer:1:1", "u:begin:1:1:1", "u:full:1:1:0", "u:full:1:1:9")

        assert button_of(none, "u:one")
        assert not any("Volzet" in toast for toast in toasts)


# Settings.


async def opened(karel: Phone) -> Bubble:
    """The settings."""
    return await wrote(karel, "⚙️ Instellingen", then="Je lijst komt:")


async def test_the_day_of_the_list_is_chosen(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house = House(town, sqlite_database, tmp_path)
        karel, _ = await karel_of(house)
        when = await pressed(karel, await opened(karel), "u:when", then="Wanneer wil je je lijst?")
        friday = await pressed(karel, when, "u:setday:1:4", then="Je lijst komt: elke vrijdag.")
        chosen = (await the_contact(house, karel)).asks_on
        when = await pressed(karel, friday, "u:when", then="Wanneer wil je je lijst?")
        await pressed(karel, when, "u:setday:1:7", then="Je lijst komt: na elke activiteit.")

        assert chosen == 4
        assert (await the_contact(house, karel)).asks_on is None


async def test_another_contact_is_named_and_joins_with_the_same_people(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house = House(town, sqlite_database, tmp_path)
        karel, _ = await karel_of(house)
        await pressed(karel, await opened(karel), "u:naming", then="Wie bevestigt er nog?")
        passed_on = await wrote(karel, "An Peeters", then="Stuur deze link naar An Peeters.")
        token = passed_on.text.rsplit("start=", 1)[1].split()[0]
        an = Phone(town.telegram, town.telegram.add_person("An", "nl"))
        await an.start(token)
        await tap(an, await said(an, "u:yes"), "u:yes")

        assert "Amira · di 17 nov · 2 uur" in (await told(an, "Klopt dit?")).text


async def test_the_own_page_can_be_withdrawn(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, public_url=PAGES) as town:
        house = House(town, sqlite_database, tmp_path)
        karel, _ = await karel_of(house)
        page = await pressed(karel, await opened(karel), "u:page", then=f"{PAGES}/k/k-")
        before = page.text
        after = await pressed(karel, page, "u:newpage", then=f"{PAGES}/k/k-")
        await karel.start(before.rsplit("/", 1)[1].strip())
        await karel.wait_for("Deze pagina werkt niet meer.")
        await karel.start(after.text.rsplit("/", 1)[1].strip())

        assert await karel.wait_for("Je kan nu ook hier bevestigen.")
        assert (await the_contact(house, karel)).version == 2


async def test_somebody_who_is_not_with_them_is_gone_from_the_list(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        karel, _ = await karel_of(House(town, sqlite_database, tmp_path))
        folk = await pressed(karel, await opened(karel), "u:folk", then="Wie hoort niet bij jullie?")
        sure = await pressed(karel, folk, "u:g:", then="Hoort Amira niet bij jullie?")
        await pressed(karel, sure, "u:gy:", then="Je ziet deze persoon niet meer.")

        assert await wrote(karel, "✅ Bevestigen", then="Alles is bevestigd.")


async def test_stopping_is_asked_once_more_and_then_nothing_works(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        karel, contact = await karel_of(House(town, sqlite_database, tmp_path))
        sure = await pressed(karel, await opened(karel), "u:stop", then="Wil je stoppen bij")
        await pressed(karel, sure, "u:stopyes", then="Je bent gestopt.")
        await told(karel, "Vragen over inburgering?")
        toast = await town.press_forged(karel, f"u:ok:{contact.id}:1:120")
        first, _ = await dates(sqlite_database, town)

        assert toast == "Je bent hier geen contactpersoon meer."
        assert first.state is State.CLAIMED
        assert "⏳ Mijn uren" in await karel.keys()
        assert await told(town.amira, "stopt als contactpersoon")


async def test_another_language_is_spoken_from_then_on(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house = House(town, sqlite_database, tmp_path)
        karel, _ = await karel_of(house)
        tongues = await pressed(karel, await opened(karel), "u:tongue", then="In welke taal")
        await tap(karel, tongues, "u:speak:en")
        await karel.wait_for(lambda bubble: bool(bubble.text))

        assert (await the_contact(house, karel)).language == "en"


async def test_whoever_is_a_contact_twice_sees_one_list_with_names(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house = House(town, sqlite_database, tmp_path)
        karel, _ = await karel_of(house)

        async def join(use: Services) -> None:
            link = await use.contact_links.for_organisation("FC Gent", "Karel")
            await use.contact_links.join(
                use.contact_links.token(link),
                account=await account_of(use, karel),
                name="Karel",
                language="nl",
                surface=Surface.TELEGRAM,
            )

        await house.do(join)
        shown = await wrote(karel, "✅ Bevestigen", then="Klopt dit?")
        which = await wrote(karel, "⚙️ Instellingen", then="Voor welke organisatie?")

        assert "Amira · di 17 nov · 2 uur · Buurthuis De Kring" in shown.text
        assert which.labels == ["Buurthuis De Kring", "FC Gent"]
