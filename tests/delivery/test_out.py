"""What goes out: in order, within the limits, each message to its outcome."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import select

from bot.delivery.limits import Allowance, Limits
from bot.delivery.turn import Turn
from bot.demo.server import Standin
from bot.domain.ids import ChatId
from bot.services.delivery_ports import LeasedJob, Outgoing, Priority
from bot.storage.database import Database
from bot.storage.tables import outbox
from tests.delivery.conftest import MakePhone
from tests.delivery.small_bot import small_bot


def a_message(chat_id: int, text: str, **more: Any) -> Outgoing:
    return Outgoing(
        chat_id=ChatId(chat_id),
        method=more.pop("method", "sendMessage"),
        payload={"text": text, "parse_mode": "HTML"},
        language="nl",
        **more,
    )


async def put(database: Database, *messages: Outgoing) -> None:
    async with database.work() as work:
        await work.outbox.add(messages, at=dt.datetime.now(dt.UTC))


async def states(database: Database) -> list[str]:
    async with database.work(reads_only=True) as work:
        rows = await work.connection.execute(select(outbox.c.state).order_by(outbox.c.id))
        return list(rows.scalars().all())


async def settled(database: Database) -> list[str]:
    import asyncio

    for _ in range(300):
        found = await states(database)
        if not {"waiting", "sending"} & set(found):
            return found
        await asyncio.sleep(0.02)
    raise AssertionError(f"not settled: {found}")


async def test_messages_of_a_chat_arrive_in_order(
    standin: Standin, database: Database, phone: MakePhone
) -> None:
    amina = phone("Amina")
    await put(database, *(a_message(amina.id, f"bericht {n}") for n in range(20)))

    async with small_bot(standin, database):
        await settled(database)

    assert [bubble.text for bubble in await amina.messages()] == [f"bericht {n}" for n in range(20)]


async def test_answers_go_before_reminders(
    standin: Standin, sqlite_database: Database, phone: MakePhone
) -> None:
    amina = phone("Amina")
    await put(
        sqlite_database,
        a_message(amina.id, "herinnering", priority=Priority.REMINDER),
        a_message(amina.id, "antwoord", priority=Priority.ANSWER),
    )

    async with small_bot(standin, sqlite_database):
        await settled(sqlite_database)

    assert [bubble.text for bubble in await amina.messages()] == ["antwoord", "herinnering"]


async def test_a_connection_that_broke_after_the_request_is_told_in_the_repetition(
    standin: Standin, database: Database, phone: MakePhone
) -> None:
    amina = phone("Amina")
    standin.telegram.faults.add("drop_after", method="sendMessage")
    await put(database, a_message(amina.id, "belangrijk"))

    async with small_bot(standin, database):
        assert await settled(database) == ["sent"]

    texts = [bubble.text for bubble in await amina.messages()]
    assert texts == ["belangrijk", "Nog eens, voor het geval het niet aankwam:\n\nbelangrijk"]


async def test_a_reminder_that_may_have_arrived_is_not_sent_again(
    standin: Standin, database: Database, phone: MakePhone
) -> None:
    amina = phone("Amina")
    standin.telegram.faults.add("drop_after", method="sendMessage")
    await put(database, a_message(amina.id, "herinnering", priority=Priority.REMINDER))

    async with small_bot(standin, database):
        assert await settled(database) == ["unknown"]

    assert len(await amina.messages()) == 1


@pytest.mark.parametrize("priority", [Priority.ANSWER, Priority.REMINDER])
async def test_what_a_dead_process_had_in_its_hands_is_sent_once_more_unless_it_is_a_reminder(
    standin: Standin, database: Database, phone: MakePhone, priority: Priority
) -> None:
    amina = phone("Amina")
    await put(database, a_message(amina.id, "onderweg", priority=priority))
    async with database.work() as work:
        await work.outbox.take(dt.datetime.now(dt.UTC), answers=9, reminders=9, except_chats=())

    async with small_bot(standin, database):
        found = await settled(database)

    texts = [bubble.text for bubble in await amina.messages()]
    if priority is Priority.REMINDER:
        assert (found, texts) == (["unknown"], [])
    else:
        assert found == ["sent"]
        assert texts == ["Nog eens, voor het geval het niet aankwam:\n\nonderweg"]


async def test_a_blocked_person_is_unreachable_and_a_job_says_so(
    standin: Standin, database: Database, phone: MakePhone
) -> None:
    amina = phone("Amina")
    await amina.block()
    heard: list[dict[str, Any]] = []

    async def unreachable(_turn: Turn, job: LeasedJob) -> None:
        heard.append(job.facts)

    async def outcome(_turn: Turn, job: LeasedJob) -> None:
        heard.append(job.facts)

    await put(database, a_message(amina.id, "hallo", tells_outcome=True, about="part:7"))
    async with small_bot(standin, database, jobs={"unreachable": unreachable, "outcome": outcome}):
        assert await settled(database) == ["unreachable"]
        import asyncio

        for _ in range(100):
            if len(heard) == 2:
                break
            await asyncio.sleep(0.02)

    assert {"chat_id": amina.id} in heard
    assert {"about": "part:7", "state": "unreachable"} in heard


async def test_waiting_is_honoured_for_the_chat_that_asked_for_it(
    standin: Standin, sqlite_database: Database, phone: MakePhone
) -> None:
    amina, karim = phone("Amina"), phone("Karim")
    standin.telegram.faults.add("flood", method="sendMessage", retry_after=1, chat_id=amina.id)
    await put(
        sqlite_database, a_message(amina.id, "een"), a_message(amina.id, "twee"), a_message(karim.id, "los")
    )

    async with small_bot(standin, sqlite_database):
        await karim.wait_for("los", timeout=2)
        assert not await amina.messages()
        await amina.wait_for("twee", timeout=5)

    assert [bubble.text for bubble in await amina.messages()] == ["een", "twee"]


async def test_only_the_newest_edit_waits_and_it_finds_its_message_by_name(
    standin: Standin, database: Database, phone: MakePhone
) -> None:
    amina = phone("Amina")
    edit = {"method": "editMessageText", "edits": "kaart"}
    await put(database, a_message(amina.id, "eerst", name="kaart"))
    await put(database, a_message(amina.id, "tussen", **edit))
    await put(database, a_message(amina.id, "laatst", **edit))

    async with small_bot(standin, database):
        found = await settled(database)

    assert found == ["sent", "dropped", "sent"]
    assert [bubble.text for bubble in await amina.messages()] == ["laatst"]


async def test_what_is_too_old_to_make_sense_is_dropped(
    standin: Standin, database: Database, phone: MakePhone
) -> None:
    amina = phone("Amina")
    past = dt.datetime.now(dt.UTC) - dt.timedelta(seconds=1)
    await put(database, a_message(amina.id, "oud", expires_at=past), a_message(amina.id, "nieuw"))

    async with small_bot(standin, database):
        assert await settled(database) == ["dropped", "sent"]


async def test_a_message_telegram_never_takes_is_put_away_and_the_next_goes_on(
    standin: Standin, database: Database, phone: MakePhone
) -> None:
    amina = phone("Amina")
    await put(database, a_message(amina.id, "x" * 5000), a_message(amina.id, "verder"))

    async with small_bot(standin, database):
        assert await settled(database) == ["refused", "sent"]


def test_thirty_a_second_go_out_of_which_reminders_get_twenty_five() -> None:
    allowance = Allowance(Limits())

    for chat in range(1, 26):
        allowance.note(chat, now=100.0)

    assert allowance.reminders(now=100.5) == 0
    assert allowance.answers(now=100.5) == 5
    assert allowance.answers(now=101.1) == 30


def test_reminders_go_a_few_at_a_time_so_that_an_answer_finds_room_at_once() -> None:
    allowance = Allowance(Limits())

    for chat in range(1, 6):
        allowance.note(chat, now=100.0)

    assert (allowance.reminders(now=100.1), allowance.answers(now=100.1)) == (0, 25)
    assert allowance.next_change(now=100.1) == pytest.approx(0.1)
    assert allowance.reminders(now=100.21) == 5


def test_a_chat_rests_a_second_and_a_group_three() -> None:
    allowance = Allowance(Limits())

    allowance.note(7, now=100.0)
    allowance.note(-7, now=100.0)

    assert allowance.resting_chats(now=100.9) == {7, -7}
    assert allowance.resting_chats(now=101.1) == {-7}
