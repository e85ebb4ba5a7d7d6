"""The parts of a note about hours, read at one place in its words: a day, an amount, an hour of the clock."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.domain.dates import Leans, a_date, full_year, nearest, nearest_weekday
from bot.domain.folding import is_one_letter_off
from bot.domain.note_text import Text
from bot.domain.note_words.lexicon import Phrase

_DATE = re.compile(r"^(\d{1,2})([/.\-])(\d{1,2})(?:\2(\d{2}|\d{4}))?$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_RANGE = re.compile(r"^(\d{1,2})(?::(\d{2}))?-(\d{1,2})(?::(\d{2}))?$")
_CLOCK = re.compile(r"^(\d{1,2})(?:[:.](\d{2}))?$")
_COUNT = re.compile(r"^\d{1,4}(?:[.,]\d{1,2})?$")
_ORDINALS = frozenset(["ste", "de", "e", "er", "st", "nd", "rd", "th", "го", "ого", "й", "inci"])
_TILL_NEXT = re.compile(r"^\s*[-–—]\s*$")


@dataclass(frozen=True)
class Day:
    """A day that was named, and how many words that took."""

    day: dt.date
    size: int
    is_full: bool = False
    """Written with day and month."""
    is_weekday: bool = False


@dataclass(frozen=True)
class Amount:
    """An amount of minutes, and how many words that took."""

    minutes: int
    size: int


def day_at(text: Text, at: int, today: dt.date) -> Day | None:
    """The day that is named here; weekdays lean to the past."""
    return _date_at(text, at, today) or _near_day_at(text, at, today) or _weekday_at(text, at, today)


def amount_at(text: Text, at: int) -> Amount | None:
    """The amount with its unit that stands here, or the length of "14:00-16:00"."""
    if (range_ := _range_at(text, at)) is not None:
        return range_
    if whole := text.value_at(at, text.lexicon.whole):
        return _with_more(text, at, whole[0], whole[1])
    if not (counted := _count_at(text, at)):
        return None
    count, size = counted
    if (more := text.value_at(at + size, text.lexicon.more)) and _is_unit(text, at + size + more[1]):
        count, size = count + more[0] / 60, size + more[1]
    if unit := text.size_at(at + size, text.lexicon.minutes):
        return Amount(round(count), size + unit)
    if _is_unit(text, at + size):
        return _with_more(
            text, at, round(count * 60), size + max(1, text.size_at(at + size, text.lexicon.hours))
        )
    return None


def clock_at(text: Text, at: int) -> int:
    """How many words say an hour of the clock here ("om 14 uur"); 0 when none do."""
    size = text.size_at(at, text.lexicon.clock)
    if not size or not _CLOCK.match(text.folded(at + size)):
        return 0
    unit = text.size_at(at + size + 1, text.lexicon.hours)
    is_the_unit = text.phrase(at, size) in text.lexicon.hours
    if unit and is_the_unit:
        return 0
    return size + 1 + unit


def bare_amount_at(text: Text, at: int) -> Amount | None:
    """A number without a unit that can only be hours: "2", "1,5", "1:30"."""
    number = text.folded(at)
    if found := re.fullmatch(r"(\d{1,2}):([0-5]\d)", number):
        return Amount(int(found[1]) * 60 + int(found[2]), 1)
    if _COUNT.match(number) and 0 < (hours := float(number.replace(",", "."))) <= 12:
        return Amount(round(hours * 60), 1)
    return None


def _date_at(text: Text, at: int, today: dt.date) -> Day | None:
    token = text.folded(at)
    if found := _ISO.match(token):
        return _full(a_date(int(found[1]), int(found[2]), int(found[3])), 1)
    if (found := _DATE.match(token)) and not _is_unit(text, at + 1):
        if found[2] == "." and not found[4] and len(found[3]) == 1:
            return None
        return _full(_day_of(int(found[1]), int(found[3]), found[4], today), 1)
    return _named_date_at(text, at, today)


def _named_date_at(text: Text, at: int, today: dt.date) -> Day | None:
    if re.fullmatch(r"\d{1,2}", text.folded(at)):
        size = 2 if text.folded(at + 1) in _ORDINALS else 1
        size += text.folded(at + size) in ("of", "de", "van", "di")
        month = _named(text, at + size, text.lexicon.months)
        if month is None:
            return None
        return _with_year(
            text.folded(at + size + month[1]), size + month[1], int(text.folded(at)), month[0], today
        )
    month = text.value_at(at, text.lexicon.months)
    if (
        month
        and re.fullmatch(r"\d{1,2}", text.folded(at + month[1]))
        and not _is_unit(text, at + month[1] + 1)
    ):
        size = month[1] + (2 if text.folded(at + month[1] + 1) in _ORDINALS else 1)
        return _with_year(text.folded(at + size), size, int(text.folded(at + month[1])), month[0], today)
    return None


def _with_year(year: str, size: int, day: int, month: int, today: dt.date) -> Day | None:
    if re.fullmatch(r"20\d{2}", year):
        return _full(a_date(int(year), month, day), size + 1)
    return _full(nearest(day, month, today, Leans.PAST), size)


def _day_of(day: int, month: int, year: str | None, today: dt.date) -> dt.date | None:
    return a_date(full_year(year), month, day) if year else nearest(day, month, today, Leans.PAST)


def _full(day: dt.date | None, size: int) -> Day | None:
    return Day(day, size, is_full=True) if day else None


def _near_day_at(text: Text, at: int, today: dt.date) -> Day | None:
    near = _named(text, at, text.lexicon.days)
    return Day(today + dt.timedelta(days=near[0]), near[1]) if near else None


def _weekday_at(text: Text, at: int, today: dt.date) -> Day | None:
    before = text.size_at(at, text.lexicon.last)
    coming = text.size_at(at, text.lexicon.coming)
    skip = before or coming
    named = _named(text, at + skip, text.lexicon.weekdays) or _short_weekday(text, at + skip)
    if not named:
        return None
    size = skip + named[1]
    after_last = 0 if skip else text.size_at(at + size, text.lexicon.last)
    after_coming = 0 if skip else text.size_at(at + size, text.lexicon.coming)
    size += after_last or after_coming
    if coming or after_coming:
        return Day(nearest_weekday(named[0], today, Leans.AHEAD), size, is_weekday=True)
    until = today - dt.timedelta(days=1) if before or after_last else today
    return Day(nearest_weekday(named[0], until, Leans.PAST), size, is_weekday=True)


def _short_weekday(text: Text, at: int) -> tuple[int, int] | None:
    is_before_date = bool(_DATE.match(text.folded(at + 1)))
    return text.value_at(at, text.lexicon.short_weekdays) if at == 0 or is_before_date else None


def _named(text: Text, at: int, table: Mapping[Phrase, int]) -> tuple[int, int] | None:
    """The longest phrase here, or else a long word that is one letter off."""
    if exact := text.value_at(at, table):
        return exact
    word = text.folded(at)
    if len(word) < 5 or (word,) in text.lexicon.others:
        return None
    near = {table[name] for name in _long_names(table) if _is_typo(word, name[0])}
    return (near.pop(), 1) if len(near) == 1 else None


def _long_names(table: Iterable[Phrase]) -> Iterator[Phrase]:
    return (phrase for phrase in table if len(phrase) == 1 and len(phrase[0]) > 4)


def _is_typo(word: str, name: str) -> bool:
    """One letter off; a letter may only be missing from a long name, and the first one is right."""
    if len(word) < len(name) < 6 or word[0] != name[0]:
        return False
    return is_one_letter_off(word, name)


def _count_at(text: Text, at: int) -> tuple[float, int] | None:
    if named := text.value_at(at, text.lexicon.numbers):
        return named
    number = text.folded(at)
    if found := re.fullmatch(r"(\d{1,2}):([0-5]\d)", number):
        return int(found[1]) + int(found[2]) / 60, 1
    if number == "1/2":
        return 0.5, 1
    return (float(number.replace(",", ".")), 1) if _COUNT.match(number) else None


def _is_unit(text: Text, at: int) -> bool:
    if text.size_at(at, text.lexicon.hours):
        return True
    word = text.folded(at)
    return len(word) > 4 and any(_is_typo(word, name[0]) for name in _long_names(text.lexicon.hours))


def _with_more(text: Text, at: int, minutes: int, size: int) -> Amount:
    """Add "et demie", "30" or "30 min" behind whole hours."""
    if more := text.value_at(at + size, text.lexicon.more):
        return Amount(minutes + more[0], size + more[1])
    skip = size + (text.folded(at + size) in ("en", "and", "et", "y", "ve", "и", "і", "و", "iyo"))
    number = text.folded(at + skip)
    if not re.fullmatch(r"\d{1,2}", number) or int(number) > 59 or minutes % 60:
        return Amount(minutes, size)
    unit = text.size_at(at + skip + 1, text.lexicon.minutes)
    is_joined = skip == size and len(number) == 2 and not text.gap_before(at + skip)
    return Amount(minutes + int(number), skip + 1 + unit) if unit or is_joined else Amount(minutes, size)


def _range_at(text: Text, at: int) -> Amount | None:
    """The time between two hours of the clock."""
    start = text.size_at(
        at, text.lexicon.clock | {("van",), ("from",), ("de",), ("من",), ("از",), ("з",), ("с",)}
    )
    if found := _RANGE.match(text.folded(at + start)):
        unit = text.size_at(at + start + 1, text.lexicon.hours)
        if unit or start or found[2]:
            return _between(found[1], found[2], found[3], found[4], start + 1 + unit)
        return None
    if not (first := _CLOCK.match(text.folded(at + start))):
        return None
    place = at + start + 1 + text.size_at(at + start + 1, text.lexicon.hours)
    minutes = _joined_minutes(text, place)
    place += minutes is not None
    till = text.size_at(place, text.lexicon.till)
    if not till and not (place < len(text.tokens) and _TILL_NEXT.match(text.gap_before(place))):
        return None
    place += till
    if not (last := _CLOCK.match(text.folded(place))):
        return None
    place += 1 + text.size_at(place + 1, text.lexicon.hours)
    end_minutes = _joined_minutes(text, place)
    place += end_minutes is not None
    return _between(first[1], first[2] or minutes, last[1], last[2] or end_minutes, place - at)


def _joined_minutes(text: Text, at: int) -> str | None:
    is_joined = (
        0 < at < len(text.tokens) and not text.gap_before(at) and re.fullmatch(r"[0-5]\d", text.folded(at))
    )
    return text.folded(at) if is_joined else None


def _between(
    hour: str, minute: str | None, end_hour: str, end_minute: str | None, size: int
) -> Amount | None:
    start, end = int(hour) * 60 + int(minute or 0), int(end_hour) * 60 + int(end_minute or 0)
    length = end - start if end > start else end + 12 * 60 - start
    return Amount(length, size) if 0 < length <= 12 * 60 and end <= 24 * 60 else None
