"""What a cell of a table of offers means: yes or no, a number, a day, coordinates, an address.

Each reader gives None for what says nothing, and raises `NotRead` for what it does not understand.
"""

import datetime as dt
import re
from functools import lru_cache
from urllib.parse import urlsplit

from bot.domain.caseload_columns import NO, YES, Cell, text_of
from bot.domain.dates import Leans, read_day_cell
from bot.domain.folding import fold
from bot.domain.offer import UNKNOWN_END
from bot.domain.place import Point
from bot.offers.importing.draft import Reason

_UNSAID = frozenset(
    (
        *(
            "?",
            "??",
            "-",
            "--",
            "/",
            ".",
            "n/a",
            "nb",
            "n.b.",
            "nvt",
            "n.v.t.",
            "n.v.t",
            "unknown",
            "inconnu",
        ),
        *(
            "onbekend",
            "niet gekend",
            "weet niet",
            "geen info",
            "nog niet",
            "na te kijken",
            "nog na te kijken",
        ),
        *("te bekijken", "nog te bekijken", "te bepalen", "nog te bepalen", "te controleren"),
        *("nog te controleren", "niet nagekeken", "nog niet nagekeken", "niet gecontroleerd"),
    )
)
_LONGEST_UNSAID = 24
_YES = YES | {"oui", "vrai", "si", "evet", "✓", "✔", "☑", "jawel", "zeker", "juist", "ok"}
_NO = NO | {"non", "faux", "geen", "niet", "✗", "✘", "nooit"}
_LEVELS = {"a0": 1, "a1": 1, "a2": 2, "b1": 3, "b2": 4, "c1": 4, "c2": 4}
_LEVEL_WORDS = (
    (
        1,
        r"starter|beginn|geen|alle niveau|iedereen|niet nodig|analfabe|alfa\b|nul|zonder|debutant",
    ),
    (3, r"half ?gevorderd|vrij veel|redelijk|voldoende|intermediate"),
    (2, r"een beetje|beetje|basis|elementair|elementary"),
    (4, r"gevorderd|vlot|goed|veel|vaardig|advanced|vloeiend"),
)
_RELATIVE = re.compile(
    r"\b(?:over|binnen|na|geleden|volgend\w*|vorig\w*|dez?e|dit|komend\w*|vandaag|morgen|gisteren)\b"
)
_NO_END = re.compile(r"onbeperkt|onbepaald|doorlopend|altijd|geen einde|permanent|continu|eindeloos")
_FULL = frozenset(("volzet", "vol", "wachtlijst", "volgeboekt", "uitverkocht", "full", "complet"))
_NOT_FULL = re.compile(r"(?:nog )?(?:niet vol|niet volzet|vrij|plaats|open|beschikbaar)")
_AGES: dict[str, tuple[int | None, int | None]] = {
    **dict.fromkeys(("alle", "iedereen", "gezin"), (None, None)),
    **dict.fromkeys(("jong", "jeugd"), (12, 25)),
    "volwassen": (18, None),
    "senior": (60, None),
    "kleuter": (3, 5),
    "tiener": (12, 17),
    "kind": (None, 12),
}
_NORTH, _EAST = (49.0, 52.2), (2.0, 7.0)
_DEGREES = re.compile(
    r"(-?\d{1,3}(?:[.,]\d+)?)\s*(?:°|º|graden|deg)?"
    r"(?:\s*(\d{1,2}(?:[.,]\d+)?)\s*['′’](?:\s*(\d{1,2}(?:[.,]\d+)?)\s*(?:\"|″|''|”))?)?"
)
_EMAIL = re.compile(r"[^\s@<>,;:\"()]{1,64}@[^\s@<>,;:\"()/]{1,190}\.[a-z]{2,24}", re.IGNORECASE)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")


