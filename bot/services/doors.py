"""Codes at the door: a contact shows one, newcomers scan it and so claim that they were there.

A code on a phone is another one every five minutes; a printed one is good for that day's evening. No
location is asked for. Together with the contact's word a date that was claimed so is confirmed.
"""

import datetime as dt

from bot.domain.attendance import Attendance, Source
from bot.domain.contact import Contact, Tie
from bot.domain.door import SLOT, Door, Scanned
from bot.domain.dossier import Dossier
from bot.domain.errors import (
    DayInFuture,
    DayTooLongAgo,
    DoorClosed,
    InviteNotValid,
    NotedAlready,
    NotYours,
)
from bot.domain.history import What, Who
from bot.domain.ids import DoorId, NewcomerId
from bot.domain.offer_kind import OfferKind
from bot.domain.possible import check_amount
from bot.services.contact_sight import check_may_confirm
from bot.services.dossiers import Dossiers, only_open
from bot.services.hour_claims import HourClaims
from bot.services.ports import Work
from bot.services.signed_links import LinkKind, SignedLinks
from bot.services.surroundings import Surroundings

PRESS_MINUTES = 30
"""For so long the button under a scanned code still works."""
PRINTED_DAYS = 30
"""So many days ahead a code can be printed."""
EVENING_ENDS = 4
"""The hour at which an evening is over."""
_SLOT_SECONDS = int(SLOT.total_seconds())


