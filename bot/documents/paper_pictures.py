"""A drawing that says without words: the signed paper, yes; an identity card, no."""

from functools import cache

from bot.documents.drawing import Brush, Colour, Point
from bot.documents.pictograms import ACCEPTED, INK, PAPER, TO_GO, check

SIZE = (640, 360)
GROUND = "#f3f6f7"
FORBIDDEN = "#b3261e"
CARD = "#d9e6f2"
PEN = "#1f4fa3"
_SIGN = 36


@cache
def no_identity_card() -> bytes:
    """Draw it, once.

    Returns:
        A PNG, much smaller than 60 kB.
    """
    brush = Brush(*SIZE, GROUND)
    _sheet(brush, (175, 165))
    _yes(brush, (175, 315))
    _card(brush, (460, 165))
    _no(brush, (460, 315))
    _cross_out(brush, (460, 165))
    return brush.png()


def _sheet(brush: Brush, centre: Point) -> None:
    """A page with lines, a table, and a signature below."""
    x, y = centre
    brush.slab((x, y), (198, 258), 8, TO_GO)
    brush.slab((x, y), (190, 250), 6, PAPER)
    for corner in ((-72, -100), (72, -100), (72, 100), (-72, 100)):
        brush.slab((x + corner[0], y + corner[1]), (20, 20), 2, INK)
    brush.line([(x - 40, y - 102), (x + 40, y - 102)], INK, 7)
    for row in range(4):
        height = y - 62 + row * 24
        brush.line([(x - 70, height), (x - 20, height)], TO_GO, 6)
        brush.line([(x + 5, height), (x + 70, height)], TO_GO, 6)
    brush.line([(x - 40, y + 84), (x + 45, y + 84)], INK, 2)
    _signature(brush, (x, y + 62))


def _signature(brush: Brush, centre: Point) -> None:
    x, y = centre
    strokes = (-40, 10), (-28, -18), (-20, 14), (-8, -8), (0, 12), (12, -14), (20, 10), (32, -4), (48, 4)
    brush.line([(x + dx, y + dy) for dx, dy in strokes], PEN, 5)


def _card(brush: Brush, centre: Point) -> None:
    """A card with somebody's face, and lines beside it."""
    x, y = centre
    brush.slab((x, y), (250, 162), 18, INK)
    brush.slab((x, y), (242, 154), 15, CARD)
    brush.slab((x - 68, y + 4), (78, 96), 6, PAPER)
    brush.disc((x - 68, y - 12), 19, INK)
    brush.wedge((x - 68, y + 52), 34, (-90, 90), INK)
    for row, width in enumerate((90, 70, 90, 50)):
        brush.line([(x - 8, y - 34 + row * 26), (x - 8 + width, y - 34 + row * 26)], INK, 7)


def _cross_out(brush: Brush, centre: Point) -> None:
    x, y = centre
    for colour, width in ((GROUND, 26), (FORBIDDEN, 16)):
        brush.line([(x - 112, y - 82), (x + 112, y + 82)], colour, width)
        brush.line([(x - 112, y + 82), (x + 112, y - 82)], colour, width)


def _yes(brush: Brush, centre: Point) -> None:
    _disc(brush, centre, ACCEPTED)
    check(brush, centre, PAPER)


def _no(brush: Brush, centre: Point) -> None:
    x, y = centre
    _disc(brush, centre, FORBIDDEN)
    brush.line([(x - 13, y - 13), (x + 13, y + 13)], PAPER, 9)
    brush.line([(x - 13, y + 13), (x + 13, y - 13)], PAPER, 9)


def _disc(brush: Brush, centre: Point, colour: Colour) -> None:
    brush.disc(centre, _SIGN, PAPER)
    brush.disc(centre, _SIGN - 4, colour)
