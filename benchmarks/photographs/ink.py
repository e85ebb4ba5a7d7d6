"""What people put on paper with a pen: strokes of a random hand, figures, stamps, specks."""

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np
from numpy.random import Generator
from PIL import Image, ImageDraw, ImageFont

from benchmarks.photographs.arrays import Floats, Points, blurred, cloud, floats, happens, pick, rotation
from bot.documents.typefaces import BOLD, PLAIN

SHEET_DPI = 200
MM = SHEET_DPI / 25.4
"""Pixels of a sheet in a mm."""
Colour = tuple[float, float, float]
INKS: dict[str, Colour] = {
    "black": (0.10, 0.09, 0.08),
    "blue": (0.55, 0.18, 0.10),
    "dark blue": (0.38, 0.12, 0.08),
    "light blue": (0.72, 0.40, 0.20),
    "green": (0.20, 0.42, 0.10),
    "red": (0.15, 0.12, 0.72),
    "violet": (0.55, 0.10, 0.40),
    "pencil": (0.42, 0.42, 0.42),
}
"""Blue, green and red, 0 to 1."""
PENCIL_SHARE = 0.12
Box = Sequence[float]
"""x, y, width and height on the sheet, in mm."""

DIGITS = {
    "0": ((0.5, 0), (0.1, 0.3), (0.1, 0.75), (0.5, 1), (0.9, 0.7), (0.85, 0.25), (0.45, 0)),
    "1": ((0.25, 0.25), (0.55, 0), (0.55, 0.5), (0.5, 1)),
    "2": ((0.15, 0.25), (0.45, 0), (0.85, 0.25), (0.5, 0.65), (0.1, 1), (0.5, 0.96), (0.95, 1)),
    "3": ((0.15, 0.1), (0.6, 0), (0.8, 0.25), (0.4, 0.48), (0.9, 0.7), (0.55, 1), (0.1, 0.9)),
    "4": ((0.6, 0), (0.1, 0.65), (0.9, 0.62), (0.7, 0.4), (0.62, 0.7), (0.6, 1)),
    "5": ((0.9, 0), (0.3, 0.02), (0.22, 0.42), (0.7, 0.42), (0.85, 0.75), (0.45, 1), (0.1, 0.9)),
    "6": ((0.75, 0), (0.25, 0.4), (0.15, 0.8), (0.5, 1), (0.85, 0.75), (0.5, 0.55), (0.2, 0.75)),
    "7": ((0.1, 0.02), (0.9, 0), (0.6, 0.5), (0.4, 1)),
    "8": ((0.55, 0.45), (0.2, 0.2), (0.5, 0), (0.8, 0.2), (0.2, 0.75), (0.5, 1), (0.85, 0.75), (0.5, 0.45)),
    "9": ((0.8, 0.2), (0.4, 0), (0.15, 0.3), (0.5, 0.5), (0.82, 0.2), (0.8, 0.6), (0.6, 1)),
    "/": ((0.9, 0), (0.1, 1.05)),
    ",": ((0.5, 0.9), (0.55, 1), (0.4, 1.15)),
    "u": ((0.1, 0.5), (0.15, 0.9), (0.5, 1), (0.8, 0.85), (0.85, 0.5), (0.85, 0.8), (0.98, 1)),
}
"""Signs as the way of a pen, in a square of one."""


class Pen(NamedTuple):
    """What is written with: its colour, how wide it writes (mm) and how much of it stays on the paper."""

    colour: Colour
    width: float
    strength: float
    is_pencil: bool


def a_pen(chance: Generator) -> Pen:
    """A pen that somebody had at hand: ballpoint, felt, or a pencil."""
    if happens(chance, PENCIL_SHARE):
        grey = pick(chance, 0.25, 0.45)
        return Pen((grey, grey, grey), pick(chance, 0.4, 0.7), pick(chance, 0.75, 0.95), True)
    name = str(chance.choice([*(["black"] * 3), *(["blue"] * 4), *(n for n in INKS if n != "pencil")]))
    width = pick(chance, 0.35, 0.65) if happens(chance, 0.8) else pick(chance, 0.8, 1.3)
    return Pen(INKS[name], width, pick(chance, 0.85, 1.0), False)


class Sheet:
    """A page at 200 dpi that is written upon; places are in mm from its top left."""

    def __init__(self, picture: Floats) -> None:
        self.picture = picture

    def stroke(self, ways: Sequence[Points], pen: Pen) -> None:
        """Draw lines through points (mm), each a little uneven as a hand draws them."""
        self._ink(_mask(self.picture.shape, ways, pen.width), pen)

    def text(self, words: str, at: Sequence[float], height: float, pen: Pen, *, bold: bool = False) -> None:
        """Print words as a machine does; `height` is that of the letters, in mm."""
        layer = Image.new("L", (self.picture.shape[1], self.picture.shape[0]))
        font = ImageFont.truetype(BOLD if bold else PLAIN, round(height * MM * 1.35))
        ImageDraw.Draw(layer).text((at[0] * MM, at[1] * MM), words, font=font, fill=255)
        self._ink(floats(np.asarray(layer) / 255), pen)

    def stain(self, mask: Floats, pen: Pen) -> None:
        """Colour the page where a mask of its own size says so."""
        self._ink(mask, pen)

    def _ink(self, mask: Floats, pen: Pen) -> None:
        rows, columns = np.nonzero(mask.max(axis=1))[0], np.nonzero(mask.max(axis=0))[0]
        if not len(rows):
            return
        part = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        cover = mask[part][..., None] * pen.strength
        self.picture[part] *= 1 - cover * (1 - floats(pen.colour))


