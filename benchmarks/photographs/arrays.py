"""Small helps with pictures as arrays: values 0 to 1, colours in the order blue, green, red."""

from collections.abc import Sequence
from typing import Any, cast

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Points = NDArray[np.float64]
"""Places as rows of x and y."""
Bytes = NDArray[np.uint8]
Size = tuple[int, int]
"""Width and height in pixels."""


def floats(values: Any) -> Floats:
    """The same as 32 bit numbers; not copied where they are so already."""
    return cast(Floats, np.asarray(values, dtype=np.float32))


def blurred(picture: Floats, sigma: float) -> Floats:
    """Smooth by a bell of so many pixels; a wide one is done small and enlarged."""
    if sigma < 0.3:
        return picture
    if sigma > 8:
        height, width = picture.shape[:2]
        less = sigma / 4
        small = resized(picture, (max(2, round(width / less)), max(2, round(height / less))))
        return resized(floats(cv2.GaussianBlur(small, (0, 0), 4)), (width, height))
    return floats(cv2.GaussianBlur(picture, (0, 0), sigma))


def resized(picture: Floats, size: Size) -> Floats:
    """Make larger or smaller; smaller without jagged edges."""
    is_smaller = size[0] < picture.shape[1]
    return floats(cv2.resize(picture, size, interpolation=cv2.INTER_AREA if is_smaller else cv2.INTER_LINEAR))


def filled(size: Size, polygon: Sequence[Sequence[float] | Points] | Points) -> Floats:
    """A mask of a polygon with smooth edges."""
    mask = np.zeros((size[1], size[0]), np.uint8)
    corners = np.round(np.asarray(polygon, dtype=np.float64) * 16).astype(np.int32)
    cv2.fillPoly(mask, [corners], 255, lineType=cv2.LINE_AA, shift=4)
    return floats(mask / 255)


def ellipse(size: Size, centre: Sequence[float] | Points, axes: Sequence[float], degrees: float) -> Floats:
    """A mask of an ellipse; `axes` are the halves, in pixels."""
    turns = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    circle = np.stack([np.cos(turns) * axes[0], np.sin(turns) * axes[1]], axis=1)
    return filled(size, circle @ rotation(degrees).T + np.asarray(centre))


def rotation(degrees: float) -> Points:
    """The matrix that turns clockwise on a screen."""
    turn = np.deg2rad(degrees)
    return np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])


def laid_over(below: Floats, above: Floats | Points | Sequence[float], mask: Floats) -> Floats:
    """Lay a picture or a colour over another, where a mask of one channel says so."""
    cover = mask[..., None]
    return floats(below * (1 - cover) + floats(above) * cover)


def cloud(chance: Generator, size: Size, cells: float, octaves: int = 4) -> Floats:
    """Soft random patches from 0 to 1.

    Args:
        chance: Where chance comes from.
        size: Of the picture.
        cells: Over how many pixels the largest patches change.
        octaves: How many times finer ones are laid over them, each half as strong.
    """
    total = np.zeros((size[1], size[0]), np.float32)
    strength = 1.0
    for _ in range(octaves):
        coarse = chance.random((int(size[1] / cells) + 2, int(size[0] / cells) + 2), dtype=np.float32)
        total += strength * resized(coarse, size)
        strength, cells = strength / 2, max(1.0, cells / 2)
    low, high = float(total.min()), float(total.max())
    return floats((total - low) / (high - low + 1e-6))


def pick(chance: Generator, low: float, high: float) -> float:
    """A number between two others, all equally likely."""
    return float(chance.uniform(low, high))


def happens(chance: Generator, probability: float) -> bool:
    """Does it, this time?"""
    return bool(chance.random() < probability)
