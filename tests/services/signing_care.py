"""Amira at her club, with Karel who confirms and signs for it, in one open unit of work."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from bot.domain.contact import Contact, Reached, Tie
from bot.domain.contact_news import Happened
from bot.domain.contact_words import Surface
from bot.domain.ids import AttendanceId, BewijsId, ContactId
from bot.domain.offer_kind import OfferKind
from bot.domain.paper import Paper
from bot.domain.people import Account
from bot.domain.signature import Signature
from bot.storage.work import SqlWork
from tests.builders import NOW
from tests.services.paper_care import TODAY, PaperCare, a_paper_care

CLUB = "FC Gent"
WHERE: dict[str, Any] = {"organisation": CLUB, "contact": None}


async def a_contact(work: SqlWork, name: str = "Karel Peeters", **values: Any) -> Contact:
    """A contact of the club, whom the begeleider sent a link."""
    given: dict[str, Any] = {
        "id": ContactId(0),
        "name": name,
        "organisation": CLUB,
        "reached": Reached.BEGELEIDER,
        "language": "nl",
        "joined_at": NOW,
    }
    contact_id = await work.contact_people.add(Contact(**(given | values)))
    found = await work.contact_people.get(contact_id)
    assert found is not None
    return found


@dataclass
class SigningCare(PaperCare):
    """The same people, and Karel, who sees Amira's bewijs at the club."""

    karel: Contact | None = None
    club_id: BewijsId | None = None

    @property
    def signer(self) -> Contact:
        """Karel."""
        assert self.karel is not None
        return self.karel

    @property
    def club(self) -> BewijsId:
        """Amira's bewijs."""
        assert self.club_id is not None
        return self.club_id

    async def claim(self, days_ago: int, minutes: int = 120, who: Account | None = None) -> AttendanceId:
        """Somebody notes that they were there."""
        day = TODAY - dt.timedelta(days=days_ago)
        dossier = await self.use.hours.claim(
            await self.own(who), OfferKind.ASSOCIATION, **WHERE, day=day, minutes=minutes
        )
        return max(date.id for date in dossier.book.attendances)

    async def confirmed(self, *days_ago: int, minutes: int = 120) -> list[AttendanceId]:
        """Dates that Amira claimed and Karel confirmed."""
        dates = [await self.claim(days, minutes) for days in days_ago]
        for date in dates:
            await self.tells(date, minutes)
        return dates

    async def tells(self, date: AttendanceId, minutes: int) -> tuple[Happened, ...]:
        """Karel says how long she was there."""
        _, happened = await self.use.confirming.say(self.signer, date, minutes, surface=Surface.TELEGRAM)
        return happened

    async def sign(self, contact: Contact | None = None, **values: Any) -> Signature:
        """Karel signs for all that waits."""
        contact = contact or self.signer
        rows = await self.use.signing.to_sign(contact, self.club)
        seen = frozenset(row.attendance_id for row in rows)
        given: dict[str, Any] = {"name": contact.name, "seen": seen, "surface": Surface.TELEGRAM}
        signature, _ = await self.use.signing.sign(contact, self.club, **(given | values))
        return signature

    async def paper_of(self, signature: Signature) -> Paper:
        """The digital bewijs as it is kept now."""
        found = await self.work.papers.get(signature.paper_id)
        assert found is not None
        return found

    async def to_sign(self) -> list[int]:
        """The minutes of the dates that wait for Karel's signature."""
        return [row.minutes for row in await self.use.signing.to_sign(self.signer, self.club)]


async def a_signing_care(work: SqlWork) -> SigningCare:
    """Karel joined and is tied to Amira's bewijs, in which nothing is noted yet."""
    return await with_karel(SigningCare(**vars(await a_paper_care(work))))


async def with_karel(care: SigningCare) -> SigningCare:
    """The same for people who are there."""
    work = care.work
    dossier = await care.own()
    care.club_id = await work.hours.bewijs(
        dossier.id, OfferKind.ASSOCIATION, organisation=CLUB, contact=None, at=NOW
    )
    care.karel = await a_contact(work)
    await tied(care, care.signer)
    return care


async def tied(care: SigningCare, contact: Contact) -> None:
    """The contact sees Amira's bewijs."""
    tie = Tie(contact_id=contact.id, bewijs_id=care.club, newcomer_id=care.amira.newcomer_ids[0])
    await care.work.contact_people.tie(tie, at=NOW)
