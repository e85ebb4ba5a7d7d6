"""Days as people type them in Dutch."""

import calendar
import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.dates import MONTHS, WEEKDAYS, Leans, read_day, read_day_cell, read_single_day

MONDAY = dt.date(2026, 11, 23)
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("31/12/2027", "2027-12-31"),
        ("31-12-27", "2027-12-31"),
        ("31.12.2027", "2027-12-31"),
        ("31 12 2027", "2027-12-31"),
        ("31122027", "2027-12-31"),
        ("2027-12-31", "2027-12-31"),
        ("31 december 2027", "2027-12-31"),
        ("31 DECEMBER  2027", "2027-12-31"),
        ("1 feb. '28", "2028-02-01"),
        ("1ste mei 2027", "2027-05-01"),
        ("3de december 2027", "2027-12-03"),
        ("vrijdag 31 december 2027", "2027-12-31"),
        ("31 decmber 2027", "2027-12-31"),
        ("5 agustus 2027", "2027-08-05"),
        ("eind juni 2027", "2027-06-30"),
        ("einde van juni 2027", "2027-06-30"),
        ("tot eind februari 2028", "2028-02-29"),
        ("begin juni 2027", "2027-06-01"),
        ("midden juni 2027", "2027-06-15"),
        ("half juni 2027", "2027-06-15"),
        ("eind dit jaar", "2026-12-31"),
        ("einde van het jaar", "2026-12-31"),
        ("eind volgend jaar", "2027-12-31"),
        ("eind 2027", "2027-12-31"),
        ("30 juni volgend jaar", "2027-06-30"),
        ("eind volgende maand", "2026-12-31"),
        ("over 6 maanden", "2027-05-23"),
        ("over een half jaar", "2027-05-23"),
        ("over anderhalf jaar", "2028-05-23"),
        ("over twee weken", "2026-12-07"),
        ("over 10 dagen", "2026-12-03"),
        ("binnen een jaar", "2027-11-23"),
        ("twee weken geleden", "2026-11-09"),
        ("vandaag", "2026-11-23"),
        ("morgen", "2026-11-24"),
        ("overmorgen", "2026-11-25"),
        ("gisteren", "2026-11-22"),
        ("gistern", "2026-11-22"),
        ("eergisteren", "2026-11-21"),
        ("vorige dinsdag", "2026-11-17"),
        ("afgelopen maandag", "2026-11-16"),
        ("komende vrijdag", "2026-11-27"),
        ("volgende maandag", "2026-11-30"),
        ("dinsdag vorige week", "2026-11-17"),
        ("vorige week dinsdag", "2026-11-17"),
    ],
)
@pytest.mark.parametrize("leans", Leans)
def test_a_day_that_says_itself_is_the_same_whichever_way_one_looks(
    typed: str, day: str, leans: Leans
) -> None:
    assert str(read_day(typed, MONDAY, leans=leans)) == day


@pytest.mark.parametrize(
    ("typed", "past", "ahead"),
    [
        ("dinsdag", "2026-11-17", "2026-11-24"),
        ("maandag", "2026-11-23", "2026-11-30"),
        ("woensdg", "2026-11-18", "2026-11-25"),
        ("3/12", "2025-12-03", "2026-12-03"),
        ("23/11", "2026-11-23", "2026-11-23"),
        ("31 dec", "2025-12-31", "2026-12-31"),
        ("op 1 mrt.", "2026-03-01", "2027-03-01"),
        ("29/2", "2024-02-29", "2028-02-29"),
        ("eind juni", "2026-06-30", "2027-06-30"),
        ("juni 2027", "2027-06-01", "2027-06-30"),
        ("06/2027", "2027-06-01", "2027-06-30"),
    ],
)
def test_what_is_not_written_is_sought_in_the_past_or_ahead(typed: str, past: str, ahead: str) -> None:
    assert str(read_day(typed, MONDAY, leans=Leans.PAST)) == past
    assert str(read_day(typed, MONDAY, leans=Leans.AHEAD)) == ahead


