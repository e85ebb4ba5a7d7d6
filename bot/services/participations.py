"""The newcomer's side of taking part: choosing, whom to ask for, being announced, how it went.

Everything starts from an opened dossier, which holds the newcomer's lock. Whoever chooses looks at the offer
again: what was shown on a card may be over, full or refused by now.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.domain.dossier import Dossier
from bot.domain.errors import (
    OfferFull,
    OfferGone,
    OfferRefused,
    ParticipationSettled,
    ParticipationUnknown,
)
from bot.domain.going import Going
from bot.domain.history import What, Who
from bot.domain.ids import BewijsId, NewcomerId, OfferId, ParticipationId
from bot.domain.offer import Offer
from bot.domain.participation import (
    ContactView,
    EndedBecause,
    Handover,
    Participation,
    Step,
)
from bot.domain.people import Account
from bot.services.contact_views import ContactViews
from bot.services.dossiers import only_open
from bot.services.hour_claims import known_bewijs, tidy
from bot.services.ports import Work
from bot.services.surroundings import Surroundings

CHOOSES = frozenset({Who.NEWCOMER, Who.BEGELEIDER})


class Participations:
    """The use cases of a newcomer, or of their begeleider beside them.

    Each also raises NotYours for whom it is not, and DossierClosed for a dossier that is closed.
    """

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._zone = surroundings.zone
        self._contacts = ContactViews(work, now)

    @property
    def today(self) -> dt.date:
        """The day in the bot's time zone."""
        return self._now.astimezone(self._zone).date()

    # Looking.

    async def offer(self, offer_id: int) -> Offer:
        """An offer that can still be chosen, for who has no dossier.

        Raises:
            OfferGone: It cannot.
        """
        offer = await self._work.offers.get(OfferId(offer_id))
        if offer is None or not offer.is_open(self.today):
            raise OfferGone
        return offer

    async def whose(self, participation_id: int) -> NewcomerId:
        """Whose participation a button names.

        Raises:
            ParticipationUnknown: There is none.
        """
        found = await self._work.participations.get(ParticipationId(participation_id))
        if found is None:
            raise ParticipationUnknown
        return found.newcomer_id

    async def of(self, dossier: Dossier) -> Sequence[Going]:
        """Everything that has not ended, newest first."""
        alive = [one for one in await self._work.participations.of(dossier.id) if one.is_alive]
        offers = await self._work.offers.many({one.offer_id for one in alive})
        return [self._going(one, offers[one.offer_id]) for one in alive if one.offer_id in offers]

    async def get(self, dossier: Dossier, participation_id: int) -> Going:
        """One of this newcomer's.

        Raises:
            ParticipationUnknown: It is no participation of theirs.
        """
        found = await self._work.participations.get(ParticipationId(participation_id))
        if found is None or found.newcomer_id != dossier.id:
            raise ParticipationUnknown
        return await self._with_offer(found)

    async def look(self, dossier: Dossier, participation_id: int, account: Account | None = None) -> Going:
        """One with its contact as far as the newcomer may see it; that they saw it is kept.

        Args:
            dossier: Opened by the newcomer; a begeleider sees the contact without being counted.
            participation_id: Which.
            account: On whose phone, for the distance from the place they searched.

        Raises:
            ParticipationUnknown: It is no participation of theirs.
        """
        going = await self.get(dossier, participation_id)
        km = None if account is None else await self._contacts.km_from(account, going.offer)
        view = await self._contacts.view(dossier, going.participation, going.offer.details.contact)
        going = replace(going, view=view, km=km)
        if going.view is not ContactView.SHOWN or dossier.actor.who is not Who.NEWCOMER:
            return going
        if going.offer.details.contact.is_public or going.participation.contact_shown_at is not None:
            return going
        await self._work.participations.change(going.participation.id, contact_shown_at=self._now)
        shown = replace(going.participation, contact_shown_at=self._now)
        return replace(going, participation=shown)

    async def km_from(self, account: Account, offer: Offer) -> float | None:
        """How far an offer is from the place of the last search on a phone, in kilometres."""
        return await self._contacts.km_from(account, offer)

    # Choosing.

    async def choose(self, dossier: Dossier, offer_id: int) -> tuple[Going, bool]:
        """The newcomer wants to go, or the begeleider chooses for them.

        Returns:
            The participation, and whether it is new: a second tap gives back the first one.

        Raises:
            OfferGone, OfferFull, OfferRefused: The offer cannot be chosen by this newcomer any more.
        """
        only_open(dossier, CHOOSES)
        if (known := await self._alive(dossier, OfferId(offer_id))) is not None:
            return await self._with_offer(known), False
        offer = await self.offer(offer_id)
        await self.check(dossier, offer)
        step = Step.CHOSEN if offer.details.is_checked else Step.ASKED
        participation = Participation(
            id=ParticipationId(0),
            newcomer_id=dossier.id,
            offer_id=offer.id,
            step=step,
            handover=Handover.NONE,
            chosen_at=self._now,
        )
        participation = replace(participation, id=await self._work.participations.add(participation))
        await self._write(dossier, What.CHOSE, participation, facts={"step": step.value})
        return self._going(participation, offer), True

    async def check(self, dossier: Dossier, offer: Offer, *, with_them: int = 0) -> None:
        """May this newcomer still choose this open offer?

        Args:
            dossier: Whose choice it is.
            offer: Open today.
            with_them: 1 when this newcomer's own choice takes a place already.

        Raises:
            OfferRefused, OfferFull: They may not, or there is no place.
        """
        if offer.id in await self._work.participations.refused(dossier.id):
            raise OfferRefused
        capacity = offer.details.capacity
        if capacity is None:
            return
        # The last place goes to one of two who press at once.
        await self._work.offers.lock()
        taken = (await self._work.participations.alive_counts([offer.id])).get(offer.id, 0)
        if taken - with_them >= capacity:
            raise OfferFull

    async def _alive(self, dossier: Dossier, offer_id: OfferId) -> Participation | None:
        mine = await self._work.participations.of(dossier.id)
        return next((one for one in mine if one.is_alive and one.offer_id == offer_id), None)

    # Being announced (`warme-overdracht`).

    async def ask_handover(self, dossier: Dossier, participation_id: int) -> tuple[Going, bool]:
        """The newcomer would like to be announced.

        Returns:
            The participation, and whether this changed anything: asked once, it waits.

        Raises:
            ParticipationUnknown, ParticipationSettled: It is not theirs, or cannot be asked (any more).
        """
        only_open(dossier, CHOOSES)
        going = await self.get(dossier, participation_id)
        if going.participation.handover in (Handover.ASKED, Handover.AGREED, Handover.DONE):
            return going, False
        if not going.participation.is_known:
            raise ParticipationSettled
        return await self.change(dossier, going, What.HANDOVER, handover=Handover.ASKED), True

    # How it went.

    async def bewijs(self, dossier: Dossier, participation_id: int) -> BewijsId:
        """Where hours at this offer add up; an offer that names nobody adds up under its title.

        Raises:
            ParticipationUnknown: It is no participation of theirs.
        """
        only_open(dossier, CHOOSES)
        going = await self.get(dossier, participation_id)
        details = going.offer.details
        organisation, contact = tidy(details.organisation), None
        if organisation is None and going.participation.contact_shown_at is not None:
            contact = tidy(details.contact.name)
        if organisation is None and contact is None:
            organisation = tidy(details.title)
        known = known_bewijs(dossier, details.kind, organisation, contact)
        return known or await self._work.hours.bewijs(
            dossier.id, details.kind, organisation=organisation, contact=contact, at=self._now
        )

    async def works_out(self, dossier: Dossier, participation_id: int) -> Going:
        """The newcomer takes part; the same again changes nothing.

        Raises:
            ParticipationUnknown, ParticipationSettled: It is not theirs, or it ended.
        """
        only_open(dossier, CHOOSES)
        going = await self.get(dossier, participation_id)
        if going.participation.step is Step.GOING:
            return going
        if going.participation.step is not Step.CHOSEN:
            raise ParticipationSettled
        return await self.change(dossier, going, What.TOOK_PART, step=Step.GOING)

    async def end(
        self, dossier: Dossier, participation_id: int, because: EndedBecause
    ) -> tuple[Going, Participation | None]:
        """It did not work out, or they do not want it any more.

        Returns:
            It as it is now, and as it was before; None when it had ended already.

        Raises:
            ParticipationUnknown: It is not theirs.
        """
        only_open(dossier, CHOOSES | {Who.BOT})
        going = await self.get(dossier, participation_id)
        if not going.participation.is_alive:
            return going, None
        changes = {"step": Step.ENDED, "ended_because": because}
        ended = await self.change(dossier, going, What.CHOICE_ENDED, why=because.value, **changes)
        return ended, going.participation

    async def note_asked(self, going: Going) -> None:
        """The newcomer is being asked whether it worked out."""
        await self._work.participations.change(going.participation.id, asked_at=self._now)

    # What both sides share.

    async def change(
        self, dossier: Dossier, going: Going, what: What, *, why: str | None = None, **changes: Any
    ) -> Going:
        """Change a participation, with its line in the history."""
        after = replace(going.participation, **changes)
        await self._work.participations.change(after.id, **changes)
        told = ("handover",) if what is What.HANDOVER else ()
        facts = {name: changes[name].value for name in told}
        await self._write(dossier, what, after, facts=facts, why=why)
        return replace(going, participation=after)

    async def _write(
        self,
        dossier: Dossier,
        what: What,
        participation: Participation,
        *,
        facts: dict[str, Any],
        why: str | None = None,
    ) -> None:
        about = {"participation": participation.id, "offer": participation.offer_id, **facts}
        await self._work.history.add(dossier.id, what, by=dossier.actor, at=self._now, facts=about, why=why)

    async def _with_offer(self, participation: Participation) -> Going:
        offer = await self._work.offers.get(participation.offer_id)
        if offer is None:
            raise ParticipationUnknown
        return self._going(participation, offer)

    def _going(self, participation: Participation, offer: Offer) -> Going:
        return Going(participation=participation, offer=offer, is_open=offer.is_open(self.today))
