"""A begeleider comes in: what waits, the buttons that stay, people by their name, and what was begun."""

import datetime as dt
from pathlib import Path

import pytest

from bot.domain.ids import BegeleiderId
from bot.domain.stand_in import StandIn
from bot.storage.database import Database
from bot.texts.begeleider_home import with_keyboard
from bot.texts.message import Message
from tests.builders import services
from tests.handlers.care import care
from tests.handlers.days import BEHIND
from tests.handlers.newcomer import said, tap
from tests.handlers.seen import press_on

KEYS = [key for row in with_keyboard(Message(text="")).keyboard or () for key in row]
SCREENS = {
    "👥 Mijn mensen": "2 personen",
    "❓ Vragen": "Er wacht geen vraag op je",
    "📄 Bewijzen": "Er wacht geen bewijs op je",
    "🔎 Aanbod": "Wat wil je doen?",
    "➕ Uitnodigen": "Wie nodig je uit?",
    "🌴 Afwezig": "Vanaf wanneer ben je afwezig?",
    "🕘 Werkuren": "Wanneer werk je?",
}


@pytest.mark.parametrize("how", ["/start", "/menu", "⏳ Mijn uren", "hallo", "/hulp"])
async def test_a_begeleider_always_finds_their_own_buttons(
    sqlite_database: Database, tmp_path: Path, how: str
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await town.sofie.say(how)
        await town.sofie.wait_for()

        assert await town.sofie.keys() == KEYS


async def test_each_button_shows_its_screen_and_commands_do_the_same(
    sqlite_database: Database, tmp_path: Path
) -> None:
    assert list(SCREENS) == KEYS
    async with care(sqlite_database, tmp_path) as town:
        await town.sofie.start()
        await town.sofie.wait_for("Dag Sofie!")
        for key, shown in SCREENS.items():
            await town.sofie.press_key(key)
            await town.sofie.wait_for(shown)
        for command, shown in zip(
            ("mensen", "vragen", "bewijzen", "aanbod", "uitnodigen", "afwezig", "uren"),
            SCREENS.values(),
            strict=True,
        ):
            await town.sofie.say(f"/{command}")
            await town.sofie.wait_for(shown)


async def test_the_first_screen_says_what_waits_today(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await town.sofie.start()
        quiet = await town.sofie.wait_for("Dag Sofie!")
        await _behind(sqlite_database)
        await town.ask(town.karim, "Hoeveel kost een huis?")
        town.pass_hours(24 * 4)
        await town.sofie.start()
        busy = await town.sofie.wait_for("Dit wacht op je")

    assert "Niets dringends" in quiet.text
    assert "❓ 1 open vraag\n❗ daarvan 1 te laat\n🟠 1 achter op schema" in busy.text


async def _behind(database: Database) -> None:
    async with database.work() as work:
        (amira,) = [n for n in await work.people.guided_by([BegeleiderId(1)]) if n.name == "Amira"]
        await work.people.set_contract(amira.id, BEHIND)


async def test_it_says_who_stands_in_for_whom(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        async with sqlite_database.work() as work:
            today = services(work).caseload.today
            leave = StandIn(
                begeleider_id=BegeleiderId(1),
                colleague_id=BegeleiderId(2),
                first_day=today,
                last_day=today + dt.timedelta(days=7),
            )
            await work.stand_ins.add(leave)
        await town.sofie.start()
        away = await town.sofie.wait_for("Dag Sofie!")
        await town.nele.start()
        there = await town.nele.wait_for("Dag Nele!")

    assert "🌴 Je bent afwezig tot en met 30/11/2026. Nele vervangt je." in away.text
    assert "↔️ Je vervangt Sofie." in there.text


async def test_a_name_shows_the_person_and_a_shared_name_asks_which(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await town.ask(town.karim, "Hoeveel kost een huis?")
        await town.sofie.say("  amira ")
        await town.sofie.wait_for("👤 Amira")
        await town.nele.say("Amira")
        stranger = await town.nele.wait_for()
        async with sqlite_database.work() as work:
            guide = await work.people.begeleider(BegeleiderId(1))
            assert guide is not None
            assert guide.account is not None
            await services(work).invites.add_newcomer(guide.account, "Amira")
        await town.sofie.say("AMIRA")
        which = await town.sofie.wait_for("Wie bedoel je?")

    assert "👤" not in stranger.text
    assert which.labels == ["Amira", "Amira"]


@pytest.mark.parametrize("elsewhere", KEYS)
async def test_whoever_goes_elsewhere_is_in_the_middle_of_nothing(
    sqlite_database: Database, tmp_path: Path, elsewhere: str
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await town.sofie.say("amira")
        await press_on(town.sofie, "n:write:")
        screen = await said(town.sofie, "n:write:")
        await tap(town.sofie, screen, "n:write:1:own")
        await town.sofie.wait_for("Schrijf of spreek je bericht")
        await town.sofie.say(elsewhere)
        await town.sofie.wait_for(SCREENS[elsewhere])
        await press_on(town.sofie, "n:") if elsewhere == KEYS[0] else await town.sofie.say("/mensen")
        await town.sofie.wait_for()
        await town.sofie.say("Telt een praattafel mee voor de uren?")
        answer = await town.sofie.wait_for()

    assert "Amira krijgt" not in answer.text
    assert "n:write" not in str([button.get("callback_data") for button in answer.buttons])


async def test_a_newcomer_who_types_such_a_label_gets_their_own_buttons(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await town.amira.say("👥 Mijn mensen")
        await town.amira.wait_for("kies hieronder een knop")

        assert "⏳ Mijn uren" in await town.amira.keys()


async def test_nobody_to_guide_yet_begins_with_inviting(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await town.nele.start()
        shown = await town.nele.wait_for("Dag Nele!")

    assert "Begin met ➕ Uitnodigen" in shown.text
