"""Contacts on Sofie's desk: checking one once, links to send on, doubts, a digital bewijs to decide."""

from pathlib import Path

import pytest

from bot.domain.contact import Reached
from bot.domain.contact_words import NOT_THERE, Surface
from bot.domain.ids import AttendanceId, ContactId
from bot.domain.paper import NoSignBecause
from bot.services.services import Services
from bot.storage.database import Database
from tests.handlers.care import care
from tests.handlers.contact_town import House
from tests.handlers.hours import pressed
from tests.handlers.seen import told
from tests.handlers.test_contact_news import a_house


async def test_a_contact_whom_the_newcomer_introduced_is_checked_once(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, _, _ = await a_house(town, sqlite_database, tmp_path)
        greet = await house.joins("Greet", reached=Reached.NEWCOMER)
        card = await told(town.sofie, "Greet bevestigt voor Amira")
        done = await pressed(town.sofie, card, "y:ok", then="Nagekeken door Sofie")

        assert "Nog niet nagekeken" in card.text
        assert "een nummer dat niet van Amira komt" in card.text
        assert "Greet" in (await told(town.amira, "Sofie sprak met Greet")).text
        assert await house.do(lambda use: _may_confirm(use, greet.id))
        await town.press_forged(town.sofie, f"y:ok:1:{greet.id}")
        assert "✅" in done.text


async def _may_confirm(use: Services, contact_id: int) -> bool:
    found = await use.work.contact_people.get(ContactId(contact_id))
    return found is not None and found.may_confirm


async def test_who_is_not_the_contact_sees_nothing_any_more(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, _, _ = await a_house(town, sqlite_database, tmp_path)
        greet = await house.joins("Greet", reached=Reached.NEWCOMER)
        card = await told(town.sofie, "Greet bevestigt voor Amira")
        done = await pressed(town.sofie, card, "y:no", then="bevestigt hier niet meer")

        assert "Greet" in done.text
        assert not await house.do(lambda use: _may_confirm(use, greet.id))


@pytest.mark.parametrize("word", ["list:1", "card:1:1", "ok:1:1", "no:1:1", "link:1:1", "mail:1:1"])
async def test_a_colleague_who_guides_somebody_else_sees_and_changes_nothing(
    sqlite_database: Database, tmp_path: Path, word: str
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, _, karel = await a_house(town, sqlite_database, tmp_path)
        await town.nele.say("/mensen")
        await town.nele.wait_for(lambda bubble: bubble.from_bot)
        before = len(await town.nele.messages())
        await town.press_forged(town.nele, f"y:{word}")

        assert all("Karel" not in bubble.text for bubble in (await town.nele.messages())[before:])
        assert await house.do(lambda use: _may_confirm(use, karel.id))


async def test_the_list_tells_how_each_contact_was_reached_and_gives_a_link_to_send_on(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await a_house(town, sqlite_database, tmp_path)
        card = await told(town.sofie, "Karel bevestigt vanaf nu")
        listed = await pressed(town.sofie, card, "y:list", then="Contactpersonen van Amira")
        link = await pressed(town.sofie, listed, "y:link", then="Link voor de contactpersoon")

        assert "via een link van de begeleider" in listed.text
        assert "start=c-" in link.text or "/c/c-" in link.text


async def test_a_denied_date_and_an_objection_are_doubts_with_the_contacts_word(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, _, karel = await a_house(town, sqlite_database, tmp_path)
        await house.says(karel, NOT_THERE)
        await house.do(lambda use: _object(use, house))
        doubt = await told(town.sofie, "zegt dat dit niet klopt")
        date = await pressed(town.sofie, doubt, "n:date", then="niet aanwezig")

        assert "Karel (via een link van de begeleider): niet aanwezig" in date.text
        assert "De contactpersoon zegt: niet aanwezig." in date.text


async def _object(use: Services, house: House) -> object:
    return await use.confirming.object(await house.own(use), 1)


async def test_a_digital_bewijs_is_a_card_with_its_dates_and_is_accepted(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, own, karel = await a_house(town, sqlite_database, tmp_path)
        await house.says(karel, 120)
        bewijs_id = await house.bewijs()
        await house.do(
            lambda use: use.signing.sign(
                karel,
                bewijs_id,
                name="Karel T.",
                seen=frozenset({AttendanceId(1)}),
                surface=Surface.PAGE,
            )
        )
        card = await told(town.sofie, "tekende digitaal")
        accepted = await pressed(town.sofie, card, "j:accept", then="Aanvaard: 2 u")

        assert "Karel T." in card.text
        assert "via een link van de begeleider" in card.text
        assert "2 u" in accepted.text
        assert (await own.dossier()).book.sums.accepted == 120


async def test_a_contact_who_does_not_sign_says_why(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        house, _, karel = await a_house(town, sqlite_database, tmp_path)
        bewijs_id = await house.bewijs()
        await house.do(
            lambda use: use.signing.refuse(karel, bewijs_id, NoSignBecause.RATHER_CALL, "Bel <b>na zes</b>")
        )
        card = await told(town.sofie, "tekent niet voor")

        assert "wil eerst gebeld worden" in card.text
        assert "Bel <b>na zes</b>" in card.text


async def test_a_begeleider_gives_contacts_a_number_to_call(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await town.sofie.say("🕘 Werkuren")
        week = await told(town.sofie, "Wanneer werk je?")
        await pressed(town.sofie, week, "h:number", then="Op welk nummer")
        await town.sofie.say("12")
        await told(town.sofie, "Dat is geen telefoonnummer")
        await town.sofie.say("0470 12 34 56")
        kept = await told(town.sofie, "Contactpersonen kunnen je bellen")
        asked = await pressed(town.sofie, kept, "h:number", then="Op welk nummer")
        gone = await pressed(town.sofie, asked, "h:nonumber", then="Wanneer werk je?")

        assert "0470 12 34 56" in kept.text
        assert "0470" not in gone.text
