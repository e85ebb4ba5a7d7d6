"""Noting hours, over the wire: by buttons and by just typing, in any order, once."""

import datetime as dt
from pathlib import Path

import pytest

from bot.demo.phone import Bubble
from bot.domain.ids import EntryId
from bot.domain.offer_kind import OfferKind
from bot.domain.understanding import Outcome, RedFlag
from bot.storage.database import Database
from tests.handlers.care import Care, care
from tests.handlers.hours import MENU_HOURS, TUESDAY, YESTERDAY, Own, pressed, wrote
from tests.handlers.newcomer import Reading, button_of, said, tap

READINGS: dict[str, Reading] = {
    "gisteren 2 uur praattafel": {"outcome": Outcome.ANSWER, "entry": EntryId("praattafels")},
    "Telt een praattafel mee?": {"outcome": Outcome.ANSWER, "entry": EntryId("praattafels")},
    "gisteren 2 uur hij slaat mij": {"outcome": Outcome.EMERGENCY, "red_flag": RedFlag.VIOLENCE},
    "الثلاثاء ساعتين نادي كرة القدم": {"language": "ar"},
}


async def noted_by_text(town: Care, text: str) -> Bubble:
    """Note hours of a new place by typing them, as a sport."""
    kinds = await wrote(town.amira, text, then="Wat voor activiteit")
    check = await pressed(town.amira, kinds, button_of(kinds, "d:note:1t:sport") or "", then="Wil je dit")
    return await pressed(town.amira, check, "d:yes", then="Genoteerd")


async def test_hours_are_noted_by_buttons_and_typed_names(database: Database, tmp_path: Path) -> None:
    async with care(database, tmp_path) as town:
        own, amira = Own(database, town.amira), town.amira
        await own.agree()
        screen = await wrote(amira, MENU_HOURS, then="nog te doen")
        screen = await pressed(amira, screen, "d:note", then="Wat voor activiteit")
        screen = await pressed(amira, screen, "d:note:1b:volunteering", then="Bij welke organisatie")
        screen = await wrote(amira, "Rode  Kruis <Gent>", then="Welke dag")
        screen = await pressed(
            amira, screen, f"d:note:1b:volunteering:{_mark(screen)}:20261122", then="Hoe lang"
        )
        screen = await wrote(amira, "anderhalf uur", then="Klopt dit?")
        receipt = await pressed(amira, screen, "d:yes", then="Genoteerd")

        assert "zo 22 nov · 1 uur 30 min · Rode Kruis <Gent>" in receipt.text
        assert "wacht nog: 1 uur 30 min" in receipt.text
        assert await own.amounts() == [(YESTERDAY, 90)]
        bewijs = (await own.dossier()).book.bewijzen[0]
        assert (bewijs.kind, bewijs.organisation) == (OfferKind.VOLUNTEERING, "Rode Kruis <Gent>")


def _mark(screen: Bubble) -> str:
    """How the buttons of a screen find the name that was typed."""
    return (button_of(screen, "d:note") or "").split(":")[4]


