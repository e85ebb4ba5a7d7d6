"""The squares that software finds on a form: the two codes with its number, and the marks in the corners."""

from collections.abc import Iterator, Sequence

import segno
from fpdf import FPDF

from bot.domain.form_layout import CODE_MODULES, CODES, MARKER_CELLS, MARKERS, Box
from bot.domain.form_number import FormNumber, code_text

QR_VERSION = 1
QR_CORRECTION = "q"
OVERLAP_MM = 0.03
"""So far a row reaches into the next one, so that no hairline shows between them."""


def draw_codes(sheet: FPDF, number: FormNumber) -> None:
    """Draw both codes of a form, each of which says which place it is at."""
    for place, box in enumerate(CODES):
        code = segno.make(
            code_text(number, place),
            version=QR_VERSION,
            error=QR_CORRECTION,
            boost_error=False,
            micro=False,
        )
        rows = _rows_of(code)
        assert len(rows) == CODE_MODULES
        _draw_squares(sheet, rows, box)


def draw_link(sheet: FPDF, link: str, box: Box) -> None:
    """Draw a link as a code that any phone reads.

    Args:
        sheet: Its last page gets it.
        link: The whole address.
        box: Without the white border.
    """
    _draw_squares(sheet, _rows_of(segno.make(link, error="m", micro=False)), box)


def _rows_of(code: segno.QRCode) -> list[str]:
    return ["".join("#" if module else "." for module in row) for row in code.matrix]


def draw_markers(sheet: FPDF) -> None:
    """Draw the marks in the four corners, the same on every form."""
    for rows, box in zip(MARKER_CELLS, MARKERS, strict=True):
        _draw_squares(sheet, rows, box)


def _draw_squares(sheet: FPDF, rows: Sequence[str], box: Box) -> None:
    side = box.width / len(rows)
    sheet.set_fill_color(0)
    for row, signs in enumerate(rows):
        height = side if row + 1 == len(rows) else side + OVERLAP_MM
        for start, length in _runs(signs):
            left, top = box.x + start * side, box.y + row * side
            sheet.rect(left, top, length * side, height, style="F")


def _runs(signs: str) -> Iterator[tuple[int, int]]:
    """Where black stretches of a row begin, and how long they are."""
    start = signs.find("#")
    while start >= 0:
        end = signs.find(".", start)
        end = len(signs) if end < 0 else end
        yield start, end - start
        start = signs.find("#", end)
