"""The open places of a fixed sentence, and reading what a begeleider types into them.

A value is kept in one form whatever was typed: a date as 2026-12-03, a time as 14:30, an amount of
hours as its minutes. The words around it are the reader's language's business.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from enum import StrEnum

from bot.domain.amounts import read_minutes
from bot.domain.dates import Leans, read_single_day

TEXT_LENGTH = 120
_TIME = re.compile(r"^(?:om\s+)?(\d{1,2})(?:\s*(?:u|h|uur|[:.])\s*(\d{2})?)?(?:\s*uur)?$")
_PHONE = re.compile(r"^\+?[\d\s/.()\-]+$")


class Slot(StrEnum):
    """What stands in an open place; the name is also the placeholder in the sentence."""

    DATE = "date"
    TIME = "time"
    PLACE = "place"
    PAPER = "paper"
    NUMBER = "number"
    """A telephone number."""
    NAME = "name"
    HOURS = "hours"
    """An amount of hours."""


def read_slot(slot: Slot, typed: str, today: dt.date) -> str | None:
    """What was typed, in the one form it is kept in.

    Args:
        slot: What is asked for.
        typed: What the begeleider typed.
        today: The day in the bot's time zone.

    Returns:
        None when it cannot be understood.
    """
    return _READERS[slot](" ".join(typed.split()), today)


def read_date(typed: str, today: dt.date) -> str | None:
    """A day from today on, within two years: "3/12", "3 december", "morgen", "vrijdag"."""
    day = read_single_day(typed, today, leans=Leans.AHEAD)
    return day.isoformat() if day and today <= day <= today + dt.timedelta(days=731) else None


def read_time(typed: str) -> str | None:
    """A time of the day: "14u", "14u30", "14:30", "9 uur"."""
    found = _TIME.match(typed.lower())
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return f"{int(found[1]):02}:{int(found[2] or 0):02}"


def read_hours(typed: str) -> str | None:
    """An amount of hours as its minutes: "12", "1,5", "1u30", "2 uur"."""
    minutes = read_minutes(typed)
    return None if minutes is None else str(minutes)


def read_phone(typed: str) -> str | None:
    """A telephone number as it was typed, if it has as many digits as numbers have."""
    if not _PHONE.match(typed) or not 6 <= sum(c.isdigit() for c in typed) <= 15:
        return None
    return typed


def read_text(typed: str) -> str | None:
    """A few words on one line: a place, a paper, a name."""
    return typed if 0 < len(typed) <= TEXT_LENGTH else None


_READERS: Mapping[Slot, Callable[[str, dt.date], str | None]] = {
    Slot.DATE: read_date,
    Slot.TIME: lambda typed, _: read_time(typed),
    Slot.PLACE: lambda typed, _: read_text(typed),
    Slot.PAPER: lambda typed, _: read_text(typed),
    Slot.NUMBER: lambda typed, _: read_phone(typed),
    Slot.NAME: lambda typed, _: read_text(typed),
    Slot.HOURS: lambda typed, _: read_hours(typed),
}
