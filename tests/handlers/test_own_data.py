"""What a newcomer reads about their own data, in the situations that are easily forgotten."""

from pathlib import Path

from bot.storage.database import Database
from tests.handlers.care import care
from tests.handlers.hours import YESTERDAY, Own, pressed, wrote
from tests.handlers.test_couple import choose, share


async def test_on_a_shared_phone_each_reads_their_own_name(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await share(town, town.amira, town.nele, "Yusuf")
        await town.amira.say("/uren")
        await choose(town.amira, "Yusuf")
        screen = await wrote(town.amira, "/privacy", then="Jouw gegevens")
        mine = await pressed(town.amira, screen, "x:mine", then="Wat ik van jou weet")

        assert "Je naam: Yusuf" in mine.text


async def test_who_has_no_accepted_hours_hears_only_of_the_papers(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        own = Own(sqlite_database, town.amira)
        await own.agree()
        await own.note(YESTERDAY, 60)
        screen = await wrote(town.amira, "/privacy", then="Jouw gegevens")
        asked = await pressed(town.amira, screen, "x:forget", then="Alles over jou wissen?")

        assert "Bewaar je papieren" in asked.text
        assert "De andere uren" not in asked.text
