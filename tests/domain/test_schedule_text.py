"""When an offer takes place is read as people write it, and written so that it reads the same."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.schedule import Dated, DayPart, Schedule, Weekly
from bot.domain.schedule_text import read_schedule, read_when, write_schedule

TODAY = dt.date(2026, 11, 23)


def read(written: str) -> str:
    """What is understood, as the template writes it."""
    return write_schedule(read_when(written, today=TODAY).schedule)


@pytest.mark.parametrize(
    "written",
    [
        "ma 19:00-21:00; za 10:00-12:00",
        "2026-12-03 14:00-16:00",
        "op afspraak",
        "di avond; wo voormiddag; zo namiddag",
        "ma 19:00; di tot 21:00; wo",
        "2026-12-01 tot 2026-12-20 10:00-12:00",
        "vr 20:00-02:00; 2026-12-05; op afspraak",
    ],
)
def test_the_template_is_read_as_it_is_written(written: str) -> None:
    assert read(written) == written


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("elke dinsdag van 14u tot 16u30", "di 14:00-16:30"),
        ("di & do 9u-12u", "di 09:00-12:00; do 09:00-12:00"),
        ("maandag- en woensdagavond", "ma avond; wo avond"),
        ("ma t.e.m. wo 9-17 uur", "ma 09:00-17:00; di 09:00-17:00; wo 09:00-17:00"),
        ("ma-wo 9:00-17:00", "ma 09:00-17:00; di 09:00-17:00; wo 09:00-17:00"),
        ("van ma tot wo 10u", "ma 10:00; di 10:00; wo 10:00"),
        ("vr-ma", "vr; za; zo; ma"),
        ("zaterdagnamiddag", "za namiddag"),
        ("za namiddag van 2 tot 4 uur", "za 14:00-16:00"),
        ("dinsdagavond 7u30", "di 19:30"),
        ("om 2 uur 's namiddags op zaterdag", "za 14:00"),
        ("di voormiddag en namiddag", "di voormiddag; di namiddag"),
        ("maandag 9-12u, dinsdag 13-17u", "ma 09:00-12:00; di 13:00-17:00"),
        ("ma 9u-12u en 13u-17u; wo 9u-12u", "ma 09:00-12:00; ma 13:00-17:00; wo 09:00-12:00"),
        ("van 14u tot 16u op dinsdag", "di 14:00-16:00"),
        ("woensdagnamiddag tussen 14 en 16 uur", "wo 14:00-16:00"),
        ("di 14.00-16.30 uur", "di 14:00-16:30"),
        ("Di 9u15-11u45 + do 13u15-15u45", "di 09:15-11:45; do 13:15-15:45"),
        ("ma/wo/vr 10u", "ma 10:00; wo 10:00; vr 10:00"),
        ("ma:14-16u", "ma 14:00-16:00"),
        ("woendag 14 uur", "wo 14:00"),
        ("Tuesday 2 pm - 4 pm", "di 14:00-16:00"),
        ("lundi 14h-16h30", "ma 14:00-16:30"),
        ("vrijdag 20:00 - 24:00", "vr 20:00-00:00"),
        ("weekend", "za; zo"),
        ("weekdagen", "ma; di; wo; do; vr"),
        ("dagelijks", "ma; di; wo; do; vr; za; zo"),
        ("dagelijks behalve zondag", "ma; di; wo; do; vr; za"),
        ("ma-wo behalve di 9-17u", "ma 09:00-17:00; wo 09:00-17:00"),
        ("ma-wo 9-17u, niet op dinsdag", "ma 09:00-17:00; wo 09:00-17:00"),
        ("za-ma 9-17u, zondag gesloten", "za 09:00-17:00; ma 09:00-17:00"),
        ("gesloten op maandag; zo-di 10u", "zo 10:00; di 10:00"),
        ("in overleg", "op afspraak"),
        ("doorlopend", "op afspraak"),
        ("flexibele uren", "op afspraak"),
    ],
)
def test_weekly_hours_are_read_as_people_write_them(written: str, meant: str) -> None:
    when = read_when(written, today=TODAY)

    assert write_schedule(when.schedule) == meant
    assert when.unread == ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("3 december 2026, 19u30", "2026-12-03 19:30"),
        ("dinsdag 3 december 2026 van 14 tot 16 uur", "2026-12-03 14:00-16:00"),
        ("3/12", "2026-12-03"),
        ("3/11", "2027-11-03"),
        ("3/12/26", "2026-12-03"),
        ("3-12-2026 9-12 uur", "2026-12-03 09:00-12:00"),
        ("3/12, 10/12 en 17/12/2026 14:00", "2026-12-03 14:00; 2026-12-10 14:00; 2026-12-17 14:00"),
        ("3, 10 en 17 december 2026", "2026-12-03; 2026-12-10; 2026-12-17"),
        ("3 dec 19u30 en 5 dec 20u", "2026-12-03 19:30; 2026-12-05 20:00"),
        ("van 1/12/2026 tot 20/12/2026", "2026-12-01 tot 2026-12-20"),
        ("1 tot 20 december 2026", "2026-12-01 tot 2026-12-20"),
        ("20 december tot 5 januari 2027", "2026-12-20 tot 2027-01-05"),
        ("dinsdag 1/12 tot vrijdag 4/12 9u-16u", "2026-12-01 tot 2026-12-04 09:00-16:00"),
        ("5/12/2026 20u tot 6/12/2026 2u", "2026-12-05 tot 2026-12-06 20:00-02:00"),
        ("2026-12-01T14:00", "2026-12-01 14:00"),
        ("zaterdag 12/12 en zondag 13/12 2026 10-18u", "2026-12-12 10:00-18:00; 2026-12-13 10:00-18:00"),
    ],
)
def test_dates_are_read_as_people_write_them(written: str, meant: str) -> None:
    when = read_when(written, today=TODAY)

    assert write_schedule(when.schedule) == meant
    assert when.unread == ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("elke volle maan", ""),
        ("zo snel mogelijk", ""),
        ("volgende week", ""),
        ("14u tot 16u", ""),
        ("za 25:00", "za"),
        ("elke dinsdag van 14u tot 16u30 in de refter", "di 14:00-16:30"),
        ("elke dinsdag 14u-16u, niet tijdens de vakantie", "di 14:00-16:00"),
        ("do 19u; gesloten op 25/12", "do 19:00"),
    ],
)
def test_what_is_not_understood_is_kept_as_words(written: str, meant: str) -> None:
    when = read_when(written, today=TODAY)

    assert write_schedule(when.schedule) == meant
    assert when.unread == (written.rpartition("; ")[2],)


@pytest.mark.parametrize(
    "written",
    [
        "elke eerste zaterdag van de maand om 14u",
        "1e en 3e zaterdag van de maand 14u",
        "tweewekelijks op zaterdag 14u",
        "om de twee weken, za 14u",
        "za 14u, even weken",
    ],
)
def test_what_is_not_every_week_says_so(written: str) -> None:
    when = read_when(written, today=TODAY)

    assert write_schedule(when.schedule) == "za 14:00"
    assert when.rarer == (written,)
    assert when.unread == ()


@pytest.mark.parametrize("written", ["31/02/2026", "2026-02-30 10:00-12:00", "1/13/2026", "ma 10u; 31 april"])
def test_a_date_that_does_not_exist_is_told(written: str) -> None:
    when = read_when(written, today=TODAY)

    assert when.impossible is not None
    assert not when.schedule.is_known


def test_a_period_around_weekly_hours_is_no_date() -> None:
    when = read_when("elke dinsdag van 1/12/2026 tot 20/06/2027 van 19u tot 21u", today=TODAY)

    assert write_schedule(when.schedule) == "di 19:00-21:00"
    assert (when.first_day, when.last_day) == (dt.date(2026, 12, 1), dt.date(2027, 6, 20))


def test_a_start_before_weekly_hours_is_no_date() -> None:
    when = read_when("vanaf 3 december elke donderdag 19u", today=TODAY)

    assert write_schedule(when.schedule) == "do 19:00"
    assert (when.first_day, when.last_day) == (dt.date(2026, 12, 3), None)


@pytest.mark.parametrize(
    "written", ["", "elke volle maan", "31/02/2026", "eerste zondag van de maand", "ma of zo ofzo"]
)
def test_in_a_conversation_only_what_is_wholly_understood_counts(written: str) -> None:
    assert read_schedule(written, today=TODAY) is None


def test_in_a_conversation_hours_are_understood() -> None:
    schedule = read_schedule("elke dinsdag van 14u tot 16u30", today=TODAY)

    assert schedule == Schedule(weekly=(Weekly(1, dt.time(14), dt.time(16, 30)),))


def test_a_part_of_the_day_counts_where_no_hour_is_known() -> None:
    schedule = Schedule(weekly=(Weekly(1, part=DayPart.EVENING),))

    assert list(schedule.times(TODAY)) == [(1, DayPart.EVENING)]


HOURS = st.times(max_value=dt.time(23, 59)).map(lambda moment: moment.replace(second=0, microsecond=0))
SPANS = st.one_of(
    st.tuples(HOURS, HOURS, st.none()),
    st.tuples(HOURS, st.none(), st.none()),
    st.tuples(st.none(), HOURS, st.none()),
    st.tuples(st.none(), st.none(), st.none() | st.sampled_from(DayPart)),
)
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2098, 1, 1))
WEEKLY = st.builds(lambda day, span: Weekly(day, *span), st.integers(0, 6), SPANS)
DATED = st.builds(
    lambda day, length, span: Dated(day, day + dt.timedelta(days=length), *span),
    DAYS,
    st.integers(0, 400),
    SPANS,
)
SCHEDULES = st.builds(
    Schedule,
    weekly=st.lists(WEEKLY, max_size=6, unique=True).map(tuple),
    dates=st.lists(DATED, max_size=6, unique=True).map(tuple),
    by_appointment=st.booleans(),
)


@given(SCHEDULES)
def test_whatever_is_written_reads_the_same(schedule: Schedule) -> None:
    when = read_when(write_schedule(schedule), today=TODAY)

    assert when.schedule == schedule
    assert (when.unread, when.rarer, when.impossible) == ((), (), None)


PIECES = (
    *("ma", "di-", "zo", "weekend", "14u", "16:30", "9", "3/12", "3", "december", "2026", "'s avonds"),
    *("tot", "elke", "behalve", "en", "gesloten", "-", ",", "van", "eerste", "op afspraak", "t.e.m."),
    *("vanaf", "tussen"),
)


@given(st.text(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_no_words_whatever_break_the_reader(written: str) -> None:
    when = read_when(written, today=TODAY)

    assert read(write_schedule(when.schedule)) == write_schedule(when.schedule)
