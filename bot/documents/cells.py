"""What a table is made of, whatever it was read from; and why one cannot be read."""

import datetime as dt
import unicodedata
from collections.abc import Iterable
from enum import StrEnum

Cell = str | int | float | dt.date | None
Rows = list[list[Cell]]

MOST_ROWS = 5_000
MOST_COLUMNS = 100
"""What stands further to the right is left out."""
MOST_BLANK_ROWS = 50_000
"""Blank rows after the last one are left out, but they are not counted for ever."""
JOINERS = "\u200c\u200d"
"""Nobody sees them, but Persian and Pashto need them."""


class Unreadable(StrEnum):
    """Why a table cannot be read."""

    TOO_LARGE = "too_large"
    """Over 10 MB or over 5,000 rows, or very large when unpacked."""
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

    def __init__(self) -> None:
        self._rows: Rows = []
        self._blank = 0

    def add(self, cells: Iterable[Cell]) -> None:
        """Take the next row.

        Raises:
            TableUnreadable: There are more rows than a list of people has.
        """
        row = list(cells)
        while row and row[-1] is None:
            row.pop()
        if row:
            self._rows += [[] for _ in range(self._blank)] + [row]
            self._blank = 0
        else:
            self._blank += 1
        if len(self._rows) > MOST_ROWS or self._blank > MOST_BLANK_ROWS:
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


def plain_text(text: str) -> str | None:
    """What a cell says, on one line and without marks that nobody sees; None when that is nothing."""
    seen = (_seen(sign) for sign in unicodedata.normalize("NFC", text))
    return " ".join("".join(seen).split()) or None


def _seen(sign: str) -> str:
    """The sign itself, a space for what parts words, and nothing for marks of direction and the like."""
    if sign.isprintable() or sign in JOINERS:
        return sign
    return "" if unicodedata.category(sign) == "Cf" else " "
