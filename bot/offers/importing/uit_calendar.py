"""When an event or a place of UiTdatabank takes place or is open: its four types of calendar."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.dates import YEARS
from bot.domain.schedule import Dated, Schedule, Weekly

ZONE = ZoneInfo("Europe/Brussels")
MOST_DATES = 366
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_A_MONTH = 31
_LATE = dt.time(6)
"""What ends before this hour of the next day belongs to the evening before."""
_MIDNIGHT, _DAY_ENDS = dt.time(0), dt.time(23, 59)

Facts = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class UitCalendar:
    """When, and whether there is still anything to go to."""

    schedule: Schedule
    first_day: dt.date | None
    last_day: dt.date | None
    is_cancelled: bool
    """Called off, or put off without a new date."""
    is_full: bool
    has_childcare: bool
    left_out: int
    """How many dates were too many."""


def read_calendar(facts: Facts) -> UitCalendar:
    """Read the calendar of an event or a place.

    Dates that are called off or full are left out while there are others.

    Args:
        facts: The JSON object of the event or place.
    """
    parts = [part for part in _list(facts.get("subEvent")) if _moment(part.get("startDate"))]
    if not parts and not _list(facts.get("openingHours")) and _is_dated(facts):
        parts = [facts]
    going = [part for part in parts if not _is_off(part)]
    free = [part for part in going if not _is_full(part)]
    dates = sorted(dict.fromkeys(_dated(part) for part in free or going or parts), key=_by_day)
    # Opening hours of UiTdatabank have dates of their own only within a period.
    is_period = not parts
    weekly = tuple(dict.fromkeys(_weekly(facts))) if is_period else ()
    first, last = (_day(facts.get(name)) for name in ("startDate", "endDate"))
    if is_period and not weekly and first and last and 0 <= (last - first).days <= _A_MONTH:
        dates = [Dated(first, last)]
    return UitCalendar(
        schedule=Schedule(weekly=weekly, dates=tuple(dates[-MOST_DATES:])),
        first_day=first if is_period else None,
        last_day=last if is_period else max((dated.last_day for dated in dates), default=None),
        is_cancelled=_is_off(facts) or (bool(parts) and not going),
        is_full=_is_full(facts) or (bool(going) and not free),
        has_childcare=any(part.get("childcare") for part in (*parts, *_list(facts.get("openingHours")))),
        left_out=max(0, len(dates) - MOST_DATES),
    )


def read_day(written: object) -> dt.date | None:
    """The day of a moment, in Belgium; None when there is none, or one so far away that it means "always"."""
    return _day(written)


def _is_dated(facts: Facts) -> bool:
    """Is it once, or on some dates? So is whatever has a moment and no type of calendar."""
    kind = facts.get("calendarType", "single")
    return kind in ("single", "multiple") and _moment(facts.get("startDate")) is not None


def _is_off(part: Facts) -> bool:
    status = part.get("status") or part.get("eventStatus")
    kind = status.get("type") if isinstance(status, Mapping) else status
    return str(kind).rsplit("/", 1)[-1] in (
        "Unavailable",
        "TemporarilyUnavailable",
        "EventCancelled",
        "EventPostponed",
    )


def _is_full(part: Facts) -> bool:
    booking = part.get("bookingAvailability")
    if not isinstance(booking, Mapping):
        return booking == "Unavailable"
    return booking.get("type") == "Unavailable" or booking.get("remainingCapacity") == 0


def _dated(part: Facts) -> Dated:
    starts = _moment(part.get("startDate"))
    assert starts is not None
    ends = _moment(part.get("endDate"))
    if ends is None or ends < starts:
        return Dated(starts.date(), starts.date(), _hour(starts))
    last = ends.date()
    if (last - starts.date()).days == 1 and ends.time() < _LATE:
        last = starts.date()
    is_all_day = starts.time() == _MIDNIGHT and ends.time().replace(second=0) in (_MIDNIGHT, _DAY_ENDS)
    if is_all_day:
        return Dated(starts.date(), last)
    return Dated(starts.date(), last, _hour(starts), ends.time().replace(second=0))


def _by_day(dated: Dated) -> tuple[dt.date, dt.date, dt.time]:
    return dated.first_day, dated.last_day, dated.starts or _MIDNIGHT


def _weekly(facts: Facts) -> Iterator[Weekly]:
    for hours in _list(facts.get("openingHours")):
        opens, closes = _time(hours.get("opens")), _time(hours.get("closes"))
        if opens == _MIDNIGHT and closes in (None, _MIDNIGHT, _DAY_ENDS):
            opens = closes = None
        days = hours.get("dayOfWeek")
        for day in [days] if isinstance(days, str) else days if isinstance(days, Sequence) else ():
            name = str(day).rsplit("/", 1)[-1].lower()
            if name in _DAYS:
                yield Weekly(_DAYS.index(name), opens, closes)


def _hour(moment: dt.datetime) -> dt.time:
    return moment.time().replace(second=0)


def _moment(written: object) -> dt.datetime | None:
    """A moment as it is in Belgium; one without a zone is taken to be there."""
    try:
        moment = dt.datetime.fromisoformat(str(written).strip())
    except ValueError:
        return None
    if moment.year not in YEARS:
        return None
    local = moment.astimezone(ZONE) if moment.tzinfo else moment
    return local.replace(tzinfo=None, microsecond=0)


def _day(written: object) -> dt.date | None:
    moment = _moment(written)
    # 2100-01-01 is UiTdatabank's way of saying for ever.
    return moment.date() if moment and moment.year < YEARS[-1] else None


def _time(written: object) -> dt.time | None:
    try:
        hour, minute = str(written).split(":")[:2]
        return dt.time(int(hour) % 24, int(minute))
    except ValueError:
        return None


def _list(value: object) -> Sequence[Facts]:
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, Sequence) else []
