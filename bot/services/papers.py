"""The newcomer's side of papers: put right what was read, hand it in, take it back, say who does not sign."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.bewijs_key import bewijs_key
from bot.domain.consent import Purpose
from bot.domain.dossier import Dossier
from bot.domain.errors import FormUnknown, HoursUnknown, NotYours, PaperIncomplete, PaperSettled
from bot.domain.form_number import FormNumber
from bot.domain.history import What
from bot.domain.hours import Bewijs
from bot.domain.ids import BewijsId, PaperId
from bot.domain.paper import Found, Paper, PaperState, Said, SignatureRefusal
from bot.domain.paper_facts import Missing, missing_in
from bot.domain.paper_findings import somebody_elses
from bot.domain.possible import Stretch, check_stretch
from bot.services.consents import Consents
from bot.services.dossiers import only_open
from bot.services.hour_claims import known_bewijs, tidy
from bot.services.paper_doubts import PaperDoubts
from bot.services.paper_pages import HANDS_IN, PaperPages
from bot.services.ports import Work
from bot.services.surroundings import Surroundings


class Papers(PaperPages):
    """The use cases of a newcomer, or of their begeleider for somebody without a phone.

    Each also raises NotYours for whom it is not, and DossierClosed for a dossier that is closed.
    """

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        super().__init__(work, now, surroundings)
        self._consents = Consents(work, now, surroundings)
        self._doubts = PaperDoubts(work)

    # Photographs through Telegram: asked before the first one is fetched.

    async def may_photograph(self, dossier: Dossier) -> bool:
        """Did the newcomer agree to send photographs through Telegram?"""
        return await self._consents.is_given(dossier, Purpose.PHOTOS)

    async def allow_photographs(self, dossier: Dossier) -> Sequence[Paper]:
        """The newcomer agrees; gives back the papers that waited for it and can be read now."""
        only_open(dossier, HANDS_IN)
        await self._consents.set(dossier, Purpose.PHOTOS, is_given=True)
        return [paper for paper in await self.of(dossier) if paper.state is PaperState.READING]

    async def refuse_photographs(self, dossier: Dossier) -> None:
        """The newcomer does not agree: what waits is thrown away, and was never fetched."""
        only_open(dossier, HANDS_IN)
        await self._consents.set(dossier, Purpose.PHOTOS, is_given=False)
        for paper in await self.of(dossier):
            if paper.is_open:
                await self.take_back(dossier, paper.id)

    # Looking.

    async def mine(self, dossier: Dossier, paper_id: int) -> Paper:
        """One of this newcomer's.

        Raises:
            NotYours: It is no paper of theirs, or it was erased.
        """
        found = await self._work.papers.get(PaperId(paper_id))
        if found is None or found.newcomer_id != dossier.id:
            raise NotYours
        return found

    async def asking(self, dossier: Dossier) -> Paper | None:
        """The newest that waits for the newcomer's word; None for none."""
        return next((one for one in await self.of(dossier) if one.state is PaperState.ASKING), None)

    async def missing(self, dossier: Dossier, paper: Paper) -> Missing | None:
        """What must still be asked before it can be handed in, one thing at a time; None for nothing."""
        return missing_in(paper.said)

    async def is_somebody_elses(self, dossier: Dossier, paper: Paper) -> bool:
        """Was its form made for another newcomer? Who that is nobody is told."""
        return bool(paper.forms) and somebody_elses(paper, await self._work.forms.facts(paper.forms))

    async def doubts(self, dossier: Dossier, paper: Paper) -> list[Found]:
        """What the begeleider would look at; other papers are named only when they are this newcomer's."""
        return await self._doubts.about(dossier, paper)

    async def starts_new_kind(self, dossier: Dossier, paper: Paper) -> bool:
        """Is this another kind of activity at an organisation where the newcomer has a bewijs?

        Then it begins a new bewijs, which is explained (`bewijs-combineren`).
        """
        said = paper.said
        if said.kind is None:
            return False
        place = bewijs_key(said.organisation, said.contact)
        there = [b for b in dossier.book.bewijzen if bewijs_key(b.organisation, b.contact) == place]
        same = {bewijs.id for bewijs in there if bewijs.kind is said.kind}
        if not there or len(same) == len(there):
            return False
        others = {one.bewijs_id for one in await self.of(dossier) if one.id != paper.id}
        noted = {date.bewijs_id for date in dossier.book.attendances}
        accepted = {acceptance.bewijs_id for acceptance in dossier.book.acceptances}
        return same.isdisjoint(others | noted | accepted)

    # Putting right.

    async def say(self, dossier: Dossier, paper_id: int, said: Said) -> Paper:
        """Put what is known about a paper right; `said` takes the place of all that was known.

        Raises:
            NotYours: It is no paper of theirs.
            PaperSettled: It was handed in or taken back, or is being read.
            HoursImpossible, DayInFuture: The minutes or days cannot be.
        """
        only_open(dossier, HANDS_IN)
        paper = await self._in_hand(dossier, paper_id)
        said = replace(said, organisation=tidy(said.organisation), contact=tidy(said.contact))
        _check(said, dossier.today)
        await self._work.papers.change(paper.id, said=said)
        return await self._again(paper.id)

    async def type_form(self, dossier: Dossier, paper_id: int, number: FormNumber) -> Paper:
        """The form's number is typed, because no code could be read.

        Raises:
            NotYours, PaperSettled: As with `say`.
            FormUnknown: No form with this number was ever made.
        """
        only_open(dossier, HANDS_IN)
        paper = await self._in_hand(dossier, paper_id)
        if not await self._work.forms.facts([number]):
            raise FormUnknown
        await self._work.papers.change(paper.id, form=number)
        return await self._fill(dossier, await self._again(paper.id))

    async def _in_hand(self, dossier: Dossier, paper_id: int) -> Paper:
        paper = await self.mine(dossier, paper_id)
        if paper.state is not PaperState.ASKING:
            raise PaperSettled
        return paper

    # Handing in.

    async def hand_in(self, dossier: Dossier, paper_id: int, *, anyway: bool = False) -> Paper:
        """The begeleider gets it; the same again changes nothing.

        It adds to the one bewijs of its kind and place, which is made when there is none.

        Args:
            dossier: Whose paper it is.
            paper_id: Which.
            anyway: The newcomer sends it although something is wrong with the photograph; then the hours
                may be open, too.

        Raises:
            NotYours: It is no paper of theirs.
            PaperIncomplete: Something must be said first, or it has no page that was read.
            PaperSettled: It was decided or taken back.
        """
        only_open(dossier, HANDS_IN)
        paper = await self.mine(dossier, paper_id)
        if paper.state is PaperState.HANDED_IN:
            return paper
        _check_ready(paper, anyway=anyway)
        bewijs_id = await self._bewijs(dossier, paper.said)
        await self._work.forms.bind(paper.forms, dossier.id)
        changes = {"bewijs_id": bewijs_id, "handed_in_at": self._now, "sent_anyway": anyway}
        await self._work.papers.change(paper.id, state=PaperState.HANDED_IN, **changes)
        facts = {"paper": paper.id, "bewijs": bewijs_id, "minutes": paper.said.minutes}
        await self._write(dossier, What.PAPER_HANDED_IN, facts)
        return await self._again(paper.id)

    async def _bewijs(self, dossier: Dossier, said: Said) -> BewijsId:
        """Where its hours add up; another contact of the organisation is named on it."""
        assert said.kind is not None
        organisation, contact = said.organisation, said.contact
        known = known_bewijs(dossier, said.kind, organisation, contact)
        if known is None:
            return await self._work.hours.bewijs(
                dossier.id, said.kind, organisation=organisation, contact=contact, at=self._now
            )
        await self._name_contact(dossier.book.bewijs(known), contact)
        return known

    async def _name_contact(self, bewijs: Bewijs, contact: str | None) -> None:
        if contact is None or bewijs.organisation is None or bewijs.is_of_one_contact:
            return
        named = await self._work.contacts.of(bewijs.id)
        # The first contact of a bewijs that names none is its own.
        is_first = bewijs.contact is None and not named
        own = None if bewijs.contact is None else bewijs_key(None, bewijs.contact)
        if bewijs_key(None, contact) not in {own, *named}:
            await self._work.contacts.name(bewijs.id, contact, belongs=is_first, at=self._now)

    async def take_back(self, dossier: Dossier, paper_id: int) -> Paper:
        """Stop, or take it back before it was decided; its pictures are forgotten. Again does nothing.

        Raises:
            NotYours: It is no paper of theirs.
            PaperSettled: The begeleider decided about it.
        """
        only_open(dossier, HANDS_IN)
        paper = await self.mine(dossier, paper_id)
        if paper.state is PaperState.TAKEN_BACK:
            return paper
        if paper.is_decided:
            raise PaperSettled
        await self._work.papers.change(paper.id, state=PaperState.TAKEN_BACK)
        await self._work.papers.forget_pictures(paper.id)
        if paper.handed_in_at is not None:
            await self._write(dossier, What.PAPER_TAKEN_BACK, {"paper": paper.id})
        return await self._again(paper.id)

    # Who does not sign.

    async def refuse_signature(self, dossier: Dossier, bewijs_id: int) -> SignatureRefusal:
        """The contact does not want to sign (`bewijs-weigering-handtekening`); once a day.

        Raises:
            HoursUnknown: There is no such bewijs here.
        """
        only_open(dossier, HANDS_IN)
        if not any(bewijs.id == bewijs_id for bewijs in dossier.book.bewijzen):
            raise HoursUnknown
        for known in await self._work.refusals.of(dossier.id):
            if known.bewijs_id == bewijs_id and self._dossiers.day_of(known.at) == dossier.today:
                return known
        refusal_id = await self._work.refusals.add(dossier.id, BewijsId(bewijs_id), at=self._now)
        await self._write(dossier, What.SIGNATURE_REFUSED, {"refusal": refusal_id, "bewijs": bewijs_id})
        found = await self._work.refusals.get(refusal_id)
        assert found is not None
        return found

    async def _write(self, dossier: Dossier, what: What, facts: dict[str, int | None]) -> None:
        known = {name: value for name, value in facts.items() if value is not None}
        await self._work.history.add(dossier.id, what, by=dossier.actor, at=self._now, facts=known)


def _check(said: Said, today: dt.date) -> None:
    """As the hours of a bewijs are checked; what is not said fits with everything."""
    minutes = 1 if said.minutes is None else said.minutes
    last = said.last_day or said.first_day
    first = said.first_day or last or dt.date.min
    check_stretch(Stretch(first, last or today, minutes), today)


def _check_ready(paper: Paper, *, anyway: bool) -> None:
    if paper.state is PaperState.READING:
        raise PaperIncomplete
    if paper.state is not PaperState.ASKING:
        raise PaperSettled
    missing = missing_in(paper.said)
    is_enough = missing is None or (anyway and missing is Missing.MINUTES)
    if not is_enough or not any(page.check is not None for page in paper.pages):
        raise PaperIncomplete
