"""Signatures of very different hands in a box, and boxes that only look as if there were one."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.random import Generator

from benchmarks.photographs.arrays import Points, happens, pick
from benchmarks.photographs.ink import (
    INKS,
    Box,
    Pen,
    Sheet,
    a_pen,
    curve,
    fitted,
    scrawl,
    specks,
    stamp_mask,
    turned,
)

NAMES = ("An Peeters", "J. Maes", "Fatima El Idrissi", "Bert Claes", "M. Willems", "Els De Smet")
STAMPS = (("VZW DE BRUG", "9000 GENT"), ("BIBLIOTHEEK", "AALST"), ("BUURTHUIS", "'T ANKER", "MECHELEN"))


def sign(chance: Generator, sheet: Sheet, box: Box) -> str:
    """Put one into the box (mm): by hand, as a stamp, both, or typed.

    Returns:
        The style, for whoever looks at what went wrong.
    """
    style = str(chance.choice([*HANDS, *HANDS, "stamp", "stamp and hand", "typed"]))
    inner = (box[0] + 3, box[1] + 3, box[2] - 6, box[3] - 6)
    if style in HANDS or style == "stamp and hand":
        ways = HANDS.get(style, _name)(chance)
        width, height = pick(chance, 0.35, 0.95) * inner[2], pick(chance, 0.5, 1.0) * inner[3]
        place = (
            inner[0] + pick(chance, 0, inner[2] - width),
            inner[1] + pick(chance, 0, inner[3] - height),
            width,
            height,
        )
        sheet.stroke(fitted(turned(ways, pick(chance, -12, 8)), place), a_pen(chance))
    if style.startswith("stamp"):
        lines = STAMPS[int(chance.integers(len(STAMPS)))]
        sheet.stain(stamp_mask(chance, sheet.picture.shape, inner, lines), _stamp_ink(chance))
    if style == "typed":
        at = (inner[0] + pick(chance, 2, 20), inner[1] + pick(chance, 4, 18))
        sheet.text(str(chance.choice(NAMES)), at, pick(chance, 3, 5), Pen(INKS["black"], 0.4, 1, False))
    return style


def leave_empty(chance: Generator, sheet: Sheet, box: Box) -> str:
    """Leave the box without ink, but not always clean."""
    if happens(chance, 0.35):
        sheet.stroke(specks(chance, (box[0] + 4, box[1] + 4, box[2] - 8, box[3] - 8)), a_pen(chance))
        return "specks"
    return "empty"


def _stamp_ink(chance: Generator) -> Pen:
    name = str(chance.choice(["blue", "blue", "red", "violet", "black", "green"]))
    return Pen(INKS[name], 1, pick(chance, 0.5, 0.9), False)


def _name(chance: Generator) -> list[Points]:
    size = pick(chance, 6, 13)
    first = scrawl(chance, pick(chance, 10, 20), size)
    last = scrawl(chance, pick(chance, 18, 45), size) + np.array((np.ptp(first[:, 0]) + size * 0.4, 0))
    return [first, last]


def _flourish(chance: Generator) -> list[Points]:
    turns = np.linspace(0, pick(chance, 2.5, 6) * 2 * np.pi, 80)
    wide, high, drift = pick(chance, 4, 10), pick(chance, 5, 13), pick(chance, 0.8, 2.4)
    loops = np.stack([turns * drift + wide * np.cos(turns), high * np.sin(turns)], axis=1)
    under = np.array([(0, high), (np.ptp(loops[:, 0]) * 0.6, high * 1.1), (np.ptp(loops[:, 0]), high * 0.8)])
    return [loops, curve(under)] if happens(chance, 0.6) else [loops]


def _initials(chance: Generator) -> list[Points]:
    size = pick(chance, 7, 14)
    return [
        curve(np.array([(0, 0), (0.1, -1), (0.7, -0.8), (0.2, -0.45), (0.9, 0.1)]) * size),
        curve(np.array([(0.9, -0.9), (0.6, -0.3), (1.0, 0.05), (1.5, -0.5), (1.2, -1)]) * size),
    ]


def _zigzag(chance: Generator) -> list[Points]:
    count = int(chance.integers(6, 14))
    x = np.cumsum(chance.uniform(1.5, 5, count))
    y = np.where(np.arange(count) % 2, -1, 1) * chance.uniform(2, 10, count)
    return [curve(np.stack([x, y], axis=1), 6)]


def _line(chance: Generator) -> list[Points]:
    x = np.linspace(0, pick(chance, 16, 50), 8)
    start = curve(np.array([(0, 0), (-2, -6), (4, -7), (3, 2), (6, 0)]))
    return [start, curve(np.stack([x + 6, chance.normal(0, 1.1, 8)], axis=1))]


HANDS: Mapping[str, Callable[[Generator], list[Points]]] = {
    "name": _name,
    "flourish": _flourish,
    "initials": _initials,
    "zigzag": _zigzag,
    "line": _line,
}
