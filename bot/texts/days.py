"""Days as each language writes them here: day, month, year; and the names of weekdays."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from babel import Locale, dates


@dataclass(frozen=True)
class Patterns:
    """How a language writes a day, in CLDR's signs; None where CLDR's own way is right."""

    full: str
    long: str = "d MMMM y"
    near: str = "EEE, d MMM"


_OWN: Mapping[str, Patterns] = {
    # With the word for "year" behind it, a sentence that ends in a date would end in two points.
    "ru": Patterns("EEEE, d MMMM y"),
    "uk": Patterns("EEEE, d MMMM y"),
    # CLDR puts the month or the year first here; on every paper in Flanders the day comes first.
    "so": Patterns("EEEE, d MMMM y"),
    "ps": Patterns("EEEE، d MMMM y", near="EEE، d MMM"),
    "ti": Patterns("EEEE፣ d MMMM y", near="EEE፣ d MMM"),
}


def full(day: dt.date, locale: Locale) -> str:
    """A date with its weekday: "woensdag 3 december 2026"."""
    own = _OWN.get(locale.language)
    return dates.format_date(day, own.full if own else "full", locale=locale)


def long(day: dt.date, locale: Locale) -> str:
    """A date without its weekday: "3 december 2026"."""
    own = _OWN.get(locale.language)
    return dates.format_date(day, own.long if own else "long", locale=locale)


def near(day: dt.date, today: dt.date, locale: Locale) -> str:
    """A day in a few signs: "di 24 nov", with its year when that is another than today's."""
    own, is_this_year = _OWN.get(locale.language), day.year == today.year
    if own:
        return dates.format_date(day, own.near if is_this_year else f"{own.near} y", locale=locale)
    return dates.format_skeleton("MMMEd" if is_this_year else "yMMMEd", day, locale=locale)


def stretch(first: dt.date, last: dt.date, locale: Locale) -> str:
    """From one day to another: "1 sep – 30 nov 2026"."""
    if locale.language not in _OWN:
        return dates.format_interval(first, last, "yMMMd", locale=locale)
    starts = "d MMM" if first.year == last.year else "d MMM y"
    begun, ended = (
        dates.format_date(day, pattern, locale=locale)
        for day, pattern in ((first, starts), (last, "d MMM y"))
    )
    return f"{begun} – {ended}"


def weekday(number: int, locale: Locale) -> str:
    """The name of a day of the week, Monday being 0: "woensdag"."""
    # Where CLDR has no form of its own for a name that stands alone, Babel may give another language's.
    return str(dates.get_day_names("wide", context="format", locale=locale)[number])


def short_weekday(number: int, locale: Locale) -> str:
    """The same in a few signs, for buttons: "wo"."""
    return str(dates.get_day_names("abbreviated", context="format", locale=locale)[number])
