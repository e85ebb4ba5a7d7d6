"""Reads a begeleider's list of people, from a spreadsheet or pasted: who, and the contract of each.

What cannot be read is an error with its line, and that person is left out; nothing is guessed.
"""

import datetime as dt
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.amounts import read_minutes
from bot.domain.caseload_columns import (
    NO,
    YES,
    Cell,
    Cells,
    Column,
    Columns,
    header_columns,
    read_status,
    text_of,
    usual_columns,
    words_of,
)  # fmt: skip
from bot.domain.contract import DEFAULT_REQUIRED, Contract, Status
from bot.domain.dates import Leans, read_day_cell
from bot.domain.errors import ContractImpossible, ImpossibleBecause
from bot.domain.insz import has_hidden, masked
from bot.domain.language_names import read_language

NAME_LENGTH = 64
REFERENCE_LENGTH = 40
CELL_SHOWN = 40
MANY_HOURS = 80 * 60
_FAR_TOO_MANY = 10_000
_TITLES = 3


class RowProblem(StrEnum):
    """Why a row cannot go in."""

    NOBODY = "nobody"
    """Neither a reference nor a name."""
    NAME_TOO_LONG = "name_too_long"
    NAME_IN_LINES = "name_in_lines"
    REFERENCE_TOO_LONG = "reference_too_long"
    STATUS_MISSING = "status_missing"
    STATUS_UNKNOWN = "status_unknown"
    START_MISSING = "start_missing"
    START_UNREADABLE = "start_unreadable"
    LAST_DAY_MISSING = "last_day_missing"
    LAST_DAY_UNREADABLE = "last_day_unreadable"
    ENDS_BEFORE_START = "ends_before_start"
    TERM_TOO_LONG = "term_too_long"
    HOURS_UNREADABLE = "hours_unreadable"
    NO_HOURS = "no_hours"
    TOO_MANY_HOURS = "too_many_hours"
    SAME_PERSON_TWICE = "same_person_twice"
    NATIONAL_NUMBER = "national_number"


class RowWarning(StrEnum):
    """What deserves a look, though the row goes in."""

    LAST_DAY_PAST = "last_day_past"
    MANY_HOURS = "many_hours"
    LANGUAGE_UNKNOWN = "language_unknown"


