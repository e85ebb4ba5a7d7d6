"""Reads the first sheet of an XLSX: values as they were last saved, never a formula, never a macro."""

import datetime as dt
import io
import math
import warnings
import zipfile
from typing import TYPE_CHECKING, cast

import openpyxl

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

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet
    from openpyxl.worksheet.worksheet import Worksheet

CHUNK_BYTES = 64 * 1024
IS_ENCRYPTED = 0x1


def read_workbook(content: bytes, *, kind: TableKind = PEOPLE) -> Rows:
    """Read the first sheet that shows something.

    Args:
        content: The bytes of the file.
        kind: How much it may hold, and what of its cells is kept.

    Raises:
        TableUnreadable: It is no workbook, too large, empty or asks for a password.
    """
    try:
        _refuse_bombs(content, kind)
        with warnings.catch_warnings():
            # What openpyxl warns about quotes cells, and those would end in the log.
            warnings.simplefilter("ignore")
            return _read(content, kind)
    except TableUnreadable:
        raise
    except Exception as error:  # a damaged workbook fails anywhere within the library
        raise TableUnreadable(Unreadable.NOT_A_TABLE) from error


def _read(content: bytes, kind: TableKind) -> Rows:
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                table = _table_of(sheet, kind)
                if not table.is_empty:
                    return table.finished()
    finally:
        book.close()
    raise TableUnreadable(Unreadable.EMPTY)


def _table_of(sheet: "Worksheet", kind: TableKind) -> Table:
    # Some programs write a wrong size, and rows would be missed.
    cast("ReadOnlyWorksheet", sheet).reset_dimensions()
    table = Table(kind)
    for row in sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True):
        is_blank = row.count(None) == len(row)
        table.add([] if is_blank else (_cell(value, kind) for value in row))
    return table


def _cell(value: object, kind: TableKind) -> Cell:
    """A value as the person sees it in the sheet."""
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, dt.datetime):
        has_time = kind.keeps_times and value.time() != dt.time()
        return f"{value:%Y-%m-%d %H:%M}" if has_time else value.date()
    if isinstance(value, dt.time | dt.timedelta):
        return _duration(value)
    if value is None or isinstance(value, int | dt.date):
        return value
    return text_of_cell(str(value), kind)


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


def _refuse_bombs(content: bytes, kind: TableKind) -> None:
    """Look how much there is to read before anything is built from it.

    Raises:
        TableUnreadable: Too much, or it asks for a password.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if any(part.flag_bits & IS_ENCRYPTED for part in parts):
            raise TableUnreadable(Unreadable.ENCRYPTED)
        if sum(part.file_size for part in parts) > kind.most_unpacked_bytes:
            raise TableUnreadable(Unreadable.TOO_LARGE)
        if sum(_tags_in(archive, part) for part in parts if part.filename.endswith(".xml")) > kind.most_tags:
            raise TableUnreadable(Unreadable.TOO_LARGE)


def _tags_in(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    with archive.open(part) as file:
        return sum(chunk.count(b"<") for chunk in iter(lambda: file.read(CHUNK_BYTES), b""))
