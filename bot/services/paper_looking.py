"""What a begeleider sees of papers before they decide: what waits, and what to look at."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from bot.domain.dossier import Dossier
from bot.domain.errors import PaperSettled, PaperUnknown
from bot.domain.history import What
from bot.domain.hours import Bewijs
from bot.domain.ids import PaperId, RefusalId
from bot.domain.paper import Found, Paper, PaperContact, PaperState, SignatureRefusal
from bot.domain.paper_facts import proposed
from bot.domain.people import Account
from bot.domain.possible import Stretch
from bot.domain.signature import Signature
from bot.services.dossiers import Dossiers
from bot.services.paper_contacts import PaperContacts
from bot.services.paper_doubts import PaperDoubts
from bot.services.ports import Work
from bot.services.surroundings import Surroundings


class PaperLooking:
    """Reads papers, and contacts who do not sign, for whoever opened their newcomer's dossier."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._dossiers = Dossiers(work, now, surroundings)
        self._doubts = PaperDoubts(work)

    async def waiting(self, account: Account) -> Sequence[Paper]:
        """What waits for a begeleider, for their own people and those they stand in for; oldest first.

        Raises:
            NotYours: It is no begeleider's account.
        """
        return await self._work.papers.waiting(await self._dossiers.guides(account))

    async def waiting_refusals(self, account: Account) -> Sequence[SignatureRefusal]:
        """Contacts who do not sign, of the same people, not asked yet or not reached; oldest first.

        Raises:
            NotYours: It is no begeleider's account.
        """
        return await self._work.refusals.open_of(await self._dossiers.guides(account))

    async def get(self, dossier: Dossier, paper_id: int) -> Paper:
        """One of this newcomer's.

        Raises:
            PaperUnknown: It is no paper of theirs, or it was erased.
        """
        found = await self._work.papers.get(PaperId(paper_id))
        if found is None or found.newcomer_id != dossier.id:
            raise PaperUnknown
        return found

    async def of(self, dossier: Dossier) -> Sequence[Paper]:
        """All that this newcomer handed in, newest first; also what was taken back after that."""
        papers = await self._work.papers.of(dossier.id)
        return [paper for paper in papers if paper.handed_in_at is not None]

    async def findings(self, dossier: Dossier, paper: Paper) -> list[Found]:
        """Everything to look at before deciding, the most important first."""
        return await self._doubts.about(dossier, paper)

    async def beside(self, dossier: Dossier, paper: Paper, other_id: int) -> Paper:
        """The earlier paper that a finding about this one names, also another newcomer's.

        Raises:
            PaperUnknown: It was erased, or no finding names it to whoever looks.
        """
        named = {found.paper_id for found in await self.findings(dossier, paper)}
        other = await self._work.papers.get(PaperId(other_id))
        if other is None or other.id not in named:
            raise PaperUnknown
        return other

    async def proposed(self, dossier: Dossier, paper: Paper) -> Stretch | None:
        """The minutes and days to accept, as signed, said, printed or noted; None while one is not known."""
        return proposed(paper, dossier.book, dossier.today, await self.signature(paper))

    async def signature(self, paper: Paper) -> Signature | None:
        """What was signed, of a digital bewijs; None for a photographed one."""
        return await self._work.signatures.of_paper(paper.id) if paper.is_digital else None

    async def contact_of(self, dossier: Dossier, of: Paper | Bewijs) -> PaperContact:
        """Whom to ask about a paper or a bewijs, as far as the newcomer's choices and the paper tell."""
        return await PaperContacts(self._work).of(dossier, of)

    async def refusal(self, dossier: Dossier, refusal_id: int) -> SignatureRefusal:
        """A contact of this newcomer who does not sign.

        Raises:
            PaperUnknown: There is no such thing here.
        """
        found = await self._work.refusals.get(RefusalId(refusal_id))
        if found is None or found.newcomer_id != dossier.id:
            raise PaperUnknown
        return found

    async def refusals(self, dossier: Dossier) -> Sequence[SignatureRefusal]:
        """Contacts who do not sign, not asked yet or not reached; newest first."""
        return [one for one in await self._work.refusals.of(dossier.id) if one.is_open]

    async def _waiting(self, dossier: Dossier, paper_id: int) -> Paper:
        paper = await self.get(dossier, paper_id)
        if paper.state is not PaperState.HANDED_IN:
            raise PaperSettled
        return paper

    def _bewijs(self, dossier: Dossier, paper: Paper) -> Bewijs:
        found = (one for one in dossier.book.bewijzen if one.id == paper.bewijs_id)
        bewijs = next(found, None)
        if bewijs is None:
            raise PaperUnknown
        return bewijs

    async def _write(
        self,
        dossier: Dossier,
        what: What,
        facts: dict[str, Any],
        *,
        why: str | None = None,
        note: str | None = None,
    ) -> None:
        known = {name: value for name, value in facts.items() if value is not None}
        await self._work.history.add(
            dossier.id, what, by=dossier.actor, at=self._now, facts=known, why=why, note=note
        )
