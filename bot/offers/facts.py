"""What the finder must know of an offer, as numbers."""

import zlib
from dataclasses import dataclass
from math import cos, radians, sin

from bot.domain.offer import Offer, OfferDetails
from bot.domain.offer_kind import OfferKind
from bot.domain.place import Point
from bot.domain.schedule import DayPart, part_of
from bot.language.normalise import clean, fold

FOREVER = 4_000_000
"""A day (ordinal) after all others."""
UNKNOWN = -1
KINDS = tuple(OfferKind)
PARTS = tuple(DayPart)
SLOTS_A_DAY = 4
"""Three parts of a day, and a fourth for an hour that nobody said."""
STEM = 5
"""Words that begin with the same so many letters are taken for one where no word is the same."""
_SHORTEST_WORD = 3
_MOST_WORDS = 60


@dataclass(frozen=True)
class Span:
    """Days (ordinals) on which something happens, and at which part of the day (0 to 3)."""

    first: int
    last: int
    part: int


def on_sphere(point: Point) -> tuple[float, float, float]:
    """A point as a unit vector, so that distances are products."""
    north, east = radians(point.latitude), radians(point.longitude)
    return cos(north) * cos(east), cos(north) * sin(east), sin(north)


def last_day(details: OfferDetails) -> int:
    """The last day (ordinal) on which it can be chosen, as `Offer.is_open` says."""
    ends = FOREVER if details.valid_until is None else details.valid_until.toordinal()
    schedule = details.schedule
    if schedule.dates and not schedule.weekly and not schedule.by_appointment:
        ends = min(ends, max(dated.last_day for dated in schedule.dates).toordinal())
    return ends


def is_there(offer: Offer) -> bool:
    """Is it neither gone nor cancelled nor unfit, and is there room at all?"""
    details = offer.details
    return not (
        offer.vanished_at is not None or details.is_cancelled or details.is_unfit or details.capacity == 0
    )


def weekly_slots(details: OfferDetails) -> int:
    """The weekly hours as bits: `SLOTS_A_DAY` for each weekday."""
    slots = 0
    for weekly in details.schedule.weekly:
        part = SLOTS_A_DAY - 1 if weekly.starts is None else PARTS.index(part_of(weekly.starts))
        slots |= slot(weekly.weekday, part)
    return slots


def slot(weekday: int, part: int) -> int:
    """The bit of a part of a weekday."""
    return 1 << (weekday * SLOTS_A_DAY + part)


def spans(details: OfferDetails) -> list[Span]:
    """The dates."""
    return [
        Span(
            dated.first_day.toordinal(),
            dated.last_day.toordinal(),
            SLOTS_A_DAY - 1 if dated.starts is None else PARTS.index(part_of(dated.starts)),
        )
        for dated in details.schedule.dates
    ]


def said(answer: bool | None) -> int:
    """Yes is 1, no is 0, `UNKNOWN` when nobody said."""
    return UNKNOWN if answer is None else int(answer)


def price_of(details: OfferDetails) -> int:
    """0 when it is free, 1 when it costs something, `UNKNOWN` when nobody said."""
    if details.price.cents is None:
        return UNKNOWN
    return 0 if details.price.is_free else 1


def words_of(details: OfferDetails) -> tuple[list[int], list[int]]:
    """The words of an offer as numbers: those of title and interests, and the others."""
    heads = _words(f"{details.title} {' '.join(details.interests)}")
    others = [word for word in _words(details.description) if word not in set(heads)]
    return _numbers(heads), _numbers(others)


def number_of(word: str) -> int:
    """A folded word as a number, the same on every machine."""
    return zlib.crc32(word.encode())


def stem_of(word: str) -> str:
    """How a word begins, marked so that no whole word is taken for it."""
    return f"{word[:STEM]}*"


def _words(text: str) -> list[str]:
    words = fold(clean(text)).replace("?", " ").split()
    return list(dict.fromkeys(word for word in words if len(word) >= _SHORTEST_WORD))[:_MOST_WORDS]


def _numbers(words: list[str]) -> list[int]:
    stems = [stem_of(word) for word in words if len(word) >= STEM]
    return [number_of(word) for word in dict.fromkeys([*words, *stems])]
