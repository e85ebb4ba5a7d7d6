"""A contact signs confirmed hours, or says why not; what they signed becomes a digital bewijs.

The signed facts are kept as they were (`services.signed_bewijzen`).
"""

import datetime as dt
from collections.abc import Sequence

from bot.domain.attendance import State
from bot.domain.contact import NAME_LENGTH, Contact
from bot.domain.contact_news import Happened, News
from bot.domain.contact_words import Surface
from bot.domain.dossier import Dossier
from bot.domain.errors import HoursChanged, NothingToSign, NotYours
from bot.domain.form import Form
from bot.domain.form_number import new_number
from bot.domain.history import What
from bot.domain.hours import Bewijs
from bot.domain.ids import AccountId, AttendanceId, BewijsId, PaperId
from bot.domain.paper import NoSignBecause, PaperState, Said, SignatureRefusal
from bot.domain.signature import Signature, SignedRow, Stroke, check_strokes
from bot.services.contact_sight import check_may_confirm
from bot.services.dossiers import Dossiers
from bot.services.hour_claims import tidy
from bot.services.ports import Work
from bot.services.signed_bewijzen import SignedBewijzen
from bot.services.surroundings import Surroundings

NO_PHONE = AccountId(0)
"""Where the newcomer has no phone that a paper could have come from."""


