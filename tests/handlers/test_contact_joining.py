"""A contact opens a link in Telegram: who asks, joining once, old and used links, large buttons."""

import datetime as dt
from pathlib import Path

from bot.demo.phone import Phone
from bot.domain.contact import Contact, Reached
from bot.services.services import Services
from bot.storage.database import Database
from tests.handlers.care import Care, care
from tests.handlers.contact_town import HOUSE, House, account_of, new_phone
from tests.handlers.hours import TUESDAY, Own, pressed
from tests.handlers.newcomer import said, tap
from tests.handlers.seen import told


async def link(house: House, *, reached: Reached = Reached.NEWCOMER, name: str | None = None) -> str:
    """A link for Amira's hours."""
    bewijs_id = await house.bewijs()

    async def ask(use: Services) -> str:
        is_own = reached is Reached.NEWCOMER
        dossier = await house.own(use) if is_own else await house.guided(use)
        return use.contact_links.token(await use.contact_links.ask(dossier, bewijs_id, name=name))

    made: str = await house.do(ask)
    return made


def a_phone(town: Care, name: str = "Karel", language: str = "fr") -> Phone:
    """A phone that never met the bot."""
    return Phone(town.telegram, town.telegram.add_person(name, language))


async def contacts_of(house: House, phone: Phone) -> list[Contact]:
    """The contacts that a phone is."""

    async def look(use: Services) -> list[Contact]:
        return list(await use.contact_care.of_account(await account_of(use, phone)))

    found: list[Contact] = await house.do(look)
    return found