class Doors:
    """The use cases of a code at the door."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._zone = surroundings.zone
        self._links = SignedLinks(surroundings.secret_key)
        self._dossiers = Dossiers(work, now, surroundings)
        self._claims = HourClaims(work, now, surroundings)

    async def open(self, contact: Contact, kind: OfferKind, minutes: int) -> Door:
        """The door for a kind of offer that takes so long; the same again gives the same one.

        Raises:
            ContactStopped, ContactUnchecked: The contact may not confirm.
            HoursImpossible, TooManyHoursThatDay: Nothing can take so long.
        """
        check_may_confirm(contact)
        check_amount(self._dossiers.today, minutes, self._dossiers.today)
        door_id = await self._work.doors.open(contact.id, kind, minutes, at=self._now)
        found = await self._work.doors.get(door_id)
        if found is None:
            raise DoorClosed
        return found

    def code(self, door: Door) -> str:
        """The token on the contact's phone at this moment."""
        return self._links.make(LinkKind.DOOR, door.id, self._slot)

    def printed(self, door: Door, day: dt.date) -> str:
        """The token to be printed for a day: today, or up to `PRINTED_DAYS` ahead.

        Raises:
            DayTooLongAgo, DayInFuture: It is another day.
        """
        days = (day - self._dossiers.today).days
        if days < 0:
            raise DayTooLongAgo
        if days > PRINTED_DAYS:
            raise DayInFuture
        return self._links.make(LinkKind.PRINTED, door.id, day.toordinal())

    async def scan(self, token: str, *, pressed: bool = False) -> Scanned:
        """What a newcomer stands before; changes nothing.

        Args:
            token: As the code carries it.
            pressed: Was it scanned in time, and is this the button under it? Then it is good a while longer.

        Raises:
            DoorClosed: Its time has passed, it was altered, or the contact does not confirm any more.
        """
        try:
            door_id, source, day = self._read(token, pressed=pressed)
        except InviteNotValid:
            raise DoorClosed from None
        door = await self._work.doors.get(door_id)
        contact = await self._work.contact_people.get(door.contact_id) if door else None
        if door is None or contact is None or not contact.may_confirm:
            raise DoorClosed
        return Scanned(
            door=door, organisation=contact.organisation, contact=contact.name, source=source, day=day
        )

    async def claim(
        self, dossier: Dossier, token: str, minutes: int | None = None
    ) -> tuple[Dossier, Attendance]:
        """The newcomer says that they were there; the contact sees it from then on.

        A date that was typed before is marked as scanned instead.

        Args:
            dossier: Theirs.
            token: Of the code that they scanned.
            minutes: How long; as long as the door says when it is not given.

        Raises:
            DoorClosed: As with `scan`.
            NotYours, DossierClosed: It is not the newcomer, or it is the newcomer's own door.
            HoursRefused: They cannot be, or count already; its kind says why.
        """
        only_open(dossier, {Who.NEWCOMER})
        scanned = await self.scan(token, pressed=True)
        contact = await self._contact(scanned, dossier.id)
        try:
            after = await self._claims.claim(
                dossier,
                scanned.door.kind,
                organisation=contact.organisation,
                contact=contact.name,
                day=scanned.day,
                minutes=scanned.door.minutes if minutes is None else minutes,
                source=scanned.source,
            )
        except NotedAlready as noted:
            after, attendance = await self._raise_source(dossier, noted, scanned)
        else:
            before = {date.id for date in dossier.book.attendances}
            (attendance,) = (date for date in after.book.attendances if date.id not in before)
        tie = Tie(contact_id=contact.id, bewijs_id=attendance.bewijs_id, newcomer_id=dossier.id)
        await self._work.contact_people.tie(tie, at=self._now)
        return after, attendance

    async def _contact(self, scanned: Scanned, newcomer_id: NewcomerId) -> Contact:
        contact = await self._work.contact_people.get(scanned.door.contact_id)
        if contact is None:
            raise DoorClosed
        if newcomer_id in await self._dossiers.selves(contact):
            raise NotYours
        return contact

    async def _raise_source(
        self, dossier: Dossier, noted: NotedAlready, scanned: Scanned
    ) -> tuple[Dossier, Attendance]:
        """Whoever typed it, or had a printed code, and scans the phone after all, was there for sure."""
        attendance = next(date for date in dossier.book.attendances if date.id == noted.attendance_id)
        is_better = attendance.source in (Source.TYPED, Source.PRINTED)
        if scanned.source is not Source.SCANNED or not is_better:
            raise noted
        await self._work.hours.change_attendance(attendance.id, source=scanned.source)
        day, minutes = attendance.day.isoformat(), attendance.minutes
        facts = {"attendance": attendance.id, "day": day, "minutes": minutes, "source": scanned.source.value}
        await self._work.history.add(
            dossier.id, What.CLAIM_CHANGED, by=dossier.actor, at=self._now, facts=facts
        )
        after = await self._dossiers.again(dossier)
        return after, next(date for date in after.book.attendances if date.id == attendance.id)

    @property
    def _slot(self) -> int:
        return int(self._now.timestamp()) // _SLOT_SECONDS

    def _read(self, token: str, *, pressed: bool) -> tuple[DoorId, Source, dt.date]:
        if token.startswith(f"{LinkKind.PRINTED}-"):
            return self._read_printed(token, pressed=pressed)
        door_id, slot = self._links.read(LinkKind.DOOR, token)
        more = PRESS_MINUTES * 60 // _SLOT_SECONDS if pressed else 0
        if not 0 <= self._slot - slot <= 1 + more:
            raise DoorClosed
        return DoorId(door_id), Source.SCANNED, self._evening(slot)

    def _read_printed(self, token: str, *, pressed: bool) -> tuple[DoorId, Source, dt.date]:
        door_id, ordinal = self._links.read(LinkKind.PRINTED, token)
        day = dt.date.fromordinal(ordinal)
        local = self._now.astimezone(self._zone)
        if pressed:
            local -= dt.timedelta(minutes=PRESS_MINUTES)
        is_on_day = self._now.astimezone(self._zone).date() >= day
        if not is_on_day or (local - dt.timedelta(hours=EVENING_ENDS)).date() > day:
            raise DoorClosed
        return DoorId(door_id), Source.PRINTED, day

    def _evening(self, slot: int) -> dt.date:
        """The day of a code; after midnight it is still the evening before, as with a printed one."""
        at = dt.datetime.fromtimestamp(slot * _SLOT_SECONDS, self._zone)
        return (at - dt.timedelta(hours=EVENING_ENDS)).date()
