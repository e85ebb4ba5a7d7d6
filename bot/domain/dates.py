"""Days as people type them in Dutch, and as the cells of a spreadsheet hold them."""

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from enum import Enum, auto

from bot.domain.amounts import NUMBERS
from bot.domain.folding import fold, is_one_letter_off

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

YEARS = range(1950, 2100)
_SERIALS = range(20_000, 80_001)
_SERIAL_ZERO = dt.date(1899, 12, 30)
_LONGEST = 60

_YEAR = r"('?\d{2}|\d{4})"
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")
_FIGURES = re.compile(rf"^(\d{{1,2}})\s*[/.\-]\s*(\d{{1,2}})(?:\s*[/.\-]\s*{_YEAR})?$")
_SPACED = re.compile(r"^(\d{1,2}) (\d{1,2}) (\d{4})$")
_JOINED = re.compile(r"^(\d{2})(\d{2})(\d{4})$")
_NAMED = re.compile(rf"^(\d{{1,2}})(?:(?:ste|de|e)\b\.?)?\s*(?:van\s+)?([a-z]{{3,10}})\.?,?(?:\s*{_YEAR})?$")
_LEAD = re.compile(r"^(?:op|vanaf|tot en met|t/m|t\.?e\.?m\.?|tot|van|sinds)\s+")
_EDGE = r"(eind|einde|begin|start|midden|half|medio|laatste dag|eerste dag)"
_MONTH = re.compile(
    rf"^(?:{_EDGE}\s+)?(?:(?:van|v|in)\.?\s+)?(?:de maand\s+)?([a-z]{{3,10}})\.?(?:\s+{_YEAR})?$"
)
_MONTH_FIGURE = re.compile(rf"^(?:{_EDGE}\s+)?(\d{{1,2}})\s*[/\-]\s*(\d{{4}})$")
_WHOLE_YEAR = re.compile(rf"^{_EDGE}\s+(?:van\s+)?(?:het jaar\s+)?(\d{{4}})$")
_COUNT = r"(\d{1,3}|(?:een |'n )?half|[a-z']+)"
_UNITS = {
    **dict.fromkeys(("dag", "dagen"), (1, 0)),
    **dict.fromkeys(("week", "weken"), (7, 0)),
    **dict.fromkeys(("maand", "maanden"), (0, 1)),
    **dict.fromkeys(("jaar", "jaren"), (0, 12)),
}
"""Days and months in each."""
_PARTS_OF_YEAR = {"half": 6, "anderhalf": 18}
_UNIT = rf"({'|'.join(sorted(_UNITS, reverse=True))})"
_SPAN = re.compile(rf"^(?:(?:over|binnen|na)\s+{_COUNT}\s*{_UNIT}|{_COUNT}\s*{_UNIT}\s+geleden)$")
_RELATIVE_WEEKDAY = re.compile(r"^(vorige|afgelopen|voorbije|laatste|volgende|komende|aanstaande)\s+(\w+)$")
_OF_WEEK = re.compile(
    r"^(?:(vorige|deze|volgende) week (?:op )?(\w+)|(\w+),? (?:van )?(vorige|deze|volgende) week)$"
)

_NEAR_DAYS = {"eergisteren": -2, "gisteren": -1, "vandaag": 0, "morgen": 1, "overmorgen": 2}
_STEPS = {
    **dict.fromkeys(("vorig", "vorige", "afgelopen", "voorbije"), -1),
    **dict.fromkeys(("dit", "deze"), 0),
    **dict.fromkeys(("volgend", "volgende", "komend", "komende"), 1),
}
_RELATIVE_UNIT = re.compile(rf"\b({'|'.join(_STEPS)}) (maand|jaar)\b")


class Leans(Enum):
    """Where a day without a year, or a weekday, is looked for."""

    PAST = auto()
    """Something that was done: today or the last time before."""
    AHEAD = auto()
    """Something to come: the next time; a weekday is not today."""


def read_day(typed: str, today: dt.date, *, leans: Leans) -> dt.date | None:
    """A day, or the edge of a period: "31/12/2027", "1 feb. '28", "eind juni 2027", "over 6 maanden".

    Args:
        typed: What the person typed.
        today: The day in the bot's time zone.
        leans: Where to look for what is not written; a bare month is its last day ahead, and its first
            in the past.

    Returns:
        None when it is no day, or a day that does not exist.
    """
    if day := read_single_day(typed, today, leans=leans):
        return day
    return _edge_of_period(_prepared(typed, today), today, leans) if len(typed) <= _LONGEST else None


