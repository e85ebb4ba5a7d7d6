"""Words of need come first, wherever they are written, and go to nobody without a tap."""

from pathlib import Path

from bot.domain.understanding import Outcome, RedFlag
from bot.storage.database import Database
from tests.handlers.care import care
from tests.handlers.newcomer import Reading, said, tap
from tests.handlers.test_questions import ASKED, newest_with

NEED = "Hij slaat mij"
READINGS: dict[str, Reading] = {NEED: {"outcome": Outcome.EMERGENCY, "red_flag": RedFlag.VIOLENCE}}


async def test_need_in_a_caption_brings_the_lines_and_the_picture_goes_along_after_a_tap(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, readings=READINGS) as town:
        await town.amira.send_photo(caption=NEED)
        lines = await said(town.amira, "ask:emergency")
        before = await town.sofie.messages(True)
        await tap(town.amira, lines, "ask:emergency")
        await tap(town.amira, await said(town.amira, "q:topic"), "q:topic")
        carried = await town.sofie.wait_for(lambda bubble: bubble.kind == "photo")

        assert "1712" in lines.text
        assert before == []
        assert carried.from_bot


async def test_need_while_adding_to_a_question_goes_to_nobody_and_neither_does_what_follows(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, readings=READINGS) as town:
        await town.ask(town.amira, ASKED)
        await tap(town.amira, await newest_with(town.amira, "Verstuurd"), "q:more")
        await town.amira.wait_for("voeg het toe")
        await town.amira.say(NEED)
        await said(town.amira, "ask:emergency")
        await town.amira.say("Ik ben bang")
        await said(town.amira, "ask:own")

        read = [bubble.text for bubble in await town.sofie.messages(True)]
        assert not any(NEED in text or "bang" in text for text in read)


async def test_need_that_is_written_into_a_sent_question_is_carried_over_only_after_a_tap(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, readings=READINGS) as town:
        question = await town.ask(town.amira, ASKED)
        mine = (await town.amira.messages(False))[0]
        await town.amira.edit(mine.message_id, NEED)
        lines = await said(town.amira, "ask:emergency")
        untold = await town.card(town.sofie, question)
        await tap(town.amira, lines, "ask:emergency")
        await town.amira.wait_for("doorgegeven")

        assert NEED not in untold.text
        await town.card(town.sofie, question, NEED)
