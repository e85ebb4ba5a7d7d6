"""What is kept is shown, agreed to, taken along and forgotten, by tapping."""

import datetime as dt
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.demo.actions import press
from bot.demo.phone import Bubble, Phone
from bot.domain.consent import Purpose
from bot.domain.contract import Contract, Status
from bot.domain.ids import ChatId
from bot.domain.offer_kind import OfferKind
from bot.storage.database import Database
from bot.storage.tables import metadata
from bot.storage.work import SqlWork
from tests.builders import services
from tests.handlers.care import Care, care, eventually
from tests.handlers.newcomer import button_of, said, tap
from tests.handlers.test_caseload import a_desk, set_contract

WAIT = 15


@asynccontextmanager
async def with_hours(database: Database, folder: Path, **options: Any) -> AsyncIterator[Care]:
    """Amira has a contract and 14 accepted hours; she asked Sofie something."""
    async with care(database, folder, **options) as town:
        async with database.work() as work:
            await _set_contract(work, town, Status.OBLIGED)
        yield town


async def _set_contract(work: SqlWork, town: Care, status: Status) -> None:
    now = town.telegram.clock.now()
    use = services(work, now=now)
    sofie = await work.accounts.of_chat(ChatId(town.sofie.id))
    amira = await work.accounts.of_chat(ChatId(town.amira.id))
    assert sofie is not None
    assert amira is not None
    dossier = await use.dossiers.guided(amira.newcomer_ids[0], by=sofie)
    today = dossier.today
    contract = Contract(
        status=status, starts_on=today - dt.timedelta(100), last_day=today + dt.timedelta(200)
    )
    dossier = await use.contracts.set(dossier, contract)
    await use.hours.accept(
        dossier,
        OfferKind.SPORT,
        organisation="Voetbalclub",
        contact=None,
        minutes=840,
        first_day=today - dt.timedelta(60),
        last_day=today - dt.timedelta(2),
    )


async def open_privacy(phone: Phone) -> Bubble:
    await phone.say("/privacy")
    return await said(phone, "x:forget")