def read_single_day(typed: str, today: dt.date, *, leans: Leans) -> dt.date | None:
    """A day as `read_day` knows it, without "eind juni" and other edges of a period."""
    if len(typed) > _LONGEST:
        return None
    text = _prepared(typed, today)
    near = _closest("gisteren" if text == "gister" else text, tuple(_NEAR_DAYS))
    if near is not None:
        return today + dt.timedelta(days=tuple(_NEAR_DAYS.values())[near])
    return (
        _weekday(text, today, leans) or _written(_without_weekday(text), today, leans) or _span(text, today)
    )


def read_day_cell(cell: str | float | dt.date | None, today: dt.date, *, leans: Leans) -> dt.date | None:
    """A day in a spreadsheet's cell: a date, text, or a serial number of the 1900 system.

    Args:
        cell: What the cell holds.
        today: The day in the bot's time zone.
        leans: As for `read_day`.

    Returns:
        None when the cell holds no day.
    """
    if isinstance(cell, dt.date):
        return cell.date() if isinstance(cell, dt.datetime) else cell
    if cell is None or isinstance(cell, bool):
        return None
    text = str(cell)
    if isinstance(cell, (int, float)):
        text = text.removesuffix(".0") if abs(cell) >= _SERIALS.start else ""
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text) and int(float(text)) in _SERIALS:
        return _SERIAL_ZERO + dt.timedelta(days=int(float(text)))
    return read_day(re.sub(r"[ T]\d{1,2}:\d{2}(?::\d{2}.*)?$", "", text), today, leans=leans)


def nearest(day: int, month: int, today: dt.date, leans: Leans) -> dt.date | None:
    """The day of a month in the year that fits: the last one not to come, or the next one not past."""
    if leans is Leans.PAST:
        dates = (a_date(today.year - back, month, day) for back in range(5))
        return next((date for date in dates if date and date <= today), None)
    dates = (a_date(today.year + ahead, month, day) for ahead in range(5))
    return next((date for date in dates if date and date >= today), None)


def nearest_weekday(weekday: int, today: dt.date, leans: Leans) -> dt.date:
    """The last such weekday, which may be today, or the next, which may not."""
    if leans is Leans.PAST:
        return today - dt.timedelta(days=(today.weekday() - weekday) % 7)
    return today + dt.timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def a_date(year: int, month: int, day: int) -> dt.date | None:
    """The date, if there is such a day and its year is one that people write about."""
    try:
        return dt.date(year, month, day) if year in YEARS else None
    except ValueError:
        return None


def full_year(written: str) -> int:
    """A year of two or four figures: "28", "'28", "2028"."""
    figures = written.lstrip("'")
    return int(figures) + (2000 if len(figures) == 2 else 0)


def _prepared(typed: str, today: dt.date) -> str:
    """Folded, with "volgend jaar" and "deze maand" written out."""
    text = _LEAD.sub("", fold(typed).strip(" .,;!"))
    text = re.sub(
        r"\b(?:van )?(?:de maand|het jaar)$",
        lambda end: "dit jaar" if "jaar" in end[0] else "deze maand",
        text,
    )
    return _RELATIVE_UNIT.sub(lambda found: _unit_written_out(_STEPS[found[1]], found[2], today), text)


def _unit_written_out(step: int, unit: str, today: dt.date) -> str:
    if unit == "jaar":
        return str(today.year + step)
    years, month = divmod(today.month - 1 + step, 12)
    return f"{MONTHS[month]} {today.year + years}"


def _weekday(text: str, today: dt.date, leans: Leans) -> dt.date | None:
    if found := _OF_WEEK.match(text):
        weekday = _closest(found[2] or found[3], WEEKDAYS)
        monday = today - dt.timedelta(days=today.weekday()) + dt.timedelta(weeks=_STEPS[found[1] or found[4]])
        return None if weekday is None else monday + dt.timedelta(days=weekday)
    if found := _RELATIVE_WEEKDAY.match(text):
        weekday = _closest(found[2], WEEKDAYS)
        if weekday is None:
            return None
        if _STEPS.get(found[1], 1) > 0 and found[1] != "laatste":
            return nearest_weekday(weekday, today, Leans.AHEAD)
        return nearest_weekday(weekday, today - dt.timedelta(days=1), Leans.PAST)
    weekday = _closest(text, WEEKDAYS)
    return None if weekday is None else nearest_weekday(weekday, today, leans)


