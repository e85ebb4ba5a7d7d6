"""The week's summary after a standstill and during leave: once, never at night, and always to somebody."""

import datetime as dt
from collections.abc import Sequence

import pytest

from bot.domain.ids import BegeleiderId
from bot.domain.stand_in import StandIn
from bot.handlers.later.jobs_asking import begin
from bot.storage.database import Database
from tests.builders import BRUSSELS, new_begeleider
from tests.handlers.days import SetClock, brussels, queued, runner, to_remind, work_off

SATURDAY, MONDAY = dt.date(2026, 11, 21), dt.date(2026, 11, 23)
TUESDAY, WEDNESDAY, THURSDAY = (MONDAY + dt.timedelta(days=number) for number in (1, 2, 3))


async def sofie_and_nele(database: Database) -> None:
    """Somebody in Sofie's care is behind; Nele guides nobody."""
    async with database.work() as work:
        await to_remind(work, 3000, of=await new_begeleider(work, 2001, "Sofie"))
        await new_begeleider(work, 2002, "Nele")


async def told(database: Database) -> Sequence[int]:
    """The chats that a summary goes to."""
    return [m.chat_id for m in await queued(database) if "deze week nodig" in str(m.payload)]


@pytest.mark.parametrize("asked_on", [SATURDAY, MONDAY])
@pytest.mark.parametrize(
    ("back_on", "expected"), [(MONDAY, [2001]), (TUESDAY, [2001]), (WEDNESDAY, [2001]), (THURSDAY, [])]
)
async def test_after_a_standstill_the_summary_comes_once_and_until_wednesday(
    sqlite_database: Database, asked_on: dt.date, back_on: dt.date, expected: list[int]
) -> None:
    await sofie_and_nele(sqlite_database)
    await begin(sqlite_database, brussels(asked_on, 3), BRUSSELS)
    clock = SetClock(brussels(back_on, 14))
    await begin(sqlite_database, clock.now(), BRUSSELS)
    process = runner(sqlite_database, clock)
    await work_off(process)
    first = await told(sqlite_database)
    for number in (1, 2, 3):
        clock.moment = brussels(back_on + dt.timedelta(days=number), 10)
        await work_off(process)

    assert first == expected
    assert await told(sqlite_database) == expected


@pytest.mark.parametrize(("back_on", "next_morning"), [(MONDAY, [2001]), (TUESDAY, [2001]), (WEDNESDAY, [])])
@pytest.mark.parametrize("stopped_at", [3, 5])
async def test_a_summary_that_is_late_never_comes_at_night(
    sqlite_database: Database, stopped_at: int, back_on: dt.date, next_morning: list[int]
) -> None:
    await sofie_and_nele(sqlite_database)
    await begin(sqlite_database, brussels(MONDAY, 3), BRUSSELS)
    clock = SetClock(brussels(MONDAY, stopped_at))
    process = runner(sqlite_database, clock)
    await work_off(process)
    clock.moment = brussels(back_on, 23)
    await work_off(process)
    at_night = await told(sqlite_database)
    clock.moment = brussels(back_on + dt.timedelta(days=1), 9)
    await work_off(process)

    assert at_night == []
    assert await told(sqlite_database) == next_morning


@pytest.mark.parametrize(("is_reached", "expected"), [(True, [2002]), (False, [2001])])
async def test_when_who_stands_in_cannot_be_reached_the_summary_comes_to_the_begeleider(
    database: Database, is_reached: bool, expected: list[int]
) -> None:
    await sofie_and_nele(database)
    async with database.work() as work:
        nele = await work.people.begeleider(BegeleiderId(2))
        assert nele is not None
        assert nele.account is not None
        await work.accounts.change(nele.account.id, is_unreachable=not is_reached)
        days = {"first_day": MONDAY, "last_day": MONDAY}
        await work.stand_ins.add(StandIn(begeleider_id=BegeleiderId(1), colleague_id=nele.id, **days))
    clock = SetClock(brussels(MONDAY, 9))
    await begin(database, brussels(MONDAY, 3), BRUSSELS)
    await work_off(runner(database, clock))

    assert await told(database) == expected
