"""Bars of what newcomers wish for and nothing fits yet, by interest and by municipality."""

from collections.abc import Sequence

from bot.documents.drawing import Brush, text_width
from bot.documents.pictograms import ACCEPTED, CLAIMED, INK, PAPER, TO_GO
from bot.domain.wish_counts import WishCounts, blurred, figure
from bot.texts.begeleider_wishes import picture_headings, place_name, wish_name

WIDTH = 800
MARGIN = 32
LABEL_WIDTH = 330
FIGURE_WIDTH = 84
ROW = 54
HEADING = 92
BAR = 34
TEXT_SIZE = 30
"""At 360 pixels wide this is as large as a message's own letters."""
HEADING_SIZE = 36
ROWS_SHOWN = 10
FULL_BAR = 5
"""Fewer than this never fill a bar."""

Row = tuple[str, int]


def wishes_png(counts: WishCounts) -> bytes:
    """Draw the most wished for interests and municipalities, as a PNG of 800 pixels wide and at most 60 kB.

    Counts below three are drawn alike. What is beyond the ten highest is left out.

    Args:
        counts: Nothing of whom.
    """
    what = [(wish_name(interest), count) for interest, count in counts.by_interest[:ROWS_SHOWN]]
    where = [(place_name(place), count) for place, count in counts.by_municipality[:ROWS_SHOWN]]
    height = 2 * (HEADING + MARGIN) + ROW * (len(what) + len(where))
    brush = Brush(WIDTH, height, PAPER)
    first, second = picture_headings()
    below = _section(brush, 0, first, what, ACCEPTED)
    _section(brush, below, second, where, CLAIMED)
    return brush.png()


def _section(brush: Brush, top: float, heading: str, rows: Sequence[Row], colour: str) -> float:
    """Draw a heading with its bars; gives back where it ends."""
    brush.text((MARGIN, top + HEADING / 2 + 6), heading, HEADING_SIZE, INK, "lm")
    y = top + HEADING + ROW / 2
    most = max([FULL_BAR, *(blurred(count) for _, count in rows)])
    for label, count in rows:
        _row(brush, y, (label, count), blurred(count) / most, colour)
        y += ROW
    return y - ROW / 2 + MARGIN


def _row(brush: Brush, y: float, row: Row, share: float, colour: str) -> None:
    label, count = row
    brush.text((MARGIN, y), _fitted(label), TEXT_SIZE, INK, "lm")
    left = MARGIN + LABEL_WIDTH
    room = WIDTH - left - FIGURE_WIDTH - MARGIN
    brush.slab((left + room / 2, y), (room, BAR), BAR / 4, TO_GO)
    length = max(BAR / 2, room * share)
    brush.slab((left + length / 2, y), (length, BAR), BAR / 4, colour)
    brush.text((WIDTH - MARGIN, y), figure(count), TEXT_SIZE, INK, "rm")


def _fitted(label: str) -> str:
    """As much of a label as there is room for."""
    if text_width(label, TEXT_SIZE) <= LABEL_WIDTH - 16:
        return label
    while label and text_width(f"{label}…", TEXT_SIZE) > LABEL_WIDTH - 16:
        label = label[:-1]
    return f"{label.rstrip()}…"
