"""The bot's own days: each once, across processes, restarts and clock changes; never a reminder at night."""

import asyncio
import datetime as dt
import json

import pytest

from bot.domain.ids import BegeleiderId
from bot.domain.stand_in import StandIn
from bot.handlers.later.jobs_asking import begin
from bot.handlers.newcomers.reminders import A_BATCH
from bot.services.delivery_ports import Priority
from bot.storage.database import Database, create_engine
from tests.builders import BRUSSELS, new_begeleider, services
from tests.handlers.days import (
    BEHIND,
    SetClock,
    brussels,
    kept,
    queued,
    runner,
    to_remind,
    waiting_jobs,
    work_off,
)

MONDAY, TUESDAY = dt.date(2026, 11, 23), dt.date(2026, 11, 24)
SPRING, AUTUMN = dt.date(2027, 3, 28), dt.date(2027, 10, 31)


async def people(database: Database, count: int) -> list[int]:
    """So many newcomers who are behind, in the care of one begeleider."""
    async with database.work() as work:
        sofie = await new_begeleider(work, 2001, "Sofie")
        return [await to_remind(work, 3000 + number, of=sofie) for number in range(count)]


async def test_a_day_asks_for_the_next_and_for_all_its_work(database: Database) -> None:
    clock = SetClock(brussels(MONDAY, 3))
    await begin(database, clock.now(), BRUSSELS)
    await begin(database, clock.now(), BRUSSELS)
    at_start = await waiting_jobs(database)
    clock.moment = brussels(MONDAY, 4)
    await work_off(runner(database, clock))

    assert at_start == {
        "daily:2026-11-23": "2026-11-23 04:00",
        "encode_offers:20261123": "2026-11-23 03:00",
    }
    assert await waiting_jobs(database) == {
        "daily:2026-11-24": "2026-11-24 04:00",
        "retention:2026-11-23": "2026-11-23 04:00",
        "reminders:2026-11-23:0": "2026-11-23 10:00",
        "new_offers:2026-11-23:0": "2026-11-23 10:00",
    }


@pytest.mark.parametrize("day", [SPRING, AUTUMN])
async def test_when_the_clock_changes_the_day_keeps_its_hours(
    sqlite_database: Database, day: dt.date
) -> None:
    clock = SetClock(brussels(day - dt.timedelta(days=1), 12))
    await begin(sqlite_database, clock.now(), BRUSSELS)
    clock.moment = brussels(day, 4)
    await work_off(runner(sqlite_database, clock))

    found = await waiting_jobs(sqlite_database)
    tomorrow = day + dt.timedelta(days=1)
    assert found[f"reminders:{day}:0"] == f"{day} 10:00"
    assert found[f"daily:{tomorrow}"] == f"{tomorrow} 04:00"


async def test_after_days_of_standstill_the_work_is_done_once(sqlite_database: Database) -> None:
    await people(sqlite_database, 2)
    await begin(sqlite_database, brussels(dt.date(2026, 11, 20), 3), BRUSSELS)
    clock = SetClock(brussels(TUESDAY, 14))
    await begin(sqlite_database, clock.now(), BRUSSELS)
    await work_off(runner(sqlite_database, clock))

    found = await waiting_jobs(sqlite_database)
    chats = [message.chat_id for message in await queued(sqlite_database)]
    assert [key for key in found if key.startswith("daily")] == ["daily:2026-11-25"]
    # The summary of the week, and a reminder each.
    assert sorted(chats) == [2001, 3000, 3001]


async def test_reminders_go_in_batches_and_are_dropped_at_eight_in_the_evening(database: Database) -> None:
    newcomers = await people(database, A_BATCH + 3)
    clock = SetClock(brussels(TUESDAY, 4))
    await begin(database, brussels(MONDAY, 12), BRUSSELS)
    process = runner(database, clock)
    await work_off(process)
    clock.moment = brussels(TUESDAY, 10)
    await work_off(process)
    first = len(await queued(database))
    clock.moment += dt.timedelta(seconds=2)
    await work_off(process)

    messages = await queued(database)
    assert first == A_BATCH
    assert len(messages) == A_BATCH + 3
    assert await kept(database) == [(newcomer_id, TUESDAY) for newcomer_id in newcomers]
    assert {message.priority for message in messages} == {Priority.REMINDER}
    assert {message.expires_at for message in messages} == {brussels(TUESDAY, 20)}
    assert not [key for key in await waiting_jobs(database) if key.startswith("reminders")]


