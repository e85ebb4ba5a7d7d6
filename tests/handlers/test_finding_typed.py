"""What is typed or shared out of the blue by somebody who looked for an activity before."""

from pathlib import Path
from typing import Any

from bot.demo.phone import Phone
from bot.domain.search import Search, Times
from bot.domain.understanding import Outcome, RedFlag
from bot.storage.database import Database
from tests.handlers.care import care
from tests.handlers.newcomer import button_of
from tests.handlers.seen import press_on, told
from tests.handlers.test_finding import ASKS, I_COOK, WISHES, begin, cooking_in_gent, finding, three, tick
from tests.handlers.test_finding import READINGS as KNOWN
from tests.services.offers_town import COOKING, SPORT, fill

I_COOK_THERE = "ik kook in Gent"
ON_WEDNESDAY = "op woensdag"
SHE_SANG_OR_GENT = "غنت"
A_BUDDY = "ik wil een buddy"
A_BUDDY_PROJECT = "is er geld voor een buddytraject?"
BUDDY_ENTRY = "middelen-buddytraject"
READINGS = KNOWN | {
    I_COOK_THERE: ASKS,
    "meer": {"outcome": Outcome.EMERGENCY, "red_flag": RedFlag.SUICIDE},
    A_BUDDY: {"outcome": Outcome.ANSWER, "entry": BUDDY_ENTRY, "confidence": 1.0},
    A_BUDDY_PROJECT: {"outcome": Outcome.ANSWER, "entry": BUDDY_ENTRY, "confidence": 1.0},
}
WISHES |= {
    ON_WEDNESDAY: Search(times=Times(weekdays=frozenset({2})), confidence=0.7),
    SHE_SANG_OR_GENT: Search(subjects={"singing": 0.77}, confidence=0.95),
    A_BUDDY: Search(subjects={"cooking": 1.0}, confidence=1.0),
    A_BUDDY_PROJECT: Search(subjects={"cooking": 1.0}, confidence=1.0),
}


def town(database: Database, folder: Path) -> Any:
    """Amira in Sofie's care, with a bot that finds activities."""
    return care(database, folder, readings=READINGS, finding=finding())


async def list_after(phone: Phone, text: str) -> str:
    """Type this; the list of activities that comes."""
    await phone.say(text)
    return (await phone.wait_for(lambda bubble: "1️⃣" in bubble.labels)).text


async def test_more_is_never_taken_for_despair_and_shows_others(
    sqlite_database: Database, tmp_path: Path
) -> None:
    await fill(sqlite_database, COOKING)
    async with town(sqlite_database, tmp_path) as there:
        await there.amira.say("meer")
        first = await told(there.amira, "Wat doe je graag?")
        await cooking_in_gent(there.amira)
        await there.amira.say("meer")
        others = await there.amira.wait_for("🔎")

    assert button_of(first, "o:tick:")
    assert "1813" not in others.text
    assert "🍳 Koken en bakken" in others.text


async def test_only_a_place_or_a_day_changes_the_search_of_before(
    sqlite_database: Database, tmp_path: Path
) -> None:
    await fill(sqlite_database, COOKING)
    async with town(sqlite_database, tmp_path) as there:
        await cooking_in_gent(there.amira)
        on_wednesday = await list_after(there.amira, ON_WEDNESDAY)
        near_gent = await list_after(there.amira, SHE_SANG_OR_GENT)

    assert "🍳 Koken en bakken · 📍 Gent · 🗓 wo" in on_wednesday
    assert "🍳 Koken en bakken · 📍 Gent · 🗓 wo" in near_gent


async def test_a_wish_is_no_question_of_a_professional_but_a_question_stays_one(
    sqlite_database: Database, tmp_path: Path
) -> None:
    await fill(sqlite_database, COOKING)
    async with town(sqlite_database, tmp_path) as there:
        found = await list_after(there.amira, A_BUDDY)
        labels = (await three(there.amira)).labels
        await there.amira.say(A_BUDDY_PROJECT)
        answer = await told(there.amira, "organisatienetwerk")

    assert "Bedoel je dit?" in found
    assert "Is er geld om een buddytraject te starten?" in labels
    assert button_of(answer, "a:")


async def test_a_location_abroad_is_no_place_in_belgium(sqlite_database: Database, tmp_path: Path) -> None:
    await fill(sqlite_database, COOKING)
    async with town(sqlite_database, tmp_path) as there:
        await there.amira.say(I_COOK)
        await told(there.amira, "In welke gemeente woon je?")
        await there.amira.act("location", latitude=35.2, longitude=24.4)
        again = await told(there.amira, "Die plaats vind ik niet.")

    assert button_of(again, "o:anywhere:")


async def test_what_is_ticked_on_another_page_is_said(sqlite_database: Database, tmp_path: Path) -> None:
    async with town(sqlite_database, tmp_path) as there:
        await begin(there.amira)
        await tick(there.amira, "cooking")
        await press_on(there.amira, "o:home:")
        page = await there.amira.wait_for(lambda bubble: "Koken" not in " ".join(bubble.labels))

    assert "✅ 🍳 Koken en bakken" in page.text


async def test_an_activity_that_ended_leaves_the_others_of_its_list(
    sqlite_database: Database, tmp_path: Path
) -> None:
    await fill(sqlite_database, {"choir": SPORT["choir"]})
    async with town(sqlite_database, tmp_path) as there:
        await there.amira.say("ik zing graag in Gent")
        found = await three(there.amira)
        await there.press_forged(there.amira, "o:card:1:0:999:1")
        left = await three(there.amira)

    assert "Zingen in een koor" in found.text
    assert "Zingen in een koor" in left.text


async def test_nothing_at_all_is_not_called_nothing_else(sqlite_database: Database, tmp_path: Path) -> None:
    async with town(sqlite_database, tmp_path) as there:
        await there.amira.say("ik zing graag in Gent")
        nothing = await there.amira.wait_for("🔎")

    assert "Dit vind ik nu nog niet." in nothing.text
