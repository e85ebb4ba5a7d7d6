"""What comes in: acknowledged when kept, handled in order, once, and never in the way of others."""

import asyncio

from sqlalchemy import select

from bot.demo.server import Standin
from bot.storage.database import Database
from bot.storage.tables import inbox
from tests.delivery.conftest import MakePhone
from tests.delivery.small_bot import small_bot


async def test_a_message_is_answered_and_its_update_is_done(
    standin: Standin, database: Database, phone: MakePhone
) -> None:
    amina = phone("Amina")

    async with small_bot(standin, database):
        await amina.say("hallo")
        await amina.wait_for("echo hallo")

    async with database.work() as work:
        states = (await work.connection.execute(select(inbox.c.state))).scalars().all()
    assert states == ["done"]


async def test_an_update_that_comes_again_does_nothing(
    standin: Standin, database: Database, phone: MakePhone
) -> None:
    amina = phone("Amina")
    async with small_bot(standin, database) as bot:
        await amina.say("een keer")
        await amina.wait_for("echo")
        async with database.work() as work:
            row = (await work.connection.execute(select(inbox.c.update_id, inbox.c.payload))).one()

        await bot.delivery.desk.take_in([_received(row.update_id, "{}", amina.id)])
        await amina.say("klaar")
        await amina.wait_for("echo klaar")

    assert bot.attempts == ["een keer", "klaar"]
    assert row.payload is None


async def test_updates_of_one_chat_are_handled_in_order_even_when_the_first_is_slow(
    standin: Standin, database: Database, phone: MakePhone
) -> None:
    amina, karim = phone("Amina"), phone("Karim")
    async with small_bot(standin, database) as bot:
        bot.slow["traag"] = 0.4
        await amina.say("traag")
        await amina.say("snel")
        await karim.say("ander")
        await amina.wait_for("echo snel")

    assert bot.attempts == ["ander", "traag", "snel"]


async def test_one_that_keeps_failing_is_set_aside_with_an_apology_and_the_next_goes_on(
    standin: Standin, database: Database, phone: MakePhone
) -> None:
    amina, karim = phone("Amina"), phone("Karim")
    async with small_bot(standin, database) as bot:
        bot.failing.add("stuk")
        await amina.say("stuk")
        await karim.say("heel")
        await karim.wait_for("echo heel")
        await amina.say("daarna")

        await amina.wait_for("Sorry, er ging iets mis", timeout=15)
        await amina.wait_for("echo daarna", timeout=5)

    async with database.work() as work:
        rows = (await work.connection.execute(select(inbox.c.state, inbox.c.error))).all()
    assert sorted(row.state for row in rows) == ["done", "done", "set_aside"]
    assert not any("echo stuk" in bubble.text for bubble in await amina.messages())
    assert all("stuk" not in (row.error or "") for row in rows)


async def test_what_an_earlier_process_kept_but_did_not_handle_is_handled_at_start(
    standin: Standin, database: Database, phone: MakePhone
) -> None:
    amina = phone("Amina")
    async with small_bot(standin, database) as bot:
        bot.slow["laat"] = 60
        await amina.say("laat")
        while not await _kept(database):
            await asyncio.sleep(0.02)

    async with small_bot(standin, database):
        await amina.wait_for("echo laat", timeout=15)


async def test_an_update_of_a_broken_shape_stops_nobody(
    standin: Standin, database: Database, phone: MakePhone
) -> None:
    amina = phone("Amina")
    async with small_bot(standin, database):
        standin.telegram.updates.add({"message": {"chat": {"id": 5}}})
        standin.telegram.updates.add({"something_new": {"x": 1}})
        await amina.say("verder")
        await amina.wait_for("echo verder")


async def _kept(database: Database) -> bool:
    async with database.work(reads_only=True) as work:
        return bool((await work.connection.execute(select(inbox.c.update_id))).first())


def _received(update_id: int, payload: str, chat_id: int):  # type: ignore[no-untyped-def]
    from bot.domain.ids import ChatId
    from bot.services.delivery_ports import Received

    return Received(update_id=update_id, chat_id=ChatId(chat_id), payload=payload)
