"""A search for an activity: what a person wants, where, when; and what was found, each with its reasons."""

import base64
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self

from bot.domain.ids import OfferId
from bot.domain.interest import Interest
from bot.domain.offer import Offer
from bot.domain.offer_kind import OfferKind
from bot.domain.place import Place, Point
from bot.domain.schedule import DayPart

USUAL_REACH_KM = 25
"""What is near while nobody chose; it ranks, and never excludes (`afstand-woonplaats`)."""
REACHES_KM = (5, 10, 25, 50)
ANYWHERE_KM = 1000


class Need(StrEnum):
    """What an offer must have for this person."""

    FREE = "free"
    CHILDREN = "children"
    """Children come along."""
    WOMEN_ONLY = "women_only"
    EASY_DUTCH = "easy_dutch"
    """They speak hardly any Dutch yet."""
    TRANSPORT = "transport"
    IS_MAN = "is_man"
    """A man is looking, so nothing for women only."""


class Miss(StrEnum):
    """In what an offer falls short of the search."""

    FAR = "far"
    OTHER_TIMES = "other_times"
    MORE_DUTCH = "more_dutch"
    NOT_FREE = "not_free"
    NOT_FOR_WOMEN_ONLY = "not_for_women_only"
    OTHER_SUBJECT = "other_subject"
    """Nothing says that it is about what was wished for."""


@dataclass(frozen=True, kw_only=True)
class Times:
    """Weekdays (0 to 6) and parts of the day that suit; empty for any."""

    weekdays: frozenset[int] = frozenset()
    parts: frozenset[DayPart] = frozenset()

    @property
    def are_any(self) -> bool:
        """Does any time suit?"""
        return not self.weekdays and not self.parts


@dataclass(frozen=True, kw_only=True)
class Search:
    """What a person wants. Words, when there were any, are read by `bot/offers/` and not kept here."""

    interests: tuple[Interest, ...] = ()
    """Those that were ticked."""
    subjects: Mapping[str, float] = field(default_factory=dict)
    """What their words are about: subject ids with their chance (0 to 1)."""
    avoided: frozenset[str] = frozenset()
    """Subjects they do not want."""
    sense: bytes = b""
    """Their words as the encoder sees them, opaque outside `bot/offers/`; empty without words."""
    terms: tuple[str, ...] = ()
    """Words that may stand in a Dutch title or description, folded."""
    kinds: frozenset[OfferKind] = frozenset()
    """Kinds they named, such as a buddy."""
    confidence: float = 0.0
    """The chance (0 to 1) that their words are a wish for an activity at all."""
    place: Place | None = None
    reach_km: int | None = None
    """How far they want to go; None while they did not choose."""
    times: Times = field(default_factory=Times)
    needs: frozenset[Need] = frozenset()

    @property
    def is_open(self) -> bool:
        """Does it say nothing of what, so that anything near suits?"""
        return not (self.interests or self.subjects or self.terms or self.kinds)

    def pack(self) -> dict[str, Any]:
        """As JSON holds it."""
        place = self.place
        return {
            "interests": [interest.value for interest in self.interests],
            "subjects": {subject: round(chance, 4) for subject, chance in self.subjects.items()},
            "avoided": sorted(self.avoided),
            "sense": base64.b64encode(self.sense).decode("ascii"),
            "terms": list(self.terms),
            "kinds": sorted(kind.value for kind in self.kinds),
            "confidence": round(self.confidence, 4),
            "place": None if place is None else _packed_place(place),
            "reach_km": self.reach_km,
            "weekdays": sorted(self.times.weekdays),
            "parts": sorted(part.value for part in self.times.parts),
            "needs": sorted(need.value for need in self.needs),
        }

    @classmethod
    def unpack(cls, facts: Mapping[str, Any]) -> Self:
        """Read what `pack` made; interests and kinds that are no more are left out."""
        place = facts["place"]
        return cls(
            interests=tuple(Interest(one) for one in facts["interests"] if one in set(Interest)),
            subjects=dict(facts["subjects"]),
            avoided=frozenset(facts["avoided"]),
            sense=base64.b64decode(facts["sense"]),
            terms=tuple(facts["terms"]),
            kinds=frozenset(OfferKind(one) for one in facts["kinds"] if one in set(OfferKind)),
            confidence=facts["confidence"],
            place=None if place is None else _unpacked_place(place),
            reach_km=facts["reach_km"],
            times=Times(
                weekdays=frozenset(facts["weekdays"]),
                parts=frozenset(DayPart(part) for part in facts["parts"]),
            ),
            needs=frozenset(Need(need) for need in facts["needs"]),
        )


def _packed_place(place: Place) -> dict[str, Any]:
    return {
        "name": place.name,
        "municipality": place.municipality,
        "postcodes": list(place.postcodes),
        "point": [place.point.latitude, place.point.longitude],
    }


def _unpacked_place(facts: Mapping[str, Any]) -> Place:
    return Place(
        name=facts["name"],
        municipality=facts["municipality"],
        postcodes=tuple(facts["postcodes"]),
        point=Point(*facts["point"]),
    )


@dataclass(frozen=True, kw_only=True)
class Hit:
    """An offer that the finder found, and why."""

    offer_id: OfferId
    fit: float
    """How well it fits, 0 to 1."""
    km: float | None
    """How far it is from the place of the search; None when either is not known."""
    interests: tuple[Interest, ...] = ()
    """What of the search it is about, most of all first; empty for a search that names nothing."""
    suits: bool = False
    """Is it known to take place at a time that the search names?"""
    misses: frozenset[Miss] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Hits:
    """What the finder found, best first."""

    hits: tuple[Hit, ...]
    nothing_fits: bool
    """What is there, if anything, is only the nearest to what was wished for."""


@dataclass(frozen=True, kw_only=True)
class Match:
    """An offer that was found, with what it says now."""

    offer: Offer
    hit: Hit


@dataclass(frozen=True, kw_only=True)
class Found:
    """The best offers, best first, each still open on the day it was looked up."""

    matches: tuple[Match, ...]
    nothing_fits: bool
    search: Search
    at: dt.date
    are_others: bool = False
    """Were activities of the same search shown before?"""
