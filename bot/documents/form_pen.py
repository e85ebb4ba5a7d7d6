"""A pen that writes within a room on paper: in the largest letters that fit, and never beyond its edge."""

from collections.abc import Sequence
from dataclasses import dataclass

from fpdf import FPDF
from fpdf.enums import Align, MethodReturnValue

from bot.documents.sheet import ARABIC_LARGER, MM_IN_A_POINT, printable
from bot.domain.form_layout import Box

LEADING = 1.15
SMALLER_POINTS = 0.5
CUT_OFF = "…"


@dataclass(frozen=True, kw_only=True)
class Hand:
    """How something is written."""

    points: float
    """The largest letters."""
    smallest: float
    style: str = ""
    """B for bold."""
    align: Align = Align.L
    is_right_to_left: bool = False
    """Is the line as a whole read from the right? A name in another script keeps its own direction."""
    is_centred: bool = False
    """Does it stand in the middle of the room's height, and not at its top?"""


def write(sheet: FPDF, text: str, room: Box, hand: Hand) -> None:
    """Write within a room on as many lines as it holds; what is still too long is cut.

    Args:
        sheet: Where, with its typefaces.
        text: Plain text of one paragraph; signs that no typeface has become question marks.
        room: In mm.
        hand: How.
    """
    text = printable(sheet, " ".join(text.split()))
    if not text:
        return
    points = hand.points
    while len(lines := _lines(sheet, text, room, hand, points)) > _most_lines(room, hand, points):
        if points <= hand.smallest:
            lines = _cut(lines, max(1, _most_lines(room, hand, points)))
            break
        points = max(hand.smallest, points - SMALLER_POINTS)
    height = _line_mm(hand, points)
    top = room.y + (room.height - height * len(lines)) / 2 if hand.is_centred else room.y
    for at, line in enumerate(lines):
        sheet.set_xy(room.x, top + at * height)
        sheet.cell(room.width, height, line, align=hand.align)


def _lines(sheet: FPDF, text: str, room: Box, hand: Hand, points: float) -> Sequence[str]:
    sheet.set_font("latin", hand.style, points * (ARABIC_LARGER if hand.is_right_to_left else 1))
    sheet.set_text_shaping(True, direction="rtl" if hand.is_right_to_left else "ltr")
    if sheet.get_string_width(text) <= room.width:
        return [text]
    lines = sheet.multi_cell(room.width, text=text, dry_run=True, output=MethodReturnValue.LINES)
    assert isinstance(lines, list)
    return [str(line) for line in lines]


def _most_lines(room: Box, hand: Hand, points: float) -> int:
    return int(room.height / _line_mm(hand, points) + 0.01)


def _line_mm(hand: Hand, points: float) -> float:
    return points * MM_IN_A_POINT * LEADING * (ARABIC_LARGER if hand.is_right_to_left else 1)


def _cut(lines: Sequence[str], most: int) -> Sequence[str]:
    """The first lines, with a sign that more would follow."""
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], f"{lines[most - 1][:-1].rstrip()}{CUT_OFF}"]
