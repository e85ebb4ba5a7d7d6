"""Reads when an offer takes place, as people write it in Dutch, and writes it as the template does."""

import datetime as dt
import re
from dataclasses import dataclass

from bot.domain.dates import WEEKDAYS
from bot.domain.schedule import Dated, DayPart, Schedule, Weekly
from bot.domain.schedule_clause import Clause, ImpossibleDate
from bot.domain.schedule_words import Days, Sign, tokens_of

_LONGEST = 12_000
_APPOINTMENT = "op afspraak"
_PART_NAMES = {DayPart.MORNING: "voormiddag", DayPart.AFTERNOON: "namiddag", DayPart.EVENING: "avond"}
_CLOSED = re.compile(r"\b(?:gesloten|dicht)\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class When:
    """What was read of words about when."""

    schedule: Schedule
    first_day: dt.date | None = None
    """Nothing takes place before this day, as far as these words say."""
    last_day: dt.date | None = None
    unread: tuple[str, ...] = ()
    """The clauses, as written, of which not every word was understood."""
    rarer: tuple[str, ...] = ()
    """The clauses, as written, that are not for every week: "elke eerste zaterdag van de maand"."""
    impossible: str | None = None
    """A date that does not exist, as written."""


def read_when(written: str, *, today: dt.date) -> When:
    """Read weekly hours, dates and "op afspraak", as the template has them or as people write.

    Args:
        written: Such as "ma 19:00-21:00; za 10:00-12:00", "2026-12-03 14:00-16:00", "elke dinsdag van 14u
            tot 16u30", "3/12 en 10/12/2026, 19u30", "in overleg".
        today: The day in the bot's time zone, for a date without its year.
    """
    parted = [_parted(clause) for clause in re.split(r"[;\n]", written[:_LONGEST])]
    closed = [_Closed.read(part) for _, parts in parted for part in parts]
    try:
        read = [Clause(part.strip(), today) for part, _ in parted if part.strip(" .,-:()")]
    except ImpossibleDate as impossible:
        return When(schedule=Schedule(), impossible=impossible.written)
    never = {weekday for each in closed for weekday in each.weekdays}
    weekly = (each for clause in read for each in clause.weekly if each.weekday not in never)
    return When(
        schedule=Schedule(
            weekly=tuple(dict.fromkeys(weekly)),
            dates=tuple(dict.fromkeys(dated for clause in read for dated in clause.dates)),
            by_appointment=any(clause.by_appointment for clause in read),
        ),
        first_day=min((clause.first_day for clause in read if clause.first_day), default=None),
        last_day=max((clause.last_day for clause in read if clause.last_day), default=None),
        unread=(
            *(clause.written for clause in read if clause.unread),
            *(each.written for each in closed if not each.weekdays),
        ),
        rarer=tuple(clause.written for clause in read if clause.is_rarer),
    )


@dataclass(frozen=True)
class _Closed:
    """What is said of when there is nothing."""

    written: str
    weekdays: tuple[int, ...]
    """Empty when it is about something else than weekdays alone."""

    @classmethod
    def read(cls, written: str) -> "_Closed":
        tokens = [token for token in tokens_of(_CLOSED.sub(" ", written)) if token != Sign("and")]
        days = [token for token in tokens if isinstance(token, Days)]
        weekdays = [weekday for token in days for weekday in token.weekdays]
        return cls(written.strip(" ,."), tuple(weekdays) if len(days) == len(tokens) else ())


def _parted(clause: str) -> tuple[str, list[str]]:
    """What is said of when it takes place, and apart from that what says when it is closed."""
    if not _CLOSED.search(clause):
        return clause, []
    pieces = re.split(r"[,()]", clause)
    for place, piece in enumerate(pieces):
        if piece.strip().lower().startswith(("gesloten", "dicht")):
            # "Gesloten op 24/12, 25/12": all that follows.
            pieces[place:] = [", ".join(pieces[place:])]
            break
    closed = [piece for piece in pieces if _CLOSED.search(piece)]
    return ", ".join(piece for piece in pieces if piece not in closed), closed


def read_schedule(written: str, *, today: dt.date) -> Schedule | None:
    """Read when something takes place; None when not everything is understood, or nothing.

    Args:
        written: As for `read_when`.
        today: The day in the bot's time zone.
    """
    when = read_when(written, today=today)
    if when.unread or when.rarer or when.impossible or not when.schedule.is_known:
        return None
    return when.schedule


def write_schedule(schedule: Schedule) -> str:
    """Write it as the template has it: "ma 19:00-21:00; 2026-12-03 14:00-16:00; op afspraak"."""
    parts = [f"{WEEKDAYS[weekly.weekday][:2]}{_hours(weekly)}" for weekly in schedule.weekly]
    parts += [f"{_days(dated)}{_hours(dated)}" for dated in schedule.dates]
    return "; ".join([*parts, *([_APPOINTMENT] if schedule.by_appointment else [])])


def _days(dated: Dated) -> str:
    first = dated.first_day.isoformat()
    return first if dated.first_day == dated.last_day else f"{first} tot {dated.last_day.isoformat()}"


def _hours(when: Weekly | Dated) -> str:
    if when.starts and when.ends:
        return f" {when.starts:%H:%M}-{when.ends:%H:%M}"
    if when.starts or when.ends:
        return f" {when.starts:%H:%M}" if when.starts else f" tot {when.ends:%H:%M}"
    return f" {_PART_NAMES[when.part]}" if when.part else ""
