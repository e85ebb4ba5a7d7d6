"""Gathers what a paper is laid beside before anybody decides about it."""

from collections.abc import Callable

from bot.domain.bewijs_key import bewijs_key
from bot.domain.dossier import Dossier
from bot.domain.history import Who
from bot.domain.ids import BegeleiderId
from bot.domain.offer_kind import OfferKind
from bot.domain.paper import Found, Paper
from bot.domain.paper_findings import Beside, Earlier, findings_about
from bot.domain.signature import Signature
from bot.services.ports import Work

LOOKED_AT = 1000
"""With so many pages that were handed in last a photograph is compared."""


class PaperDoubts:
    """Reads the newcomer's hours, forms and choices, and the papers of everybody as far as they are alike."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def about(self, dossier: Dossier, paper: Paper) -> list[Found]:
        """Everything to look at, the most important first.

        Args:
            dossier: Opened by whoever looks; a newcomer sees no paper but their own.
            paper: Of this newcomer.
        """
        signature = await self._work.signatures.of_paper(paper.id) if paper.is_digital else None
        beside = Beside(
            book=dossier.book,
            contract=dossier.newcomer.contract,
            forms=await self._work.forms.facts(paper.forms) if paper.forms else {},
            chosen=await self._chosen(dossier),
            contacts={} if paper.bewijs_id is None else await self._work.contacts.of(paper.bewijs_id),
            earlier=await self._earlier(paper),
            may_see=may_see(dossier),
            signature=signature,
            signer=await self._signer(signature),
        )
        return findings_about(paper, beside)

    async def _signer(self, signature: Signature | None) -> str | None:
        if signature is None or signature.contact_id is None:
            return None
        contact = await self._work.contact_people.get(signature.contact_id)
        return contact.name if contact is not None else None

    async def _chosen(self, dossier: Dossier) -> set[tuple[str, OfferKind]]:
        chosen = {one.offer_id for one in await self._work.participations.of(dossier.id)}
        offers = await self._work.offers.many(chosen) if chosen else {}
        details = [offer.details for offer in offers.values()]
        return {(bewijs_key(one.organisation, one.contact.name), one.kind) for one in details}

    async def _earlier(self, paper: Paper) -> list[Earlier]:
        known = await self._work.papers.earlier_with(
            paper,
            digests={page.digest for page in paper.pages if page.digest},
            file_unique_ids={page.file_unique_id for page in paper.pages if page.file_unique_id},
            forms=paper.forms,
            paper_ids={paper_id for page in paper.pages for paper_id in page.resembles},
        )
        if not any(page.check is not None and page.check.look for page in paper.pages):
            return list(known)
        return [*known, *await self._work.papers.recent_looks(paper, limit=LOOKED_AT)]


def may_see(dossier: Dossier) -> Callable[[Earlier], bool]:
    """Whose papers whoever opened this dossier may see: of those whom the same begeleider guides."""
    actor = dossier.actor
    if actor.who is not Who.BEGELEIDER:
        return lambda other: other.newcomer_id == dossier.id
    guides: set[BegeleiderId | int | None] = {actor.id, dossier.newcomer.begeleider_id}
    return lambda other: other.begeleider_id in guides
