"""Questions to the begeleider and back, over the wire."""

from pathlib import Path

import pytest

from bot.demo.phone import Bubble, Phone
from bot.domain.ids import EntryId
from bot.domain.understanding import Outcome
from bot.storage.database import Database
from tests.handlers.care import care, eventually
from tests.handlers.newcomer import Reading, button_of, said, tap

ASKED = "Hoeveel kost een huis?"
OTHER = "Hoeveel kost een auto?"
READINGS: dict[str, Reading] = {
    "Hoe lang?": {"outcome": Outcome.ANSWER, "entry": EntryId("termijn-40-uur")},
    "كم؟": {"language": "ar"},
}


async def newest_with(phone: Phone, text: str) -> Bubble:
    """The newest message of the bot with this text, once it is there."""

    async def found() -> Bubble | None:
        return next((b for b in reversed(await phone.messages(True)) if text in b.text), None)

    return await eventually(found)


async def test_a_question_is_sent_answered_and_read_together_with_its_answer(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        question = await town.ask(town.amira, ASKED)
        card = await town.card(town.sofie, question, "Amira")

        await town.sofie.say("Veel te veel <3", reply_to=card.message_id)
        answer = await town.amira.wait_for("antwoordt")

        assert ASKED in card.text
        assert "woensdag 25 november 2026" in (await newest_with(town.amira, "Verstuurd naar Sofie")).text
        assert ASKED in answer.text
        assert "Veel te veel <3" in answer.text
        await town.card(town.sofie, question, "✓ afgeleverd")


async def test_the_first_question_asks_for_agreement_and_no_forgets_it(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await town.amira.say(ASKED)
        await tap(town.amira, await said(town.amira, "ask:own"), "ask:own")
        screen = await said(town.amira, "q:topic")
        await tap(town.amira, screen, "q:drop")
        await town.amira.wait_for("stuur niets")

        assert "Sofie leest ze" in screen.text
        assert await town.sofie.messages(True) == []
        toast = await town.press_forged(town.amira, button_of(screen, "q:topic") or "")
        assert "niet meer" in toast


async def test_a_voice_message_goes_as_it_is_and_is_answered_by_voice(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await town.amira.say("/menu")
        await town.amira.wait_for("knop")
        await town.amira.press_key("💬 Mijn begeleider")
        await town.amira.wait_for("spreek")
        await town.amira.send_file("voice")
        await tap(town.amira, await said(town.amira, "q:topic"), "q:topic")
        carried = await town.sofie.wait_for(lambda bubble: bubble.kind == "voice")

        await town.sofie.act("voice", reply_to=carried.message_id)
        answer = await town.amira.wait_for(lambda bubble: bubble.kind == "voice")

        assert answer.from_bot
        assert "hieronder" in (await newest_with(town.amira, "antwoordt")).text


async def test_questions_of_two_newcomers_never_cross(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        of_amira = await town.ask(town.amira, ASKED)
        of_karim = await town.ask(town.karim, OTHER)
        card = await town.card(town.sofie, of_karim)
        await town.card(town.sofie, of_amira)

        await town.sofie.say("Voor Karim", reply_to=card.message_id)
        await town.karim.wait_for("Voor Karim")

        assert not any("Voor Karim" in bubble.text for bubble in await town.amira.messages(True))
        assert "✅" not in (await town.card(town.sofie, of_amira)).text


async def test_a_text_that_replies_to_nothing_is_never_guessed(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, readings=READINGS) as town:
        await town.ask(town.amira, ASKED)
        of_karim = await town.ask(town.karim, OTHER)

        await town.sofie.say("Kom eens langs")
        which = await said(town.sofie, "b:for")
        await tap(town.sofie, which, f"b:for:{of_karim}")
        await town.karim.wait_for("Kom eens langs")
        await town.sofie.say("Hoe lang?")
        await tap(town.sofie, await said(town.sofie, "b:for"), "b:bot")
        await town.sofie.wait_for("termijn")

        assert not any("langs" in bubble.text for bubble in await town.amira.messages(True))


async def test_an_entry_is_previewed_in_dutch_and_read_in_the_newcomers_language(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, readings=READINGS, language="ar") as town:
        question = await town.ask(town.amira, "كم؟")
        card = await town.card(town.sofie, question)
        await tap(town.sofie, card, f"b:entry:{question}:0")
        preview = await town.sofie.wait_for("vertaald")
        await tap(town.sofie, preview, "b:send")
        answer = await said(town.amira, "q:see")

        assert "in het Arabisch" in card.text
        await town.card(town.sofie, question, "✓ afgeleverd")
        toast = await town.press_forged(town.sofie, f"b:send:{question}:0")
        assert "al verstuurd" in toast
        dutch = next(str(b["callback_data"]) for b in answer.buttons if ":d:" in str(b["callback_data"]))
        await town.amira.press(dutch, answer.message_id)
        assert "inburgeringscontract" in (await town.amira.wait_for("termijn")).text


async def test_a_fixed_sentence_is_filled_in_place_by_place(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        question = await town.ask(town.amira, ASKED)
        card = await town.card(town.sofie, question)
        await town.sofie.press(f"f:groups:{question}", card.message_id)
        await said(town.sofie, "f:group:")
        await town.sofie.press(f"f:group:{question}:appointment")
        await said(town.sofie, "f:pick")
        await town.sofie.press(f"f:pick:{question}:come")
        await town.sofie.wait_for("Welke dag")
        await town.sofie.say("32/13")
        await town.sofie.wait_for("begrijp ik niet")
        await town.sofie.say("3 december")
        await town.sofie.wait_for("Hoe laat")
        await town.sofie.press(f"f:value:{question}:time:1400")
        await town.sofie.wait_for("Waar?")
        await town.sofie.say("Markt 1 <b>")
        preview = await said(town.sofie, "f:send")
        await town.sofie.press(f"f:send:{question}:come", preview.message_id)
        answer = await town.amira.wait_for("Kom op donderdag 3 december 2026 om 14:00 naar Markt 1 <b>.")

        assert "Sofie" in answer.text
        await town.card(town.sofie, question, "✓ afgeleverd")
        toast = await town.press_forged(town.sofie, f"f:send:{question}:come")
        assert "al verstuurd" in toast


async def test_more_words_join_the_open_question_and_edits_are_carried_over(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        question = await town.ask(town.amira, ASKED)
        mine = (await town.amira.messages(False))[0]
        sent = await newest_with(town.amira, "Verstuurd")

        await town.amira.say("In Aalst", reply_to=sent.message_id)
        await town.amira.wait_for("Toegevoegd")
        await town.card(town.sofie, question, "In Aalst")
        await town.amira.edit(mine.message_id, "Hoeveel kost een boot?")
        await town.amira.wait_for("doorgegeven")

        card = await town.card(town.sofie, question, "boot")
        assert "aangepast" in card.text
        assert "In Aalst" in card.text


async def test_another_question_about_an_answer_opens_it_again(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        question = await town.ask(town.amira, ASKED)
        await town.sofie.say("Tien euro", reply_to=(await town.card(town.sofie, question)).message_id)
        answer = await town.amira.wait_for("Tien euro")
        await tap(town.amira, answer, "q:thanks")
        await tap(town.amira, await newest_with(town.amira, "Tien euro"), "q:again")
        await town.amira.wait_for("voeg het toe")
        await town.amira.say("Per maand?")
        await town.amira.wait_for("Toegevoegd")

        card = await town.card(town.sofie, question, "Per maand?")
        assert card.text.startswith("❓")


async def test_closing_without_an_answer_is_told_kindly(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        question = await town.ask(town.amira, ASKED)
        await tap(town.sofie, await town.card(town.sofie, question), "b:close:")
        await tap(town.sofie, await said(town.sofie, "b:closed"), "b:closed")

        assert "Sofie" in (await town.amira.wait_for("sloot je vraag af")).text


async def test_outside_working_hours_it_comes_without_sound_and_in_one_list_next_morning(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        town.pass_hours(9)
        first = await town.ask(town.amira, ASKED)
        await town.ask(town.karim, OTHER)
        await town.card(town.sofie, first)

        town.pass_hours(13.5)
        morning = await newest_with(town.sofie, "Goeiemorgen")
        await tap(town.sofie, morning, f"b:card:{first}")
        await newest_with(town.sofie, "staat hieronder")

        assert "2 vragen" in morning.text
        to_sofie = [
            call["params"]
            for call in town.telegram.calls.of("sendMessage")
            if str(call["params"]["chat_id"]) == str(town.sofie.id)
        ]
        # Both questions, and the list; the card that was asked for again may still be on its way.
        assert ["disable_notification" in params for params in to_sofie][:3] == [True, True, False]


async def test_the_begeleider_is_reminded_once_and_who_asked_hears_it(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        waiting = await town.ask(town.amira, ASKED)
        answered = await town.ask(town.karim, OTHER)
        await town.sofie.say("Tien", reply_to=(await town.card(town.sofie, answered)).message_id)
        await town.karim.wait_for("Tien")

        town.pass_hours(55)
        reminder = await newest_with(town.sofie, "wacht nog op antwoord")
        await newest_with(town.amira, "heeft nog niet geantwoord")
        town.pass_hours(48)
        await town.sofie.silence(0.5)

        reminders = [b for b in await town.sofie.messages(True) if "wacht nog" in b.text]
        assert [bubble.message_id for bubble in reminders] == [reminder.message_id]
        assert button_of(reminder, "b:card") == f"b:card:{waiting}"


async def test_an_answer_that_does_not_arrive_is_told_plainly(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        question = await town.ask(town.amira, ASKED)
        card = await town.card(town.sofie, question)
        town.telegram.chats[town.amira.id].blocked = True

        await town.sofie.say("Ben je er nog?", reply_to=card.message_id)
        await town.sofie.wait_for("niet aangekomen")

        await town.card(town.sofie, question, "✗ niet aangekomen")


async def test_the_team_reads_and_answers_for_who_has_nobody(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, has_team=True) as town:
        question = await town.ask(town.amira, ASKED)
        await town.card(town.sofie, question)
        await town.sofie.block()
        told = await newest_with(town.amira, "Het team leest nu je vraag")
        card = await town.card(town.team, question)

        await town.team.say("Vraag het aan de gemeente", reply_to=card.message_id)
        answer = await town.amira.wait_for("Het team antwoordt")
        await tap(town.team, await town.card(town.team, question, "✓ afgeleverd"), "f:groups")
        await said(town.team, "f:group:")

        assert "Sofie" in told.text
        assert "gemeente" in answer.text


async def test_when_nobody_can_be_reached_it_is_told_once(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await town.ask(town.amira, ASKED)
        await town.sofie.block()
        told = await newest_with(town.amira, "Wacht niet op een antwoord hier")
        town.pass_hours(80)
        await town.amira.silence(0.4)

        assert "Bel of mail Sofie" in told.text
        assert "herinnerd" not in (await town.amira.last()).text


@pytest.mark.parametrize(
    "press",
    ["card", "back", "own", "close", "closed", "for", "entry:0", "send:0"],
)
async def test_no_begeleider_or_newcomer_presses_a_button_of_another_begeleider(
    sqlite_database: Database, tmp_path: Path, press: str
) -> None:
    async with care(sqlite_database, tmp_path, has_team=True) as town:
        question = await town.ask(town.amira, ASKED)
        await town.ask(town.karim, OTHER)
        does, _, place = press.partition(":")
        data = f"b:{does}:{question}" + (f":{place}" if place else "")
        await town.nele.say("/vragen")
        await town.nele.wait_for("geen vraag")

        for phone in (town.nele, town.karim, town.amira):
            assert await town.press_forged(phone, data) == "Deze knop is niet voor jou."
        assert not any(ASKED in bubble.text for bubble in await town.nele.messages(True))


@pytest.mark.parametrize("press", ["groups", "group:hours", "pick:yes", "value:time:1400", "fix", "send:yes"])
async def test_no_sentence_goes_out_from_another(
    sqlite_database: Database, tmp_path: Path, press: str
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        question = await town.ask(town.amira, ASKED)
        does, _, rest = press.partition(":")
        data = f"f:{does}:{question}" + (f":{rest}" if rest else "")
        await town.nele.say("/vragen")
        await town.nele.wait_for("geen vraag")

        assert await town.press_forged(town.nele, data) == "Deze knop is niet voor jou."


@pytest.mark.parametrize("press", ["topic:{}:hours", "drop:{}", "join:{}", "new:{}", "more:{}", "again:{}"])
async def test_no_newcomer_presses_a_button_of_another(
    sqlite_database: Database, tmp_path: Path, press: str
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        question = await town.ask(town.amira, ASKED)
        await town.ask(town.karim, OTHER)

        toast = await town.press_forged(town.karim, f"q:{press.format(question)}")

        assert toast == "Deze knop is niet voor jou."


@pytest.mark.parametrize(
    "data",
    [
        *("b:", "b:card", "b:card:x", "b:card:99999999999999999", "b:entry:1", "b:entry:1:9", "b:none:1"),
        *("f:", "f:pick:1:none", "f:group:1:none", "f:value:1:time:9", "f:slot:1:date", "f:none:1"),
        *("q:", "q:topic:1", "q:topic:1:none", "q:see:1:s:1", "q:see:9:s:1", "q:none"),
        *("i:", "i:join:1", "i:join:1:x", "i:none", "h:", "h:day:9", "h:begin:9999", "h:none", "b:list:x"),
    ],
)
async def test_an_old_or_forged_button_gets_a_calm_notice(
    sqlite_database: Database, tmp_path: Path, data: str
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        question = await town.ask(town.amira, ASKED)
        await town.card(town.sofie, question)

        assert await town.press_forged(town.sofie, data)


async def test_a_reply_to_another_begeleiders_card_does_not_exist(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        question = await town.ask(town.amira, ASKED)
        card = await town.card(town.sofie, question)
        await town.nele.say("/vragen")
        await town.nele.wait_for("geen vraag")

        # The same number in Nele's own chat is another message.
        await town.nele.say("Dag", reply_to=card.message_id)
        await town.nele.wait_for()

        assert not any("Dag" in bubble.text for bubble in await town.amira.messages(True))
