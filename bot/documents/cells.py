"""What a table is made of, whatever it was read from; and why one cannot be read."""

import datetime as dt
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

Cell = str | int | float | dt.date | None
Rows = list[list[Cell]]

MEGABYTE = 1024 * 1024
MOST_COLUMNS = 100
"""What stands further to the right is left out."""
MOST_BLANK_ROWS = 50_000
"""Blank rows after the last one are left out, but they are not counted for ever."""
JOINERS = "\u200c\u200d"
"""Nobody sees them, but Persian and Pashto need them."""


@dataclass(frozen=True, kw_only=True)
class TableKind:
    """How much a table of some kind may hold, and what of its cells is kept."""

    most_rows: int
    most_bytes: int
    most_unpacked_bytes: int
    """Of a workbook."""
    most_tags: int
    """Of a workbook, some four for each cell. A tag of four bytes becomes a hundred times that in memory."""
    keeps_lines: bool
    """Are several lines in a cell kept apart?"""
    keeps_times: bool
    """Is the hour of a moment kept?"""


PEOPLE = TableKind(
    most_rows=5_000,
    most_bytes=10 * MEGABYTE,
    most_unpacked_bytes=25 * MEGABYTE,
    most_tags=600_000,
    keeps_lines=False,
    keeps_times=False,
)
"""A begeleider's list of people."""
CATALOGUE = TableKind(
    most_rows=200_000,
    most_bytes=200 * MEGABYTE,
    most_unpacked_bytes=600 * MEGABYTE,
    most_tags=25_000_000,
    keeps_lines=True,
    keeps_times=True,
)
"""A list of offers, read at the command line by whoever runs the bot."""


class Unreadable(StrEnum):
    """Why a table cannot be read."""

    TOO_LARGE = "too_large"
    """More than its kind holds, or very large when unpacked."""
    NOT_A_TABLE = "not_a_table"
    """Another kind of file, or a damaged one."""
    ENCRYPTED = "encrypted"
    """It asks for a password."""
    ENCODING = "encoding"
    """It is text, but in signs that cannot be told."""
    EMPTY = "empty"
    """There is nothing in it."""


class TableUnreadable(Exception):  # noqa: N818 - a refusal is a statement
    """The file cannot be read as a table; `reason` says why."""

    def __init__(self, reason: Unreadable) -> None:
        super().__init__(reason.value)
        self.reason = reason


class Table:
    """Takes rows as they are read: blank ones keep their place, apart from those at the end."""

    def __init__(self, kind: TableKind = PEOPLE) -> None:
        self._most_rows = kind.most_rows
        self._rows: Rows = []
        self._blank = 0

    def add(self, cells: Iterable[Cell]) -> None:
        """Take the next row.

        Raises:
            TableUnreadable: There are more rows than a list of its kind has.
        """
        row = list(cells)
        while row and row[-1] is None:
            row.pop()
        if row:
            self._rows += [[] for _ in range(self._blank)] + [row]
            self._blank = 0
        else:
            self._blank += 1
        if len(self._rows) > self._most_rows or self._blank > MOST_BLANK_ROWS:
            raise TableUnreadable(Unreadable.TOO_LARGE)

    @property
    def is_empty(self) -> bool:
        """Was there nothing but blank rows?"""
        return not self._rows

    def finished(self) -> Rows:
        """All rows; row n of the person's own program is at n - 1.

        Raises:
            TableUnreadable: There is none.
        """
        if self.is_empty:
            raise TableUnreadable(Unreadable.EMPTY)
        return self._rows


def text_of_cell(text: str, kind: TableKind) -> str | None:
    """What a cell says, without marks that nobody sees; None when that is nothing."""
    if not kind.keeps_lines:
        return plain_text(text)
    return "\n".join(plain_text(line) or "" for line in text.splitlines()).strip("\n") or None


def plain_text(text: str) -> str | None:
    """What a cell says, on one line and without marks that nobody sees; None when that is nothing."""
    seen = (_seen(sign) for sign in unicodedata.normalize("NFC", text))
    return " ".join("".join(seen).split()) or None


def _seen(sign: str) -> str:
    """The sign itself, a space for what parts words, and nothing for marks of direction and the like."""
    if sign.isprintable() or sign in JOINERS:
        return sign
    return "" if unicodedata.category(sign) == "Cf" else " "
