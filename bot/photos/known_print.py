"""What stands in print on every form, as a picture: a photographed form is placed and judged by it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import ceil
from pathlib import Path

import cv2
import numpy as np

from bot.domain.form_layout import (
    CODE_MODULES,
    CODES,
    MARKER_CELLS,
    MARKERS,
    PAGE_MM,
    PRINTED,
    SIGNATURE,
    Box,
)
from bot.photos.picture import Pixels, Points

PER_MM = 4.0
"""Pixels for a millimetre: about what a phone's picture has after it was sent."""
FINDER_MODULES = 7
FRAME_PIECES = 5
_FRAME_HALF_MM = 5.5
_TEMPLATE = Path(__file__).with_name("template.png")
_PATCH_MM = 10.0
_APART_MM = 13.0
"""How far from each other the patches lie at least."""
_PATCHES = 64
_WORD_GAP_MM = 2.0
_WORD_MM = (4.0, 15.0)
"""No narrower is looked at, and no wider at once."""
_INK = 160
"""Darker than this is print."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Patch:
    """A piece of the print that looks like nothing around it."""

    box: Box
    pixels: Pixels
    """At `PER_MM`, a little soft, as photographs are."""

    @property
    def middle(self) -> Points:
        """In mm."""
        return np.array([self.box.x + self.box.width / 2, self.box.y + self.box.height / 2])


@cache
def patches() -> tuple[Patch, ...]:
    """Pieces by which a form is placed: its marks, its codes' corners, and print all over the page."""
    page = whole_print()
    soft = cv2.GaussianBlur(page, (0, 0), 0.3 * PER_MM)
    places = [_grown(box, 2) for box in MARKERS] + [_grown(box, 1.2) for box in finders()]
    known = [Box(box.x - 4, box.y - 4, box.width + 8, box.height + 8) for box in (*MARKERS, *CODES)]
    corners = cv2.goodFeaturesToTrack(
        cv2.GaussianBlur(page, (0, 0), 0.4 * PER_MM),
        _PATCHES * 3,
        0.02,
        _APART_MM * PER_MM,
        blockSize=round(_PATCH_MM * PER_MM) // 2 * 2 + 1,
    )
    for x, y in np.asarray(corners, float).reshape(-1, 2) / PER_MM:
        box = Box(x - _PATCH_MM / 2, y - _PATCH_MM / 2, _PATCH_MM, _PATCH_MM)
        if _inside(box) and not any(_overlap(box, other) for other in (*known, SIGNATURE)):
            places.append(box)
    return tuple(_patch(np.asarray(soft, np.uint8), box) for box in places[:_PATCHES])


@cache
def words() -> tuple[Patch, ...]:
    """The printed words, each by itself, as sharp as a good photograph shows them."""
    page = whole_print()
    soft = np.asarray(cv2.GaussianBlur(page, (0, 0), 0.18 * PER_MM), np.uint8)
    return tuple(_patch(soft, word) for room in PRINTED for word in _words_in(page, room))


def finders() -> tuple[Box, ...]:
    """The three large squares of each code that are the same whatever it says: six in all."""
    side = CODES[0].width * FINDER_MODULES / CODE_MODULES
    return tuple(
        Box(code.x + right, code.y + down, side, side)
        for code in CODES
        for right, down in ((0, 0), (code.width - side, 0), (0, code.height - side))
    )


@cache
def frame_pieces() -> tuple[tuple[Patch, ...], tuple[Patch, ...]]:
    """Pieces of the signature's frame at even distances from left to right, of its upper and its lower edge.

    The outer edge goes through the middle of each; the first and the last are its corners.
    """
    page = np.asarray(cv2.GaussianBlur(whole_print(), (0, 0), 0.2 * PER_MM), np.uint8)
    size = 2 * _FRAME_HALF_MM
    upper, lower = (
        tuple(
            _patch(page, Box(x - _FRAME_HALF_MM, y - _FRAME_HALF_MM, size, size))
            for x in np.linspace(SIGNATURE.x, SIGNATURE.x + SIGNATURE.width, FRAME_PIECES).tolist()
        )
        for y in (SIGNATURE.y, SIGNATURE.y + SIGNATURE.height)
    )
    return upper, lower


