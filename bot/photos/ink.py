"""Tells whether something is written in a box: strokes darker than the paper around them.

A pen, a pencil, a stamp or a typed name are ink; specks, folds and the rim of a shadow are not.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import ArrayLike, NDArray

from bot.photos.picture import Pixels, Points

PER_MM = 150 / 25.4
"""Pixels for a millimetre of the box that is looked at."""
PAPER_MM = 2.6
"""What is dark and wider than this is shadow; no pen is."""
CONTRAST = 0.07
"""How much darker than the paper ink is at least, as a share."""
NOISES = 3.0
"""And how many times darker than the picture's noise."""
STROKE_MM = 2.5
"""Shorter is no stroke by itself."""
TILE_MM = 6.0
QUARTER = 0.3186
"""A quarter of all noise strays less than this many standard deviations; ink hardly changes that."""
SPECK_MM = 1.0
SPECK_MM2 = 0.25
"""What reaches less far or covers less is a speck, or grain."""
TOGETHER_MM = 1.5
"""Letters and dots this near to each other are looked at as one."""
FOLD_SHARE = 0.85
"""A straight line from rim to rim that is dark over this share is a fold or a shadow."""
FOLD_MM = 2.0
"""So broad a fold is taken out."""
MOST_FOLDS = 3
RIM_MM = 1.5
"""Nobody signs in so narrow a strip."""
Indices = NDArray[np.intp]
Shares = NDArray[np.float32]


@dataclass(frozen=True)
class Ink:
    """What is written in a box."""

    area: float
    """In mm²."""
    longest: float
    """How far its longest stroke, or group of letters, reaches, in mm."""

    @property
    def is_signature(self) -> bool:
        """Is it enough for a signature, a stamp or a name?"""
        return self.area >= 5.0 and self.longest >= 8.0

    @property
    def is_unclear(self) -> bool:
        """Is it less than a signature, but more than nothing?"""
        return not self.is_signature and self.area >= 3.0 and self.longest >= 5.0


def find_ink(box: Pixels, stroke: float = STROKE_MM) -> Ink:
    """Look for ink in a box of the form.

    Args:
        box: Its inside without the frame, grey, upright, with `PER_MM` pixels for a millimetre.
        stroke: How far a stroke, or group of letters, reaches at least, in mm.
    """
    groups = [each for each in _groups(_without_lines(darker(box))) if not _is_at_rim(each, box.shape)]
    areas = [len(group) / PER_MM**2 for group in groups]
    reaches = [float(np.hypot(*np.ptp(group, axis=0))) / PER_MM for group in groups]
    strokes = [(area, reach) for area, reach in zip(areas, reaches, strict=True) if reach >= stroke]
    return Ink(sum(area for area, _ in strokes), max((reach for _, reach in strokes), default=0.0))


def darker(box: Pixels) -> Pixels:
    """The pixels that are darker than the paper around them: 1 or 0.

    Args:
        box: A part of the page, grey, upright, with `PER_MM` pixels for a millimetre.
    """
    light = lightness(box)
    usual, noise = _grain(light)
    return without_specks(np.asarray(usual - light > np.maximum(CONTRAST, NOISES * noise), np.uint8))


def lightness(box: Pixels, paper_mm: float = PAPER_MM) -> Shares:
    """How light each pixel is beside the paper around it: 1 for paper, less for ink.

    Args:
        box: A part of the page, grey, upright, with `PER_MM` pixels for a millimetre.
        paper_mm: What is dark and wider than this is shadow.
    """
    soft = np.asarray(cv2.GaussianBlur(box, (0, 0), 0.8), np.uint8)
    wide = round(paper_mm * PER_MM) // 2 * 2 + 1
    shape = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (wide, wide))
    paper = cv2.GaussianBlur(cv2.morphologyEx(soft, cv2.MORPH_CLOSE, shape), (0, 0), wide / 3)
    return np.divide(soft, np.maximum(paper, 1), dtype=np.float32)


def stray_of(light: Shares) -> float:
    """How far paper strays (one standard deviation), hardly misled by what is written on it."""
    return float(np.percentile(np.abs(light - np.median(light)), 25)) / QUARTER


