"""A newcomer's first minutes with the bot, over the wire: languages, answers, choices, need, every kind."""

from pathlib import Path

import pytest

from bot.demo.phone import Bubble
from bot.domain.ids import EntryId
from bot.domain.languages import SPOKEN
from bot.domain.question import QuestionState
from bot.domain.understanding import Action, Outcome, RedFlag
from bot.storage.database import Database
from bot.texts.menu import menu_keyboard
from bot.texts.speaker import speaker_for
from tests.handlers.newcomer import Reading, a_town, becomes_away, button_of, drafts_of, said, tap

TEAM = -100500
READINGS: dict[str, Reading] = {
    "Hoe lang?": {"outcome": Outcome.ANSWER, "entry": EntryId("termijn-40-uur")},
    "How long?": {"outcome": Outcome.ANSWER, "entry": EntryId("termijn-40-uur"), "language": "en"},
    "Мага?": {"outcome": Outcome.ANSWER, "entry": EntryId("termijn-40-uur"), "language": "ru"},
    "Mag het?": {"outcome": Outcome.CHOOSE, "choices": ("spreiding", "@progress")},
    "Mijn uren?": {"outcome": Outcome.ACTION, "action": Action.PROGRESS},
    "Hij slaat mij": {"outcome": Outcome.EMERGENCY, "red_flag": RedFlag.VIOLENCE},
}


