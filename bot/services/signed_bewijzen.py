"""Digital bewijzen once they are signed: drawn again, told as genuine, void when a date of theirs changes."""

import datetime as dt
from dataclasses import dataclass

from bot.domain.contact_news import Happened, News
from bot.domain.dossier import Dossier
from bot.domain.errors import InviteNotValid
from bot.domain.form import Form, FormHeading, forms_for
from bot.domain.form_number import FormNumber
from bot.domain.history import What
from bot.domain.ids import AttendanceId, PaperId
from bot.domain.paper import Paper, PaperState
from bot.domain.signature import Signature
from bot.services.ports import Work
from bot.services.signed_links import LinkKind, SignedLinks
from bot.services.surroundings import Surroundings

DIGEST_SIGNS = 15
"""Of the digest in a code: 60 bits, so that it fits; nobody but the bot can make one anyway."""
_SETTLED = frozenset({PaperState.TAKEN_BACK, PaperState.REFUSED})


@dataclass(frozen=True, kw_only=True)
class Verified:
    """What a code on a digital bewijs tells."""

    signature: Signature | None
    """What was signed; None once the newcomer was erased."""
    is_current: bool
    """Does it still hold: was it neither taken back nor refused?"""


class SignedBewijzen:
    """What becomes of a digital bewijs; whoever changes something holds the newcomer's lock."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._links = SignedLinks(surroundings.secret_key)

    async def void(self, dossier: Dossier, attendance_id: int) -> tuple[Happened, ...]:
        """A date changes: a digital bewijs with it that nobody decided about does not hold any more.

        Args:
            dossier: Opened by whoever changes it.
            attendance_id: Which date.
        """
        happened = []
        for signature in await self._work.signatures.of([dossier.id]):
            paper = await self._work.papers.get(signature.paper_id)
            is_in_it = any(row.attendance_id == attendance_id for row in signature.rows)
            if paper is not None and is_in_it and paper.state is PaperState.HANDED_IN:
                await self._take_back(dossier, paper)
                told = Happened(
                    news=News.VOID,
                    newcomer_id=dossier.id,
                    contact_id=signature.contact_id,
                    bewijs_id=paper.bewijs_id,
                    attendance_ids=(AttendanceId(attendance_id),),
                    paper_id=paper.id,
                )
                happened.append(told)
        return tuple(happened)

    async def _take_back(self, dossier: Dossier, paper: Paper) -> None:
        await self._work.papers.change(paper.id, state=PaperState.TAKEN_BACK)
        await self._work.history.add(
            dossier.id, What.SIGNATURE_VOID, by=dossier.actor, at=self._now, facts={"paper": paper.id}
        )

    async def of_paper(self, paper_id: int) -> Signature | None:
        """What was signed; None for a paper that is none of these, or was erased."""
        return await self._work.signatures.of_paper(PaperId(paper_id))

    async def forms_of(self, signature: Signature) -> tuple[Form, ...]:
        """The sheets to draw it on, all with the number of its one form; none when it was erased."""
        paper = await self._work.papers.get(signature.paper_id)
        if paper is None or paper.form is None:
            return ()
        number: FormNumber = paper.form
        heading = FormHeading(
            newcomer=signature.newcomer,
            kind=signature.kind,
            organisation=signature.organisation,
            contact=signature.contact,
        )
        return forms_for(heading, [(row.day, row.minutes) for row in signature.rows], lambda: number)

    # Genuine or not.

    def code(self, signature: Signature) -> str:
        """The token that only the digital bewijs carries."""
        return self._links.make(LinkKind.BEWIJS, signature.paper_id, _mark_of(signature))

    async def verify(self, token: str) -> Verified:
        """Tell whether a digital bewijs is genuine and still holds.

        Raises:
            InviteNotValid: No such code was ever made, or it was altered.
        """
        facts = self._links.read(LinkKind.BEWIJS, token)
        paper = await self._work.papers.get(PaperId(facts[0]))
        signature = await self.of_paper(facts[0]) if paper is not None else None
        if paper is None or signature is None:
            return Verified(signature=None, is_current=False)
        if facts[1:] != (_mark_of(signature),):
            raise InviteNotValid
        return Verified(signature=signature, is_current=paper.state not in _SETTLED)


def _mark_of(signature: Signature) -> int:
    return int(signature.digest[:DIGEST_SIGNS], 16)
