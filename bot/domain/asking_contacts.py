"""When a contact gets the list of what waits for them: after an activity, or weekly; never at night."""

import datetime as dt
from zoneinfo import ZoneInfo

from bot.domain import day_plan
from bot.domain.schedule import Schedule

ASK_AT = dt.time(19)
"""The evening of the activity's day, unless it ends later."""
AFTER_THE_END = dt.timedelta(minutes=30)
REMIND_AFTER = dt.timedelta(days=7)
"""After so long the same dates are asked for a second and last time."""


def ends_at(schedule: Schedule, day: dt.date) -> dt.time | None:
    """When the last of an offer's activities of a day ends; None where no hour is known.

    Args:
        schedule: When the offer takes place.
        day: In the bot's time zone.
    """
    weekly = [one.ends for one in schedule.weekly if one.weekday == day.weekday()]
    dated = [one.ends for one in schedule.dates if one.first_day <= day <= one.last_day]
    return max((end for end in (*weekly, *dated) if end is not None), default=None)


def ask_at(
    day: dt.date, now: dt.datetime, zone: ZoneInfo, *, ends: dt.time | None, asks_on: int | None
) -> dt.datetime:
    """When to ask for a date that was claimed just now (UTC).

    Args:
        day: The day of the activity.
        now: The moment of the claim (UTC).
        zone: The bot's time zone.
        ends: When the activity of that day ends; None where it is not known.
        asks_on: The weekday (0 is Monday) that the contact chose; None for after each activity.
    """
    if asks_on is not None:
        return weekly_at(asks_on, now, zone)
    if day == now.astimezone(zone).date():
        evening = day_plan.moment(day, ASK_AT, zone)
        if ends is not None:
            evening = max(evening, day_plan.moment(day, ends, zone) + AFTER_THE_END)
        if evening > now and day_plan.may_remind(evening, zone):
            return evening
    return day_plan.next_at(day_plan.REMIND_AT, now, zone)


def weekly_at(weekday: int, now: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """The next moment (UTC) at which a weekly list goes out.

    Args:
        weekday: 0 is Monday.
        now: This moment (UTC).
        zone: The bot's time zone.
    """
    found = day_plan.next_at(day_plan.REMIND_AT, now, zone)
    days = (weekday - found.astimezone(zone).weekday()) % 7
    return day_plan.moment(found.astimezone(zone).date() + dt.timedelta(days=days), day_plan.REMIND_AT, zone)


def may_ask(now: dt.datetime, zone: ZoneInfo, *, asks_on: int | None) -> bool:
    """Is this a time, and for a weekly list the day, at which a contact may be asked?"""
    is_their_day = asks_on is None or asks_on == now.astimezone(zone).weekday()
    return is_their_day and day_plan.may_remind(now, zone)


def next_ask(now: dt.datetime, zone: ZoneInfo, *, asks_on: int | None) -> dt.datetime:
    """The next morning, or the next of their day, at which a contact may be asked (UTC)."""
    if asks_on is not None:
        return weekly_at(asks_on, now, zone)
    return day_plan.next_at(day_plan.REMIND_AT, now, zone)
