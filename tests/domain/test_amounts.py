"""Amounts of hours as begeleiders type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.amounts import LONGEST_HOURS, NUMBERS, read_minutes


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("2", 120),
        ("2u", 120),
        ("2 u.", 120),
        ("1,5", 90),
        ("1.5 uur", 90),
        ("1u30", 90),
        ("1u 30", 90),
        ("1:30", 90),
        ("1 uur 30 min", 90),
        ("2 uur 5 min", 125),
        ("90 min", 90),
        ("90'", 90),
        ("anderhalf uur", 90),
        ("Anderhalf", 90),
        ("een half uur", 30),
        ("half uurtje", 30),
        ("een halfuur", 30),
        ("twee uur", 120),
        ("2 uur en een kwartier", 135),
        ("een kwartier", 15),
        ("drie kwartier", 45),
        ("tweeënhalf uur", 150),
        ("twee en een half uur", 150),
        ("2 en een half uur", 150),
        ("2½", 150),
        ("½ uur", 30),
        ("een uur en half", 90),
        ("uurtje", 60),
        ("één uur", 60),
        ("vijfendertig uur", 2100),
        ("ongeveer 2 uur", 120),
        ("٢ uur", 120),
        ("  40   UUR ", 2400),
    ],
)
def test_an_amount_is_read_as_people_write_it(typed: str, minutes: int) -> None:
    assert read_minutes(typed) == minutes


@pytest.mark.parametrize(
    "typed",
    ["", "0", "u", "veel", "1u75", "1,5 uur 30", "half 3", "5000", "-2", "2 dagen", "1u5", "2 uur 2 uur"],
)
def test_what_is_no_amount_is_not_guessed(typed: str) -> None:
    assert read_minutes(typed) is None


WAYS = (
    lambda hours, minutes: f"{hours}u{minutes:02}",
    lambda hours, minutes: f"{hours}:{minutes:02}",
    lambda hours, minutes: f"{hours} uur en {minutes} minuten",
    lambda hours, minutes: f"{hours} h {minutes} min",
    lambda hours, minutes: f"{hours * 60 + minutes} min",
)


@given(st.integers(0, LONGEST_HOURS - 1), st.integers(0, 59), st.sampled_from(WAYS))
def test_hours_and_minutes_come_back_from_every_way_of_writing(hours: int, minutes: int, way: object) -> None:
    assert callable(way)
    assert (read_minutes(way(hours, minutes)) or 0) == hours * 60 + minutes


@given(st.sampled_from(sorted(NUMBERS)), st.sampled_from(["uur", "uren", "u", ""]))
def test_numbers_may_be_words(word: str, unit: str) -> None:
    assert (read_minutes(f"{word} {unit}") or 0) == NUMBERS[word] * 60


@given(st.text())
def test_whatever_is_typed_is_a_plausible_amount_or_nothing(typed: str) -> None:
    minutes = read_minutes(typed)

    assert minutes is None or 0 < minutes <= LONGEST_HOURS * 60