class Signing(SignedBewijzen):
    """The use cases of a contact who signs, or does not.

    Those that take a contact also raise ContactUnchecked and ContactStopped for one who may not, NotYours
    for a bewijs that they do not see, and DossierClosed for a dossier that is closed.
    """

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        super().__init__(work, now, surroundings)
        self._dossiers = Dossiers(work, now, surroundings)

    # Signing.

    async def to_sign(self, contact: Contact, bewijs_id: int) -> tuple[SignedRow, ...]:
        """The dates that wait for a signature, oldest first: confirmed, and in nothing signed or accepted."""
        dossier, bewijs = await self._opened(contact, bewijs_id)
        return await self._open_rows(dossier, bewijs)

    async def sign(
        self,
        contact: Contact,
        bewijs_id: int,
        *,
        name: str,
        seen: frozenset[AttendanceId],
        total: int | None = None,
        strokes: Sequence[Stroke] = (),
        surface: Surface,
    ) -> tuple[Signature, tuple[Happened, ...]]:
        """Sign for all dates that wait: a digital bewijs that the begeleider gets to decide.

        Args:
            contact: Who signs.
            bewijs_id: For which bewijs.
            name: With which name; the contact's own when it is empty.
            seen: The dates that stood there when they pressed.
            total: The minutes that stood there; None when they are not compared.
            strokes: What they drew; name and tap are enough.
            surface: Where they sign.

        Raises:
            NothingToSign: No date waits; a second press finds none.
            HoursChanged: Other dates wait than they saw, or another total.
            ButtonOld: What they drew is no drawing.
        """
        drawn = check_strokes(strokes)
        dossier, bewijs = await self._opened(contact, bewijs_id)
        rows = await self._open_rows(dossier, bewijs)
        if not rows:
            raise NothingToSign
        minutes = sum(row.minutes for row in rows)
        if {row.attendance_id for row in rows} != seen or total not in (None, minutes):
            raise HoursChanged
        signature = Signature(
            paper_id=await self._new_paper(dossier),
            newcomer_id=dossier.id,
            contact_id=contact.id,
            newcomer=dossier.newcomer.name,
            kind=bewijs.kind,
            organisation=bewijs.organisation,
            contact=(tidy(name) or contact.name)[:NAME_LENGTH],
            rows=rows,
            signed_at=self._now,
            strokes=drawn,
        )
        await self._hand_in(signature, bewijs)
        return signature, (await self._tell_signed(dossier, contact, signature, bewijs, surface),)

    async def _opened(self, contact: Contact, bewijs_id: int) -> tuple[Dossier, Bewijs]:
        check_may_confirm(contact)
        ties = await self._work.contact_people.ties_of(contact.id)
        tie = next((one for one in ties if one.bewijs_id == bewijs_id), None)
        if tie is None:
            raise NotYours
        dossier = await self._dossiers.by_contact(contact, tie.newcomer_id)
        return dossier, dossier.book.bewijs(tie.bewijs_id)

    async def _open_rows(self, dossier: Dossier, bewijs: Bewijs) -> tuple[SignedRow, ...]:
        dates = [
            date
            for date in dossier.book.open
            if date.bewijs_id == bewijs.id and date.state is State.CONFIRMED
        ]
        signed = await self._work.signatures.signed([date.id for date in dates])
        return tuple(
            SignedRow(attendance_id=date.id, day=date.day, minutes=date.minutes)
            for date in dates
            if date.id not in signed
        )

    async def _new_paper(self, dossier: Dossier) -> PaperId:
        phones = await self._work.people.accounts_of(dossier.id)
        account_id = phones[0].id if phones else NO_PHONE
        return await self._work.papers.add(dossier.id, account_id, at=self._now)

    async def _hand_in(self, signature: Signature, bewijs: Bewijs) -> None:
        """Keep it as a paper with a form of its own, so that a photograph of it counts once."""
        rows, number = signature.rows, new_number()
        form = Form(
            number=number,
            rows=((rows[0].day, rows[0].minutes), (rows[-1].day, rows[-1].minutes)),
            total_minutes=signature.minutes,
        )
        await self._work.forms.add(
            [form], newcomer_id=signature.newcomer_id, bewijs_id=bewijs.id, at=self._now
        )
        await self._work.papers.change(
            signature.paper_id,
            state=PaperState.HANDED_IN,
            is_digital=True,
            form=number,
            bewijs_id=bewijs.id,
            handed_in_at=self._now,
            said=_said(signature),
        )
        await self._work.signatures.add(signature)

    async def _tell_signed(
        self, dossier: Dossier, contact: Contact, signature: Signature, bewijs: Bewijs, surface: Surface
    ) -> Happened:
        facts = {
            "paper": signature.paper_id,
            "bewijs": bewijs.id,
            "contact": contact.id,
            "minutes": signature.minutes,
            "reached": contact.reached.value,
            "surface": surface.value,
        }
        await self._work.history.add(dossier.id, What.SIGNED, by=dossier.actor, at=self._now, facts=facts)
        return Happened(
            news=News.SIGNED,
            newcomer_id=dossier.id,
            contact_id=contact.id,
            bewijs_id=bewijs.id,
            attendance_ids=tuple(row.attendance_id for row in signature.rows),
            paper_id=signature.paper_id,
        )

    # Who does not sign.

    async def refuse(
        self, contact: Contact, bewijs_id: int, because: NoSignBecause, note: str | None = None
    ) -> tuple[SignatureRefusal, Happened | None]:
        """A contact does not sign, for a reason (`bewijs-weigering-handtekening`); once a day a bewijs.

        Args:
            contact: Who does not.
            bewijs_id: For which bewijs.
            because: Why.
            note: Why, in own words.

        Returns:
            The refusal, and what the begeleider hears; None when they said so today.
        """
        dossier, bewijs = await self._opened(contact, bewijs_id)
        if (known := await self._refused_today(dossier, contact, bewijs.id)) is not None:
            return known, None
        refusal_id = await self._work.refusals.add(
            dossier.id, bewijs.id, at=self._now, contact_id=contact.id, because=because, note=tidy(note)
        )
        facts = {"refusal": refusal_id, "bewijs": bewijs.id, "contact": contact.id}
        await self._work.history.add(
            dossier.id,
            What.SIGNATURE_REFUSED,
            by=dossier.actor,
            at=self._now,
            facts=facts,
            why=because.value,
        )
        refusal = await self._work.refusals.get(refusal_id)
        assert refusal is not None
        told = Happened(
            news=News.REFUSED,
            newcomer_id=dossier.id,
            contact_id=contact.id,
            bewijs_id=bewijs.id,
            refusal_id=refusal_id,
        )
        return refusal, told

    async def _refused_today(
        self, dossier: Dossier, contact: Contact, bewijs_id: BewijsId
    ) -> SignatureRefusal | None:
        said = await self._work.refusals.of(dossier.id)
        theirs = (one for one in said if (one.contact_id, one.bewijs_id) == (contact.id, bewijs_id))
        return next((one for one in theirs if self._dossiers.day_of(one.at) == dossier.today), None)


def _said(signature: Signature) -> Said:
    return Said(
        kind=signature.kind,
        organisation=signature.organisation,
        contact=signature.contact,
        minutes=signature.minutes,
        first_day=signature.rows[0].day,
        last_day=signature.rows[-1].day,
    )
