"""The signs beside the figures; each also shows the colour and pattern of its part of the ring."""

from bot.documents.drawing import Brush, Colour, Point

INK = "#1c2b33"
PAPER = "#ffffff"
ACCEPTED = "#0b5d57"
CONFIRMED = "#86d3c2"
CLAIMED = "#c2660c"
CLAIMED_PAPER = "#fff3df"
TO_GO = "#e4e8ea"

SIDE = 72
CORNER = 20


def accepted(brush: Brush, centre: Point) -> None:
    """A check mark on the full colour: the begeleider accepted these hours."""
    brush.slab(centre, (SIDE, SIDE), CORNER, ACCEPTED)
    check(brush, centre, PAPER)


def check(brush: Brush, centre: Point, colour: Colour, size: float = 1.0) -> None:
    """A check mark, 38 pixels wide at size 1."""
    x, y = centre
    points = [(x - 19 * size, y + 2 * size), (x - 6 * size, y + 15 * size), (x + 19 * size, y - 14 * size)]
    brush.line(points, colour, 9 * size)


def confirmed(brush: Brush, centre: Point) -> None:
    """Two people: the contact says the newcomer was there."""
    x, y = centre
    brush.slab(centre, (SIDE, SIDE), CORNER, CONFIRMED)
    for side, colour in ((-12, INK), (12, INK)):
        brush.disc((x + side, y - 12), 9, colour)
    brush.wedge((x - 13, y + 22), 15, (-90, 90), INK)
    brush.wedge((x + 13, y + 22), 18, (-90, 90), CONFIRMED)
    brush.wedge((x + 13, y + 22), 15, (-90, 90), INK)


def claimed(brush: Brush, centre: Point) -> None:
    """A pen on the hatched colour: the newcomer noted these hours."""
    x, y = centre
    brush.slab(centre, (SIDE, SIDE), CORNER, CLAIMED)
    brush.hatched_slab(centre, (SIDE - 8, SIDE - 8), CORNER - 4, CLAIMED, CLAIMED_PAPER)
    brush.disc(centre, 27, CLAIMED_PAPER)
    brush.line([(x - 4, y + 4), (x + 15, y - 15)], INK, 14)
    brush.polygon([(x - 10, y - 1), (x + 1, y + 10), (x - 21, y + 21)], INK)
    brush.line([(x + 5, y - 15), (x + 15, y - 5)], CLAIMED_PAPER, 3)


def to_go(brush: Brush, centre: Point) -> None:
    """An hourglass on the colour of what is still empty."""
    x, y = centre
    brush.slab(centre, (SIDE, SIDE), CORNER, TO_GO)
    for edge in (-23, 23):
        brush.line([(x - 17, y + edge), (x + 17, y + edge)], INK, 7)
        brush.polygon([(x - 15, y + edge), (x + 15, y + edge), (x + 2, y), (x - 2, y)], INK)
    brush.polygon([(x - 9, y - 19), (x + 9, y - 19), (x + 6, y - 13), (x - 6, y - 13)], TO_GO)
    brush.polygon([(x - 6, y + 14), (x + 6, y + 14), (x, y + 6)], TO_GO)


def calendar(brush: Brush, centre: Point) -> None:
    """A leaf of a calendar: the days that are left."""
    x, y = centre
    brush.slab(centre, (SIDE - 4, SIDE - 8), 12, INK)
    brush.slab((x, y + 7), (SIDE - 16, SIDE - 34), 5, PAPER)
    for ring in (-14, 14):
        brush.line([(x + ring, y - 36), (x + ring, y - 26)], PAPER, 11)
        brush.line([(x + ring, y - 36), (x + ring, y - 26)], INK, 6)
    for row in (-1, 15):
        for column in (-16, 0, 16):
            brush.slab((x + column, y + row), (9, 9), 2, INK)
