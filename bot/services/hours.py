"""What happens to hours: claimed, changed, confirmed, refused, accepted, undone; each in the history.

Everything starts from an opened dossier, which holds the newcomer's lock, and gives it back as it is then.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from bot.domain.dossier import Dossier
from bot.domain.errors import HoursImpossible, HoursSettled, HoursUnknown, TooManyHoursThatDay
from bot.domain.history import What, Who, retell
from bot.domain.hours import Acceptance, Attendance, RefusedBecause, State
from bot.domain.ids import BewijsId
from bot.domain.offer_kind import OfferKind
from bot.domain.possible import MINUTES_A_DAY, Stretch
from bot.services.dossiers import DECIDES, Dossiers, only_open
from bot.services.ports import Work
from bot.services.surroundings import Surroundings

TEXT_LENGTH = 200
_NOTES = frozenset({Who.NEWCOMER, *DECIDES})
_CONFIRMS = frozenset({Who.CONTACT, *DECIDES})


class Hours:
    """The use cases of claims, confirmations and acceptances.

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
    ) -> Dossier:
        """Note hours that were done.

        Raises:
            HoursRefused: They cannot be, or count already; its kind says why.
        """
        only_open(dossier, _NOTES | _CONFIRMS)
        organisation, contact = tidy(organisation), tidy(contact)
        known = known_bewijs(dossier, kind, organisation, contact)
        dossier.book.check_claim(known, day, minutes, dossier.today)
        bewijs_id = known or await self._work.hours.bewijs(
            dossier.id, kind, organisation=organisation, contact=contact, at=self._now
        )
        attendance_id = await self._work.hours.add_attendance(
            dossier.id, bewijs_id, day=day, minutes=minutes, at=self._now
        )
        facts = {"attendance": attendance_id, "bewijs": bewijs_id, "day": day.isoformat(), "minutes": minutes}
        return await self._write(dossier, What.CLAIMED, facts)

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
        await self._work.hours.change_attendance(claim.id, day=day, minutes=minutes)
        facts = {"attendance": claim.id, "day": day.isoformat(), "minutes": minutes}
        return await self._write(dossier, What.CLAIM_CHANGED, facts)

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
        """The contact says that it is so, perhaps with another amount; a begeleider notes it after a call.

        The same again changes nothing.

        Raises:
            HoursUnknown: There is no such date here.
            HoursSettled: It was accepted, refused or taken back.
            HoursImpossible, TooManyHoursThatDay: The amount cannot be.
        """
        only_open(dossier, _CONFIRMS)
        attendance = self._open_attendance(dossier, attendance_id)
        minutes = attendance.minutes if minutes is None else minutes
        if (attendance.state, attendance.minutes) == (State.CONFIRMED, minutes):
            return dossier
        self._check_day(dossier, attendance, minutes)
        await self._work.hours.change_attendance(attendance.id, minutes=minutes, state=State.CONFIRMED)
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
        await self._work.hours.change_attendance(attendance.id, state=State.REFUSED)
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

    async def accept(
        self,
        dossier: Dossier,
        kind: OfferKind,
        *,
        organisation: str | None,
        contact: str | None,
        minutes: int,
        first_day: dt.date,
        last_day: dt.date,
        note: str | None = None,
    ) -> Dossier:
        """Let the hours of a signed bewijs count, on the word of the begeleider.

        Open dates of the same bewijs between the two days count in it from now on. Hours that were
        accepted over some of these days stay: whether this is the same paper, the begeleider says first
        (`Book.overlapping`) and then changes the former acceptance instead.

        Raises:
            HoursImpossible, DayInFuture, TooManyHoursThatDay: It cannot be.
            AcceptedAlready: As many hours over the same days count already.
        """
        only_open(dossier, DECIDES)
        organisation, contact = tidy(organisation), tidy(contact)
        known = known_bewijs(dossier, kind, organisation, contact)
        stretch = Stretch(first_day, last_day, minutes)
        dossier.book.check_acceptance(known, stretch, dossier.today)
        bewijs_id = known or await self._work.hours.bewijs(
            dossier.id, kind, organisation=organisation, contact=contact, at=self._now
        )
        acceptance_id = await self._work.hours.add_acceptance(
            dossier.id, bewijs_id, **stretch._asdict(), at=self._now
        )
        facts = {"acceptance": acceptance_id, "bewijs": bewijs_id, **_facts_of(stretch)}
        return await self._write(dossier, What.ACCEPTED, facts, note=note)

    async def change_acceptance(
        self,
        dossier: Dossier,
        acceptance_id: int,
        *,
        minutes: int,
        first_day: dt.date | None = None,
        last_day: dt.date | None = None,
        note: str | None = None,
    ) -> Dossier:
        """Put accepted hours right, or replace them by a new total; the same again changes nothing.

        Raises:
            HoursUnknown: There is no such acceptance here, or it was undone.
            HoursImpossible, DayInFuture, TooManyHoursThatDay, AcceptedAlready: As with `accept`.
        """
        only_open(dossier, DECIDES)
        before = self._acceptance(dossier, acceptance_id)
        stretch = Stretch(first_day or before.first_day, last_day or before.last_day, minutes)
        if stretch == before.stretch:
            return dossier
        dossier.book.check_acceptance(before.bewijs_id, stretch, dossier.today, instead_of=before.id)
        await self._work.hours.change_acceptance(before.id, **stretch._asdict())
        facts = {"acceptance": before.id, **_facts_of(stretch)}
        return await self._write(dossier, What.ACCEPTANCE_CHANGED, facts, note=note)

    async def undo_acceptance(
        self, dossier: Dossier, acceptance_id: int, *, note: str | None = None
    ) -> Dossier:
        """Take an acceptance back; the dates it held wait again, and so does the paper it was made for.

        Raises:
            HoursUnknown: There is no such acceptance here, or it was undone.
        """
        only_open(dossier, DECIDES)
        acceptance = self._acceptance(dossier, acceptance_id)
        await self._work.hours.change_acceptance(acceptance.id, undone_at=self._now)
        await self._work.papers.reopen(acceptance.id)
        return await self._write(dossier, What.ACCEPTANCE_UNDONE, {"acceptance": acceptance.id}, note=note)

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

    def _acceptance(self, dossier: Dossier, acceptance_id: int) -> Acceptance:
        found = next((a for a in dossier.book.acceptances if a.id == acceptance_id and a.counts), None)
        if found is None:
            raise HoursUnknown
        return found

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


def _facts_of(stretch: Stretch) -> dict[str, Any]:
    first_day, last_day, minutes = stretch
    return {"minutes": minutes, "first_day": first_day.isoformat(), "last_day": last_day.isoformat()}
