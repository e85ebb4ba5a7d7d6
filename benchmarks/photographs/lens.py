"""What a phone makes of what it sees: out of focus, shaken, grainy, smaller, and a JPEG."""

import cv2
import numpy as np
from numpy.random import Generator

from benchmarks.photographs.arrays import Bytes, Floats, Size, floats, resized, rotation

GAMMA = 2.2


def defocused(picture: Floats, radius: float) -> Floats:
    """Every point becomes a disc of so many pixels; a small one hardly matters."""
    if radius < 0.4:
        return picture
    half = int(np.ceil(radius)) + 1
    x, y = np.meshgrid(np.arange(-half, half + 1), np.arange(-half, half + 1))
    disc = np.clip(radius + 0.5 - np.hypot(x, y), 0, 1)
    return floats(cv2.filter2D(picture, -1, floats(disc / disc.sum())))


def shaken(picture: Floats, length: float, degrees: float) -> Floats:
    """Every point becomes a line of so many pixels."""
    if length < 1:
        return picture
    half = int(np.ceil(length / 2)) + 1
    kernel = np.zeros((2 * half + 1, 2 * half + 1), np.uint8)
    way = rotation(degrees)[0] * length / 2
    start, end = (np.round((np.array([half, half]) + sign * way) * 16).astype(int) for sign in (-1, 1))
    cv2.line(kernel, tuple(map(int, start)), tuple(map(int, end)), 255, 1, cv2.LINE_AA, 4)
    return floats(cv2.filter2D(picture, -1, floats(kernel) / float(kernel.sum())))


def exposed(chance: Generator, picture: Floats, exposure: float, noise: float) -> Floats:
    """More or less light on the sensor, and its grain.

    Args:
        chance: Where chance comes from.
        picture: As it should be.
        exposure: 1 leaves it; light that is too much is cut off at white.
        noise: The grain's spread, in steps of 255.
    """
    light = np.power(np.clip(picture, 0, 4), GAMMA, dtype=np.float32) * exposure
    seen = np.power(np.clip(light, 0, 1), 1 / GAMMA, dtype=np.float32)
    grain = chance.standard_normal(picture.shape, dtype=np.float32) * (noise / 255)
    return floats(np.clip(seen + grain, 0, 1))


def jpeg(picture: Floats, size: Size, quality: int) -> bytes:
    """Make it smaller and compress it.

    Args:
        picture: Values 0 to 1.
        size: Of the finished one.
        quality: Of the JPEG, 1 to 100.
    """
    small: Bytes = np.round(np.clip(resized(picture, size), 0, 1) * 255).astype(np.uint8)
    _, content = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return content.tobytes()