@pytest.mark.parametrize("hour", [20, 23])
async def test_a_batch_that_comes_too_late_waits_for_the_morning_and_leaves_nobody_out(
    sqlite_database: Database, hour: int
) -> None:
    await people(sqlite_database, A_BATCH + 3)
    clock = SetClock(brussels(TUESDAY, 10))
    await begin(sqlite_database, brussels(MONDAY, 12), BRUSSELS)
    process = runner(sqlite_database, clock)
    await work_off(process)
    clock.moment = brussels(TUESDAY, hour)
    await work_off(process)
    at_night = len(await queued(sqlite_database))
    clock.moment = brussels(TUESDAY + dt.timedelta(days=1), 10, 5)
    await work_off(process)
    clock.moment += dt.timedelta(seconds=5)
    await work_off(process)

    assert at_night == A_BATCH
    assert len(await queued(sqlite_database)) == A_BATCH + 3


@pytest.mark.parametrize("day", [SPRING, AUTUMN])
async def test_in_the_nights_when_the_clock_changes_no_reminder_is_queued(
    sqlite_database: Database, day: dt.date
) -> None:
    async with sqlite_database.work() as work:
        sofie = await new_begeleider(work, 2001, "Sofie")
        newcomer_id = await to_remind(work, 3000, of=sofie)
        contract = BEHIND
        await work.people.set_contract(
            newcomer_id,
            type(contract)(
                status=contract.status,
                starts_on=day - dt.timedelta(days=100),
                last_day=day + dt.timedelta(days=40),
            ),
        )
    evening = brussels(day - dt.timedelta(days=1), 20)
    clock = SetClock(evening)
    await begin(sqlite_database, evening, BRUSSELS)
    process = runner(sqlite_database, clock)
    while clock.moment < brussels(day, 10):
        await work_off(process)
        assert await queued(sqlite_database) == []
        clock.moment += dt.timedelta(minutes=20)
    await work_off(process)

    assert len(await queued(sqlite_database)) == 1


@pytest.mark.postgres
async def test_two_processes_queue_each_reminder_once(postgres_url: str) -> None:
    first, second = (Database(create_engine(postgres_url)) for _ in range(2))
    try:
        newcomers = await people(first, 120)
        await begin(first, brussels(MONDAY, 12), BRUSSELS)
        await begin(second, brussels(MONDAY, 12), BRUSSELS)
        clock = SetClock(brussels(TUESDAY, 10))
        processes = [runner(first, clock), runner(second, clock)]
        for _ in range(9):
            await asyncio.gather(*(process.run_due() for process in processes))
            clock.moment += dt.timedelta(seconds=1)

        assert sorted(newcomer_id for newcomer_id, _ in await kept(first)) == newcomers
        assert len(await queued(first)) == 120
    finally:
        await first.close()
        await second.close()


async def test_a_process_that_died_within_a_batch_leaves_nothing_twice(sqlite_database: Database) -> None:
    await people(sqlite_database, 3)
    clock = SetClock(brussels(TUESDAY, 10))
    await begin(sqlite_database, brussels(MONDAY, 12), BRUSSELS)
    async with sqlite_database.work() as work:
        # The daily work and a lease of the batch by a process that is gone.
        await work.jobs.lease(clock.now(), until=clock.now() + dt.timedelta(seconds=60), limit=9)
    await work_off(runner(sqlite_database, clock))
    before = len(await queued(sqlite_database))
    clock.moment += dt.timedelta(seconds=61)
    await work_off(runner(sqlite_database, clock))
    clock.moment += dt.timedelta(seconds=61)
    await work_off(runner(sqlite_database, clock))

    assert before == 0
    assert len(await queued(sqlite_database)) == 3


async def test_the_same_day_asked_for_again_reminds_nobody_twice(sqlite_database: Database) -> None:
    await people(sqlite_database, 3)
    clock = SetClock(brussels(TUESDAY, 10))
    for _ in range(2):
        await begin(sqlite_database, brussels(MONDAY, 12), BRUSSELS)
        await work_off(runner(sqlite_database, clock))

    assert len(await queued(sqlite_database)) == 3


