"""Makes a clean scan of a page that was laid flat: shadow and colour cast gone, pencil and stamps kept."""

import cv2
import numpy as np

from bot.photos.opening import at_most, encoded
from bot.photos.picture import Pixels

PER_MM = 5.0
"""Pixels for a millimetre of a scan: 127 dpi."""
LARGEST_SCAN = 90_000
"""In bytes."""
LARGEST_SMALL = 60_000
"""In bytes, of a picture for a newcomer, who may pay for each megabyte."""
SMALL_HEIGHT = 1000

_COARSE = 8
"""The background is worked out on a picture this many times smaller."""
_STROKE_MM = 8.0
"""Darker things thinner than this stand on the paper; what is broader may be its shadow."""
_DEEPEST_SHADOW = 0.45
"""Of the page's own light: what is broad and darker is no shadow."""
_WHITE = 0.93
"""From this share of the paper's light on, it is paper."""
_GAIN = 1.25
"""So much darker is what is drawn than it was, for pencil's sake."""
_QUALITIES = (55, 45, 36, 28, 20)


def cleaned(page: Pixels, per_mm: float = PER_MM) -> Pixels:
    """Take shadow and colour cast out of a page.

    Args:
        page: Upright; grey, or blue, green and red.
        per_mm: Its pixels for a millimetre.

    Returns:
        Grey, the paper white. A coloured stamp is as dark as in the colour that shows it best.
    """
    even = cv2.divide(page, _background(page, per_mm), scale=255.0)
    if even.ndim == 3:
        blue, green, red = cv2.split(even)
        darkest = cv2.min(cv2.min(blue, green), red)
        even = cv2.addWeighted(cv2.cvtColor(even, cv2.COLOR_BGR2GRAY), 0.5, darkest, 0.5, 0.0)
    shades = np.arange(256) / 255 / _WHITE
    curve = np.clip(1 - (1 - shades) * _GAIN, 0, 1)
    return np.asarray(cv2.LUT(even, (curve * 255).round().astype(np.uint8)), np.uint8)


def scan_of(clean: Pixels) -> bytes:
    """A cleaned page as a JPEG of at most 90 kB."""
    return within(clean, LARGEST_SCAN)


def small_of(clean: Pixels) -> bytes:
    """A cleaned page as a JPEG for a newcomer's phone: about 1000 pixels long, at most 60 kB."""
    return within(at_most(clean, SMALL_HEIGHT), LARGEST_SMALL)


def within(pixels: Pixels, most: int) -> bytes:
    """A JPEG of at most so many bytes: first coarser, then smaller."""
    while True:
        for quality in _QUALITIES:
            content = encoded(pixels, quality)
            if len(content) <= most:
                return content
        pixels = at_most(pixels, max(pixels.shape[:2]) * 3 // 4)


def _background(page: Pixels, per_mm: float) -> Pixels:
    """What the paper alone would look like: what is thin and dark is closed, what is left is smoothed."""
    height, width = page.shape[:2]
    coarse = cv2.resize(
        page, (max(width // _COARSE, 8), max(height // _COARSE, 8)), interpolation=cv2.INTER_AREA
    )
    reach = max(3, round(_STROKE_MM * per_mm / _COARSE) | 1)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
    closed = cv2.morphologyEx(cv2.medianBlur(coarse, 3), cv2.MORPH_CLOSE, kernel)
    smooth = cv2.GaussianBlur(closed, (0, 0), reach / 3)
    light = np.percentile(smooth.reshape(-1, *smooth.shape[2:]), 90, axis=0)
    floor = np.maximum(smooth, (light * _DEEPEST_SHADOW).astype(np.uint8))
    return np.asarray(cv2.resize(np.maximum(floor, 1), (width, height)), np.uint8)