async def test_a_person_stands_in_for_an_organisation(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        own, amira = Own(sqlite_database, town.amira), town.amira
        await own.agree()
        screen = await wrote(amira, MENU_HOURS, then="nog te doen")
        screen = await pressed(amira, screen, "d:note", then="Wat voor activiteit")
        screen = await pressed(amira, screen, "d:note:1b:buddy", then="Bij welke organisatie")
        await pressed(amira, screen, "d:person", then="Met wie")
        await wrote(amira, "Lotte", then="Welke dag")
        await wrote(amira, "vorige vrijdag", then="Hoe lang")
        screen = await wrote(amira, "2", then="Klopt dit?")
        await pressed(amira, screen, "d:yes", then="Genoteerd")

        bewijs = (await own.dossier()).book.bewijzen[0]
        assert (bewijs.organisation, bewijs.contact) == (None, "Lotte")
        assert await own.amounts() == [(dt.date(2026, 11, 20), 120)]


async def test_hours_that_are_just_typed_are_asked_once_and_noted(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        own = Own(sqlite_database, town.amira)
        await own.agree()
        receipt = await noted_by_text(town, "dinsdag 2 uur voetbalclub De Ster")
        again = await wrote(town.amira, "gisteren 1u30 de ster", then="Wil je dit noteren?")
        await pressed(town.amira, again, "d:yes", then="Genoteerd")

        assert "di 17 nov · 2 uur · voetbalclub De Ster" in receipt.text
        assert "⚽ voetbalclub De Ster" in again.text
        assert await own.amounts() == [(TUESDAY, 120), (YESTERDAY, 90)]
        assert len((await own.dossier()).book.bewijzen) == 1


async def test_hours_are_typed_in_arabic(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, readings=READINGS, language="ar") as town:
        own, amira = Own(sqlite_database, town.amira), town.amira
        await own.agree()
        await amira.say("الثلاثاء ساعتين نادي كرة القدم")
        kinds = await said(amira, "d:note:1t:sport")
        await tap(amira, kinds, "d:note:1t:sport")
        check = await said(amira, "d:yes")
        await tap(amira, check, "d:yes")
        await said(amira, "d:claim")

        assert "نادي كرة القدم" in check.text
        assert await own.amounts() == [(TUESDAY, 120)]
        assert (await own.dossier()).book.bewijzen[0].organisation == "نادي كرة القدم"


async def test_what_looked_like_hours_is_answered_as_a_question(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, readings=READINGS) as town:
        own = Own(sqlite_database, town.amira)
        await own.agree()
        offer = await wrote(town.amira, "gisteren 2 uur praattafel", then="Wil je dit noteren?")
        await tap(town.amira, offer, "d:question")
        answer = await said(town.amira, "a:look")

        assert "Nederlands" in answer.text
        assert await own.amounts() == []


async def test_a_question_where_a_name_was_asked_is_answered(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, readings=READINGS) as town:
        amira = town.amira
        await Own(sqlite_database, amira).agree()
        screen = await wrote(amira, MENU_HOURS, then="nog te doen")
        screen = await pressed(amira, screen, "d:note", then="Wat voor activiteit")
        await pressed(amira, screen, "d:note:1b:sport", then="Bij welke organisatie")
        answer = await wrote(amira, "Telt een praattafel mee?", then="Nederlands")
        later = await wrote(amira, "een naam", then="Dit weet ik niet")

        assert button_of(answer, "a:look")
        assert button_of(later, "ask:own")


async def test_words_of_need_come_before_hours(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, readings=READINGS) as town:
        await Own(sqlite_database, town.amira).agree()
        shown = await wrote(town.amira, "gisteren 2 uur hij slaat mij", then="112")

        assert button_of(shown, "d:") is None


async def test_a_question_in_the_middle_of_noting_is_answered(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, readings=READINGS) as town:
        own, amira = Own(sqlite_database, town.amira), town.amira
        await own.agree()
        await own.note(TUESDAY, 60)
        screen = await wrote(amira, MENU_HOURS, then="nog te doen")
        screen = await pressed(amira, screen, "d:note", then="Waar was je")
        await pressed(amira, screen, "d:note:1b:b1", then="Welke dag")
        odd = await wrote(amira, "toen het regende", then="Ik begrijp de dag niet")
        answer = await wrote(amira, "Telt een praattafel mee?", then="Nederlands")

        assert odd.text
        assert button_of(answer, "a:look")


async def test_a_double_tap_notes_once(database: Database, tmp_path: Path) -> None:
    async with care(database, tmp_path) as town:
        own = Own(database, town.amira)
        await own.agree()
        await own.note(TUESDAY, 60)
        check = await wrote(town.amira, "gisteren 2 uur de kring", then="Wil je dit noteren?")
        data = button_of(check, "d:yes") or ""
        receipt = await pressed(town.amira, check, "d:yes", then="Genoteerd")
        toast = await town.press_forged(town.amira, data)

        assert toast == "Dit is al genoteerd."
        assert await own.amounts() == [(TUESDAY, 60), (YESTERDAY, 120)]
        assert (await town.amira.last()).text == receipt.text


@pytest.mark.parametrize(("choice", "minutes"), [("d:set:1:120", 120), ("d:set:1:180", 180), ("d:no", 60)])
async def test_the_same_day_twice_is_replaced_added_up_or_left(
    sqlite_database: Database, tmp_path: Path, choice: str, minutes: int
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        own = Own(sqlite_database, town.amira)
        await own.agree()
        await own.note(YESTERDAY, 60)
        check = await wrote(town.amira, "gisteren 2 uur de kring", then="Wil je dit noteren?")
        before = await pressed(town.amira, check, "d:yes", then="staat er al")
        await tap(town.amira, before, choice)
        await said(town.amira, "d:show")

        assert "Voor zo 22 nov staat er al 1 uur bij Buurthuis De Kring." in before.text
        assert await own.amounts() == [(YESTERDAY, minutes)]


async def test_two_notes_side_by_side_never_cross(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        own = Own(sqlite_database, town.amira)
        await own.agree()
        await own.note(dt.date(2026, 11, 10), 60)
        first = await wrote(town.amira, "dinsdag 2 uur de kring", then="di 17 nov")
        second = await wrote(town.amira, "gisteren 3 uur judo", then="zo 22 nov")
        await pressed(town.amira, first, "d:yes", then="Genoteerd: di 17 nov")
        check = await pressed(town.amira, second, "d:note:1t:sport", then="Wil je dit")
        await pressed(town.amira, check, "d:yes", then="Genoteerd: zo 22 nov")

        assert await own.amounts() == [(dt.date(2026, 11, 10), 60), (TUESDAY, 120), (YESTERDAY, 180)]


async def test_a_note_that_was_changed_after_it_was_read_back_is_not_noted(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        own = Own(sqlite_database, town.amira)
        await own.agree()
        sent = await town.amira.say("gisteren 2 uur judo")
        kinds = await town.amira.wait_for("Wat voor activiteit")
        data = button_of(kinds, "d:note:1t:sport") or ""
        await town.amira.edit(sent.message_id, "gisteren 2 uur schaken")
        anew = await town.amira.wait_for("schaken")
        # A forged press lands below the newest screen, which replies to the changed words.
        toast = await town.press_forged(town.amira, data)

        assert button_of(anew, "d:note:1t:sport") != data
        assert toast == "Deze knop werkt niet meer. Stel je vraag gewoon opnieuw."
        assert await own.amounts() == []


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("31/12/2027", "Deze dag moet nog komen."),
        ("1/1/2019", "Deze dag is te lang geleden."),
        ("wanneer het regende", "Ik begrijp de dag niet."),
    ],
)
async def test_a_day_that_cannot_be_is_told_and_asked_again(
    sqlite_database: Database, tmp_path: Path, typed: str, answer: str
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        own = Own(sqlite_database, town.amira)
        await own.agree()
        await own.note(TUESDAY, 60)
        screen = await wrote(town.amira, MENU_HOURS, then="nog te doen")
        screen = await pressed(town.amira, screen, "d:note", then="Waar was je")
        await pressed(town.amira, screen, "d:note:1b:b1", then="Welke dag")
        await wrote(town.amira, typed, then=answer)

        assert await wrote(town.amira, "gisteren", then="Hoe lang") is not None


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("0", "0 uur kan ik niet noteren."),
        ("25 uur", "Dat is meer dan 24 uur op één dag."),
        ("heel lang", "Ik begrijp de tijd niet."),
        ("13 uur", "Samen is dat 13 uur op één dag. Klopt dat zeker?"),
    ],
)
async def test_an_amount_that_cannot_be_is_told_and_a_large_one_asked_once_more(
    sqlite_database: Database, tmp_path: Path, typed: str, answer: str
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        own = Own(sqlite_database, town.amira)
        await own.agree()
        await own.note(TUESDAY, 60)
        screen = await wrote(town.amira, MENU_HOURS, then="nog te doen")
        screen = await pressed(town.amira, screen, "d:note", then="Waar was je")
        screen = await pressed(town.amira, screen, "d:note:1b:b1", then="Welke dag")
        await pressed(town.amira, screen, "d:note:1b:b1:-:20261122", then="Hoe lang")

        assert await wrote(town.amira, typed, then=answer) is not None
