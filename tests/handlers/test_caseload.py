"""Mijn mensen from the list to a decision, over the wire; the newcomer hears each one."""

import contextlib
import csv
import io
from collections.abc import AsyncIterator
from pathlib import Path

from bot.demo.phone import Bubble
from bot.domain.hours import Book, Sums
from bot.domain.ids import NewcomerId
from bot.domain.people import Newcomer
from bot.storage.database import Database
from tests.handlers.care import Care, care, eventually
from tests.handlers.newcomer import button_of, said, tap


class Desk:
    """Sofie at work: presses through screens and looks at what is kept."""

    def __init__(self, town: Care, database: Database) -> None:
        self.town = town
        self.phone = town.sofie
        self.database = database

    async def open(self, name: str) -> Bubble:
        """Open somebody's page by way of the list."""
        await self.phone.say("/mensen")
        people = await said(self.phone, "n:list" if not name else "n:page")
        label = next(label for label in people.labels if name in label)
        await self.phone.press(label, people.message_id)
        return await said(self.phone, "n:history")

    async def press(self, screen: Bubble, data: str, *, then: str) -> Bubble:
        """Press a button and wait for the screen on which a button begins so."""
        await tap(self.phone, screen, data)
        return await said(self.phone, then)

    async def say(self, text: str, *, then: str) -> Bubble:
        """Type something and wait for the screen on which a button begins so."""
        await self.phone.say(text)
        return await said(self.phone, then)

    async def newcomer(self, name: str) -> Newcomer:
        """Somebody as they are kept."""
        async with self.database.work(reads_only=True) as work:
            found = [await work.people.newcomer(NewcomerId(number)) for number in range(1, 10)]
        return next(newcomer for newcomer in found if newcomer is not None and newcomer.name == name)

    async def book(self, name: str) -> Book:
        """Somebody's hours as they are kept."""
        newcomer = await self.newcomer(name)
        async with self.database.work(reads_only=True) as work:
            return await work.hours.book(newcomer.id)

    async def until(self, name: str, sums: Sums) -> None:
        """Wait until somebody's hours add up to this."""

        async def found() -> bool | None:
            return (await self.book(name)).sums == sums or None

        await eventually(found)


@contextlib.asynccontextmanager
async def a_desk(database: Database, folder: Path, language: str = "nl") -> AsyncIterator[Desk]:
    """Run the bot while the block runs."""
    async with care(database, folder, language=language) as town:
        yield Desk(town, database)


def found(screen: Bubble, data: str) -> str:
    """The data of the button that begins so and ends the row of parts with what is asked."""
    return next(d for d in (str(b.get("callback_data", "")) for b in screen.buttons) if data in d)


async def set_contract(desk: Desk, name: str = "Amira") -> Bubble:
    """A year, 40 hours, obliged."""
    screen = await desk.press(await desk.open(name), "n:contract", then="n:contract")
    screen = await desk.press(screen, found(screen, ":set:status:obliged"), then="n:contract")
    screen = await desk.say("1 september 2026", then="n:contract")
    screen = await desk.say("eind augustus 2027", then="n:contract")
    return await desk.press(screen, found(screen, ":save"), then="n:extend")


