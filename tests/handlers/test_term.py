"""What got in the way, stopping, and the check about work: tapped by the newcomer, read by the begeleider."""

import datetime as dt
from pathlib import Path

from bot.demo.phone import Bubble, Phone
from bot.domain.contract import Status
from bot.domain.history import What
from bot.domain.ids import EntryId
from bot.domain.understanding import Outcome
from bot.storage.database import Database
from tests.handlers.care import care
from tests.handlers.hours import Own, a_contract
from tests.handlers.newcomer import Reading, button_of, said, tap
from tests.handlers.seen import press_on, told

OVER = a_contract(starts_on=dt.date(2026, 1, 1), last_day=dt.date(2026, 11, 20))
ENTITLED = a_contract(status=Status.ENTITLED)
ABOUT_FINES = ("boete", "sanctie", "straf", "verplicht")
READINGS: dict[str, Reading] = {
    "Ik werk": {"outcome": Outcome.ANSWER, "entry": EntryId("vrijstelling-werk")},
    "أنا أعمل": {"outcome": Outcome.ANSWER, "entry": EntryId("vrijstelling-werk"), "language": "ar"},
}


async def ticks(phone: Phone) -> Bubble:
    """From my hours to what got in the way."""
    await phone.say("⏳ Mijn uren")
    await press_on(phone, "t:obstacle")
    return await said(phone, "t:tick")


