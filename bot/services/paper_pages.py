"""Photographs of a paper come in and are read; pictures are files and no business of this, only their keys.

The newcomer's steps start from an opened dossier, which holds the newcomer's lock; a job opens it as the bot.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.consent import Purpose
from bot.domain.dossier import Dossier
from bot.domain.errors import PaperFull, PaperUnknown
from bot.domain.history import Who
from bot.domain.ids import PaperId
from bot.domain.paper import MOST_PAGES, Page, Paper, PaperState, Reading
from bot.domain.paper_facts import completed, said_by_forms
from bot.domain.people import Account
from bot.services.dossiers import Dossiers, only_open
from bot.services.photo_ports import BlobKey
from bot.services.ports import Work
from bot.services.surroundings import Surroundings

HANDS_IN = frozenset({Who.NEWCOMER, Who.BEGELEIDER})
COMPARED = 40
"""With the writing on so many earlier papers a new one is compared."""


class PaperPages:
    """How pages come in and are read."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._dossiers = Dossiers(work, now, surroundings)

    async def of(self, dossier: Dossier) -> Sequence[Paper]:
        """All of a newcomer's papers, newest first."""
        return await self._work.papers.of(dossier.id)

    # Coming in.

    async def take_page(
        self,
        dossier: Dossier,
        account: Account,
        *,
        file_id: str,
        file_unique_id: str,
        message_id: int,
        album: str | None = None,
        replaces: int | None = None,
    ) -> Paper:
        """A photograph came in; the same message twice does nothing.

        A further picture of an album is a further page of the same paper. Everything else begins a new
        paper, or takes the place of the pages of one; where one of several was bad, of that page.

        Args:
            dossier: Whose paper it is.
            account: From whose phone it came.
            file_id: By which Telegram gives the file.
            file_unique_id: By which Telegram tells that it is the same file.
            message_id: Of the message, in the account's chat.
            album: Telegram's word for the album it belongs to.
            replaces: The paper in which this is the better photograph; a new one when that does not wait
                for one any more.

        Returns:
            The paper in state READING; its reading is asked for with `came` as the count of pages.

        Raises:
            PaperFull: It has as many pages as one can have.
        """
        only_open(dossier, HANDS_IN)
        known = await self._work.papers.with_message(account.id, message_id)
        if known is not None:
            return known
        paper = await self._for_page(dossier, account, album, replaces)
        if len(paper.pages) >= MOST_PAGES:
            raise PaperFull
        await self._work.papers.add_page(
            paper.id, account.id, file_id=file_id, file_unique_id=file_unique_id, message_id=message_id
        )
        # A better photograph may come from another phone of theirs, which is answered from then on.
        changes = {"account_id": account.id, "came": paper.came + 1, "album": album}
        await self._work.papers.change(paper.id, state=PaperState.READING, **changes)
        return await self._again(paper.id)

    async def _for_page(
        self, dossier: Dossier, account: Account, album: str | None, replaces: int | None
    ) -> Paper:
        waiting = [paper for paper in await self.of(dossier) if paper.is_open]
        if album is not None:
            same = (p for p in waiting if p.album == album and p.account_id == account.id)
            if (paper := next(same, None)) is not None:
                return paper
        better = (p for p in waiting if p.id == replaces and p.state is PaperState.ASKING)
        if (paper := next(better, None)) is not None:
            stays = _stay(paper, account, album)
            gone = [page.id for page in paper.pages if page not in stays]
            await self._work.papers.replace_pages(paper.id, gone)
            return replace(paper, pages=stays)
        paper_id = await self._work.papers.add(dossier.id, account.id, at=self._now)
        return await self._again(paper_id)

    # Reading, by a job.

    async def for_reading(self, paper_id: int) -> Paper | None:
        """A paper whose pages are to be fetched and read, without its lock.

        Returns:
            None when it is gone, needs no reading any more, or its newcomer did not agree to photographs.
        """
        paper = await self._work.papers.get(PaperId(paper_id))
        if paper is None or paper.state is not PaperState.READING:
            return None
        consents = await self._work.consents.of(paper.newcomer_id)
        is_given = any(one.purpose is Purpose.PHOTOS and one.is_given for one in consents)
        return paper if is_given else None

    async def to_compare(self, paper: Paper) -> Sequence[tuple[PaperId, BlobKey]]:
        """The newest papers of this newcomer with the keys of their writing, to find what looks alike."""
        found = await self._work.papers.writings(paper.newcomer_id, limit=COMPARED)
        return [(paper_id, key) for paper_id, key in found if paper_id != paper.id]

    async def was_read(self, paper_id: int, readings: Sequence[Reading]) -> Paper:
        """Keep what was found on the pages, and what is known about its hours from that.

        What is about pages that were replaced, or about a paper that is not being read, changes nothing.

        Args:
            paper_id: Which.
            readings: What became of each page; several of one page are the pages of its file, in order.

        Returns:
            The paper, in state ASKING; still READING when further pages came meanwhile.

        Raises:
            PaperUnknown: It was erased meanwhile.
        """
        dossier, paper = await self._opened(paper_id)
        if paper.state is not PaperState.READING:
            return paper
        room = MOST_PAGES - len(paper.pages)
        for page in paper.pages:
            found = [one for one in readings if one.page_id == page.id]
            if found and not page.is_read:
                await self._work.papers.read(paper.id, page, found[: 1 + room])
                room -= len(found[: 1 + room]) - 1
        paper = await self._again(paper.id)
        if not all(page.is_read for page in paper.pages):
            return paper
        await self._work.papers.change(paper.id, state=PaperState.ASKING)
        return await self._fill(dossier, await self._again(paper.id))

    async def _opened(self, paper_id: int) -> tuple[Dossier, Paper]:
        paper = await self._work.papers.get(PaperId(paper_id))
        dossier = None if paper is None else await self._dossiers.as_bot(paper.newcomer_id)
        if dossier is None:
            raise PaperUnknown
        # Read again now that the newcomer's lock is held.
        return dossier, await self._again(PaperId(paper_id))

    async def _fill(self, dossier: Dossier, paper: Paper) -> Paper:
        """Fill in what the newcomer did not say, from its forms as far as they are theirs."""
        forms = await self._work.forms.facts(paper.forms) if paper.forms else {}
        read = {page.check.form for page in paper.pages if page.check is not None}
        known = [number for number in paper.forms if number in forms]
        # What was typed counts as long as no code is read.
        numbers = [number for number in known if number in read] or known
        by = said_by_forms([forms[number] for number in numbers], dossier.id, dossier.book)
        number = numbers[0] if numbers else None
        # A better photograph may be of another form than the first one was.
        is_other = None not in (paper.form, number) and number != paper.form
        said = completed(by, paper.said) if is_other else completed(paper.said, by)
        if (number, said) == (paper.form, paper.said):
            return paper
        await self._work.papers.change(paper.id, form=number, said=said)
        return await self._again(paper.id)

    async def _again(self, paper_id: PaperId) -> Paper:
        found = await self._work.papers.get(paper_id)
        if found is None:
            raise PaperUnknown
        return found


def _stay(paper: Paper, account: Account, album: str | None) -> tuple[Page, ...]:
    """The pages that stay when a better photograph comes: of several, all but the first that is bad."""
    bad = next((page for page in paper.pages if page.check is None or page.check.troubles), None)
    # Pages of two phones would have no order, and a new album is the whole paper again.
    if bad is None or album is not None or account.id != paper.account_id:
        return ()
    return tuple(page for page in paper.pages if page.id != bad.id)
