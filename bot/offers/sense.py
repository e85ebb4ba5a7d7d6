"""What an offer's text is about, in about 150 bytes: its best subjects, whom it is for, and its meaning."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from bot.offers.subjects import subject_ids

Floats = NDArray[np.float32]

BEST = 5
"""How many subjects of an offer are kept."""
MEANING = len(subject_ids())
"""How many numbers its meaning has: its profile over the subjects."""
AUDIENCES = ("all", "children", "seniors", "women", "men", "parents")
NO_SUBJECT = 255
VERSION = 2
"""Another version's bytes are not read; such an offer is found by its words until it is read again."""

_HEAD = struct.Struct("<BB")
_LENGTH = _HEAD.size + 2 * BEST + len(AUDIENCES) + MEANING


@dataclass(frozen=True)
class Sense:
    """What one text is about; chances are 0 to 255."""

    places: NDArray[np.uint8]
    """Where its best subjects stand among all, best first; `NO_SUBJECT` fills up."""
    chances: NDArray[np.uint8]
    audience: NDArray[np.uint8]
    """The chance of each of `AUDIENCES`."""
    meaning: NDArray[np.int8]
    """A vector of length about 127; zeros while it is not known."""

    @classmethod
    def of(cls, subjects: Floats, audience: Floats, meaning: Floats | None) -> Self:
        """Round chances (0 to 1) and a vector of length 1 to bytes."""
        best = np.argsort(-subjects, kind="stable")[:BEST]
        return cls(
            best.astype(np.uint8),
            _byte(subjects[best]),
            _byte(audience),
            np.zeros(MEANING, np.int8) if meaning is None else np.rint(127 * meaning).astype(np.int8),
        )

    def pack(self, edition: int) -> bytes:
        """As it is stored; `edition` (0 to 255) names the model that read it."""
        parts: Sequence[NDArray[np.uint8] | NDArray[np.int8]]
        parts = (self.places, self.chances, self.audience, self.meaning)
        return _HEAD.pack(VERSION, edition) + b"".join(part.tobytes() for part in parts)

    @classmethod
    def unpack(cls, packed: bytes, edition: int) -> Self | None:
        """Read what `pack` made; None where another model made it."""
        if len(packed) != _LENGTH or _HEAD.unpack_from(packed) != (VERSION, edition):
            return None
        numbers = np.frombuffer(packed, np.uint8, offset=_HEAD.size)
        places, chances, audience, meaning = np.split(numbers, np.cumsum([BEST, BEST, len(AUDIENCES)]))
        return cls(places, chances, audience, meaning.view(np.int8))


def mark_of(edition: int) -> bytes:
    """How the bytes begin that this version packs for an edition."""
    return _HEAD.pack(VERSION, edition)


def _byte(chances: Floats) -> NDArray[np.uint8]:
    return np.rint(255 * np.clip(chances, 0.0, 1.0)).astype(np.uint8)
