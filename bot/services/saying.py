"""One word of a contact about one date: what it changes, under the newcomer's lock, and who hears of it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.attendance import Attendance, State
from bot.domain.contact import Contact, Line, LineState
from bot.domain.contact_lines import is_too_late, line_for, word_of
from bot.domain.contact_news import Happened, News
from bot.domain.contact_words import NOT_THERE, Settled, Surface, Word, settle
from bot.domain.dossier import Dossier
from bot.domain.errors import (
    HoursChanged,
    HoursImpossible,
    HoursSettled,
    NotYours,
    TooLateToCorrect,
    TooManyHoursThatDay,
)
from bot.domain.history import What
from bot.domain.ids import ContactId
from bot.domain.possible import MINUTES_A_DAY
from bot.services.dossiers import Dossiers
from bot.services.ports import Work
from bot.services.signed_bewijzen import SignedBewijzen
from bot.services.surroundings import Surroundings


@dataclass(frozen=True, kw_only=True)
class SaidDate:
    """A date that a contact says something of, under the newcomer's lock."""

    contact: Contact
    dossier: Dossier
    attendance: Attendance
    words: Sequence[Word]

    @property
    def own(self) -> Word | None:
        """What this contact said before."""
        return word_of(self.contact.id, self.words)

    def line(self, now: dt.datetime) -> Line | None:
        """As the contact sees it."""
        name, book = self.dossier.newcomer.name, self.dossier.book
        return line_for(self.contact.id, name, book, self.attendance, words=self.words, now=now)


class Saying:
    """Keeps what a contact says; `Confirming` has the use cases."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._dossiers = Dossiers(work, now, surroundings)
        self._signed = SignedBewijzen(work, now, surroundings)
        self._signed = SignedBewijzen(work, now, surroundings)

    async def date(self, contact: Contact, dossier: Dossier, attendance_id: int) -> SaidDate:
        """The date as it is under the lock that the dossier holds.

        Raises:
            NotYours: The contact sees no such date of this newcomer.
        """
        ties = await self._work.contact_people.ties_of(contact.id)
        theirs = {tie.bewijs_id for tie in ties}
        found = (a for a in dossier.book.attendances if a.id == attendance_id and a.bewijs_id in theirs)
        attendance = next(found, None)
        if attendance is None:
            raise NotYours
        words = (await self._work.words.of([attendance.id])).get(attendance.id, ())
        return SaidDate(contact=contact, dossier=dossier, attendance=attendance, words=words)

    async def say(
        self, date: SaidDate, minutes: int, *, surface: Surface, seen: int | None = None
    ) -> tuple[Line, tuple[Happened, ...]]:
        """Keep a word, work out what holds now, and write it in the history.

        Raises:
            HoursChanged, HoursSettled, TooLateToCorrect: As with `Confirming.say`.
            HoursImpossible, TooManyHoursThatDay, NotedAlready: It cannot be.
        """
        line = self._line_to_change(date, minutes, seen)
        if date.own is not None and date.own.minutes == minutes:
            return line, ()
        first_at = date.own.first_at if date.own else self._now
        word = Word(
            attendance_id=date.attendance.id,
            contact_id=date.contact.id,
            minutes=minutes,
            first_at=first_at,
            at=self._now,
            surface=surface,
        )
        others = [other for other in date.words if other.contact_id != word.contact_id]
        settled = settle([*others, word], date.attendance.claimed_minutes)
        self._check_room(date, settled)
        await self._work.words.set(date.dossier.id, word)
        happened = await self._take_effect(date, word, settled)
        after = await self.date(date.contact, await self._dossiers.again(date.dossier), date.attendance.id)
        return after.line(self._now) or line, happened

    def _line_to_change(self, date: SaidDate, minutes: int, seen: int | None) -> Line:
        line = date.line(self._now)
        if line is None:
            raise HoursChanged
        if date.own is not None and date.own.minutes == minutes:
            return line
        if line.state is LineState.SETTLED:
            raise HoursSettled
        if is_too_late(date.own, self._now):
            raise TooLateToCorrect
        if seen is not None and seen != line.minutes:
            raise HoursChanged
        if minutes < NOT_THERE:
            raise HoursImpossible
        if minutes > MINUTES_A_DAY:
            raise TooManyHoursThatDay
        return line

    def _check_room(self, date: SaidDate, settled: Settled) -> None:
        """A word that somebody was not there always fits; what they claimed is theirs to put right."""
        if settled.state is not State.CONFIRMED:
            return
        attendance, book = date.attendance, date.dossier.book
        if not attendance.is_alive:
            today = date.dossier.today
            bewijs_id, day = attendance.bewijs_id, attendance.day
            book.check_claim(bewijs_id, day, settled.minutes, today, instead_of=attendance.id)
        others = book.noted_on(attendance.day, instead_of=attendance.id)
        if settled.minutes + sum(other.minutes for other in others) > MINUTES_A_DAY:
            raise TooManyHoursThatDay

    async def _take_effect(self, date: SaidDate, word: Word, settled: Settled) -> tuple[Happened, ...]:
        before = date.attendance
        stood = (before.state, before.minutes, before.is_denied)
        is_other = stood != (settled.state, settled.minutes, settled.is_denied)
        # Other words than those that the newcomer objected to: they hear of it, and can object again.
        marks: dict[str, Any] = {"objected_at": None} if is_other else {}
        await self._work.hours.change_attendance(before.id, **vars(settled), **marks)
        await self.history(date.dossier, *_line_of_history(word, settled, date.contact))
        if not is_other:
            return ()
        happened = self.happened(News.SAID, date.dossier, before, date.contact.id)
        return (happened, *await self._void(date))

    async def _void(self, date: SaidDate) -> tuple[Happened, ...]:
        """What was signed with the date as it stood does not hold any more."""
        return await self._signed.void(date.dossier, date.attendance.id)

    async def history(self, dossier: Dossier, what: What, facts: Mapping[str, Any]) -> None:
        """Add a line to the newcomer's history."""
        await self._work.history.add(dossier.id, what, by=dossier.actor, at=self._now, facts=facts)

    def happened(
        self, news: News, dossier: Dossier, attendance: Attendance, contact_id: ContactId | None
    ) -> Happened:
        """What others hear about one date."""
        return Happened(
            news=news,
            newcomer_id=dossier.id,
            contact_id=contact_id,
            bewijs_id=attendance.bewijs_id,
            attendance_ids=(attendance.id,),
        )


def _line_of_history(word: Word, settled: Settled, contact: Contact) -> tuple[What, dict[str, Any]]:
    facts = {"attendance": word.attendance_id, "minutes": word.minutes, "reached": contact.reached.value}
    if settled.state is State.CONFIRMED and settled.minutes == word.minutes:
        return What.CONFIRMED, facts
    if settled.state is not State.CONFIRMED and word.minutes == NOT_THERE:
        return What.DENIED, {**facts, "state": settled.state.value, "minutes": settled.minutes}
    return What.CONTACTS_DIFFER, facts
