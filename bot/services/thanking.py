"""What a contact's confirming was for, and what they say of their organisation's offers."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.bewijs_key import bewijs_key
from bot.domain.contact import Contact
from bot.domain.errors import NotYours
from bot.domain.ids import OfferId
from bot.domain.offer import Offer, OfferDetails
from bot.services.contact_sight import check_may_confirm
from bot.services.ports import Work
from bot.services.surroundings import Surroundings

LONGEST_FULL = dt.timedelta(days=366)
QUARTER_MONTHS = 3


@dataclass(frozen=True, kw_only=True)
class Thanks:
    """How many people, and for how many minutes in all, a contact was there."""

    people: int = 0
    minutes: int = 0


def quarter_of(day: dt.date) -> dt.date:
    """The first day of the quarter in which a day lies."""
    return dt.date(day.year, (day.month - 1) // QUARTER_MONTHS * QUARTER_MONTHS + 1, 1)


class Thanking:
    """The use cases of a contact besides confirming."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._around = surroundings

    @property
    def today(self) -> dt.date:
        """The day in the bot's time zone."""
        return self._now.astimezone(self._around.zone).date()

    @property
    def this_quarter(self) -> dt.datetime:
        """When this quarter began (UTC)."""
        return self.begin_of(quarter_of(self.today))

    def begin_of(self, day: dt.date) -> dt.datetime:
        """Midnight (UTC) at which a day begins in the bot's time zone."""
        return dt.datetime.combine(day, dt.time(), self._around.zone).astimezone(dt.UTC)

    async def sums(self, contact: Contact, since: dt.datetime, *, until: dt.datetime | None = None) -> Thanks:
        """What a contact confirmed of the people they still see.

        Args:
            contact: Who confirmed.
            since: From this moment on (UTC).
            until: Before this moment (UTC); None for until now.
        """
        words = await self._work.words.by(contact.id, since=since)
        said = {word.attendance_id: word.minutes for word in words if until is None or word.at < until}
        newcomer_ids = {tie.newcomer_id for tie in await self._work.contact_people.ties_of(contact.id)}
        if not said or not newcomer_ids:
            return Thanks()
        people, minutes = set(), 0
        for newcomer_id, book in (await self._work.hours.books(sorted(newcomer_ids))).items():
            was_there = [said[one.id] for one in book.attendances if one.is_alive and said.get(one.id)]
            minutes += sum(was_there)
            people |= {newcomer_id} if was_there else set()
        return Thanks(people=len(people), minutes=minutes)

    # Offers.

    async def offers_of(self, contact: Contact) -> Sequence[Offer]:
        """The offers of a contact's organisation that are not over, by title.

        Raises:
            ContactUnchecked, ContactStopped: They have no say in them.
        """
        check_may_confirm(contact)
        if contact.organisation is None:
            return ()
        found = await self._work.offers.of_organisation(contact.organisation)
        return sorted(
            (one for one in found if _is_there(one, self.today)),
            key=lambda one: (one.details.title.casefold(), one.id),
        )

    async def beginners_welcome(self, contact: Contact, offer_id: int, *, are: bool = True) -> Offer:
        """Say that beginners are welcome, or not any more; searching uses it.

        Args:
            contact: Of the offer's organisation.
            offer_id: Which offer.
            are: Are they?

        Raises:
            NotYours: It is no offer of their organisation, or over.
            ContactUnchecked, ContactStopped: They have no say in it.
        """
        offer = await self._own(contact, offer_id)
        return await self._change(offer, replace(offer.details, beginners_welcome=are or None))

    async def full_until(self, contact: Contact, offer_id: int, day: dt.date | None) -> Offer:
        """Say that there is no room up to and including a day; nobody finds it until then.

        Args:
            contact: Of the offer's organisation.
            offer_id: Which offer.
            day: The last day, at most a year ahead; None when there is room.

        Raises:
            NotYours: It is no offer of their organisation, or over.
            ContactUnchecked, ContactStopped: They have no say in it.
            ValueError: The day has passed, or is too far ahead.
        """
        if day is not None and not self.today <= day <= self.today + LONGEST_FULL:
            raise ValueError("a day from today on, at most a year ahead")
        offer = await self._own(contact, offer_id)
        return await self._change(offer, replace(offer.details, full_until=day))

    async def _own(self, contact: Contact, offer_id: int) -> Offer:
        check_may_confirm(contact)
        await self._work.offers.lock()
        offer = await self._work.offers.get(OfferId(offer_id))
        if offer is None or contact.organisation is None or not _is_there(offer, self.today):
            raise NotYours
        theirs = bewijs_key(contact.organisation, None)
        if not offer.details.organisation or bewijs_key(offer.details.organisation, None) != theirs:
            raise NotYours
        return offer

    async def _change(self, offer: Offer, details: OfferDetails) -> Offer:
        if details != offer.details:
            await self._work.offers.change(offer.id, details, at=self._now)
        return replace(offer, details=details)


def _is_there(offer: Offer, today: dt.date) -> bool:
    """Could it be chosen, were it not full?"""
    return replace(offer, details=replace(offer.details, full_until=None)).is_open(today)
