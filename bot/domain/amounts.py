"""Amounts of hours as people type them in Dutch; kept in whole minutes."""

import re

from bot.domain.folding import fold

LONGEST_HOURS = 1000
_LONGEST = 60

_ONES = (
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
    "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
NUMBERS = {
    **{word: value for value, word in enumerate(_ONES)},
    **{word: ten * 10 for ten, word in enumerate(_TENS, 2)},
    **{f"{_ONES[one]}en{word}": ten * 10 + one for ten, word in enumerate(_TENS, 2) for one in range(1, 10)},
    **dict.fromkeys(("'n", "n", "ne", "nen"), 1),
}
"""Dutch numbers from 0 to 99, without accents."""

_ABOUT = re.compile(r"^(?:ongeveer|circa|ca\.?|zo'n|een goed|\+/?-|±|~)\s*")
_AND_A_HALF = re.compile(r"\b(?!u\b|uur\b|uren\b|uurtje)(\w+)[ -]en[ -](?:een[ -])?hal(?:f|ve)\b")
_FIGURES = re.compile(r"^\d{1,4}(?:[.,]\d{1,2})?$")
_CLOCK = re.compile(r"^(\d{1,4}):(\d{2})(?:\s*(?:u|uur|uren|h)\.?)?$")
_HOURS = re.compile(
    r"^(\d[\d.,]*(?:enhalf)?|[a-z']+)\s*(?:uur|uren|uurtjes?|u|h)\b\.?(?:\s*(?:en\s+|,\s*)?(.+))?$"
    r"|^([\d.,]+)(?:uur|uren|u|h)(\d{2})(?:\s*min\.?)?$"
)
_MINUTES = re.compile(r"^(\d{1,5}|[a-z']+)\s*(?:minuut|minuten|minuutjes|mins?|m|')\.?$")
_PARTS = {
    "half": 30,
    "halve": 30,
    "kwart": 15,
    "kwartier": 15,
    "kwartiertje": 15,
    "drie kwartier": 45,
    "driekwart": 45,
    "drie kwart": 45,
}


def read_minutes(typed: str) -> int | None:
    """An amount as it is typed: "2", "1,5", "1u30", "90 min", "anderhalf uur", "2 uur en een kwartier".

    Args:
        typed: A few words; a number without a unit is hours.

    Returns:
        Whole minutes, more than none and at most `LONGEST_HOURS` hours; None when it is something else.
    """
    if len(typed) > _LONGEST:
        return None
    minutes = _minutes(_ABOUT.sub("", fold(typed).strip(" .,;")))
    return minutes if minutes and 0 < minutes <= LONGEST_HOURS * 60 else None


def _minutes(text: str) -> int | None:
    text = _AND_A_HALF.sub(r"\1enhalf", text.replace("halfuur", "half uur"))
    text = re.sub(r"^(?:een|'n)\s+(?=hal|kwart)", "", re.sub(r"^(?=uur(?:tje)?\b)", "een ", text))
    if text.removesuffix(" uur") in _PARTS:
        return _PARTS[text.removesuffix(" uur")]
    if found := _CLOCK.match(text):
        return _hours_and(int(found[1]), int(found[2]))
    if found := _MINUTES.match(text):
        count = float(found[1]) if found[1].isdecimal() else _count(found[1])
        return None if count is None else round(count)
    if found := _HOURS.match(text):
        return _with_part(_count(found[1] or found[3]), found[2] or found[4])
    count = _count(text)
    return None if count is None else round(count * 60)


def _with_part(hours: float | None, part: str | None) -> int | None:
    if hours is None or part is None:
        return None if hours is None else round(hours * 60)
    part = re.sub(r"^(?:een|'n)\s+", "", part)
    if found := re.match(r"^(\d{2})$|^(\d{1,2}|[a-z]+)\s*(?:minuut|minuten|mins?|m|')\.?$", part):
        minutes = _count(found[1] or found[2])
        return None if minutes is None else _hours_and(hours, round(minutes))
    return _hours_and(hours, _PARTS[part]) if part in _PARTS else None


def _hours_and(hours: float, minutes: int) -> int | None:
    return round(hours) * 60 + minutes if hours == round(hours) and minutes < 60 else None


def _count(word: str) -> float | None:
    if _FIGURES.match(word):
        return float(word.replace(",", "."))
    if word.startswith("anderhal"):
        return 1.5
    if word in ("half", "halve"):
        return 0.5
    if word.endswith("enhalf"):
        whole = _count(word.removesuffix("enhalf"))
        return None if whole is None else whole + 0.5
    return NUMBERS.get(word)
