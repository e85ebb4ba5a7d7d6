"""What happens to hours: claimed, changed, confirmed, refused, accepted, undone; each in the history.

Everything starts from an opened dossier, which holds the newcomer's lock, and gives it back as it is then.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from bot.domain.dossier import Dossier
from bot.domain.errors import (
    DayInFuture,
    HoursImpossible,
    HoursSettled,
    HoursUnknown,
    TooManyHoursThatDay,
)
from bot.domain.history import What, Who
from bot.domain.hours import (
    MINUTES_A_DAY,
    MOST_ACCEPTED,
    Acceptance,
    Attendance,
    OfferKind,
    RefusedBecause,
    State,
    bewijs_key,
)
from bot.domain.ids import BewijsId
from bot.services.dossiers import Dossiers
from bot.services.ports import Work
from bot.services.surroundings import Surroundings

TEXT_LENGTH = 200


class Hours:
    """The use cases of claims, confirmations and acceptances."""

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
        """Put a claim right: another day, another amount.

        Raises:
            HoursUnknown: There is no such claim here.
            HoursSettled: It was confirmed, accepted, refused or taken back.
            HoursRefused: The new hours cannot be.
        """
        claim = self._claim(dossier, attendance_id)
        day, minutes = day or claim.day, minutes or claim.minutes
        dossier.book.check_claim(claim.bewijs_id, day, minutes, dossier.today, instead_of=claim.id)
        await self._work.hours.change_attendance(claim.id, day=day, minutes=minutes)
        facts = {"attendance": claim.id, "day": day.isoformat(), "minutes": minutes}
        return await self._write(dossier, What.CLAIM_CHANGED, facts)

    async def withdraw(self, dossier: Dossier, attendance_id: int) -> Dossier:
        """Take a claim back.

        Raises:
            HoursUnknown, HoursSettled: As with `change_claim`.
        """
        claim = self._claim(dossier, attendance_id)
        await self._work.hours.change_attendance(claim.id, state=State.WITHDRAWN)
        return await self._write(dossier, What.CLAIM_WITHDRAWN, {"attendance": claim.id})

    async def confirm(self, dossier: Dossier, attendance_id: int, *, minutes: int | None = None) -> Dossier:
        """The contact says that it is so, perhaps with another amount; a begeleider notes it after a call.

        Raises:
            HoursUnknown: There is no such date here.
            HoursSettled: It was accepted, refused or taken back.
            HoursImpossible, TooManyHoursThatDay: The amount cannot be.
        """
        attendance = self._open_attendance(dossier, attendance_id)
        minutes = minutes or attendance.minutes
        self._check_day(dossier, attendance, minutes)
        await self._work.hours.change_attendance(attendance.id, minutes=minutes, state=State.CONFIRMED)
        return await self._write(dossier, What.CONFIRMED, {"attendance": attendance.id, "minutes": minutes})

    def _check_day(self, dossier: Dossier, attendance: Attendance, minutes: int) -> None:
        if minutes <= 0:
            raise HoursImpossible
        others = (a for a in dossier.book.open if a.day == attendance.day and a.id != attendance.id)
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
        attendance = self._open_attendance(dossier, attendance_id)
        await self._work.hours.change_attendance(attendance.id, state=State.REFUSED)
        facts = {"attendance": attendance.id}
        return await self._write(dossier, What.CLAIM_REFUSED, facts, why=why.value, note=note)

    async def undo_refusal(self, dossier: Dossier, attendance_id: int) -> Dossier:
        """Count a refused date as claimed again.

        Raises:
            HoursUnknown: There is no such date here.
            HoursSettled: It is not refused.
            HoursRefused: Other hours took its place meanwhile.
        """
        attendance = self._attendance(dossier, attendance_id)
        if attendance.state is not State.REFUSED:
            raise HoursSettled
        dossier.book.check_claim(
            attendance.bewijs_id, attendance.day, attendance.minutes, dossier.today, instead_of=attendance.id
        )
        await self._work.hours.change_attendance(attendance.id, state=State.CLAIMED)
        facts = {"attendance": attendance.id, "state": State.CLAIMED.value}
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
        accepted over the same days stay: whether this is the same paper, the begeleider says first
        (`Book.overlapping`) and then changes the former acceptance instead.

        Raises:
            HoursImpossible, DayInFuture: It cannot be.
        """
        check_acceptance(minutes, first_day, last_day, dossier.today)
        bewijs_id = await self._work.hours.bewijs(
            dossier.id, kind, organisation=tidy(organisation), contact=tidy(contact), at=self._now
        )
        acceptance_id = await self._work.hours.add_acceptance(
            dossier.id, bewijs_id, minutes=minutes, first_day=first_day, last_day=last_day, at=self._now
        )
        facts = {"acceptance": acceptance_id, "bewijs": bewijs_id}
        facts |= _stretch(minutes, first_day, last_day)
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
        """Put accepted hours right, or replace them by a new total.

        Raises:
            HoursUnknown: There is no such acceptance here, or it was undone.
            HoursImpossible, DayInFuture: It cannot be.
        """
        before = self._acceptance(dossier, acceptance_id)
        first_day, last_day = first_day or before.first_day, last_day or before.last_day
        check_acceptance(minutes, first_day, last_day, dossier.today)
        await self._work.hours.change_acceptance(
            before.id, minutes=minutes, first_day=first_day, last_day=last_day
        )
        facts = {"acceptance": before.id, **_stretch(minutes, first_day, last_day)}
        return await self._write(dossier, What.ACCEPTANCE_CHANGED, facts, note=note)

    async def undo_acceptance(
        self, dossier: Dossier, acceptance_id: int, *, note: str | None = None
    ) -> Dossier:
        """Take an acceptance back; the dates it held wait again.

        Raises:
            HoursUnknown: There is no such acceptance here, or it was undone.
        """
        acceptance = self._acceptance(dossier, acceptance_id)
        await self._work.hours.change_acceptance(acceptance.id, undone_at=self._now)
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
    key = bewijs_key(organisation, contact)
    same = (b for b in dossier.book.bewijzen if b.kind is kind)
    return next((b.id for b in same if bewijs_key(b.organisation, b.contact) == key), None)


def check_acceptance(minutes: int, first_day: dt.date, last_day: dt.date, today: dt.date) -> None:
    """Refuse an acceptance that cannot be.

    Raises:
        HoursImpossible: No hours, or more than its days hold.
        DayInFuture: It ends after today.
    """
    if last_day > today:
        raise DayInFuture
    days = (last_day - first_day).days + 1
    if not 0 < minutes <= min(MOST_ACCEPTED, days * MINUTES_A_DAY) or days <= 0:
        raise HoursImpossible


def _stretch(minutes: int, first_day: dt.date, last_day: dt.date) -> dict[str, Any]:
    return {"minutes": minutes, "first_day": first_day.isoformat(), "last_day": last_day.isoformat()}
