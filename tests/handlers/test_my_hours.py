"""A newcomer's own hours, over the wire: the picture, the details, putting right, the last day."""

import datetime as dt
from pathlib import Path

import pytest

from bot.demo.phone import Bubble, Phone
from bot.domain.attendance import RefusedBecause
from bot.domain.contract import ClosedBecause
from bot.domain.ids import ChatId, NewcomerId
from bot.domain.understanding import Action, Outcome
from bot.handlers.newcomers import rings
from bot.services.services import Services
from bot.storage.database import Database
from tests.builders import surroundings
from tests.handlers.care import Care, care
from tests.handlers.hours import LAST_DAY, MENU_HOURS, TUESDAY, YESTERDAY, Own, a_contract, pressed, wrote
from tests.handlers.newcomer import Reading, button_of, said, tap

READINGS: dict[str, Reading] = {"Hoeveel heb ik al?": {"outcome": Outcome.ACTION, "action": Action.PROGRESS}}


async def test_my_hours_are_a_picture_with_two_lines(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, readings=READINGS) as town:
        own = Own(sqlite_database, town.amira)
        await own.agree()
        await own.note(YESTERDAY, 90)
        shown = await wrote(town.amira, MENU_HOURS, then="nog te doen")
        by_words = await wrote(town.amira, "Hoeveel heb ik al?", then="nog te doen")
        by_command = await wrote(town.amira, "/uren", then="nog te doen")

        assert shown.kind == "photo"
        assert (
            shown.text.split("\n")[0]
            == "✓ klaar: 0 uur · ⏳ wacht nog: 1 uur 30 min · nog te doen: 38 uur 30 min"
        )
        assert "Nog 40 weken, tot 31 augustus 2027." in shown.text
        assert by_words.text == by_command.text == shown.text
        assert await wrote(town.sofie, "/uren", then="Wanneer werk je?")


