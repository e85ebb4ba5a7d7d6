"""What a contact sees of newcomers: the dates of the bewijzen they are tied to, and nothing else."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.attendance import Attendance, State
from bot.domain.contact import Contact, Folk, Line, Tie
from bot.domain.contact_lines import line_for
from bot.domain.contact_words import Word
from bot.domain.errors import ContactStopped, ContactUnchecked, NotYours
from bot.domain.hours import Bewijs, Book
from bot.domain.ids import AttendanceId, NewcomerId
from bot.domain.people import Newcomer
from bot.domain.signature import Signature
from bot.services.dossiers import Dossiers
from bot.services.ports import Work


@dataclass(frozen=True, kw_only=True)
class _Looked:
    """Everything that a contact's view is made of, read once."""

    newcomers: Mapping[NewcomerId, Newcomer]
    books: Mapping[NewcomerId, Book]
    ties: Sequence[Tie]
    words: Mapping[AttendanceId, Sequence[Word]]


def check_may_confirm(contact: Contact) -> None:
    """Let only a contact go on who did not stop and whose word counts.

    Raises:
        ContactStopped, ContactUnchecked: They may not.
    """
    if not contact.is_active:
        raise ContactStopped
    if not contact.is_checked:
        raise ContactUnchecked


class ContactSight:
    """Reads for one contact, without a lock; whoever changes something looks again under the lock."""

    def __init__(self, work: Work, now: dt.datetime, dossiers: Dossiers) -> None:
        self._work = work
        self._now = now
        self._dossiers = dossiers

    async def folk(self, contact: Contact) -> Sequence[Folk]:
        """Everybody whose hours a contact confirms, by name."""
        looked = await self._look(contact)
        signed = await self._work.signatures.signed(
            [date.id for book in looked.books.values() for date in book.open]
        )
        by_paper = await self._signatures(looked) if signed else {}
        own = {
            date_id
            for date_id, paper_id in signed.items()
            if paper_id in by_paper and by_paper[paper_id].contact_id == contact.id
        }
        found = [self._folk(contact, looked, tie, set(signed), own) for tie in looked.ties]
        return sorted(found, key=lambda one: (one.name.casefold(), one.newcomer_id, one.bewijs_id))

    async def _signatures(self, looked: _Looked) -> Mapping[int, Signature]:
        return {one.paper_id: one for one in await self._work.signatures.of(list(looked.newcomers))}

    async def line(self, contact: Contact, attendance_id: int) -> Line:
        """One date.

        Raises:
            NotYours: It is none of theirs, or it was taken back.
        """
        looked = await self._look(contact)
        lines = (line for tie in looked.ties for line in self._lines(contact, looked, tie))
        found = next((line for line in lines if line.attendance_id == attendance_id), None)
        if found is None:
            raise NotYours
        return found

    async def whose(self, contact: Contact, attendance_ids: Sequence[int]) -> Mapping[int, NewcomerId]:
        """To whom each of these dates belongs, of those that this contact sees or saw."""
        ties = await self._work.contact_people.ties_of(contact.id)
        books = await self._work.hours.books({tie.newcomer_id for tie in ties})
        return {
            date.id: tie.newcomer_id
            for tie in ties
            for date in books[tie.newcomer_id].attendances_of(tie.bewijs_id)
            if date.id in attendance_ids
        }

    async def _look(self, contact: Contact) -> _Looked:
        check_may_confirm(contact)
        ties = await self._work.contact_people.ties_of(contact.id)
        own = await self._dossiers.selves(contact)
        found = await self._work.people.newcomers({tie.newcomer_id for tie in ties} - set(own))
        newcomers = {newcomer.id: newcomer for newcomer in found if not newcomer.is_closed}
        books = await self._work.hours.books(list(newcomers))
        ties = [tie for tie in ties if tie.newcomer_id in newcomers]
        dates = [date.id for tie in ties for date in books[tie.newcomer_id].attendances_of(tie.bewijs_id)]
        words = await self._work.words.of(dates)
        return _Looked(newcomers=newcomers, books=books, ties=ties, words=words)

    def _lines(self, contact: Contact, looked: _Looked, tie: Tie) -> list[Line]:
        book, name = looked.books[tie.newcomer_id], looked.newcomers[tie.newcomer_id].name
        dates = book.attendances_of(tie.bewijs_id)
        lines = (
            line_for(contact.id, name, book, date, words=looked.words.get(date.id, ()), now=self._now)
            for date in dates
        )
        return [line for line in lines if line is not None]

    def _folk(
        self,
        contact: Contact,
        looked: _Looked,
        tie: Tie,
        signed: set[AttendanceId],
        own: set[AttendanceId],
    ) -> Folk:
        book = looked.books[tie.newcomer_id]
        bewijs: Bewijs = book.bewijs(tie.bewijs_id)
        waits = [date for date in book.open if date.bewijs_id == bewijs.id and date.state is State.CONFIRMED]
        return Folk(
            newcomer_id=tie.newcomer_id,
            bewijs_id=bewijs.id,
            name=looked.newcomers[tie.newcomer_id].name,
            kind=bewijs.kind,
            lines=tuple(reversed(self._lines(contact, looked, tie))),
            to_sign=_total(date for date in waits if date.id not in signed),
            signed=_total(date for date in waits if date.id in own),
        )


def _total(dates: Iterable[Attendance]) -> int:
    return sum(date.minutes for date in dates)