async def test_privacy_begins_with_one_screen_and_leads_to_the_whole_text(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        first = await open_privacy(town.amira)
        await tap(town.amira, first, "x:text")
        page = await town.amira.wait_for("Wat, waarom en hoelang")
        await tap(town.amira, page, "x:text:1")
        page = await town.amira.wait_for("Wie leest het?")
        await tap(town.amira, page, "x:text:2")
        last = await town.amira.wait_for("Gegevensbeschermingsautoriteit")
        await tap(town.amira, last, "x:home")
        back = await said(town.amira, "x:forget")

    assert "1 jaar" in first.text
    assert back.text == first.text


async def test_reminders_are_asked_once_and_each_answer_is_in_the_history(
    database: Database, tmp_path: Path
) -> None:
    async with with_hours(database, tmp_path) as town:
        asked = [await _ask_for_consent(database, town) for _ in range(2)]
        question = await _consent_asked(database, town)
        await _press(town, town.amira, f"x:yes:reminders:{question}")
        await town.amira.wait_for("ik herinner je soms")
        first = await open_privacy(town.amira)
        await tap(town.amira, first, "x:agreed")
        agreed = await said(town.amira, "x:off:reminders")
        await tap(town.amira, agreed, "x:off:reminders")
        await said(town.amira, "x:on:reminders")
        async with database.work(reads_only=True) as work:
            given = await work.consents.of(question)
            lines = [line.facts.get("given") for line in await work.history.of(question)]

    assert asked == [True, False]
    assert [(one.purpose, one.is_given) for one in given] == [(Purpose.REMINDERS, False)]
    assert [line for line in lines if line is not None] == [True, False]


async def _ask_for_consent(database: Database, town: Care) -> bool:
    async with database.work() as work:
        use = services(work, now=town.telegram.clock.now())
        dossier = await use.dossiers.as_bot(await _newcomer_id(work, town))
        assert dossier is not None
        return await use.consents.ask_reminders_if_due(dossier)


async def _newcomer_id(work: SqlWork, town: Care) -> Any:
    amira = await work.accounts.of_chat(ChatId(town.amira.id))
    assert amira is not None
    return amira.newcomer_ids[0]


async def _consent_asked(database: Database, town: Care) -> Any:
    async with database.work(reads_only=True) as work:
        return await _newcomer_id(work, town)


async def _press(town: Care, phone: Phone, data: str) -> None:
    """Press a button that stands nowhere yet, under a message of the bot."""
    screen = await open_privacy(phone)
    press(town.telegram, town.telegram.chats[phone.id], screen.message_id, {"callback_data": data})


async def test_who_is_entitled_is_not_asked(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        async with sqlite_database.work() as work:
            await _set_contract(work, town, Status.ENTITLED)

        assert not await _ask_for_consent(sqlite_database, town)


async def test_nobody_answers_for_somebody_else(sqlite_database: Database, tmp_path: Path) -> None:
    async with with_hours(sqlite_database, tmp_path) as town:
        newcomer_id = await _consent_asked(sqlite_database, town)
        await open_privacy(town.karim)
        toast = await town.press_forged(town.karim, f"x:yes:reminders:{newcomer_id}")

        assert toast == "Deze knop is niet voor jou."


async def test_my_data_come_as_a_text_and_as_json(sqlite_database: Database, tmp_path: Path) -> None:
    async with with_hours(sqlite_database, tmp_path) as town:
        await town.ask(town.amira, "Hoe laat is het in Gent?")
        await tap(town.amira, await open_privacy(town.amira), "x:mine")
        screen = await said(town.amira, "x:read")
        await tap(town.amira, screen, "x:read")
        await town.amira.wait_for("alles wat ik van jou weet")
        read = await _file(town, "inburgerbot.txt")
        await tap(town.amira, screen, "x:json")
        await town.amira.wait_for("voor een computer")
        kept = json.loads(await _file(town, "inburgerbot.json"))

    assert "14 uur aanvaard" in screen.text
    assert "Voetbalclub" in read
    assert "Hoe laat is het in Gent?" in read
    assert kept["tables"]["newcomers"][0]["name"] == "Amira"
    assert kept["tables"]["acceptances"][0]["minutes"] == 840


async def _file(town: Care, name: str) -> str:
    bubble = next(b for b in reversed(await town.amira.messages(True)) if b.seen.get("file_name") == name)
    stored = town.telegram.files.at(bubble.seen["file_url"].partition(town.telegram.token)[2].lstrip("/"))
    assert stored is not None
    return stored.data.decode("utf-8-sig")


async def test_forget_me_takes_two_taps_and_leaves_nothing_but_a_receipt(
    database: Database, tmp_path: Path
) -> None:
    async with with_hours(database, tmp_path) as town:
        question_id = await town.ask(town.amira, "Hoe laat is het in Gent?")
        await town.card(town.sofie, question_id)
        await tap(town.amira, await open_privacy(town.amira), "x:forget")
        asked = await said(town.amira, "x:erase")
        await tap(town.amira, asked, "x:erase")
        receipt = await town.amira.wait_for("Alles over jou is gewist", timeout=WAIT)
        handed = await town.sofie.wait_for("Neem dit over in de Kruispuntbank", timeout=WAIT)
        await town.sofie.wait_for("Dit bericht is gewist", timeout=WAIT)
        await eventually(lambda: _nothing_of(database, town.amira.id), seconds=WAIT)
        cards = [bubble.text for bubble in await town.sofie.messages(True)]

    assert "14 uur aanvaard" in asked.text
    assert "1 vraag wacht nog op antwoord" in asked.text
    assert "Voetbalclub: 14 uur" in receipt.text.replace("\u2068", "").replace("\u2069", "")
    assert "Amira" in handed.text
    assert not any("Hoe laat is het in Gent?" in text for text in cards)


async def _nothing_of(database: Database, chat_id: int, *words: str) -> bool | None:
    """True when no row of any table holds the chat or one of the words."""
    async with database.work(reads_only=True) as work:
        for table in metadata.sorted_tables:
            rows = (await work.connection.execute(select(table))).all()
            if any(word in repr(row) for row in rows for word in (str(chat_id), *words)):
                return None
    return True


async def test_a_second_tap_says_that_all_is_gone_and_makes_nobody_new(
    database: Database, tmp_path: Path
) -> None:
    async with with_hours(database, tmp_path) as town:
        await tap(town.amira, await open_privacy(town.amira), "x:forget")
        asked = await said(town.amira, "x:erase")
        data = button_of(asked, "x:erase")
        assert data is not None
        await town.amira.press(data, asked.message_id)
        await town.amira.wait_for("Alles over jou is gewist", timeout=WAIT)
        toast = await town.press_forged(town.amira, data)
        await eventually(lambda: _nothing_of(database, town.amira.id), seconds=WAIT)

    assert toast == "Alles is al gewist."


async def test_after_an_erasure_one_begins_anew(sqlite_database: Database, tmp_path: Path) -> None:
    async with with_hours(sqlite_database, tmp_path) as town:
        await tap(town.amira, await open_privacy(town.amira), "x:forget")
        await tap(town.amira, await said(town.amira, "x:erase"), "x:erase")
        await town.amira.wait_for("Alles over jou is gewist", timeout=WAIT)
        await town.amira.say("/start")

        assert await said(town.amira, "l:")


async def test_a_begeleider_with_people_is_asked_to_hand_them_over(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await tap(town.sofie, await open_privacy(town.sofie), "x:forget")
        asked = await said(town.sofie, "n:handall")

        assert "2 mensen" in asked.text


async def test_a_begeleider_without_people_is_forgotten(database: Database, tmp_path: Path) -> None:
    async with care(database, tmp_path) as town:
        await tap(town.nele, await open_privacy(town.nele), "x:mine")
        await said(town.nele, "x:json")
        await tap(town.nele, await open_privacy(town.nele), "x:forget")
        await tap(town.nele, await said(town.nele, "x:erase"), "x:erase")
        await town.nele.wait_for("Gewist", timeout=WAIT)
        await eventually(lambda: _nothing_of(database, town.nele.id, "Nele"), seconds=WAIT)


async def test_a_newcomer_without_a_phone_is_erased_after_two_questions(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with with_hours(sqlite_database, tmp_path) as town:
        newcomer_id = await _consent_asked(sqlite_database, town)
        await _press(town, town.sofie, f"n:erase:{newcomer_id}")
        refused = await town.sofie.wait_for("kan zelf alles wissen")
        async with sqlite_database.work() as work:
            amira = await work.accounts.of_chat(ChatId(town.amira.id))
            assert amira is not None
            await work.people.unlink_newcomer(newcomer_id, amira.id)
        await _press(town, town.sofie, f"n:erase:{newcomer_id}")
        first = await said(town.sofie, f"n:erase:{newcomer_id}:1")
        await tap(town.sofie, first, f"n:erase:{newcomer_id}:1")
        second = await said(town.sofie, f"n:erase:{newcomer_id}:2")
        await tap(town.sofie, second, f"n:erase:{newcomer_id}:2")
        receipt = await town.sofie.wait_for("Aanvaard: 14 u")
        async with sqlite_database.work(reads_only=True) as work:
            left = await work.people.newcomer(newcomer_id)

    assert "Amira" in refused.text
    assert "echt zeker" in second.text
    assert "Nummer" in receipt.text
    assert left is None


async def test_a_contract_that_is_set_brings_the_question_about_reminders_in_three_layers(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_desk(sqlite_database, tmp_path) as desk:
        await set_contract(desk)
        amira = desk.town.amira
        asked = await said(amira, "x:yes:reminders")
        await tap(amira, asked, "x:why:reminders")
        explained = await amira.wait_for("Nee zeggen kost je niets")
        await tap(amira, explained, "x:text:0")
        page = await amira.wait_for("Wat, waarom en hoelang")

    assert asked.text == "⏰ Mag ik je soms herinneren aan je uren?"
    assert "papier blijft goed" in explained.text
    assert "Alleen als jij ja zegt" in page.text