async def test_monday_morning_tells_a_begeleider_who_needs_them_when_their_day_begins(
    database: Database,
) -> None:
    await people(database, 9)
    async with database.work() as work:
        await new_begeleider(work, 2002, "Nele")
    clock = SetClock(brussels(MONDAY, 4))
    await begin(database, brussels(MONDAY, 3), BRUSSELS)
    process = runner(database, clock)
    await work_off(process)
    early = [message.chat_id for message in await queued(database)]
    clock.moment = brussels(MONDAY, 9)
    await work_off(process)

    found = await queued(database)
    assert early == []
    assert [message.chat_id for message in found] == [2001]
    summary = json.loads(found[0].payload)
    assert "9 mensen hebben je deze week nodig" in summary["text"]
    keyboard = summary["reply_markup"]["inline_keyboard"]
    assert len(keyboard) == 9  # eight people, and the way to all of them
    assert keyboard[-1][0]["callback_data"] == "n:list:0"


async def test_on_leave_the_summary_comes_to_who_stands_in(sqlite_database: Database) -> None:
    await people(sqlite_database, 2)
    async with sqlite_database.work() as work:
        await new_begeleider(work, 2002, "Nele")
        leave = StandIn(
            begeleider_id=BegeleiderId(1), colleague_id=BegeleiderId(2), first_day=MONDAY, last_day=MONDAY
        )
        await work.stand_ins.add(leave)
    clock = SetClock(brussels(MONDAY, 9))
    await begin(sqlite_database, brussels(MONDAY, 3), BRUSSELS)
    process = runner(sqlite_database, clock)
    await work_off(process)

    summaries = [m.chat_id for m in await queued(sqlite_database) if "deze week nodig" in str(m.payload)]
    assert summaries == [2002]


async def test_on_a_holiday_the_summary_comes_on_the_next_working_day(sqlite_database: Database) -> None:
    await people(sqlite_database, 1)
    clock = SetClock(brussels(MONDAY, 4))
    await begin(sqlite_database, brussels(MONDAY, 3), BRUSSELS)
    process = runner(sqlite_database, clock, is_holiday=lambda day: day == MONDAY)
    await work_off(process)

    found = await waiting_jobs(sqlite_database)
    assert [due for key, due in found.items() if key.startswith("weekly:")] == ["2026-11-24 09:00"]


async def test_a_phone_of_a_couple_is_told_for_whom_it_is(sqlite_database: Database) -> None:
    async with sqlite_database.work() as work:
        sofie = await new_begeleider(work, 2001, "Sofie")
        amira = await to_remind(work, 3000, of=sofie)
        assert sofie.begeleider_id is not None
        other = await work.people.add_newcomer("Karim", sofie.begeleider_id, at=brussels(MONDAY, 9))
        account = (await work.people.accounts_of(amira))[0]
        await work.people.link_newcomer(other, account.id)
    clock = SetClock(brussels(TUESDAY, 10))
    await begin(sqlite_database, brussels(MONDAY, 12), BRUSSELS)
    await work_off(runner(sqlite_database, clock))

    (message,) = await queued(sqlite_database)
    assert "N3000" in json.loads(message.payload)["text"]


async def test_pausing_switching_and_their_history_go_by_the_dossier(database: Database) -> None:
    async with database.work() as work:
        sofie = await new_begeleider(work, 2001, "Sofie")
        newcomer_id = await to_remind(work, 3000, of=sofie)
        use = services(work)
        account = (await work.people.accounts_of(newcomer_id))[0]
        dossier = await use.reminders.pause(await use.dossiers.own(account), 4)
        paused = await use.reminders.state(dossier)
        dossier = await use.reminders.switch_on(dossier)
        resumed = await use.reminders.state(dossier)
        dossier = await use.reminders.switch_off(dossier)
        events = [event.what for event in await work.history.of(newcomer_id)]

        assert (paused, resumed, await use.reminders.state(dossier)) == ("paused", "on", "off")
        assert events == ["consent", "reminders_paused", "reminders_paused", "consent"]