async def test_a_new_person_chooses_a_language_and_gets_the_menu_in_it(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_town(sqlite_database, tmp_path) as town:
        phone = town.phone(language="uk")
        await phone.start()
        asked = await said(phone, "l:")
        await tap(phone, asked, "l:tr")
        await phone.wait_for(lambda bubble: not bubble.buttons)

        keys = [label for row in menu_keyboard(speaker_for("tr")) for label in row]
        assert asked.buttons[0]["callback_data"] == "l:uk:s"
        assert await phone.keys() == keys
        welcome = (await phone.messages(from_bot=True))[0]
        assert button_of(welcome, "p:show") == "p:show:s"


async def test_a_change_of_language_edits_the_same_message_and_brings_new_keys(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_town(sqlite_database, tmp_path) as town:
        phone = await town.guest("nl")
        await phone.say("/taal")
        picker = await said(phone, "l:")
        await tap(phone, picker, "l:ar")
        await phone.wait_for(lambda bubble: not bubble.buttons)

        changed = next(b for b in await phone.messages() if b.message_id == picker.message_id)
        assert "✓ العربية" in changed.labels
        assert await phone.keys() == [key for row in menu_keyboard(speaker_for("ar")) for key in row]


async def test_who_writes_before_choosing_is_answered_in_their_own_language(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_town(sqlite_database, tmp_path, READINGS) as town:
        phone = town.phone(language="nl")
        await phone.say("How long?")
        answer = await said(phone, "a:look")

        assert button_of(answer, "a:look") == "a:look:termijn-40-uur:f:en:en:11"


async def test_an_answer_unfolds_turns_dutch_and_comes_back_in_one_message(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_town(sqlite_database, tmp_path, READINGS) as town:
        phone = await town.guest("tr")
        await phone.say("Hoe lang?")
        short = await said(phone, "a:look")
        await tap(phone, short, "a:look:termijn-40-uur:f:tr")
        full = await said(phone, "a:look:termijn-40-uur:s")
        await tap(phone, full, "a:look:termijn-40-uur:f:nl")
        dutch = await phone.wait_for("Je doet de 40 uur")
        await tap(phone, dutch, "a:look")
        again = await said(phone, "a:look:termijn-40-uur:f:tr")

        assert len(full.text) > len(short.text)
        assert again.message_id == short.message_id
        assert again.text == short.text


async def test_a_thumb_up_thanks_and_asks_no_more(sqlite_database: Database, tmp_path: Path) -> None:
    async with a_town(sqlite_database, tmp_path, READINGS) as town:
        phone = await town.guest()
        await phone.say("Hoe lang?")
        await tap(phone, await said(phone, "a:helped"), "a:helped")
        await phone.wait_for(lambda bubble: button_of(bubble, "a:helped") is None)

        assert "Fijn dat het helpt!" in await phone.toasts()


async def test_a_thumb_down_carries_the_question_as_it_was_written(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_town(sqlite_database, tmp_path, READINGS, fallback_chat=TEAM) as town:
        phone = await town.guest()
        await phone.say("Hoe lang?")
        await tap(phone, await said(phone, "a:not"), "a:not")
        await tap(phone, await said(phone, "a:ask"), "a:ask")
        await said(phone, "q:topic")

        (draft,) = await drafts_of(sqlite_database, phone)
        assert draft.first.content == "Hoe lang?"
        assert list(draft.nearest) == ["termijn-40-uur", "spreiding"]


async def test_another_language_is_offered_and_never_forced(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_town(sqlite_database, tmp_path, READINGS) as town:
        ukrainian = await town.guest("uk")
        await ukrainian.say("How long?")
        offered = await said(ukrainian, "a:look")
        await ukrainian.say("Мага?")
        kept = await said(ukrainian, "a:look")

        assert "English" in offered.labels[-1]
        assert button_of(offered, "a:look") == "a:look:termijn-40-uur:f:uk:uk:11"
        assert "Рус" in kept.labels[-1]
        assert button_of(kept, "a:look") == "a:look:termijn-40-uur:f:uk:uk:11"


async def test_a_language_that_was_offered_is_spoken_from_the_tap_on(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_town(sqlite_database, tmp_path, READINGS) as town:
        ukrainian = await town.guest("uk")
        await ukrainian.say("How long?")
        offered = await said(ukrainian, "a:look")
        await ukrainian.press(offered.labels[-1], offered.message_id)
        english = await said(ukrainian, "l:en:k")
        await tap(ukrainian, english, "l:en:k")
        await ukrainian.wait_for(speaker_for("en").say("Goed, we praten nu deze taal. Typ gerust je vraag."))

        assert await ukrainian.keys() == [key for row in menu_keyboard(speaker_for("en")) for key in row]


async def test_a_choice_becomes_the_answer_in_the_same_message(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_town(sqlite_database, tmp_path, READINGS) as town:
        phone = await town.guest()
        await phone.say("Mag het?")
        choice = await said(phone, "c:")
        await tap(phone, choice, "c:spreiding")
        answer = await said(phone, "a:look")

        assert [button["callback_data"] for button in choice.buttons] == ["c:spreiding", "c:@progress", "c:-"]
        assert answer.message_id == choice.message_id


async def test_what_the_bot_does_not_know_it_offers_to_ask(sqlite_database: Database, tmp_path: Path) -> None:
    async with a_town(sqlite_database, tmp_path, fallback_chat=TEAM) as town:
        phone = await town.guest()
        await phone.say("Wat kost een brood?")
        forward = await said(phone, "ask:own")
        await tap(phone, forward, "ask:no")
        no = await phone.wait_for("Goed, ik stuur niets")

        assert "Dit weet ik niet" in forward.text
        assert no.message_id == forward.message_id


async def test_without_anybody_to_ask_the_bot_says_so_plainly(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_town(sqlite_database, tmp_path) as town:
        phone = await town.guest()
        await phone.say("Wat kost een brood?")
        answer = await phone.wait_for("Dit weet ik niet")

        assert "Ik kan hier niemand voor je bereiken" in answer.text
        assert answer.buttons == []


async def test_in_need_the_lines_come_at_once_and_nobody_is_told(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_town(sqlite_database, tmp_path, READINGS, fallback_chat=TEAM) as town:
        phone = await town.guest()
        await phone.say("Hij slaat mij")
        lines = await said(phone, "ask:emergency")
        told = await drafts_of(sqlite_database, phone)
        await tap(phone, lines, "ne:")
        choices = await said(phone, "c:")

        assert "1712" in lines.text
        assert told == []
        assert choices.message_id != lines.message_id


async def test_an_entry_that_went_off_forwards(sqlite_database: Database, tmp_path: Path) -> None:
    async with a_town(sqlite_database, tmp_path, READINGS, fallback_chat=TEAM) as town:
        phone = await town.guest()
        await phone.say("Hoe lang?")
        shown = await said(phone, "a:look")
        async with sqlite_database.work() as work:
            await work.entries_off.add(EntryId("termijn-40-uur"), "nieuwe regels", at=town.now)
        await tap(phone, shown, "a:look")
        await phone.say("Hoe lang?")
        forward = await said(phone, "ask:own")

        assert "Dit weet ik niet" in forward.text
        assert any("gebruiken we nu niet" in toast for toast in await phone.toasts())


@pytest.mark.parametrize("language", SPOKEN)
async def test_each_large_button_leads_somewhere_in_every_language(
    sqlite_database: Database, tmp_path: Path, language: str
) -> None:
    async with a_town(sqlite_database, tmp_path, fallback_chat=TEAM) as town:
        phone = await town.guest(language)
        seen: list[Bubble] = []
        for key in await phone.keys():
            await phone.press_key(key)
            seen.append(await phone.wait_for(lambda bubble: bool(bubble.buttons)))

        assert button_of(seen[0], "ask:ready")
        assert button_of(seen[1], "o:tick")
        assert button_of(seen[2], "ask:new:bewijs")
        assert button_of(seen[3], "q:leave")
        assert button_of(seen[4], "l:")


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("voice", "luisteren"),
        ("video", "bekijken"),
        ("photo", "lezen"),
        ("document", "lezen"),
        ("sticker", "Leuk"),
        ("contact", "telefoonnummer"),
        ("location", "Ik zoek rond Gent"),
    ],
)
async def test_no_kind_of_message_is_ignored(
    sqlite_database: Database, tmp_path: Path, kind: str, word: str
) -> None:
    async with a_town(sqlite_database, tmp_path, fallback_chat=TEAM) as town:
        phone = await town.guest()
        await phone.act(kind)

        assert await phone.wait_for(word)


async def test_an_album_gets_one_reply_and_goes_along_whole(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_town(sqlite_database, tmp_path, fallback_chat=TEAM) as town:
        phone = await town.guest()
        before = len(await phone.messages(from_bot=True))
        await phone.send_album([b"one", b"two", b"three"])
        offer = await said(phone, "ask:as_is")
        await tap(phone, offer, "ask:as_is")
        await said(phone, "q:topic")

        (draft,) = await drafts_of(sqlite_database, phone)
        assert len(await phone.messages(from_bot=True)) == before + 1
        assert len({part.message_id for part in draft.parts}) == 3


@pytest.mark.parametrize("text", ["🎉" * 2048, "<b>dag</b> & <script>", "&amp;" * 500, "/bestaatniet", "?"])
async def test_odd_texts_get_a_fitting_reply(sqlite_database: Database, tmp_path: Path, text: str) -> None:
    async with a_town(sqlite_database, tmp_path, fallback_chat=TEAM) as town:
        phone = await town.guest()
        await phone.say(text)

        assert await phone.wait_for()


async def test_a_correction_is_answered_anew(sqlite_database: Database, tmp_path: Path) -> None:
    async with a_town(sqlite_database, tmp_path, READINGS, fallback_chat=TEAM) as town:
        phone = await town.guest()
        written = await phone.say("Hoe lnag?")
        await said(phone, "ask:own")
        await phone.edit(written.message_id, "Hoe lang?")

        assert await said(phone, "a:look")


@pytest.mark.parametrize(
    "forged",
    ["zz", "a:look", "a:look:x:f:nl:nl:11", "c:@fly", "l:xx:s", "ask", "ask:as_is:-:1.a", "p", "q:topic:1:x"],
)
async def test_an_old_or_forged_button_does_nothing_but_say_so(
    sqlite_database: Database, tmp_path: Path, forged: str
) -> None:
    async with a_town(sqlite_database, tmp_path) as town:
        phone = await town.guest()
        before = [bubble.text for bubble in await phone.messages()]
        await town.press_forged(phone, forged)

        assert [bubble.text for bubble in await phone.messages()] == before


async def test_who_blocked_the_bot_is_known_to_be_away_until_they_return(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_town(sqlite_database, tmp_path) as town:
        phone = await town.guest()
        await phone.block()
        assert await becomes_away(sqlite_database, phone, True)

        await phone.unblock()
        assert await becomes_away(sqlite_database, phone, False)


async def test_a_ready_question_goes_out_once_after_a_double_tap(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with a_town(sqlite_database, tmp_path, fallback_chat=TEAM) as town:
        phone = await town.guest()
        await phone.press_key("⏳ Mijn uren")
        screen = await said(phone, "ask:ready")
        await tap(phone, screen, "ask:ready")
        await tap(phone, await said(phone, "q:topic"), "q:topic")
        await phone.wait_for("Verstuurd")
        await town.press_forged(phone, "ask:ready:hours")

        assert "Deze vraag is al verstuurd." in await phone.toasts()
        async with sqlite_database.work(reads_only=True) as work:
            assert len(await work.questions.of_begeleider(None, QuestionState.OPEN)) == 1
