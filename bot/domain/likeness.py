"""Compares what photographs look like, and what was written on them, by the few bytes that were kept."""

from bot.domain.form_layout import Box

SAME_LOOK = 0.03
"""Pictures of which at most this share of bits differs are one picture, sent on: those differ by 0.024 at
most, other forms photographed from the same stand by 0.047 at least."""
WRITING = Box(15, 95, 180, 175)
"""The part of a form that is compared."""
CELL_MM = 1.25
"""A bit for each square this large."""
ALIKE = 0.8
"""From here on, writing may be a copy: a hint for a person, never a proof. Photographs of one form reach 1,
of others 0.72."""

_ROW = round(WRITING.width / CELL_MM)
_FEWEST = 40
"""With less of it written on, nothing can be compared."""


def same_look(some: bytes, other: bytes) -> bool:
    """Are these the hashes of one picture, perhaps made smaller and coarser on its way?

    Args:
        some: `PageCheck.look` of one picture.
        other: That of another.

    Returns:
        False also when there is nothing to compare.
    """
    if not some or len(some) != len(other):
        return False
    differing = (int.from_bytes(some) ^ int.from_bytes(other)).bit_count()
    return differing <= SAME_LOOK * 8 * len(some)


def alike(some: bytes, other: bytes) -> float:
    """How much of what was written on two forms lies at the same places.

    Args:
        some: `PageCheck.writing` of one form.
        other: That of another.

    Returns:
        0 for no more than chance and 1 for all of it; 0 also when there is too little to compare.
    """
    if len(some) != len(other):
        return 0.0
    bits, others = int.from_bytes(some), int.from_bytes(other)
    if min(bits.bit_count(), others.bit_count()) < _FEWEST:
        return 0.0
    return min(_found(bits, others, 8 * len(some)), _found(others, bits, 8 * len(some)))


def _found(bits: int, others: int, count: int) -> float:
    """Which share of bits has one of the others at or beside its place, beyond chance."""
    wide = others | others << 1 | others >> 1
    wide |= wide << _ROW | wide >> _ROW
    by_chance = min(wide.bit_count() / count, 0.99)
    return max(0.0, ((bits & wide).bit_count() / bits.bit_count() - by_chance) / (1 - by_chance))