@pytest.mark.parametrize(
    "typed",
    [
        "", "/", "3", "31 juni", "31 juni 2027", "29/2/2027", "0/0", "12/31/2027", "juri 2027", "3 blauw",
        "2027", "eind", "over 0 dagen", "over 999 jaar", "999 jaar geleden", "volgende zondvloed", "1/1/0001",
        "x" * 200, "over", "eind 13/2027", "vorige week", "dinsdag en woensdag",
    ],
)  # fmt: skip
@pytest.mark.parametrize("leans", Leans)
def test_nonsense_and_days_that_do_not_exist_are_not_guessed(typed: str, leans: Leans) -> None:
    assert read_day(typed, MONDAY, leans=leans) is None


def test_a_single_day_is_no_edge_of_a_period() -> None:
    assert read_single_day("eind juni 2027", MONDAY, leans=Leans.AHEAD) is None
    assert read_single_day("30 juni 2027", MONDAY, leans=Leans.AHEAD) == dt.date(2027, 6, 30)


WAYS: tuple[Callable[[dt.date], str], ...] = (
    lambda day: f"{day:%d/%m/%Y}",
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: f"{day:%d-%m-%y}",
    lambda day: f"{day:%d.%m.%Y}",
    lambda day: f"{day.day} / {day.month} / {day.year}",
    lambda day: day.isoformat(),
    lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{day.day} {MONTHS[day.month - 1][:3].upper()}. '{day:%y}",
    lambda day: f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{WEEKDAYS[day.weekday()][:2]}. {day.day}/{day.month}/{day:%y}",
    lambda day: f"  {day.day}   {MONTHS[day.month - 1].capitalize()}  {day.year} ",
)


@given(DAYS, DAYS, st.sampled_from(WAYS), st.sampled_from(Leans))
def test_a_full_date_comes_back_from_every_way_of_writing(
    day: dt.date, today: dt.date, way: Callable[[dt.date], str], leans: Leans
) -> None:
    assert read_day(way(day), today, leans=leans) == day


@given(DAYS, st.integers(0, 8), st.sampled_from("abcdefghijklmnoprstuvwyz"))
def test_one_wrong_letter_in_a_long_month_does_not_matter(day: dt.date, place: int, letter: str) -> None:
    name = MONTHS[day.month - 1]
    if len(name) < 6:
        return
    place = min(place, len(name) - 1)

    read = read_day(f"{day.day} {name[:place]}{letter}{name[place + 1 :]} {day.year}", day, leans=Leans.AHEAD)

    assert read == day


@given(DAYS, st.integers(1, 12), st.sampled_from(Leans))
def test_the_end_of_a_month_is_its_last_day(today: dt.date, month: int, leans: Leans) -> None:
    year = min(today.year + 1, 2099)

    read = read_day(f"eind {MONTHS[month - 1]} {year}", today, leans=leans)

    assert read == dt.date(year, month, calendar.monthrange(year, month)[1])


@given(DAYS, DAYS)
def test_without_a_year_the_past_never_lies_ahead_nor_the_reverse(day: dt.date, today: dt.date) -> None:
    past = read_day(f"{day.day}/{day.month}", today, leans=Leans.PAST)
    ahead = read_day(f"{day.day}/{day.month}", today, leans=Leans.AHEAD)

    assert past is None or past <= today
    assert ahead is None or ahead >= today


@given(DAYS)
def test_a_cell_holds_a_date_a_serial_number_or_text(day: dt.date) -> None:
    serial = (day - dt.date(1899, 12, 30)).days

    for cell in (day, dt.datetime.fromisoformat(f"{day}T13:05"), serial, float(serial), serial + 0.5):
        assert read_day_cell(cell, MONDAY, leans=Leans.AHEAD) == day
    for text in (str(serial), f"{day} 00:00:00", f"{day}T00:00:00", f"{day:%d/%m/%Y} 0:00"):
        assert read_day_cell(text, MONDAY, leans=Leans.AHEAD) == day


@pytest.mark.parametrize(
    "cell", [None, "", True, 0, 40, 1.5, 19_999, 80_001, "x", float("nan"), float("inf")]
)
def test_a_cell_without_a_day_is_none(cell: str | float | None) -> None:
    assert read_day_cell(cell, MONDAY, leans=Leans.AHEAD) is None


@given(st.text(), st.sampled_from(Leans))
def test_whatever_is_typed_is_a_day_or_nothing(typed: str, leans: Leans) -> None:
    read = read_day(typed, MONDAY, leans=leans)

    assert read is None or 1950 <= read.year < 2100
