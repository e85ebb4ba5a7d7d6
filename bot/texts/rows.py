"""Buttons side by side only where their labels can be read whole; a longer one gets more room."""

from collections.abc import Iterator, Sequence
from math import ceil

from bot.texts.fit import units
from bot.texts.message import Button

MOST_SIDE_BY_SIDE = {1: 100, 2: 24, 3: 15, 4: 11}
"""The longest label in UTF-16 units that so many buttons on a row show whole at 360 pixels."""
_MOST_SIGNS = 8
"""The same for rows of more buttons."""


def fitting(rows: Sequence[Sequence[Button]]) -> Iterator[Sequence[Button]]:
    """The same buttons in rows that a small phone shows whole.

    Args:
        rows: As the screen wants them; translations may make labels twice as long.

    Returns:
        Each row as it is, or spread evenly over as few rows as its longest label allows.
    """
    for row in rows:
        longest = max((units(button.label) for button in row), default=0)
        lines = ceil(len(row) / _most(longest, len(row))) if row else 1
        size = ceil(len(row) / lines)
        yield from (row[start : start + size] for start in range(0, len(row), max(size, 1)))


def _most(longest: int, wanted: int) -> int:
    """How many labels of this length stand side by side, at most as many as wanted."""
    fits = (size for size in range(wanted, 1, -1) if longest <= MOST_SIDE_BY_SIDE.get(size, _MOST_SIGNS))
    return next(fits, 1)
