"""The words with which a language says a day and an amount of hours: the shape of its table.

Phrases are written as people type them, with commas between; they are folded when the table is read.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Words:
    """One language. A phrase may have several words; the longest that fits is taken."""

    days: Mapping[int, str]
    """Days from today: 0 today, -1 yesterday, 1 tomorrow."""
    weekdays: tuple[str, ...]
    """Seven entries from Monday on, in every form that is used."""
    short_weekdays: str = ""
    """Seven short forms that mean other things as well; only read at the beginning or before a date."""
    months: tuple[str, ...]
    numbers: Mapping[float, str]
    hours: str
    minutes: str
    whole: Mapping[int, str] = field(default_factory=dict)
    """Minutes in amounts that have no number of their own: "anderhalf uur"."""
    more: Mapping[int, str] = field(default_factory=dict)
    """Minutes that are added behind an hour: "et demie"."""
    last: str = ""
    coming: str = ""
    last_week: str = ""
    clock: str = ""
    """What stands before an hour of the clock; that is no amount."""
    till: str = ""
    """What stands between two hours of the clock."""
    fillers: str
    """Left out wherever they stand: "I", "did", "in the evening"."""
    edges: str
    """Left out at the edges of what remains: "at", "the"."""
    asks: str
    """Words of questions, requests, duties, habits and refusals: with one of these it is no note."""
