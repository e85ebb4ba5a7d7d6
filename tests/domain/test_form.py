"""What is filled in on a form, and how many sheets it takes."""

import datetime as dt
import itertools

import pytest

from bot.domain.acceptance import Acceptance
from bot.domain.attendance import Attendance, State
from bot.domain.form import (
    Form,
    FormHeading,
    FormRow,
    blank_forms,
    forms_for,
    heading_of,
    open_dates,
    printed_number,
    rows_of,
)
from bot.domain.form_layout import ROW_COUNT
from bot.domain.form_number import FormNumber, typed_number
from bot.domain.hours import Bewijs, Book
from bot.domain.ids import AcceptanceId, AttendanceId, BewijsId, NewcomerId
from bot.domain.offer_kind import OfferKind

FIRST = dt.date(2026, 9, 1)
MOMENT = dt.datetime(2026, 9, 30, tzinfo=dt.UTC)
BEWIJS = Bewijs(
    id=BewijsId(1),
    newcomer_id=NewcomerId(1),
    kind=OfferKind.SPORT,
    organisation="Voetbalclub",
    contact="Jan",
)


def dates(count: int) -> list[FormRow]:
    return [(FIRST + dt.timedelta(days=day), 90) for day in range(count)]


def an_attendance(number: int, *, state: State = State.CLAIMED, bewijs: int = 1) -> Attendance:
    return Attendance(
        id=AttendanceId(number),
        bewijs_id=BewijsId(bewijs),
        day=FIRST + dt.timedelta(days=number),
        minutes=60 + number,
        state=state,
        claimed_at=MOMENT,
    )


@pytest.mark.parametrize(
    ("count", "sheets"), [(0, [0]), (1, [1]), (14, [14]), (15, [14, 1]), (40, [14, 14, 12])]
)
def test_more_dates_than_rows_go_on_to_another_sheet(count: int, sheets: list[int]) -> None:
    assert [len(rows) for rows in rows_of(dates(count))] == sheets


def test_the_dates_stand_in_their_order() -> None:
    rows = rows_of(list(reversed(dates(20))))

    assert list(itertools.chain.from_iterable(rows)) == dates(20)


def test_each_sheet_has_a_number_of_its_own_and_says_which_it_is() -> None:
    forms = forms_for(FormHeading(newcomer="Amina"), dates(20))

    assert [(form.sheet, form.sheets) for form in forms] == [(1, 2), (2, 2)]
    assert len({form.number for form in forms}) == 2
    assert {form.heading.newcomer for form in forms} == {"Amina"}


def test_each_sheet_has_its_own_total() -> None:
    forms = forms_for(FormHeading(), dates(16))

    assert [form.total_minutes for form in forms] == [14 * 90, 2 * 90]


def test_without_dates_the_total_is_left_open() -> None:
    (form,) = forms_for(FormHeading(newcomer="Amina"), ())

    assert form.total_minutes is None


def test_nothing_is_known_on_a_pad_but_its_numbers() -> None:
    forms = blank_forms(3)

    assert len({form.number for form in forms}) == 3
    assert all(form.heading == FormHeading() and not form.rows for form in forms)


def test_a_form_holds_no_more_rows_than_it_has() -> None:
    with pytest.raises(ValueError, match="14 rows"):
        Form(number=FormNumber("BD-7K3M9QXTC4"), rows=tuple(dates(ROW_COUNT + 1)))


def test_only_dates_of_the_bewijs_that_wait_for_an_acceptance_are_to_be_signed() -> None:
    accepted = Acceptance(
        id=AcceptanceId(1),
        bewijs_id=BewijsId(1),
        minutes=61,
        first_day=FIRST,
        last_day=FIRST + dt.timedelta(days=1),
        accepted_at=MOMENT,
    )
    book = Book(
        bewijzen=(BEWIJS,),
        attendances=(
            an_attendance(1),
            an_attendance(4, state=State.CONFIRMED),
            an_attendance(3),
            an_attendance(5, state=State.REFUSED),
            an_attendance(6, bewijs=2),
        ),
        acceptances=(accepted,),
    )

    assert open_dates(book, BEWIJS.id) == (
        (FIRST + dt.timedelta(days=3), 63),
        (FIRST + dt.timedelta(days=4), 64),
    )


def test_a_form_says_where_the_hours_of_its_bewijs_add_up() -> None:
    assert heading_of("Amina", BEWIJS, phone="03 123 45 67") == FormHeading(
        newcomer="Amina",
        kind=OfferKind.SPORT,
        organisation="Voetbalclub",
        contact="Jan",
        phone="03 123 45 67",
    )


def test_the_number_as_printed_can_be_typed() -> None:
    for form in blank_forms(20):
        assert typed_number(printed_number(form.number)) == form.number