async def test_a_contract_is_asked_part_by_part_read_back_and_kept(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_desk(sqlite_database, tmp_path) as desk:
        page = await set_contract(desk)

        newcomer = await desk.newcomer("Amira")
        told = await desk.town.amira.wait_for("termijn")

    assert newcomer.contract is not None
    assert str(newcomer.contract.starts_on) == "2026-09-01"
    assert str(newcomer.contract.last_day) == "2027-08-31"
    assert newcomer.contract.required_minutes == 40 * 60
    assert "Verplicht · 1/9/2026–31/8/2027 · nog 9 maanden" in page.text
    assert "31 augustus 2027" in told.text


async def test_a_contract_that_cannot_be_is_not_kept(sqlite_database: Database, tmp_path: Path) -> None:
    async with a_desk(sqlite_database, tmp_path) as desk:
        screen = await desk.press(await desk.open("Amira"), "n:contract", then="n:contract")
        screen = await desk.press(screen, found(screen, ":set:status:entitled"), then="n:contract")
        nonsense = await desk.say("ooit eens", then="n:contract")
        screen = await desk.say("1/9/2026", then="n:contract")
        ends_before = await desk.say("31/8/2026", then="n:contract")
        screen = await desk.press(ends_before, found(ends_before, ":ask:last_day"), then="n:contract")
        over = await desk.say("1/11/2026", then="n:contract")
        screen = await desk.press(over, found(over, ":ask:required_minutes"), then="n:contract")
        too_many = await desk.say("500", then="n:contract")
        screen = await desk.press(too_many, found(too_many, ":ask:required_minutes"), then="n:contract")
        none = await desk.say("0 uur", then="n:contract")

        newcomer = await desk.newcomer("Amira")

    assert "begrijp ik niet" in nonsense.text
    assert "vóór het begin" in ends_before.text
    assert button_of(ends_before, "n:contract") is not None
    assert not any(":save" in str(b.get("callback_data")) for b in ends_before.buttons)
    assert "al voorbij" in over.text
    assert any(":save" in str(b.get("callback_data")) for b in over.buttons)
    assert "400 uur" in too_many.text
    assert "meer dan 0 uur" in none.text
    assert newcomer.contract is None


async def test_a_second_tap_on_yes_decides_nothing_twice(sqlite_database: Database, tmp_path: Path) -> None:
    async with a_desk(sqlite_database, tmp_path) as desk:
        screen = await desk.press(await desk.open("Amira"), "n:contract", then="n:contract")
        screen = await desk.press(screen, found(screen, ":set:status:obliged"), then="n:contract")
        screen = await desk.say("1/9/2026", then="n:contract")
        screen = await desk.say("31/8/2027", then="n:contract")
        save = found(screen, ":save")
        await desk.press(screen, save, then="n:extend")

        toast = await desk.town.press_forged(desk.phone, save)

    assert "al bewaard" in toast


async def test_an_extension_is_noted_with_its_reason_and_the_newcomer_hears_it(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_desk(sqlite_database, tmp_path, language="ar") as desk:
        page = await set_contract(desk)
        screen = await desk.press(page, "n:extend", then="n:extend")
        screen = await desk.press(screen, found(screen, ":set:last_day:2027-11-30"), then="n:extend")
        screen = await desk.press(screen, found(screen, ":set:why:illness"), then="n:extend")
        screen = await desk.press(screen, found(screen, ":ask:note"), then="n:extend")
        screen = await desk.say("Attest van de dokter", then="n:extend")
        page = await desk.press(screen, found(screen, ":save"), then="n:history")
        history = await desk.press(page, "n:history", then="n:page")

        newcomer = await desk.newcomer("Amira")
        told = await desk.town.amira.wait_for("2027")

    assert newcomer.contract is not None
    assert str(newcomer.contract.last_day) == "2027-11-30"
    assert "verlengd van 31/8/2027 tot 30/11/2027: ziekte" in history.text
    assert "Attest van de dokter" in history.text
    assert "Sofie" in history.text
    assert told.text
    assert "dokter" not in told.text


async def test_hours_are_noted_for_somebody_confirmed_refused_and_counted_again(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_desk(sqlite_database, tmp_path) as desk:
        hours = await desk.press(await desk.open("Amira"), "n:hours", then="n:note")
        screen = await desk.press(hours, "n:note", then="n:note")
        screen = await desk.say("dinsdag 2 uur voetbalclub", then="n:note")
        screen = await desk.press(screen, found(screen, ":set:kind:sport"), then="n:note")
        bewijs = await desk.press(screen, found(screen, ":save"), then="n:date")
        heard_noted = await desk.town.amira.wait_for("noteerde voor jou")
        date = await desk.press(bewijs, "n:date", then="n:confirm")
        await desk.press(date, "n:confirm", then="n:refuse")
        await desk.until("Amira", Sums(confirmed=120))
        date = await desk.phone.last()
        screen = await desk.press(date, "n:refuse", then="n:refuse")
        screen = await desk.press(screen, found(screen, ":set:why:not_there"), then="n:refuse")
        date = await desk.press(screen, found(screen, ":save"), then="n:recount")
        heard_refused = await desk.town.amira.wait_for("keek naar")
        await desk.until("Amira", Sums())
        await desk.press(date, "n:recount", then="n:amount")
        await desk.until("Amira", Sums(confirmed=120))

    assert "voetbalclub" in heard_noted.text
    assert "Stuur ze hier" in heard_refused.text


async def test_a_paper_bewijs_covers_noted_dates_and_says_what_differs(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_desk(sqlite_database, tmp_path) as desk:
        await _note(desk, "10/11 6 uur voetbalclub")
        await _note(desk, "17/11 4 uur voetbalclub", is_known=True)
        hours = await desk.press(await desk.open("Amira"), "n:hours", then="n:accept")
        screen = await desk.press(hours, "n:accept", then="n:accept")
        screen = await desk.press(screen, found(screen, ":set:bewijs_id"), then="n:accept")
        screen = await desk.say("8", then="n:accept")
        screen = await desk.press(screen, found(screen, ":set:days"), then="n:accept")
        bewijs = await desk.press(screen, found(screen, ":save"), then="n:accepted")
        await desk.until("Amira", Sums(accepted=480))
        heard = await desk.town.amira.wait_for("aanvaardde")
        accepted = await desk.press(bewijs, "n:accepted", then="n:unaccept")
        sure = await desk.press(accepted, "n:unaccept", then="n:unaccept")
        await tap(desk.phone, sure, "n:unaccept")
        await desk.until("Amira", Sums(claimed=600))

    assert "Genoteerd 10 u, op papier 8 u" in screen.text
    assert "8 uur" in heard.text


async def test_what_cannot_be_is_refused_in_the_begeleiders_own_words(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_desk(sqlite_database, tmp_path) as desk:
        await _note(desk, "10/11 6 uur voetbalclub")
        hours = await desk.press(await desk.open("Amira"), "n:hours", then="n:note")
        await desk.press(hours, "n:note", then="n:note")
        screen = await desk.say("10/11 2 uur voetbalclub", then="n:note")
        again = await desk.town.press_forged(desk.phone, found(screen, ":save"))
        bewijs = await desk.press(await desk.open("Amira"), "n:hours", then="n:bewijs")
        dates = await desk.press(bewijs, "n:bewijs", then="n:date")
        date = await desk.press(dates, "n:date", then="n:amount")
        await desk.press(date, "n:amount", then="n:amount")
        await desk.phone.say("25 uur")
        too_many = await desk.phone.wait_for("24 uur")

        book = await desk.book("Amira")

    assert "staan er al uren" in again
    assert too_many.text
    assert book.sums == Sums(claimed=360)


async def _note(desk: Desk, line: str, *, is_known: bool = False) -> None:
    hours = await desk.press(await desk.open("Amira"), "n:hours", then="n:note")
    screen = await desk.press(hours, "n:note", then="n:note")
    screen = await desk.say(line, then="n:note")
    if not is_known:
        screen = await desk.press(screen, found(screen, ":set:kind:sport"), then="n:note")
    await desk.press(screen, found(screen, ":save"), then="n:date")


async def test_the_same_paper_again_gives_a_new_total_and_other_hours_come_on_top(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_desk(sqlite_database, tmp_path) as desk:
        await _accept(desk, "6")
        overlap = await _until_overlap(desk, "10")
        screen = await desk.press(overlap, found(overlap, ":set:acceptance_id"), then="n:accept")
        await desk.press(screen, found(screen, ":save"), then="n:accepted")
        await desk.until("Amira", Sums(accepted=600))
        overlap = await _until_overlap(desk, "2")
        screen = await desk.press(overlap, found(overlap, ":set:is_other"), then="n:accept")
        await desk.press(screen, found(screen, ":save"), then="n:accepted")
        await desk.until("Amira", Sums(accepted=720))


async def _accept(desk: Desk, hours: str) -> None:
    screen = await desk.press(await desk.open("Amira"), "n:hours", then="n:accept")
    screen = await desk.press(screen, "n:accept", then="n:accept")
    screen = await desk.press(screen, found(screen, ":set:kind:association"), then="n:accept")
    await desk.say("Buurtkoor", then="n:hours")
    await desk.say(hours, then="n:hours")
    screen = await desk.say("1/9 tot 31/10", then="n:accept")
    await desk.press(screen, found(screen, ":save"), then="n:accepted")


async def test_yes_without_a_change_says_nothing(sqlite_database: Database, tmp_path: Path) -> None:
    async with a_desk(sqlite_database, tmp_path) as desk:
        await set_contract(desk)
        await _accept(desk, "6")
        await desk.town.amira.wait_for("aanvaardde")
        heard = await desk.town.amira.messages(True)
        screen = await desk.press(await desk.open("Amira"), "n:contract", then="n:contract")
        await desk.press(screen, found(screen, ":save"), then="n:extend")
        bewijs = await desk.press(await desk.open("Amira"), "n:hours", then="n:bewijs")
        bewijs = await desk.press(bewijs, "n:bewijs", then="n:accepted")
        accepted = await desk.press(bewijs, "n:accepted", then="n:unaccept")
        screen = await desk.press(accepted, "n:accept:", then="n:accept")
        await desk.press(screen, found(screen, ":save"), then="n:accepted")
        # What the newcomer hears of the next change comes right after what was heard before.
        screen = await desk.press(await desk.open("Amira"), "n:extend", then="n:extend")
        screen = await desk.press(screen, found(screen, ":set:last_day:2027-11-30"), then="n:extend")
        screen = await desk.press(screen, found(screen, ":set:why:illness"), then="n:extend")
        await desk.press(screen, found(screen, ":save"), then="n:history")
        await desk.town.amira.wait_for("30 november 2027")
        after = await desk.town.amira.messages(True)

    assert len(after) == len(heard) + 1


async def test_yes_does_not_stand_on_hours_that_are_refused_afterwards(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_desk(sqlite_database, tmp_path) as desk:
        screen = await desk.press(await desk.open("Amira"), "n:hours", then="n:accept")
        screen = await desk.press(screen, "n:accept", then="n:accept")
        screen = await desk.press(screen, found(screen, ":set:kind:association"), then="n:accept")
        await desk.say("Buurtkoor", then="n:hours")
        await desk.say("30", then="n:hours")
        screen = await desk.say("31/10 tot 31/10", then="n:accept")

    assert "kan niet op deze dagen" in screen.text
    assert not any(":save" in str(button.get("callback_data")) for button in screen.buttons)


async def _until_overlap(desk: Desk, hours: str) -> Bubble:
    screen = await desk.press(await desk.open("Amira"), "n:hours", then="n:accept")
    screen = await desk.press(screen, "n:accept", then="n:accept")
    await desk.press(screen, found(screen, ":set:bewijs_id"), then="n:hours")
    await desk.say(hours, then="n:hours")
    return await desk.say("15/9 tot 15/10", then="n:accept")


async def test_a_person_without_a_phone_is_added_renamed_and_closed(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_desk(sqlite_database, tmp_path) as desk:
        await desk.phone.say("/mensen")
        await tap(desk.phone, await said(desk.phone, "n:new"), "n:new")
        await desk.phone.wait_for("voornaam")
        page = await desk.say("Fatma", then="n:history")
        details = await desk.press(page, "n:edit", then="n:rename")
        await desk.press(details, "n:rename", then="n:edit")
        details = await desk.say("Fatima", then="n:rename")
        await desk.press(details, "n:reference", then="n:reference")
        details = await desk.say("KBI-12", then="n:rename")
        page = await desk.press(details, "n:page", then="n:close")
        reasons = await desk.press(page, "n:close", then="n:close")
        closed = await desk.press(reasons, found(reasons, ":exempt"), then="n:reopen")
        newcomer = await desk.newcomer("Fatima")
        toast = await desk.town.press_forged(desk.phone, f"n:contract:{newcomer.id}")
        page = await desk.press(closed, "n:reopen", then="n:close")

    assert "Geen telefoon" in page.text
    assert "KBI-12" in page.text
    assert newcomer.is_closed
    assert "Heropen het eerst" in toast
    assert "vrijgesteld" in closed.text


async def test_an_open_question_is_one_tap_away_from_the_page(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_desk(sqlite_database, tmp_path) as desk:
        question = await desk.town.ask(desk.town.amira, "Hoeveel kost een huis?")
        page = await desk.open("Amira")
        await tap(desk.phone, page, "b:card")
        card = await desk.phone.wait_for(lambda bubble: bubble.message_id > page.message_id)

    assert "1 open vraag" in page.text
    assert "Hoeveel kost een huis?" in card.text
    assert button_of(card, f"b:own:{question}")


async def test_the_list_to_retype_has_a_row_for_each_person_and_bewijs(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_desk(sqlite_database, tmp_path) as desk:
        await set_contract(desk)
        await _accept(desk, "6u30")
        await desk.phone.say("/mensen")
        await tap(desk.phone, await said(desk.phone, "n:csv"), "n:csv")
        sent = await desk.phone.wait_for(lambda bubble: bubble.kind == "document")
        content = _content(desk.town, sent)

    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert [row[0] for row in rows[1:]] == ["persoon", "bewijs", "persoon"]
    assert rows[1][2:8] == ["Amira", "verplicht", "01/09/2026", "31/08/2027", "40", "6,5"]
    assert rows[2][10:15] == ["Vereniging", "Buurtkoor", "", "01/09/2026", "31/10/2026"]


def _content(town: Care, sent: Bubble) -> bytes:
    """The bytes of a document that somebody was sent."""
    path = str(sent.seen["file_url"]).split("stand-in-without-any-secret/")[1]
    stored = town.telegram.files.at(path)
    assert stored is not None
    return stored.data
