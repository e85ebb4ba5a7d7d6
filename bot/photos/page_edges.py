"""Suggests where a sheet of paper lies in a photograph, by its edges: several masks, each a quadrilateral.

Only a suggestion: what makes a page of it is the text on it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.photos.picture import Pixels, Points

WORK_SIDE = 640
"""In pixels: edges are looked for on a picture this long."""
_STROKE = 13
"""In pixels of that picture: wider than what is written."""
_SMALLEST = 0.03
"""Of the picture; a smaller sheet is not looked at."""
_SAMPLES = 48
_SEARCH = 10
"""In pixels to each side: where an edge may lie beside the first guess."""
_STEP = 6.0
"""In levels of grey: a smaller step is no edge of paper."""
_ON_RIM = 2.5
"""In pixels: a side this close to the picture's rim goes on outside it."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Sheet:
    """A sheet that may lie in the picture."""

    corners: Points
    """Clockwise as the picture shows it, from the one nearest its top left; in pixels of the work picture."""
    support: tuple[float, float, float, float]
    """Of each side (from corner to corner), the share along which an edge was found; 1 on the rim."""
    is_rim: tuple[bool, bool, bool, bool]
    """Which sides lie on the picture's rim."""
    fill: float
    """The share of it that its mask covers."""

    @property
    def score(self) -> float:
        """From 0 to 1: how likely this is a sheet of paper."""
        seen = [0.6 if on_rim else share for share, on_rim in zip(self.support, self.is_rim, strict=True)]
        return float((np.mean(seen) * 0.6 + min(seen) * 0.4) * min(1.0, self.fill / 0.95) ** 2)


def sheets_in(work: Pixels, written: NDArray[np.bool_]) -> list[Sheet]:
    """Suggest sheets, the likeliest first.

    Args:
        work: Blue, green and red; at most `WORK_SIDE` long.
        written: Where text may be, as large as it.
    """
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_STROKE, _STROKE))
    plain = cv2.medianBlur(cv2.morphologyEx(work, cv2.MORPH_CLOSE, kernel), 5).astype(np.uint8, copy=False)
    found = [
        sheet
        for mask in _masks(plain, written)
        for corners, fill in _quads(mask)
        if (sheet := _refined(plain, corners, fill)) is not None
    ]
    return sorted(found, key=lambda sheet: -sheet.score)


def _masks(plain: Pixels, written: NDArray[np.bool_]) -> Iterator[Pixels]:
    light, a, b = cv2.split(cv2.cvtColor(plain, cv2.COLOR_BGR2LAB))
    chroma = cv2.add(cv2.absdiff(a, np.median(a[written])), cv2.absdiff(b, np.median(b[written])))
    for level in (light, cv2.subtract(light, chroma)):
        yield cv2.threshold(level, 0, 255, cv2.THRESH_OTSU)[1].astype(np.uint8, copy=False)
    seeds = _seeds(written)
    for low, high, step in ((15, 45, 3), (30, 90, 4), (50, 120, 6)):
        edges = cv2.Canny(plain, low, high)
        yield _flooded(plain, _thicker(edges), seeds, step)