async def test_the_first_screen_says_in_dutch_who_asks_and_what_is_kept(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, karel = House(town, sqlite_database, tmp_path), a_phone(town)
        await karel.start(await link(house))
        screen = await said(karel, "u:yes")

        assert "Amira vraagt: wil jij bevestigen wanneer Amira er was?" in screen.text
        assert HOUSE in screen.text
        assert "Sofie begeleidt Amira" in screen.text
        assert "Ik bewaar je naam" in screen.text
        assert await contacts_of(house, karel) == []


async def test_whoever_came_by_the_newcomer_is_called_first_and_confirms_nothing(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, karel = House(town, sqlite_database, tmp_path), a_phone(town)
        await Own(sqlite_database, town.amira).note(TUESDAY, 120)
        await karel.start(await link(house))
        await pressed(karel, await said(karel, "u:yes"), "u:yes", then="Sofie belt je eerst even.")
        await told(karel, "Je knoppen staan hieronder.")
        await karel.say("✅ Bevestigen")
        await karel.wait_for("Sofie belt je eerst even.")
        (contact,) = await contacts_of(house, karel)

        assert not contact.may_confirm
        assert contact.language == "nl"
        assert "✅ Bevestigen" in await karel.keys()
        assert await told(town.amira, "Karel doet mee")
        assert all("17 nov" not in bubble.text for bubble in await karel.messages(True))


async def test_whoever_came_by_the_begeleider_sees_the_list_at_once(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, karel = House(town, sqlite_database, tmp_path), a_phone(town)
        await Own(sqlite_database, town.amira).note(TUESDAY, 120)
        await karel.start(await link(house, reached=Reached.BEGELEIDER))
        await tap(karel, await said(karel, "u:yes"), "u:yes")

        assert "Amira · di 17 nov · 2 uur" in (await told(karel, "Klopt dit?")).text


async def test_pressing_twice_and_opening_again_is_joining_once(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, karel = House(town, sqlite_database, tmp_path), a_phone(town)
        token = await link(house, reached=Reached.BEGELEIDER)
        await karel.start(token)
        screen = await said(karel, "u:yes")
        await tap(karel, screen, "u:yes")
        await karel.press(f"u:yes:{token}", screen.message_id)
        await karel.start(token)
        await karel.wait_for("Je doet al mee.")

        assert len(await contacts_of(house, karel)) == 1


async def test_a_link_that_somebody_else_used_says_so(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, karel, jan = House(town, sqlite_database, tmp_path), a_phone(town), a_phone(town, "Jan")
        token = await link(house)
        await jan.start(token)
        screen = await said(jan, "u:yes")
        await karel.start(token)
        await pressed(karel, await said(karel, "u:yes"), "u:yes", then="Bedankt, Karel!")
        used = await pressed(jan, screen, "u:yes", then="Met deze link doet al iemand anders mee.")
        await pressed(jan, used, "u:new", then="Ik zeg het aan Sofie.")

        assert await contacts_of(house, jan) == []


async def test_an_old_link_offers_a_new_one_and_names_the_begeleider(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, karel = House(town, sqlite_database, tmp_path), a_phone(town)
        token = await link(house)
        town.pass_hours(dt.timedelta(days=15) / dt.timedelta(hours=1))
        await karel.start(token)
        old = await karel.wait_for("Deze link is te oud.")
        await pressed(karel, old, "u:new", then="Ik zeg het aan Sofie.")

        assert "Sofie, begeleider" in old.text


async def test_an_altered_link_leads_nowhere(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, karel = House(town, sqlite_database, tmp_path), a_phone(town)
        token = await link(house)
        await karel.start(token[:-1] + ("A" if token[-1] != "A" else "B"))
        await karel.wait_for("Deze link werkt niet meer.")
        await karel.start("k-1-1-AAAAAAAAAAAAAAAAAAAAAA")

        assert await karel.wait_for("Deze pagina werkt niet meer.")


async def test_the_newcomer_and_a_begeleider_cannot_be_the_contact(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house = House(town, sqlite_database, tmp_path)
        token = await link(house)
        for phone in (town.amira, town.nele):
            await phone.start(token)
            await phone.wait_for("Deze link is voor de contactpersoon.")
            await town.press_forged(phone, f"u:yes:{token}")

        assert await contacts_of(house, town.amira) == []
        assert await contacts_of(house, town.nele) == []


async def test_not_with_us_is_passed_on_and_can_be_put_right(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, karel = House(town, sqlite_database, tmp_path), a_phone(town)
        await karel.start(await link(house))
        screen = await said(karel, "u:not")
        after = await pressed(karel, screen, "u:not", then="Jij moet niets meer doen.")
        await pressed(karel, after, "u:again", then="wil jij bevestigen")

        assert await told(town.amira, "kwam bij iemand anders terecht")


async def test_another_language_is_there_by_choice(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, karel = House(town, sqlite_database, tmp_path), a_phone(town)
        await karel.start(await link(house))
        screen = await said(karel, "u:tongue")
        tongues = await pressed(karel, screen, "u:tongue", then="In welke taal")
        await tap(karel, tongues, "u:speak:fr")
        await tap(karel, await said(karel, "u:yes"), "u:yes")
        await town.press_forged(karel, "u:nothing")
        (contact,) = await contacts_of(house, karel)

        assert contact.language == "fr"


async def test_start_and_free_text_bring_a_contacts_own_buttons(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house = House(town, sqlite_database, tmp_path)
        karel = await new_phone(town, "Karel")
        await house.joins(phone=karel)
        await karel.start()
        await karel.wait_for("Dag Karel!")
        await karel.say("Wanneer komt Amira?")
        answer = await karel.wait_for("Kies hieronder een knop.")
        await karel.say("/hulp")
        await karel.wait_for("Wat kan je hier?")

        assert "Sofie, begeleider" in answer.text
        assert "✍️ Tekenen" in await karel.keys()


async def test_a_newcomer_is_no_contact_and_keeps_the_own_buttons(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await town.karim.say("/bevestigen")
        await town.karim.wait_for("Dit is voor contactpersonen.")
        await town.karim.start()
        await town.karim.wait_for("Fijn dat je er weer bent!")

        assert "⏳ Mijn uren" in await town.karim.keys()
