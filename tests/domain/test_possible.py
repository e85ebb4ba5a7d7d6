"""What fits in a day: checked against a plain filling of days, minute by minute."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import TooManyHoursThatDay
from bot.domain.possible import MINUTES_A_DAY, Stretch, check_room
from tests.filling import fits

FIRST = dt.date(2026, 3, 28)
"""The day before the clock goes forward."""


def a_stretch(begins: int, days: int, minutes: int) -> Stretch:
    """Minutes over some days, counted from the first."""
    first_day = FIRST + dt.timedelta(days=begins)
    return Stretch(first_day, first_day + dt.timedelta(days=days - 1), minutes)


@st.composite
def some_stretch(draw: st.DrawFn) -> Stretch:
    """A stretch that fits by itself."""
    days = draw(st.integers(1, 4))
    most = days * MINUTES_A_DAY
    return a_stretch(draw(st.integers(0, 6)), days, draw(st.sampled_from([1, most // 2, most - 1, most])))


@given(st.lists(some_stretch(), min_size=1, max_size=7))
def test_what_is_let_in_one_by_one_is_what_fits_together(stretches: list[Stretch]) -> None:
    let_in: list[Stretch] = []

    for stretch in stretches:
        is_possible = fits([*let_in, stretch])
        if is_possible:
            check_room(stretch, let_in)
            let_in.append(stretch)
        else:
            with pytest.raises(TooManyHoursThatDay):
                check_room(stretch, let_in)


def test_a_stretch_that_ends_before_it_begins_has_no_days() -> None:
    assert a_stretch(3, -2, 60).days == 0
