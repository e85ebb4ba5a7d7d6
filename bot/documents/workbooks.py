"""Reads the first sheet of an XLSX: values as they were last saved, never a formula, never a macro."""

import datetime as dt
import io
import math
import warnings
import zipfile
from typing import TYPE_CHECKING, cast

import openpyxl

from bot.documents.cells import MOST_COLUMNS, Cell, Rows, Table, TableUnreadable, Unreadable, plain_text

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet
    from openpyxl.worksheet.worksheet import Worksheet

MOST_UNPACKED_BYTES = 25 * 1024 * 1024
MOST_TAGS = 600_000
"""Some 150,000 cells. A tag of four bytes becomes a hundred times that in memory."""
CHUNK_BYTES = 64 * 1024
IS_ENCRYPTED = 0x1


def read_workbook(content: bytes) -> Rows:
    """Read the first sheet that shows something.

    Raises:
        TableUnreadable: It is no workbook, too large, empty or asks for a password.
    """
    try:
        _refuse_bombs(content)
        with warnings.catch_warnings():
            # What openpyxl warns about quotes cells, and those would end in the log.
            warnings.simplefilter("ignore")
            return _read(content)
    except TableUnreadable:
        raise
    except Exception as error:  # a damaged workbook fails anywhere within the library
        raise TableUnreadable(Unreadable.NOT_A_TABLE) from error


def _read(content: bytes) -> Rows:
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                table = _table_of(sheet)
                if not table.is_empty:
                    return table.finished()
    finally:
        book.close()
    raise TableUnreadable(Unreadable.EMPTY)


def _table_of(sheet: "Worksheet") -> Table:
    # Some programs write a wrong size, and rows would be missed.
    cast("ReadOnlyWorksheet", sheet).reset_dimensions()
    table = Table()
    for row in sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True):
        is_blank = row.count(None) == len(row)
        table.add([] if is_blank else map(_cell, row))
    return table


def _cell(value: object) -> Cell:
    """A value as the person sees it in the sheet."""
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.time | dt.timedelta):
        return _duration(value)
    if value is None or isinstance(value, int | dt.date):
        return value
    return plain_text(str(value))


def _number(value: float) -> Cell:
    if not math.isfinite(value):
        return str(value)
    return int(value) if value.is_integer() else value


def _duration(value: dt.time | dt.timedelta) -> str:
    """Hours that the sheet keeps as a time: "40:00"."""
    if isinstance(value, dt.time):
        return f"{value.hour}:{value.minute:02}"
    hours, minutes = divmod(round(value.total_seconds() / 60), 60)
    return f"{hours}:{minutes:02}"


def _refuse_bombs(content: bytes) -> None:
    """Look how much there is to read before anything is built from it.

    Raises:
        TableUnreadable: Too much, or it asks for a password.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if any(part.flag_bits & IS_ENCRYPTED for part in parts):
            raise TableUnreadable(Unreadable.ENCRYPTED)
        if sum(part.file_size for part in parts) > MOST_UNPACKED_BYTES:
            raise TableUnreadable(Unreadable.TOO_LARGE)
        if sum(_tags_in(archive, part) for part in parts if part.filename.endswith(".xml")) > MOST_TAGS:
            raise TableUnreadable(Unreadable.TOO_LARGE)


def _tags_in(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    with archive.open(part) as file:
        return sum(chunk.count(b"<") for chunk in iter(lambda: file.read(CHUNK_BYTES), b""))
