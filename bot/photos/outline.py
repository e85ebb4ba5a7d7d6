"""Finds a form whose codes and marks cannot be made out, far away or blurred: by its outline and looks.

Any sheet could have the outline; what decides is how like the blurred known print it looks.
"""

from collections.abc import Iterator
from functools import cache
from itertools import product

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.photos.known_print import whole_print
from bot.photos.picture import Picture, Pixels, Points

WORK_SIDE = 640
"""In pixels: outlines are looked for on a picture this long."""
PROMISING, ALIKE = 0.3, 0.53
"""From the first correlation on the corners are moved about; from the second on it is a form."""
TRIED = 2
SIDE = 160
"""In pixels: sheets are compared as squares of this size."""
BLUR = 2.0
"""In pixels of those."""
SMALLEST = 0.01
"""Of the picture; a smaller sheet cannot be told."""
SIZES = ((3, 5), (13, 5), (13, 31))
"""In pixels of the smaller picture: dark lines up to so broad are taken for writing on a sheet, and light
pieces up to so broad for the pattern of a table cloth."""

Looks = NDArray[np.float32]


def find_outline(picture: Picture) -> Points | None:
    """Look for a form by its outline.

    Args:
        picture: At any turn; all of the form must be in it.

    Returns:
        The page's corners in the picture's pixels, clockwise from its own top left, right to some mm; None
        when nothing in it looks like a form.
    """
    factor = min(1.0, WORK_SIDE / max(picture.grey.shape))
    small = np.asarray(
        cv2.resize(picture.colour, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), np.uint8
    )
    grey = np.asarray(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), np.uint8)
    looks = [
        (_alike(flat, turns), quad, turns)
        for quad in _quads(small)
        for flat in (_flat(grey, quad),)
        for turns in range(4)
    ]
    promising = sorted(looks, key=lambda look: look[0], reverse=True)[:TRIED]
    tried = [_refined(grey, *look) for look in promising if look[0] >= PROMISING]
    alike, best = max(tried, key=lambda each: each[0], default=(0.0, np.empty((0, 2))))
    return (best + 0.5) / factor - 0.5 if alike >= ALIKE else None


def _refined(grey: Pixels, alike: float, quad: Points, turns: int) -> tuple[float, Points]:
    """Move the corners about until it looks most like a form; clockwise from the page's own top left."""
    size = float(np.sqrt(cv2.contourArea(quad.astype(np.float32))))
    for step in (0.03, 0.015):
        for corner, way in product(range(4), ((1, 0), (-1, 0), (0, 1), (0, -1))):
            moved = quad.copy()
            moved[corner] += np.array(way) * step * size
            if (new := _alike(_flat(grey, moved), turns)) > alike:
                alike, quad = new, moved
    return alike, np.roll(quad, -turns, axis=0)


def _alike(flat: Looks, turns: int) -> float:
    """How like the known print it looks at some quarter turns: -1 to 1."""
    return float(np.dot(flat, _coarse_print()[turns]))


def _flat(grey: Pixels, quad: Points) -> Looks:
    """A part of the picture as a square, coarsely."""
    target = np.array([[0, 0], [SIDE, 0], [SIDE, SIDE], [0, SIDE]], np.float32) - 0.5
    turn = cv2.getPerspectiveTransform(quad.astype(np.float32), target)
    flat = cv2.warpPerspective(grey, turn, (SIDE, SIDE), borderMode=cv2.BORDER_REPLICATE)
    return _coarse(np.asarray(flat, np.uint8))


@cache
def _coarse_print() -> tuple[Looks, ...]:
    """The known print as a square, at each quarter turn clockwise."""
    page = cv2.resize(whole_print(), (SIDE, SIDE), interpolation=cv2.INTER_AREA)
    return tuple(_coarse(np.ascontiguousarray(np.rot90(page, -turns), np.uint8)) for turns in range(4))


def _coarse(page: Pixels) -> Looks:
    """Blurred, without its shadows and its rim; as a row of numbers of length 1, with a mean of 0."""
    soft = cv2.GaussianBlur(page, (0, 0), BLUR).astype(np.float32)
    wide = round(SIDE / 4) // 2 * 2 + 1
    shade = cv2.blur(cv2.blur(page, (wide, wide)), (wide, wide)).astype(np.float32)
    rim = SIDE // 30
    even = (soft / np.maximum(shade, 1)).clip(0, 2)[rim:-rim, rim:-rim].ravel()
    even -= even.mean()
    return np.asarray(even / max(1e-6, float(np.linalg.norm(even))), np.float32)


def _quads(small: Pixels) -> Iterator[Points]:
    """Four-cornered light pieces, clockwise."""
    for mask in _masks(small):
        outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        for outline in sorted(outlines, key=cv2.contourArea, reverse=True)[:4]:
            if cv2.contourArea(outline) >= SMALLEST * mask.size:
                yield _four_corners(np.asarray(cv2.convexHull(outline), np.int32))


def _masks(small: Pixels) -> Iterator[Pixels]:
    """Where it is light, in several ways: the paper of a sheet in one of them."""
    for stroke, least in SIZES:
        plain = cv2.morphologyEx(small, cv2.MORPH_CLOSE, _square(stroke))
        blue, green, red = cv2.split(plain)
        darkest, lightest = cv2.min(cv2.min(blue, green), red), cv2.max(cv2.max(blue, green), red)
        for level in (darkest, cv2.subtract(darkest, cv2.subtract(lightest, darkest))):
            light = np.asarray(level, np.uint8)
            higher, _ = cv2.threshold(light, 0, 255, cv2.THRESH_OTSU)
            # Lighter than what is light as well: white paper on a light table.
            highest, _ = cv2.threshold(light[light > higher].reshape(1, -1), 0, 255, cv2.THRESH_OTSU)
            for limit in (higher, highest):
                mask = np.asarray(light > limit, np.uint8)
                yield np.asarray(cv2.morphologyEx(mask, cv2.MORPH_OPEN, _square(least)), np.uint8)


def _square(size: int) -> Pixels:
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_RECT, (size, size)), np.uint8)


def _four_corners(hull: Points) -> Points:
    """The quadrilateral nearest to a hull; the smallest rectangle around it when it is too round."""
    around = cv2.arcLength(hull, True)
    for coarse in (0.02, 0.03, 0.05, 0.08):
        corners = cv2.approxPolyDP(hull, coarse * around, True)
        if len(corners) == 4:
            break
    else:
        corners = cv2.boxPoints(cv2.minAreaRect(hull))
    quad = np.asarray(corners, float).reshape(4, 2)
    x, y = (quad - quad.mean(axis=0)).T
    return quad[np.argsort(np.arctan2(y, x))]
