"""What is told by tapping becomes one question; nothing is decided by it."""

import datetime as dt
from collections.abc import AsyncIterator

import pytest

from bot.domain.contract import Contract, Status
from bot.domain.errors import ButtonOld, NoReader
from bot.domain.history import What
from bot.domain.people import Account
from bot.domain.question import Part, QuestionState, Topic
from bot.domain.told import Obstacle, pack_obstacles
from bot.storage.database import Database
from bot.storage.work import SqlWork
from tests.builders import a_message, again, new_account, new_begeleider, new_newcomer, services

ILL = pack_obstacles([Obstacle.ILLNESS])


@pytest.fixture
async def work(database: Database) -> AsyncIterator[SqlWork]:
    """A unit of work, once on each engine."""
    async with database.work() as opened:
        yield opened


async def amira(work: SqlWork, status: Status = Status.OBLIGED) -> Account:
    """Amira, with a contract."""
    sofie = await new_begeleider(work, 2001, "Sofie")
    account = await new_newcomer(work, 1001, "Amira", of=sofie)
    contract = Contract(status=status, starts_on=dt.date(2026, 9, 1), last_day=dt.date(2027, 8, 31))
    await work.people.set_contract(account.newcomer_ids[0], contract)
    return account


async def test_what_was_tapped_goes_out_at_once_with_own_words_behind_it(work: SqlWork) -> None:
    account = await amira(work)
    sent = await services(work).term.tell(
        account, Part.OBSTACLE, ILL, screen_id=50, own=a_message("Lang ziek", message_id=51)
    )

    assert [part.part for part in sent.question.parts] == [Part.OBSTACLE, Part.FOLLOW_UP]
    assert (sent.question.state, sent.question.topic) == (QuestionState.OPEN, Topic.DEADLINE)
    assert (await again(work, account)).may_keep_questions_since is not None


async def test_the_same_screen_tells_it_once(work: SqlWork) -> None:
    account = await amira(work)
    first = await services(work).term.tell(account, Part.OBSTACLE, ILL, screen_id=50)
    second = await services(work).term.tell(account, Part.OBSTACLE, ILL, screen_id=50)

    assert (first.is_new, second.is_new) == (True, False)
    assert first.question.id == second.question.id


async def test_who_can_reach_nobody_tells_nobody(work: SqlWork) -> None:
    stranger = await new_account(work, 1009, "Noor")

    with pytest.raises(NoReader):
        await services(work).term.tell(stranger, Part.WORK, '{"work": "n"}', screen_id=50)


async def test_an_entitled_newcomer_who_stops_is_in_the_history_once_and_nothing_else_changes(
    work: SqlWork,
) -> None:
    account = await amira(work, Status.ENTITLED)
    for _ in range(2):
        dossier = await services(work).dossiers.own(account)
        await services(work).term.ask_to_stop(dossier, account, screen_id=50)
    after = await services(work).dossiers.own(account)

    assert [event.what for event in await work.history.of(after.id)] == [What.ASKED_TO_STOP]
    assert after.newcomer.contract == dossier.newcomer.contract
    assert not after.newcomer.is_closed


async def test_an_obliged_newcomer_cannot_ask_to_stop(work: SqlWork) -> None:
    account = await amira(work)
    dossier = await services(work).dossiers.own(account)

    with pytest.raises(ButtonOld):
        await services(work).term.ask_to_stop(dossier, account, screen_id=50)
