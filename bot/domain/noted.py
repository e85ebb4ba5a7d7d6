"""Reads what a newcomer types about hours they did: "dinsdag 2 uur voetbalclub", in twelve languages.

Nothing is guessed: what is not said once and clearly stays open, and the person is asked.
"""

import datetime as dt
import re
from dataclasses import dataclass, field

from bot.domain.note_parts import Amount, Day, amount_at, bare_amount_at, clock_at, day_at
from bot.domain.note_text import Text

WHAT_LENGTH = 80
MOST_WORDS = 15
MOST_MINUTES = 12 * 60
LONGEST = 500

_QUESTION = re.compile("[?？؟፧⁇❓❔]")
_AROUND = " \t.,;:!-–—()[]\"'«»„“”،؛።፡፣·/+&*"


@dataclass(frozen=True, kw_only=True)
class Noted:
    """What a note says; None for what it does not say, or says in more than one way."""

    day: dt.date | None
    minutes: int | None
    """As it was written, so that 0 and 400 hours can be refused with their reason."""
    what: str
    """The activity, in the person's own words; empty when there are none."""


@dataclass
class _Parts:
    """What was found so far; `left` are the places of words that remain."""

    days: list[Day] = field(default_factory=list)
    amounts: list[Amount] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    has_last_week: bool = False


def read_note(text: str, language: str, today: dt.date) -> Noted | None:
    """Read a day, an amount and an activity.

    Args:
        text: What the newcomer typed.
        language: The language they write, by its ISO 639-1 code; Dutch and English words are read as well.
        today: The day in the bot's time zone. A weekday or a date without a year is one in the past; a
            full date stays as it is, also in the future.

    Returns:
        None when it names neither a day nor an amount.
    """
    words = Text(text[:LONGEST], language)
    parts = _parts_of(words, today)
    if not parts.amounts:
        _take_bare_amount(words, parts)
    if not parts.days and not parts.amounts:
        return None
    return Noted(day=_day(parts), minutes=_minutes(parts), what=_what(words, parts.left))


def looks_like_note(text: str, language: str, today: dt.date) -> bool:
    """Is this surely a note of hours, and no question? Whoever asks has looked for danger first.

    Args:
        text: What a newcomer typed, out of the blue.
        language: The language of the message, by its ISO 639-1 code.
        today: The day in the bot's time zone.

    Returns:
        True when it names one day and one amount of at most twelve hours, is short, and asks nothing.
    """
    if len(text) > LONGEST or _QUESTION.search(text):
        return False
    words = Text(text, language)
    if len(words.tokens) > MOST_WORDS or _asks(words):
        return False
    parts = _parts_of(words, today)
    day, minutes = _day(parts), _minutes(parts)
    if day is None or minutes is None or not 0 < minutes <= MOST_MINUTES:
        return False
    return day <= today or any(named.is_full for named in parts.days)


def looks_like_several(text: str, language: str, today: dt.date) -> bool:
    """Does it tell of several days or amounts at once, and ask nothing? Arguments as in `looks_like_note`."""
    words = Text(text[:LONGEST], language)
    if len(text) > LONGEST or len(words.tokens) > 2 * MOST_WORDS or asks(text, language):
        return False
    parts = _parts_of(words, today)
    days = {day.day for day in parts.days}
    is_past = all(day <= today for day in days)
    return is_past and bool(days) and bool(parts.amounts) and max(len(days), len(parts.amounts)) > 1


def asks(text: str, language: str) -> bool:
    """Is it written as a question: with a question mark, or a word that asks?"""
    return _QUESTION.search(text) is not None or _asks(Text(text[:LONGEST], language))


def _asks(words: Text) -> bool:
    return any(words.size_at(place, words.lexicon.asks) for place in range(len(words.tokens)))


def _parts_of(words: Text, today: dt.date) -> _Parts:
    parts, place = _Parts(), 0
    while place < len(words.tokens):
        place += _take(words, place, today, parts) or 1
    if parts.has_last_week:
        parts.days = [_in_last_week(day, today) for day in parts.days]
    return parts


def _take(words: Text, place: int, today: dt.date, parts: _Parts) -> int:
    """Take what stands here, and say how many words that is; the longest of what it can be."""
    last_week = words.size_at(place, words.lexicon.last_week)
    filler = words.size_at(place, words.lexicon.fillers)
    day, amount = day_at(words, place, today), amount_at(words, place)
    sizes = (
        amount.size if amount else 0, day.size if day else 0, last_week, clock_at(words, place), filler,
    )  # fmt: skip
    size = max(sizes)
    if size == 0:
        parts.left.append(place)
    elif amount and amount.size == size:
        parts.amounts.append(amount)
    elif day and day.size == size:
        parts.days.append(day)
    parts.has_last_week |= bool(last_week and last_week == size)
    return size


def _take_bare_amount(words: Text, parts: _Parts) -> None:
    bare = [(place, amount) for place in parts.left if (amount := bare_amount_at(words, place))]
    if len(bare) == 1:
        parts.left.remove(bare[0][0])
        parts.amounts.append(bare[0][1])


def _in_last_week(day: Day, today: dt.date) -> Day:
    if not day.is_weekday:
        return day
    monday = today - dt.timedelta(days=today.weekday() + 7)
    return Day(monday + dt.timedelta(days=day.day.weekday()), day.size, is_weekday=True)


def _day(parts: _Parts) -> dt.date | None:
    full = {day.day for day in parts.days if day.is_full}
    days = full or {day.day for day in parts.days}
    return days.pop() if len(days) == 1 else None


def _minutes(parts: _Parts) -> int | None:
    return parts.amounts[0].minutes if len(parts.amounts) == 1 else None


def _what(words: Text, left: list[int]) -> str:
    pieces = (_piece(words, run) for run in _runs(left))
    return _shortened(" ".join(filter(None, pieces)))


def _runs(places: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _piece(words: Text, run: list[int]) -> str:
    """The words of a run as they were written, without what stands at its edges."""
    first, last = run[0], run[-1] + 1
    while first < last and words.phrase(first, 1) in words.lexicon.edges:
        first += 1
    while last > first and words.phrase(last - 1, 1) in words.lexicon.edges:
        last -= 1
    if first == last:
        return ""
    return words.text[words.tokens[first].start : words.tokens[last - 1].end].strip(_AROUND)


def _shortened(what: str) -> str:
    if len(what) <= WHAT_LENGTH:
        return what
    return what[:WHAT_LENGTH].rsplit(" ", 1)[0]
