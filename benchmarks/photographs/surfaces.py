"""What lies under and around a paper on a table: wood, cloth, white, tiles, and other things."""

from collections.abc import Callable, Mapping

import cv2
import numpy as np
from numpy.random import Generator

from benchmarks.photographs.arrays import (
    Floats,
    Size,
    blurred,
    cloud,
    ellipse,
    filled,
    floats,
    happens,
    laid_over,
    pick,
    resized,
    rotation,
)

COARSER = 2
"""Surfaces are made at half the size: nobody looks at their finest threads."""


def a_surface(chance: Generator, size: Size, names: tuple[str, ...]) -> tuple[str, Floats]:
    """One of some surfaces, and its name."""
    name = str(chance.choice(names))
    small = (size[0] // COARSER, size[1] // COARSER)
    return name, resized(np.clip(SURFACES[name](chance, small), 0, 1), size)


def _wood(chance: Generator, size: Size) -> Floats:
    x, y = np.meshgrid(np.arange(size[0]), np.arange(size[1]))
    turn = rotation(pick(chance, 0, 180))
    along, across = x * turn[0, 0] + y * turn[1, 0], x * turn[0, 1] + y * turn[1, 1]
    wobble = cloud(chance, size, 160, 3) * 60
    rings = 0.5 + 0.5 * np.sin((across + wobble + along * 0.02) / pick(chance, 5, 14))
    fibres = cloud(chance, size, 6, 3)
    shade = floats(0.75 + 0.16 * rings + 0.14 * fibres)
    plank = np.abs(across % pick(chance, 120, 300)) < 2
    shade[plank] *= 0.6
    tone = ((0.25, 0.42, 0.62), (0.35, 0.55, 0.75), (0.10, 0.18, 0.30), (0.55, 0.66, 0.75))
    return floats(shade[..., None] * floats(tone[int(chance.integers(len(tone)))]) * 1.1)


def _cloth(chance: Generator, size: Size) -> Floats:
    x, y = np.meshgrid(np.arange(size[0]), np.arange(size[1]))
    turn, step = rotation(pick(chance, 0, 90)), pick(chance, 14, 45)
    wobble = cloud(chance, size, 200, 2) * 18
    columns = ((x * turn[0, 0] + y * turn[1, 0] + wobble) // step) % 2
    rows = ((x * turn[0, 1] + y * turn[1, 1] + wobble) // step) % 2
    shade = (columns + rows) / 2
    colour, white = chance.uniform(0.05, 0.75, 3), chance.uniform(0.75, 0.95)
    cloth = white * (1 - shade[..., None]) + colour * shade[..., None]
    return floats(cloth * (0.9 + 0.1 * cloud(chance, size, 3, 2))[..., None])


def _plain(chance: Generator, size: Size, low: float, high: float) -> Floats:
    tone = pick(chance, low, high) * (1 + chance.normal(0, 0.03, 3))
    return floats(tone * (0.95 + 0.05 * cloud(chance, size, 220, 5))[..., None])


def _white(chance: Generator, size: Size) -> Floats:
    return _plain(chance, size, 0.80, 0.95)


def _dark(chance: Generator, size: Size) -> Floats:
    return _plain(chance, size, 0.06, 0.3)


def _coloured(chance: Generator, size: Size) -> Floats:
    return floats(_plain(chance, size, 0.6, 0.9) * chance.uniform(0.25, 1.0, 3))


def _tiles(chance: Generator, size: Size) -> Floats:
    x, y = np.meshgrid(np.arange(size[0]), np.arange(size[1]))
    turn, step = rotation(pick(chance, 0, 90)), pick(chance, 60, 160)
    columns = (x * turn[0, 0] + y * turn[1, 0]) % step
    rows = (x * turn[0, 1] + y * turn[1, 1]) % step
    tile = floats(_plain(chance, size, 0.45, 0.85) * (0.8 + 0.3 * cloud(chance, size, 40, 4))[..., None])
    tile[(columns < 4) | (rows < 4)] *= pick(chance, 0.5, 0.8)
    return tile


SURFACES: Mapping[str, Callable[[Generator, Size], Floats]] = {
    "wood": _wood,
    "cloth": _cloth,
    "white": _white,
    "dark": _dark,
    "coloured": _coloured,
    "tiles": _tiles,
}


def strewn(chance: Generator, picture: Floats, count: int) -> Floats:
    """Lay things on a table: cups, pens, cards, a phone, each with its shadow."""
    for _ in range(count):
        picture = _thing(chance, picture)
    return picture


def _thing(chance: Generator, picture: Floats) -> Floats:
    height, width = picture.shape[:2]
    size, unit = (width, height), max(width, height)
    centre = (pick(chance, 0, width), pick(chance, 0, height))
    kind = str(chance.choice(["cup", "pen", "card", "phone"]))
    if kind == "cup":
        radius = unit * pick(chance, 0.04, 0.08)
        mask = ellipse(size, centre, (radius, radius * pick(chance, 0.8, 1)), 0)
        inside = ellipse(size, centre, (radius * 0.85, radius * 0.7), 0)
        below = _shadowed(picture, mask)
        return laid_over(laid_over(below, chance.uniform(0.3, 1, 3), mask), (0.08, 0.13, 0.2), inside)
    half = {"pen": (0.08, 0.005), "card": (0.06, 0.04), "phone": (0.09, 0.045)}[kind]
    box = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * half * unit @ rotation(pick(chance, 0, 180)).T
    mask = filled(size, box + centre)
    colour = chance.uniform(0.02, 0.12, 3) if kind == "phone" else chance.uniform(0.1, 0.95, 3)
    return laid_over(_shadowed(picture, mask), colour, mask)


def other_papers(chance: Generator, picture: Floats, sheets: list[Floats]) -> Floats:
    """Lay other papers on a table, turned and partly out of the picture."""
    height, width = picture.shape[:2]
    for sheet in sheets:
        long = max(width, height) * pick(chance, 0.6, 1.0)
        scale = long / sheet.shape[0]
        turn = rotation(pick(chance, 0, 360)) * scale
        middle = np.array([pick(chance, 0, width), pick(chance, 0, height)])
        start = middle - turn @ (np.array([sheet.shape[1], sheet.shape[0]]) / 2)
        matrix = np.c_[turn, start]
        mask = cv2.warpAffine(np.ones(sheet.shape[:2], np.float32), matrix, (width, height))
        laid = cv2.warpAffine(sheet, matrix, (width, height), flags=cv2.INTER_AREA)
        tone = pick(chance, 0.82, 1.0)
        picture = laid_over(_shadowed(picture, floats(mask)), floats(laid) * tone, floats(mask))
    return picture


def _shadowed(picture: Floats, mask: Floats) -> Floats:
    """The picture with a soft shadow of something that lies on it."""
    wide = max(picture.shape[:2]) / 250
    shade = blurred(np.roll(mask, (round(wide), round(wide)), (0, 1)), wide)
    return floats(picture * (1 - 0.45 * shade[..., None]))


def is_often(chance: Generator, share: float) -> int:
    """How many things lie around: none, or one to five."""
    return int(chance.integers(1, 6)) if happens(chance, share) else 0
