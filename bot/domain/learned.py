"""What a search learns from an activity that did not work out: nearer, other days, easier Dutch."""

import datetime as dt
from dataclasses import replace

from bot.domain.offer import OfferDetails
from bot.domain.participation import EndedBecause
from bot.domain.schedule import DayPart, Schedule
from bot.domain.search import REACHES_KM, USUAL_REACH_KM, Need, Search, Times

_WEEK = frozenset(range(7))


def learned(
    search: Search, because: EndedBecause, details: OfferDetails, *, km: float | None, today: dt.date
) -> Search:
    """The same search, that avoids what was wrong.

    Args:
        search: What was looked for.
        because: Why it did not work out.
        details: Of the offer that it was about.
        km: How far that was; None when it is not known.
        today: The day in the bot's time zone.
    """
    match because:
        case EndedBecause.TOO_FAR:
            return replace(search, reach_km=_nearer(search.reach_km, km))
        case EndedBecause.TIMES:
            return replace(search, times=_other_times(search.times, details.schedule, today))
        case EndedBecause.TOO_MUCH_DUTCH:
            return replace(search, needs=search.needs | {Need.EASY_DUTCH})
    return search


def _nearer(reach_km: int | None, km: float | None) -> int:
    """The longest reach that is shorter than before, and than what was too far."""
    most = min(reach_km or USUAL_REACH_KM, USUAL_REACH_KM if km is None else km)
    return max((reach for reach in REACHES_KM if reach < most), default=REACHES_KM[0])


def _other_times(times: Times, schedule: Schedule, today: dt.date) -> Times:
    """Other days; where that leaves none of those that suit, another part of the same days."""
    found = list(schedule.times(today))
    days = (times.weekdays or _WEEK) - {weekday for weekday, _ in found}
    if days and found:
        return replace(times, weekdays=frozenset(days))
    parts = (times.parts or frozenset(DayPart)) - {part for _, part in found}
    return replace(times, parts=frozenset(parts)) if parts and found else times