async def test_what_got_in_the_way_reaches_the_begeleider_who_can_note_an_extension(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        amira = Own(sqlite_database, town.amira)
        await amira.agree(OVER)
        screen = await ticks(town.amira)
        await tap(town.amira, screen, "t:tick:1")
        await tap(town.amira, await said(town.amira, "t:tick:3"), "t:tick:3")
        await tap(town.amira, await said(town.amira, "t:send:3"), "t:send:3")
        sent = await told(town.amira, "Verstuurd naar Sofie")
        card = await told(town.sofie, "Dit maakte het moeilijk")

        assert "Sofie leest ze" in screen.text  # the first time: what is kept
        assert "🤒 Ik was ziek" in sent.text
        assert "🤒 Ik was ziek" in card.text
        assert "👶 Mijn kinderen of familie" in card.text
        assert "einddatum" in card.text
        assert f"n:extend:{(await amira.dossier()).id}" in str(card.buttons)


async def test_own_words_of_any_kind_go_along(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await Own(sqlite_database, town.amira).agree(OVER)
        screen = await ticks(town.amira)
        await tap(town.amira, screen, "t:tick:1")
        await tap(town.amira, await said(town.amira, "t:own:1"), "t:own:1")
        await told(town.amira, "Schrijf of spreek het in")
        await town.amira.send_file("voice")
        await tap(town.amira, await said(town.amira, "t:send:1"), "t:send:1")
        carried = await town.sofie.wait_for(lambda bubble: bubble.kind == "voice")
        card = await told(town.sofie, "Ik was ziek")

        await town.sofie.say("Beterschap!", reply_to=card.message_id)
        answer = await told(town.amira, "Beterschap!")

        assert carried.from_bot
        assert "zie het bericht hieronder" in card.text
        assert "🤒 Ik was ziek" in answer.text


async def test_words_alone_are_enough_and_nothing_at_all_is_not(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await Own(sqlite_database, town.amira).agree(OVER)
        screen = await ticks(town.amira)
        nothing = await town.press_forged(town.amira, "t:send:0")
        await tap(town.amira, screen, "t:own:0")
        await told(town.amira, "Schrijf of spreek het in")
        await town.amira.say("Mijn moeder was <ziek>")
        await tap(town.amira, await said(town.amira, "t:send:0"), "t:send:0")
        card = await told(town.sofie, "Mijn moeder was <ziek>")

        assert "Tik eerst op wat past" in nothing
        assert "Amira" in card.text


async def test_a_second_tap_sends_nothing_again(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await Own(sqlite_database, town.amira).agree(OVER)
        screen = await ticks(town.amira)
        await tap(town.amira, screen, "t:tick:1")
        ready = await said(town.amira, "t:send:1")
        await tap(town.amira, ready, "t:send:1")
        await told(town.sofie, "Ik was ziek")
        toast = await town.press_forged(town.amira, "t:send:1")

        cards = [b for b in await town.sofie.messages(True) if "Ik was ziek" in b.text]
        assert "al verstuurd" in toast
        assert len(cards) == 1


async def test_an_obliged_newcomer_reads_what_the_source_says_and_no_amount(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await Own(sqlite_database, town.amira).agree(OVER)
        screen = await ticks(town.amira)
        await tap(town.amira, screen, "t:explain")
        explained = await told(town.amira, "Kon je er zelf niets aan doen?")

        assert "webinar" in explained.text
        assert "€" not in explained.text
        assert button_of(explained, "t:obstacle") is not None


async def test_an_entitled_newcomer_never_reads_a_word_about_fines(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        over = a_contract(status=Status.ENTITLED, starts_on=OVER.starts_on, last_day=OVER.last_day)
        await Own(sqlite_database, town.amira).agree(over)
        screen = await ticks(town.amira)
        await tap(town.amira, screen, "t:explain")
        explained = await told(town.amira, "inburgeringsattest")
        await tap(town.amira, explained, "a:look")
        await told(town.amira, "inburgeringscontract")

        read = " ".join(bubble.text for bubble in await town.amira.messages(True)).casefold()
        assert not [word for word in ABOUT_FINES if word in read]


async def test_an_entitled_newcomer_says_in_two_taps_that_they_stop(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        amira = Own(sqlite_database, town.amira)
        await amira.agree(ENTITLED)
        await town.amira.say("⏳ Mijn uren")
        await tap(town.amira, await said(town.amira, "r:show"), "r:show")
        await tap(town.amira, await said(town.amira, "t:stop"), "t:stop")
        screen = await said(town.amira, "t:stopped")
        await tap(town.amira, screen, "t:stopped")
        card = await told(town.sofie, "Ik wil stoppen met de 40 uur.")

        assert "contract" in screen.text
        assert not [word for word in ABOUT_FINES if word in screen.text]
        assert "Amira" in card.text
        async with sqlite_database.work(reads_only=True) as work:
            events = await work.history.of((await amira.dossier()).id)
        assert events[-1].what is What.ASKED_TO_STOP
        assert not (await amira.dossier()).newcomer.is_closed


async def test_an_obliged_newcomer_has_no_button_to_stop_and_a_forged_one_does_nothing(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await Own(sqlite_database, town.amira).agree(a_contract())
        await town.amira.say("⏳ Mijn uren")
        await tap(town.amira, await said(town.amira, "r:show"), "r:show")
        screen = await said(town.amira, "r:on")
        for forged in ("t:stop", "t:stopped"):
            assert "niet meer" in await town.press_forged(town.amira, forged)

        assert button_of(screen, "t:stop") is None
        assert [b for b in await town.sofie.messages(True) if "stoppen" in b.text] == []


async def test_the_check_about_work_ends_in_what_to_show_and_goes_to_the_begeleider_in_dutch(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, readings=READINGS, language="ar") as town:
        await town.amira.say("أنا أعمل")
        await tap(town.amira, await said(town.amira, "t:work"), "t:work")
        for letters in ("e", "ey", "eyy", "eyyy", "eyyyn"):
            screen = await said(town.amira, f"t:check:{letters}")
            await tap(town.amira, screen, f"t:check:{letters}")
        end = await said(town.amira, "t:worked:eyyyn")
        await tap(town.amira, end, "t:worked")
        card = await told(town.sofie, "Ik werk voor een baas")
        sent = await said(town.amira, "q:more")

        assert "arbeidscontract" in end.text
        assert "Heb je contracten voor minstens drie maanden na elkaar? Ja" in card.text
        assert "Heb je het papier daarover bij de hand? Nee" in card.text
        await tap(town.amira, sent, "q:more")
        await town.amira.wait_for(lambda bubble: button_of(bubble, "q:leave") is not None)
        await town.amira.send_file("photo")
        await town.sofie.wait_for(lambda bubble: bubble.kind == "photo")


async def test_the_check_is_offered_under_the_answer_and_forged_answers_do_nothing(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, readings=READINGS) as town:
        await town.amira.say("Ik werk")
        answer = await said(town.amira, "t:work")

        assert "vrijstelling" in answer.text
        for forged in ("t:worked:e", "t:worked:zz", "t:check:nn", "t:worked:-", "t:nothing"):
            assert "niet meer" in await town.press_forged(town.amira, forged)
