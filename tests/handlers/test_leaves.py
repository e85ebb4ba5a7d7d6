"""Leave that is changed: who makes way hears it, and leave on other days stays."""

from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.demo.phone import Phone
from bot.domain.ids import ChatId
from bot.storage.database import Database
from bot.storage.tables import outbox, stand_ins
from bot.storage.work import SqlWork
from tests.handlers.care import Care, care
from tests.handlers.newcomer import said
from tests.handlers.seen import press_on, told

NOVEMBER = "20261123:20261126"
CHRISTMAS = "20261221:20261224"


async def plan(town: Care, days: str, colleague: int, heard: Phone) -> None:
    """Sofie plans leave by buttons."""
    first = days.split(":", maxsplit=1)[0]
    await town.sofie.say("/afwezig")
    screen = await said(town.sofie, "n:leave:")
    if not any(str(b.get("callback_data")).startswith("n:leave:from") for b in screen.buttons):
        await press_on(town.sofie, "n:leave:new")
        screen = await said(town.sofie, "n:leave:from")
    await town.press_forged(town.sofie, f"n:leave:from:{first}")
    await town.press_forged(town.sofie, f"n:leave:yes:{days}:{colleague}")
    await told(heard, "koos jou als vervanger")


async def planned(database: Database) -> list[tuple[int, str, str]]:
    """The leave that is kept: the colleague, the first and the last day."""
    async with database.work(reads_only=True) as work:
        assert isinstance(work, SqlWork)
        query = select(stand_ins).order_by(stand_ins.c.first_day)
        rows: list[Any] = list((await work.connection.execute(query)).all())
    return [(row.colleague_id, f"{row.first_day:%d/%m}", f"{row.last_day:%d/%m}") for row in rows]


async def third_begeleider(town: Care, database: Database) -> Phone:
    """Karim is a colleague, too."""
    async with database.work() as work:
        account = await work.accounts.of_chat(ChatId(town.karim.id))
        assert account is not None
        for newcomer_id in account.newcomer_ids:
            await work.people.unlink_newcomer(newcomer_id, account.id)
        guide = await work.people.add_begeleider("Karim", at=town.telegram.clock.now())
        await work.people.link_begeleider(guide, account.id)
    return town.karim


async def test_leave_on_other_days_stays_when_more_is_planned(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await plan(town, CHRISTMAS, 2, town.nele)
        await plan(town, NOVEMBER, 2, town.nele)
        screen = await told(town.sofie, "Afwezig van 23 november")
        both = await planned(sqlite_database)
        await town.press_forged(town.sofie, "n:leave:end")
        left = await planned(sqlite_database)

    assert both == [(2, "23/11", "26/11"), (2, "21/12", "24/12")]
    assert screen.text.count("Nele vervangt je") == 2
    assert left[-1] == (2, "21/12", "24/12")


async def test_a_colleague_who_makes_way_hears_it_and_gives_the_cards_back(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        third = await third_begeleider(town, sqlite_database)
        question = await town.ask(town.amira, "Hoeveel kost een huis?")
        await plan(town, NOVEMBER, 2, town.nele)
        await town.card(town.nele, question)
        await plan(town, NOVEMBER, 3, third)

        await told(town.nele, "Je vervangt Sofie niet (meer)")
        await told(town.nele, "iemand anders volgt dit nu op")
        await town.card(third, question)


async def test_nobody_is_woken_when_leave_begins_at_midnight(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        question = await town.ask(town.amira, "Hoeveel kost een huis?")
        await plan(town, "20261124:20261126", 2, town.nele)
        town.pass_hours(14)
        await town.card(town.nele, question)
        await told(town.amira, "Nele")

    calls = [call["params"] for call in town.telegram.calls.of("sendMessage")]
    last = [params for params in calls if str(params["chat_id"]) == str(town.amira.id)][-1]
    assert "Nele" in str(last["text"])
    assert "disable_notification" in last


async def drawn(database: Database, phone: Phone, question: int) -> int:
    """How often the question's card was changed in this chat."""
    async with database.work(reads_only=True) as work:
        assert isinstance(work, SqlWork)
        query = select(outbox).where(outbox.c.chat_id == phone.id, outbox.c.edits == f"card:{question}")
        return len((await work.connection.execute(query)).all())


async def test_a_card_that_somebody_else_follows_stays_so_until_its_begeleider_answers(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        question = await town.ask(town.amira, "Hoeveel kost een huis?")
        asked = next(b for b in await town.amira.messages(False) if "huis" in b.text)
        await plan(town, NOVEMBER, 2, town.nele)
        await town.card(town.nele, question)
        aside = await told(town.sofie, "iemand anders volgt dit nu op")
        before = await drawn(sqlite_database, town.sofie, question)
        await town.amira.edit(asked.message_id, "Hoeveel kost een boot?")
        await town.card(town.nele, question, "boot")
        after = await drawn(sqlite_database, town.sofie, question)
        await town.sofie.say("Tien euro", reply_to=aside.message_id)
        own = await town.card(town.sofie, question, "Tien euro")
        await town.card(town.nele, question, "Tien euro")

    assert after == before
    assert own.message_id == aside.message_id


async def test_who_is_on_leave_sees_the_card_again_that_they_work_on(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        question = await town.ask(town.amira, "Hoeveel kost een huis?")
        await plan(town, NOVEMBER, 2, town.nele)
        await town.card(town.nele, question)
        await told(town.sofie, "iemand anders volgt dit nu op")
        await town.press_forged(town.sofie, f"b:card:{question}")
        card = await town.card(town.sofie, question)
        for data in (f"f:groups:{question}", f"f:group:{question}:appointment", f"f:pick:{question}:come"):
            await press_on(town.sofie, data)
        await told(town.sofie, "Welke dag")
        await town.sofie.say("3 december")
        await told(town.sofie, "Hoe laat")
        again = await town.card(town.sofie, question)

    assert again.message_id == card.message_id
