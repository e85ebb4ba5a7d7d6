"""A begeleider's working days and hours, and the working day by which a question is answered."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

MONDAY_TO_FRIDAY = frozenset(range(5))

IsHoliday = Callable[[dt.date], bool]


@dataclass(frozen=True, kw_only=True)
class WorkingHours:
    """When a begeleider works; days as Monday 0 to Sunday 6, times in the bot's time zone."""

    days: frozenset[int] = MONDAY_TO_FRIDAY
    begin: dt.time = dt.time(9)
    end: dt.time = dt.time(17)

    def __post_init__(self) -> None:
        if not self.days or not self.days <= frozenset(range(7)):
            raise ValueError("a working week has at least one day, Monday 0 to Sunday 6")
        if self.begin >= self.end:
            raise ValueError("a working day begins before it ends")

    def is_working_day(self, day: dt.date, is_holiday: IsHoliday) -> bool:
        """Does the begeleider work on this day?"""
        return day.weekday() in self.days and not is_holiday(day)

    def are_now(self, moment: dt.datetime, zone: ZoneInfo, is_holiday: IsHoliday) -> bool:
        """Is the begeleider at work at this moment?"""
        local = moment.astimezone(zone)
        return self.is_working_day(local.date(), is_holiday) and self.begin <= local.time() < self.end

    def next_begin(self, moment: dt.datetime, zone: ZoneInfo, is_holiday: IsHoliday) -> dt.datetime:
        """The next moment (UTC) at which the begeleider starts a working day."""
        local = moment.astimezone(zone)
        day = local.date() if local.time() < self.begin else local.date() + dt.timedelta(days=1)
        day = self._working_day_from(day, is_holiday)
        return dt.datetime.combine(day, self.begin, zone).astimezone(dt.UTC)

    def answer_by(
        self, asked_at: dt.datetime, zone: ZoneInfo, is_holiday: IsHoliday, *, days: int = 2
    ) -> dt.date:
        """The working day by which a question is answered.

        Args:
            asked_at: When it was asked (UTC).
            zone: The bot's time zone.
            is_holiday: Says whether a day is a Flemish holiday.
            days: How many working days a begeleider has, counted after the day of asking.
        """
        day = asked_at.astimezone(zone).date()
        for _ in range(days):
            day = self._working_day_from(day + dt.timedelta(days=1), is_holiday)
        return day

    def _working_day_from(self, day: dt.date, is_holiday: IsHoliday) -> dt.date:
        for _ in range(366):
            if self.is_working_day(day, is_holiday):
                return day
            day += dt.timedelta(days=1)
        raise ValueError("no working day within a year")
