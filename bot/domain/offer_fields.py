"""What can be said of an offer part by part, as a begeleider types it: read, put in its place, taken back."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from bot.domain.dates import Leans, read_day
from bot.domain.folding import fold
from bot.domain.offer import UNKNOWN_END, Checked, OfferDetails, Price
from bot.domain.offer_kind import OfferKind
from bot.domain.schedule_text import read_schedule

YES, NO = "ja", "nee"
FREE, FULL = "gratis", "volzet"
LEVELS = range(1, 5)
LONGEST_LINE = 150
LONGEST_DESCRIPTION = 1500
MOST_EUROS = 10_000
MOST_PEOPLE = 10_000
MOST_INTERESTS = 12


class OfferField(StrEnum):
    """A part of an offer that is asked for, or corrected, by itself."""

    TITLE = "title"
    ORGANISATION = "organiser"
    KIND = "kind"
    DESCRIPTION = "about"
    INTERESTS = "interests"
    PLACE = "place"
    WHEN = "when"
    LEVEL = "level"
    IN_DUTCH = "dutch"
    SOCIAL = "social"
    PRICE = "price"
    CONTACT_NAME = "contact"
    CONTACT_PHONE = "phone"
    CONTACT_EMAIL = "email"
    CONTACT_PUBLIC = "public"
    VALID_UNTIL = "until"
    FULL_UNTIL = "full"
    CAPACITY = "capacity"
    CHILDREN = "children"
    WOMEN_ONLY = "women"
    TRANSPORT = "transport"
    WEBSITE = "website"
    GONE = "gone"
    """It no longer exists; a newer file of its source does not bring it back."""


ASKED = tuple(OfferField)[: tuple(OfferField).index(OfferField.FULL_UNTIL)]
"""What is asked for a new offer, in this order."""
CONDITIONS = (OfferField.IN_DUTCH, OfferField.SOCIAL)

_PATH: Mapping[OfferField, tuple[str, ...]] = {
    OfferField.TITLE: ("title",),
    OfferField.ORGANISATION: ("organisation",),
    OfferField.KIND: ("kind",),
    OfferField.DESCRIPTION: ("description",),
    OfferField.INTERESTS: ("interests",),
    OfferField.PLACE: ("venue",),
    OfferField.WHEN: ("schedule",),
    OfferField.LEVEL: ("dutch_level",),
    OfferField.IN_DUTCH: ("in_dutch",),
    OfferField.SOCIAL: ("social",),
    OfferField.PRICE: ("price",),
    OfferField.CONTACT_NAME: ("contact", "name"),
    OfferField.CONTACT_PHONE: ("contact", "phone"),
    OfferField.CONTACT_EMAIL: ("contact", "email"),
    OfferField.CONTACT_PUBLIC: ("contact", "is_public"),
    OfferField.VALID_UNTIL: ("valid_until",),
    OfferField.FULL_UNTIL: ("full_until",),
    OfferField.CAPACITY: ("capacity",),
    OfferField.CHILDREN: ("child_friendly",),
    OfferField.WOMEN_ONLY: ("women_only",),
    OfferField.TRANSPORT: ("by_transport",),
    OfferField.WEBSITE: ("website",),
    OfferField.GONE: ("is_cancelled",),
}
_LINES = frozenset({OfferField.TITLE, OfferField.ORGANISATION, OfferField.CONTACT_NAME})
_DAYS = frozenset({OfferField.VALID_UNTIL, OfferField.FULL_UNTIL})
_YES_OR_NO = frozenset(
    {OfferField.CONTACT_PUBLIC, OfferField.CHILDREN, OfferField.WOMEN_ONLY, OfferField.TRANSPORT}
) | {OfferField.GONE}
_YES_WORDS = frozenset({YES, "j", "ja hoor", "jazeker", "yes", "wel", "klopt"})
_NO_WORDS = frozenset({NO, "n", "neen", "no", "niet"})
_AMOUNT = re.compile(r"(?<![\d.,])(\d{1,5})(?:[.,](\d{1,2}))?(?![\d.,])")
_PHONE = re.compile(r"^\+?[\d\s./()-]{8,24}$")
_EMAIL = re.compile(r"^[^\s@<>\"',;]+@[^\s@<>\"',;]+\.[a-zA-Z]{2,}$")
_WEBSITE = re.compile(r"^(https?://)?[^\s/@:]+\.[a-z]{2,}(?:[/?#]\S*)?$", re.IGNORECASE)


def value_of(details: OfferDetails, field: OfferField) -> Any:
    """What an offer says in this part."""
    value: Any = details
    for name in _PATH[field]:
        value = getattr(value, name)
    return value


def having(details: OfferDetails, field: OfferField, value: Any) -> OfferDetails:
    """The same offer with another value in this part."""
    first, *rest = _PATH[field]
    if rest:
        value = replace(getattr(details, first), **{rest[0]: value})
    return replace(details, **{first: value})


def nothing_said(field: OfferField) -> Any:
    """What stands in a part that nobody filled in."""
    return value_of(OfferDetails(title=""), field)


def read_field(field: OfferField, typed: str, today: dt.date) -> Any:
    """Read what was typed or tapped for a part; a place is read elsewhere.

    Args:
        field: Which part.
        typed: The person's words, or what a button says in their place.
        today: The day in the bot's time zone.

    Returns:
        None when it is nothing of the kind.
    """
    line = " ".join(typed.split())
    if field is OfferField.WHEN:
        return read_schedule(typed, today=today)
    if field in _LINES:
        return line if 0 < len(line) <= LONGEST_LINE else None
    if field in _DAYS:
        return _day(field, line, today)
    if field in CONDITIONS:
        holds = _yes_or_no(line)
        return None if holds is None else Checked(holds=holds)
    if field in _YES_OR_NO:
        return _yes_or_no(line)
    return _OTHERS[field](typed)


def _yes_or_no(line: str) -> bool | None:
    word = fold(line).strip(" .!")
    return True if word in _YES_WORDS else False if word in _NO_WORDS else None


def _day(field: OfferField, line: str, today: dt.date) -> dt.date | None:
    if field is OfferField.FULL_UNTIL and fold(line).strip(" .!") in (FULL, YES, "vol"):
        return UNKNOWN_END
    day = read_day(line, today, leans=Leans.AHEAD)
    return day if day is not None and day >= today else None


def _kind(typed: str) -> OfferKind | None:
    return OfferKind(typed) if typed in set(OfferKind) else None


def _description(typed: str) -> str | None:
    lines = [" ".join(line.split()) for line in typed.strip().splitlines()]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
    return text if 0 < len(text) <= LONGEST_DESCRIPTION else None


def _interests(typed: str) -> tuple[str, ...] | None:
    words = [" ".join(word.split()) for word in re.split(r"[,;\n]", typed)]
    kept = tuple(dict.fromkeys(word for word in words if word))
    return kept if 0 < len(kept) <= MOST_INTERESTS and all(len(word) <= 40 for word in kept) else None


def _level(typed: str) -> int | None:
    found = re.fullmatch(r"(?:niveau\s*|taalicoon\s*)?(\d)", fold(typed))
    return int(found[1]) if found and int(found[1]) in LEVELS else None


def _price(typed: str) -> Price | None:
    line = " ".join(typed.split())
    if not 0 < len(line) <= LONGEST_LINE:
        return None
    if fold(line).strip(" .!") in (FREE, "0", "niets", "kost niets", NO):
        return Price(cents=0)
    found = _AMOUNT.search(line)
    if found is None or int(found[1]) > MOST_EUROS:
        return Price(words=line)
    cents = int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0"))
    is_bare = re.fullmatch(r"(?:€|eur|euro)?\s*\S+\s*(?:€|eur|euro)?", fold(line)) is not None
    return Price(cents=cents, words=None if is_bare else line)


def _capacity(typed: str) -> int | None:
    found = re.fullmatch(r"(?:max(?:imum)?\.?\s*)?(\d{1,5})(?:\s*(?:mensen|personen|plaatsen))?", fold(typed))
    return int(found[1]) if found and 0 < int(found[1]) <= MOST_PEOPLE else None


def _phone(typed: str) -> str | None:
    line = " ".join(typed.split())
    return line if _PHONE.match(line) and 8 <= sum(sign.isdigit() for sign in line) <= 15 else None


def _email(typed: str) -> str | None:
    line = typed.strip().removeprefix("mailto:")
    return line if len(line) <= LONGEST_LINE and _EMAIL.match(line) else None


def _website(typed: str) -> str | None:
    line = typed.strip()
    found = _WEBSITE.match(line) if len(line) <= 300 else None
    return None if found is None else line if found[1] else f"https://{line}"


_OTHERS = {
    OfferField.KIND: _kind,
    OfferField.DESCRIPTION: _description,
    OfferField.INTERESTS: _interests,
    OfferField.LEVEL: _level,
    OfferField.PRICE: _price,
    OfferField.CAPACITY: _capacity,
    OfferField.CONTACT_PHONE: _phone,
    OfferField.CONTACT_EMAIL: _email,
    OfferField.WEBSITE: _website,
}
