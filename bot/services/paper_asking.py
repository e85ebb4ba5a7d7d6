"""The begeleider asks the contact of a paper, and says whether another one needs a bewijs of their own."""

from bot.domain.bewijs_key import bewijs_key
from bot.domain.dossier import Dossier
from bot.domain.errors import HoursImpossible, PaperIncomplete
from bot.domain.history import What
from bot.domain.hours import Bewijs
from bot.domain.ids import BewijsId
from bot.domain.paper import ContactAnswer, Paper, SignatureRefusal
from bot.domain.possible import MOST_ACCEPTED
from bot.services.dossiers import DECIDES, only_open
from bot.services.paper_looking import PaperLooking


class PaperAsking(PaperLooking):
    """What a begeleider notes about the contacts of papers."""

    # Another contact of the same organisation (`bewijs-combineren`).

    async def belongs(self, dossier: Dossier, paper_id: int) -> Paper:
        """The contact on the paper belongs to its bewijs; the same again changes nothing.

        Raises:
            PaperUnknown, PaperSettled: As with `refuse`.
            PaperIncomplete: The paper names no contact.
        """
        only_open(dossier, DECIDES)
        paper = await self._waiting(dossier, paper_id)
        bewijs, contact = self._bewijs(dossier, paper), _contact(paper)
        if (await self._work.contacts.of(bewijs.id)).get(bewijs_key(None, contact)) is not True:
            await self._work.contacts.name(bewijs.id, contact, belongs=True, at=self._now)
            await self._write(dossier, What.CONTACT_BELONGS, {"paper": paper.id, "bewijs": bewijs.id})
        return paper

    async def own_bewijs(self, dossier: Dossier, paper_id: int) -> Paper:
        """The contact on the paper needs a bewijs of their own, to which this and later papers add.

        Raises:
            PaperUnknown, PaperSettled, PaperIncomplete: As with `belongs`.
        """
        only_open(dossier, DECIDES)
        paper = await self._waiting(dossier, paper_id)
        bewijs, contact = self._bewijs(dossier, paper), _contact(paper)
        if bewijs.is_of_one_contact:
            return paper
        # The dates of a digital bewijs stay where they were confirmed.
        if bewijs.organisation is None or paper.is_digital:
            raise PaperIncomplete
        own_id = await self._own(dossier, bewijs, contact)
        await self._work.contacts.drop(bewijs.id, contact)
        await self._work.papers.change(paper.id, bewijs_id=own_id)
        await self._write(dossier, What.OWN_BEWIJS, {"paper": paper.id, "bewijs": own_id})
        return await self.get(dossier, paper.id)

    async def _own(self, dossier: Dossier, bewijs: Bewijs, contact: str) -> BewijsId:
        return await self._work.hours.bewijs(
            dossier.id,
            bewijs.kind,
            organisation=bewijs.organisation,
            contact=contact,
            at=self._now,
            is_of_one_contact=True,
        )

    # What the contact says.

    async def note_answer(
        self,
        dossier: Dossier,
        paper_id: int,
        answer: ContactAnswer,
        *,
        minutes: int | None = None,
        note: str | None = None,
    ) -> Paper:
        """Note what the contact said about a paper.

        Args:
            dossier: Of its newcomer.
            paper_id: Which.
            answer: What they said.
            minutes: With OTHER_HOURS: how many; they are proposed from now on.
            note: In own words.

        Raises:
            PaperUnknown, PaperSettled: As with `refuse`.
            HoursImpossible: The minutes cannot be.
        """
        only_open(dossier, DECIDES)
        paper = await self._waiting(dossier, paper_id)
        minutes = _answered(answer, minutes)
        await self._work.papers.change(paper.id, contact_answer=answer, contact_minutes=minutes)
        facts = {"paper": paper.id, "answer": answer.value, "minutes": minutes}
        await self._write(dossier, What.CONTACT_ANSWERED, facts, note=note)
        return await self.get(dossier, paper.id)

    async def note_refusal(
        self,
        dossier: Dossier,
        refusal_id: int,
        answer: ContactAnswer,
        *,
        minutes: int | None = None,
        note: str | None = None,
    ) -> SignatureRefusal:
        """Note what a contact said who does not sign (`bewijs-weigering-handtekening`).

        Raises:
            PaperUnknown: As with `refusal`.
            HoursImpossible: The minutes cannot be.
        """
        only_open(dossier, DECIDES)
        refusal = await self.refusal(dossier, refusal_id)
        minutes = _answered(answer, minutes)
        await self._work.refusals.answer(refusal.id, answer, minutes=minutes, at=self._now)
        facts = {"refusal": refusal.id, "answer": answer.value, "minutes": minutes}
        await self._write(dossier, What.CONTACT_ANSWERED, facts, note=note)
        return await self.refusal(dossier, refusal.id)


def _contact(paper: Paper) -> str:
    if paper.said.contact is None:
        raise PaperIncomplete
    return paper.said.contact


def _answered(answer: ContactAnswer, minutes: int | None) -> int | None:
    """The minutes that go with an answer; only one of other hours has any."""
    if answer is not ContactAnswer.OTHER_HOURS:
        return None
    if minutes is not None and not 0 < minutes <= MOST_ACCEPTED:
        raise HoursImpossible
    return minutes
