"""Four people at one newcomer's hours at the same moment, each on a connection of their own."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from bot.domain.dossier import Dossier
from bot.domain.errors import AcceptedAlready, NotAllowed, NotedAlready
from bot.domain.history import What, Who
from bot.domain.people import Account
from bot.services.delivery_ports import StoreUnavailable
from bot.storage.database import Database, create_engine
from tests.builders import new_begeleider, new_newcomer, services
from tests.services.notebook import check_invariants
from tests.services.steps import Step, act, opened

ROUNDS = 12
TRIES = 20
WRITTEN = {
    "claim": What.CLAIMED,
    "change": What.CLAIM_CHANGED,
    "withdraw": What.CLAIM_WITHDRAWN,
    "confirm": What.CONFIRMED,
    "accept": What.ACCEPTED,
    "change_acceptance": What.ACCEPTANCE_CHANGED,
    "undo_acceptance": What.ACCEPTANCE_UNDONE,
    "refuse": What.CLAIM_REFUSED,
    "undo_refusal": What.REFUSAL_UNDONE,
}
DONE_BY = (
    (Who.NEWCOMER, ("claim", "claim", "change")),
    (Who.BEGELEIDER, ("confirm", "claim")),
    (Who.BEGELEIDER, ("accept", "change_acceptance", "undo_acceptance", "refuse", "undo_refusal")),
    (Who.NEWCOMER, ("withdraw", "claim")),
)
"""The newcomer, the begeleider after a call, the begeleider, and the newcomer's other phone."""


@dataclass
class Care:
    """A newcomer and a begeleider, in a database that four may open."""

    writers: list[Database]
    phone: Account
    begeleider: Account

    async def do(self, database: Database, step: Step) -> NotAllowed | None:
        """Do a step, again while the database says "later", as the delivery does; gives back the refusal."""
        for attempt in range(TRIES):
            try:
                return await self._once(database, step)
            except StoreUnavailable:
                await asyncio.sleep(0.01 * attempt)
        raise AssertionError("the database never had time")

    async def _once(self, database: Database, step: Step) -> NotAllowed | None:
        async with database.work() as work:
            use = services(work)
            try:
                dossier = await opened(use, step.by, self.phone, self.begeleider)
                date_id, paper_id = _chosen(dossier, step)
                await act(use, dossier, step, date_id=date_id, paper_id=paper_id)
            except NotAllowed as refusal:
                return refusal
        return None

    async def check(self) -> tuple[Dossier, Counter[What]]:
        """What is there in the end holds together; how often everything was written."""
        async with self.writers[0].work() as work:
            dossier = await opened(services(work), Who.BEGELEIDER, self.phone, self.begeleider)
            events = list(await work.history.of(dossier.id))
        check_invariants(dossier, events)
        return dossier, Counter(event.what for event in events)


def _chosen(dossier: Dossier, step: Step) -> tuple[int, int]:
    dates = [int(a.id) for a in dossier.book.open] or [0]
    papers = [int(a.id) for a in dossier.book.acceptances if a.counts] or [0]
    return dates[step.which % len(dates)], papers[step.which % len(papers)]


def _drawn(chance: random.Random, by: Who, words: tuple[str, ...]) -> Step:
    return Step(
        what=chance.choice(words),
        by=by,
        place=chance.randrange(4),
        which=chance.randrange(4),
        days_ago=chance.randrange(3),
        span=chance.randrange(2),
        minutes=chance.choice((60, 90, 120, 480)),
    )


@pytest.fixture
async def care(database_url: str) -> AsyncIterator[Care]:
    """Amira, guided by An, and four ways to the database."""
    writers = [Database(create_engine(database_url)) for _ in range(4)]
    async with writers[0].work() as work:
        begeleider = await new_begeleider(work, 1, "An")
        phone = await new_newcomer(work, 2, "Amira", of=begeleider)
    yield Care(writers, phone, begeleider)
    for writer in writers:
        await writer.close()


@pytest.mark.parametrize("seed", range(3))
async def test_four_at_once_count_no_hour_twice_and_every_change_is_in_the_history(
    care: Care, seed: int
) -> None:
    done: Counter[What] = Counter()

    async def write(database: Database, by: Who, words: tuple[str, ...], chance: random.Random) -> None:
        for _ in range(ROUNDS):
            step = _drawn(chance, by, words)
            if await care.do(database, step) is None:
                done[WRITTEN[step.what]] += 1

    await asyncio.gather(
        *(
            write(database, by, words, random.Random(seed * 10 + place))
            for place, (database, (by, words)) in enumerate(zip(care.writers, DONE_BY, strict=True))
        )
    )
    _, written = await care.check()

    assert set(written) <= set(done)
    # What changes nothing succeeds without a line.
    assert all(written[what] <= done[what] for what in done)
    assert written[What.CLAIMED] == done[What.CLAIMED]
    assert written[What.ACCEPTED] == done[What.ACCEPTED]


async def test_the_same_claim_from_four_sides_at_once_is_noted_once(care: Care) -> None:
    claim = Step(what="claim", by=Who.NEWCOMER, minutes=90)

    refusals = await asyncio.gather(*(care.do(database, claim) for database in care.writers))
    dossier, written = await care.check()

    assert Counter(type(refusal) for refusal in refusals) == {type(None): 1, NotedAlready: 3}
    assert (dossier.book.sums.claimed, written[What.CLAIMED]) == (90, 1)


async def test_a_bewijs_accepted_by_several_taps_at_once_counts_once(care: Care) -> None:
    accept = Step(what="accept", by=Who.BEGELEIDER, minutes=480, span=4)

    refusals = await asyncio.gather(*(care.do(database, accept) for database in care.writers))
    dossier, written = await care.check()

    assert Counter(type(refusal) for refusal in refusals) == {type(None): 1, AcceptedAlready: 3}
    assert (dossier.book.sums.accepted, written[What.ACCEPTED]) == (480, 1)


async def test_a_claim_that_is_confirmed_and_withdrawn_at_once_ends_as_one_of_them(care: Care) -> None:
    await care.do(care.writers[0], Step(what="claim", by=Who.NEWCOMER, minutes=60))
    both = (Step(what="confirm", by=Who.BEGELEIDER), Step(what="withdraw", by=Who.NEWCOMER))

    refusals = await asyncio.gather(
        *(care.do(database, step) for database, step in zip(care.writers, both, strict=False))
    )
    dossier, _ = await care.check()

    assert [refusal is None for refusal in refusals].count(True) == 1
    assert dossier.book.sums.confirmed == (60 if refusals[0] is None else 0)
