"""Progress: what is done, what is left, and a pace that is advice."""

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.contract import Contract, Status
from bot.domain.hours import Sums
from bot.domain.progress import GRACE_DAYS, Progress, Situation

START = dt.date(2026, 1, 1)
LAST = dt.date(2026, 12, 31)
MIDDLE = dt.date(2026, 7, 1)


def progress(today: dt.date = MIDDLE, *, contract: Any = None, **sums: int) -> Progress:
    """Half-way through a year of 40 hours."""
    given = contract or Contract(status=Status.OBLIGED, starts_on=START, last_day=LAST)
    return Progress(contract=given, sums=Sums(**sums), today=today)


def test_done_waiting_and_to_go_make_what_is_required() -> None:
    shown = progress(accepted=600, confirmed=300, claimed=120)

    assert (shown.sums.accepted, shown.waiting, shown.to_go) == (600, 420, 1380)
    assert shown.required == 2400


def test_more_than_is_required_leaves_nothing_to_go() -> None:
    assert progress(accepted=2000, claimed=1000).to_go == 0


@pytest.mark.parametrize(
    ("today", "sums", "situation"),
    [
        (MIDDLE, {"accepted": 2400}, Situation.DONE),
        (LAST + dt.timedelta(days=1), {"accepted": 2400}, Situation.DONE),
        (LAST + dt.timedelta(days=1), {"accepted": 2399}, Situation.TERM_OVER),
        (LAST + dt.timedelta(days=1), {"claimed": 2400}, Situation.TERM_OVER),
        (LAST, {"claimed": 2400}, Situation.ALL_NOTED),
        (MIDDLE, {"accepted": 1200, "confirmed": 1200}, Situation.ALL_NOTED),
        (START - dt.timedelta(days=1), {}, Situation.NOT_STARTED),
        (START, {}, Situation.ON_PACE),
        (MIDDLE, {"accepted": 1200}, Situation.ON_PACE),
        (MIDDLE, {}, Situation.BEHIND),
        (LAST, {"accepted": 2399}, Situation.ON_PACE),
        (LAST, {"accepted": 2340}, Situation.BEHIND),
    ],
)
def test_the_situation_is_told_in_one_word(
    today: dt.date, sums: dict[str, int], situation: Situation
) -> None:
    assert progress(today, **sums).situation is situation


def test_without_a_contract_there_is_no_pace_and_nobody_is_behind() -> None:
    shown = Progress(contract=None, sums=Sums(claimed=60), today=MIDDLE)

    assert shown.situation is Situation.NO_CONTRACT
    assert (shown.required, shown.to_go, shown.days_left, shown.pace) == (0, 0, 0, 0)
    assert not shown.is_behind


def test_nobody_is_behind_in_the_first_weeks() -> None:
    short = Contract(status=Status.OBLIGED, starts_on=START, last_day=START + dt.timedelta(days=40))
    eve = START + dt.timedelta(days=GRACE_DAYS - 1)

    assert not progress(eve, contract=short).is_behind
    assert progress(eve + dt.timedelta(days=1), contract=short).is_behind


@pytest.mark.parametrize(
    ("to_go", "days_left", "pace"),
    [
        (2400, 7 * 30, 80),
        (2400, 7 * 31, 80),
        (100, 10, 70),
        (101, 10, 80),
        (45, 3, 45),
        (45, 7, 45),
        (7, 300, 7),
        (0, 300, 0),
        (60, 0, 0),
    ],
)
def test_a_pace_is_rounded_up_to_ten_minutes_a_week(to_go: int, days_left: int, pace: int) -> None:
    today = LAST - dt.timedelta(days=days_left - 1)

    assert progress(today, accepted=2400 - to_go).pace == pace


@given(to_go=st.integers(1, 2400), days_left=st.integers(1, 365))
def test_with_the_pace_the_hours_are_reached_and_with_ten_minutes_less_they_are_not(
    to_go: int, days_left: int
) -> None:
    pace = progress(LAST - dt.timedelta(days=days_left - 1), accepted=2400 - to_go).pace
    weeks = max(Fraction(1), Fraction(days_left, 7))

    assert pace * weeks >= to_go
    assert (pace - 10) * weeks < to_go
    assert pace % 10 == 0 or pace == to_go


@given(minutes=st.integers(0, 2400), day=st.integers(GRACE_DAYS, 364))
def test_behind_is_who_needs_more_than_one_and_a_half_times_the_first_pace(minutes: int, day: int) -> None:
    shown = progress(START + dt.timedelta(days=day), claimed=minutes)
    first_pace, pace = Fraction(2400, 365), Fraction(2400 - minutes, 365 - day)

    assert shown.is_behind == (pace > first_pace * Fraction(3, 2))


@given(minutes=st.integers(0, 2300), day=st.integers(GRACE_DAYS, 364))
def test_more_hours_never_make_anybody_fall_behind(minutes: int, day: int) -> None:
    today = START + dt.timedelta(days=day)

    assert progress(today, claimed=minutes).is_behind or not progress(today, claimed=minutes + 100).is_behind


@pytest.mark.parametrize("change", [dt.date(2026, 3, 29), dt.date(2026, 10, 25)])
def test_changing_the_clock_changes_no_pace(change: dt.date) -> None:
    days = [change + dt.timedelta(days=n) for n in (-1, 0, 1)]
    shown: list[Any] = [progress(day, accepted=1200) for day in days]

    assert [one.days_left for one in shown] == [shown[0].days_left - n for n in range(3)]
