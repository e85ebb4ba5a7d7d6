"""A brush for small pictures: it draws large and makes small, so that edges are smooth."""

import io
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from bot.documents.typefaces import BOLD

Point = tuple[float, float]
Colour = str

LARGER = 3
"""How many times larger is drawn than what is kept."""
SHADES = 64
"""Few enough for a small file, enough for smooth edges."""


class Brush:
    """Draws on a sheet; every length is in pixels of the finished picture."""

    def __init__(self, width: int, height: int, paper: Colour) -> None:
        self.image = Image.new("RGB", (width * LARGER, height * LARGER), paper)
        self._draw = ImageDraw.Draw(self.image)

    def polygon(self, points: Sequence[Point], colour: Colour) -> None:
        """Fill a polygon."""
        self._draw.polygon([_large(point) for point in points], fill=colour)

    def line(self, points: Sequence[Point], colour: Colour, width: float) -> None:
        """Draw a line with round ends and corners."""
        large = [_large(point) for point in points]
        self._draw.line(large, fill=colour, width=round(width * LARGER), joint="curve")
        for point in points:
            self.disc(point, width / 2, colour)

    def disc(self, centre: Point, radius: float, colour: Colour) -> None:
        """Fill a circle."""
        self._draw.ellipse(_square_around(centre, radius), fill=colour)

    def slab(self, centre: Point, size: Point, corner: float, colour: Colour) -> None:
        """Fill a rectangle with round corners."""
        (x, y), (width, height) = centre, size
        box = _large((x - width / 2, y - height / 2)) + _large((x + width / 2, y + height / 2))
        self._draw.rounded_rectangle(box, radius=corner * LARGER, fill=colour)

    def wedge(self, centre: Point, radius: float, degrees: tuple[float, float], colour: Colour) -> None:
        """Fill a slice of a circle, from where to where in degrees: clockwise, with 0 at twelve o'clock."""
        start, end = degrees
        self._draw.pieslice(_square_around(centre, radius), start - 90, end - 90, fill=colour)

    def hatched_band(
        self,
        centre: Point,
        radii: tuple[float, float],
        degrees: tuple[float, float],
        ink: Colour,
        paper: Colour,
    ) -> None:
        """Fill a part of a ring with slanting lines.

        Args:
            centre: The middle of the ring.
            radii: The inner and the outer radius.
            degrees: As those of `wedge`.
            ink: The colour of the lines.
            paper: The colour between them.
        """
        side = round(2 * radii[1])
        mask = Brush(side, side, "black")
        mask.wedge((side / 2, side / 2), radii[1], degrees, "white")
        mask.disc((side / 2, side / 2), radii[0], "black")
        self._paste_hatching(centre, mask, ink, paper)

    def hatched_slab(
        self, centre: Point, size: tuple[int, int], corner: float, ink: Colour, paper: Colour
    ) -> None:
        """Fill a rectangle with slanting lines; the arguments are those of `slab` and `hatched_band`."""
        mask = Brush(*size, "black")
        mask.slab((size[0] / 2, size[1] / 2), size, corner, "white")
        self._paste_hatching(centre, mask, ink, paper)

    def _paste_hatching(self, centre: Point, mask: "Brush", ink: Colour, paper: Colour) -> None:
        width, height = mask.image.size
        x, y = _large(centre)
        hatching = _hatching(width, height, ink, paper)
        self.image.paste(hatching, (round(x - width / 2), round(y - height / 2)), mask.image.convert("L"))

    def text(self, anchor_at: Point, text: str, size: float, colour: Colour, anchor: str = "mm") -> None:
        """Write figures in bold.

        Args:
            anchor_at: The point the text hangs on.
            text: What to write.
            size: Of the letters.
            colour: Of the letters.
            anchor: Which point of the text that is: "mm" the middle, "lm" left, "rm" right.
        """
        self._draw.text(_large(anchor_at), text, font=_font(BOLD, size), fill=colour, anchor=anchor)

    def png(self) -> bytes:
        """The finished picture."""
        small = self.image.reduce(LARGER)
        file = io.BytesIO()
        small.quantize(SHADES, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
        return file.getvalue()


@lru_cache(maxsize=4)
def _hatching(width: int, height: int, ink: Colour, paper: Colour) -> Image.Image:
    """A sheet of slanting lines, kept for the next picture."""
    texture = Image.new("RGB", (width, height), paper)
    draw = ImageDraw.Draw(texture)
    for start in range(-height, width, 11 * LARGER):
        draw.line([(start, height), (start + height, 0)], fill=ink, width=5 * LARGER)
    return texture


def text_width(text: str, size: float) -> float:
    """How wide `Brush.text` makes a text, in pixels."""
    return _font(BOLD, size).getlength(text) / LARGER


@cache
def _font(path: Path, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, round(size * LARGER))


def _large(point: Point) -> Point:
    return point[0] * LARGER, point[1] * LARGER


def _square_around(centre: Point, radius: float) -> tuple[float, float, float, float]:
    x, y = centre
    return (*_large((x - radius, y - radius)), *_large((x + radius, y + radius)))
