"""The begeleider's side of taking part: letting somebody go, announcing them, what is not for them."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from bot.domain.dossier import Dossier
from bot.domain.errors import NotCheckedYet, NotYours, OfferGone, ParticipationSettled
from bot.domain.going import Going
from bot.domain.history import Event, What, Who
from bot.domain.ids import BegeleiderId, OfferId, ParticipationId
from bot.domain.offer import Offer
from bot.domain.participation import EndedBecause, Handover, NotNowBecause, Participation, Step
from bot.services.dossiers import Dossiers, only_open
from bot.services.participations import Participations
from bot.services.ports import Work
from bot.services.surroundings import Surroundings

GUIDES = frozenset({Who.BEGELEIDER})
_STEPS = {
    Handover.AGREED: (Handover.ASKED, Handover.DECLINED),
    Handover.DECLINED: (Handover.ASKED, Handover.AGREED),
    Handover.DONE: (Handover.ASKED, Handover.AGREED),
}
"""From where each decision about a warm handover comes."""


class Announcing:
    """The use cases of the begeleider, or who stands in; each starts from the dossier they opened.

    Each also raises NotYours for whom it is not, and DossierClosed for a dossier that is closed.
    """

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._dossiers = Dossiers(work, now, surroundings)
        self._participations = Participations(work, now, surroundings)

    # The two conditions.

    async def let_go(self, dossier: Dossier, participation_id: int) -> tuple[Going, bool]:
        """The newcomer may go; also for the bot, when somebody checked the offer for everybody.

        Returns:
            It as it is now, and whether this changed anything.

        Raises:
            NotCheckedYet: Nobody said yet whether both conditions hold.
            OfferGone, OfferFull, OfferRefused: The offer cannot be chosen any more.
            ParticipationSettled: It ended.
        """
        only_open(dossier, GUIDES | {Who.BOT})
        going = await self._participations.get(dossier, participation_id)
        if going.participation.is_known:
            return going, False
        if not going.participation.is_alive:
            raise ParticipationSettled
        if not going.is_open:
            raise OfferGone
        if not going.offer.details.is_checked:
            raise NotCheckedYet
        await self._participations.check(dossier, going.offer, with_them=1)
        return await self._participations.change(dossier, going, What.CHECKED, step=Step.CHOSEN), True

    async def waiting_for(self, offer_id: int) -> Sequence[Participation]:
        """Who waits until this offer is checked."""
        return await self._work.participations.to_check(OfferId(offer_id))

    async def opened(self, participation_id: int) -> tuple[Dossier, Going] | None:
        """A participation with its dossier, for work that no press asked for; None when it is gone."""
        found = await self._work.participations.get(ParticipationId(participation_id))
        dossier = None if found is None else await self._dossiers.as_bot(found.newcomer_id)
        if dossier is None:
            return None
        # Read again now that the newcomer's lock is held.
        return dossier, await self._participations.get(dossier, participation_id)

    # The warm handover.

    async def decide(
        self,
        dossier: Dossier,
        participation_id: int,
        handover: Handover,
        why: NotNowBecause | None = None,
    ) -> tuple[Going, bool]:
        """Agree to announce the newcomer, say not now, or say that it is done (`warme-overdracht`).

        Returns:
            It as it is now, and whether this changed anything.

        Raises:
            ParticipationSettled: The newcomer withdrew, or a colleague decided otherwise.
        """
        only_open(dossier, GUIDES)
        going = await self._participations.get(dossier, participation_id)
        before = going.participation
        if before.handover is handover and before.is_alive:
            return going, False
        if not before.is_known or before.handover not in _STEPS.get(handover, ()):
            raise ParticipationSettled
        reason = why.value if why else None
        after = await self._participations.change(
            dossier, going, What.HANDOVER, why=reason, handover=handover
        )
        return after, True

    # What is not for somebody.

    async def refuse(self, dossier: Dossier, offer_id: int) -> tuple[Offer, Going | None]:
        """An offer is not for this newcomer: it is shown no more, and a choice of it ends.

        Returns:
            The offer, and the participation that ended with it.

        Raises:
            OfferGone: There is no such offer.
        """
        only_open(dossier, GUIDES)
        offer = await self._work.offers.get(OfferId(offer_id))
        if offer is None:
            raise OfferGone
        if offer.id not in await self._work.participations.refused(dossier.id):
            by = _begeleider(dossier)
            await self._work.participations.refuse(dossier.id, offer.id, by, at=self._now)
            await self._write(dossier, What.OFFER_REFUSED, offer.id)
        chosen = [g for g in await self._participations.of(dossier) if g.offer.id == offer.id]
        if not chosen:
            return offer, None
        ended, _ = await self._participations.end(
            dossier, chosen[0].participation.id, EndedBecause.NOT_ALLOWED
        )
        return offer, ended

    async def allow(self, dossier: Dossier, offer_id: int) -> None:
        """It may be shown to this newcomer again; the same again changes nothing."""
        only_open(dossier, GUIDES)
        if offer_id in await self._work.participations.refused(dossier.id):
            await self._work.participations.allow(dossier.id, OfferId(offer_id))
            await self._write(dossier, What.OFFER_ALLOWED, offer_id)

    async def refused(self, dossier: Dossier) -> Sequence[Offer]:
        """What was said not to be for this newcomer, newest offer first."""
        found = await self._work.offers.many(await self._work.participations.refused(dossier.id))
        return sorted(found.values(), key=lambda offer: offer.id, reverse=True)

    async def titles_in(self, events: Iterable[Event]) -> Mapping[int, str]:
        """The titles of the offers that lines of a history are about."""
        named = {OfferId(event.facts["offer"]) for event in events if "offer" in event.facts}
        offers = await self._work.offers.many(named) if named else {}
        return {offer_id: offer.details.title for offer_id, offer in offers.items()}

    async def _write(self, dossier: Dossier, what: What, offer_id: int) -> None:
        await self._work.history.add(
            dossier.id, what, by=dossier.actor, at=self._now, facts={"offer": offer_id}
        )


def _begeleider(dossier: Dossier) -> BegeleiderId:
    if dossier.actor.id is None:
        raise NotYours
    return BegeleiderId(dossier.actor.id)
