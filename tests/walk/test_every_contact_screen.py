"""A contact presses every button, in every language, and so does the newcomer whose hours they confirm."""

from pathlib import Path

import pytest

from bot.domain.languages import SPOKEN
from bot.storage.database import Database
from bot.texts import contact_menu
from bot.texts.speaker import speaker_for
from tests.handlers.care import care
from tests.handlers.contact_town import House, new_phone
from tests.handlers.hours import TUESDAY, Own
from tests.walk.crawler import Crawler

PUBLIC_URL = "https://bot.example.org"
FEWEST = 12
STOPS = ("l:", "a:look:", "u:speak", "u:stopyes", "u:gy")
"""Another language, and what ends the walk."""


@pytest.mark.parametrize("language", SPOKEN)
async def test_every_screen_of_a_contact(sqlite_database: Database, tmp_path: Path, language: str) -> None:
    speaker = speaker_for(language)
    async with care(sqlite_database, tmp_path, language=language, public_url=PUBLIC_URL) as town:
        house = House(town, sqlite_database, tmp_path)
        for day in (TUESDAY, TUESDAY.replace(day=18), TUESDAY.replace(day=19)):
            await Own(sqlite_database, town.amira).note(day, 120)
        karel = await new_phone(town, "Karel", language=language)
        await house.joins(phone=karel, language=language)
        crawler = Crawler(town.telegram, karel, never=STOPS)
        labels = [contact_menu.label(speaker, button) for button in contact_menu.ContactButton]
        await crawler.writes("/bevestigen", *labels, "/help", "?!")

        assert "\n".join(crawler.troubles(language)) == ""
        assert "\n".join(Crawler(town.telegram, town.amira).troubles(language)) == ""
        assert len(crawler.pressed) >= FEWEST
