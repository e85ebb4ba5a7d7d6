"""Whom to ask for a date that was claimed, and when; and what waits for a contact."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.asking_contacts import ask_at, ends_at
from bot.domain.attendance import State
from bot.domain.bewijs_key import bewijs_key
from bot.domain.contact import Contact, Line
from bot.domain.dossier import Dossier
from bot.domain.hours import Bewijs, Book
from bot.domain.ids import BewijsId, NewcomerId
from bot.services.confirming import Confirming
from bot.services.ports import Work
from bot.services.surroundings import Surroundings


@dataclass(frozen=True, kw_only=True)
class ToAsk:
    """A contact who is asked, and when (UTC)."""

    contact: Contact
    at: dt.datetime


class ContactAsking:
    """Looks up what asking needs; whoever asks plans the work."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._around = surroundings

    async def after_claim(self, dossier: Dossier, bewijs_id: BewijsId) -> Sequence[ToAsk]:
        """Who confirms this bewijs and can be reached, each with the moment at which to ask.

        Args:
            dossier: Whose hours were claimed; its own book need not be the newest.
            bewijs_id: Of which bewijs.
        """
        ties = await self._work.contact_people.tied_to([dossier.id])
        ids = [tie.contact_id for tie in ties if tie.bewijs_id == bewijs_id]
        found = await self._work.contact_people.many(ids) if ids else {}
        ready = [one for one in found.values() if one.may_confirm and (one.account_id or one.email)]
        if not ready:
            return ()
        book = (await self._work.hours.books([dossier.id]))[dossier.id]
        days = [one.day for one in book.open if one.bewijs_id == bewijs_id and one.state is State.CLAIMED]
        if not days:
            return ()
        ends = await self._ends(dossier.id, book, bewijs_id, max(days))
        return [
            ToAsk(
                contact=one,
                at=ask_at(max(days), self._now, self._around.zone, ends=ends, asks_on=one.asks_on),
            )
            for one in ready
        ]

    async def _ends(
        self, newcomer_id: NewcomerId, book: Book, bewijs_id: BewijsId, day: dt.date
    ) -> dt.time | None:
        """When what the newcomer chose there ends that day, as far as the offers say."""
        bewijs = book.bewijs(bewijs_id)
        chosen = [one for one in await self._work.participations.of(newcomer_id) if one.is_alive]
        offers = await self._work.offers.many([one.offer_id for one in chosen]) if chosen else {}
        there = [one.details for one in offers.values() if _is_at(bewijs, one.details.organisation)]
        ends = [ends_at(details.schedule, day) for details in there if details.kind is bewijs.kind]
        return max((one for one in ends if one is not None), default=None)

    async def waiting(self, contact: Contact) -> Sequence[Line]:
        """The dates that wait for a contact's word, oldest first; none for one who may not confirm."""
        if not contact.may_confirm:
            return ()
        return await Confirming(self._work, self._now, self._around).lines(contact)


def _is_at(bewijs: Bewijs, organisation: str | None) -> bool:
    return bool(organisation) and bewijs_key(organisation, None) == bewijs_key(bewijs.organisation, None)
