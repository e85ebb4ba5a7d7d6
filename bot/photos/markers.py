"""Finds the four black squares in the corners of a form."""

from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np

from bot.domain.form_layout import MARKERS
from bot.photos.picture import Pixels, Points


@dataclass(frozen=True, kw_only=True, eq=False)
class Marker:
    """One of the corner marks as it was seen."""

    which: int
    """An index of `form_layout.MARKERS`."""
    corners: Points
    """Four, clockwise from its own top left, in pixels."""


def find_markers(grey: Pixels) -> tuple[Marker, ...]:
    """Look for the corner marks; of a mark that is seen twice, none is taken.

    Args:
        grey: The picture, at any turn.
    """
    corners, numbers, _ = _detector().detectMarkers(grey)
    seen = [] if numbers is None else [int(number) for number in np.ravel(numbers)]
    return tuple(
        Marker(which=which, corners=np.asarray(quad, float).reshape(4, 2))
        for which, quad in zip(seen, corners, strict=True)
        if which < len(MARKERS) and seen.count(which) == 1
    )


@cache
def _detector() -> cv2.aruco.ArucoDetector:
    settings = cv2.aruco.DetectorParameters()
    settings.cornerRefinementMethod = cv2.aruco.CORNER_REFINE_SUBPIX
    settings.adaptiveThreshWinSizeMin = 5
    settings.adaptiveThreshWinSizeMax = 25
    settings.adaptiveThreshWinSizeStep = 10
    settings.minMarkerPerimeterRate = 0.03
    settings.maxMarkerPerimeterRate = 0.5
    words = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    return cv2.aruco.ArucoDetector(words, settings)
