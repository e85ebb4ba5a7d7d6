"""Finds out whom a begeleider can ask about a paper."""

from bot.domain.bewijs_key import bewijs_key
from bot.domain.dossier import Dossier
from bot.domain.folding import is_same_name
from bot.domain.hours import Bewijs
from bot.domain.offer import OfferContact, OfferDetails
from bot.domain.paper import Paper, PaperContact
from bot.services.ports import Work


class PaperContacts:
    """Reads what the paper names, and the contacts of the offers that the newcomer chose there."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def of(self, dossier: Dossier, of: Paper | Bewijs) -> PaperContact:
        """The contact's name with phone and e-mail, where an offer that was chosen there gives them.

        Args:
            dossier: Of the newcomer, opened by their begeleider.
            of: A paper, or the bewijs that a contact does not sign.
        """
        about = of.said if isinstance(of, Paper) else of
        if isinstance(of, Paper) and not (about.organisation or about.contact):
            about = next((one for one in dossier.book.bewijzen if one.id == of.bewijs_id), about)
        known = await self._chosen(dossier, about.organisation, about.contact)
        fitting = [one for one in known if about.contact is None or is_same_name(one.name, about.contact)]
        found = fitting[0] if fitting else OfferContact(name=about.contact)
        return PaperContact(
            name=about.contact or found.name,
            phone=found.phone,
            email=found.email,
            organisation=about.organisation,
        )

    async def _chosen(
        self, dossier: Dossier, organisation: str | None, contact: str | None
    ) -> list[OfferContact]:
        chosen = [one.offer_id for one in await self._work.participations.of(dossier.id)]
        offers = await self._work.offers.many(set(chosen)) if chosen else {}
        place = bewijs_key(organisation, contact)
        details = [offers[offer_id].details for offer_id in chosen if offer_id in offers]
        return [one.contact for one in details if one.contact.is_known and place in _places(one)]


def _places(details: OfferDetails) -> set[str]:
    """The keys under which hours at this offer may add up; one that names nobody adds up under its title."""
    if details.organisation:
        return {bewijs_key(details.organisation, None)}
    return {bewijs_key(None, details.contact.name), bewijs_key(details.title, None)}