def _seeds(written: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Some places amid what is written."""
    ys, xs = np.nonzero(written)
    picked = np.linspace(0, len(xs) - 1, 9).round().astype(int)[1:-1]
    return [(int(xs[one]), int(ys[one])) for one in picked]


def _flooded(plain: Pixels, barrier: Pixels, seeds: list[tuple[int, int]], step: int) -> Pixels:
    """What can be reached from the seeds without crossing an edge."""
    mask = np.pad((barrier > 0).astype(np.uint8), 1)
    flags = 4 | cv2.FLOODFILL_MASK_ONLY | (2 << 8)
    for seed in seeds:
        if mask[seed[1] + 1, seed[0] + 1] == 0:
            cv2.floodFill(plain.copy(), mask, seed, 0, (step,) * 3, (step,) * 3, flags)
    # The barrier is as wide as its edges were thickened.
    return _thicker((mask[1:-1, 1:-1] == 2) * 255)


def _thicker(mask: NDArray[Any]) -> Pixels:
    return np.asarray(cv2.dilate(mask.astype(np.uint8), np.ones((3, 3), np.uint8)), np.uint8)


def _quads(mask: Pixels) -> Iterator[tuple[Points, float]]:
    """The quadrilaterals around the large pieces of a mask, and how much of each it covers."""
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (9, 9))
    whole = cv2.morphologyEx(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, kernel), cv2.MORPH_OPEN, kernel)
    contours, _ = cv2.findContours(whole, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    for contour in sorted(contours, key=cv2.contourArea, reverse=True)[:2]:
        area = cv2.contourArea(contour)
        if area < _SMALLEST * mask.size or len(contour) < 4:
            continue
        hull = cv2.convexHull(contour)
        if len(hull) < 4:
            continue
        around = cv2.approxPolyN(hull, 4, ensure_convex=True).reshape(-1, 2).astype(np.float64)
        if len(around) == 4:
            yield around, min(1.0, area / max(cv2.contourArea(around.astype(np.float32)), 1.0))


def _refined(plain: Pixels, corners: Points, fill: float) -> Sheet | None:
    """Move each side to the edge beside it."""
    grey = cv2.cvtColor(plain, cv2.COLOR_BGR2GRAY).astype(np.float32)
    height, width = grey.shape
    corners = _clockwise(np.clip(corners, (0, 0), (width - 1, height - 1)))
    sides = [_side(grey, corners[at], corners[(at + 1) % 4], corners.mean(axis=0)) for at in range(4)]
    met = [_crossing(sides[at - 1][0], sides[at][0]) for at in range(4)]
    if any(point is None for point in met):
        return None
    moved = np.array(met, np.float64)
    if np.hypot(*(moved - corners).T).max() > 5 * _SEARCH:
        return None
    return Sheet(
        corners=moved,
        support=(sides[0][1], sides[1][1], sides[2][1], sides[3][1]),
        is_rim=(sides[0][2], sides[1][2], sides[2][2], sides[3][2]),
        fill=fill,
    )


def _clockwise(corners: Points) -> Points:
    """From the corner nearest the picture's top left on."""
    around = corners - corners.mean(axis=0)
    ordered = corners[np.argsort(np.arctan2(around[:, 1], around[:, 0]))]
    return np.roll(ordered, -int(np.argmin(ordered.sum(axis=1))), axis=0)


def _side(
    grey: NDArray[np.float32], begin: Points, end: Points, middle: Points
) -> tuple[Points, float, bool]:
    """The line of an edge (a point, a direction), how much of it was seen, and whether it is the rim."""
    height, width = grey.shape
    line = np.array([begin, end - begin])
    rims = [begin[0] + end[0], begin[1] + end[1], 2 * width - 2 - begin[0] - end[0]]
    rims.append(2 * height - 2 - begin[1] - end[1])
    if min(rims) / 2 < _ON_RIM:
        return line, 1.0, True
    length = float(np.hypot(*(end - begin)))
    if length < 20:
        return line, 0.0, False
    inward = np.array([-(end - begin)[1], (end - begin)[0]]) / length
    inward *= np.sign((middle - begin) @ inward) or 1.0
    along = np.linspace(0.04, 0.96, _SAMPLES)[:, None, None]
    across = np.arange(-_SEARCH - 3, _SEARCH + 4)[None, :, None]
    places = (begin + along * (end - begin) + across * inward).astype(np.float32)
    xs, ys = np.ascontiguousarray(places[..., 0]), np.ascontiguousarray(places[..., 1])
    seen = cv2.remap(grey, xs, ys, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    # Lighter inside than outside: that is how paper lies on what is not white.
    rise = np.asarray(seen[:, 6:] + seen[:, 5:-1] - seen[:, 1:-5] - seen[:, :-6], np.float64) / 2
    best = np.abs(rise).argmax(axis=1)
    step = np.abs(rise)[np.arange(_SAMPLES), best]
    return _fitted(line, inward, along[:, 0, 0], best - float(_SEARCH), step > _STEP)


def _fitted(
    line: Points, inward: Points, along: Points, offset: Points, seen: NDArray[np.bool_]
) -> tuple[Points, float, bool]:
    """A straight line through most of the steps that were seen."""
    if seen.sum() < _SAMPLES // 6:
        return line, float(seen.mean()) * 0.5, False
    best, most = np.zeros(2), 0
    places, offsets = along[seen], offset[seen]
    for first in range(0, len(places), 3):
        for last in range(first + len(places) // 4, len(places), 3):
            slope = (offsets[last] - offsets[first]) / (places[last] - places[first])
            near = np.abs(offsets[first] + slope * (places - places[first]) - offsets) < 1.6
            if near.sum() > most:
                most, best = int(near.sum()), np.polyfit(places[near], offsets[near], 1)
    begin = line[0] + inward * np.polyval(best, 0.0)
    end = line[0] + line[1] + inward * np.polyval(best, 1.0)
    return np.array([begin, end - begin]), most / _SAMPLES, False


def _crossing(one: Points, other: Points) -> Points | None:
    """Where two lines meet; None for lines that run alongside."""
    ways = np.column_stack([one[1], -other[1]])
    if abs(np.linalg.det(ways)) < 1e-6:
        return None
    return np.asarray(one[0] + one[1] * np.linalg.solve(ways, other[0] - one[0])[0])
