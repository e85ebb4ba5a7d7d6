"""Amira's hours with everybody who has a hand in them, in one open unit of work."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.dossier import Dossier
from bot.domain.history import Actor, What, Who
from bot.domain.offer_kind import OfferKind
from bot.domain.people import Account
from bot.services.hours import Hours
from bot.storage.work import SqlWork
from tests.builders import new_begeleider, new_newcomer, services

TODAY = dt.date(2026, 11, 23)


@dataclass
class Care:
    """An open unit of work with Amira, whom An guides."""

    work: SqlWork
    phone: Account
    begeleider: Account

    @property
    def hours(self) -> Hours:
        """The use cases."""
        return services(self.work).hours

    async def own(self) -> Dossier:
        """As Amira opens it."""
        return await services(self.work).dossiers.own(self.phone)

    async def guided(self) -> Dossier:
        """As An opens it."""
        return await services(self.work).dossiers.guided(self.phone.newcomer_ids[0], by=self.begeleider)

    async def by(self, who: Who) -> Dossier:
        """As a contact, the team or the bot opens it."""
        return replace(await self.guided(), actor=Actor(who, 7))

    async def claim(self, days_ago: int = 0, minutes: int = 120, **values: Any) -> Dossier:
        """Amira notes two hours of football."""
        given: dict[str, Any] = {"kind": OfferKind.ASSOCIATION, "organisation": "FC Gent", "contact": None}
        day = TODAY - dt.timedelta(days=days_ago)
        return await self.hours.claim(await self.own(), day=day, minutes=minutes, **(given | values))

    async def accept(self, first: int, last: int, minutes: int = 600, **values: Any) -> Dossier:
        """An accepts ten hours of football, between two days so long ago."""
        given: dict[str, Any] = {"kind": OfferKind.ASSOCIATION, "organisation": "FC Gent", "contact": None}
        return await self.hours.accept(
            await self.guided(),
            minutes=minutes,
            first_day=TODAY - dt.timedelta(days=first),
            last_day=TODAY - dt.timedelta(days=last),
            **(given | values),
        )

    async def lines(self) -> list[What]:
        """What the history says."""
        return [event.what for event in await self.work.history.of(self.phone.newcomer_ids[0])]


async def a_care(work: SqlWork) -> Care:
    """Amira and An have joined."""
    begeleider = await new_begeleider(work, 1, "An")
    return Care(work, await new_newcomer(work, 2, "Amira", of=begeleider), begeleider)
