"""What somebody may see of an offer's contact, and how far it is; the dossier is asked, not the button."""

import datetime as dt

from bot.domain.dossier import Dossier
from bot.domain.history import Who
from bot.domain.offer import Offer, OfferContact
from bot.domain.participation import ContactView, Participation, may_show_contact
from bot.domain.people import Account
from bot.services.ports import Work


class ContactViews:
    """Volunteers' details go to newcomers with a begeleider alone, a few a week."""

    def __init__(self, work: Work, now: dt.datetime) -> None:
        self._work = work
        self._now = now

    async def view(
        self, dossier: Dossier, participation: Participation, contact: OfferContact
    ) -> ContactView:
        """What whoever opened this dossier may see of the contact of its participation."""
        if not contact.is_known:
            return ContactView.UNKNOWN
        if contact.is_public or dossier.actor.who is Who.BEGELEIDER:
            return ContactView.SHOWN
        if dossier.newcomer.is_closed or not participation.is_known:
            return ContactView.NO_GUIDE
        if participation.contact_shown_at is not None:
            return ContactView.SHOWN
        all_of_them = await self._work.participations.of(dossier.id)
        may_see = may_show_contact(all_of_them, participation.offer_id, self._now)
        return ContactView.SHOWN if may_see else ContactView.ENOUGH

    async def km_from(self, account: Account, offer: Offer) -> float | None:
        """How far an offer is from the place of the last search on a phone, in kilometres."""
        point = offer.details.venue.point
        found = await self._work.searches.get(account.id)
        if point is None or found is None or found[0].place is None:
            return None
        return found[0].place.point.km_to(point)
