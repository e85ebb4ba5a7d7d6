"""`inburgerbot begeleider leaves`: nobody is left behind."""

import datetime as dt
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import select

from bot.commands.begeleiders import leaves
from bot.domain.errors import ColleagueUnknown, StillGuides
from bot.domain.history import What, Who
from bot.domain.people import Account
from bot.domain.question import Topic
from bot.services.clock import SystemClock
from bot.settings import Settings
from bot.storage.database import Database, create_engine
from bot.storage.tables import outbox
from bot.storage.work import SqlWork
from tests.builders import a_message, again, new_begeleider, new_newcomer, services

Found = TypeVar("Found")


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """An empty database, once on each engine."""
    return Settings(database_url=database_url, data_dir=tmp_path, _env_file=None)


async def within(settings: Settings, do: Callable[[SqlWork], Awaitable[Found]]) -> Found:
    """Do something in a unit of work of its own."""
    database = Database(create_engine(settings.database))
    try:
        async with database.work() as work:
            return await do(work)
    finally:
        await database.close()


async def town(work: SqlWork) -> tuple[Account, Account, Account]:
    """An guides Amira, who waits for an answer; Bart is a colleague."""
    an, bart = await new_begeleider(work, 1, "An"), await new_begeleider(work, 2, "Bart")
    amira = await new_newcomer(work, 3, "Amira", of=an)
    questions = services(work).questions
    draft = await questions.draft(amira, a_message())
    await questions.send(draft.id, Topic.HOURS, by=amira)
    await services(work).invites.add_newcomer(an, "Karim")
    return an, bart, amira


async def test_everybody_goes_to_the_colleague_and_hears_it(settings: Settings) -> None:
    an, bart, amira = await within(settings, town)
    assert an.begeleider_id is not None
    assert bart.begeleider_id is not None

    count = await leaves(settings, an.begeleider_id, to=bart.begeleider_id)

    async def look(work: SqlWork) -> None:
        assert bart.begeleider_id is not None
        assert not (await again(work, an)).is_begeleider
        theirs = await work.people.newcomers_of(bart.begeleider_id)
        assert [one.name for one in theirs] == ["Amira", "Karim"]
        (question,) = await work.questions.open_about(amira.newcomer_ids[0])
        assert question.begeleider_id == bart.begeleider_id
        event = (await work.history.of(amira.newcomer_ids[0]))[-1]
        assert (event.what, event.by.who) == (What.HANDED_OVER, Who.TEAM)
        assert await work.outbox.has_waiting()

    assert count == 2
    await within(settings, look)


async def test_it_is_refused_while_people_are_left(settings: Settings) -> None:
    an, _, _ = await within(settings, town)
    assert an.begeleider_id is not None

    with pytest.raises(StillGuides, match="2 people are left"):
        await leaves(settings, an.begeleider_id, to=None)

    async def is_begeleider(work: SqlWork) -> bool:
        return (await again(work, an)).is_begeleider

    assert await within(settings, is_begeleider)


async def test_who_guides_nobody_just_goes(settings: Settings) -> None:
    _, bart, _ = await within(settings, town)
    assert bart.begeleider_id is not None

    assert await leaves(settings, bart.begeleider_id, to=None) == 0


async def test_who_counted_on_them_as_a_stand_in_hears_it_and_reads_again(settings: Settings) -> None:
    an, bart, amira = await within(settings, town)
    assert an.begeleider_id is not None
    assert bart.begeleider_id is not None
    colleague = bart.begeleider_id

    async def go(work: SqlWork) -> None:
        today = services(work, now=SystemClock().now()).leaves.today
        tomorrow, next_week = (today + dt.timedelta(days=number) for number in (1, 7))
        for first, last in ((today, tomorrow), (next_week, next_week)):
            await services(work, now=SystemClock().now()).leaves.begin(an, colleague, first, last)

    await within(settings, go)
    await leaves(settings, colleague, to=None)

    async def look(work: SqlWork) -> None:
        use = services(work, now=SystemClock().now())
        assert list(await use.leaves.of(an)) == []
        (question,) = await work.questions.open_about(amira.newcomer_ids[0])
        reader = await use.readers.of_question(question)
        assert reader is not None
        assert (reader.chat_id, reader.on_leave) == (an.chat_id, None)
        rows = (await work.connection.execute(select(outbox).order_by(outbox.c.id))).all()
        assert sum("Bart</b> gebruikt de bot niet meer" in row.payload for row in rows) == 2
        assert [row.chat_id for row in rows if row.name == f"card:{question.id}"] == [an.chat_id]
        assert [row.chat_id for row in rows if row.edits == f"card:{question.id}"] == [bart.chat_id]
        assert any(row.chat_id == amira.chat_id and "An" in row.payload for row in rows)

    await within(settings, look)


@pytest.mark.parametrize(("leaver", "to"), [(1, 99), (99, 1), (1, 1)])
async def test_a_colleague_who_is_not_there_takes_nobody(settings: Settings, leaver: int, to: int) -> None:
    await within(settings, town)

    with pytest.raises(ColleagueUnknown):
        await leaves(settings, leaver, to=to)