class NotRead(Exception):  # noqa: N818 - a refusal is a statement
    """A cell that says something else than its column is for."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


def is_unsaid(cell: Cell) -> bool:
    """Does the cell say nothing: is it empty, "?", "onbekend", "nog na te kijken"?"""
    text = text_of(cell)
    return not text or (len(text) <= _LONGEST_UNSAID and _folded(text).rstrip("!") in _UNSAID)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    """The text for comparing; most cells say what another one has said."""
    return fold(text)


def yes_or_no(cell: Cell, *, yes: str = "", no: str = "") -> bool | None:
    """Yes or no in one of its many forms.

    Args:
        cell: What stands there.
        yes: More words for yes in this column.
        no: More words for no.
    """
    if is_unsaid(cell):
        return None
    text = _folded(text_of(cell)).strip(" .!")
    for words, more, answer in ((_NO, no, False), (_YES, yes, True)):
        if text in words or text in more.split("|"):
            return answer
    first = re.split(r"[\s,.;:(/-]", text)[0]
    if first in ("ja", "nee", "neen", "yes", "oui", "non"):
        return first in ("ja", "yes", "oui")
    raise NotRead(Reason.NO_ANSWER)


def level_of(cell: Cell) -> int | None:
    """The level of Dutch, 1 to 4: "2", "niveau 2", "taalicoon 3", "A1", "beginner"; the lowest of several."""
    if is_unsaid(cell):
        return None
    text = _folded(text_of(cell))
    named = [_LEVELS[name] for name in re.findall(r"\b[abc][012]\b", text) if name in _LEVELS]
    figures = [int(figure) for figure in re.findall(r"(?<![\w.,])\d{1,4}(?![\w%]|[.,]\d)", text)]
    if found := named or figures:
        if 1 <= min(found) <= 4:
            return min(found)
    else:
        for level, words in _LEVEL_WORDS:
            if re.search(words, text):
                return level
    if found == [0]:
        return 1
    raise NotRead(Reason.NO_LEVEL)


def count_of(cell: Cell) -> int | None:
    """How many people there is room for: "12", "max. 12 personen"; None for "onbeperkt"."""
    if is_unsaid(cell) or _NO_END.search(_folded(text_of(cell))):
        return None
    found = re.findall(r"(?<![\d-])\d+(?:[.,]0+(?!\d))?", text_of(cell))
    if not found or len(found[-1]) > 6:
        raise NotRead(Reason.NO_NUMBER)
    return int(re.split("[.,]", found[-1])[0])


def day_of(cell: Cell, today: dt.date, *, leans: Leans) -> dt.date | None:
    """A day, as a spreadsheet keeps it or as people write it; None for "onbeperkt" and the year 9999."""
    text = _folded(text_of(cell))
    if is_unsaid(cell) or _NO_END.search(text) or re.search(r"\b(?:9999|2999)\b", text):
        return None
    if re.fullmatch(r"20\d{2}", text):
        return dt.date(int(text), *((12, 31) if leans is Leans.AHEAD else (1, 1)))
    # A day that is told from today would mean another one at each import.
    is_relative = _RELATIVE.search(text) or not re.search(r"\d|eind|begin|half", text)
    day = None if is_relative else read_day_cell(cell, today, leans=leans)
    if day is None:
        raise NotRead(Reason.NO_DATE)
    return day


def full_until(cell: Cell, today: dt.date) -> dt.date | None:
    """Until when it is full; `UNKNOWN_END` when it only says that it is."""
    text = _folded(text_of(cell)).strip(" .!")
    if isinstance(cell, dt.date) and cell.year == UNKNOWN_END.year:
        return UNKNOWN_END
    if text in _FULL or text in _YES or "9999" in text:
        return UNKNOWN_END
    if text in _NO or _NOT_FULL.match(text):
        return None
    return day_of(
        re.sub(r"^(?:volzet|vol)\b\s*", "", text) if isinstance(cell, str) else cell, today, leans=Leans.AHEAD
    )


def postcode_of(cell: Cell) -> str | None:
    """Four digits: "9000", "9000.0", "B-9000", "9000 Gent"."""
    if is_unsaid(cell):
        return None
    found = re.match(
        r"(?:b(?:e)?\s?-?\s?)?([1-9]\d{3})(?:[.,]0+)?(?!\d)(?!\s?[a-z]{2}\b)", _folded(text_of(cell))
    )
    if not found:
        raise NotRead(Reason.NO_POSTCODE)
    return found[1]


def point_of(latitude: Cell, longitude: Cell) -> Point | None:
    """Coordinates in degrees, also when they are swapped, or stand together in one cell.

    They are kept to a tenth of a metre.
    """
    if is_unsaid(latitude) and is_unsaid(longitude):
        return None
    found = [degrees for cell in (latitude, longitude) for degrees in _degrees(text_of(cell))]
    if len(found) != 2:
        raise NotRead(Reason.NO_POINT)
    for north, east in (found, found[::-1]):
        if _NORTH[0] <= north <= _NORTH[1] and _EAST[0] <= east <= _EAST[1]:
            return Point(round(north, 6), round(east, 6))
    raise NotRead(Reason.NO_POINT)


def _degrees(text: str) -> list[float]:
    parts = re.split(
        r"[;/\s]+(?=-?\d+[.,]\d{3})|,\s+|(?<=[NnEeOo])\s*,?\s*(?=\d)|(?<=\d)\s*[;/]\s*", text[:80]
    )
    if len(parts) == 1 and re.fullmatch(r"\s*-?\d+\.\d+,-?\d+\.\d+\s*", text):
        parts = text.split(",")
    found = [match for part in parts if (match := _DEGREES.search(part))]
    return [
        sum(float(piece.replace(",", ".")) / 60**place for place, piece in enumerate(each.groups()) if piece)
        for each in found
    ]


def web_address(cell: Cell) -> str | None:
    """A web address that is safe to open, with its "https://"."""
    if is_unsaid(cell):
        return None
    text = text_of(cell).split()[0].rstrip(",;")
    address = (
        text if re.match(r"[a-z][a-z0-9+.-]*:(?!\d)", text, re.IGNORECASE) else f"https://{text.lstrip('/')}"
    )
    try:
        parts = urlsplit(address)
        is_safe = parts.scheme.lower() in ("http", "https") and "@" not in parts.netloc
        is_known = bool(parts.hostname and _HOST.fullmatch(parts.hostname) and parts.port != 0)
    except ValueError:
        is_safe = is_known = False
    if not is_safe or not is_known or re.search(r"[<>\"'`\\\s]", address) or len(address) > 500:
        raise NotRead(Reason.NO_ADDRESS)
    return address


def email_of(cell: Cell) -> str | None:
    """An e-mail address; the first of several."""
    if is_unsaid(cell):
        return None
    found = _EMAIL.search(text_of(cell).removeprefix("mailto:"))
    if not found:
        raise NotRead(Reason.NO_ADDRESS)
    return found[0]


def phone_of(cell: Cell) -> str | None:
    """A phone number, as it is written; with the zero that a spreadsheet leaves out of a number."""
    if is_unsaid(cell):
        return None
    text = text_of(cell)
    if not 6 <= len(re.findall(r"\d", text)) <= 30 or len(text) > 60 or "@" in text:
        raise NotRead(Reason.NO_PHONE)
    if re.fullmatch(r"[1-9]\d{7,8}", text):
        return f"0{text}"
    return f"+{text}" if re.fullmatch(r"32\d{8,9}", text) else text


def ages_of(cell: Cell) -> tuple[int | None, int | None]:
    """The youngest and the oldest: "6-12", "18+", "vanaf 16 jaar", "tot 12", "volwassenen"."""
    if is_unsaid(cell):
        return None, None
    text = re.sub(r"^\+\s?(\d+)", r"\1+", _folded(text_of(cell)))
    if re.search(r"\d{3}", text):
        raise NotRead(Reason.NO_NUMBER)
    if found := re.search(
        r"(\d{1,3})?\s*(?:jaar)?\s*(-|–|tot en met|tot|t/m|\+|en ouder|en met)\s*(\d{1,3})?", text
    ):
        first, last = (int(figure) if figure else None for figure in (found[1], found[3]))
        if first is not None or last is not None:
            return first, last
    if found := re.search(r"(?:vanaf|minstens|min\.?|ouder dan|from)?\s*(\d{1,3})", text):
        return int(found[1]), None
    for word, ages in _AGES.items():
        if word in text:
            return ages
    raise NotRead(Reason.NO_NUMBER)
