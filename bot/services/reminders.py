"""Reminders: who gets which one today, and the newcomer's own say in it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.consent import Purpose
from bot.domain.dossier import Dossier
from bot.domain.errors import ButtonOld
from bot.domain.history import What
from bot.domain.hours import Book
from bot.domain.ids import NewcomerId
from bot.domain.people import Newcomer
from bot.domain.progress import Progress
from bot.domain.reminder import PAUSES, Reminded, ReminderKind, Reminding, reminder_due
from bot.services.consents import Consents
from bot.services.dossiers import Dossiers
from bot.services.ports import Work
from bot.services.surroundings import Surroundings


@dataclass(frozen=True, kw_only=True)
class Due:
    """A newcomer whom a reminder helps today."""

    newcomer: Newcomer
    kind: ReminderKind
    progress: Progress


@dataclass(frozen=True)
class Batch:
    """Who is reminded among some newcomers."""

    due: Sequence[Due]
    last: NewcomerId | None
    """After whom the next batch begins; None when this was the last."""


class Reminders:
    """Chooses reminders, keeps that they were queued, and switches them."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._around = surroundings
        self._consents = Consents(work, now, surroundings)
        self._dossiers = Dossiers(work, now, surroundings)

    async def due(self, *, after: int, limit: int) -> Batch:
        """Who of the next newcomers needs a reminder today, and which.

        Args:
            after: The id of the newcomer where the batch before ended; 0 for the first.
            limit: How many are looked at.
        """
        ids = await self._work.reminders.candidates(after=NewcomerId(after), limit=limit)
        if not ids:
            return Batch((), None)
        books = await self._work.hours.books(ids)
        before = await self._work.reminders.of(ids)
        newcomers = await self._work.people.newcomers(ids)
        found = (self._due(n, books[n.id], before.get(n.id, ())) for n in newcomers)
        return Batch([due for due in found if due], ids[-1] if len(ids) == limit else None)

    def _due(self, newcomer: Newcomer, book: Book, before: Sequence[Reminded]) -> Due | None:
        progress = Progress(contract=newcomer.contract, sums=book.sums, today=self._dossiers.today)
        kind = reminder_due(
            progress, self._waits_since(book), before, paused_until=newcomer.reminders_paused_until
        )
        return Due(newcomer=newcomer, kind=kind, progress=progress) if kind else None

    def _waits_since(self, book: Book) -> dt.date | None:
        moments = [attendance.claimed_at for attendance in book.open]
        return min(moments).astimezone(self._around.zone).date() if moments else None

    async def keep(self, due: Due) -> bool:
        """Keep that it is queued today; False when this newcomer was reminded today already."""
        contract = due.progress.contract
        return await self._work.reminders.add(
            due.newcomer.id,
            due.kind,
            on=due.progress.today,
            last_day=contract.last_day if contract else None,
        )

    # The newcomer's own say.

    async def state(self, dossier: Dossier) -> Reminding:
        """On, off, or silent for a while."""
        if not await self._consents.is_given(dossier, Purpose.REMINDERS):
            return Reminding.OFF
        until = dossier.newcomer.reminders_paused_until
        return Reminding.PAUSED if until is not None and dossier.today <= until else Reminding.ON

    async def switch_on(self, dossier: Dossier) -> Dossier:
        """Remind from now on; a pause ends."""
        await self._consents.set(dossier, Purpose.REMINDERS, is_given=True)
        if dossier.newcomer.reminders_paused_until is not None:
            await self._pause_until(dossier, None)
        return await self._dossiers.again(dossier)

    async def switch_off(self, dossier: Dossier) -> Dossier:
        """Remind no more."""
        await self._consents.set(dossier, Purpose.REMINDERS, is_given=False)
        return await self._dossiers.again(dossier)

    async def pause(self, dossier: Dossier, weeks: int) -> Dossier:
        """Be silent for some weeks, counted from today.

        Raises:
            ButtonOld: Nobody offers so many weeks.
        """
        if weeks not in PAUSES:
            raise ButtonOld
        until = dossier.today + dt.timedelta(weeks=weeks)
        if dossier.newcomer.reminders_paused_until != until:
            await self._pause_until(dossier, until)
        return await self._dossiers.again(dossier)

    async def _pause_until(self, dossier: Dossier, until: dt.date | None) -> None:
        await self._work.people.change_newcomer(dossier.id, reminders_paused_until=until)
        await self._work.history.add(
            dossier.id,
            What.REMINDERS_PAUSED,
            by=dossier.actor,
            at=self._now,
            facts={"until": until.isoformat() if until else None},
        )
