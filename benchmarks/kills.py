"""Kills the whole bot with -9 under load, a hundred times by default (`KILLS=20` for fewer)."""

import asyncio
import os
import tempfile
from pathlib import Path

from benchmarks.tables import print_table
from bot.demo.server import Standin
from bot.demo.telegram import Telegram
from bot.storage.database import create_engine
from bot.storage.schema import migrate
from tests.end_to_end.killing import Tally, kill_under_load

KILLS = int(os.environ.get("KILLS", "100"))


def run() -> None:
    """Print what was lost and doubled on SQLite."""
    tally = asyncio.run(_on_sqlite())
    print_table(
        "Killed with -9 at random moments under load, SQLite",
        ("kills", "updates", "lost", "effects", "missing", "doubled", "messages", "said again", "doubled"),
        [
            (
                tally.kills,
                tally.updates,
                tally.lost,
                tally.effects,
                tally.effects_missing,
                tally.effects_doubled,
                tally.said,
                tally.said_again,
                tally.doubled_otherwise,
            )
        ],
    )


async def _on_sqlite() -> Tally:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'kills.db'}"
        engine = create_engine(url)
        await migrate(engine)
        await engine.dispose()
        async with Standin(Telegram(limits=False)) as standin:
            return await kill_under_load(standin, Path(folder), url, kills=KILLS)
