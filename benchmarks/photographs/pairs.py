"""Photographs two by two: the same paper twice, the same picture sent on, and papers that only look alike."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.random import Generator
from PIL import Image

from benchmarks.photographs.filling import Filled, fill_in
from benchmarks.photographs.photographing import take
from benchmarks.photographs.recipes import EASY, HARD, MEDIUM, Recipe

RECIPES = (EASY, MEDIUM, MEDIUM, HARD)


class Kinship(StrEnum):
    """What two photographs have to do with each other."""

    SENT_ON = "sent on"
    """The very same picture, smaller and compressed once more."""
    SAME_PAPER = "same paper"
    """Photographed again, another time and elsewhere."""
    SAME_PLACE = "other paper, same table"
    """Two forms, one after the other, from the same stand in the same light."""
    OTHER = "other paper"


@dataclass(frozen=True)
class Pair:
    """Two photographs."""

    kinship: Kinship
    first: bytes
    second: bytes


def make_pairs(count: int, seed: int) -> Iterator[Pair]:
    """Make pairs, each kind in its turn.

    Args:
        count: How many of each kind.
        seed: Of chance.
    """
    for nth in range(count):
        chance = np.random.default_rng([seed, nth])
        one, other = (fill_in(chance, signed=True) for _ in range(2))
        recipe = RECIPES[nth % len(RECIPES)]
        stand = int(chance.integers(2**31))
        first = _taken(np.random.default_rng(stand), one, recipe)
        yield Pair(Kinship.SENT_ON, first, _sent_on(chance, first))
        yield Pair(Kinship.SAME_PAPER, first, _taken(chance, one, recipe))
        yield Pair(Kinship.SAME_PLACE, first, _taken(np.random.default_rng(stand), other, recipe))
        yield Pair(Kinship.OTHER, first, _taken(chance, other, recipe))


def _taken(chance: Generator, filled: Filled, recipe: Recipe) -> bytes:
    return take(chance, filled.page, recipe, []).jpeg


def _sent_on(chance: Generator, jpeg: bytes) -> bytes:
    """As another program passes it on."""
    content = io.BytesIO()
    with Image.open(io.BytesIO(jpeg)) as picture:
        share = float(chance.uniform(0.6, 1.0))
        smaller = picture.resize((round(picture.width * share), round(picture.height * share)))
        smaller.save(content, "JPEG", quality=int(chance.integers(45, 85)))
    return content.getvalue()
