"""Reminders over the wire, with a clock that is moved: when they come, and how they are made silent."""

import asyncio
import datetime as dt
from pathlib import Path

from bot.demo.phone import Bubble, Phone
from bot.domain.contract import Status
from bot.domain.history import What
from bot.storage.database import Database
from tests.handlers.care import Care, care, eventually
from tests.handlers.hours import Own, a_contract
from tests.handlers.newcomer import button_of, said, tap

SHORT = a_contract(starts_on=dt.date(2026, 9, 1), last_day=dt.date(2027, 1, 31))
"""Amira has done nothing of it yet, so more is needed each week than in the beginning."""


async def switch_on(phone: Phone) -> Bubble:
    """Say yes to reminders, on the screen behind my hours."""
    await phone.say("⏳ Mijn uren")
    await tap(phone, await said(phone, "r:show"), "r:show")
    await tap(phone, await said(phone, "r:on"), "r:on")
    return await phone.wait_for("staan aan")


async def reminders_to(phone: Phone) -> list[Bubble]:
    """The reminders this phone got."""
    return [b for b in await phone.messages(True) if b.text.startswith("⏰") and button_of(b, "r:pause")]


async def reminded(phone: Phone, count: int = 1) -> Bubble:
    """The newest reminder, once there are so many."""

    async def found() -> Bubble | None:
        known = await reminders_to(phone)
        return known[-1] if len(known) >= count else None

    return await eventually(found)


async def settle(database: Database, town: Care) -> None:
    """Wait until every job that is due now was worked off."""

    async def done() -> bool | None:
        async with database.work(reads_only=True) as work:
            due = await work.jobs.next_due()
        return True if due is not None and due > town.telegram.clock.now() else None

    await eventually(done)
    await asyncio.sleep(0.1)


async def test_who_falls_off_pace_is_reminded_the_next_morning_and_can_make_it_silent(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        amira = Own(sqlite_database, town.amira)
        await amira.agree(SHORT)
        await switch_on(town.amira)

        town.pass_hours(23)
        reminder = await reminded(town.amira)
        await tap(town.amira, reminder, "r:pause")
        screen = await town.amira.wait_for("stil tot en met")
        town.pass_hours(27 * 24)
        await settle(sqlite_database, town)

        assert "31 januari 2027" in reminder.text
        assert "40 u" in reminder.text
        assert "per week" in reminder.text
        assert "22 december 2026" in screen.text
        assert len(await reminders_to(town.amira)) == 0  # it became the screen of the pause
        async with sqlite_database.work(reads_only=True) as work:
            events = await work.history.of((await amira.dossier()).id)
        assert [event.what for event in events][-2:] == [What.CONSENT, What.REMINDERS_PAUSED]


async def test_there_is_one_a_week_at_most_and_the_next_mark_is_told_in_its_time(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await Own(sqlite_database, town.amira).agree(SHORT)
        await switch_on(town.amira)
        town.pass_hours(23)
        await reminded(town.amira)

        town.pass_hours(6 * 24)
        await settle(sqlite_database, town)
        within_a_week = len(await reminders_to(town.amira))
        town.pass_hours(21 * 24)
        second = await reminded(town.amira, 2)

        assert within_a_week == 1
        assert "Elk uur telt mee" in second.text


async def test_nobody_is_reminded_without_a_yes_or_when_on_pace_or_at_night(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await Own(sqlite_database, town.karim).agree(SHORT)
        amira = Own(sqlite_database, town.amira)
        await amira.agree(SHORT)
        await switch_on(town.amira)

        town.pass_hours(10)  # Monday evening, 21:00
        await settle(sqlite_database, town)
        town.pass_hours(12)  # Tuesday, 9:00: the daily work is done, it is not ten yet
        await settle(sqlite_database, town)
        before_ten = len(await reminders_to(town.amira))
        town.pass_hours(1)
        await reminded(town.amira)

        assert before_ten == 0
        assert await reminders_to(town.karim) == []


async def test_an_entitled_newcomer_is_reminded_only_after_asking_for_it_and_reads_no_fine(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        entitled = a_contract(status=Status.ENTITLED, last_day=SHORT.last_day)
        await Own(sqlite_database, town.amira).agree(entitled)
        town.pass_hours(23)
        await settle(sqlite_database, town)
        unasked = len(await reminders_to(town.amira))

        await switch_on(town.amira)
        town.pass_hours(24)
        reminder = await reminded(town.amira)

        assert unasked == 0
        assert not any(word in reminder.text for word in ("boete", "moet", "verplicht"))


async def test_when_the_term_is_over_the_reminder_leads_to_what_got_in_the_way(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await Own(sqlite_database, town.amira).agree(
            a_contract(starts_on=dt.date(2026, 1, 1), last_day=dt.date(2026, 11, 23))
        )
        await switch_on(town.amira)

        town.pass_hours(23)
        reminder = await said(town.amira, "t:obstacle:")
        await tap(town.amira, reminder, "t:obstacle")
        ticks = await said(town.amira, "t:tick")

        assert "liep tot 23 november 2026" in reminder.text
        assert "Wat maakte het moeilijk?" in ticks.text


async def test_a_reminder_is_kept_once_and_goes_to_nobody_who_stopped_them(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        amira = Own(sqlite_database, town.amira)
        await amira.agree(SHORT)
        await switch_on(town.amira)
        town.pass_hours(23)
        await tap(town.amira, await reminded(town.amira), "r:off")
        await town.amira.wait_for("staan uit")
        town.pass_hours(60 * 24)
        await settle(sqlite_database, town)

        newcomer_id = (await amira.dossier()).id
        async with sqlite_database.work(reads_only=True) as work:
            kept = await work.reminders.of([newcomer_id])
            assert len(kept[newcomer_id]) == 1


async def test_the_buttons_of_a_reminder_are_only_for_whom_it_is(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        amira = Own(sqlite_database, town.amira)
        await amira.agree(SHORT)
        await switch_on(town.amira)
        await town.karim.say("hallo")
        await town.karim.wait_for(lambda bubble: bubble.from_bot)
        newcomer_id = (await amira.dossier()).id

        toast = await town.press_forged(town.karim, f"r:off:{newcomer_id}")

        assert toast
        async with sqlite_database.work(reads_only=True) as work:
            assert [one.is_given for one in await work.consents.of(newcomer_id)] == [True]
