"""Whatever is done with papers, in whatever order and by several at once: nothing counts twice."""

import asyncio
import itertools
import os
import random
from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from bot.domain.errors import FormAcceptedAlready, PaperSettled
from bot.services.delivery_ports import StoreUnavailable
from bot.storage.database import Database, create_engine
from tests.services.paper_story import WHAT, PaperStory, Try, a_try, some_try

SEQUENCES = int(os.environ.get("PAPER_SEQUENCES", "25"))
WRITERS, ROUNDS, TRIES = 4, 15, 30
A_PAPER = [a_try("send"), a_try("read"), a_try("say"), a_try("hand_in")]
DECISIONS = ("again", "accept", "undo", "accept", "undo_hours", "refuse", "undo", "remove")
EVERYTHING_ONCE = [
    a_try("claim"),
    *A_PAPER,
    *(a_try(what) for what in DECISIONS),
    *(a_try(what) for what in ("send", "read", "better", "read", "type")),
    a_try("say", contact=1),
    *(a_try(what) for what in ("hand_in", "belongs", "own", "accept", "undo", "back", "forget")),
]
ONE_FORM_OF_TWO = [
    *A_PAPER,
    *(a_try(one.what, who=1) for one in A_PAPER),
    a_try("accept"),
    a_try("accept", who=1),
]


def test_no_order_of_steps_counts_anything_twice_and_the_history_tells_all(database_url: str) -> None:
    database, chats, done = Database(create_engine(database_url)), itertools.count(1), Counter[str]()

    async def play(tries: list[Try]) -> None:
        story = PaperStory([database], chats)
        await story.begin()
        for tried in tries:
            before = await story.kept()
            refusal = await story.take(tried)
            if refusal is not None or tried.is_lost:
                assert await story.kept() == before
            await story.check()
        done.update(story.done)

    with asyncio.Runner() as runner:

        @settings(
            max_examples=SEQUENCES,
            deadline=None,
            database=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @example(EVERYTHING_ONCE)
        @example(ONE_FORM_OF_TWO)
        @given(st.lists(some_try, min_size=8, max_size=30))
        def check(tries: list[Try]) -> None:
            runner.run(play(tries))

        check()
        runner.run(database.close())

    assert set(done) == set(WHAT), "everything succeeds in some sequence"


@pytest.mark.parametrize("seed", range(3))
async def test_four_at_once_count_no_form_twice(database_url: str, seed: int) -> None:
    databases = [Database(create_engine(database_url)) for _ in range(WRITERS)]
    story = PaperStory(databases, itertools.count(1))
    await story.begin()

    async def write(database: Database, chance: random.Random) -> None:
        for _ in range(ROUNDS):
            await _patiently(story, _drawn(chance), database)

    await asyncio.gather(
        *(write(database, random.Random(seed * 10 + place)) for place, database in enumerate(databases))
    )
    await story.check()
    for database in databases:
        await database.close()


def _drawn(chance: random.Random) -> Try:
    return a_try(
        chance.choice([what for what in WHAT if what != "forget"]),
        who=chance.randrange(2),
        which=chance.randrange(4),
        form=chance.randrange(6),
        contact=chance.randrange(3),
    )


async def _patiently(story: PaperStory, tried: Try, database: Database) -> object:
    """Again while the database says "later", as the delivery does."""
    for attempt in range(TRIES):
        try:
            return await story.take(tried, database)
        except StoreUnavailable:
            await asyncio.sleep(0.01 * attempt)
    raise AssertionError("the database never had time")


async def test_one_form_of_two_people_accepted_at_once_counts_for_one(database_url: str) -> None:
    databases = [Database(create_engine(database_url)) for _ in range(WRITERS)]
    story = PaperStory(databases, itertools.count(1))
    await story.begin()
    for who, step in itertools.product(range(2), A_PAPER):
        await story.take(a_try(step.what, who=who))

    refusals = await asyncio.gather(
        *(
            _patiently(story, a_try("accept", who=number % 2), database)
            for number, database in enumerate(databases)
        )
    )
    await story.check()
    for database in databases:
        await database.close()

    kinds = Counter(type(refusal) for refusal in refusals)
    assert kinds[type(None)] == 1
    assert kinds[FormAcceptedAlready] == 2
    assert kinds[PaperSettled] == 1
