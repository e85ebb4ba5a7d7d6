"""What is printed on every form alike, at the same place and in the same letters: frames, marks, Dutch words.

It is what a photograph is held against, so nothing that is filled in may move it.
"""

from fpdf import FPDF
from fpdf.enums import Align

from bot.documents.form_pen import Hand, write
from bot.documents.form_squares import draw_markers
from bot.domain.form_layout import (
    CAREFUL,
    COLUMNS,
    CONTACT,
    DATE,
    FRAME_MM,
    HOURS,
    KIND,
    LABEL_MM,
    NEWCOMER,
    NUMBER_LABEL,
    ORGANISATION,
    PHOTO_HINT,
    ROW_COUNT,
    ROWS,
    SIGNATURE,
    SIGNATURE_LABEL,
    STATEMENT,
    SUBTITLE,
    TABLE_HEAD,
    THIN_MM,
    TITLE,
    TOTAL_LABEL,
    TRANSLATION_MM,
    UNIT,
    Box,
    cell,
    head_cell,
    label_above,
)
from bot.texts import form as words
from bot.texts.dutch import dutch_speaker
from bot.texts.form import FormWords

TITLE_HAND = Hand(points=24, smallest=24, style="B")
LABEL_HAND = Hand(points=9, smallest=9, style="B")
PLAIN_HAND = Hand(points=9, smallest=9)
SMALL_HAND = Hand(points=8, smallest=8)
ROW_NUMBER_HAND = Hand(points=9, smallest=9, align=Align.C, is_centred=True)
UNIT_HAND = Hand(points=12, smallest=12, style="B")
CELL_EDGE_MM = 1.5
RAISED_MM = 0.5
"""Arabic letters reach further down than their line."""


def draw_print(sheet: FPDF) -> None:
    """Draw all that is the same on every form, on the sheet's last page."""
    draw_markers(sheet)
    _draw_frames(sheet)
    _draw_table(sheet)
    said = words.form_words(dutch_speaker())
    for room, text in labels(said):
        write(sheet, text, room, LABEL_HAND)
    write(sheet, said.title, TITLE, TITLE_HAND)
    write(sheet, words.subtitle(), SUBTITLE, PLAIN_HAND)
    write(sheet, words.number_label(), NUMBER_LABEL, LABEL_HAND)
    write(sheet, said.statement, STATEMENT, PLAIN_HAND)
    write(sheet, words.hours_unit(), UNIT, UNIT_HAND)
    write(sheet, said.careful, CAREFUL, SMALL_HAND)
    write(sheet, said.photo, PHOTO_HINT, LABEL_HAND)


def labels(said: FormWords) -> tuple[tuple[Box, str], ...]:
    """The rooms of the short labels, with what stands there."""
    return (
        (label_above(NEWCOMER), said.newcomer),
        (label_above(ORGANISATION), said.organisation),
        (label_above(KIND), said.kind),
        (label_above(CONTACT), said.contact),
        (_in_head(1), said.day),
        (_in_head(2), said.hours),
        (_in_head(3), said.initials),
        (TOTAL_LABEL, said.total),
        (label_above(DATE), said.date),
        (SIGNATURE_LABEL, said.signature),
    )


def below(room: Box) -> Box:
    """Where the small translation of a label goes."""
    return Box(room.x, room.y + room.height - RAISED_MM, room.width, TRANSLATION_MM)


def _in_head(column: int) -> Box:
    head = head_cell(column)
    return Box(head.x + CELL_EDGE_MM, head.y + 1, head.width - 2 * CELL_EDGE_MM, LABEL_MM)


def _draw_frames(sheet: FPDF) -> None:
    sheet.set_draw_color(0)
    for box in (NEWCOMER, ORGANISATION, KIND, CONTACT, HOURS, DATE):
        _draw_frame(sheet, box, THIN_MM)
    _draw_frame(sheet, SIGNATURE, FRAME_MM)


def _draw_frame(sheet: FPDF, box: Box, line_mm: float) -> None:
    """Draw a frame with its outer edge along a box."""
    sheet.set_line_width(line_mm)
    half = line_mm / 2
    sheet.rect(box.x + half, box.y + half, box.width - line_mm, box.height - line_mm)


def _draw_table(sheet: FPDF) -> None:
    sheet.set_line_width(THIN_MM)
    left, right = COLUMNS[0][0], COLUMNS[-1][1]
    bottom = ROWS[-1].y + ROWS[-1].height
    for line in (TABLE_HEAD.y, *(row.y for row in ROWS), bottom):
        sheet.line(left, line, right, line)
    for edge in (left, *(end for _, end in COLUMNS)):
        sheet.line(edge, TABLE_HEAD.y, edge, bottom)
    for row in range(ROW_COUNT):
        write(sheet, str(row + 1), cell(row, 0), ROW_NUMBER_HAND)