async def test_without_a_term_the_begeleider_is_asked_with_one_tap(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        shown = await wrote(town.amira, MENU_HOURS, then="nog niet ingevuld")
        assert shown.kind == "text"
        await tap(town.amira, shown, "ask:ready:deadline")
        await tap(town.amira, await said(town.amira, "q:topic"), "q:topic")

        card = await town.card(town.sofie, 1)
        assert "Tot wanneer heb ik tijd?" in card.text


async def test_a_claim_is_put_right_and_taken_back(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        own, amira = Own(sqlite_database, town.amira), town.amira
        await own.agree()
        await own.note(YESTERDAY, 60)
        picture = await wrote(amira, MENU_HOURS, then="nog te doen")
        details = await pressed(amira, picture, "d:details", then="Buurthuis De Kring")
        claim = await pressed(amira, details, "d:claim", then="zondag 22 november 2026")
        await pressed(amira, claim, "d:time", then="Hoe lang")
        claim = await wrote(amira, "45 min", then="45 min")
        days = await pressed(amira, claim, "d:day", then="Welke dag")
        claim = await pressed(amira, days, "d:move:1:20261120", then="vrijdag 20 november")
        assert await own.amounts() == [(dt.date(2026, 11, 20), 45)]

        sure = await pressed(amira, claim, "d:drop", then="weghalen")
        await pressed(amira, sure, "d:gone", then="nog geen uren")
        assert await own.amounts() == []
        assert "Weggehaald." in await amira.toasts()


async def test_what_the_begeleider_decided_is_shown_and_stays(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        own, amira = Own(sqlite_database, town.amira), town.amira
        await own.agree()
        await own.note(YESTERDAY, 60)
        await own.note(TUESDAY, 90)
        picture = await wrote(amira, MENU_HOURS, then="nog te doen")
        before = await pressed(amira, picture, "d:details", then="Buurthuis De Kring")
        await own.decide(lambda use, mine: use.hours.refuse(mine, 1, RefusedBecause.NOT_THERE))
        await own.decide(lambda use, mine: use.hours.confirm(mine, 2))
        toast = await town.press_forged(amira, "d:gone:2:0")
        details = await wrote(amira, MENU_HOURS, then="nog te doen")
        details = await pressed(amira, details, "d:details", then="Buurthuis De Kring")

        assert button_of(before, "d:claim:2")
        assert "nagekeken" in toast
        assert "Telt niet mee: je stond die dag niet op de lijst." in details.text
        assert "🤝 di 17 nov · 1 uur 30 min" in details.text
        assert button_of(details, "d:claim") is None


async def test_a_closed_dossier_is_shown_and_takes_no_hours(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        own, amira = Own(sqlite_database, town.amira), town.amira
        await own.agree()
        await own.note(YESTERDAY, 60)
        await own.decide(lambda use, mine: use.contracts.close(mine, ClosedBecause.MOVED))
        shown = await wrote(amira, MENU_HOURS, then="afgesloten op 23 november 2026")
        refused = await wrote(amira, "gisteren 2 uur judo", then="Je dossier is afgesloten.")
        toast = await town.press_forged(amira, "d:note")

        assert [button["callback_data"] for button in shown.buttons] == ["d:details:0:1"]
        assert refused.buttons == []
        assert "afgesloten" in toast


async def test_the_last_day_goes_into_the_phones_calendar(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await Own(sqlite_database, town.amira).agree()
        shown = await wrote(town.amira, MENU_HOURS, then="nog te doen")
        file = await pressed(town.amira, shown, "d:calendar", then="31 augustus 2027")

        content = _content(town, file)
        assert file.kind == "document"
        assert f"DTSTART;VALUE=DATE:{LAST_DAY:%Y%m%d}".encode() in content
        assert b"term-1@inburgerbot" in content
        assert b"Laatste dag voor je 40 uur inburgering" in content


def _content(town: Care, bubble: Bubble) -> bytes:
    path = str(bubble.seen["file_url"]).partition(town.telegram.token + "/")[2]
    stored = town.telegram.files.at(path)
    assert stored is not None
    return stored.data


async def test_a_note_of_one_of_a_couple_is_never_anothers(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        own, amira = Own(sqlite_database, town.amira), town.amira
        await own.agree()
        await own.note(YESTERDAY, 60)
        first = await wrote(amira, "dinsdag 2 uur de kring", then="Wil je dit noteren?")
        async with sqlite_database.work() as work:
            account = await work.accounts.of_chat(ChatId(amira.id))
            assert account is not None
            await work.people.link_newcomer(NewcomerId(2), account.id)
        await amira.say(MENU_HOURS)
        names = await said(amira, "w:")
        karim = next(str(b["callback_data"]) for b in names.buttons if b["text"].endswith("Karim"))
        await amira.press(karim, names.message_id)
        shown = await said(amira, "d:note")
        receipt = await pressed(amira, first, "d:yes", then="Genoteerd")

        assert shown.text.startswith("Karim\n")
        assert receipt.text.startswith("👤 Amira")
        assert await Own(sqlite_database, town.karim).amounts() == []


async def test_the_picture_is_drawn_before_the_transaction(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await Own(sqlite_database, town.amira).agree(a_contract(required_minutes=37 * 60))
        drawn = rings._ring.cache_info()
        draw = rings.make_draw(
            sqlite_database, town.telegram.clock, lambda work, now: Services(work, now, surroundings())
        )
        await draw(ChatId(town.amira.id))
        await draw(ChatId(town.sofie.id))
        before = rings._ring.cache_info()
        await wrote(town.amira, MENU_HOURS, then="nog te doen")
        after = rings._ring.cache_info()

        assert before.misses == drawn.misses + 1
        assert (after.misses, after.hits) == (before.misses, before.hits + 2)


async def test_nobody_notes_hours_of_somebody_else(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        own = Own(sqlite_database, town.amira)
        await own.agree()
        await own.note(YESTERDAY, 60)
        check = await wrote(town.amira, "dinsdag 2 uur de kring", then="Wil je dit noteren?")
        data = button_of(check, "d:yes") or ""
        await wrote(town.karim, MENU_HOURS, then="nog niet ingevuld")

        for forged in (
            data,
            data.replace("1t", "2t"),
            "d:gone:1:0",
            "d:set:1:5",
            "d:move:1:20261101",
            "d:claim:1:0",
        ):
            assert await town.press_forged(town.karim, forged)
        assert await own.amounts() == [(YESTERDAY, 60)]
        assert await Own(sqlite_database, town.karim).amounts() == []
        assert "Kring" not in " ".join(bubble.text for bubble in await town.karim.messages(True))


@pytest.mark.parametrize(
    "data",
    ["d", "d:nothing", "d:note:x", "d:yes:1b:-:-:-:-", "d:note:1b:sport:z:20261122:60", "d:move:1:99999999",
     "d:note:1b:b1:-:20261322:60", "d:details:x", "d:set:1:99999", "d:yes:1b:b99:-:20261122:60"],
)  # fmt: skip
async def test_a_forged_button_of_the_own_dossier_changes_nothing(
    sqlite_database: Database, tmp_path: Path, data: str
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        own = Own(sqlite_database, town.amira)
        await own.agree()
        await own.note(YESTERDAY, 60)
        await wrote(town.amira, MENU_HOURS, then="nog te doen")

        assert await town.press_forged(town.amira, data)
        assert await own.amounts() == [(YESTERDAY, 60)]


async def test_who_has_no_dossier_hears_how_to_get_one(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        stranger = Phone(town.telegram, town.telegram.add_person("Zoë", "nl"))
        await stranger.start()
        await tap(stranger, await said(stranger, "l:"), "l:nl")
        await stranger.wait_for("Typ gewoon je vraag")
        shown = await wrote(stranger, MENU_HOURS, then="Ik ken je uren nog niet.")
        toast = await town.press_forged(stranger, "d:note")

        assert "link" in shown.text
        assert toast == "Ik ken je uren nog niet. Vraag je begeleider om een link."
