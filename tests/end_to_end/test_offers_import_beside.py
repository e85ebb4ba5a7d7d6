"""An import beside everybody else: others come in between, and odd names of sources are taken."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.commands import offers
from bot.commands.offers import import_offers
from bot.services.offer_imports import Taken
from bot.settings import Settings, read_settings
from bot.storage.database import Database, create_engine
from bot.storage.tables import offers as table
from tests.builders import NOW

PARTS, AT_ONCE = 8, 50


@pytest.fixture
def settings(tmp_path: Path, database_url: str) -> Settings:
    """Settings of a database, once on each engine."""
    return read_settings(data_dir=tmp_path, database_url=database_url, _env_file=None)


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offers, "ENCODES_UNTIL_SECONDS", 0.0)


async def test_who_writes_beside_an_import_waits_for_one_part_of_it_and_not_for_all(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(offers, "AT_ONCE", AT_ONCE)
    path = tmp_path / "aanbod.csv"
    rows = "".join(f"{number};Samen koken {number}\n" for number in range(PARTS * AT_ONCE))
    path.write_text(f"id;titel\n{rows}", encoding="utf-8")
    other = Database(create_engine(settings.database))
    importing = asyncio.create_task(import_offers(settings, path, tell=lambda _line: None))
    seen = set()
    while not importing.done():
        async with other.work() as work:
            await work.leases.hold("beside", "somebody", now=NOW, until=NOW)
            seen.add((await work.connection.execute(select(func.count(table.c.id)))).scalar_one())
        await asyncio.sleep(0.01)
    await other.close()
    assert (await importing).taken == Taken(added=PARTS * AT_ONCE)
    assert len(seen) >= 3


async def test_a_source_of_any_length_is_taken(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "aanbod.csv"
    path.write_text("id;titel;plaats\n1;Naaien;Gent\n", encoding="utf-8")
    for odd in ("Vrijetijdsdienst " * 20, "dienst\x00sport", " "):
        await import_offers(settings, path, source=odd, is_part=True, tell=lambda _line: None)
    found = await import_offers(settings, path, source="Vrijetijdsdienst " * 20, tell=lambda _line: None)
    assert found.taken == Taken(unchanged=1)
