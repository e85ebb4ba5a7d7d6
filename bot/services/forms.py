"""Forms for a bewijs: made with a number each, printed, and known again when they are photographed."""

import datetime as dt
from collections.abc import Sequence

from bot.domain.bewijs_key import bewijs_key
from bot.domain.dossier import Dossier
from bot.domain.errors import HoursUnknown
from bot.domain.form import Form, FormFacts, FormHeading, blank_forms, forms_for, heading_of, open_dates
from bot.domain.form_number import FormNumber
from bot.domain.history import Who
from bot.domain.hours import Bewijs
from bot.domain.ids import BewijsId
from bot.services.dossiers import only_open
from bot.services.paper_pages import HANDS_IN
from bot.services.ports import Work
from bot.services.surroundings import Surroundings

MOST_IN_A_PAD = 500
"""A ream of paper."""
_MAKES = HANDS_IN | {Who.BOT}
"""The bot makes one for the team, too."""


class Forms:
    """Makes forms and keeps their numbers; what a number was made for stands in the database alone."""

    def __init__(self, work: Work, now: dt.datetime, _surroundings: Surroundings) -> None:
        self._work = work
        self._now = now

    async def make(self, dossier: Dossier, bewijs_id: int | None) -> Sequence[Form]:
        """The sheets of a bewijs, filled in with what is noted and not accepted yet.

        Args:
            dossier: Opened by its newcomer or their begeleider.
            bewijs_id: For which bewijs; None for a form with their name alone.

        Raises:
            HoursUnknown: There is no such bewijs here.
            NotYours, DossierClosed: Somebody else opened it, or it was closed.
        """
        only_open(dossier, _MAKES)
        forms = await self._drawn_for(dossier, bewijs_id)
        known = BewijsId(bewijs_id) if bewijs_id is not None else None
        await self._work.forms.add(forms, newcomer_id=dossier.id, bewijs_id=known, at=self._now)
        return forms

    async def _drawn_for(self, dossier: Dossier, bewijs_id: int | None) -> Sequence[Form]:
        name = dossier.newcomer.name
        if bewijs_id is None:
            return forms_for(FormHeading(newcomer=name), ())
        bewijs = next((one for one in dossier.book.bewijzen if one.id == bewijs_id), None)
        if bewijs is None:
            raise HoursUnknown
        phone = await self._public_phone(dossier, bewijs)
        return forms_for(heading_of(name, bewijs, phone=phone), open_dates(dossier.book, bewijs.id))

    async def _public_phone(self, dossier: Dossier, bewijs: Bewijs) -> str | None:
        """A phone number that the organisation made public; paper goes through many hands."""
        chosen = {one.offer_id for one in await self._work.participations.of(dossier.id)}
        offers = await self._work.offers.many(chosen) if chosen else {}
        place = bewijs_key(bewijs.organisation, bewijs.contact)
        for offer in offers.values():
            contact = offer.details.contact
            is_there = bewijs_key(offer.details.organisation, contact.name) == place
            if is_there and contact.is_public and contact.name in (None, bewijs.contact):
                return contact.phone
        return None

    async def pad(self, count: int) -> Sequence[Form]:
        """A pad of empty forms, each for whoever hands it in first.

        Args:
            count: How many; at most `MOST_IN_A_PAD`.
        """
        forms = blank_forms(max(1, min(count, MOST_IN_A_PAD)))
        await self._work.forms.add(forms, newcomer_id=None, bewijs_id=None, at=self._now)
        return forms

    async def facts(self, number: FormNumber) -> FormFacts | None:
        """What a form was made for; None for a number that was never given."""
        return (await self._work.forms.facts([number])).get(number)
