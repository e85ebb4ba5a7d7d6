"""The stand-in's clock: a later day at this time, or at its morning."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from bot.demo.clock import Clock

ZONE = ZoneInfo("Europe/Brussels")
WINTER_TIME_BEGINS = dt.date(2026, 10, 25)


def a_clock(time: str, day: dt.date = dt.date(2026, 11, 25)) -> Clock:
    """A clock that shows this time in Brussels."""
    clock = Clock()
    shown = dt.datetime.combine(day, dt.time.fromisoformat(time), ZONE)
    clock.advance((shown - clock.now()).total_seconds())
    return clock


def test_by_day_a_later_day_comes_at_the_same_time_so_that_two_whole_days_have_passed() -> None:
    clock = a_clock("11:20")
    chosen_at = clock.now()

    clock.to_later_day(1)
    clock.to_later_day(1)

    assert dt.timedelta(0) <= clock.now() - chosen_at - dt.timedelta(days=2) < dt.timedelta(seconds=5)


@pytest.mark.parametrize("time", ["22:40", "03:10", "10:00"])
def test_in_the_evening_and_early_a_later_day_comes_in_its_morning(time: str) -> None:
    clock = a_clock(time)

    clock.to_later_day(1)

    assert f"{clock.now().astimezone(ZONE):%d %H:%M}" == "26 10:30"


def test_a_day_on_which_the_clock_changes_comes_at_the_same_time_too() -> None:
    clock = a_clock("14:00", WINTER_TIME_BEGINS - dt.timedelta(days=1))

    clock.to_later_day(1)

    assert f"{clock.now().astimezone(ZONE):%d %H:%M}" == "25 14:00"
