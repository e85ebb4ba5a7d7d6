"""Says what makes a photograph of somebody else's paper unusable, and where; blur is judged where text is."""

from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.domain.page_check import Problem, Side, Trouble
from bot.photos.picture import Picture, Pixels, Points
from bot.photos.strokes import strokes_of

DARK = 40
"""Paper darker than this, of 255, shows no pencil."""
BURNT = 252
SMALL_PER_MM = 2.0
DETAIL = 0.025
"""In focus pages have more than 0.035; blurred by 0.3 mm 0.037 at the median, by 0.45 mm less than 0.02."""
PER_MM = 3.0
_BROAD, _FINE = (0.15, 0.4), (0.7, 1.2)
"""Waves a millimetre: words and lines, and the strokes of small letters."""


def paper_troubles(picture: Picture, corners: Points) -> tuple[Trouble, ...]:
    """What makes it unusable.

    Args:
        picture: The photograph.
        corners: The page's own, in its pixels: clockwise from the top left.

    Returns:
        The most useful first; none when it can be used.
    """
    if (cut := _cut_off(picture, corners)) is not None:
        return (cut,)
    per_mm = float(np.sqrt(cv2.contourArea(corners.astype(np.float32)) / (210 * 297)))
    spot = picture.share_of(corners)
    if per_mm < SMALL_PER_MM:
        return (Trouble(problem=Problem.TOO_SMALL, spot=spot),)
    page = _cut_out(picture.grey, corners)
    if float(np.percentile(page, 75)) < DARK:
        return (Trouble(problem=Problem.DARK),)
    if (glare := _glare(picture, corners)) is not None:
        return (glare,)
    if fine_detail(page) < DETAIL:
        return (Trouble(problem=Problem.BLURRED),)
    return ()


def fine_detail(page: Pixels) -> float:
    """How much of the fine detail of what is written is there, in the direction that has least of it.

    Blur takes the fine waves and leaves the broad ones, whatever the ink; a moving hand takes those of one
    direction.

    Args:
        page: The flattened page, grey, at 3 pixels for a millimetre.

    Returns:
        Fine waves as a share of broad ones: 0.04 and more when in focus; 0 without anything written.
    """
    strokes, paper = strokes_of(page, round(5 * PER_MM))
    rim = round(3 * PER_MM)
    strokes[:rim] = strokes[-rim:] = False
    strokes[:, :rim] = strokes[:, -rim:] = False
    around = cv2.dilate(strokes.astype(np.float32), np.ones((7, 7), np.uint8))
    window = np.asarray(cv2.GaussianBlur(around, (0, 0), 1.5), np.float32)
    contrast = (1 - page / np.maximum(paper, 1).astype(np.float32)).astype(np.float32)
    written, blank = _power(contrast, window), _power(contrast, 1 - window)
    broad, fine = _bands(*page.shape)
    all_broad = float(written[broad].mean())
    if all_broad <= 0:
        return 0.0
    # The camera's grain is as fine: as much of it as the blank paper has is taken off.
    least = min(float(written[one].mean() - blank[one].mean()) for one in fine)
    return float(np.sqrt(max(least, 0.0) / all_broad))


def _power(contrast: NDArray[np.float32], window: NDArray[np.float32]) -> NDArray[np.float32]:
    """How strong each wave is, for each pixel of the window."""
    waves = cv2.dft(contrast * window, flags=cv2.DFT_COMPLEX_OUTPUT)
    return np.asarray((waves**2).sum(axis=2) / max(float((window**2).sum()), 1.0), np.float32)


@cache
def _bands(height: int, width: int) -> tuple[NDArray[np.bool_], tuple[NDArray[np.bool_], ...]]:
    """Which waves are broad, and which are fine in each of four directions."""
    down, across = np.fft.fftfreq(height, 1 / PER_MM)[:, None], np.fft.fftfreq(width, 1 / PER_MM)[None]
    often, way = np.hypot(down, across), np.arctan2(down, across)
    fine = (often > _FINE[0]) & (often < _FINE[1])
    off = [np.abs((way - at * np.pi / 4 + np.pi / 2) % np.pi - np.pi / 2) for at in range(4)]
    return (often > _BROAD[0]) & (often < _BROAD[1]), tuple(fine & (each < np.pi / 8) for each in off)


def _cut_out(pixels: Pixels, corners: Points) -> Pixels:
    width, height = round(210 * PER_MM), round(297 * PER_MM)
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    turn = cv2.getPerspectiveTransform(corners.astype(np.float32), target)
    return np.asarray(
        cv2.warpPerspective(pixels, turn, (width, height), borderMode=cv2.BORDER_REPLICATE), np.uint8
    )


def _cut_off(picture: Picture, corners: Points) -> Trouble | None:
    """Does text run out of the picture where the page goes on outside it?"""
    page = _cut_out(picture.grey, corners)
    strokes, _ = strokes_of(page, round(5 * PER_MM))
    deep = round(3 * PER_MM)
    strips = {
        Side.TOP: strokes[:deep],
        Side.RIGHT: strokes[:, -deep:],
        Side.BOTTOM: strokes[-deep:],
        Side.LEFT: strokes[:, :deep],
    }
    size = np.array(picture.size) - 1
    for at, (side, strip) in enumerate(strips.items()):
        begin, end = corners[at], corners[(at + 1) % 4]
        places = np.linspace(begin, end, 9)[1:-1]
        on_rim = (np.minimum(places, size - places).min(axis=1) < 4).mean() > 0.5
        if on_rim and not picture.is_document and float(strip.mean()) > 0.02:
            inside = corners[[at - 1, (at + 2) % 4]]
            near = np.array([begin, end, begin + 0.15 * (inside[0] - begin), end + 0.15 * (inside[1] - end)])
            return Trouble(problem=Problem.CUT_OFF, side=side, spot=picture.share_of(near))
    return None


def _glare(picture: Picture, corners: Points) -> Trouble | None:
    """A burnt patch on paper that is otherwise not."""
    mask = np.zeros(picture.grey.shape, np.uint8)
    cv2.fillConvexPoly(mask, corners.round().astype(np.int32), 255)
    paper = float(np.percentile(picture.grey[mask > 0], 60))
    if paper > 238 or picture.is_document:
        return None
    burnt = ((picture.grey >= BURNT) & (mask > 0)).astype(np.uint8)
    burnt = np.asarray(cv2.morphologyEx(burnt, cv2.MORPH_OPEN, np.ones((9, 9), np.uint8)), np.uint8)
    if float(burnt.sum()) < 0.02 * float((mask > 0).sum()):
        return None
    ys, xs = np.nonzero(burnt)
    return Trouble(problem=Problem.GLARE, spot=picture.share_of(np.column_stack([xs, ys]).astype(np.float64)))