def _grain(light: Shares) -> tuple[Shares, Shares]:
    """How light paper usually is beside its lightest grain, and how far it strays, both for every pixel.

    Shadows are noisier than the rest: it is taken tile by tile.
    """
    height, width = light.shape
    down, across = (max(1, round(side / (TILE_MM * PER_MM))) for side in (height, width))
    tiles = [np.array_split(band, across, axis=1) for band in np.array_split(light, down, axis=0)]
    usual = np.array([[np.median(tile) for tile in band] for band in tiles], np.float32)
    stray = np.array([[stray_of(tile) for tile in band] for band in tiles], np.float32)
    # What is written in a tile makes it look noisy; its neighbours know better.
    calm = np.minimum(cv2.medianBlur(stray, 3), stray) if min(down, across) >= 3 else stray
    grown = [cv2.resize(each, (width, height)) for each in (usual, np.asarray(calm, np.float32))]
    return np.asarray(grown[0], np.float32), np.asarray(grown[1], np.float32)


def without_specks(dark: Pixels) -> Pixels:
    """Take out what is too small for a stroke, or for a dot beside one.

    Args:
        dark: 1 or 0, with `PER_MM` pixels for a millimetre.
    """
    count, labels, found, _ = cv2.connectedComponentsWithStats(dark)
    reach = np.hypot(found[:, cv2.CC_STAT_WIDTH], found[:, cv2.CC_STAT_HEIGHT])
    kept = (reach >= SPECK_MM * PER_MM) & (found[:, cv2.CC_STAT_AREA] >= SPECK_MM2 * PER_MM**2)
    kept[0] = False
    return np.asarray(kept[labels] if count > 1 else dark, np.uint8)


def _groups(dark: Pixels) -> list[Points]:
    """The dark pixels, x and y, in groups of what lies near together; without single specks."""
    wide = round(TOGETHER_MM * PER_MM) // 2 * 2 + 1
    joined = cv2.dilate(dark, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (wide, wide)))
    count, labels = cv2.connectedComponents(joined)
    ys, xs = np.nonzero(dark)
    which = labels[ys, xs]
    order = np.argsort(which, kind="stable")
    places = np.column_stack([xs, ys]).astype(float)[order]
    return [group for group in np.split(places, np.searchsorted(which[order], range(2, count))) if len(group)]


def _without_lines(dark: Pixels) -> Pixels:
    """Take out straight lines from rim to rim: folds, and the rims of shadows; no hand is that steady."""
    for _ in range(MOST_FOLDS):
        height, width = dark.shape
        lines = cv2.HoughLines(dark, 1.5, np.pi / 360, round(FOLD_SHARE * min(height, width)))
        line = next((line for line in _places(lines, dark.shape) if dark[line].mean() >= FOLD_SHARE), None)
        if line is None:
            break
        rubber = np.zeros_like(dark)
        rubber[line] = 1
        wide = round(FOLD_MM * PER_MM) // 2 * 2 + 1
        dark = np.where(cv2.dilate(rubber, np.ones((wide, wide), np.uint8)) > 0, 0, dark).astype(np.uint8)
    return dark


def _is_at_rim(group: Points, size: tuple[int, ...]) -> bool:
    """Does it lie along one side: a piece of the frame where the paper bends?"""
    rim = RIM_MM * PER_MM
    low, high = group.min(axis=0), group.max(axis=0)
    return bool((high < rim).any() or (low >= np.array([size[1], size[0]]) - rim).any())


def _places(lines: ArrayLike | None, size: tuple[int, int]) -> Iterator[tuple[Indices, Indices]]:
    """The rows and columns of the pixels on each line that goes through the whole width or height."""
    height, width = size
    for rho, theta in [] if lines is None else np.reshape(lines, (-1, 2))[:20].tolist():
        cos, sin = np.cos(theta), np.sin(theta)
        if abs(sin) > abs(cos):
            xs = np.arange(width)
            ys = np.round((rho - xs * cos) / sin).astype(int)
        else:
            ys = np.arange(height)
            xs = np.round((rho - ys * sin) / cos).astype(int)
        if min(xs.min(), ys.min()) >= 0 and xs.max() < width and ys.max() < height:
            yield ys, xs
