"""Whatever newcomer, contacts and begeleider do with dates, in whatever order: each hour counts once.

Each step is a transaction of its own on a real database. `CONTACT_SEQUENCES` asks for more of them.
"""

import asyncio
import itertools
import os
import random
from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from bot.domain.errors import InviteNotValid, NotAllowed
from bot.services.delivery_ports import StoreUnavailable
from bot.storage.database import Database, create_engine
from tests.services.contact_story import WHAT, ContactStory, Try, a_try, some_try

SEQUENCES = int(os.environ.get("CONTACT_SEQUENCES", "25"))
WRITERS, ROUNDS, TRIES = 4, 12, 30
DIGITAL = [a_try("scan"), a_try("note", days_ago=1), a_try("all"), a_try("sign"), a_try("accept")]
EVERYTHING_ONCE = [
    *DIGITAL,
    a_try("photograph", which=1),
    *(a_try(what) for what in ("undo", "accept", "reject", "undo")),
    a_try("claim", days_ago=2),
    *(a_try("change", days_ago=days) for days in (3, 2)),
    a_try("withdraw"),
    a_try("claim", days_ago=2, minutes=90),
    *(a_try(what, which=3) for what in ("say", "object", "deny", "object", "call")),
    *(a_try(what) for what in ("refuse", "undo_refusal")),
    a_try("move", days_ago=3),
    a_try("print", days=1),
    a_try("erase"),
]
TWO_SAY_DIFFERENT_THINGS = [
    a_try("claim"),
    a_try("say", minutes=90),
    a_try("say", who=1),
    a_try("sign"),
    a_try("deny"),
    a_try("say", minutes=30),
    a_try("erase"),
    a_try("sign", who=1),
    a_try("deny", who=1),
]


MOVED_AFTER_SIGNING = [
    a_try("claim"),
    a_try("say"),
    a_try("claim", days_ago=1),
    a_try("say", which=1),
    a_try("sign"),
    a_try("move", days_ago=3),
    a_try("accept"),
]


def test_no_order_of_steps_counts_an_hour_twice_and_the_history_tells_all(database_url: str) -> None:
    database, chats, done = Database(create_engine(database_url)), itertools.count(1), Counter[str]()

    async def play(tries: list[Try]) -> None:
        story = ContactStory(database, chats)
        await story.begin()
        for tried in tries:
            before = await story.kept()
            refusal = await story.take(tried)
            if refusal is not None:
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
        @example(TWO_SAY_DIFFERENT_THINGS)
        @example(MOVED_AFTER_SIGNING)
        @given(st.lists(some_try, min_size=8, max_size=30))
        def check(tries: list[Try]) -> None:
            runner.run(play(tries))

        check()
        runner.run(database.close())

    assert set(done) == set(WHAT), "everything succeeds in some sequence"


@pytest.mark.parametrize("seed", range(2))
async def test_newcomer_contacts_and_begeleider_at_once_count_no_hour_twice(
    database_url: str, seed: int
) -> None:
    databases = [Database(create_engine(database_url)) for _ in range(WRITERS)]
    story = ContactStory(databases[0], itertools.count(1))
    await story.begin()
    calm = [what for what in WHAT if what != "erase"]

    async def write(database: Database, chance: random.Random) -> None:
        for _ in range(ROUNDS):
            tried = a_try(
                chance.choice(calm),
                which=chance.randrange(4),
                who=chance.randrange(2),
                days_ago=chance.randrange(3),
                minutes=chance.choice((60, 90, 120)),
            )
            await _patiently(story, tried, database)

    await asyncio.gather(
        *(write(database, random.Random(seed * 10 + place)) for place, database in enumerate(databases))
    )
    await story.check()
    for database in databases:
        await database.close()


async def test_a_link_that_two_press_at_once_lets_one_in(database_url: str) -> None:
    databases = [Database(create_engine(database_url)) for _ in range(WRITERS)]
    story = ContactStory(databases[0], itertools.count(1))
    await story.begin()
    token = await story.new_link()

    joined = await asyncio.gather(*(_join(story, token, database) for database in databases))
    await story.check()
    for database in databases:
        await database.close()

    assert sorted(type(one).__name__ for one in joined) == ["Contact", *["InviteNotValid"] * 3]


async def _patiently(story: ContactStory, tried: Try, database: Database) -> NotAllowed | None:
    """Again while the database says "later", as the delivery does."""
    for attempt in range(TRIES):
        try:
            return await story.take(tried, database)
        except StoreUnavailable:
            await asyncio.sleep(0.01 * attempt)
    raise AssertionError("the database never had time")


async def _join(story: ContactStory, token: str, database: Database) -> object:
    for attempt in range(TRIES):
        try:
            return await story.join(token, database)
        except InviteNotValid as refusal:
            return refusal
        except StoreUnavailable:
            await asyncio.sleep(0.01 * attempt)
    raise AssertionError("the database never had time")
