"""Offers to choose from, and Amira and Karim, whom Sofie guides, in one open unit of work."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from bot.domain.dossier import Dossier
from bot.domain.going import Going
from bot.domain.history import What
from bot.domain.ids import OfferId
from bot.domain.offer import Checked, Offer, OfferContact, OfferDetails, Venue
from bot.domain.offer_kind import OfferKind
from bot.domain.people import Account
from bot.domain.place import Point
from bot.domain.schedule import Schedule, Weekly
from bot.services.services import Services
from bot.storage.work import SqlWork
from tests.builders import NOW, new_begeleider, new_newcomer, services

HOLDS = Checked(holds=True)
FATMA = OfferContact(name="Fatma Peeters", phone="0470 00 00 01", email="fatma@example.org")


def details(title: str = "Samen voetballen", **values: Any) -> OfferDetails:
    """An evening of football in Gent, checked, with a volunteer to ask for."""
    given: dict[str, Any] = {
        "organisation": "FC Voorbeeld",
        "kind": OfferKind.SPORT,
        "venue": Venue(name="Sportstraat 1", postcode="9000", municipality="Gent", point=Point(51.05, 3.72)),
        "schedule": Schedule(weekly=(Weekly(2, dt.time(19), dt.time(21)),)),
        "in_dutch": HOLDS,
        "social": HOLDS,
        "contact": FATMA,
        "website": "https://example.org",
    }
    return OfferDetails(title=title, **(given | values))


async def an_offer(work: SqlWork, title: str = "Samen voetballen", **values: Any) -> Offer:
    """An offer in the catalogue."""
    offer_id = await work.offers.add("stad", title, details(title, **values), is_imported=True, at=NOW)
    found = await work.offers.get(offer_id)
    assert found is not None
    return found


@dataclass
class Choosing:
    """An open unit of work at a moment that can be moved."""

    work: SqlWork
    amira: Account
    karim: Account
    sofie: Account
    now: dt.datetime = field(default=NOW)

    @property
    def use(self) -> Services:
        """The use cases now."""
        return services(self.work, now=self.now)

    def pass_days(self, days: float) -> None:
        """Let time go by."""
        self.now += dt.timedelta(days=days)

    async def own(self, who: Account | None = None) -> Dossier:
        """As Amira, or another, opens it."""
        return await self.use.dossiers.own(who or self.amira)

    async def guided(self, who: Account | None = None, *, by: Account | None = None) -> Dossier:
        """As Sofie, or another, opens it."""
        newcomer_id = (who or self.amira).newcomer_ids[0]
        return await self.use.dossiers.guided(newcomer_id, by=by or self.sofie)

    async def choose(self, offer: Offer, who: Account | None = None) -> Going:
        """Somebody wants to go."""
        going, _ = await self.use.participations.choose(await self.own(who), offer.id)
        return going

    async def look(self, going: Going) -> Going:
        """Amira opens the screen of a choice."""
        return await self.use.participations.look(await self.own(), going.participation.id)

    async def change(self, offer: Offer, **values: Any) -> None:
        """The offer becomes otherwise."""
        await self.work.offers.change(OfferId(offer.id), details(offer.details.title, **values), at=self.now)

    async def lines(self) -> list[What]:
        """What Amira's history says."""
        return [event.what for event in await self.work.history.of(self.amira.newcomer_ids[0])]


async def a_choosing(work: SqlWork) -> Choosing:
    """Everybody has joined."""
    sofie = await new_begeleider(work, 2001, "Sofie")
    return Choosing(
        work,
        amira=await new_newcomer(work, 1001, "Amira", of=sofie),
        karim=await new_newcomer(work, 1002, "Karim", of=sofie),
        sofie=sofie,
    )
