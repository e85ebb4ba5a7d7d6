"""What is printed on a form for a bewijs van deelname, as far as it is known."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.domain.form_layout import ROW_COUNT
from bot.domain.form_number import PREFIX, FormNumber, new_number
from bot.domain.hours import Bewijs, Book
from bot.domain.ids import BewijsId, NewcomerId
from bot.domain.offer_kind import OfferKind

GROUP_SIGNS = 5
FormRow = tuple[dt.date, int]
"""A day, and how many minutes."""


@dataclass(frozen=True, kw_only=True)
class FormHeading:
    """What stands on every sheet of somebody's form; None is left open to be written by hand."""

    newcomer: str | None = None
    kind: OfferKind | None = None
    organisation: str | None = None
    contact: str | None = None
    phone: str | None = None
    """The contact's; only one that the organisation made public."""


NOTHING_KNOWN = FormHeading()


@dataclass(frozen=True, kw_only=True)
class Form:
    """One sheet with a number of its own."""

    number: FormNumber
    heading: FormHeading = NOTHING_KNOWN
    rows: tuple[FormRow, ...] = ()
    """At most as many as the table has; the rest of it stays empty."""
    total_minutes: int | None = None
    """What stands as the sheet's total; None leaves it open."""
    sheet: int = 1
    sheets: int = 1
    """This one is sheet 1 of `sheets`; each has its own number."""

    def __post_init__(self) -> None:
        if len(self.rows) > ROW_COUNT:
            raise ValueError(f"a form has {ROW_COUNT} rows")


@dataclass(frozen=True, kw_only=True)
class FormFacts:
    """What a form was made for; an empty pad's form was made for nobody."""

    number: FormNumber
    newcomer_id: NewcomerId | None = None
    bewijs_id: BewijsId | None = None
    minutes: int | None = None
    """The total that was printed on it."""
    first_day: dt.date | None = None
    last_day: dt.date | None = None


def heading_of(newcomer: str, bewijs: Bewijs, *, phone: str | None = None) -> FormHeading:
    """What is known of a bewijs (`bewijs-combineren`).

    Args:
        newcomer: Their name.
        bewijs: Where the hours add up.
        phone: The contact's, when the organisation made it public.
    """
    return FormHeading(
        newcomer=newcomer,
        kind=bewijs.kind,
        organisation=bewijs.organisation,
        contact=bewijs.contact,
        phone=phone,
    )


def open_dates(book: Book, bewijs_id: BewijsId) -> tuple[FormRow, ...]:
    """The dates of a bewijs that wait for an acceptance, oldest first: those a signature is asked for."""
    return tuple((noted.day, noted.minutes) for noted in book.open if noted.bewijs_id == bewijs_id)


def rows_of(dates: Sequence[FormRow]) -> tuple[tuple[FormRow, ...], ...]:
    """The dates, oldest first, as they are spread over sheets; one empty sheet when there are none."""
    rows = sorted(dates)
    return tuple(tuple(rows[at : at + ROW_COUNT]) for at in range(0, len(rows), ROW_COUNT)) or ((),)


def forms_for(
    heading: FormHeading, dates: Sequence[FormRow], draw_number: Callable[[], FormNumber] = new_number
) -> tuple[Form, ...]:
    """The sheets of one bewijs, filled in as far as known.

    Args:
        heading: For whom, and where.
        dates: The days with their minutes; none leaves the table and the total open.
        draw_number: Gives each sheet its own.
    """
    sheets = rows_of(dates)
    return tuple(
        Form(
            number=draw_number(),
            heading=heading,
            rows=rows,
            total_minutes=sum(minutes for _, minutes in rows) or None,
            sheet=at,
            sheets=len(sheets),
        )
        for at, rows in enumerate(sheets, start=1)
    )


def blank_forms(count: int, draw_number: Callable[[], FormNumber] = new_number) -> tuple[Form, ...]:
    """A pad of empty forms for a desk.

    Args:
        count: How many.
        draw_number: Gives each its own.
    """
    return tuple(Form(number=draw_number()) for _ in range(count))


def printed_number(number: FormNumber) -> str:
    """The number as it is read off and typed, in groups: "BD-7K3M9 QXTC4"."""
    half = len(PREFIX) + 1 + GROUP_SIGNS
    return f"{number[:half]} {number[half:]}"
