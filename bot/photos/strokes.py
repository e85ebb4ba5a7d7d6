"""Finds what is written or printed on light paper, whatever way it runs, and the lines it stands in."""

from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.photos.picture import Pixels

LINE_PER_MM = 2.5
"""At so many pixels for a millimetre lines of text are looked for on a flattened page."""
_FAINTEST = 0.12
"""Of the paper's light: what is darker by less is its grain."""
_NOISE_TIMES = 4.0
_DENSITY = (0.03, 0.45)
"""Of an area with text, so much is ink."""
_STRIPS = 7
"""A page is looked at in so many strips, so that curled lines stay apart."""
_BLANK_ROW, _INKED_ROW = 0.02, 0.06
_LINE_MM = (1.0, 9.0)
_FEWEST_LINES, _MANY_LINES = 7, 20
"""In all strips together: a few short lines of text, and half a page of it."""
_MOST_GRAIN, _PAPER_GRAIN = 0.04, 0.018
"""Paper has less than 0.012 even in a bad photograph; fur has 0.18, a screenshot with pictures 0.025."""


@dataclass(frozen=True, kw_only=True)
class Lines:
    """Lines of text on an upright rectangle."""

    across: int
    """How many pieces of lines run from left to right."""
    down: int
    """How many run from top to bottom: then the page lies on its side."""
    grain: float
    """How uneven the paper between the lines is, as a share of its light."""

    @property
    def is_text(self) -> bool:
        """Is there text, in the one way or the other?"""
        most, least = max(self.across, self.down), min(self.across, self.down)
        return most >= _FEWEST_LINES and most >= 1.3 * least and self.grain < _MOST_GRAIN

    @property
    def is_full_page(self) -> bool:
        """Is there so much of it, on paper so even, that it needs no edges to be a page?"""
        most, least = max(self.across, self.down), min(self.across, self.down)
        return most >= _MANY_LINES and most >= 2 * least and self.grain < _PAPER_GRAIN


def strokes_of(grey: Pixels, reach: int) -> tuple[NDArray[np.bool_], Pixels]:
    """Tell thin dark strokes from the light paper around them.

    Args:
        grey: Height by width.
        reach: Wider than the widest stroke, in pixels.

    Returns:
        Where strokes are, and how light the paper is there.
    """
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (reach | 1, reach | 1))
    smooth = cv2.medianBlur(grey, 3)
    paper = cv2.blur(cv2.morphologyEx(smooth, cv2.MORPH_CLOSE, kernel), (reach | 1, reach | 1))
    paper = np.maximum(paper, 1)
    contrast = 1 - grey.astype(np.float32) / paper
    # The grain of paper and camera, by what is next to each pixel: most of a picture is not an edge.
    grain = float(np.median(cv2.absdiff(grey, smooth) / paper)) * 1.48
    return contrast > max(_FAINTEST, _NOISE_TIMES * grain), paper.astype(np.uint8, copy=False)


def is_written(grey: Pixels) -> NDArray[np.bool_]:
    """Where thin dark strokes stand on light paper as densely as text does, and around them.

    Args:
        grey: A picture of about 640 pixels.
    """
    strokes, paper = strokes_of(grey, 13)
    density = cv2.blur(strokes.astype(np.float32), (25, 25))
    light = paper > 0.55 * np.percentile(paper, 90)
    return (density > _DENSITY[0]) & (density < _DENSITY[1]) & light & ~strokes


def lines_of(flat: Pixels) -> Lines:
    """Count the lines of text on a page.

    Args:
        flat: Grey, an upright rectangle at `LINE_PER_MM`.
    """
    strokes, paper = strokes_of(flat, round(5 * LINE_PER_MM))
    return Lines(across=_count(strokes), down=_count(strokes.T), grain=_grain(flat, strokes, paper))


def _grain(flat: Pixels, strokes: NDArray[np.bool_], paper: Pixels) -> float:
    wide = cv2.dilate(strokes.astype(np.uint8), np.ones((5, 5), np.uint8))
    between = (flat.astype(np.float32) / np.maximum(paper, 1))[wide == 0]
    return float(between.std()) if between.size else 1.0


def _count(strokes: NDArray[np.bool_]) -> int:
    """Pieces of lines from left to right: rows with ink between blank ones, strip by strip."""
    width = strokes.shape[1]
    edges = np.linspace(0, width, _STRIPS + 1).round().astype(int)
    return sum(_count_strip(strokes[:, begin:end]) for begin, end in pairwise(edges))


def _count_strip(strip: NDArray[np.bool_]) -> int:
    rows = strip.mean(axis=1)
    state = np.where(rows >= _INKED_ROW, 1, np.where(rows <= _BLANK_ROW, 0, -1))
    known = state[state >= 0]
    if known.size == 0:
        return 0
    places = np.flatnonzero(state >= 0)
    changes = np.flatnonzero(np.diff(known))
    count = 0
    for begin, end in pairwise(changes):
        if known[begin] == 0 and known[begin + 1] == 1:
            height = (places[end] - places[begin]) / LINE_PER_MM
            count += int(_LINE_MM[0] <= height <= _LINE_MM[1])
    return count
