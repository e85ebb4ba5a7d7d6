"""Parts the words in which people write when something takes place: weekdays, dates, hours, "tot", "behalve".

The order of `_RULES` counts: what is longer, or surer, stands first.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.domain.dates import WEEKDAYS, full_year
from bot.domain.folding import fold, is_one_letter_off
from bot.domain.note_words.en import ENGLISH
from bot.domain.note_words.fr import FRENCH
from bot.domain.note_words.nl import DUTCH
from bot.domain.schedule import DayPart


@dataclass(frozen=True)
class Days:
    """Weekdays that are named together: one of them, "weekend", "dagelijks"."""

    weekdays: tuple[int, ...]
    part: DayPart | None = None


@dataclass(frozen=True)
class Date:
    """A day of a month; what is not written is None."""

    day: int
    month: int | None
    year: int | None
    written: str


@dataclass(frozen=True)
class Clock:
    """An hour of the day."""

    at: dt.time
    is_bare: bool = False
    """Is it a mere number, which may mean something else?"""


@dataclass(frozen=True)
class Part:
    """A part of the day."""

    part: DayPart


@dataclass(frozen=True)
class Sign:
    """A word that says how the others belong together."""

    means: str
    """One of "till", "and", "from", "except", "rarer", "appointment"."""


@dataclass(frozen=True)
class Word:
    """What is not understood."""

    text: str


Token = Days | Date | Clock | Part | Sign | Word

_MONTHS = {
    fold(name): number
    for words in (FRENCH, ENGLISH, DUTCH)
    for number, names in enumerate(words.months, 1)
    for name in names.split(", ")
    if name
}
_MONTH = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_PARTS = {
    **dict.fromkeys(("voormiddag", "ochtend", "morgen", "morning", "matin", "vm"), DayPart.MORNING),
    **dict.fromkeys(("namiddag", "middag", "afternoon", "apres-midi", "nm"), DayPart.AFTERNOON),
    **dict.fromkeys(("avond", "nacht", "evening", "night", "soir"), DayPart.EVENING),
}
_PART = "|".join(_PARTS)
_NAMES = {
    name: number
    for names in (
        WEEKDAYS,
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    )
    for number, name in enumerate(names)
}
_SHORT = {
    short: number
    for number, shorts in enumerate(
        ("ma|maa", "di|din|dins", "wo|woe|woens", "do|don|dond", "vr|vrij", "za|zat", "zo|zon")
    )
    for short in shorts.split("|")
}
_SHORTS = "|".join(sorted(_SHORT, key=len, reverse=True))
_TILL = r"tot (?:en|&) met|t\.?\s?e\.?\s?m\b\.?|t/m|tot\b|until\b|till\b|jusqu'a\b|-+"
# "zo" and "do" are words as well: what follows tells.
_AFTER_SHORT = (
    rf"(?=\.?\s*(?:$|[\d,:&+/()>-]|(?:{_SHORTS}|{_PART})\b|'s\b|t[./]"
    r"|(?:en|et|of|tot|tem|van|vanaf|om|in de|behalve|niet)\b))"
)
_ORDINAL = r"eerste|tweede|derde|vierde|vijfde|laatste|[1-5](?:ste|de|e)"
_YEAR = r"(20\d{2}|'\d{2}|\d{2}(?!\s?(?:[uh:.\d-]|uur|tot)))"
_HOUR = r"([01]?\d|2[0-4])"

_EVERY_DAY, _WORKING_DAYS, _WEEKEND = Days(tuple(range(7))), Days(tuple(range(5))), Days((5, 6))


def _date(found: re.Match[str]) -> Token:
    year, month, day = found["year"], found["month"], found["day"]
    number = _MONTHS[month] if month in _MONTHS else int(month) if month else None
    return Date(int(day), number, full_year(year) if year else None, found[0].strip())


def _clock(found: re.Match[str]) -> Token:
    hour, minute = int(found[1]), int(next(filter(None, found.groups()[1:]), 0))
    return Clock(dt.time(hour % 24, minute)) if hour < 24 or not minute else Word(found[0])


def _half_of_day(found: re.Match[str]) -> Token:
    hour = int(found[1]) % 12 + (12 if found[3] == "p" else 0)
    return Clock(dt.time(hour, int(found[2] or 0))) if int(found[1]) <= 12 else Word(found[0])


def _day(found: re.Match[str]) -> Token:
    name, part = found[1], found[2]
    number = _NAMES[name] if name in _NAMES else _SHORT[name]
    return Days((number,), _PARTS[part] if part else None)


def _word(found: re.Match[str]) -> Token:
    word = found[0]
    near = [number for number, name in enumerate(WEEKDAYS) if len(word) > 5 and is_one_letter_off(word, name)]
    return Days((near[0],)) if len(near) == 1 else Word(word)


def _always(token: Token | None) -> Callable[[re.Match[str]], Token | None]:
    return lambda _: token


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Token | None]], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)(?:t(?=\d))?", _date),
        (r"7(?:/| op | dagen op )7\b", _always(_EVERY_DAY)),
        (r"(?P<day>\d{1,2})\s?([-/.])\s?(?P<month>\d{1,2})\s?\2\s?(?P<year>'?\d{2}|\d{4})(?!\d)", _date),
        (r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/])(?:\s(?P<year>20\d{2})(?!\d))?", _date),
        (rf"(?P<day>\d{{1,2}})(?:ste|de|e|st|nd|rd|th|er)?\s*(?P<month>{_MONTH})\b\.?(?:,?\s*(?P<year>{_YEAR}))?",
         _date),
        (rf"(?P<day>\d{{1,2}})(?:ste|de|e)?(?P<month>)(?P<year>)(?=(?:\s*(?:,|en\b|&|\+|{_TILL})\s*\d{{1,2}}(?:ste|de|e)?){{1,20}}"
         rf"(?:\s*(?:{_MONTH})\b|/\d{{1,2}}(?!\d)))", _date),
        (r"(\d{1,2})(?:[:.]([0-5]\d))?\s?([ap])\.?m\b\.?", _half_of_day),
        (rf"{_HOUR}\s?[:.h]\s?([0-5]\d)(?::[0-5]\d)?(?:\.\d+)?(?:\s?(?:uur|u|h)\b\.?)?(?!\d)", _clock),
        (rf"{_HOUR}\s?(?:uur|uren|u|h)\b\.?", _clock),
        (rf"{_HOUR}\s?[uh](?:([0-5]\d)(?!\d)|\s([0-5]\d)(?!\s?(?:[uh:.\d-]|uur)))", _clock),
        (rf"(?:{_ORDINAL})(?=(?:\s*(?:,|en|&|of)\s*(?:{_ORDINAL})){{0,5}}\s(?:{'|'.join(_NAMES)}|{_SHORTS}|week)\w*)"
         r"|(?:(?:van|in) )?(?:de|elke|iedere|v/d|vd) maand\b"
         r"|per maand|maandelijks\w*|om de (?:week|\w+ (?:weken|maanden))|(?:twee|drie|2|3)[ -]?wekelijks\w*"
         r"|veertien-?daags\w*|(?:on)?even we(?:e)?k(?:en)?", _always(Sign("rarer"))),
        (rf"{_HOUR}(?![\d/])", lambda found: Clock(dt.time(int(found[1]) % 24), is_bare=True)),
        (r"(?:(?:op|na|volgens|in|by|sur) )?(?:afspraak|overleg|samenspraak|appointment|rendez-vous)\b"
         r"|af te spreken|te bepalen|vrij te kiezen|(?:zelf|vrij) kiezen|flexibel\w*(?: uren)?"
         r"|wanneer (?:je|u) wilt?|doorlopend\w*|(?:het )?hele jaar(?: door)?|permanent",
         _always(Sign("appointment"))),
        (r"dagelijks\w*|(?:elke|iedere|alle|every) (?:dag(?:en)?|day)\b|daily", _always(_EVERY_DAY)),
        (r"(?:elke |iedere )?(?:week|werk)dag(?:en)?\b|(?:in|tijdens) de week\b|weekdays",
         _always(_WORKING_DAYS)),
        (r"week-?end(?:en|s)?\b|weekeinde\w*", _always(_WEEKEND)),
        (rf"({'|'.join(_NAMES)})(?:en|s)?(?:[ -]{{0,2}}({_PART})(?:en|s)?)?\b\.?", _day),
        (rf"({_SHORTS})\b(?:\.?\s({_PART})(?:en|s)?\b)?{_AFTER_SHORT}\.?", _day),
        (rf"({_PART})(?:en|s)?\b", lambda found: Part(_PARTS[found[1]])),
        (rf"(?:{_TILL})|a(?= \d)|to\b|au\b", _always(Sign("till"))),
        (r"behalve\b|uitgezonderd\b|met uitzondering van|niet\b|geen\b|excl\w*\.?|except\b|sauf\b",
         _always(Sign("except"))),
        (r"vanaf\b|sinds\b|start(?:datum)?\b|from\b", _always(Sign("from"))),
        (r"(?:en|et|and|of|ook)\b|[&+/,]", _always(Sign("and"))),
        (r"(?:van|om|op|de|het|een|in|elke|elk|iedere|ieder|telkens|wekelijks\w*|steeds|altijd|uur|uren|u|week|hele|dag"
         r"|le|les|du|chaque|each|every|on|at|the|'s)\b|[.:()\[\]|\"*•·'>!]", _always(None)),
        (r"[^\s,;.:()]+", _word),
    )
)  # fmt: skip


def tokens_of(clause: str) -> Iterator[Token]:
    """What a clause is made of, in its order; words such as "op" and "elke" are left out."""
    text = re.sub("[–—−‑]", "-", fold(clause))
    text = re.sub(r"\btussen ([^,;]{1,12}?) en\b", r"\1 tot", text)
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        rule, found = next((make, hit) for each, make in _RULES if (hit := each.match(text, place)))
        place = found.end()
        if (token := rule(found)) is not None:
            yield token
