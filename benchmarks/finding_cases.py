"""Wishes with the offers that fit them: a development set made of what is held back from training."""

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from benchmarks.offer_texts import Example, Wish, read_examples, read_wishes
from bot.domain.ids import OfferId
from bot.domain.offer import Checked, Offer, Venue
from bot.domain.place import Place
from bot.domain.schedule import Schedule, Weekly
from bot.offers.model import ANY, NONE
from bot.offers.places import Places
from bot.offers.subjects import subjects

TODAY = dt.date(2026, 11, 23)
NEAR_KM = 22
REASONABLE_KM = 38
"""What is farther than near, but not so far that nobody would go."""
_LARGE = ("Gent", "Gent", "Gent", "Antwerpen", "Antwerpen", "Leuven", "Mechelen", "Hasselt", "Genk")
_MIDDLE = ("Kortrijk", "Brugge", "Oostende", "Aalst", "Sint-Niklaas", "Turnhout", "Roeselare", "Brussel")
_SMALL = ("Lokeren", "Diest", "Tielt", "Geel", "Bilzen", "Veurne", "Ninove", "Mol")
TOWNS = _LARGE + _MIDDLE + _SMALL
"""More offers are in large towns."""


@dataclass(frozen=True)
class Case:
    """A wish, with the ids of offers that fit, and of those that would be plainly wrong."""

    language: str
    text: str
    near: str | None
    fits: frozenset[str]
    unfit: frozenset[str]
    is_nothing: bool
    """Is there nothing that fits?"""


@dataclass(frozen=True)
class Cases:
    """A catalogue with wishes for it."""

    offers: tuple[Offer, ...]
    cases: tuple[Case, ...]


def development() -> Cases:
    """Make the development set; the same each time."""
    chance = random.Random(4)
    held = [one for one in read_examples() if one.is_held_back]
    offers = tuple(_offer(number, one, chance) for number, one in enumerate(held, start=1))
    wishes = [one for one in read_wishes() if one.is_held_back and one.labels[0] not in {ANY, NONE}]
    cases = [case for wish in wishes if (case := _case(wish, offers, held, chance))]
    return Cases(offers, tuple(cases))


@cache
def places() -> Places:
    """Belgium's places."""
    return Places.load()


def _offer(number: int, example: Example, chance: random.Random) -> Offer:
    town = _town(chance.choice(TOWNS))
    fate = chance.random()
    hour = chance.choice([9, 10, 13, 14, 18, 19, 19, 20])
    details = replace(
        example.details,
        venue=Venue(name=town.name, point=town.point, municipality=town.municipality),
        schedule=Schedule(weekly=(Weekly(chance.randrange(7), dt.time(hour), dt.time(hour + 2)),))
        if chance.random() < 0.7
        else Schedule(),
        full_until=dt.date(2027, 3, 1) if fate < 0.06 else None,
        valid_until=dt.date(2026, 6, 30) if 0.06 <= fate < 0.12 else None,
        in_dutch=Checked(holds=not 0.12 <= fate < 0.18),
        social=Checked(holds=None if chance.random() < 0.16 else True),
        women_only=True if example.audience == "women" and chance.random() < 0.5 else None,
    )
    return Offer(id=OfferId(number), source="development", reference=str(number), details=details)


def _case(wish: Wish, offers: Sequence[Offer], held: Sequence[Example], chance: random.Random) -> Case | None:
    about = [
        offer
        for offer, example in zip(offers, held, strict=True)
        if set(example.labels) & set(wish.labels) and example.audience != "children" and offer.is_open(TODAY)
    ]
    home = _town(chance.choice(about).details.venue.name or "") if about and chance.random() < 0.75 else None
    home = home or _town(chance.choice(TOWNS))
    km = {offer.reference: _km(offer, home) for offer in about}
    fits = {one for one, far in km.items() if far <= NEAR_KM}
    fits = fits or {one for one, far in km.items() if far <= REASONABLE_KM}
    neighbours = _neighbours(wish.labels)
    related = {
        offer.reference
        for offer, example in zip(offers, held, strict=True)
        if set(example.labels) & neighbours and _km(offer, home) <= REASONABLE_KM and offer.is_open(TODAY)
    }
    if not fits and related:
        return None
    unfit = {
        offer.reference
        for offer, example in zip(offers, held, strict=True)
        if _is_unfit(offer, example, neighbours, wish)
    }
    return Case(wish.language, wish.text, home.name, frozenset(fits), frozenset(unfit), not fits)


def _is_unfit(offer: Offer, example: Example, neighbours: set[str], wish: Wish) -> bool:
    return (
        not offer.is_open(TODAY)
        or example.audience == "children"
        or not set(example.labels) & (neighbours | set(wish.labels))
    )


def _neighbours(labels: Sequence[str]) -> set[str]:
    """Subjects of which a person may say that they do as well."""
    known = subjects()
    near = {one for label in labels for one in known[label].near}
    back = {one.id for one in known.values() if set(one.near) & set(labels)}
    same = {one.id for one in known.values() if one.interest in {known[label].interest for label in labels}}
    return (near | back | same) - set(labels)


def _town(name: str) -> Place:
    found = places().locate(name, None)
    assert found is not None, name
    return found


def _km(offer: Offer, home: Place) -> float:
    point = offer.details.venue.point
    assert point is not None
    return point.km_to(home.point)
