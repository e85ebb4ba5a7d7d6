"""Finds a page of another organisation in a photograph: paper with text on it, by its edges where it has any.

It carries no codes, so that this stays a guess: what is no page with text is not taken for one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.domain.page_check import Trouble
from bot.photos.opening import at_most
from bot.photos.page_edges import WORK_SIDE, Sheet, sheets_in
from bot.photos.paper_troubles import paper_troubles
from bot.photos.picture import Picture, Pixels, Points
from bot.photos.strokes import LINE_PER_MM, Lines, is_written, lines_of
from bot.photos.upright import turns_needed

A4_MM = (210.0, 297.0)
SHAPES = (1.15, 1.75)
"""How much longer than wide a page may be; A4 is 1.41, seen from aside and curled it varies."""
MOST_PER_MM = 5.0
"""Pixels for a millimetre of the flattened page."""
_LIKELY = 0.45
"""The score from which edges are those of a sheet."""
_TRIED = 4
_LIGHT = 90
"""A picture that is all page is at least this light."""
_SCREEN_SHAPE = 1.6
"""What fills the picture and is longer than this is a phone's screen."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Paper:
    """A page that was found, laid flat."""

    corners: Points
    """In the picture's pixels: the page's own top left, top right, bottom right, bottom left."""
    flat: Pixels
    """Upright: blue, green and red."""
    per_mm: float
    """Pixels of `flat` for a millimetre, were it A4."""
    troubles: tuple[Trouble, ...]


def find_paper(picture: Picture) -> Paper | None:
    """Look for a page with text.

    Args:
        picture: At any turn.

    Returns:
        None when nothing in it is plausibly one: also for a sheet without text.
    """
    for corners, lines in _pages(picture):
        turned = np.roll(corners, -turns_needed(_flat(picture.grey, corners, LINE_PER_MM), lines), axis=0)
        per_mm = min(MOST_PER_MM, 1.2 * _pixels_per_mm(turned))
        return Paper(
            corners=turned,
            flat=_flat(picture.colour, turned, per_mm),
            per_mm=per_mm,
            troubles=paper_troubles(picture, turned),
        )
    return None


def _pages(picture: Picture) -> Iterator[tuple[Points, Lines]]:
    """Where pages with text may be, in the picture's pixels, with their lines; the likeliest first."""
    work = at_most(picture.colour, WORK_SIDE)
    factor = max(picture.size) / max(work.shape[:2])
    written = is_written(cv2.cvtColor(work, cv2.COLOR_BGR2GRAY).astype(np.uint8, copy=False))
    if not written.any():
        return
    if not picture.is_document:
        sheets = [sheet for sheet in sheets_in(work, written) if _is_plausible(sheet, written)]
        for sheet in sheets[:_TRIED]:
            corners = (sheet.corners + 0.5) * factor - 0.5
            lines = lines_of(_flat(picture.grey, corners, LINE_PER_MM))
            if lines.is_text:
                yield corners, lines
    if (whole := _whole(picture)) is not None:
        yield whole


def _is_plausible(sheet: Sheet, written: NDArray[np.bool_]) -> bool:
    if sheet.score < _LIKELY or sum(sheet.is_rim) == 4:
        return False
    shape = _shape(sheet.corners)
    if not (SHAPES[0] <= max(shape, 1 / shape) <= SHAPES[1]):
        return False
    mask = np.zeros(written.shape, np.uint8)
    cv2.fillConvexPoly(mask, sheet.corners.round().astype(np.int32), 1)
    return bool(written[mask > 0].sum() > 0.01 * mask.sum())


def _whole(picture: Picture) -> tuple[Points, Lines] | None:
    """The picture itself, as a page that fills it: a scan, or a photograph from close by."""
    width, height = picture.size
    if float(np.percentile(picture.grey, 60)) < _LIGHT or max(width, height) > _SCREEN_SHAPE * min(
        width, height
    ):
        return None
    corners = np.array([[0, 0], [width - 1, 0], [width - 1, height - 1], [0, height - 1]], np.float64)
    lines = lines_of(_flat(picture.grey, corners, LINE_PER_MM))
    is_page = lines.is_text if picture.is_document else lines.is_full_page
    return (corners, lines) if is_page else None


def _flat(pixels: Pixels, corners: Points, per_mm: float) -> Pixels:
    """The quadrilateral as an upright rectangle of the shape of A4, on its side where it lies so."""
    long, short = round(A4_MM[1] * per_mm), round(A4_MM[0] * per_mm)
    width, height = (short, long) if _shape(corners) >= 1 else (long, short)
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32) - np.float32(0.5)
    turn = cv2.getPerspectiveTransform(corners.astype(np.float32), target)
    flat = cv2.warpPerspective(
        pixels, turn, (width, height), flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(flat, np.uint8)


def _shape(corners: Points) -> float:
    """How much longer than wide."""
    sides = np.hypot(*(np.roll(corners, -1, axis=0) - corners).T)
    return float((sides[1] + sides[3]) / max(sides[0] + sides[2], 1e-6))


def _pixels_per_mm(corners: Points) -> float:
    area = cv2.contourArea(corners.astype(np.float32))
    return float(np.sqrt(area / (A4_MM[0] * A4_MM[1])))
