"""When an offer takes place: weekly hours, dates, or by appointment."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

NOON = dt.time(12)
EVENING_BEGINS = dt.time(17)
LOOKS_AHEAD_DAYS = 60


class DayPart(StrEnum):
    """A part of the day, as people name it."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


def part_of(moment: dt.time) -> DayPart:
    """The part of the day in which something begins."""
    if moment < NOON:
        return DayPart.MORNING
    return DayPart.AFTERNOON if moment < EVENING_BEGINS else DayPart.EVENING


@dataclass(frozen=True, order=True)
class Weekly:
    """Every week on a day, at local hours; an hour that is not known is None."""

    weekday: int
    """Monday is 0, Sunday 6."""
    starts: dt.time | None = None
    ends: dt.time | None = None
    part: DayPart | None = None
    """What is known when no hour is: "dinsdagavond"."""

    @property
    def day_part(self) -> DayPart | None:
        """The part of the day, by its hour or by its name; None when neither is known."""
        return part_of(self.starts) if self.starts else self.part


@dataclass(frozen=True, order=True)
class Dated:
    """Once, from one day to another (the same for a single day), at local hours."""

    first_day: dt.date
    last_day: dt.date
    starts: dt.time | None = None
    ends: dt.time | None = None
    part: DayPart | None = None
    """What is known when no hour is."""

    @property
    def day_part(self) -> DayPart | None:
        """The part of the day, by its hour or by its name; None when neither is known."""
        return part_of(self.starts) if self.starts else self.part


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """All that is known of when; nothing at all means that nobody said."""

    weekly: tuple[Weekly, ...] = ()
    dates: tuple[Dated, ...] = ()
    by_appointment: bool = False

    @property
    def is_known(self) -> bool:
        """Did anybody say when?"""
        return bool(self.weekly or self.dates or self.by_appointment)

    def is_over(self, today: dt.date) -> bool:
        """Were all its dates before today, and is there nothing weekly?"""
        if self.weekly or self.by_appointment or not self.dates:
            return False
        return all(dated.last_day < today for dated in self.dates)

    def next_day(self, today: dt.date) -> dt.date | None:
        """The first day from today on at which it takes place; None when that is not known."""
        days = [today + dt.timedelta((one.weekday - today.weekday()) % 7) for one in self.weekly]
        days += [max(one.first_day, today) for one in self.dates if one.last_day >= today]
        return min(days, default=None)

    def times(self, today: dt.date) -> Iterator[tuple[int, DayPart | None]]:
        """The weekdays (0 to 6) and parts of the day that are still to come; None for an unknown hour."""
        for weekly in self.weekly:
            yield weekly.weekday, weekly.day_part
        for dated in self.dates:
            if dated.last_day < today:
                continue
            part = dated.day_part
            first = max(dated.first_day, today)
            for distance in range(min((dated.last_day - first).days + 1, 7)):
                yield (first + dt.timedelta(days=distance)).weekday(), part
