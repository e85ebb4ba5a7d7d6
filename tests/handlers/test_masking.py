"""Somebody writes a national register number: nobody keeps it, they hear it kindly, and the rest goes on."""

from pathlib import Path

from sqlalchemy import select

from bot.storage.database import Database
from bot.storage.tables import inbox, outbox, question_parts
from tests.handlers.care import care, eventually
from tests.handlers.newcomer import a_town, said, tap

NUMBER, HIDDEN = "85.07.30-033 28", "••.••.••-••• ••"
TOLD = "Verwijder je bericht best ook zelf"


def has_number(folder: Path) -> bool:
    """Does any spelling of it stand in what the bot wrote to the disk?"""
    content = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return any(spelling in content for spelling in (NUMBER.encode(), b"85073003328", b"033 28"))


async def test_a_question_with_a_number_goes_to_the_begeleider_without_it(
    sqlite_database: Database, tmp_path: Path
) -> None:
    question = f"Mijn nummer is {NUMBER}. Wie tekent mijn blad?"
    async with care(sqlite_database, tmp_path) as town:
        number = await town.ask(town.amira, question)
        card = await town.card(town.sofie, number, HIDDEN)
        await town.amira.wait_for(lambda bubble: bool(bubble.text))
        told = [bubble for bubble in await town.amira.messages(True) if TOLD in bubble.text]
        chat = town.telegram.chats[town.amira.id]
        async with sqlite_database.work(reads_only=True) as work:
            for column in (question_parts.c.content, outbox.c.payload, inbox.c.payload):
                kept = (await work.connection.execute(select(column))).scalars().all()
                assert not any("033 28" in text for text in kept if text)
        assert not has_number(tmp_path)

    assert "Wie tekent mijn blad?" in card.text
    assert len(told) == 1
    replied = chat.messages[told[0].message_id].body["reply_to_message"]
    assert replied["text"] == question
    assert not has_number(tmp_path)


async def test_a_begeleider_who_answers_with_a_number_hears_it_too(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        number = await town.ask(town.amira, "Wie tekent mijn blad?")
        card = await town.card(town.sofie, number)
        await town.sofie.say(f"Zet {NUMBER} op het blad", reply_to=card.message_id)

        async def arrived() -> bool | None:
            texts = [bubble.text for bubble in await town.amira.messages(True)]
            return any(HIDDEN in text for text in texts) or None

        await eventually(arrived)
        told = [bubble for bubble in await town.sofie.messages(True) if TOLD in bubble.text]

    assert len(told) == 1
    assert not has_number(tmp_path)


async def test_a_number_in_a_changed_message_is_told_and_hidden(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_town(sqlite_database, tmp_path) as town:
        amira = await town.guest()
        written = await amira.say("hallo")
        await amira.wait_for()
        await amira.edit(written.message_id, f"hallo {NUMBER}")
        await amira.wait_for(TOLD)

    assert not has_number(tmp_path)


async def test_a_telephone_number_is_no_reason_to_say_anything(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_town(sqlite_database, tmp_path) as town:
        amira = await town.guest()
        await amira.say("bel mij op +32 470 12 34 56 of 32470123456")
        await amira.wait_for()
        texts = [bubble.text for bubble in await amira.messages(True)]

    assert not any(TOLD in text for text in texts)


async def test_a_very_long_question_comes_below_its_card_with_the_number_hidden(
    sqlite_database: Database, tmp_path: Path
) -> None:
    question = f"{'Ik begrijp dit blad niet. ' * 60}Mijn nummer is {NUMBER}."
    async with care(sqlite_database, tmp_path) as town:
        number = await town.ask(town.amira, question)
        await town.card(town.sofie, number)
        below = await town.sofie.wait_for(lambda bubble: bubble.text.endswith(f"{HIDDEN}."))
        seen = [bubble.text for bubble in await town.sofie.messages(True)]

    assert below.text == question.replace(NUMBER, HIDDEN)
    assert not any(NUMBER in text for text in seen)


async def test_a_picture_for_the_begeleider_carries_its_words_with_the_number_hidden(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await town.amira.send_photo(caption=f"mijn kaart, {NUMBER}")
        await tap(town.amira, await said(town.amira, "ask:"), "ask:")
        await tap(town.amira, await said(town.amira, "q:topic"), "q:topic")
        picture = await town.sofie.wait_for(lambda bubble: bubble.kind == "photo")

    assert picture.text == f"mijn kaart, {HIDDEN}"
