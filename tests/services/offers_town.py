"""A small catalogue around Gent in a real database, held in memory as the bot holds it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from bot.domain.ids import OfferId
from bot.domain.offer import Checked, OfferContact, OfferDetails, Price, Venue
from bot.domain.offer_kind import OfferKind
from bot.domain.place import Place
from bot.domain.schedule import Schedule, Weekly
from bot.domain.search import Search
from bot.offers.catalogue import Catalogue
from bot.offers.places import Places
from bot.services.shelving import Keeper
from bot.storage.database import Database
from tests.builders import NOW

YES = Checked(holds=True)
WEDNESDAY_EVENING = Schedule(weekly=(Weekly(2, dt.time(19), dt.time(21)),))


@cache
def the_places() -> Places:
    """Belgium's places, read once."""
    return Places.load()


def place(name: str) -> Place:
    """A place by its name."""
    found = the_places().locate(name, None)
    assert found is not None
    return found


def an_activity(title: str, where: str | None = "Gent", **values: Any) -> OfferDetails:
    """An activity on Wednesday evening that somebody checked."""
    there = place(where) if where else None
    given: dict[str, Any] = {
        "organisation": "Buurthuis De Proef",
        "kind": OfferKind.ASSOCIATION,
        "venue": Venue(
            name=where,
            point=there.point if there else None,
            municipality=there.municipality if there else None,
        ),
        "schedule": WEDNESDAY_EVENING,
        "in_dutch": YES,
        "social": YES,
        "price": Price(cents=0),
        "contact": OfferContact(name="Fatma Peeters", phone="0470 00 00 01"),
    }
    return OfferDetails(title=title, **(given | values))


COOKING = {
    "soup": an_activity("Samen soep koken", interests=("koken",), dutch_level=1),
    "world": an_activity("Wereldkeuken: samen koken", "Gentbrugge", interests=("koken",)),
    "bread": an_activity("Brood bakken en koken", "Merelbeke", interests=("koken",), in_dutch=Checked()),
    "pancakes": an_activity("Koken voor de buurt", "Deinze", interests=("koken",)),
}
SPORT = {
    "football": an_activity(
        "Voetbal voor iedereen", kind=OfferKind.SPORT, interests=("voetbal",), women_only=False
    ),
    "choir": an_activity("Zingen in een koor", kind=OfferKind.CULTURE, interests=("zingen", "muziek")),
}


async def fill(database: Database, offers: Mapping[str, OfferDetails]) -> dict[str, OfferId]:
    """Put offers into the catalogue; gives back their ids by name."""
    async with database.work() as work:
        ids = await work.offers.add_many("stad", offers, at=NOW)
    return dict(zip(offers, ids, strict=True))


async def change(database: Database, offer_id: OfferId, **values: Any) -> None:
    """An offer becomes otherwise."""
    async with database.work() as work:
        found = await work.offers.get(offer_id)
        assert found is not None
        await work.offers.change(offer_id, replace(found.details, **values), at=NOW)


async def held(database: Database) -> Catalogue:
    """The catalogue as the bot holds it in memory."""
    catalogue = Catalogue.load()
    await Keeper(database, catalogue).refresh()
    return catalogue


class ToldWishes:
    """Knows by heart what each text asks for; anything else is no wish."""

    def __init__(self, wishes: Mapping[str, Search]) -> None:
        self._wishes = wishes

    def read(self, text: str, *, hint: str | None = None) -> Search:
        """What this text asks for."""
        return self._wishes.get(text, Search())
