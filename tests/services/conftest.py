"""A real database, open for one unit of work."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.work import SqlWork
from tests.builders import a_database


@pytest.fixture
async def work(tmp_path: Path) -> AsyncIterator[SqlWork]:
    """A unit of work on a SQLite file with every table."""
    async with a_database(tmp_path) as database, database.work() as opened:
        yield opened
