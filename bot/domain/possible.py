"""What hours can be: a day holds 24 of them, none are done tomorrow, and no minute is lived twice."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from bot.domain.errors import DayInFuture, DayTooLongAgo, HoursImpossible, TooManyHoursThatDay

MINUTES_A_DAY = 24 * 60
OLDEST_DAYS = 3 * 366
MOST_ACCEPTED = 1000 * 60


class Stretch(NamedTuple):
    """Minutes that were spent somewhere between two days, both included."""

    first_day: dt.date
    last_day: dt.date
    minutes: int

    @property
    def days(self) -> int:
        """How many days it has; none when it ends before it begins."""
        return max(0, (self.last_day - self.first_day).days + 1)

    def is_within(self, first_day: dt.date, last_day: dt.date) -> bool:
        """Does it lie between these two days?"""
        return first_day <= self.first_day and self.last_day <= last_day


def check_amount(day: dt.date, minutes: int, today: dt.date) -> None:
    """Refuse an amount or a day that no attendance can have.

    Raises:
        DayInFuture, DayTooLongAgo, HoursImpossible, TooManyHoursThatDay: They cannot be.
    """
    if minutes <= 0:
        raise HoursImpossible
    if minutes > MINUTES_A_DAY:
        raise TooManyHoursThatDay
    if day > today:
        raise DayInFuture
    if (today - day).days > OLDEST_DAYS:
        raise DayTooLongAgo


def check_stretch(stretch: Stretch, today: dt.date) -> None:
    """Refuse an amount or days that no bewijs can have.

    Raises:
        HoursImpossible: No hours, or more than its days hold.
        DayInFuture: It ends after today.
    """
    if stretch.last_day > today:
        raise DayInFuture
    if not 0 < stretch.minutes <= min(MOST_ACCEPTED, stretch.days * MINUTES_A_DAY):
        raise HoursImpossible


def check_room(stretch: Stretch, others: Sequence[Stretch]) -> None:
    """Refuse a stretch that leaves no room for others within the same days.

    There is room when every minute can be given a minute of its own, which is so when no run of days
    holds stretches of more minutes than it has.

    Raises:
        TooManyHoursThatDay: Some days would hold more than 24 hours each.
    """
    first_days = {stretch.first_day, *(o.first_day for o in others if o.first_day <= stretch.first_day)}
    last_days = {stretch.last_day, *(o.last_day for o in others if o.last_day >= stretch.last_day)}
    for first_day in first_days:
        for last_day in last_days:
            inside = sum(other.minutes for other in others if other.is_within(first_day, last_day))
            if stretch.minutes + inside > ((last_day - first_day).days + 1) * MINUTES_A_DAY:
                raise TooManyHoursThatDay