@cache
def whole_print() -> Pixels:
    """The print at `PER_MM`, with the marks and the codes' squares."""
    size = (round(PAGE_MM[0] * PER_MM), round(PAGE_MM[1] * PER_MM))
    read = cv2.imdecode(np.frombuffer(_TEMPLATE.read_bytes(), np.uint8), cv2.IMREAD_GRAYSCALE)
    if read is None:
        raise FileNotFoundError(_TEMPLATE)
    page = np.asarray(cv2.resize(read, size, interpolation=cv2.INTER_AREA), np.uint8)
    for box, cells in zip(MARKERS, MARKER_CELLS, strict=True):
        _draw(page, box, cells)
    for box in finders():
        _draw(page, box, ("#######", "#.....#", *["#.###.#"] * 3, "#.....#", "#######"))
    return page


def _draw(page: Pixels, box: Box, cells: tuple[str, ...]) -> None:
    """Draw black and white cells, with soft rims where a pixel is partly covered."""
    finer = 8
    dark = np.array([[0 if sign == "#" else 255 for sign in row] for row in cells], np.uint8)
    left, top = int(box.x * PER_MM), int(box.y * PER_MM)
    side = int(np.ceil((box.x + box.width) * PER_MM)) - left
    large = np.full((side * finer, side * finer), 255, np.uint8)
    x, y = round((box.x * PER_MM - left) * finer), round((box.y * PER_MM - top) * finer)
    drawn = round(box.width * PER_MM * finer)
    large[y : y + drawn, x : x + drawn] = cv2.resize(dark, (drawn, drawn), interpolation=cv2.INTER_NEAREST)[
        : side * finer - y, : side * finer - x
    ]
    page[top : top + side, left : left + side] = cv2.resize(large, (side, side), interpolation=cv2.INTER_AREA)


def _words_in(page: Pixels, room: Box) -> Iterator[Box]:
    """The lines of print in a room, in pieces of about a word."""
    dark = np.asarray(_cut(page, room) < _INK, np.uint8)
    gap = round(_WORD_GAP_MM * PER_MM)
    joined = cv2.morphologyEx(
        cv2.copyMakeBorder(dark, 0, 0, gap, gap, cv2.BORDER_CONSTANT),
        cv2.MORPH_CLOSE,
        np.ones((1, 2 * gap + 1), np.uint8),
    )
    _, _, found, _ = cv2.connectedComponentsWithStats(joined)
    for x, y, width, height, _ in found[1:].tolist():
        if width < _WORD_MM[0] * PER_MM or height < 1.5 * PER_MM:
            continue
        pieces = ceil(width / PER_MM / _WORD_MM[1])
        piece = width / PER_MM / pieces
        for number in range(pieces):
            left = room.x + (x - gap) / PER_MM + number * piece
            yield _grown(Box(left, room.y + y / PER_MM, piece, height / PER_MM), 0.4)


def _patch(page: Pixels, box: Box) -> Patch:
    """Cut out a patch; its box is moved to whole pixels."""
    x, y = round(box.x * PER_MM) / PER_MM, round(box.y * PER_MM) / PER_MM
    width, height = round(box.width * PER_MM) / PER_MM, round(box.height * PER_MM) / PER_MM
    whole = Box(x, y, width, height)
    return Patch(box=whole, pixels=_cut(page, whole))


def _cut(page: Pixels, box: Box) -> Pixels:
    left, top = round(box.x * PER_MM), round(box.y * PER_MM)
    return page[top : top + round(box.height * PER_MM), left : left + round(box.width * PER_MM)].copy()


def _grown(box: Box, by: float) -> Box:
    return Box(box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by)


def _inside(box: Box) -> bool:
    return min(box.x, box.y) >= 0 and box.x + box.width <= PAGE_MM[0] and box.y + box.height <= PAGE_MM[1]


def _overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )
