"""Makes the photographs of a level, always the same for the same seed."""

from collections.abc import Iterator
from typing import Any
from zlib import crc32

import cv2
import numpy as np
from numpy.random import Generator

from benchmarks.photographs import letters
from benchmarks.photographs.arrays import Floats, happens
from benchmarks.photographs.filling import Filled, fill_in
from benchmarks.photographs.negatives import a_negative
from benchmarks.photographs.photographing import Taken, take
from benchmarks.photographs.recipes import EASY, HARD, HOPELESS, MEDIUM
from benchmarks.photographs.sample import Sample
from bot.domain.form_layout import SIGNATURE

SEEDS = {"tune": 1, "held": 2}
"""With which thresholds are set, and with which nothing was ever set."""
COUNTS = {"easy": 60, "medium": 60, "hard": 80, "hopeless": 70, "negative": 65, "paper": 30}
"""How many of each level are usual."""
_PLAIN_LEVELS = {"easy": EASY, "medium": MEDIUM, "hard": HARD}


def make(level: str, count: int, seed: int, *, first: int = 0) -> Iterator[Sample]:
    """Make photographs, one after the other: some 0.4 s each.

    Args:
        level: One of `COUNTS`.
        count: How many.
        seed: Of chance; a photograph is the same whichever others are made.
        first: So many are left out before.

    Raises:
        KeyError: There is no such level.
    """
    COUNTS[level]
    cv2.setNumThreads(1)
    for nth in range(first, first + count):
        chance = np.random.default_rng([seed, crc32(level.encode()), nth])
        yield _sample(chance, level, nth)


def _sample(chance: Generator, level: str, nth: int) -> Sample:
    name = f"{nth:03d}"
    if level == "negative":
        made = a_negative(chance, nth)
        return Sample(
            name=name,
            level=level,
            jpeg=made.jpeg,
            usable=False,
            cause=made.cause,
            side=made.side,
            number=made.number,
            details=(made.kind,),
        )
    if level == "paper":
        page, is_signed = letters.proof_of_others(chance)
        taken = take(chance, page, MEDIUM if nth % 2 else EASY, [])
        details = ("signed" if is_signed else "open", taken.surface)
        return Sample(
            name=name, level=level, jpeg=taken.jpeg, usable=True, corners=taken.corners(), details=details
        )
    return _form_sample(chance, name, level, nth)


def _form_sample(chance: Generator, name: str, level: str, nth: int) -> Sample:
    filled = fill_in(chance, signed=nth % 2 == 0 if level != "hopeless" else happens(chance, 0.5))
    if level == "hopeless":
        cause, kind, recipe = HOPELESS[nth % len(HOPELESS)]
        taken = take(chance, filled.page, recipe, [])
        return Sample(**_truth(name, level, filled, taken, kind), usable=False, cause=cause, side=taken.side)
    taken = take(chance, filled.page, _PLAIN_LEVELS[level], _papers(chance))
    return Sample(**_truth(name, level, filled, taken, level), usable=True)


def _papers(chance: Generator) -> list[Floats]:
    """One or two that may lie under and beside the form."""
    return [_small(letters.letter(chance)) for _ in range(int(chance.integers(1, 3)))]


def _small(page: Floats) -> Floats:
    return np.asarray(cv2.resize(page, None, fx=0.6, fy=0.6, interpolation=cv2.INTER_AREA), np.float32)


def _truth(name: str, level: str, filled: Filled, taken: Taken, kind: str) -> dict[str, Any]:
    return {
        "name": name,
        "level": level,
        "jpeg": taken.jpeg,
        "spot": taken.spot,
        "corners": taken.corners(),
        "box": taken.box(SIGNATURE),
        "number": filled.number,
        "signed": filled.signed,
        "rows": filled.rows,
        "details": (kind, filled.style, taken.surface),
    }
