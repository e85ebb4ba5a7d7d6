"""Light on a photograph: its colour, where it comes from, shadows, glare, and a finger before the lens."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from benchmarks.photographs.arrays import (
    Floats,
    Points,
    Size,
    blurred,
    ellipse,
    filled,
    floats,
    laid_over,
    pick,
    rotation,
)

SKINS = ((0.55, 0.68, 0.88), (0.45, 0.58, 0.80), (0.30, 0.42, 0.62), (0.18, 0.26, 0.42), (0.62, 0.74, 0.92))
Spot = tuple[float, float, float, float]
"""x, y, width and height as shares of the picture."""


@dataclass(frozen=True, kw_only=True)
class Glare:
    """A lamp mirrored by the paper."""

    centre: tuple[float, float]
    """In pixels."""
    axes: tuple[float, float]
    """The halves of where it is strongest, in pixels."""
    degrees: float
    strength: float
    """1 and more makes the middle white."""
    softness: float
    """Of its edge, in shares of the axes."""


def lit(chance: Generator, picture: Floats, *, darkest: float, cast: float) -> Floats:
    """Light that falls off towards one side, in a colour of its own.

    Args:
        chance: Where chance comes from.
        picture: In even, white light.
        darkest: How much light is left on the dark side, 0 to 1.
        cast: How strongly the light is coloured; 0 for white.
    """
    height, width = picture.shape[:2]
    towards = rotation(pick(chance, 0, 360))[0]
    x = np.linspace(-1, 1, width, dtype=np.float32) * towards[0]
    y = np.linspace(-1, 1, height, dtype=np.float32) * towards[1]
    along = (x[None, :] + y[:, None] + 1.42) / 2.84
    corner = 1 - pick(chance, 0, 0.15) * (x[None, :] ** 2 + y[:, None] ** 2)
    light = floats((pick(chance, darkest, 1) + (1 - pick(chance, darkest, 1)) * along) * corner)
    warm = pick(chance, -cast, cast * 1.6)
    colour = floats((1 - warm, 1 - warm * 0.25 + pick(chance, -cast, cast) * 0.15, 1 + warm * 0.35))
    return floats(picture * light[..., None] * np.minimum(colour, 1.08))


def shadowed(chance: Generator, picture: Floats, *, depth: float, soft: tuple[float, float]) -> Floats:
    """The shadow of a hand, a head or a phone, reaching in from one side.

    Args:
        chance: Where chance comes from.
        picture: What it falls upon.
        depth: How much light it takes, 0 to 1.
        soft: How wide its edge is, from and to, in shares of the longer side.
    """
    height, width = picture.shape[:2]
    size, unit = (width, height), max(width, height)
    angle = pick(chance, 0, 360)
    start = np.array([width, height]) / 2 + rotation(angle)[0] * unit * 0.6
    aim = np.array([pick(chance, 0.25, 0.75) * width, pick(chance, 0.25, 0.75) * height])
    if chance.random() < 0.5:
        mask = ellipse(size, (start + aim) / 2, (unit * 0.35, unit * pick(chance, 0.12, 0.3)), angle)
    else:
        side = (aim - start)[::-1] * (1, -1) * pick(chance, 0.15, 0.5)
        mask = filled(size, [start - side, start + side, aim + side * 0.7, aim - side * 0.7])
    shade = blurred(mask, pick(chance, *soft) * unit)
    return floats(picture * (1 - depth * shade[..., None]))


def with_glare(picture: Floats, glare: Glare) -> Floats:
    """Add a mirrored lamp: it brightens, and where it is strongest nothing else is left."""
    height, width = picture.shape[:2]
    mask = ellipse((width, height), glare.centre, glare.axes, glare.degrees)
    light = blurred(mask, glare.softness * min(glare.axes)) * glare.strength
    return floats(picture + light[..., None] * (1.15 - 0.3 * picture))


def glare_spot(glare: Glare, size: Size) -> Spot:
    """Where it is in the picture."""
    reach = np.array([max(glare.axes)] * 2)
    low = np.clip((np.asarray(glare.centre) - reach) / size, 0, 1)
    high = np.clip((np.asarray(glare.centre) + reach) / size, 0, 1)
    return float(low[0]), float(low[1]), float(high[0] - low[0]), float(high[1] - low[1])


def with_finger(chance: Generator, picture: Floats, rim: Points, inwards: Points, pixels: float) -> Floats:
    """A finger that holds the paper down.

    Args:
        chance: Where chance comes from.
        picture: To be held.
        rim: The point of the paper's edge that it holds.
        inwards: A direction of length one, to the middle of the paper.
        pixels: In a mm.
    """
    height, width = picture.shape[:2]
    size = (width, height)
    thick, reach = pick(chance, 7, 10) * pixels, pick(chance, 6, 20) * pixels
    turn = rotation(pick(chance, -30, 30))
    way = turn @ inwards
    tip, root = rim + way * reach, rim - way * 160 * pixels
    side = np.array([-way[1], way[0]]) * thick
    degrees = float(np.rad2deg(np.arctan2(way[1], way[0])))
    body = filled(size, [tip + side, root + side * 1.3, root - side * 1.3, tip - side])
    mask = np.maximum(body, ellipse(size, tip, (thick * 1.1, thick), degrees))
    nail = ellipse(size, tip + way * thick * 0.3, (thick * 0.6, thick * 0.55), degrees)
    shade = blurred(np.roll(mask, (round(pixels * 2), round(pixels * 1.5)), (0, 1)), pixels * 2.5)
    skin = floats(SKINS[int(chance.integers(len(SKINS)))])
    round_off = 0.75 + 0.25 * blurred(mask, thick * 0.5)
    below = floats(picture * (1 - 0.4 * shade[..., None]))
    below = laid_over(below, floats(skin * round_off[..., None]), mask)
    return laid_over(below, floats(np.minimum(skin * 1.15 + 0.05, 1)), nail)