def curve(points: Points, steps: int = 10) -> Points:
    """A smooth way through points (Catmull-Rom)."""
    if len(points) < 3:
        return points
    whole = np.concatenate([points[:1], points, points[-1:]])
    before, start, end, after = whole[:-3], whole[1:-2], whole[2:-1], whole[3:]
    at = np.linspace(0, 1, steps, endpoint=False)[:, None, None]
    way = 0.5 * (
        2 * start
        + (end - before) * at
        + (2 * before - 5 * start + 4 * end - after) * at**2
        + (3 * start - before - 3 * end + after) * at**3
    )
    return np.concatenate([way.transpose(1, 0, 2).reshape(-1, 2), points[-1:]])


def handwritten(chance: Generator, signs: str, at: Sequence[float], height: float) -> list[Points]:
    """Figures by hand, from the left end of their base line; places and the height are in mm."""
    ways, x = [], 0.0
    lean = pick(chance, -0.05, 0.35)
    for sign in signs:
        if sign in DIGITS:
            way = np.array(DIGITS[sign]) + chance.normal(0, 0.05, (len(DIGITS[sign]), 2))
            way[:, 0] += lean * (1 - way[:, 1])
            size = height * pick(chance, 0.88, 1.12)
            ways.append(curve(way * (size * 0.62, size) + (x, -size + chance.normal(0, height * 0.06))) + at)
        x += height * (pick(chance, 0.66, 0.85) if sign not in ",1" else 0.45)
    return ways


def scrawl(chance: Generator, width: float, height: float) -> Points:
    """A word in joined writing that nobody can read, from 0 to `width` and around 0 (mm)."""
    letters = max(2, round(width / (height * pick(chance, 0.7, 1.1))))
    points: list[tuple[float, float]] = []
    for letter in range(letters):
        x = letter * width / letters
        rise = height * float(chance.choice([0.45, 0.5, 0.55, 1.0, 1.0])) * pick(chance, 0.8, 1.2)
        drop = height * float(chance.choice([0.0, 0.0, 0.05, 0.5]))
        step = width / letters
        points += [(x, drop), (x + step * 0.55, -rise), (x + step * 0.25, -rise * 0.8), (x + step * 0.6, 0)]
    way = np.array(points) + chance.normal(0, height * 0.05, (len(points), 2))
    way[:, 0] -= way[:, 1] * pick(chance, 0.0, 0.4)
    return curve(way)


def fitted(ways: Sequence[Points], box: Box) -> list[Points]:
    """Move and, where they are too large, shrink ways until they lie in a box."""
    everything = np.concatenate(ways)
    low, extent = everything.min(axis=0), np.ptp(everything, axis=0) + 1e-6
    scale = min(1.0, box[2] / extent[0], box[3] / extent[1])
    room = np.array([box[2], box[3]]) - extent * scale
    return [(way - low) * scale + (box[0] + room[0] / 2, box[1] + room[1] / 2) for way in ways]


def specks(chance: Generator, box: Box) -> list[Points]:
    """A few dots and dashes of at most 1.5 mm: dirt, or a pen that was put down."""
    marks = []
    for _ in range(int(chance.integers(1, 5))):
        start = np.array([pick(chance, box[0], box[0] + box[2]), pick(chance, box[1], box[1] + box[3])])
        marks.append(np.stack([start, start + chance.normal(0, 0.45, 2).clip(-0.9, 0.9)]))
    return marks


def stamp_mask(chance: Generator, shape: Sequence[int], box: Box, lines: Sequence[str]) -> Floats:
    """A rubber stamp somewhere in a box: a frame, words, and ink that did not reach everywhere."""
    width, height = min(box[2] * 0.85, pick(chance, 34, 52)), min(box[3] * 0.8, pick(chance, 16, 26))
    size = (round(width * MM), round(height * MM))
    picture = Image.new("L", size)
    draw = ImageDraw.Draw(picture)
    border = round(pick(chance, 0.4, 0.9) * MM)
    if happens(chance, 0.5):
        draw.rounded_rectangle((2, 2, size[0] - 3, size[1] - 3), round(2 * MM), outline=255, width=border)
    else:
        draw.ellipse((2, 2, size[0] - 3, size[1] - 3), outline=255, width=border)
    font = ImageFont.truetype(BOLD, round(height / (len(lines) + 3) * MM))
    for row, words in enumerate(lines):
        draw.text(
            (size[0] / 2, size[1] * (row + 1) / (len(lines) + 1)), words, font=font, fill=255, anchor="mm"
        )
    turned = picture.rotate(pick(chance, -14, 14), expand=True, resample=Image.Resampling.BILINEAR)
    worn = np.clip(cloud(chance, turned.size, 60, 5) * 2.2 - 0.1, 0.35, 1)
    x = round(pick(chance, box[0], max(box[0], box[0] + box[2] - turned.width / MM)) * MM)
    y = round(pick(chance, box[1], max(box[1], box[1] + box[3] - turned.height / MM)) * MM)
    mask = np.zeros((shape[0], shape[1]), np.float32)
    part = mask[y : y + turned.height, x : x + turned.width]
    part[:] = (floats(turned) / 255 * worn)[: part.shape[0], : part.shape[1]]
    return blurred(mask, 0.8)


def _mask(shape: Sequence[int], ways: Sequence[Points], width: float) -> Floats:
    mask = np.zeros((shape[0], shape[1]), np.uint8)
    for way in ways:
        points = np.round(way * MM * 16).astype(np.int32)
        cv2.polylines(mask, [points], False, 255, max(1, round(width * MM)), cv2.LINE_AA, 4)
    return floats(mask / 255)


def turned(ways: Sequence[Points], degrees: float) -> list[Points]:
    """The same ways, turned around nothing in particular: they are put in place afterwards."""
    return [way @ rotation(degrees).T for way in ways]
