"""Two who sign, correct and decide at the same moment, each on a connection of their own."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import pytest

from bot.domain.contact_words import Surface
from bot.domain.errors import NotAllowed, NothingToSign
from bot.domain.history import retell
from bot.domain.hours import Sums
from bot.domain.ids import AttendanceId, BewijsId
from bot.domain.paper import PaperState
from bot.services.delivery_ports import StoreUnavailable
from bot.services.services import Services
from bot.storage.database import Database, create_engine
from tests.builders import services
from tests.services.signing_care import SigningCare, a_signing_care

TRIES = 20
Step = Callable[[Services], Awaitable[object]]


@dataclass
class AtOnce:
    """Two connections to one database in which Karel confirmed two hours of Amira's."""

    writers: list[Database]
    care: SigningCare
    club: BewijsId
    date: AttendanceId

    async def do(self, *steps: Step) -> list[NotAllowed | None]:
        """Do steps at the same moment, each on its own connection; what refused each."""
        return await asyncio.gather(
            *(self._do(writer, step) for writer, step in zip(self.writers, steps, strict=True))
        )

    async def _do(self, database: Database, step: Step) -> NotAllowed | None:
        for attempt in range(TRIES):
            try:
                async with database.work() as work:
                    await step(services(work))
                return None
            except NotAllowed as refusal:
                return refusal
            except StoreUnavailable:
                await asyncio.sleep(0.01 * attempt)
        raise AssertionError("the database never had time")

    async def sign(self, use: Services) -> None:
        """Karel signs for what he saw."""
        seen = frozenset({self.date})
        await use.signing.sign(self.care.signer, self.club, name="", seen=seen, surface=Surface.PAGE)

    async def correct(self, use: Services) -> None:
        """Karel puts it right."""
        await use.confirming.say(self.care.signer, self.date, 60, surface=Surface.TELEGRAM)


@pytest.fixture
async def at_once(database: Database, database_url: str) -> AsyncIterator[AtOnce]:
    """Once on each engine."""
    async with database.work() as work:
        care = await a_signing_care(work)
        (date,) = await care.confirmed(1)
    other = Database(create_engine(database_url))
    try:
        yield AtOnce(writers=[database, other], care=care, club=care.club, date=date)
    finally:
        await other.close()


async def test_whoever_presses_at_the_same_moment_signs_once(at_once: AtOnce) -> None:
    refused = await at_once.do(at_once.sign, at_once.sign)

    assert [type(one) for one in refused if one is not None] == [NothingToSign]


async def test_a_correction_at_the_same_moment_never_leaves_other_hours_signed(at_once: AtOnce) -> None:
    await at_once.do(at_once.sign, at_once.correct)

    async with at_once.writers[0].work() as work:
        signatures = await work.signatures.of(list(at_once.care.amira.newcomer_ids))
        papers = {one.paper_id: await work.papers.get(one.paper_id) for one in signatures}
        book = await work.hours.book(at_once.care.amira.newcomer_ids[0])
    waiting = [
        one
        for one in signatures
        if (paper := papers[one.paper_id]) is not None and paper.state is PaperState.HANDED_IN
    ]
    assert book.sums == Sums(confirmed=60)
    assert [one.minutes for one in waiting] in ([], [60])


async def test_accepting_and_correcting_at_the_same_moment_ends_as_one_of_them(at_once: AtOnce) -> None:
    async with at_once.writers[0].work() as work:
        use = services(work)
        signature, _ = await use.signing.sign(
            at_once.care.signer, at_once.club, name="", seen=frozenset({at_once.date}), surface=Surface.PAGE
        )

    async def accept(use: Services) -> None:
        dossier = await use.dossiers.guided(signature.newcomer_id, by=at_once.care.sofie)
        await use.deciding.accept(dossier, signature.paper_id)

    refused = await at_once.do(accept, at_once.correct)

    async with at_once.writers[0].work() as work:
        book = await work.hours.book(signature.newcomer_id)
        told = retell(await work.history.of(signature.newcomer_id))
    assert refused.count(None) == 1
    assert book.sums == (Sums(accepted=120) if refused[0] is None else Sums(confirmed=60))
    assert told.sums == book.sums
