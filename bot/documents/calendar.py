"""The last day of a contract's term, as a file for the calendar of a phone."""

import datetime as dt
from collections.abc import Sequence

from icalendar import Alarm, Calendar, Event

MAKER = "-//inburgerbot//termijn//NL"
ALARM_TIME = dt.timedelta(hours=9)
"""A phone counts back from midnight; nobody wants to be woken."""
FIRST_MOMENT = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


def deadline_ics(
    *,
    uid: str,
    last_day: dt.date,
    title: str,
    description: str,
    made_at: dt.datetime,
    alarm_days: Sequence[int] = (84, 42, 14),
) -> bytes:
    """Write the last day (`termijn-40-uur`) as one event of a whole day with alarms (RFC 5545).

    A later file with the same `uid` replaces the event on the phone.

    Args:
        uid: Names the event; always the same for one contract.
        last_day: The last day on which hours count.
        title: What the phone shows on that day.
        description: What stands below, in plain text.
        made_at: Now; the newest file wins.
        alarm_days: How many days before, at nine in the morning; what is past is left out.

    Raises:
        ValueError: `made_at` has no timezone.
    """
    if made_at.tzinfo is None:
        raise ValueError("made_at needs a timezone")
    title, description = _printable(title), _printable(description)
    event = Event.new(
        uid=uid,
        start=last_day,
        end=last_day + dt.timedelta(days=1),
        summary=title,
        description=description or None,
        stamp=made_at.astimezone(dt.UTC),
        sequence=int((made_at - FIRST_MOMENT).total_seconds()),
    )
    event.add("transp", "TRANSPARENT")
    for days in alarm_days:
        if last_day - dt.timedelta(days=days) > made_at.date():
            event.add_component(_alarm(days, title))
    calendar = Calendar()
    for name, value in (("prodid", MAKER), ("version", "2.0"), ("method", "PUBLISH")):
        calendar.add(name, value)
    calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _alarm(days: int, title: str) -> Alarm:
    alarm = Alarm.new(description=title)
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", ALARM_TIME - dt.timedelta(days=days))
    return alarm


def _printable(text: str) -> str:
    """Leave out what the standard forbids: control signs, apart from the ends of lines."""
    lines = text.replace("\t", " ").splitlines()
    return "\n".join("".join(sign for sign in line if sign >= " " and sign != "\x7f") for line in lines)
