"""Inviting and joining, over the wire."""

import re
from pathlib import Path

from bot.demo.phone import Phone
from bot.storage.database import Database
from tests.handlers.care import Care, care
from tests.handlers.newcomer import said, tap


async def link_from(phone: Phone, name: str) -> str:
    """Invite somebody with /uitnodigen; gives back the link's payload."""
    await phone.say(f"/uitnodigen {name}")
    forwarded = await phone.wait_for("?start=")
    found = re.search(r"\?start=(\S+)", forwarded.text)
    assert found is not None
    return found[1]


def newcomer(town: Care) -> Phone:
    """Somebody who has never spoken with the bot."""
    return Phone(town.telegram, town.telegram.add_person("Yusuf"))


async def test_a_newcomer_joins_after_the_language_and_one_button(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        payload = await link_from(town.sofie, "Yusuf")
        yusuf = newcomer(town)
        await yusuf.start(payload)
        await tap(yusuf, await said(yusuf, "l:"), "l:nl")
        invited = await said(yusuf, "i:join")
        await tap(yusuf, invited, "i:join")
        await yusuf.wait_for(lambda bubble: "knoppen" in bubble.text)
        await town.sofie.say("/vragen")

        assert "Sofie" in invited.text
        assert len(await yusuf.keys()) == 5
        assert any("Yusuf is aangesloten" in bubble.text for bubble in await town.sofie.messages(True))


async def test_inviting_without_a_name_asks_for_it_and_shows_a_picture(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await town.sofie.say("/uitnodigen")
        await town.sofie.wait_for("voornaam")
        await town.sofie.say("Yusuf")
        picture = await town.sofie.wait_for(lambda bubble: bubble.kind == "photo")

        assert "Yusuf" in picture.text


async def test_a_link_that_was_used_or_altered_ends_in_calm_words(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        payload = await link_from(town.sofie, "Yusuf")
        first, second = newcomer(town), newcomer(town)
        for phone, link in ((first, payload), (second, payload), (second, payload[:-1]), (second, "x")):
            await phone.start(link)
            if phone is first or link == payload:
                await tap(phone, await said(phone, "l:"), "l:nl")
            if phone is first:
                await tap(phone, await said(phone, "i:join"), "i:join")
                await phone.wait_for("knoppen")
            else:
                await phone.wait_for("werkt niet meer")


async def test_a_newcomer_who_changes_takes_open_questions_along(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        question = await town.ask(town.amira, "Hoeveel kost een huis?")
        await town.card(town.sofie, question)
        await town.amira.start(await link_from(town.nele, "Amira"))
        await tap(town.amira, await said(town.amira, "i:same"), "i:same")
        await town.amira.wait_for("Je begeleider is Nele")

        await town.card(town.nele, question)
        await town.sofie.say("/vragen")
        await town.sofie.wait_for("geen vraag")
        texts = [bubble.text for bubble in await town.sofie.messages(True)]
        assert any("iemand anders volgt dit nu op" in text for text in texts)
        assert any("andere begeleider" in text for text in texts)


async def test_a_newcomer_cannot_invite_or_plan_leave(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        for command in ("/uitnodigen", "/afwezig", "/vragen", "/mensen"):
            await town.amira.say(command)
            assert "niet voor jou" in (await town.amira.wait_for()).text


async def test_working_days_and_hours_are_kept_at_once(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await town.sofie.say("/uren")
        await tap(town.sofie, await said(town.sofie, "h:day"), "h:day:0")
        await tap(town.sofie, await town.sofie.wait_for(lambda b: "⬜ ma" in b.labels), "h:begins")
        await tap(town.sofie, await said(town.sofie, "h:begin:"), "h:begin:510")

        assert "8:30" in (await town.sofie.wait_for("Wanneer werk je")).text
