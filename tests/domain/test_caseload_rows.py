"""A begeleider's list of people, as spreadsheets and pasted lines give it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.caseload_columns import Cell, text_of
from bot.domain.caseload_rows import Reading, Row, RowProblem, RowWarning, read_people
from bot.domain.contract import Contract, Status

MONDAY = dt.date(2026, 11, 23)
START, LAST_DAY = dt.date(2026, 9, 1), dt.date(2027, 8, 31)
USUAL: tuple[Cell, ...] = ("Amina", "verplicht", "1/9/2026", "31/8/2027")
NATIONAL_NUMBER = "85.07.30-033.28"


def a_contract(status: Status = Status.OBLIGED, hours: int = 40) -> Contract:
    return Contract(status=status, starts_on=START, last_day=LAST_DAY, required_minutes=hours * 60)


def a_row(line: int = 1, **changed: object) -> Row:
    values: dict[str, object] = {
        "reference": None,
        "name": "Amina",
        "contract": a_contract(),
        "language": None,
    }
    return Row(line=line, **{**values, **changed})  # type: ignore[arg-type]


def read(*rows: tuple[Cell, ...]) -> Reading:
    return read_people(rows, MONDAY)


def problems(*rows: tuple[Cell, ...]) -> list[tuple[int, RowProblem, str]]:
    return [(error.line, error.problem, error.cell) for error in read(*rows).errors]


def test_without_a_header_the_usual_order_holds() -> None:
    assert read(USUAL).people == (a_row(),)
    assert read((*USUAL, "20", "Arabisch")).people == (a_row(contract=a_contract(hours=20), language="ar"),)


def test_a_reference_is_told_from_a_name_by_its_figures() -> None:
    assert read(("2026-014", *USUAL[1:])).people == (a_row(reference="2026-014", name=None),)
    assert read((12345, *USUAL[1:])).people == (a_row(reference="12345", name=None),)


def test_reference_and_name_may_stand_side_by_side_in_either_order() -> None:
    for pair in (("D14", "Amina"), ("Amina", "D14")):
        assert read((*pair, *USUAL[1:])).people == (a_row(reference="D14"),)


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (("Voornaam", "Statuut", "Begin", "Einde"), USUAL),
        (("EINDDATUM", "naam", "verplicht/rechthebbend", "Startdatum"),
         ("31/8/2027", "Amina", "v", "1/9/2026")),
        (("Laatste dag", "Vóórnaam", "verplicht", "van"), ("31/8/2027", "Amina", "ja", "1/9/2026")),
        (("tot_en_met", "naam", "status", "datum_begin", "voor_naam"),
         ("31/8/2027", "x", "v", "1/9/2026", "Amina")),
        (("Naam", "Voornaam", "Rechthebbend", "Van", "Tot"),
         ("Diallo", "Amina", "nee", "1/9/2026", "31/8/2027")),
        (("Achternaam", "Voornaam", "Verplicht", "Rechthebbend", "Van", "Tot"),
         ("Diallo", "Amina", "x", None, "1/9/2026", "31/8/2027")),
        (("Voornaam", "Gsm", "Statuut", "Start contract", "Einde contract", "Aantal uren", "Taal"),
         ("Amina", "0470 12 34 56", "verpl.", "1/9/2026", "31/8/2027", None, None)),
    ],
)  # fmt: skip
def test_a_header_says_where_everything_stands(header: tuple[Cell, ...], row: tuple[Cell, ...]) -> None:
    assert read(header, row).people == (a_row(line=2),)


@pytest.mark.parametrize("written", ["verplicht", "V", "verpl.", "plichtig", "Verplichte inburgeraar"])
def test_obliged_is_written_in_many_ways(written: str) -> None:
    assert read(("Amina", written, *USUAL[2:])).people == (a_row(),)


@pytest.mark.parametrize(
    "written", ["rechthebbend", "R", "recht", "vrijwillig", "Rechthebbende", "niet verplicht"]
)
def test_entitled_is_written_in_many_ways(written: str) -> None:
    assert read(("Amina", written, *USUAL[2:])).people == (a_row(contract=a_contract(Status.ENTITLED)),)


def test_days_may_be_dates_serial_numbers_or_words() -> None:
    for start, last_day in (
        (START, LAST_DAY),
        (46266, 46630.0),
        ("2026-09-01 00:00:00", "eind augustus 2027"),
    ):
        assert read(("Amina", "v", start, last_day)).people == (a_row(),)


@pytest.mark.parametrize(
    ("written", "hours"), [(20, 20), (20.0, 20), ("20", 20), ("20 uur", 20), ("", 40), (None, 40)]
)
def test_hours_are_forty_unless_written(written: Cell, hours: int) -> None:
    assert read((*USUAL, written)).people == (a_row(contract=a_contract(hours=hours)),)


def test_an_empty_row_is_skipped_and_lines_keep_their_number() -> None:
    assert read((), (None, " "), USUAL).people == (a_row(line=3),)


def test_a_person_without_a_contract_gets_one_later() -> None:
    assert read(("Amina",)).people == (a_row(contract=None),)
    assert read(("Amina", None, "", " ")).people == (a_row(contract=None),)


@pytest.mark.parametrize(
    ("row", "problem", "cell"),
    [
        ((None, *USUAL[1:]), RowProblem.NOBODY, ""),
        (("x" * 65, *USUAL[1:]), RowProblem.NAME_TOO_LONG, "x" * 40),
        (("Ami\nna", *USUAL[1:]), RowProblem.NAME_IN_LINES, "Ami na"),
        (("9" + "x" * 40, *USUAL[1:]), RowProblem.REFERENCE_TOO_LONG, "9" + "x" * 39),
        (("Amina", None, *USUAL[2:]), RowProblem.STATUS_MISSING, ""),
        (("Amina", "misschien", *USUAL[2:]), RowProblem.STATUS_UNKNOWN, "misschien"),
        (("Amina", "verplicht recht", *USUAL[2:]), RowProblem.STATUS_UNKNOWN, "verplicht recht"),
        (("Amina", "v", None, "31/8/2027"), RowProblem.START_MISSING, ""),
        (("Amina", "v", "ooit", "31/8/2027"), RowProblem.START_UNREADABLE, "ooit"),
        (("Amina", "v", "1/9/2026"), RowProblem.LAST_DAY_MISSING, ""),
        (("Amina", "v", "1/9/2026", "31/6/2027"), RowProblem.LAST_DAY_UNREADABLE, "31/6/2027"),
        (("Amina", "v", START, dt.date(2026, 8, 31)), RowProblem.ENDS_BEFORE_START, "31/08/2026"),
        (("Amina", "v", START, dt.date(2046, 8, 31)), RowProblem.TERM_TOO_LONG, "31/08/2046"),
        ((*USUAL, "veel"), RowProblem.HOURS_UNREADABLE, "veel"),
        ((*USUAL, 0), RowProblem.NO_HOURS, "0"),
        ((*USUAL, "0"), RowProblem.NO_HOURS, "0"),
        ((*USUAL, -5), RowProblem.NO_HOURS, "-5"),
        ((*USUAL, 401), RowProblem.TOO_MANY_HOURS, "401"),
        ((*USUAL, "4000 uur"), RowProblem.HOURS_UNREADABLE, "4000 uur"),
        ((*USUAL, 1e300), RowProblem.TOO_MANY_HOURS, str(int(1e300))[:40]),
    ],
)  # fmt: skip
def test_what_cannot_be_is_an_error_with_its_line_and_cell(
    row: tuple[Cell, ...], problem: RowProblem, cell: str
) -> None:
    reading = read(("Yusuf", *USUAL[1:]), row)

    assert [(error.line, error.problem, error.cell) for error in reading.errors] == [(2, problem, cell)]
    assert [person.name for person in reading.people] == ["Yusuf"]


def test_every_mistake_of_a_row_is_named() -> None:
    assert problems(("Amina", "misschien", "ooit", "nooit", "veel")) == [
        (1, RowProblem.STATUS_UNKNOWN, "misschien"),
        (1, RowProblem.START_UNREADABLE, "ooit"),
        (1, RowProblem.LAST_DAY_UNREADABLE, "nooit"),
        (1, RowProblem.HOURS_UNREADABLE, "veel"),
    ]


@pytest.mark.parametrize("place", range(5))
@pytest.mark.parametrize("written", [NATIONAL_NUMBER, "85073003328", 85073003328, "••.••.••-•••.••"])
def test_a_national_register_number_keeps_the_row_out_and_is_not_shown(place: int, written: Cell) -> None:
    row = [*USUAL, "40"]
    row[place] = written

    assert problems(tuple(row)) == [(1, RowProblem.NATIONAL_NUMBER, "")]


def test_the_same_person_twice_goes_in_not_at_all_the_second_time() -> None:
    reading = read(
        USUAL, ("Yusuf", *USUAL[1:]), ("AMINA ", *USUAL[1:]), ("D1", *USUAL[1:]), ("d1", *USUAL[1:])
    )

    assert [person.line for person in reading.people] == [1, 2, 4]
    assert [(error.line, error.problem) for error in reading.errors] == [
        (3, RowProblem.SAME_PERSON_TWICE),
        (5, RowProblem.SAME_PERSON_TWICE),
    ]


def test_two_people_of_one_name_are_told_apart_by_their_reference() -> None:
    reading = read(("D1", "Amina", *USUAL[1:]), ("D2", "Amina", *USUAL[1:]))

    assert [person.reference for person in reading.people] == ["D1", "D2"]


def test_a_last_day_that_is_past_goes_in_with_a_warning() -> None:
    person = read(("Amina", "v", "1/9/2025", "31/8/2026")).people[0]

    assert person.warnings == (RowWarning.LAST_DAY_PAST,)


def test_many_hours_and_an_unknown_language_go_in_with_a_warning() -> None:
    person = read((*USUAL, 81, "Klingon")).people[0]

    assert person.warnings == (RowWarning.MANY_HOURS, RowWarning.LANGUAGE_UNKNOWN)


def test_a_title_may_stand_above_the_header() -> None:
    reading = read(("Mijn mensen",), ("Statuut", "Naam", "Van", "Tot"), ("v", "Amina", *USUAL[2:]))

    assert reading == Reading(people=(a_row(line=3),), errors=())


def test_a_row_that_resembles_a_header_is_a_person() -> None:
    assert [person.name for person in read(("Van", "verplicht", *USUAL[2:])).people] == ["Van"]


def test_a_list_of_nothing_is_read_as_nobody() -> None:
    assert read() == Reading(people=(), errors=())
    assert read(("Voornaam", "Statuut")) == Reading(people=(), errors=())


CELLS = st.none() | st.text(max_size=30) | st.integers() | st.floats() | st.dates() | st.sampled_from(USUAL)


@given(st.lists(st.lists(CELLS, max_size=7), max_size=5))
def test_every_filled_row_is_a_person_an_error_or_the_header(rows: list[list[Cell]]) -> None:
    reading = read_people(rows, MONDAY)

    lines = {person.line for person in reading.people} | {error.line for error in reading.errors}
    assert {person.line for person in reading.people}.isdisjoint(error.line for error in reading.errors)
    assert all(len(error.cell) <= 40 for error in reading.errors)
    filled = sum(any(map(text_of, row)) for row in rows)
    assert filled - 3 <= len(lines) <= filled
