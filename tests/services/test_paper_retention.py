"""Pictures of papers go when their time is over, and nothing else does."""

import datetime as dt
from collections.abc import Sequence

import pytest
from sqlalchemy import select

from bot.domain.paper import UNDO_DAYS, Paper, PaperState
from bot.domain.privacy import UNUSED_PAPER_DAYS, Periods, Policy
from bot.storage.database import Database
from bot.storage.paper_tables import PICTURE_KEYS
from tests.builders import NOW, services
from tests.services.paper_care import PaperCare, a_paper_care

PICTURES = {"original": "o", "scan": "s", "small": "k", "writing": "w"}
SCANS = 100


async def _after(database: Database, days: float) -> None:
    """So many days later, what is old goes."""
    policy = Policy(periods=Periods(scans=SCANS))
    async with database.work() as work:
        await services(work, now=NOW + dt.timedelta(days=days), policy=policy).privacy.retain()


async def _kept(database: Database) -> Sequence[str]:
    async with database.work() as work:
        row = (await work.connection.execute(select(*PICTURE_KEYS))).one()
    return [key for key in row if key is not None]


async def _a_paper(database: Database, *, is_accepted: bool) -> Paper:
    async with database.work() as work:
        care = await a_paper_care(work)
        paper = await care.hand_in(reading=PICTURES)
        if is_accepted:
            await care.accept(paper)
        return await care.again(paper)


async def test_the_photograph_goes_when_the_decision_can_no_longer_be_undone(database: Database) -> None:
    await _a_paper(database, is_accepted=True)
    await _after(database, UNDO_DAYS)
    before = await _kept(database)
    await _after(database, UNDO_DAYS + 0.1)

    assert before == ["o", "s", "k", "w"]
    assert await _kept(database) == ["s", "k", "w"]


async def test_the_scan_goes_after_the_operators_period(database: Database) -> None:
    paper = await _a_paper(database, is_accepted=True)
    await _after(database, SCANS + 0.1)

    assert await _kept(database) == []
    async with database.work() as work:
        after = await work.papers.get(paper.id)
    assert after is not None
    assert after.state is PaperState.ACCEPTED


async def test_what_waits_for_a_decision_stays(database: Database) -> None:
    await _a_paper(database, is_accepted=False)
    await _after(database, 3 * SCANS)

    assert await _kept(database) == ["o", "s", "k", "w"]


@pytest.mark.parametrize("is_read", [False, True])
async def test_what_nobody_handed_in_is_closed_after_a_month(database: Database, is_read: bool) -> None:
    async with database.work() as work:
        care: PaperCare = await a_paper_care(work)
        paper = await care.send()
        if is_read:
            await care.read(paper, **PICTURES)
    await _after(database, UNUSED_PAPER_DAYS)
    async with database.work() as work:
        before = await work.papers.get(paper.id)
    await _after(database, UNUSED_PAPER_DAYS + 0.1)
    async with database.work() as work:
        after = await work.papers.get(paper.id)

    assert before is not None
    assert after is not None
    assert before.is_open
    assert after.state is PaperState.TAKEN_BACK
    assert [page.file_id for page in after.pages] == [""]
    assert await _kept(database) == []
