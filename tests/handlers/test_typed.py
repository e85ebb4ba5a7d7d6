"""What newcomers type out of the blue or in the middle of a note, and what it opens."""

from pathlib import Path

import pytest

from bot.domain.languages import SPOKEN
from bot.domain.understanding import Action, Outcome
from bot.storage.database import Database
from bot.texts.menu import MenuButton, menu_keyboard
from bot.texts.menu_names import button_named
from bot.texts.speaker import speaker_for
from tests.handlers.care import care
from tests.handlers.hours import Own, pressed, wrote
from tests.handlers.newcomer import Reading, button_of, tap

CLUB = "نادي كرة القدم Gent"
TWO_DAYS = "позавчора 2 години футбол і вчора 3 години футбол"
READINGS: dict[str, Reading] = {
    "uren": {"outcome": Outcome.CHOOSE, "choices": (Action.PROGRESS.label,)},
    CLUB: {"outcome": Outcome.ACTION, "action": Action.OFFERS, "language": "ar"},
    "Wat is een goede voetbalclub hier": {"outcome": Outcome.ACTION, "action": Action.OFFERS},
    TWO_DAYS: {"language": "uk"},
}


@pytest.mark.parametrize(
    ("text", "button"),
    [("uren", MenuButton.HOURS), ("ساعاتي", MenuButton.HOURS), ("Години!", MenuButton.HOURS),
     ("activiteit", MenuButton.OFFERS), ("إثبات", MenuButton.BEWIJS), ("Куратор", MenuButton.BEGELEIDER),
     ("taal", MenuButton.LANGUAGE), ("saatlerim", MenuButton.HOURS), ("2 uur", None), ("boete", None),
     ("mijn uren kloppen niet", None), ("", None)],
)  # fmt: skip
def test_a_word_that_names_a_button_opens_it(text: str, button: MenuButton | None) -> None:
    assert button_named(text) is button


@pytest.mark.parametrize("language", SPOKEN)
def test_the_words_of_a_button_open_it_without_its_pictogram(language: str) -> None:
    labels = [label for row in menu_keyboard(speaker_for(language)) for label in row]

    assert [button_named(label.partition(" ")[2]) for label in labels] == list(MenuButton)


async def test_one_word_opens_my_hours(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, readings=READINGS) as town:
        await Own(sqlite_database, town.amira).agree()
        shown = await wrote(town.amira, "uren", then="nog te doen")
        in_need = await wrote(town.amira, "HELP!", then="112")
        other = await wrote(town.amira, "begeleider", then="Sofie")

        assert shown.kind == "photo"
        assert in_need.text
        assert other.text


async def test_the_name_of_a_club_is_no_question(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, readings=READINGS) as town:
        await Own(sqlite_database, town.amira).agree()
        shown = await wrote(town.amira, "/uren", then="nog te doen")
        kinds = await pressed(town.amira, shown, "d:note", then="Wat voor activiteit")
        await pressed(town.amira, kinds, "d:note:1b:sport", then="Bij welke organisatie?")
        day = await wrote(town.amira, CLUB, then="Welke dag")
        kinds = await pressed(town.amira, shown, "d:note", then="Wat voor activiteit")
        await pressed(town.amira, kinds, "d:note:1b:sport", then="Bij welke organisatie?")
        answer = await wrote(town.amira, "Wat is een goede voetbalclub hier", then="Wat doe je graag")

        assert CLUB in day.text
        assert button_of(answer, "o:tick")


@pytest.mark.parametrize(
    "text",
    ["gisteren 2 uur voetbal en vrijdag 3 uur voetbal", "gisteren 2 uur voetbal\neergisteren 3 uur judo",
     "gisteren 2 uur voetbal en 1 uur judo", TWO_DAYS],
)  # fmt: skip
async def test_several_days_in_one_message_are_asked_one_by_one(
    sqlite_database: Database, tmp_path: Path, text: str
) -> None:
    async with care(sqlite_database, tmp_path, readings=READINGS) as town:
        own = Own(sqlite_database, town.amira)
        await own.agree()
        shown = await wrote(town.amira, text, then="Schrijf elke dag apart")
        question = await wrote(town.amira, f"{text}?", then="Dit weet ik niet")
        await tap(town.amira, shown, "d:question")
        await town.amira.wait_for("Dit weet ik niet")

        assert button_of(shown, "d:note") == "d:note:1"
        assert button_of(question, "ask:own")
        assert await own.amounts() == []
