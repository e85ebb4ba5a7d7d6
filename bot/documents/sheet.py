"""A sheet to print and cut: for each newcomer a card with a QR code that opens the chat."""

import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from fpdf import FPDF
from fpdf.enums import Align, MethodReturnValue
from fpdf.fonts import TTFFont

from bot.documents.cells import JOINERS
from bot.documents.qr import qr_png
from bot.documents.typefaces import ARABIC, BOLD, ETHIOPIC, PLAIN
from bot.domain.languages import is_right_to_left

PAGE_MM = (210.0, 297.0)
COLUMNS, ROWS = 2, 4
CARD_MM = (PAGE_MM[0] / COLUMNS, PAGE_MM[1] / ROWS)
MARGIN_MM = 8.0
"""Printers do not reach the edge, and scissors do not follow the line."""
QR_MM = 42.0
"""With its white border; the code itself stays over 30 mm."""
QR_BORDER_MM = 3.5
"""So much of the white border may lie in the margin of the card."""
LINK_MM = 8.0
NAME_POINTS = (17, 9)
LINE_POINTS = (12, 7)
LINK_POINTS = 6.5
LEADING = 1.4
MM_IN_A_POINT = 0.3528
ARABIC_LARGER = 1.15
"""At the same size, its letters are smaller than Latin ones."""
NAME_SIGNS = 60
UNKNOWN_SIGN = "?"


@dataclass(frozen=True)
class InvitationCard:
    """What one newcomer gets: their first name, their link and two lines in their language."""

    name: str
    link: str
    lines: tuple[str, str]
    language: str


def invitation_sheet(cards: Sequence[InvitationCard]) -> bytes:
    """Draw the cards as a PDF in black and white: A4, eight on a page, with lines to cut along.

    Takes some 40 ms a card and belongs in a thread or a job.

    Args:
        cards: In the order in which they are cut; without any, one blank page.
    """
    sheet = blank_sheet()
    for at, card in enumerate(cards):
        place = at % (COLUMNS * ROWS)
        if not place:
            sheet.add_page()
            _draw_cutting_lines(sheet)
        _Card(sheet, card, left=place % COLUMNS * CARD_MM[0], top=place // COLUMNS * CARD_MM[1]).draw()
    return bytes(sheet.output())


class _Card:
    """Draws one card at its place on the page; lengths are in mm."""

    def __init__(self, sheet: FPDF, card: InvitationCard, *, left: float, top: float) -> None:
        self._sheet = sheet
        self._card = card
        self._mirrored = is_right_to_left(card.language)
        self._left = left + MARGIN_MM
        self._top = top + MARGIN_MM
        self._width = CARD_MM[0] - 2 * MARGIN_MM
        self._height = CARD_MM[1] - 2 * MARGIN_MM

    def draw(self) -> None:
        """Draw the code, the name, the two lines and the link."""
        card = self._card
        self._draw_code()
        words_width = self._width - QR_MM + 1
        words_left = self._left if self._mirrored else self._left + self._width - words_width
        room = self._height - LINK_MM
        name_room = (words_width, room / 3)
        used = self._write(_shortened(card.name), "B", NAME_POINTS, (words_left, self._top), name_room) + 2
        lines_room = (words_width, room - used)
        self._write("\n".join(card.lines), "", LINE_POINTS, (words_left, self._top + used), lines_room)
        self._write_link()

    def _draw_code(self) -> None:
        edge = self._left + self._width - QR_MM + QR_BORDER_MM
        left = edge if self._mirrored else self._left - QR_BORDER_MM
        self._sheet.image(io.BytesIO(qr_png(self._card.link)), left, self._top - QR_BORDER_MM, QR_MM, QR_MM)

    def _write(
        self,
        text: str,
        style: str,
        points: tuple[int, int],
        at: tuple[float, float],
        room: tuple[float, float],
    ) -> float:
        """Write within the room, in the largest letters that fit; gives the height that was used."""
        largest, smallest = points
        text = printable(self._sheet, text)
        for size in range(largest, smallest - 1, -1):
            height = self._paragraph(text, style, size, at, room[0], is_trial=True)
            if height <= room[1]:
                break
        return self._paragraph(text, style, size, at, room[0])

    def _paragraph(
        self,
        text: str,
        style: str,
        points: float,
        at: tuple[float, float],
        width: float,
        *,
        is_trial: bool = False,
    ) -> float:
        """Write over as many lines as it takes; gives their height."""
        sheet = self._sheet
        points *= ARABIC_LARGER if self._mirrored else 1
        sheet.set_font("latin", style, points)
        sheet.set_text_shaping(True, direction="rtl" if self._mirrored else "ltr")
        sheet.set_xy(*at)
        height = sheet.multi_cell(
            width,
            points * MM_IN_A_POINT * LEADING,
            text,
            align=Align.R if self._mirrored else Align.L,
            dry_run=is_trial,
            output=MethodReturnValue.HEIGHT,
        )
        assert isinstance(height, float | int)
        return height

    def _write_link(self) -> None:
        """The link in small print, for who types it."""
        sheet = self._sheet
        sheet.set_font("latin", "", LINK_POINTS)
        sheet.set_text_shaping(True, direction="ltr")
        sheet.set_xy(self._left, self._top + self._height - LINK_MM / 2)
        sheet.multi_cell(
            self._width,
            LINK_POINTS * MM_IN_A_POINT * LEADING,
            printable(sheet, self._card.link),
            align=Align.C,
        )


def blank_sheet() -> FPDF:
    """An A4 without a page yet, with the typefaces of every language the bot understands."""
    sheet = FPDF(format="A4", unit="mm")
    sheet.set_auto_page_break(False)
    sheet.set_margin(0)
    sheet.c_margin = 0
    for style, path in (("", PLAIN), ("B", BOLD)):
        sheet.add_font("latin", style, path)
    sheet.add_font("arabic", "", ARABIC)
    sheet.add_font("ethiopic", "", ETHIOPIC)
    sheet.set_fallback_fonts(["arabic", "ethiopic"], exact_match=False)
    return sheet


def _draw_cutting_lines(sheet: FPDF) -> None:
    sheet.set_draw_color(110)
    sheet.set_line_width(0.15)
    sheet.set_dash_pattern(dash=2, gap=2)
    for column in range(1, COLUMNS):
        sheet.line(column * CARD_MM[0], 0, column * CARD_MM[0], PAGE_MM[1])
    for row in range(1, ROWS):
        sheet.line(0, row * CARD_MM[1], PAGE_MM[0], row * CARD_MM[1])
    sheet.set_dash_pattern()


def printable(sheet: FPDF, text: str) -> str:
    """The text without invisible marks, and with a question mark for each sign that no typeface has."""
    known = {ord("\n")}.union(*(font.cmap for font in sheet.fonts.values() if isinstance(font, TTFFont)))
    signs = (
        sign
        for sign in unicodedata.normalize("NFC", text)
        if sign in JOINERS or unicodedata.category(sign) != "Cf"
    )
    return "".join(sign if ord(sign) in known else UNKNOWN_SIGN for sign in signs)


def _shortened(name: str) -> str:
    """A name on one line, and not longer than a card can hold."""
    name = " ".join(name.split())
    return name if len(name) <= NAME_SIGNS else f"{name[: NAME_SIGNS - 1]}…"
