"""When an activity takes place, as the reader's language writes days and hours; HTML unless it says plain."""

import datetime as dt

from bot.domain.schedule import Dated, DayPart, Schedule, Weekly
from bot.texts.speaker import Speaker

MOST_TIMES = 3
"""So many times are named; the rest is counted."""


def when(speaker: Speaker, schedule: Schedule, today: dt.date) -> str:
    """All that is known of when, in one line: "woensdag 19:00–21:00, zaterdag"."""
    weekly = sorted(schedule.weekly, key=lambda one: (one.weekday, one.starts or dt.time.min))
    dates = sorted(schedule.dates, key=lambda one: (one.first_day, one.starts or dt.time.min))
    times = [_weekly(speaker, one) for one in weekly]
    times += [_dated(speaker, one, today) for one in dates if one.last_day >= today]
    if schedule.by_appointment:
        # Translators: the day and hour are agreed with the organisation.
        times.append(speaker.plain("op afspraak"))
    if not times:
        # Translators: when an activity takes place is not known; the newcomer can ask it.
        return speaker.say("dag en uur: nog te vragen")
    named = speaker.isolated(", ".join(times[:MOST_TIMES]))
    left = len(times) - MOST_TIMES
    if left <= 0:
        return named
    # Translators: some times are named; {count} other times are left out.
    return speaker.plural(
        "{times} en nog {count} moment", "{times} en nog {count} momenten", left, times=named
    )


def next_time(
    speaker: Speaker, schedule: Schedule, today: dt.date, *, from_day: dt.date | None = None
) -> str:
    """The first day on which it takes place, from a day on that is not before today.

    Nothing where only dates say so already, or nobody knows.
    """
    day = schedule.next_day(max(today, from_day or today))
    if day is None or not schedule.weekly:
        return ""
    if day == today:
        # Translators: the activity takes place today.
        return speaker.say("vandaag")
    # Translators: the next day on which the activity takes place.
    return speaker.say("volgende keer: {day}", day=speaker.near_day(day, today))


def moment_of(speaker: Speaker, weekday: int, part: DayPart | None) -> str:
    """A weekday with its part of the day: "woensdag, ’s avonds"; plain text."""
    day = speaker.weekday(weekday)
    match part:
        case DayPart.MORNING:
            # Translators: {day} is a weekday; the part of the day follows.
            return speaker.plain("{day}, ’s morgens", day=day)
        case DayPart.AFTERNOON:
            # Translators: {day} is a weekday; the part of the day follows.
            return speaker.plain("{day}, ’s middags", day=day)
        case DayPart.EVENING:
            # Translators: {day} is a weekday; the part of the day follows.
            return speaker.plain("{day}, ’s avonds", day=day)
    return day


def part_name(speaker: Speaker, part: DayPart) -> str:
    """A part of the day, as it stands on a button; plain text."""
    match part:
        case DayPart.MORNING:
            # Translators: button: before noon.
            return speaker.plain("Voormiddag")
        case DayPart.AFTERNOON:
            # Translators: button: between noon and five.
            return speaker.plain("Namiddag")
        case DayPart.EVENING:
            # Translators: button: after five.
            return speaker.plain("Avond")


def _weekly(speaker: Speaker, weekly: Weekly) -> str:
    if weekly.starts is None and weekly.part is not None:
        return moment_of(speaker, weekly.weekday, weekly.part)
    return " ".join(filter(None, (speaker.weekday(weekly.weekday), _hours(weekly.starts, weekly.ends))))


def _dated(speaker: Speaker, dated: Dated, today: dt.date) -> str:
    if dated.first_day == dated.last_day:
        days = speaker.near_day(dated.first_day, today)
    else:
        days = speaker.stretch(dated.first_day, dated.last_day)
    return " ".join(filter(None, (days, _hours(dated.starts, dated.ends))))


def _hours(starts: dt.time | None, ends: dt.time | None) -> str:
    if starts is None:
        return ""
    begin = f"{starts:%H:%M}"
    return f"{begin}–{ends:%H:%M}" if ends is not None else begin
