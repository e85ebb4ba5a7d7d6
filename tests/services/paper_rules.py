"""What always holds of papers, whatever was done with them."""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, or_, select

from bot.domain.history import Event, What, retell
from bot.domain.hours import Book
from bot.domain.ids import NewcomerId
from bot.domain.paper import Paper, PaperState
from bot.storage.paper_tables import PICTURE_KEYS
from bot.storage.tables import forms, paper_pages
from bot.storage.work import SqlWork

_OPEN = (PaperState.READING, PaperState.ASKING)


async def check_papers(work: SqlWork, newcomer_ids: Sequence[NewcomerId], *, sent: int | None) -> None:
    """Every rule, for these newcomers together.

    Args:
        work: Open.
        newcomer_ids: All who share forms.
        sent: How many photographs came; None when it was not counted.
    """
    everything: list[Paper] = []
    for newcomer_id in newcomer_ids:
        papers = list(await work.papers.of(newcomer_id))
        book, events = await work.hours.book(newcomer_id), list(await work.history.of(newcomer_id))
        _check_hours(papers, book, events)
        _check_states(papers, events)
        everything += papers
    await _check_forms(work, everything)
    if sent is not None:
        ids = [paper.id for paper in everything]
        query = select(func.count()).select_from(paper_pages).where(paper_pages.c.paper_id.in_(ids))
        assert (await work.connection.execute(query)).scalar_one() == sent
        assert sum(paper.came for paper in everything) == sent
    is_kept = or_(paper_pages.c.file_id != "", *(key.is_not(None) for key in PICTURE_KEYS))
    replaced = select(paper_pages.c.id).where(paper_pages.c.is_replaced, is_kept)
    assert (await work.connection.execute(replaced)).all() == []


def _check_hours(papers: Iterable[Paper], book: Book, events: Sequence[Event]) -> None:
    """What counts is in exactly one accepted paper, and the history explains it."""
    counting = {acceptance.id: acceptance.bewijs_id for acceptance in book.acceptances if acceptance.counts}
    accepted = [paper for paper in papers if paper.state is PaperState.ACCEPTED]

    assert {paper.acceptance_id: paper.bewijs_id for paper in accepted} == counting
    assert len({paper.acceptance_id for paper in accepted}) == len(accepted)
    assert retell(events).sums == book.sums
    assert len({(one.kind, one.place.casefold()) for one in book.bewijzen}) == len(book.bewijzen)


def _check_states(papers: Iterable[Paper], events: Sequence[Event]) -> None:
    told = _told(events)
    for paper in papers:
        assert (paper.acceptance_id is not None) == (paper.state is PaperState.ACCEPTED)
        assert (paper.decided_at is not None) == paper.is_decided
        assert (paper.handed_in_at is not None) == (paper.bewijs_id is not None)
        assert paper.handed_in_at is None or paper.state not in _OPEN
        assert bool(paper.pages) != paper.is_digital
        if paper.handed_in_at is not None:
            assert told.get(paper.id) == paper.state
        if paper.state is PaperState.TAKEN_BACK:
            assert not any(page.scan or page.original or page.file_id for page in paper.pages)


def _told(events: Iterable[Event]) -> dict[int, PaperState]:
    """Every paper that was handed in, as the history alone tells it."""
    states: dict[int, PaperState] = {}
    accepted: dict[int, int] = {}
    becomes = {
        What.PAPER_HANDED_IN: PaperState.HANDED_IN,
        What.PAPER_TAKEN_BACK: PaperState.TAKEN_BACK,
        What.PAPER_ACCEPTED: PaperState.ACCEPTED,
        What.PAPER_REFUSED: PaperState.REFUSED,
        What.PAPER_UNDONE: PaperState.HANDED_IN,
        What.SIGNED: PaperState.HANDED_IN,
        What.SIGNATURE_VOID: PaperState.TAKEN_BACK,
    }
    for event in events:
        if event.what in becomes:
            states[event.facts["paper"]] = becomes[event.what]
        if event.what is What.PAPER_ACCEPTED:
            accepted[event.facts["acceptance"]] = event.facts["paper"]
        if event.what is What.ACCEPTANCE_UNDONE:
            states[accepted[event.facts["acceptance"]]] = PaperState.HANDED_IN
    return states


async def _check_forms(work: SqlWork, papers: Iterable[Paper]) -> None:
    """No form counts in two papers, and each that counts does so in the paper that was accepted."""
    query = select(forms.c.number, forms.c.counted_in)
    rows = (await work.connection.execute(query)).all()
    known = {row.number: row.counted_in for row in rows}
    theirs = [paper for paper in papers if paper.state is PaperState.ACCEPTED]
    counted = [number for paper in theirs for number in paper.forms if number in known]

    assert len(set(counted)) == len(counted)
    assert all(known[number] == paper.id for paper in theirs for number in paper.forms if number in known)
    ids = {paper.id for paper in papers}
    assert {number for number, paper_id in known.items() if paper_id in ids} == set(counted)
