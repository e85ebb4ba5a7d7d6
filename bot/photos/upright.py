"""Guesses which way up a page of text lies: by the way of its lines, their rims and their signs."""

import numpy as np
from numpy.typing import NDArray

from bot.photos.picture import Pixels
from bot.photos.strokes import LINE_PER_MM, Lines, strokes_of

_SURE = 0.12
"""Closer votes leave the page as the camera held it."""


def turns_needed(flat: Pixels, lines: Lines) -> int:
    """How many corners further round the page's own top left lies.

    Args:
        flat: The page as the picture shows it, grey, at `LINE_PER_MM`.
        lines: Its lines of text.

    Returns:
        0 to 3: each is a quarter turn of the page to the right in the picture.
    """
    strokes, _ = strokes_of(flat, round(5 * LINE_PER_MM))
    on_side = lines.down > lines.across
    # As read by turning the page on its side to the left.
    level = np.rot90(strokes, 1) if on_side else strokes
    is_head_down = _upside(level) < -_SURE
    return (1 if on_side else 0) + (2 if is_head_down else 0)


def _upside(strokes: NDArray[np.bool_]) -> float:
    """Positive for text the right way up, negative for text on its head, near 0 for neither."""
    return _ragged(strokes) + _ascending(strokes)


def _ragged(strokes: NDArray[np.bool_]) -> float:
    """Lines begin below each other and end where they will."""
    rows = np.flatnonzero(strokes.mean(axis=1) > 0.02)
    if len(rows) < 20:
        return 0.0
    width = strokes.shape[1]
    inner = strokes[rows][:, width // 50 : -(width // 50)]
    begins, ends = inner.argmax(axis=1), inner[:, ::-1].argmax(axis=1)
    spread = [float(np.median(np.abs(side - np.percentile(side, 20)))) for side in (begins, ends)]
    return float((spread[1] - spread[0]) / (spread[0] + spread[1] + 0.02 * width))


def _ascending(strokes: NDArray[np.bool_]) -> float:
    """More signs rise above small letters than hang below them."""
    profile = strokes.mean(axis=1)
    if profile.max() <= 0:
        return 0.0
    changes = np.diff(profile)
    # The foot of a line of Latin letters is sharp, its head is soft.
    falls, rises = np.sort(-changes)[-40:].sum(), np.sort(changes)[-40:].sum()
    return float((falls - rises) / (falls + rises + 1e-6))
