"""What happens to dates of attendance: claimed, changed, confirmed, refused; each in the history.

Everything starts from an opened dossier, which holds the newcomer's lock, and gives it back as it is then.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from bot.domain.attendance import Attendance, RefusedBecause, Source, State
from bot.domain.contact_words import Word
from bot.domain.dossier import Dossier
from bot.domain.errors import HoursImpossible, HoursSettled, HoursUnknown, TooManyHoursThatDay
from bot.domain.history import What, Who, retell
from bot.domain.ids import BewijsId
from bot.domain.offer_kind import OfferKind
from bot.domain.possible import MINUTES_A_DAY
from bot.services.dossiers import DECIDES, Dossiers, only_open
from bot.services.ports import Work
from bot.services.surroundings import Surroundings

TEXT_LENGTH = 200
_NOTES = frozenset({Who.NEWCOMER, *DECIDES})
_NO_DOUBT: dict[str, Any] = {"is_denied": False, "contacts_differ": False, "objected_at": None}
"""As a date stands when the begeleider has spoken, or when it is another one."""


class HourClaims:
    """The use cases of claims and confirmations.

    Each also raises NotYours for whom it is not, and DossierClosed for a dossier that is closed.
    """

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._dossiers = Dossiers(work, now, surroundings)

    async def claim(
        self,
        dossier: Dossier,
        kind: OfferKind,
        *,
        organisation: str | None,
        contact: str | None,
        day: dt.date,
        minutes: int,
        source: Source = Source.TYPED,
    ) -> Dossier:
        """Note hours that were done.

        Args:
            dossier: Whose hours they are; a contact notes theirs with `Confirming.note`.
            kind: Of the offer.
            organisation: Where; None when only the contact is known.
            contact: With whom.
            day: When.
            minutes: How long.
            source: How it came in.

        Raises:
            HoursRefused: They cannot be, or count already; its kind says why.
        """
        only_open(dossier, _NOTES)
        organisation, contact = tidy(organisation), tidy(contact)
        known = known_bewijs(dossier, kind, organisation, contact)
        dossier.book.check_claim(known, day, minutes, dossier.today)
        bewijs_id = known or await self._work.hours.bewijs(
            dossier.id, kind, organisation=organisation, contact=contact, at=self._now
        )
        attendance_id = await self._work.hours.add_attendance(
            dossier.id, bewijs_id, day=day, minutes=minutes, at=self._now, source=source
        )
        facts = {"attendance": attendance_id, "bewijs": bewijs_id, "day": day.isoformat(), "minutes": minutes}
        return await self._write(dossier, What.CLAIMED, {**facts, "source": source.value})

    async def change_claim(
        self,
        dossier: Dossier,
        attendance_id: int,
        *,
        day: dt.date | None = None,
        minutes: int | None = None,
    ) -> Dossier:
        """Put a claim right: another day, another amount; the same again changes nothing.

        Raises:
            HoursUnknown: There is no such claim here.
            HoursSettled: It was confirmed, accepted, refused or taken back.
            HoursRefused: The new hours cannot be.
        """
        only_open(dossier, _NOTES)
        claim = self._claim(dossier, attendance_id)
        day, minutes = day or claim.day, claim.minutes if minutes is None else minutes
        if (day, minutes) == (claim.day, claim.minutes):
            return dossier
        dossier.book.check_claim(claim.bewijs_id, day, minutes, dossier.today, instead_of=claim.id)
        marks = await self._marks_of_change(dossier, claim, day, minutes)
        await self._work.hours.change_attendance(claim.id, day=day, minutes=minutes, **marks)
        facts = {"attendance": claim.id, "day": day.isoformat(), "minutes": minutes}
        return await self._write(dossier, What.CLAIM_CHANGED, facts)

    async def _marks_of_change(
        self, dossier: Dossier, claim: Attendance, day: dt.date, minutes: int
    ) -> dict[str, Any]:
        """What contacts and codes said was said of that day; what was confirmed the begeleider changes."""
        marks: dict[str, Any] = {}
        if day != claim.day:
            await self._work.words.drop(claim.id)
            marks = {**_NO_DOUBT, "source": Source.TYPED}
        if claim.state is not State.CONFIRMED:
            return {**marks, "claimed_minutes": minutes}
        await self._say(dossier, claim, minutes)
        return {**marks, **_NO_DOUBT}

    async def _say(self, dossier: Dossier, attendance: Attendance, minutes: int) -> None:
        """Keep the begeleider's word, which goes before that of contacts."""
        word = Word(
            attendance_id=attendance.id, contact_id=None, minutes=minutes, first_at=self._now, at=self._now
        )
        await self._work.words.set(dossier.id, word)

    async def withdraw(self, dossier: Dossier, attendance_id: int) -> Dossier:
        """Take a claim back.

        Raises:
            HoursUnknown, HoursSettled: As with `change_claim`.
        """
        only_open(dossier, _NOTES)
        claim = self._claim(dossier, attendance_id)
        await self._work.hours.change_attendance(claim.id, state=State.WITHDRAWN)
        return await self._write(dossier, What.CLAIM_WITHDRAWN, {"attendance": claim.id})

    async def confirm(self, dossier: Dossier, attendance_id: int, *, minutes: int | None = None) -> Dossier:
        """The begeleider notes what the contact said in a call; a contact says it with `Confirming.say`.

        It goes before whatever contacts said, and no doubt is left. The same again changes nothing.

        Raises:
            HoursUnknown: There is no such date here.
            HoursSettled: It was accepted, refused or taken back.
            HoursImpossible, TooManyHoursThatDay: The amount cannot be.
        """
        only_open(dossier, DECIDES)
        attendance = self._open_attendance(dossier, attendance_id)
        minutes = attendance.minutes if minutes is None else minutes
        is_doubted = attendance.contacts_differ or attendance.objected_at is not None
        if (attendance.state, attendance.minutes, is_doubted) == (State.CONFIRMED, minutes, False):
            return dossier
        self._check_day(dossier, attendance, minutes)
        await self._say(dossier, attendance, minutes)
        await self._work.hours.change_attendance(
            attendance.id, minutes=minutes, state=State.CONFIRMED, **_NO_DOUBT
        )
        return await self._write(dossier, What.CONFIRMED, {"attendance": attendance.id, "minutes": minutes})

    def _check_day(self, dossier: Dossier, attendance: Attendance, minutes: int) -> None:
        if minutes <= 0:
            raise HoursImpossible
        others = dossier.book.noted_on(attendance.day, instead_of=attendance.id)
        if minutes + sum(other.minutes for other in others) > MINUTES_A_DAY:
            raise TooManyHoursThatDay

    async def refuse(
        self, dossier: Dossier, attendance_id: int, why: RefusedBecause, *, note: str | None = None
    ) -> Dossier:
        """The begeleider does not count a date, for a reason.

        Raises:
            HoursUnknown: There is no such date here.
            HoursSettled: It was accepted, refused or taken back.
        """
        only_open(dossier, DECIDES)
        attendance = self._open_attendance(dossier, attendance_id)
        await self._work.hours.change_attendance(attendance.id, state=State.REFUSED, objected_at=None)
        facts = {"attendance": attendance.id}
        return await self._write(dossier, What.CLAIM_REFUSED, facts, why=why.value, note=note)

    async def undo_refusal(self, dossier: Dossier, attendance_id: int) -> Dossier:
        """Count a refused date again, as claimed or as confirmed, whichever it was.

        Raises:
            HoursUnknown: There is no such date here.
            HoursSettled: It is not refused.
            HoursRefused: Other hours took its place meanwhile.
        """
        only_open(dossier, DECIDES)
        attendance = self._attendance(dossier, attendance_id)
        if attendance.state is not State.REFUSED:
            raise HoursSettled
        dossier.book.check_claim(
            attendance.bewijs_id, attendance.day, attendance.minutes, dossier.today, instead_of=attendance.id
        )
        told = retell(await self._work.history.of(dossier.id))
        state = State(told.attendances[attendance.id]["before"])
        await self._work.hours.change_attendance(attendance.id, state=state)
        facts = {"attendance": attendance.id, "state": state.value}
        return await self._write(dossier, What.REFUSAL_UNDONE, facts)

    def _attendance(self, dossier: Dossier, attendance_id: int) -> Attendance:
        found = next((a for a in dossier.book.attendances if a.id == attendance_id), None)
        if found is None:
            raise HoursUnknown
        return found

    def _open_attendance(self, dossier: Dossier, attendance_id: int) -> Attendance:
        attendance = self._attendance(dossier, attendance_id)
        if attendance not in dossier.book.open:
            raise HoursSettled
        return attendance

    def _claim(self, dossier: Dossier, attendance_id: int) -> Attendance:
        """A claim that may still change; what a contact confirmed only the begeleider changes."""
        attendance = self._open_attendance(dossier, attendance_id)
        if attendance.state is not State.CLAIMED and dossier.actor.who is Who.NEWCOMER:
            raise HoursSettled
        return attendance

    async def _write(
        self,
        dossier: Dossier,
        what: What,
        facts: Mapping[str, Any],
        *,
        why: str | None = None,
        note: str | None = None,
    ) -> Dossier:
        await self._work.history.add(
            dossier.id, what, by=dossier.actor, at=self._now, facts=facts, why=why, note=note
        )
        return await self._dossiers.again(dossier)


def tidy(name: str | None) -> str | None:
    """A name on one line; None for nothing but spaces."""
    return " ".join((name or "").split())[:TEXT_LENGTH] or None


def known_bewijs(
    dossier: Dossier, kind: OfferKind, organisation: str | None, contact: str | None
) -> BewijsId | None:
    """The newcomer's bewijs of this kind with this organisation, or this contact; None for a new one."""
    found = dossier.book.find(kind, organisation, contact)
    return found.id if found else None
