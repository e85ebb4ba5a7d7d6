"""The open places of a fixed sentence, and reading what a begeleider types into them.

A value is kept in one form whatever was typed: a date as 2026-12-03, a time as 14:30, an amount of
hours as its minutes. The words around it are the reader's language's business.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from enum import StrEnum

TEXT_LENGTH = 120
LONGEST_HOURS = 1000
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

_WEEKDAY = re.compile(r"^(?:op\s+)?(ma|di|wo|do|vr|za|zo)[a-z]*\.?,?(?:\s+|$)")
_FIGURES = re.compile(r"^(\d{1,2})\s*[/.\-]\s*(\d{1,2})(?:\s*[/.\-]\s*(\d{4}|\d{2}))?$")
_NAMED = re.compile(r"^(\d{1,2})\s*([a-z]{3,9})\.?(?:\s+(\d{4}|\d{2}))?$")
_ISO = re.compile(r"^(\d{4})-(\d{2})-(\d{2})$")
_TIME = re.compile(r"^(?:om\s+)?(\d{1,2})(?:\s*(?:u|h|uur|[:.])\s*(\d{2})?)?(?:\s*uur)?$")
_HOURS = re.compile(r"^(\d{1,4})(?:[.,](\d{1,2}))?\s*(?:u|uur|uren|h)?$")
_HOURS_AND_MINUTES = re.compile(r"^(\d{1,4})\s*(?:u|uur|h|:)\s*(\d{2})$")
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
    day = _day(typed.lower().strip(" ."), today)
    return day.isoformat() if day and today <= day <= today + dt.timedelta(days=731) else None


def _day(typed: str, today: dt.date) -> dt.date | None:
    ahead = {"vandaag": 0, "morgen": 1, "overmorgen": 2}.get(typed)
    if ahead is not None:
        return today + dt.timedelta(days=ahead)
    if typed in WEEKDAYS:
        return today + dt.timedelta(days=(WEEKDAYS.index(typed) - today.weekday() - 1) % 7 + 1)
    typed = _WEEKDAY.sub("", typed)
    if found := _ISO.match(typed):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _FIGURES.match(typed):
        return _coming(int(found[1]), int(found[2]), found[3], today)
    if (found := _NAMED.match(typed)) and (month := _month(found[2])):
        return _coming(int(found[1]), month, found[3], today)
    return None


def _month(word: str) -> int | None:
    if word in ("mrt", "maa"):
        return 3
    return next((place for place, name in enumerate(MONTHS, 1) if name.startswith(word)), None)


def _coming(day: int, month: int, year: str | None, today: dt.date) -> dt.date | None:
    """The date as written; without a year the next one that is not past."""
    if year is not None:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    dates = (_date(today.year + ahead, month, day) for ahead in (0, 1))
    return next((date for date in dates if date and date >= today), None)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def read_time(typed: str) -> str | None:
    """A time of the day: "14u", "14u30", "14:30", "9 uur"."""
    found = _TIME.match(typed.lower())
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return f"{int(found[1]):02}:{int(found[2] or 0):02}"


def read_hours(typed: str) -> str | None:
    """An amount of hours as its minutes: "12", "1,5", "1u30", "2 uur"."""
    typed = typed.lower()
    if found := _HOURS_AND_MINUTES.match(typed):
        minutes = int(found[1]) * 60 + int(found[2]) if int(found[2]) < 60 else 0
    elif found := _HOURS.match(typed):
        minutes = round(float(f"{found[1]}.{found[2] or 0}") * 60)
    else:
        return None
    return str(minutes) if 0 < minutes <= LONGEST_HOURS * 60 else None


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
