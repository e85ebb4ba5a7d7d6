"""The bot's own hours, in Brussels, also in the nights when the clock changes."""

import datetime as dt

import pytest

from bot.domain import day_plan
from tests.builders import BRUSSELS

SPRING, AUTUMN = dt.date(2027, 3, 28), dt.date(2027, 10, 31)
"""The days of 2027 on which the clock changes."""


def at(day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
    """A moment as the clock on the wall in Brussels shows it."""
    return dt.datetime.combine(day, dt.time(hour, minute), BRUSSELS).astimezone(dt.UTC)


@pytest.mark.parametrize("day", [SPRING, AUTUMN, dt.date(2027, 1, 4)])
def test_the_daily_work_is_at_four_on_the_clock_on_the_wall(day: dt.date) -> None:
    found = day_plan.next_at(day_plan.DAILY_AT, at(day - dt.timedelta(days=1), 12), BRUSSELS)

    assert found.astimezone(BRUSSELS) == dt.datetime.combine(day, dt.time(4), BRUSSELS)
    assert found.utcoffset() == dt.timedelta()


def test_work_that_is_due_at_this_very_moment_is_for_tomorrow() -> None:
    day = dt.date(2027, 1, 4)

    found = day_plan.next_at(day_plan.DAILY_AT, at(day, 4), BRUSSELS)

    assert found == at(day + dt.timedelta(days=1), 4)


@pytest.mark.parametrize("day", [SPRING, AUTUMN, dt.date(2027, 1, 4)])
@pytest.mark.parametrize(
    ("hour", "may"), [(0, False), (8, False), (9, True), (19, True), (20, False), (23, False)]
)
def test_reminders_never_go_between_eight_in_the_evening_and_nine_in_the_morning(
    day: dt.date, hour: int, may: bool
) -> None:
    assert day_plan.may_remind(at(day, hour), BRUSSELS) is may


@pytest.mark.parametrize("day", [SPRING, AUTUMN, dt.date(2027, 1, 4)])
def test_every_hour_of_the_night_leads_to_ten_in_the_morning(day: dt.date) -> None:
    begin = at(day - dt.timedelta(days=1), 20)
    nights = [begin + dt.timedelta(minutes=30 * step) for step in range(24)]
    night = [moment for moment in nights if not day_plan.may_remind(moment, BRUSSELS)]

    assert {day_plan.reminding(moment, BRUSSELS) for moment in night} == {at(day, 10)}
    assert len(night) > 20


def test_by_day_reminders_go_at_once_but_not_before_ten() -> None:
    day = dt.date(2027, 1, 4)

    assert day_plan.reminding(at(day, 9, 15), BRUSSELS) == at(day, 10)
    assert day_plan.reminding(at(day, 14), BRUSSELS) == at(day, 14)
    assert day_plan.reminding_ends(at(day, 14), BRUSSELS) == at(day, 20)
