"""When on a day the bot does its own work: in the bot's time zone, also when the clock changes."""

import datetime as dt
from zoneinfo import ZoneInfo

DAILY_AT = dt.time(4)
REMIND_AT = dt.time(10)
REMIND_FROM, REMIND_UNTIL = dt.time(9), dt.time(20)
"""Reminders go between these times only, so never at night."""


def moment(day: dt.date, time: dt.time, zone: ZoneInfo) -> dt.datetime:
    """The moment (UTC) at which it is this time there on this day."""
    return dt.datetime.combine(day, time, zone).astimezone(dt.UTC)


def next_at(time: dt.time, now: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """The next moment (UTC) after now at which it is this time there."""
    today = now.astimezone(zone).date()
    found = moment(today, time, zone)
    return found if found > now else moment(today + dt.timedelta(days=1), time, zone)


def may_remind(now: dt.datetime, zone: ZoneInfo) -> bool:
    """Is it a time of the day at which a reminder is no bother?"""
    return REMIND_FROM <= now.astimezone(zone).time() < REMIND_UNTIL


def reminding(now: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """When reminders may go: now, or else the next time they begin (UTC)."""
    today = now.astimezone(zone).date()
    if may_remind(now, zone):
        return max(now, moment(today, REMIND_AT, zone))
    return next_at(REMIND_AT, now, zone)


def reminding_ends(now: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """When reminders of this day are too late (UTC)."""
    return moment(now.astimezone(zone).date(), REMIND_UNTIL, zone)
