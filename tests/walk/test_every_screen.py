"""A newcomer presses every button, in every language: nothing is missing, open, too long or turned."""

from pathlib import Path

import pytest

from bot.domain.languages import SPOKEN
from bot.domain.understanding import Action, Outcome, RedFlag
from bot.storage.database import Database
from bot.texts import menu
from bot.texts.speaker import speaker_for
from tests.handlers.care import care
from tests.handlers.newcomer import Reading
from tests.handlers.test_finding import I_COOK, finding
from tests.services.offers_town import COOKING, SPORT, fill
from tests.walk.crawler import Crawler

PUBLIC_URL = "https://bot.example.org"
ERASE = "x:forget"
READINGS: dict[str, Reading] = {
    "een": {"outcome": Outcome.ANSWER, "entry": "vrijstelling-werk", "confidence": 0.99},
    "twee drie": {"outcome": Outcome.CHOOSE, "choices": ("spreiding", "termijn-40-uur", "@begeleider")},
    "vier vijf": {"outcome": Outcome.ACTION, "action": Action.BEGELEIDER},
    **{
        f"hulp {flag}": {"outcome": Outcome.EMERGENCY, "red_flag": flag, "nearest": ("spreiding",)}
        for flag in RedFlag
    },
}
NOTE = "gisteren 2 uur voetbal"
FEWEST = 90
"""So many kinds of buttons at least; the walk found its way."""
COMMANDS = ("/help", "/language", "/privacy", "/hours", "/menu")


@pytest.mark.parametrize("language", SPOKEN)
async def test_every_screen_of_a_newcomer(sqlite_database: Database, tmp_path: Path, language: str) -> None:
    speaker = speaker_for(language)
    await fill(sqlite_database, COOKING | SPORT)
    async with care(
        sqlite_database,
        tmp_path,
        readings=READINGS,
        language=language,
        finding=finding(),
        has_photos=True,
        public_url=PUBLIC_URL,
    ) as town:
        # Another language is another walk, and Dutch on demand is no language that was left.
        crawler = Crawler(town.telegram, town.amira, never=("l:", "a:look:", ERASE))
        labels = [menu.label(speaker, button) for button in menu.MenuButton]
        await crawler.writes(*COMMANDS, *labels, *READINGS, "zes", NOTE, I_COOK, "9000")

        assert "\n".join(crawler.troubles(language, own=(*READINGS, NOTE, I_COOK))) == ""
        assert len(crawler.pressed) >= FEWEST
