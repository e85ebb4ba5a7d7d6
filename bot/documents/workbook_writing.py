"""Writes a list as XLSX; every text stays a text, whatever it begins with."""

import io
from collections.abc import Iterable, Sequence

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from bot.documents.cells import Cell

LONGEST_CELL = 32_767
"""What Excel takes, in characters."""


def write_workbook(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Write a workbook with one sheet.

    Args:
        header: The names of the columns.
        rows: The cells; a text that begins like a formula is no formula.
    """
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    assert isinstance(sheet, WriteOnlyWorksheet)
    sheet.freeze_panes = "A2"
    for row in (header, *rows):
        sheet.append([_written(sheet, cell) for cell in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _written(sheet: WriteOnlyWorksheet, cell: Cell) -> object:
    if not isinstance(cell, str):
        return cell
    written = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", cell)[:LONGEST_CELL])
    written.data_type = "s"
    return written
