"""What a contact says of dates: they were there, so long, or not; and the newcomer's objection.

A contact is never handed a dossier: they see lines, and every use case finds the newcomer through a tie.
Whatever changes is looked at again under the newcomer's lock.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.domain.attendance import Source
from bot.domain.contact import Contact, Folk, Line, LineState
from bot.domain.contact_news import Happened, News
from bot.domain.contact_words import NOT_THERE, Surface
from bot.domain.dossier import Dossier
from bot.domain.errors import (
    DossierClosed,
    HoursImpossible,
    HoursSettled,
    HoursUnknown,
    NotYours,
)
from bot.domain.history import What, Who
from bot.domain.ids import AttendanceId, BewijsId
from bot.services.contact_sight import ContactSight, check_may_confirm
from bot.services.dossiers import Dossiers, only_open
from bot.services.ports import Work
from bot.services.saying import Saying
from bot.services.surroundings import Surroundings


class Confirming:
    """The use cases of a contact who confirms.

    Those that take a contact also raise ContactUnchecked and ContactStopped for one who may not, NotYours
    for a date of somebody whose hours they do not confirm, and DossierClosed for a dossier that is closed.
    """

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._dossiers = Dossiers(work, now, surroundings)
        self._sight = ContactSight(work, now, self._dossiers)
        self._saying = Saying(work, now, surroundings)

    async def folk(self, contact: Contact) -> Sequence[Folk]:
        """Everybody whose hours a contact confirms, with their dates, by name."""
        return await self._sight.folk(contact)

    async def lines(self, contact: Contact) -> Sequence[Line]:
        """The dates that wait for the contact's word, oldest first."""
        asked = (line for one in await self.folk(contact) for line in one.asked)
        return sorted(asked, key=lambda line: (line.day, line.name.casefold(), line.attendance_id))

    async def line(self, contact: Contact, attendance_id: int) -> Line:
        """One date as it stands.

        Raises:
            NotYours: It is none of theirs, or it was taken back.
        """
        return await self._sight.line(contact, attendance_id)

    async def say(
        self,
        contact: Contact,
        attendance_id: int,
        minutes: int,
        *,
        surface: Surface,
        seen: int | None = None,
    ) -> tuple[Line, tuple[Happened, ...]]:
        """Say how long the newcomer was there; the same word again changes nothing.

        Args:
            contact: Who says it.
            attendance_id: Of which date.
            minutes: How long; `NOT_THERE` for not at all.
            surface: Where they say it.
            seen: The minutes that stood there when they pressed.

        Raises:
            HoursChanged: Other minutes stand there by now, or it was taken back.
            HoursSettled: The begeleider decided about it.
            TooLateToCorrect: Their own first word is older than a week.
            HoursImpossible, TooManyHoursThatDay, NotedAlready: It cannot be.
        """
        check_may_confirm(contact)
        whose = await self._sight.whose(contact, [attendance_id])
        if attendance_id not in whose:
            raise NotYours
        dossier = await self._dossiers.by_contact(contact, whose[attendance_id])
        date = await self._saying.date(contact, dossier, attendance_id)
        return await self._saying.say(date, minutes, surface=surface, seen=seen)

    async def say_all(
        self, contact: Contact, seen: Mapping[AttendanceId, int], *, surface: Surface
    ) -> tuple[int, tuple[Happened, ...]]:
        """Confirm all dates that still stand as the contact saw them; what changed meanwhile is left.

        Args:
            contact: Who says it.
            seen: The minutes that stood at each date when they pressed.
            surface: Where they say it.

        Returns:
            How many were confirmed, and what others hear: one item for each bewijs.
        """
        check_may_confirm(contact)
        whose = await self._sight.whose(contact, list(seen))
        happened: list[Happened] = []
        for newcomer_id in sorted(set(whose.values())):
            theirs = [AttendanceId(key) for key, owner in sorted(whose.items()) if owner == newcomer_id]
            try:
                dossier = await self._dossiers.by_contact(contact, newcomer_id)
            except (NotYours, DossierClosed):
                continue
            happened += await self._confirm_each(
                contact, dossier, {key: seen[key] for key in theirs}, surface
            )
        said = sum(len(one.attendance_ids) for one in happened if one.news is News.SAID)
        return said, _gathered(happened)

    async def _confirm_each(
        self, contact: Contact, dossier: Dossier, seen: Mapping[AttendanceId, int], surface: Surface
    ) -> list[Happened]:
        happened: list[Happened] = []
        for attendance_id, minutes in seen.items():
            date = await self._saying.date(contact, dossier, attendance_id)
            line = date.line(self._now)
            if line is not None and line.state is LineState.ASKED and line.minutes == minutes:
                _, news = await self._saying.say(date, minutes, surface=surface)
                happened += news
        return happened

    async def note(
        self, contact: Contact, bewijs_id: int, day: dt.date, minutes: int, *, surface: Surface
    ) -> tuple[Line, tuple[Happened, ...]]:
        """Note a date before the newcomer did; one that is there is said (`say`) instead.

        Args:
            contact: Who was there.
            bewijs_id: Whose hours, of which kind.
            day: When.
            minutes: How long.
            surface: Where they say it.

        Raises:
            HoursRefused: They cannot be, or were accepted already; its kind says why.
            HoursSettled, TooLateToCorrect: As with `say`, for a date that is there.
        """
        if minutes <= NOT_THERE:
            raise HoursImpossible
        ties = await self._work.contact_people.ties_of(contact.id)
        tie = next((one for one in ties if one.bewijs_id == bewijs_id), None)
        if tie is None:
            check_may_confirm(contact)
            raise NotYours
        dossier = await self._dossiers.by_contact(contact, tie.newcomer_id)
        noted = (a for a in dossier.book.noted_on(day) if a.bewijs_id == bewijs_id)
        if there := next(noted, None):
            return await self._saying.say(
                await self._saying.date(contact, dossier, there.id), minutes, surface=surface
            )
        attendance_id = await self._add(contact, dossier, tie.bewijs_id, day, minutes)
        dossier = await self._dossiers.again(dossier)
        date = await self._saying.date(contact, dossier, attendance_id)
        line, happened = await self._saying.say(date, minutes, surface=surface)
        return line, tuple(replace(one, news=News.NOTED) for one in happened)

    async def object(self, dossier: Dossier, attendance_id: int) -> Happened | None:
        """The newcomer says that a contact's word is not right: a doubt for the begeleider.

        Returns:
            What the begeleider hears; None when they said so before.

        Raises:
            NotYours, DossierClosed: It is not the newcomer, or the dossier is closed.
            HoursUnknown: There is no such date here, or no contact said anything of it.
            HoursSettled: The begeleider decided about it, or it was taken back.
        """
        only_open(dossier, {Who.NEWCOMER})
        attendance = next((a for a in dossier.book.attendances if a.id == attendance_id), None)
        words = await self._work.words.of([AttendanceId(attendance_id)]) if attendance else {}
        said = words.get(AttendanceId(attendance_id), ())
        if attendance is None or not any(word.contact_id is not None for word in said):
            raise HoursUnknown
        if attendance not in dossier.book.open or any(word.contact_id is None for word in said):
            raise HoursSettled
        if attendance.objected_at is not None:
            return None
        await self._work.hours.change_attendance(attendance.id, objected_at=self._now)
        await self._saying.history(dossier, What.OBJECTED, {"attendance": attendance.id})
        ruling = min((word for word in said if word.contact_id), key=lambda word: word.first_at)
        return self._saying.happened(News.OBJECTED, dossier, attendance, ruling.contact_id)

    async def _add(
        self, contact: Contact, dossier: Dossier, bewijs_id: BewijsId, day: dt.date, minutes: int
    ) -> AttendanceId:
        dossier.book.check_claim(bewijs_id, day, minutes, dossier.today)
        attendance_id = await self._work.hours.add_attendance(
            dossier.id, bewijs_id, day=day, minutes=minutes, at=self._now, source=Source.CONTACT
        )
        facts = {"attendance": attendance_id, "bewijs": bewijs_id, "day": day.isoformat(), "minutes": minutes}
        marks = {"source": Source.CONTACT.value, "reached": contact.reached.value}
        await self._saying.history(dossier, What.CLAIMED, {**facts, **marks})
        return attendance_id


def _gathered(happened: Iterable[Happened]) -> tuple[Happened, ...]:
    """The dates of one bewijs told together."""
    by_bewijs: dict[tuple[Any, ...], Happened] = {}
    for one in happened:
        key = (one.news, one.newcomer_id, one.bewijs_id, one.paper_id)
        known = by_bewijs.get(key)
        ids = (*known.attendance_ids, *one.attendance_ids) if known else one.attendance_ids
        by_bewijs[key] = replace(one, attendance_ids=ids)
    return tuple(by_bewijs.values())
