"""A begeleider writes without being asked: to every phone, once, with its delivery; and gets the answer."""

from pathlib import Path

from bot.demo.phone import Phone
from bot.domain.ids import ChatId
from bot.storage.database import Database
from tests.handlers.care import Care, care
from tests.handlers.hours import Own
from tests.handlers.newcomer import Reading, button_of, said, tap
from tests.handlers.seen import press_on, told

READINGS: dict[str, Reading] = {"bewijs tekenen": {"nearest": ("bewijs-contactpersoon", "bewijs-combineren")}}


async def ways(town: Care, newcomer_id: int) -> None:
    """Open the ways of writing to somebody, as the person's page does."""
    await town.sofie.say("/mensen")
    await press_on(town.sofie, f"n:page:{newcomer_id}")
    await press_on(town.sofie, f"n:write:{newcomer_id}")
    await said(town.sofie, f"n:write:{newcomer_id}:own")


async def amiras_id(database: Database, phone: Phone) -> int:
    """The newcomer's id."""
    return (await Own(database, phone).dossier()).id


async def test_own_words_arrive_are_answered_and_their_delivery_is_told(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, language="ar") as town:
        amira = await amiras_id(sqlite_database, town.amira)
        await ways(town, amira)
        await press_on(town.sofie, f"n:write:{amira}:own")
        await told(town.sofie, "Schrijf of spreek je bericht aan Amira")
        await town.sofie.say("Kom je <morgen> langs?")
        await press_on(town.sofie, f"n:write:{amira}:sendown")
        letter = await told(town.amira, "Kom je <morgen> langs?")
        await told(town.sofie, "✓ afgeleverd")
        await tap(town.amira, letter, "z:answer")
        await said(town.amira, "q:leave")
        await town.amira.say("نعم")
        await press_on(town.amira, "q:topic")
        card = await told(town.sofie, "نعم")

        assert "Sofie" in letter.text
        assert "Amira" in card.text


async def test_a_letter_from_the_faq_comes_in_the_readers_language_with_the_dutch_behind_a_button(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, language="ar", readings=READINGS) as town:
        amira = await amiras_id(sqlite_database, town.amira)
        await ways(town, amira)
        await press_on(town.sofie, f"n:write:{amira}:faq")
        await told(town.sofie, "Waarover gaat het?")
        await town.sofie.say("bewijs tekenen")
        await press_on(town.sofie, f"n:write:{amira}:entry:bewijs-contactpersoon")
        await press_on(town.sofie, f"n:write:{amira}:sendentry")
        letter = await said(town.amira, "z:answer")
        dutch = next(
            str(b["callback_data"]) for b in letter.buttons if str(b["callback_data"]).endswith(":d")
        )
        await town.amira.press(dutch, letter.message_id)
        await told(town.amira, "organisatie")
        await told(town.sofie, "✓ afgeleverd")

        assert button_of(letter, "z:see") is not None


async def test_a_fixed_sentence_is_filled_in_for_a_letter_and_corrected(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        amira = await amiras_id(sqlite_database, town.amira)
        await ways(town, amira)
        await press_on(town.sofie, f"n:write:{amira}:groups")
        await press_on(town.sofie, f"n:write:{amira}:group:appointment")
        await press_on(town.sofie, f"n:write:{amira}:pick:i_call")
        await told(town.sofie, "Welke dag?")
        await town.sofie.say("lang geleden")
        await told(town.sofie, "Die dag begrijp ik niet")
        await town.sofie.say("morgen")
        await told(town.sofie, "Hoe laat?")
        await press_on(town.sofie, f"n:write:{amira}:value:time:1400")
        await press_on(town.sofie, f"n:write:{amira}:fix")
        await press_on(town.sofie, f"n:write:{amira}:slot:time")
        await press_on(town.sofie, f"n:write:{amira}:value:time:1000")
        await press_on(town.sofie, f"n:write:{amira}:send:i_call")
        letter = await told(town.amira, "schrijft je")

        assert "24 november" in letter.text
        assert "10:00" in letter.text


async def test_a_voice_message_is_copied_and_a_second_tap_sends_nothing(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        amira = await amiras_id(sqlite_database, town.amira)
        await ways(town, amira)
        await press_on(town.sofie, f"n:write:{amira}:own")
        await told(town.sofie, "Schrijf of spreek je bericht")
        await town.sofie.send_file("voice")
        await press_on(town.sofie, f"n:write:{amira}:sendown")
        await town.amira.wait_for(lambda bubble: bubble.kind == "voice")
        await told(town.sofie, "✓ afgeleverd")
        await told(town.amira, "Het bericht staat hieronder")

        assert len([b for b in await town.amira.messages(True) if b.kind == "voice"]) == 1


async def test_who_blocked_the_bot_does_not_get_it_and_the_begeleider_hears_that(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        amira = await amiras_id(sqlite_database, town.amira)
        await ways(town, amira)
        await press_on(town.sofie, f"n:write:{amira}:own")
        await told(town.sofie, "Schrijf of spreek je bericht")
        await town.sofie.say("Hallo?")
        confirm = await said(town.sofie, f"n:write:{amira}:sendown")
        town.telegram.chats[town.amira.id].blocked = True
        await tap(town.sofie, confirm, "n:write")
        await told(town.sofie, "niet aangekomen")


async def test_another_begeleider_or_a_newcomer_writes_and_reads_nothing(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        amira = await amiras_id(sqlite_database, town.amira)
        await ways(town, amira)
        await press_on(town.sofie, f"n:write:{amira}:own")
        await told(town.sofie, "Schrijf of spreek je bericht")
        await town.sofie.say("Voor Amira alleen")
        await press_on(town.sofie, f"n:write:{amira}:sendown")
        await told(town.amira, "Voor Amira alleen")
        for phone in (town.nele, town.karim):
            await phone.say("hallo")
            await phone.wait_for(lambda bubble: bubble.from_bot)
            for data in (f"n:write:{amira}", f"n:write:{amira}:sendentry:spreiding"):
                assert await town.press_forged(phone, data)
        for data in ("z:see:1:d", "z:answer:1", "z:see:999:d", "z:see:1:q"):
            assert await town.press_forged(town.karim, data)

        async with sqlite_database.work(reads_only=True) as work:
            newcomer = await work.accounts.of_chat(ChatId(town.amira.id))
            assert newcomer is not None
            assert newcomer.newcomer_id is not None
            assert len(await work.letters.of(newcomer.newcomer_id)) == 1
