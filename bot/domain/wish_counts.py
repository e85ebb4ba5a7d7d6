"""What is wished for and not there yet, counted by interest and municipality: never whose wish it is."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.domain.interest import Interest

Key = TypeVar("Key")
FEWEST = 3
"""Fewer people than this could be recognised, so they are not told apart."""


@dataclass(frozen=True, kw_only=True)
class WishCounts:
    """How many people wish for each interest, and how many wishes there are in each municipality."""

    by_interest: Sequence[tuple[Interest | None, int]]
    """Most of all first; None for what no interest fits."""
    by_municipality: Sequence[tuple[str | None, int]]
    """Most of all first; None where nobody said."""
    places_of: Mapping[Interest | None, Sequence[tuple[str | None, int]]]
    """The municipalities of each interest."""

    @classmethod
    def of(cls, counts: Iterable[tuple[str, str | None, int]]) -> "WishCounts":
        """Add up what the database counts: interest, municipality, people."""
        interests: Counter[Interest | None] = Counter()
        municipalities: Counter[str | None] = Counter()
        both: dict[Interest | None, Counter[str | None]] = {}
        for name, municipality, people in counts:
            interest = Interest(name) if name in set(Interest) else None
            interests[interest] += people
            municipalities[municipality] += people
            both.setdefault(interest, Counter())[municipality] += people
        return cls(
            by_interest=_most_first(interests),
            by_municipality=_most_first(municipalities),
            places_of={interest: _most_first(places) for interest, places in both.items()},
        )


def _most_first(counter: "Counter[Key]") -> list[tuple[Key, int]]:
    return sorted(counter.items(), key=lambda one: (-blurred(one[1]), str(one[0])))


def blurred(count: int) -> int:
    """The count as it may be shown: one and two are the same."""
    return count if count >= FEWEST else FEWEST - 1


def figure(count: int) -> str:
    """The count in figures: "12", or "1–2"."""
    return str(count) if count >= FEWEST else f"1–{FEWEST - 1}"
