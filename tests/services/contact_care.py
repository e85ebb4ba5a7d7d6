"""Karel of FC Gent, who confirms Amira's football, with everybody around them, in one open unit of work."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from bot.domain.attendance import Attendance
from bot.domain.contact import Contact, Line
from bot.domain.contact_news import Happened
from bot.domain.contact_words import Surface
from bot.domain.dossier import Dossier
from bot.domain.history import What
from bot.domain.ids import BewijsId
from bot.domain.offer_kind import OfferKind
from bot.domain.people import Account
from bot.services.services import Services
from bot.storage.work import SqlWork
from tests.builders import NOW, new_account, new_begeleider, new_newcomer, services

TODAY = NOW.date()
A_DAY = dt.timedelta(days=1)
A_WEEK = dt.timedelta(days=7)
CLUB = "FC Gent"


@dataclass
class ContactCare:
    """An open unit of work at a moment that can be moved."""

    work: SqlWork
    amira: Account
    karim: Account
    sofie: Account
    phone: Account
    """Karel's Telegram."""
    now: dt.datetime = field(default=NOW)

    @property
    def use(self) -> Services:
        """The use cases now."""
        return services(self.work, now=self.now)

    async def own(self, who: Account | None = None) -> Dossier:
        """As Amira, or another, opens it."""
        return await self.use.dossiers.own(who or self.amira)

    async def guided(self, who: Account | None = None, *, by: Account | None = None) -> Dossier:
        """As Sofie, or another, opens it."""
        newcomer_id = (who or self.amira).newcomer_ids[0]
        return await self.use.dossiers.guided(newcomer_id, by=by or self.sofie)

    async def bewijs_id(self, who: Account | None = None, *, club: str | None = CLUB) -> BewijsId:
        """Somebody's football with a club."""
        kind = OfferKind.ASSOCIATION
        return await self.work.hours.bewijs(
            (who or self.amira).newcomer_ids[0], kind, organisation=club, contact=None, at=self.now
        )

    async def claim(self, days_ago: int = 0, minutes: int = 120, who: Account | None = None) -> Attendance:
        """Somebody notes two hours of football."""
        day = self.now.date() - days_ago * A_DAY
        kind = OfferKind.ASSOCIATION
        before = await self.own(who)
        after = await self.use.hours.claim(
            before, kind, organisation=CLUB, contact=None, day=day, minutes=minutes
        )
        (new,) = set(after.book.attendances) - set(before.book.attendances)
        return new

    async def date(self, attendance_id: int, who: Account | None = None) -> Attendance:
        """A date as it is kept now."""
        book = (await self.guided(who)).book
        return next(one for one in book.attendances if one.id == attendance_id)

    async def contact(
        self, name: str = "Karel", *, account: Account | None = None, who: Account | None = None
    ) -> Contact:
        """A contact who joined with Sofie's link, so that nobody needs to check them."""
        link = await self.use.contact_links.ask(await self.guided(who), await self.bewijs_id(who), name=name)
        joined, _ = await self.join(self.use.contact_links.token(link), account=account, name=name)
        return joined

    async def introduced(self, account: Account | None = None) -> Contact:
        """A contact who joined with Amira's link, and waits to be checked."""
        link = await self.use.contact_links.ask(await self.own(), await self.bewijs_id())
        joined, _ = await self.join(self.use.contact_links.token(link), account=account or self.phone)
        return joined

    async def join(self, token: str, **values: Any) -> tuple[Contact, tuple[Happened, ...]]:
        """Karel presses the button."""
        given: dict[str, Any] = {
            "account": None,
            "name": "Karel",
            "language": "nl",
            "surface": Surface.TELEGRAM,
        }
        return await self.use.contact_links.join(token, **(given | values))

    async def say(
        self, contact: Contact, attendance_id: int, minutes: int = 120, **values: Any
    ) -> tuple[Line, tuple[Happened, ...]]:
        """A contact says how long it was."""
        return await self.use.confirming.say(
            contact, attendance_id, minutes, **({"surface": Surface.TELEGRAM} | values)
        )

    async def lines(self, who: Account | None = None) -> list[What]:
        """What somebody's history says."""
        return [event.what for event in await self.work.history.of((who or self.amira).newcomer_ids[0])]


async def a_contact_care(work: SqlWork) -> ContactCare:
    """Everybody has joined, but for the contacts."""
    sofie = await new_begeleider(work, 2001, "Sofie")
    return ContactCare(
        work,
        amira=await new_newcomer(work, 1001, "Amira", of=sofie),
        karim=await new_newcomer(work, 1002, "Karim", of=sofie),
        sofie=sofie,
        phone=await new_account(work, 3001, "Karel"),
    )
