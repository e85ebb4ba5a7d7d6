"""A begeleider's own working week."""

import datetime as dt

import pytest

from bot.domain.errors import NotYours
from bot.storage.work import SqlWork
from tests.builders import new_account, new_begeleider, services


async def test_every_change_is_kept_at_once(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    hours = services(work).working_hours

    await hours.toggle_day(an, 4)
    await hours.toggle_day(an, 5)
    await hours.set_begin(an, dt.time(8, 30))
    await hours.set_end(an, dt.time(16))

    kept = await hours.of(an)
    assert kept.days == frozenset({0, 1, 2, 3, 5})
    assert (kept.begin, kept.end) == (dt.time(8, 30), dt.time(16))


async def test_a_week_without_days_or_an_end_before_the_begin_is_refused(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    hours = services(work).working_hours
    for day in range(4):
        await hours.toggle_day(an, day)

    assert await hours.toggle_day(an, 4) is None
    assert await hours.set_begin(an, dt.time(17)) is None
    assert await hours.set_end(an, dt.time(9)) is None
    assert (await hours.of(an)).days == frozenset({4})


async def test_midnight_is_a_time_to_begin(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")

    changed = await services(work).working_hours.set_begin(an, dt.time(0))

    assert changed is not None
    assert changed.begin == dt.time(0)


async def test_only_a_begeleider_has_working_hours(work: SqlWork) -> None:
    karim = await new_account(work, 3, "Karim")

    with pytest.raises(NotYours):
        await services(work).working_hours.toggle_day(karim, 1)
