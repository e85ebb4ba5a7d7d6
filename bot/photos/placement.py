"""Where each millimetre of the page lies in a photograph: a flat page at an angle, and its bend on top."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.domain.form_layout import PAGE_MM, Box
from bot.photos.picture import Pixels, Points

SMOOTH_MM = 45.0
"""Over which distance the drift of bent paper stays alike."""
GRID_MM = 5.0
"""Places are worked out at this distance, and evenly between, when all of the page is flattened."""

A_PAGE = Box(0, 0, *PAGE_MM)


@dataclass(frozen=True, eq=False)
class Placement:
    """Goes from the page (mm from its top left) to the picture (pixels)."""

    flat: Points
    """The homography of a flat page, 3 by 3."""
    known: Points
    """The places found, in mm."""
    pull: Points
    """How much each of them moves its neighbourhood, in mm; nothing on a flat page."""

    def at(self, page: Points) -> Points:
        """Where places of the page lie in the picture.

        Args:
            page: In mm, n by 2.

        Returns:
            In pixels, n by 2; far outside for what lies behind the camera.
        """
        return project(self.flat, page + self._drift(page))

    def box(self, box: Box) -> Points:
        """The corners of a rectangle of the page in the picture, clockwise from its top left."""
        return self.at(corners_of(box))

    @property
    def page(self) -> Points:
        """The page's four corners in the picture."""
        return self.box(A_PAGE)

    def pixels_per_mm(self, box: Box) -> float:
        """How large the picture shows a part of the page: the root of its area's ratio."""
        return float(np.sqrt(abs(_area(self.box(box))) / (box.width * box.height)))

    def cut_out(self, picture: Pixels, box: Box, per_mm: float) -> Pixels:
        """Flatten a small part of the page, where it does not bend much within.

        Args:
            picture: Grey or colour.
            box: Which part, in mm.
            per_mm: Pixels for a millimetre of the result.

        Returns:
            That part upright; what lies outside the picture is as its rim.
        """
        return flatten_quad(picture, self.box(box), box.width, box.height, per_mm)

    def flatten(self, picture: Pixels, per_mm: float, box: Box = A_PAGE) -> Pixels:
        """A part of the page upright, its bend taken out.

        Args:
            picture: Grey or colour.
            per_mm: Pixels for a millimetre of the result.
            box: Which part, in mm; all of it if not said.

        Returns:
            As many pixels as the part has, white where the picture does not show it.
        """
        across, down = (max(2, round(side / GRID_MM) + 1) for side in (box.width, box.height))
        xs = np.linspace(box.x, box.x + box.width, across)
        ys = np.linspace(box.y, box.y + box.height, down)
        knots = self.at(np.stack(np.meshgrid(xs, ys), axis=-1).reshape(-1, 2)).reshape(down, across, 2)
        return flatten_net(picture, knots, (round(box.width * per_mm), round(box.height * per_mm)))

    def _drift(self, page: Points) -> Points:
        if len(self.known) == 0:
            return np.zeros_like(page)
        return np.asarray(likeness(page, self.known) @ self.pull, float)


def project(homography: Points, places: Points) -> Points:
    """Apply a homography to places, n by 2; what comes to lie behind the camera goes far away."""
    spread = np.column_stack([places, np.ones(len(places))]) @ homography.T
    depth = spread[:, 2:] / homography[2, 2]
    return np.asarray(spread[:, :2] / homography[2, 2] / np.maximum(depth, 1e-3), float)


def corners_of(box: Box) -> Points:
    """The corners of a rectangle, clockwise from its top left."""
    left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]], float)


def flatten_quad(picture: Pixels, quad: Points, width: float, height: float, per_mm: float) -> Pixels:
    """Show four corners of a picture, clockwise from the top left, as an upright rectangle.

    Args:
        picture: Grey or colour.
        quad: In pixels.
        width: In mm.
        height: In mm.
        per_mm: Pixels for a millimetre of the result.
    """
    size = (max(1, round(width * per_mm)), max(1, round(height * per_mm)))
    # The middle of a pixel is at a whole number, so that the rectangle begins half a pixel before.
    turn = cv2.getPerspectiveTransform(
        (corners_of(Box(0, 0, *size)) - 0.5).astype(np.float32), quad.astype(np.float32)
    )
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    flat = cv2.warpPerspective(picture, turn, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(flat, np.uint8)


def flatten_net(picture: Pixels, knots: Points, size: tuple[int, int]) -> Pixels:
    """Show what lies within a net of places upright.

    Args:
        picture: Grey or colour.
        knots: In pixels, rows by columns by 2; at even distances, the outer ones on the rim of the result.
        size: The result's width and height in pixels.

    Returns:
        White where the picture does not show it.
    """
    maps = [_stretched(knots[:, :, axis], *size) for axis in (0, 1)]
    flat = cv2.remap(picture, maps[0], maps[1], cv2.INTER_LINEAR, borderValue=(255, 255, 255))
    return np.asarray(flat, np.uint8)


def likeness(some: Points, others: Points) -> Points:
    """How alike the drift is at some places and at others: 1 at the same place, 0 far away.

    Args:
        some: In mm, n by 2.
        others: In mm, m by 2.

    Returns:
        n by m.
    """
    far = ((some[:, None, :] - others[None, :, :]) ** 2).sum(axis=2)
    return np.asarray(np.exp(-far / (2 * SMOOTH_MM**2)), float)


def _area(quad: Points) -> float:
    x, y = quad.T
    return float((x * np.roll(y, -1) - y * np.roll(x, -1)).sum() / 2)


def _stretched(knots: Points, width: int, height: int) -> NDArray[np.float32]:
    """Values at even distances, the outer ones on the page's rim, for the middle of every pixel of it."""
    down, across = knots.shape
    column = ((np.arange(width) + 0.5) * (across - 1) / width).astype(np.float32)
    row = ((np.arange(height) + 0.5) * (down - 1) / height).astype(np.float32)
    xs, ys = (np.ascontiguousarray(part) for part in np.meshgrid(column, row))
    return np.asarray(cv2.remap(knots.astype(np.float32), xs, ys, cv2.INTER_LINEAR), np.float32)
