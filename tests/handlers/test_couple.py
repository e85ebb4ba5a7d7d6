"""Two newcomers on one phone, and a newcomer with a new phone, over the wire."""

import datetime as dt
from pathlib import Path

from bot.demo.phone import Phone
from bot.domain.contract import Status
from bot.domain.ids import NewcomerId
from bot.storage.database import Database
from tests.handlers.care import Care, care, eventually
from tests.handlers.hours import MENU_HOURS, YESTERDAY, Own, a_contract, pressed
from tests.handlers.newcomer import button_of, said, tap
from tests.handlers.seen import press_on
from tests.handlers.test_invites import link_from, newcomer

ASKED = "Hoeveel kost een huis?"
AMIRA, YUSUF = NewcomerId(1), NewcomerId(3)
OVER = a_contract(starts_on=dt.date(2026, 1, 1), last_day=dt.date(2026, 11, 20))


async def newest_with(phone: Phone, text: str) -> str:
    """The newest message of the bot with this text."""

    async def seen() -> str | None:
        found = [bubble.text for bubble in await phone.messages(True) if text in bubble.text]
        return found[-1] if found else None

    return await eventually(seen)


async def share(town: Care, phone: Phone, inviter: Phone, name: str) -> None:
    """Somebody else joins on this phone, too."""
    await phone.start(await link_from(inviter, name))
    await tap(phone, await said(phone, "i:share"), "i:share")
    await phone.wait_for("gebruikt deze telefoon nu ook")


async def choose(phone: Phone, name: str) -> None:
    """Say who it is."""
    screen = await phone.wait_for("Wie ben jij nu?")
    label = next(label for label in screen.labels if name in label)
    await phone.press(label, screen.message_id)


