"""A small picture that shows, without a word, what to do better: the photograph with the spot marked."""

from collections.abc import Sequence

import cv2
import numpy as np

from bot.domain.page_check import Problem, Trouble
from bot.photos.opening import at_most
from bot.photos.picture import Picture, Pixels, Points
from bot.photos.scan import LARGEST_SMALL, within

LONGEST_SIDE = 800
RED = (40, 30, 220)
WHITE = (255, 255, 255)
_DIM = 0.5
_LIGHTEN_BELOW = 60
"""A picture darker than this is shown lighter, so that it is recognised."""
_THICK = 0.011
"""Of the longest side."""


def marked(picture: Picture, troubles: Sequence[Trouble]) -> bytes:
    """Show what makes a photograph unusable.

    Args:
        picture: The photograph.
        troubles: What is wrong; the first one's spot is outlined and the rest dimmed.

    Returns:
        A JPEG of at most 60 kB, 800 pixels long at most.
    """
    shown = at_most(picture.colour, LONGEST_SIDE).copy()
    if shown.mean() < _LIGHTEN_BELOW:
        shown = cv2.convertScaleAbs(shown, alpha=_LIGHTEN_BELOW / max(float(shown.mean()), 20.0)).astype(
            np.uint8
        )
    first = troubles[0] if troubles else None
    if first is not None:
        shown = _outlined(shown, first)
        _cross(shown)
    return within(shown, LARGEST_SMALL)


def _outlined(shown: Pixels, trouble: Trouble) -> Pixels:
    height, width = shown.shape[:2]
    thick = max(3, round(max(height, width) * _THICK))
    x, y, across, down = trouble.spot or (0.0, 0.0, 1.0, 1.0)
    low = (round(x * width), round(y * height))
    high = (round((x + across) * width), round((y + down) * height))
    dimmed = (shown * _DIM).astype(np.uint8)
    dimmed[low[1] : high[1], low[0] : high[0]] = shown[low[1] : high[1], low[0] : high[0]]
    inner = (
        (max(low[0], thick), max(low[1], thick)),
        (min(high[0], width - thick), min(high[1], height - thick)),
    )
    for colour, size in ((WHITE, 2 * thick), (RED, thick)):
        cv2.rectangle(dimmed, *inner, colour, size)
    if trouble.problem is Problem.CUT_OFF and trouble.spot is not None:
        _arrow(dimmed, trouble.spot, thick)
    if trouble.problem is Problem.TOO_SMALL:
        _grow(dimmed, inner, thick)
    return dimmed


def _arrow(shown: Pixels, spot: tuple[float, float, float, float], thick: int) -> None:
    """Point to where the picture has to go on: from its middle over its rim."""
    height, width = shown.shape[:2]
    size = np.array([width, height])
    middle = np.array([spot[0] + spot[2] / 2 - 0.5, spot[1] + spot[3] / 2 - 0.5])
    axis = int(np.argmax(np.abs(middle)))
    way = np.zeros(2)
    way[axis] = np.sign(middle[axis]) or 1.0
    end = (0.5 + way * 0.46) * size
    for colour, wide in ((WHITE, 3 * thick), (RED, 2 * thick)):
        _draw_arrow(shown, end - way * size * 0.25, end, colour, wide)


def _grow(shown: Pixels, spot: tuple[tuple[int, int], tuple[int, int]], thick: int) -> None:
    """Point from the small page to the corners of the picture: come closer."""
    height, width = shown.shape[:2]
    (left, top), (right, bottom) = spot
    rim = 4 * thick
    begins = ((left, top), (right, top), (right, bottom), (left, bottom))
    ends = ((rim, rim), (width - rim, rim), (width - rim, height - rim), (rim, height - rim))
    for begin, end in zip(begins, ends, strict=True):
        for colour, wide in ((WHITE, 2 * thick), (RED, thick)):
            _draw_arrow(shown, np.array(begin), np.array(end), colour, wide)


def _draw_arrow(shown: Pixels, begin: Points, end: Points, colour: tuple[int, int, int], wide: int) -> None:
    first, last = ([round(float(value)) for value in point] for point in (begin, end))
    cv2.arrowedLine(shown, first, last, colour, wide, cv2.LINE_AA, tipLength=0.3)


def _cross(shown: Pixels) -> None:
    """A white cross on a red disc, in the top right corner."""
    height, width = shown.shape[:2]
    radius = max(12, max(height, width) // 18)
    x, y = width - radius * 3 // 2, radius * 3 // 2
    cv2.circle(shown, (x, y), radius + 3, WHITE, -1, cv2.LINE_AA)
    cv2.circle(shown, (x, y), radius, RED, -1, cv2.LINE_AA)
    arm = radius // 2
    for way in (1, -1):
        cv2.line(shown, (x - arm, y - arm * way), (x + arm, y + arm * way), WHITE, radius // 4, cv2.LINE_AA)
