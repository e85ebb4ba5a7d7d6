"""What begeleiders type into the open places of a sentence."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.slot import Slot, read_slot

MONDAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("vandaag", "2026-11-23"),
        ("morgen", "2026-11-24"),
        ("Overmorgen", "2026-11-25"),
        ("3/12", "2026-12-03"),
        ("3-12", "2026-12-03"),
        ("03.12", "2026-12-03"),
        ("3/12/26", "2026-12-03"),
        ("3/12/2027", "2027-12-03"),
        ("3 december", "2026-12-03"),
        ("3 dec", "2026-12-03"),
        ("3 dec.", "2026-12-03"),
        ("woensdag 3 december", "2026-12-03"),
        ("wo 3/12", "2026-12-03"),
        ("1 mrt", "2027-03-01"),
        ("vrijdag", "2026-11-27"),
        ("maandag", "2026-11-30"),
        ("22/11", "2027-11-22"),
        ("2026-12-03", "2026-12-03"),
    ],
)
def test_a_date_is_read_as_people_write_it(typed: str, day: str) -> None:
    assert read_slot(Slot.DATE, typed, MONDAY) == day


@pytest.mark.parametrize("typed", ["", "31/11", "22/11/2026", "3/12/2031", "3 blauw", "3", "gisteren", "0/0"])
def test_what_is_no_coming_day_is_not_guessed(typed: str) -> None:
    assert read_slot(Slot.DATE, typed, MONDAY) is None


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("14u", "14:00"),
        ("14:30", "14:30"),
        ("14u30", "14:30"),
        ("9", "09:00"),
        ("9.15", "09:15"),
        ("9 uur", "09:00"),
    ],
)
def test_a_time_is_read_as_people_write_it(typed: str, time: str) -> None:
    assert read_slot(Slot.TIME, typed, MONDAY) == time


@pytest.mark.parametrize("typed", ["25u", "14:75", "straks", ""])
def test_what_is_no_time_is_not_guessed(typed: str) -> None:
    assert read_slot(Slot.TIME, typed, MONDAY) is None


@pytest.mark.parametrize(
    ("typed", "minutes"), [("12", "720"), ("1,5", "90"), ("1.5 uur", "90"), ("1u30", "90"), ("2 uur", "120")]
)
def test_an_amount_of_hours_is_kept_in_minutes(typed: str, minutes: str) -> None:
    assert read_slot(Slot.HOURS, typed, MONDAY) == minutes


@pytest.mark.parametrize("typed", ["0", "veel", "1u75", "5000"])
def test_what_is_no_amount_of_hours_is_not_guessed(typed: str) -> None:
    assert read_slot(Slot.HOURS, typed, MONDAY) is None


def test_a_phone_number_stays_as_it_was_typed() -> None:
    assert read_slot(Slot.NUMBER, " +32 470 12 34 56 ", MONDAY) == "+32 470 12 34 56"


@pytest.mark.parametrize("typed", ["12", "bel mij", "0470 12 34 56 78 90 12"])
def test_what_is_no_phone_number_is_not_sent(typed: str) -> None:
    assert read_slot(Slot.NUMBER, typed, MONDAY) is None


@pytest.mark.parametrize("slot", [Slot.PLACE, Slot.PAPER, Slot.NAME])
def test_words_are_kept_on_one_short_line(slot: Slot) -> None:
    assert read_slot(slot, "Markt 1,\n lokaal 3", MONDAY) == "Markt 1, lokaal 3"
    assert read_slot(slot, "x" * 121, MONDAY) is None
    assert read_slot(slot, "  ", MONDAY) is None


@given(st.sampled_from(Slot), st.text())
def test_whatever_is_typed_is_read_or_refused(slot: Slot, typed: str) -> None:
    read = read_slot(slot, typed, MONDAY)

    assert read is None or read.strip()