async def test_a_couple_asks_each_their_own_begeleider(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await share(town, town.amira, town.nele, "Yusuf")
        for name in ("Amira", "Yusuf"):
            town.pass_hours(1.1)
            await town.amira.say(f"{ASKED} zegt {name}")
            offer = await said(town.amira, "ask:own")
            await tap(town.amira, offer, "ask:own")
            await choose(town.amira, name)
            await tap(town.amira, await said(town.amira, "q:topic"), "q:topic")
            await said(town.amira, "q:more")

        assert "Amira" in await newest_with(town.sofie, "zegt Amira")
        assert "Yusuf" in await newest_with(town.nele, "zegt Yusuf")
        assert not any("zegt Yusuf" in bubble.text for bubble in await town.sofie.messages(True))
        assert not any("zegt Amira" in bubble.text for bubble in await town.nele.messages(True))


async def test_an_answer_on_a_shared_phone_says_for_whom_it_is(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        question = await town.ask(town.amira, ASKED)
        await share(town, town.amira, town.nele, "Yusuf")
        card = await town.card(town.sofie, question)

        await town.sofie.say("Tien euro", reply_to=card.message_id)
        answer = await newest_with(town.amira, "Tien euro")

        assert answer.startswith("👤 Amira")


async def test_what_was_asked_for_goes_on_after_the_name(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await share(town, town.amira, town.nele, "Yusuf")

        await town.amira.say("/uren")
        await choose(town.amira, "Yusuf")
        await town.amira.wait_for("klaar")
        await town.amira.say("/menu")
        await town.amira.wait_for("knop")
        await town.amira.press_key("💬 Mijn begeleider")
        assert "Nele" in (await town.amira.wait_for("Schrijf of spreek")).text
        town.pass_hours(1.1)
        await town.amira.press_key("💬 Mijn begeleider")
        await choose(town.amira, "Amira")

        assert "Sofie" in (await town.amira.wait_for("Schrijf of spreek")).text


async def test_nobody_speaks_for_somebody_of_another_phone(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await share(town, town.amira, town.nele, "Yusuf")

        assert await town.press_forged(town.amira, "w:h:2") == "Deze knop is niet voor jou."
        await town.karim.say("/menu")
        await town.karim.wait_for("knop")
        assert await town.press_forged(town.karim, "w:h:1") == "Deze knop is niet voor jou."
        assert await town.press_forged(town.amira, "w:none:1")
        assert await town.press_forged(town.amira, "w:d:1")


async def test_a_new_phone_takes_the_dossier_and_the_old_one_hears_it(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        question = await town.ask(town.amira, ASKED)
        card = await town.card(town.sofie, question)
        await town.sofie.say("/mensen")
        listed = await said(town.sofie, "n:page")
        page = next(d for d in (str(b["callback_data"]) for b in listed.buttons) if d.startswith("n:page:1"))
        await town.sofie.press(page, listed.message_id)
        await tap(town.sofie, await said(town.sofie, "n:phone"), "n:phone")
        link = (await town.sofie.wait_for("?start=p-")).text.split("start=")[1].split()[0]
        new = newcomer(town)
        await new.start(link)
        await tap(new, await said(new, "i:join"), "i:join")
        await new.wait_for("staan nu op deze telefoon")

        assert "toont het dossier van Amira niet meer" in await newest_with(town.amira, "andere telefoon")
        await newest_with(town.sofie, "gebruikt nu een nieuwe telefoon")
        await town.sofie.say("Tien euro", reply_to=card.message_id)
        await newest_with(new, "Tien euro")
        assert not any("Tien euro" in bubble.text for bubble in await town.amira.messages(True))


async def test_a_known_newcomer_says_who_they_are(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await town.amira.start(await link_from(town.nele, "Amira"))
        screen = await said(town.amira, "i:same")
        await tap(town.amira, screen, "i:same")
        await town.amira.wait_for("Je begeleider is Nele")
        await town.nele.say("/mensen")
        listed = await said(town.nele, "n:page")

        assert [label for label in listed.labels if "Amira" in label]
        assert button_of(listed, "n:page") == "n:page:1"


async def yusuf_speaks(town: Care) -> None:
    """He joins on Amira's phone, and says who he is."""
    await share(town, town.amira, town.nele, "Yusuf")
    await now_speaks(town, "Yusuf")


async def now_speaks(town: Care, name: str) -> None:
    """Of the two this one speaks from now on."""
    await town.press_forged(town.amira, "w:ask")
    await choose(town.amira, name)
    await town.amira.wait_for(lambda bubble: bubble.text.startswith(f"{name}\n"))


async def sent_to(phone: Phone, words: str) -> bool:
    """Did this begeleider get these words?"""
    return any(words in bubble.text for bubble in await phone.messages(True))


async def test_a_reply_to_a_letter_goes_to_the_begeleider_of_whom_it_was_written_to(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await town.sofie.say("/mensen")
        await press_on(town.sofie, f"n:page:{AMIRA}")
        await press_on(town.sofie, f"n:write:{AMIRA}")
        await press_on(town.sofie, f"n:write:{AMIRA}:own")
        await town.sofie.wait_for("Schrijf of spreek je bericht")
        await town.sofie.say("Kom je morgen langs?")
        await press_on(town.sofie, f"n:write:{AMIRA}:sendown")
        letter = await town.amira.wait_for("Kom je morgen langs?")
        await yusuf_speaks(town)
        await town.amira.say("Ja, graag", reply_to=letter.message_id)
        await tap(town.amira, await said(town.amira, "q:topic"), "q:topic")

        assert "Amira" in await newest_with(town.sofie, "Ja, graag")
        assert not await sent_to(town.nele, "Ja, graag")


async def test_an_old_stop_screen_stops_nobody_else(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await Own(sqlite_database, town.amira).agree(a_contract(status=Status.ENTITLED))
        await town.amira.say(MENU_HOURS)
        await press_on(town.amira, "r:show")
        await press_on(town.amira, "t:stop")
        stop = await said(town.amira, "t:stopped")
        await yusuf_speaks(town)
        await tap(town.amira, stop, "t:stopped")

        assert "Amira" in await newest_with(town.sofie, "Ik wil stoppen met de 40 uur.")
        assert not await sent_to(town.nele, "Ik wil stoppen met de 40 uur.")


async def test_old_ticks_go_to_the_begeleider_of_who_ticked_them(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await Own(sqlite_database, town.amira).agree(OVER)
        await town.amira.say(MENU_HOURS)
        await press_on(town.amira, "t:obstacle")
        await press_on(town.amira, "t:tick:1")
        ready = await said(town.amira, "t:send:1")
        await yusuf_speaks(town)
        await tap(town.amira, ready, "t:send:1")

        assert "Amira" in await newest_with(town.sofie, "Ik was ziek")
        assert not await sent_to(town.nele, "Ik was ziek")


async def test_words_announced_by_one_are_not_taken_from_the_other(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await Own(sqlite_database, town.amira).agree(OVER)
        await yusuf_speaks(town)
        await now_speaks(town, "Amira")
        await press_on(town.amira, "t:obstacle")
        ticks = await said(town.amira, "t:own:0")
        await tap(town.amira, ticks, "t:own:0")
        await town.amira.wait_for("Schrijf of spreek het in")
        await now_speaks(town, "Yusuf")
        await town.amira.say(ASKED)
        answer = await said(town.amira, "ask:own")

        assert ticks.text.startswith("👤 Amira")
        assert button_of(answer, "t:send") is None


async def test_an_old_check_about_work_is_of_who_began_it(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await Own(sqlite_database, town.amira).agree(OVER)
        await town.amira.say(MENU_HOURS)
        await said(town.amira, "d:details")
        await town.press_forged(town.amira, f"t:work:{AMIRA}")
        await press_on(town.amira, "t:check:n")
        end = await said(town.amira, "t:worked")
        await yusuf_speaks(town)
        await tap(town.amira, end, "t:worked")
        await said(town.amira, "q:more")

        assert "Amira" in await newest_with(town.sofie, "Ik werk nu niet")
        assert not await sent_to(town.nele, "Ik werk nu niet")


async def test_details_of_one_never_show_the_others(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        hours = Own(sqlite_database, town.amira)
        await hours.agree()
        await hours.note(YESTERDAY, 60)
        await town.amira.say(MENU_HOURS)
        mine = await said(town.amira, "d:details")
        await yusuf_speaks(town)
        details = await pressed(town.amira, mine, "d:details", then="De Kring")
        await now_speaks(town, "Yusuf")
        claim = await pressed(town.amira, details, "d:claim:1", then="zondag 22 november")
        await now_speaks(town, "Yusuf")
        amounts = await pressed(town.amira, claim, "d:time", then="Hoe lang")
        await now_speaks(town, "Yusuf")
        changed = await pressed(town.amira, amounts, "d:set:1:120", then="2 uur")
        await now_speaks(town, "Yusuf")
        await pressed(town.amira, mine, "d:calendar", then="31 augustus 2027")
        await now_speaks(town, "Yusuf")
        note = await pressed(town.amira, mine, "d:note", then="Waar was je")

        assert details.text.startswith("Amira\n")
        for screen in (claim, amounts, changed, note):
            assert screen.text.startswith("👤 Amira\n")
        async with sqlite_database.work(reads_only=True) as work:
            assert [one.minutes for one in (await work.hours.book(AMIRA)).open] == [120]
            assert (await work.hours.book(YUSUF)).attendances == ()


async def test_the_button_that_switches_stands_under_my_hours(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await yusuf_speaks(town)
        hours = await said(town.amira, "w:ask")
        await tap(town.amira, hours, "w:ask")
        await choose(town.amira, "Amira")
        other = await town.amira.wait_for(lambda bubble: bubble.text.startswith("Amira\n"))

        assert hours.text.startswith("Yusuf\n")
        assert [label for label in hours.labels if "Yusuf ⇄" in label]
        assert [label for label in other.labels if "Amira ⇄" in label]
