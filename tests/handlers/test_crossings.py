"""Words reach whom they are meant for, once: double taps, later screens, changed words, another reader."""

from pathlib import Path

from bot.demo.phone import Bubble
from bot.domain.ids import EntryId
from bot.domain.understanding import Outcome
from bot.storage.database import Database
from bot.texts import errors
from bot.texts.speaker import speaker_for
from tests.handlers.care import Care, care
from tests.handlers.newcomer import Reading, button_of, drafts_of, said, tap
from tests.handlers.test_questions import ASKED, OTHER, newest_with

LONG = "lang " * 700


async def test_each_screen_sends_the_words_it_asks_about(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        of_amira = await town.ask(town.amira, ASKED)
        of_karim = await town.ask(town.karim, OTHER)
        await town.sofie.say("Dit is voor Karim")
        first = await said(town.sofie, "b:for")
        await town.sofie.say("Dit is voor Amira")
        second = await said(town.sofie, "b:for")

        await tap(town.sofie, first, f"b:for:{of_karim}")
        await tap(town.sofie, second, f"b:for:{of_amira}")

        await newest_with(town.karim, "Dit is voor Karim")
        await newest_with(town.amira, "Dit is voor Amira")


async def test_words_changed_before_it_is_said_for_whom_go_out_changed_and_once(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        question = await town.ask(town.amira, ASKED)
        words = await town.sofie.say("Kom om 14 uur")
        which = await said(town.sofie, "b:for")
        await town.sofie.edit(words.message_id, "Kom om 15 uur")
        await tap(town.sofie, which, "b:for")
        await newest_with(town.amira, "Kom om 15 uur")

        assert "al verstuurd" in await town.press_forged(town.sofie, f"b:for:{question}")


async def test_a_double_tap_makes_one_draft_and_a_change_reaches_the_reader(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        mine = await town.amira.say(ASKED)
        offer = await said(town.amira, "ask:own")
        await tap(town.amira, offer, "ask:own")
        await said(town.amira, "q:topic")
        await town.press_forged(town.amira, "ask:own:-")
        (draft,) = await drafts_of(sqlite_database, town.amira)
        await town.amira.edit(mine.message_id, "Hoeveel kost een boot?")
        await town.amira.press(f"q:topic:{draft.id}:hours")

        card = await town.card(town.sofie, int(draft.id), "boot")
        assert ASKED not in card.text


async def test_a_long_text_that_was_changed_comes_whole(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        question = await town.ask(town.amira, ASKED)
        mine = (await town.amira.messages(False))[0]
        await town.amira.edit(mine.message_id, LONG)
        await town.sofie.wait_for(lambda bubble: bubble.text == LONG.strip())
        card = await town.card(town.sofie, question)
        words = await town.sofie.say("Kort", reply_to=card.message_id)
        await newest_with(town.amira, "Kort")
        await town.sofie.edit(words.message_id, LONG)
        await town.amira.wait_for(lambda bubble: bubble.text == LONG.strip())


async def change_begeleider(town: Care) -> None:
    """Amira joins Nele by a link, and leaves Sofie."""
    await town.nele.say("/uitnodigen Amira")
    link = (await newest_with(town.nele, "t.me/")).text.split()[-1]
    await town.amira.tap_link(link)
    await tap(town.amira, await said(town.amira, "i:same"), "i:same")


async def test_who_changes_begeleider_hears_who_reads_and_asks_on_with_the_new_one(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        answered = await town.ask(town.amira, OTHER)
        card = await town.card(town.sofie, answered)
        await town.sofie.act("voice", reply_to=card.message_id)
        await newest_with(town.amira, "hieronder")
        waiting = await town.ask(town.amira, ASKED)
        await change_begeleider(town)
        told = await newest_with(town.amira, "Verstuurd naar Nele")
        await town.card(town.nele, waiting)

        await tap(town.amira, await newest_with(town.amira, "antwoordt"), "q:again")
        await town.amira.wait_for("voeg het toe")
        await town.amira.say("En nu?")
        await newest_with(town.amira, "Nele leest het")
        await town.card(town.nele, answered, "En nu?")

        assert ASKED in told.text
        assert not any("En nu?" in bubble.text for bubble in await town.sofie.messages(True))
        assert not any(bubble.kind == "voice" for bubble in await town.nele.messages(True))


async def test_a_reply_to_a_card_of_another_says_so_and_goes_nowhere(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        question = await town.ask(town.amira, ASKED)
        card = await town.card(town.sofie, question)
        await change_begeleider(town)
        await newest_with(town.sofie, "andere begeleider")

        await town.sofie.say("Nog van mij", reply_to=card.message_id)
        await town.sofie.wait_for("iemand anders")

        assert not any("Nog van mij" in bubble.text for bubble in await town.amira.messages(True))


async def test_a_second_album_goes_along_whole_after_one_that_was_a_question(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await town.amira.say("/menu")
        await town.amira.wait_for("knop")
        await town.amira.press_key("💬 Mijn begeleider")
        await town.amira.wait_for("spreek")
        await town.amira.send_album([b"one", b"two"])
        await said(town.amira, "q:topic")
        await town.amira.send_album([b"three", b"four", b"five"])
        await town.amira.send_album([b"six", b"seven"])
        town.pass_hours(0.01)
        offers: list[Bubble] = []
        while len(offers) < 2:
            await town.amira.silence(0.1)
            offers = [b for b in await town.amira.messages(True) if button_of(b, "ask:as_is")]

        carried = [button_of(offer, "ask:as_is") for offer in offers]
        assert carried == ["ask:as_is:-:1.2", "ask:as_is:-:1"]


READINGS: dict[str, Reading] = {
    "How long?": {"outcome": Outcome.ANSWER, "entry": EntryId("termijn-40-uur"), "language": "en"},
}


async def test_an_answer_in_another_language_says_that_it_is_a_draft(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, readings=READINGS) as town:
        await town.amira.say("How long?")
        answer = await said(town.amira, "a:look")
        english = next(str(b["callback_data"]) for b in answer.buttons if ":en:en" in str(b["callback_data"]))
        await town.amira.press(english, answer.message_id)
        shown = await town.amira.wait_for("webinar")

        assert button_of(shown, "a:look:termijn-40-uur:f:en:en:11")


async def test_an_entry_that_went_off_is_not_unfolded_in_an_older_answer(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, language="ar") as town:
        question = await town.ask(town.amira, ASKED)
        await tap(town.sofie, await town.card(town.sofie, question), f"b:entry:{question}:0")
        await tap(town.sofie, await said(town.sofie, "b:send"), "b:send")
        answer = await said(town.amira, "q:see")
        async with sqlite_database.work() as work:
            await work.entries_off.add(EntryId("termijn-40-uur"), "fout", at=town.telegram.clock.now())

        await tap(town.amira, answer, "q:see")
        assert await town.amira.silence()

        assert (await town.amira.toasts())[-1] == errors.entry_off(speaker_for("ar"))
