"""Tells a picture that is blurred all over from one that merely shows no page."""

import cv2
import numpy as np

from bot.photos.opening import at_most
from bot.photos.page_edges import WORK_SIDE
from bot.photos.picture import Picture
from bot.photos.strokes import is_written

_WIDE = 6.0
"""In pixels: edges are 3 to 5 wide in focus, 7 and more out of it or shaken."""
_WRITTEN = 0.2
"""Of the picture: where this much looks written on, it may well be a page."""
_WINDOW = np.ones((25, 25), np.uint8)
_PEAK = np.ones((9, 9), np.uint8)


def is_blurred_page(picture: Picture) -> bool:
    """Does this look like something written, nowhere in focus?"""
    work = at_most(picture.grey, WORK_SIDE)
    return bool(is_written(work).mean() > _WRITTEN) and edge_width(picture) > _WIDE


def edge_width(picture: Picture) -> float:
    """How wide the sharper edges of a picture are, in its pixels; 0 without edges.

    Each way is measured on its own and the sharpest counts: a screen's letters are sharp in one way at least.
    """
    grey = cv2.GaussianBlur(picture.grey, (0, 0), 1.0).astype(np.float32)
    across = cv2.Sobel(grey, cv2.CV_32F, 1, 0, scale=1 / 8)
    down = cv2.Sobel(grey, cv2.CV_32F, 0, 1, scale=1 / 8)
    steep = cv2.magnitude(across, down)
    step = cv2.dilate(grey, _WINDOW) - cv2.erode(grey, _WINDOW)
    least = max(25.0, 0.15 * float(np.percentile(grey, 90)))
    is_edge = (steep >= cv2.dilate(steep, _PEAK) * 0.999) & (step > least)
    wide = step[is_edge] / np.maximum(steep[is_edge], 0.1)
    way = np.arctan2(down[is_edge], across[is_edge]) % np.pi
    off = (np.abs((way - at * np.pi / 4 + np.pi / 2) % np.pi - np.pi / 2) for at in range(4))
    ways = [wide[each < np.pi / 8] for each in off]
    widths = [float(np.percentile(one, 25)) for one in ways if len(one) > max(10, 0.05 * len(wide))]
    return min(widths) if widths else 0.0
