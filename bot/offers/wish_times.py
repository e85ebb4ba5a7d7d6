"""Reads when a wish suits: weekdays and parts of the day, and those that do not."""

import re
from collections.abc import Collection, Iterator

from bot.domain.schedule import EVENING_BEGINS, NOON, DayPart
from bot.domain.search import Times
from bot.language.normalise import clean, fold
from bot.offers.said import find, is_said

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ALL_DAYS = frozenset(range(7))
WEEKEND = frozenset({5, 6})
_LATER = frozenset({DayPart.AFTERNOON, DayPart.EVENING})
_IMPLIED: tuple[tuple[str, frozenset[DayPart], frozenset[int]], ...] = (
    ("busy_all_day", frozenset({DayPart.EVENING}), frozenset()),
    ("after_work", frozenset({DayPart.EVENING}), frozenset()),
    ("after_class", _LATER, frozenset()),
    ("school_hours", frozenset({DayPart.MORNING, DayPart.AFTERNOON}), ALL_DAYS - WEEKEND),
)
_SHORT = frozenset(
    ("ma", "di", "wo", "do", "vr", "za", "zon", "mon", "sat", "wed", "пн", "вт", "ср", "чт", "пт", "сб", "нд")
)
"""A day only beside another one, an hour or one of the words below: in other languages they are words."""
_BESIDE_SHORT = frozenset(("op", "on", "elke", "every", "en", "and", "of", "or", "і", "та", "по", "в", "у"))
_BEFORE, _AFTER = 24, 16
"""So many characters before a time (in Turkish after it) may say that it does not suit."""
_EARLIEST_AS_CLOCK = 9
"""Smaller hours are said of the afternoon or the evening: "after 6" is not at dawn."""
_CLAUSE = re.compile(r"[.,;:!?؟،؛()\n]+|\s(?:maar|but|mais|але|بس|لكن|ama|fakat|но|pero)\s", re.IGNORECASE)
_AFTER_HOUR = re.compile(
    r"(?<!\w)(?:na|vanaf|after|from|apres|a partir de|після|после|بعد|بعد الساعه|من الساعه) (?:les )?"
    r"(\d{1,2})(?: ?(?:u|h|uur|pm|год|годин\w*|00|30))*(?!\w)"
    r"|(?<!\w)(\d{1,2})(?: ?00)? ?(?:den|dan|ten|tan) sonra"
)


def times_of(text: str, language: str) -> Times:
    """Read when a wish suits.

    Args:
        text: The message as it arrived.
        language: In which it is written.

    Returns:
        The weekdays and parts of the day that suit, empty for any; days that are taken leave the others.
    """
    reader = _TimeReader(language)
    for clause in clauses_of(clean(text)):
        reader.take_in(fold(clause))
    return reader.times()


def clauses_of(text: str) -> list[str]:
    """Split a message where a sign or a "but" parts it."""
    return [part for part in _CLAUSE.split(text) if part.strip()]


class _TimeReader:
    """Gathers what the clauses of one message say."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._days: set[int] = set()
        self._parts: set[DayPart] = set()
        self._implied: set[DayPart] = set()
        self._taken_days: set[int] = set()
        self._taken_parts: set[DayPart] = set()

    def take_in(self, clause: str) -> None:
        """Read one clause, folded."""
        clause = self._without_implied(clause)
        is_busy = is_said("busy", clause, self._language)
        for found, days in self._days_in(clause):
            taken = is_busy or self._is_denied(clause, found)
            (self._taken_days if taken else self._days).update(days)
        for part in DayPart:
            for found in find(part.value, clause, self._language):
                taken = is_busy or self._is_denied(clause, found)
                (self._taken_parts if taken else self._parts).add(part)

    def times(self) -> Times:
        """What they say together."""
        days = self._days - self._taken_days
        if not days and self._taken_days:
            days = set(ALL_DAYS - self._taken_days)
        parts = (self._parts or self._implied) - self._taken_parts
        if not parts and self._taken_parts and not self._taken_days:
            parts = set(DayPart) - self._taken_parts
        return Times(weekdays=frozenset(days), parts=frozenset(parts))

    def _days_in(self, clause: str) -> Iterator[tuple[re.Match[str], Collection[int]]]:
        for day, name in enumerate(WEEKDAYS):
            for found in find(name, clause, self._language):
                if found[0] not in _SHORT or _is_short_day(clause, found):
                    yield found, {day}
        for name, days in (("weekend", WEEKEND), ("week", ALL_DAYS - WEEKEND)):
            yield from ((found, days) for found in find(name, clause, self._language))

    def _without_implied(self, clause: str) -> str:
        """Take in "after my class" and the like, and leave it out: a word in it names no time of its own."""
        for name, parts, days in _IMPLIED:
            if found := next(find(name, clause, self._language), None):
                self._days.update(days)
                self._implied.update(parts)
                clause = f"{clause[: found.start()]} {clause[found.end() :]}"
        if found := _AFTER_HOUR.search(clause):
            self._implied.update(_parts_after(int(found[1] or found[2])))
        return clause

    def _is_denied(self, clause: str, found: re.Match[str]) -> bool:
        if self._language == "tr":
            return is_said("not", clause[found.end() : found.end() + _AFTER], self._language)
        return is_said("not", clause[max(0, found.start() - _BEFORE) : found.start()], self._language)


def _is_short_day(clause: str, found: re.Match[str]) -> bool:
    beside = [*clause[: found.start()].split()[-1:], *clause[found.end() :].split()[:1]]
    return any(word[0].isdigit() or word in _BESIDE_SHORT or word in _SHORT for word in beside)


def _parts_after(hour: int) -> Collection[DayPart]:
    hour = hour if hour > _EARLIEST_AS_CLOCK else hour + 12
    if hour >= EVENING_BEGINS.hour - 1:
        return {DayPart.EVENING}
    return _LATER if hour >= NOON.hour else set(DayPart)
