"""Reads tables that are plain text (CSV in the encodings of Excel, pasted lines), and writes CSV."""

import codecs
import contextlib
import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from statistics import mode

from bot.documents.cells import (
    MOST_COLUMNS,
    PEOPLE,
    Cell,
    Rows,
    Table,
    TableKind,
    TableUnreadable,
    Unreadable,
    text_of_cell,
)

TWO_SPACES = "  "
SEPARATORS = (";", "\t", ",")
PASTED_SEPARATORS = ("\t", ";", ",", TWO_SPACES)
SAMPLE_SIGNS = 20_000
BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
NEVER_IN_TEXT = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f]")
STARTS_A_FORMULA = "=+-@＝＋－＠"
NEGATIVE_NUMBER = re.compile(r"-\d+([.,]\d+)?")


def decoded(content: bytes) -> str:
    """Read bytes as text: UTF-8, UTF-16 or Windows-1252.

    Raises:
        TableUnreadable: It is not text, or its encoding cannot be told.
    """
    encoding = next((name for mark, name in BYTE_ORDER_MARKS.items() if content.startswith(mark)), None)
    encoding = encoding or _unmarked_utf16(content)
    if encoding is None and NEVER_IN_TEXT.search(content):
        raise TableUnreadable(Unreadable.NOT_A_TABLE)
    for name in (encoding,) if encoding else ("utf-8", "cp1252"):
        try:
            return content.decode(name)
        except UnicodeDecodeError:
            continue
    raise TableUnreadable(Unreadable.ENCODING)


def read_csv(text: str, separator: str | None = None, *, kind: TableKind = PEOPLE) -> Rows:
    """Read the text of a CSV file.

    Args:
        text: The whole file.
        separator: What parts the cells; found out when None.
        kind: How much it may hold.

    Raises:
        TableUnreadable: Empty, or too many rows.
    """
    named = re.match(r"sep=(.)\r?\n", text, re.IGNORECASE)
    if named:
        separator, text = named[1], text[named.end() :]
    return _table(text, separator or _likely_separator(text, SEPARATORS) or ";", kind)


def read_pasted(text: str) -> Rows:
    """Read lines that a person pasted: cells parted by a tab, a semicolon, a comma or two spaces.

    Raises:
        TableUnreadable: Empty, or too many rows.
    """
    text = text.replace("\u00a0", " ")
    return _table(text, _likely_separator(text, PASTED_SEPARATORS) or "\t", PEOPLE)


def write_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Write a list as Excel opens it in Belgium: UTF-8 with its mark, semicolons, decimal commas.

    No cell can become a formula: one that begins like it gets an apostrophe in front.

    Args:
        header: The names of the columns.
        rows: The cells; a date is written as 31/12/2027.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    for row in (header, *rows):
        writer.writerow([_written(cell) for cell in row])
    return codecs.BOM_UTF8 + file.getvalue().encode("utf-8", errors="replace")


def _unmarked_utf16(content: bytes) -> str | None:
    """Half of the bytes of such text are zero, in the same places."""
    sample = content[:SAMPLE_SIGNS]
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        places, others = sample[first::2], sample[1 - first :: 2]
        if len(content) % 2 == 0 and places.count(0) * 2 > len(places) and not others.count(0):
            return name
    return None


def _likely_separator(text: str, separators: Sequence[str]) -> str | None:
    """The one that parts most lines alike, and the most cells; the earlier of two that do as well."""

    def fit(separator: str) -> tuple[int, int]:
        widths = _widths(text[:SAMPLE_SIGNS], separator)
        usual = mode(widths) if widths else 0
        return (widths.count(usual), usual) if usual > 1 else (0, 0)

    best = max(separators, key=fit)
    return best if fit(best)[0] else None


def _widths(text: str, separator: str) -> list[int]:
    """How many cells each line has, as far as its quotes can be followed."""
    widths: list[int] = []
    with contextlib.suppress(csv.Error):
        widths.extend(len(row) for row in _split(text, separator) if any(row))
    return widths


def _table(text: str, separator: str, kind: TableKind) -> Rows:
    try:
        return _kept(_split(text, separator), kind)
    except csv.Error:
        # A quote that never ends would swallow the people after it.
        return _kept((line.rstrip("\r\n").split(separator) for line in io.StringIO(text)), kind)


def _kept(rows: Iterable[list[str]], kind: TableKind) -> Rows:
    table = Table(kind)
    for row in rows:
        table.add(text_of_cell(_unguarded(cell), kind) for cell in row[:MOST_COLUMNS])
    return table.finished()


def _split(text: str, separator: str) -> Iterable[list[str]]:
    if separator == TWO_SPACES:
        return (re.split(r" {2,}", line.strip()) for line in io.StringIO(text))
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)


def _written(cell: Cell) -> str:
    if isinstance(cell, dt.date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, float):
        return f"{cell:.10g}".replace(".", ",")
    if cell is None or isinstance(cell, int):
        return "" if cell is None else str(cell)
    return _guarded(cell)


def _guarded(text: str) -> str:
    """Text that a spreadsheet shows and never works out."""
    if NEGATIVE_NUMBER.fullmatch(text):
        return text
    return f"'{text}" if _is_risky(text.lstrip("'")) else text


def _unguarded(text: str) -> str:
    """Take the apostrophe of `write_csv` away again; one that was there before it stays."""
    return text[1:] if text.startswith("'") and _is_risky(text.lstrip("'")) else text


def _is_risky(text: str) -> bool:
    return text[:1] in ("\t", "\r", "\n") or text.lstrip()[:1] in tuple(STARTS_A_FORMULA)
