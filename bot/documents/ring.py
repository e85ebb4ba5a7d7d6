"""A newcomer's hours at one glance: a ring and figures, without words, so the same in every language."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.documents import pictograms
from bot.documents.drawing import Brush, Point, text_width
from bot.documents.pictograms import ACCEPTED, CLAIMED, CLAIMED_PAPER, CONFIRMED, INK, PAPER, TO_GO

WIDTH = 800
HEIGHT = 500
RADII = (142, 208)
RING_MIDDLE = 240
COLUMN = 508
GAP = 5
"""The white line between two parts of the ring, in pixels."""
SMALLEST_PART = 0.012
"""A quarter of an hour must be seen, too."""
FAINT = "#98a3a9"
COLOURS = {"accepted": ACCEPTED, "confirmed": CONFIRMED, "claimed": CLAIMED}

Pictogram = Callable[[Brush, Point], None]


@dataclass(frozen=True)
class Part:
    """A part of the ring: its state, and from where to where, in turns from the top."""

    state: str
    start: float
    end: float


@dataclass(frozen=True)
class Row:
    """A sign with its minutes, beside the ring."""

    pictogram: Pictogram
    minutes: int


def ring_png(
    *,
    accepted: int,
    confirmed: int,
    claimed: int,
    required: int,
    days_left: int | None,
    is_right_to_left: bool,
) -> bytes:
    """Draw how far a newcomer is (`termijn-40-uur`), as a PNG of 800 by 500 pixels and less than 60 kB.

    The three states are told apart by brightness and pattern, not by hue alone. What is accepted beyond
    the required hours makes the ring full; the figure is shown as it is.

    Args:
        accepted: Minutes that the begeleider accepted.
        confirmed: Minutes that a contact confirmed, not accepted yet.
        claimed: Minutes that the newcomer noted, not confirmed yet.
        required: Minutes that the contract asks for; 0 without a contract.
        days_left: Days in which hours still count, or None to leave the calendar out.
        is_right_to_left: Mirror the picture for readers of Arabic script.
    """
    brush = Brush(WIDTH, HEIGHT, PAPER)
    mirror = _Mirror(is_right_to_left)
    middle = (mirror.x(RING_MIDDLE), HEIGHT / 2)
    _draw_ring(brush, middle, list(_parts(accepted, confirmed, claimed, required)), mirror)
    _write_middle(brush, middle, accepted, required)
    rows = [
        Row(pictograms.accepted, accepted),
        Row(pictograms.confirmed, confirmed),
        Row(pictograms.claimed, claimed),
    ]
    if required:
        rows.append(Row(pictograms.to_go, max(0, required - accepted - confirmed - claimed)))
    _write_column(brush, rows, days_left, mirror)
    return brush.png()


def hours_figure(minutes: int) -> str:
    """Write minutes as hours: "14", or "14:30" when they are not whole."""
    hours, rest = divmod(minutes, 60)
    return f"{hours}:{rest:02}" if rest else str(hours)


@dataclass(frozen=True)
class _Mirror:
    """Turns places and directions around for who reads from right to left."""

    is_on: bool

    def x(self, x: float) -> float:
        return WIDTH - x if self.is_on else x

    def degrees(self, start: float, end: float) -> tuple[float, float]:
        return (-360 * end, -360 * start) if self.is_on else (360 * start, 360 * end)


def _parts(accepted: int, confirmed: int, claimed: int, required: int) -> Iterator[Part]:
    """Lay the states one after the other, until the ring is full."""
    start = 0.0
    for state, minutes in (("accepted", accepted), ("confirmed", confirmed), ("claimed", claimed)):
        if minutes and required and start < 1:
            end = min(1.0, start + max(minutes / required, SMALLEST_PART))
            yield Part(state, start, end)
            start = end


def _draw_ring(brush: Brush, middle: Point, parts: list[Part], mirror: _Mirror) -> None:
    inner, outer = RADII
    brush.disc(middle, outer, TO_GO)
    for part in parts:
        brush.wedge(middle, outer, mirror.degrees(part.start, part.end), COLOURS[part.state])
    brush.disc(middle, inner, PAPER)
    for part in parts:
        if part.state == "claimed":
            _hatch(brush, middle, mirror.degrees(part.start, part.end))
    if parts and parts[0].end < 1:
        _draw_gaps(brush, middle, parts, mirror)


def _hatch(brush: Brush, middle: Point, degrees: tuple[float, float]) -> None:
    """Hatch a part, and leave an outline of its colour around it."""
    inner, outer = RADII
    start, end = degrees
    edge = min(2.4, (end - start) / 4)
    brush.hatched_band(middle, (inner + 5, outer - 5), (start + edge, end - edge), CLAIMED, CLAIMED_PAPER)


def _draw_gaps(brush: Brush, middle: Point, parts: list[Part], mirror: _Mirror) -> None:
    """Part the states by a thin white line."""
    x, y = middle
    for turn in {parts[0].start, *(part.end for part in parts)}:
        angle = math.radians(mirror.degrees(turn, turn)[0])
        ends = [(x + radius * math.sin(angle), y - radius * math.cos(angle)) for radius in RADII]
        brush.line(ends, PAPER, GAP)


def _write_middle(brush: Brush, middle: Point, accepted: int, required: int) -> None:
    """Write what is accepted over what is required, large."""
    x, y = middle
    figure = hours_figure(accepted)
    size = _fitting(figure, 220, 118)
    if not required:
        brush.text((x, y), figure, size, INK)
        return
    lower = 0
    if accepted >= required:
        lower = 14
        size = min(size, 100)
        pictograms.check(brush, (x, y - 96), ACCEPTED, 1.1)
    brush.text((x, y - 38 + lower), figure, size, ACCEPTED if accepted else FAINT)
    brush.line([(x - 62, y + 32 + lower), (x + 62, y + 32 + lower)], FAINT, 4)
    required_figure = hours_figure(required)
    brush.text((x, y + 70 + lower), required_figure, _fitting(required_figure, 160, 58), INK)


def _write_column(brush: Brush, rows: list[Row], days_left: int | None, mirror: _Mirror) -> None:
    """Write a figure beside each sign; the calendar stands apart, for it counts days."""
    with_calendar = days_left is not None
    pitch = 90 if with_calendar else 104
    y = HEIGHT / 2 - pitch * (len(rows) - 1 + (1.2 if with_calendar else 0)) / 2
    for row in rows:
        row.pictogram(brush, (mirror.x(COLUMN), y))
        _write_figure(brush, hours_figure(row.minutes), INK if row.minutes else FAINT, y, mirror)
        y += pitch
    if days_left is not None:
        y += 0.2 * pitch
        rule = y - 0.6 * pitch
        brush.line([(mirror.x(COLUMN - 34), rule), (mirror.x(WIDTH - 42), rule)], TO_GO, 4)
        pictograms.calendar(brush, (mirror.x(COLUMN), y))
        _write_figure(brush, str(max(0, days_left)), INK, y, mirror)


def _write_figure(brush: Brush, figure: str, colour: str, y: float, mirror: _Mirror) -> None:
    anchor = "rm" if mirror.is_on else "lm"
    brush.text((mirror.x(COLUMN + 64), y), figure, _fitting(figure, 190, 62), colour, anchor)


def _fitting(figure: str, width: float, size: float) -> float:
    """The largest size up to `size` at which a figure is at most so wide."""
    return round(size * min(1.0, width / text_width(figure, size)))
