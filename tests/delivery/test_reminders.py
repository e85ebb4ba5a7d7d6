"""Reminders to many: people's answers go first, and no reminder comes twice, whatever happens meanwhile."""

import asyncio
import datetime as dt
import random
import sys
from asyncio.subprocess import Process
from collections import Counter
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.delivery import sender as sending
from bot.delivery.limits import Limits
from bot.demo.server import Standin
from bot.services.delivery_ports import Outgoing, Priority
from bot.storage.database import Database, create_engine
from bot.storage.tables import outbox
from tests.delivery.conftest import MakePhone
from tests.delivery.small_bot import small_bot
from tests.delivery.test_out import a_message, put, settled

MANY = 500
FIRST = 100_001


def crowd(standin: Standin, count: int = MANY) -> list[int]:
    """People who have met the bot; gives back their chats."""
    chats = list(range(FIRST, FIRST + count))
    for chat in chats:
        standin.telegram.add_person(f"P{chat}", "nl", chat)
        standin.telegram.chats[chat].started = True
    return chats


def reminders(chats: list[int], **more: Any) -> list[Outgoing]:
    return [a_message(chat, "nog 14 uur", priority=Priority.REMINDER, **more) for chat in chats]


def said(standin: Standin) -> list[int]:
    """The chats of all that was sent, in order."""
    return [int(call["params"]["chat_id"]) for call in standin.telegram.calls.of("sendMessage")]


async def counts(database: Database) -> dict[str, int]:
    query = select(outbox.c.state, func.count()).group_by(outbox.c.state)
    async with database.work(reads_only=True) as work:
        return {row.state: row[1] for row in (await work.connection.execute(query)).all()}


async def ended(database: Database, *, seconds: float = 60) -> dict[str, int]:
    """How sending ended, once it did for all."""
    for _ in range(int(seconds / 0.05)):
        if not {"waiting", "sending"} & (found := await counts(database)).keys():
            return found
        await asyncio.sleep(0.05)
    raise AssertionError(f"not ended: {found}")


async def test_each_of_many_gets_the_reminder_once_and_answers_go_before(
    standin: Standin, database: Database
) -> None:
    chats = crowd(standin, MANY + 20)
    await put(database, *reminders(chats[:MANY]))
    await put(database, *(a_message(chat, "antwoord") for chat in chats[MANY:]))

    async with small_bot(standin, database):
        assert await ended(database) == {"sent": MANY + 20}

    order = said(standin)
    assert max(order.index(chat) for chat in chats[MANY:]) < 2 * sending.SIDE_BY_SIDE
    assert sorted(order) == chats


async def test_an_answer_in_the_middle_of_a_blast_does_not_wait_for_it(
    standin: Standin, sqlite_database: Database, phone: MakePhone
) -> None:
    amina = phone("Amina")
    await put(sqlite_database, *reminders(crowd(standin)))

    async with small_bot(standin, sqlite_database, limits=Limits()):
        for number in range(5):
            await amina.say(f"vraag {number}")
            await amina.wait_for(f"echo vraag {number}")
            before = len(said(standin))

    # Five answers, with the second's rest in one chat between them: most reminders still wait.
    assert before < 200


async def test_stopping_and_starting_in_the_middle_doubles_and_loses_none(
    standin: Standin, database: Database
) -> None:
    chats = crowd(standin)
    await put(database, *reminders(chats))

    for pause in (0.1, 0.2, 0.3):
        async with small_bot(standin, database):
            await asyncio.sleep(pause)
    async with small_bot(standin, database):
        assert await ended(database) == {"sent": MANY}

    assert sorted(said(standin)) == chats


@pytest.mark.slow
async def test_a_sender_that_is_killed_again_and_again_sends_no_reminder_twice(
    standin: Standin, database_url: str
) -> None:
    kills, chats = 4, crowd(standin)
    database = Database(create_engine(database_url))
    await put(database, *reminders(chats))

    for _ in range(kills):
        process = await _sender(standin, database_url)
        already = len(said(standin))
        while len(said(standin)) <= already:
            await asyncio.sleep(0.005)
        await asyncio.sleep(random.uniform(0, 0.2))
        process.kill()
        await process.wait()
    last = await _sender(standin, database_url)
    found = await ended(database)
    last.terminate()
    await last.wait()
    await database.close()

    times = Counter(said(standin))
    assert max(times.values()) == 1
    assert found["sent"] + found.get("unknown", 0) == MANY
    # At most what was under way at a kill, and as many again whose end was not written down yet.
    assert found.get("unknown", 0) <= kills * 2 * sending.SIDE_BY_SIDE
    assert found["sent"] <= len(times)


async def _sender(standin: Standin, database_url: str) -> Process:
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.delivery.only_sender"),
        *(standin.page_url, standin.token, database_url),
    )


@pytest.mark.postgres
async def test_two_senders_that_take_turns_send_each_reminder_once(
    standin: Standin, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "LEASE_SECONDS", 0.2)
    chats = crowd(standin)
    databases = [Database(create_engine(postgres_url)) for _ in range(2)]
    await put(databases[0], *reminders(chats))

    one, other = (small_bot(standin, database, polls=False) for database in databases)
    async with one as first, other:
        for _ in range(4):
            await asyncio.sleep(0.1)
            # It loses hold of the lease, as a process that was stopped for a while does.
            async with databases[0].work() as work:
                await work.leases.release(sending.LEASE, first.delivery.sender._holder)
        found = await ended(databases[0])

    assert max(Counter(said(standin)).values()) == 1
    assert found["sent"] + found.get("unknown", 0) == MANY
    for database in databases:
        await database.close()


@pytest.mark.parametrize("fault", ["drop_before", "drop_after", "bad_gateway", "error_500"])
async def test_a_reminder_of_which_nobody_knows_whether_it_arrived_is_not_sent_again(
    standin: Standin, sqlite_database: Database, phone: MakePhone, fault: str
) -> None:
    amina = phone("Amina")
    standin.telegram.faults.add(fault, method="sendMessage")
    await put(sqlite_database, *reminders([amina.id]))

    async with small_bot(standin, sqlite_database):
        assert await settled(sqlite_database) == ["unknown"]

    assert len(said(standin)) == 1


async def test_a_reminder_that_telegram_put_off_is_sent_once_later(
    standin: Standin, sqlite_database: Database, phone: MakePhone
) -> None:
    amina = phone("Amina")
    standin.telegram.faults.add("flood", method="sendMessage", retry_after=1)
    await put(sqlite_database, *reminders([amina.id]))

    async with small_bot(standin, sqlite_database):
        assert await settled(sqlite_database) == ["sent"]

    assert [bubble.text for bubble in await amina.messages()] == ["nog 14 uur"]


async def test_a_reminder_that_was_put_off_too_long_is_not_sent_any_more(
    standin: Standin, sqlite_database: Database, phone: MakePhone
) -> None:
    amina = phone("Amina")
    standin.telegram.faults.add("flood", method="sendMessage", retry_after=1)
    soon = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=0.6)
    await put(sqlite_database, *reminders([amina.id], expires_at=soon))

    async with small_bot(standin, sqlite_database):
        assert await settled(sqlite_database) == ["dropped"]

    assert await amina.messages() == []
