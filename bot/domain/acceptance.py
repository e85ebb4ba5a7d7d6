"""What the begeleider accepted of a bewijs, and which days it holds."""

import datetime as dt
from dataclasses import dataclass

from bot.domain.ids import AcceptanceId, BewijsId
from bot.domain.possible import Stretch


@dataclass(frozen=True, kw_only=True)
class Acceptance:
    """Hours of a bewijs that the begeleider accepted, over a stretch of days."""

    id: AcceptanceId
    bewijs_id: BewijsId
    minutes: int
    first_day: dt.date
    last_day: dt.date
    accepted_at: dt.datetime
    undone_at: dt.datetime | None = None
    days: tuple[dt.date, ...] | None = None
    """The days it is about, where they are known one by one; None for all from the first to the last."""

    @property
    def counts(self) -> bool:
        """Was it not undone?"""
        return self.undone_at is None

    @property
    def stretch(self) -> Stretch:
        """Its minutes and days."""
        return Stretch(self.first_day, self.last_day, self.minutes)

    def holds(self, day: dt.date) -> bool:
        """Are the hours of this day among the accepted ones?"""
        is_among = self.days is None or day in self.days
        return self.counts and is_among and self.first_day <= day <= self.last_day

    def meets(self, first_day: dt.date, last_day: dt.date, days: tuple[dt.date, ...] | None = None) -> bool:
        """Does it hold one of these days, so that perhaps the same hours count already?

        Args:
            first_day: From when.
            last_day: Until when, included.
            days: Which between them, where they are known one by one.
        """
        if days is not None:
            return any(self.holds(day) for day in days)
        if self.days is not None:
            return self.counts and any(first_day <= day <= last_day for day in self.days)
        return self.counts and self.first_day <= last_day and first_day <= self.last_day