def _without_weekday(text: str) -> str:
    return re.sub(r"^(?:ma|di|wo|do|vr|za|zo)[a-z]*\.?,?\s+(?=\d)", "", text)


def _written(text: str, today: dt.date, leans: Leans) -> dt.date | None:
    if found := _ISO.match(text):
        return a_date(int(found[1]), int(found[2]), int(found[3]))
    if found := _FIGURES.match(text):
        return _day_of(int(found[1]), int(found[2]), found[3], today, leans)
    if found := _SPACED.match(text) or _JOINED.match(text):
        return a_date(int(found[3]), int(found[2]), int(found[1]))
    if (found := _NAMED.match(text)) and (month := _month(found[2])):
        return _day_of(int(found[1]), month, found[3], today, leans)
    return None


def _day_of(day: int, month: int, year: str | None, today: dt.date, leans: Leans) -> dt.date | None:
    return a_date(full_year(year), month, day) if year else nearest(day, month, today, leans)


def _span(text: str, today: dt.date) -> dt.date | None:
    found = _SPAN.match(text.replace("halfjaar", "half jaar"))
    if not found:
        return None
    written, unit, way = (found[1], found[2], 1) if found[1] else (found[3], found[4], -1)
    days, months = _UNITS[unit]
    if months == 12 and (part := _PARTS_OF_YEAR.get(written.split()[-1])):
        return months_later(today, way * part)
    count = way * (int(written) if written.isdecimal() else NUMBERS.get(written, 0))
    if not count:
        return None
    return months_later(today, count * months) if months else today + dt.timedelta(days=count * days)


def months_later(day: dt.date, count: int) -> dt.date | None:
    """The same day so many months later, or the last of that month; None for a year far away."""
    years, month = divmod(day.month - 1 + count, 12)
    year = day.year + years
    if year not in YEARS:
        return None
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _edge_of_period(text: str, today: dt.date, leans: Leans) -> dt.date | None:
    if found := _WHOLE_YEAR.match(text):
        return _edge_of_year(found[1], int(found[2]))
    if found := _MONTH_FIGURE.match(text):
        return _edge_of_month(found[1], int(found[3]), int(found[2]), leans)
    if not (found := _MONTH.match(text)) or not (month := _month(found[2])):
        return None
    if found[3]:
        return _edge_of_month(found[1], full_year(found[3]), month, leans)
    years = [today.year + step * (1 if leans is Leans.AHEAD else -1) for step in (0, 1)]
    days = (_edge_of_month(found[1], year, month, leans) for year in years)
    return next(
        (day for day in days if day and (day >= today if leans is Leans.AHEAD else day <= today)), None
    )


def _edge_of_year(edge: str, year: int) -> dt.date | None:
    if edge in ("begin", "start", "eerste dag"):
        return a_date(year, 1, 1)
    return a_date(year, 12, 31) if edge in ("eind", "einde", "laatste dag") else a_date(year, 7, 1)


def _edge_of_month(edge: str | None, year: int, month: int, leans: Leans) -> dt.date | None:
    if month not in range(1, 13) or year not in YEARS:
        return None
    if edge in ("midden", "half", "medio"):
        return a_date(year, month, 15)
    is_end = edge in ("eind", "einde", "laatste dag") if edge else leans is Leans.AHEAD
    return a_date(year, month, calendar.monthrange(year, month)[1] if is_end else 1)


def _month(word: str) -> int | None:
    if (short := {"mrt": 3, "oct": 10}.get(word)) is not None:
        return short
    begun = next((place for place, name in enumerate(MONTHS, 1) if name.startswith(word)), None)
    if begun:
        return begun
    place = _closest(word, MONTHS)
    return None if place is None else place + 1


def _closest(word: str, names: Sequence[str]) -> int | None:
    """The only name that is at most one letter off; names of three letters must be exact."""
    if word in names:
        return names.index(word)
    near = [place for place, name in enumerate(names) if len(name) > 3 and is_one_letter_off(word, name)]
    return near[0] if len(near) == 1 else None