@dataclass(frozen=True, kw_only=True)
class Row:
    """A person to add or to update."""

    line: int
    """The place in the list, from 1 on; a header counts."""
    reference: str | None
    name: str | None
    contract: Contract | None
    """None when the list says nothing of it; it is set later."""
    language: str | None
    """An ISO 639-1 code."""
    warnings: tuple[RowWarning, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RowError:
    """Something in a row that keeps it out."""

    line: int
    problem: RowProblem
    cell: str = ""
    """What stands there, at most `CELL_SHOWN` characters; never a national register number."""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What a list says."""

    people: tuple[Row, ...]
    errors: tuple[RowError, ...]


_IMPOSSIBLE = {
    ImpossibleBecause.ENDS_BEFORE_START: (RowProblem.ENDS_BEFORE_START, Column.LAST_DAY),
    ImpossibleBecause.TOO_LONG: (RowProblem.TERM_TOO_LONG, Column.LAST_DAY),
    ImpossibleBecause.NO_HOURS: (RowProblem.NO_HOURS, Column.HOURS),
    ImpossibleBecause.TOO_MANY_HOURS: (RowProblem.TOO_MANY_HOURS, Column.HOURS),
}


def read_people(rows: Sequence[Cells], today: dt.date) -> Reading:
    """Read a list of people.

    Args:
        rows: Cells as a spreadsheet or pasted lines hold them; a header is found when there is one.
        today: The day in the bot's time zone.

    Returns:
        The people that can go in, in the order of the list, and every reason why another cannot.
    """
    filled = [(line, row) for line, row in enumerate(rows, 1) if any(map(text_of, row))]
    columns, filled = _columns(filled)
    read = [_RowReader(line, row, columns, today).read() for line, row in filled]
    people = [each for each in read if isinstance(each, Row)]
    errors = [error for each in read if not isinstance(each, Row) for error in each]
    twice = list(_twice(people))
    lines = {error.line for error in twice}
    return Reading(
        people=tuple(row for row in people if row.line not in lines),
        errors=tuple(sorted([*errors, *twice], key=lambda error: error.line)),
    )


def _columns(filled: list[tuple[int, Cells]]) -> tuple[Columns, list[tuple[int, Cells]]]:
    """Where everything stands, and the rows below the header; a title of one cell may stand above it."""
    for place, (_, row) in enumerate(filled[:_TITLES]):
        if (columns := header_columns(row)) is not None:
            return columns, filled[place + 1 :]
        if sum(map(bool, map(text_of, row))) > 1:
            break
    return usual_columns([row for _, row in filled]), filled


def _twice(people: Iterable[Row]) -> Iterator[RowError]:
    """The second and later rows of one person: by reference, or by name where there is none."""
    known: set[tuple[bool, str]] = set()
    for row in people:
        written = row.reference or row.name or ""
        key = row.reference is not None, " ".join(words_of(written)) or written
        if key in known:
            yield RowError(line=row.line, problem=RowProblem.SAME_PERSON_TWICE, cell=written[:CELL_SHOWN])
        known.add(key)


class _RowReader:
    """Reads one row, and keeps every problem it meets."""

    def __init__(self, line: int, row: Cells, columns: Columns, today: dt.date) -> None:
        self._line, self._row, self._columns, self._today = line, row, columns, today
        self._errors: list[RowError] = []
        self._warnings: list[RowWarning] = []

    def read(self) -> Row | tuple[RowError, ...]:
        """The person, or what is wrong with the row."""
        if any(_holds_national_number(cell) for cell in self._row):
            return (RowError(line=self._line, problem=RowProblem.NATIONAL_NUMBER),)
        reference, name = self._who()
        contract, language = self._contract(), self._language()
        if self._errors:
            return tuple(self._errors)
        return Row(
            line=self._line, reference=reference, name=name, contract=contract, language=language,
            warnings=tuple(self._warnings),
        )  # fmt: skip

    def _cell(self, column: Column) -> Cell:
        place = self._columns.get(column)
        return self._row[place] if place is not None and place < len(self._row) else None

    def _refuse(self, problem: RowProblem, cell: Cell = None) -> None:
        shown = " ".join(text_of(cell).split())[:CELL_SHOWN]
        self._errors.append(RowError(line=self._line, problem=problem, cell=shown))

    def _warn(self, warning: RowWarning, is_so: bool) -> None:
        if is_so:
            self._warnings.append(warning)

    def _who(self) -> tuple[str | None, str | None]:
        reference, name = text_of(self._cell(Column.REFERENCE)), text_of(self._cell(Column.NAME))
        if self._columns.get(Column.REFERENCE) == self._columns.get(Column.NAME):
            reference, name = (reference, "") if re.search(r"\d", reference) else ("", name)
        if not reference and not name:
            self._refuse(RowProblem.NOBODY)
        if "\n" in name or "\r" in name:
            self._refuse(RowProblem.NAME_IN_LINES, name)
        elif len(name) > NAME_LENGTH:
            self._refuse(RowProblem.NAME_TOO_LONG, name)
        reference = " ".join(reference.split())
        if len(reference) > REFERENCE_LENGTH:
            self._refuse(RowProblem.REFERENCE_TOO_LONG, reference)
        return reference or None, " ".join(name.split()) or None

    def _contract(self) -> Contract | None:
        marks = (Column.STATUS, Column.IS_OBLIGED, Column.IS_ENTITLED, Column.START, Column.LAST_DAY)
        if not any(text_of(self._cell(column)) for column in marks):
            return None
        status, starts_on, last_day = self._status(), self._start(), self._last_day()
        minutes = self._minutes()
        if status is None or starts_on is None or last_day is None or minutes is None:
            return None
        contract = Contract(status=status, starts_on=starts_on, last_day=last_day, required_minutes=minutes)
        try:
            contract.check()
        except ContractImpossible as impossible:
            problem, column = _IMPOSSIBLE[impossible.because]
            self._refuse(problem, self._cell(column))
        self._warn(RowWarning.LAST_DAY_PAST, contract.has_ended(self._today))
        self._warn(RowWarning.MANY_HOURS, minutes > MANY_HOURS)
        return contract

    def _status(self) -> Status | None:
        cells = [self._cell(column) for column in (Column.STATUS, Column.IS_OBLIGED, Column.IS_ENTITLED)]
        written = next((cell for cell in cells if text_of(cell)), None)
        if written is None:
            self._refuse(RowProblem.STATUS_MISSING)
            return None
        found = {read_status(cells[0]), _marked(cells[1], Status.OBLIGED), _marked(cells[2], Status.ENTITLED)}
        statuses = [status for status in found if status is not None]
        if len(statuses) != 1:
            self._refuse(RowProblem.STATUS_UNKNOWN, written)
            return None
        return statuses[0]

    def _start(self) -> dt.date | None:
        return self._day(Column.START, Leans.PAST, RowProblem.START_MISSING, RowProblem.START_UNREADABLE)

    def _last_day(self) -> dt.date | None:
        return self._day(
            Column.LAST_DAY, Leans.AHEAD, RowProblem.LAST_DAY_MISSING, RowProblem.LAST_DAY_UNREADABLE
        )

    def _day(
        self, column: Column, leans: Leans, missing: RowProblem, unreadable: RowProblem
    ) -> dt.date | None:
        cell = self._cell(column)
        if not text_of(cell):
            self._refuse(missing)
            return None
        day = read_day_cell(cell, self._today, leans=leans)
        if day is None:
            self._refuse(unreadable, cell)
        return day

    def _minutes(self) -> int | None:
        cell = self._cell(Column.HOURS)
        if not text_of(cell):
            return DEFAULT_REQUIRED
        minutes = _minutes_of(cell)
        if minutes is None:
            self._refuse(RowProblem.HOURS_UNREADABLE, cell)
        return minutes

    def _language(self) -> str | None:
        written = text_of(self._cell(Column.LANGUAGE))
        language = read_language(written)
        self._warn(RowWarning.LANGUAGE_UNKNOWN, bool(written) and language is None)
        return language


def _marked(cell: Cell, status: Status) -> Status | None:
    """What yes, no or a cross means under a heading that names a status."""
    words = words_of(cell)
    if len(words) == 1 and words[0] in YES:
        return status
    if len(words) == 1 and words[0] in NO:
        return next(other for other in Status if other is not status)
    return read_status(cell)


def _minutes_of(cell: Cell) -> int | None:
    """The amount in a cell; a number is hours, and may be none or far too many."""
    try:
        hours = float(text_of(cell).replace(",", "."))
    except ValueError:
        return None if isinstance(cell, dt.date) else read_minutes(text_of(cell))
    return round(min(max(hours, 0), _FAR_TOO_MANY) * 60) if not math.isnan(hours) else None


def _holds_national_number(cell: Cell) -> bool:
    text = text_of(cell)
    return has_hidden(text) or masked(text) != text
