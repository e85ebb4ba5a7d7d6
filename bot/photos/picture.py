"""A photograph as the reader looks at it: decoded, upright, and no larger than it needs to be."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.domain.page_check import Corners

Pixels = NDArray[np.uint8]
Points = NDArray[np.float64]
"""Places in a picture, in pixels: n rows of x and y."""
LONGEST_SIDE = 1600
"""In pixels; 5 to a millimetre of an A4 page that fills the picture."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Picture:
    """A photograph, or a page of a document, turned the right way by what its camera noted."""

    colour: Pixels
    """Height by width by blue, green and red."""
    grey: Pixels
    """Height by width."""
    scale: float = 1.0
    """Pixels of the picture as it was sent for one of ours; at least 1."""
    is_document: bool = False
    """A page of a PDF: it fills the picture."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height, in our pixels."""
        height, width = self.grey.shape
        return width, height

    def as_sent(self, points: Points) -> Corners:
        """Four corners in our pixels (a row of x and y each), in pixels of the picture that was sent."""
        first, second, third, fourth = (
            (round(float(x) * self.scale, 2), round(float(y) * self.scale, 2)) for x, y in points
        )
        return first, second, third, fourth

    def share_of(self, points: Points) -> tuple[float, float, float, float] | None:
        """The rectangle around points, as shares of the picture: x, y, width, height.

        Returns:
            None when none of it lies in the picture.
        """
        width, height = self.size
        shares = np.asarray(points, np.float64).reshape(-1, 2) / (width, height)
        (left, top), (right, bottom) = np.clip([shares.min(axis=0), shares.max(axis=0)], 0.0, 1.0)
        if right <= left or bottom <= top:
            return None
        return float(left), float(top), float(right - left), float(bottom - top)
