"""The begeleider decides about papers, which can be undone for a while (`bewijs-wie-controleert`)."""

import datetime as dt
from collections.abc import Sequence

from bot.domain.attendance import Attendance
from bot.domain.dossier import Dossier
from bot.domain.errors import AcceptedAlready, FormAcceptedAlready, PaperIncomplete, PaperSettled
from bot.domain.history import What
from bot.domain.hours import Book
from bot.domain.paper import Paper, PaperRefusedBecause, PaperState
from bot.domain.paper_facts import open_rows, proposed, stretch_of
from bot.domain.possible import Stretch
from bot.domain.signature import Signature
from bot.services.dossiers import DECIDES, only_open
from bot.services.hours import Hours
from bot.services.paper_asking import PaperAsking
from bot.services.photo_ports import BlobKey
from bot.services.ports import Work
from bot.services.surroundings import Surroundings

Days = tuple[dt.date, ...]


class Deciding(PaperAsking):
    """The use cases of the begeleider, or who stands in; each starts from the dossier they opened.

    Each also raises NotYours for whom it is not, and DossierClosed for a dossier that is closed.
    """

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        super().__init__(work, now, surroundings)
        self._hours = Hours(work, now, surroundings)

    async def accept(
        self,
        dossier: Dossier,
        paper_id: int,
        *,
        minutes: int | None = None,
        first_day: dt.date | None = None,
        last_day: dt.date | None = None,
        note: str | None = None,
    ) -> Dossier:
        """Let the hours of a paper count.

        Of a digital bewijs those rows count that nothing else holds by now.

        Args:
            dossier: Of its newcomer.
            paper_id: Which.
            minutes: How many; those that are `proposed` when it is not given.
            first_day: From when; the same.
            last_day: Until when; the same.
            note: Why, in own words.

        Raises:
            PaperUnknown: As with `get`.
            PaperSettled: It was decided already, or taken back.
            PaperIncomplete: The minutes or days are neither given nor known.
            FormAcceptedAlready: Another paper with the same form counts.
            AcceptedAlready: All rows of a digital bewijs count already.
            HoursRefused: As with `Hours.accept`.
        """
        only_open(dossier, DECIDES)
        paper = await self._waiting(dossier, paper_id)
        stretch, days = await self._counted(dossier, paper, minutes, first_day, last_day)
        if await self._work.forms.count_elsewhere(paper.forms, paper.id):
            raise FormAcceptedAlready
        before = {acceptance.id for acceptance in dossier.book.acceptances}
        after = await self._accept_hours(dossier, paper, stretch, days, note)
        (acceptance_id,) = {acceptance.id for acceptance in after.book.acceptances} - before
        await self._work.forms.count_in(paper.forms, paper.id)
        changes = {"decided_at": self._now, "acceptance_id": acceptance_id}
        await self._work.papers.change(paper.id, state=PaperState.ACCEPTED, **changes)
        facts = {"paper": paper.id, "acceptance": acceptance_id}
        await self._write(dossier, What.PAPER_ACCEPTED, facts)
        return after

    async def _counted(
        self,
        dossier: Dossier,
        paper: Paper,
        minutes: int | None,
        first_day: dt.date | None,
        last_day: dt.date | None,
    ) -> tuple[Stretch, Days | None]:
        """What is accepted; of a digital bewijs also on which days."""
        signature = await self.signature(paper)
        if signature is None:
            known = proposed(paper, dossier.book, dossier.today)
            return _stretch(paper, minutes, first_day, last_day, known), None
        first, last = first_day or dt.date.min, last_day or dt.date.max
        rows = [row for row in open_rows(signature, dossier.book, paper) if first <= row.day <= last]
        stretch = stretch_of(rows, minutes or paper.contact_minutes)
        if stretch is None:
            covered = any(dossier.book.is_covered(a) for a in _dates(dossier.book, signature))
            raise AcceptedAlready if covered else PaperIncomplete
        return stretch, tuple(row.day for row in rows)

    async def _accept_hours(
        self, dossier: Dossier, paper: Paper, stretch: Stretch, days: Days | None, note: str | None
    ) -> Dossier:
        bewijs = self._bewijs(dossier, paper)
        return await self._hours.accept(
            dossier,
            bewijs.kind,
            organisation=bewijs.organisation,
            # A general bewijs may carry the name of a contact who has one of their own by now.
            contact=bewijs.contact if bewijs.is_of_one_contact or not bewijs.organisation else None,
            **stretch._asdict(),
            days=days,
            note=note,
        )

    async def refuse(
        self, dossier: Dossier, paper_id: int, why: PaperRefusedBecause, *, note: str | None = None
    ) -> Paper:
        """A paper does not count, for a reason.

        Raises:
            PaperUnknown: As with `get`.
            PaperSettled: It was decided already, or taken back.
        """
        only_open(dossier, DECIDES)
        paper = await self._waiting(dossier, paper_id)
        changes = {"decided_at": self._now, "refused_because": why}
        await self._work.papers.change(paper.id, state=PaperState.REFUSED, **changes)
        await self._write(dossier, What.PAPER_REFUSED, {"paper": paper.id}, why=why.value, note=note)
        return await self.get(dossier, paper.id)

    async def undo(self, dossier: Dossier, paper_id: int) -> Paper:
        """Take a decision back; the paper waits again, and its hours count no more.

        Raises:
            PaperUnknown: As with `get`.
            PaperSettled: It is not decided, or that was too long ago.
        """
        only_open(dossier, DECIDES)
        paper = await self.get(dossier, paper_id)
        if not paper.is_decided or not paper.may_undo(self._now):
            raise PaperSettled
        if paper.acceptance_id is not None:
            await self._hours.undo_acceptance(dossier, paper.acceptance_id)
        changes = {"decided_at": None, "acceptance_id": None, "refused_because": None}
        await self._work.papers.change(paper.id, state=PaperState.HANDED_IN, **changes)
        await self._write(dossier, What.PAPER_UNDONE, {"paper": paper.id})
        return await self.get(dossier, paper.id)

    async def remove_picture(self, dossier: Dossier, paper_id: int) -> Sequence[BlobKey]:
        """Forget the pictures of a paper at once, such as an identity card by mistake; again does nothing.

        Returns:
            The keys of the files, to be removed by a job.

        Raises:
            PaperUnknown: As with `get`.
        """
        only_open(dossier, DECIDES)
        paper = await self.get(dossier, paper_id)
        keys = await self._work.papers.forget_pictures(paper.id)
        if keys:
            await self._write(dossier, What.PICTURE_REMOVED, {"paper": paper.id})
        return keys


def _dates(book: Book, signature: Signature) -> list[Attendance]:
    ids = {row.attendance_id for row in signature.rows}
    return [date for date in book.attendances if date.id in ids]


def _stretch(
    paper: Paper,
    minutes: int | None,
    first_day: dt.date | None,
    last_day: dt.date | None,
    known: Stretch | None,
) -> Stretch:
    first = first_day or (known.first_day if known else None) or last_day
    last = last_day or (known.last_day if known else None) or first_day
    minutes = minutes if minutes is not None else known.minutes if known else paper.said.minutes
    if first is None or last is None or minutes is None:
        raise PaperIncomplete
    return Stretch(first, last, minutes)
