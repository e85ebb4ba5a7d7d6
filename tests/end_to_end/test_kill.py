"""The promise: a bot that is killed with -9 under load loses no update and does nothing twice."""

import os
from pathlib import Path

import pytest

from bot.demo.server import Standin
from tests.end_to_end.killing import kill_under_load

KILLS = int(os.environ.get("KILLS", "4"))


@pytest.mark.slow
async def test_killed_at_random_moments_no_update_is_lost_and_no_effect_is_doubled(
    standin: Standin, tmp_path: Path, database_url: str
) -> None:
    tally = await kill_under_load(standin, tmp_path, database_url, kills=KILLS)

    assert tally.lost == 0
    assert tally.effects > 0
    assert (tally.effects_missing, tally.effects_doubled) == (0, 0)
    assert tally.doubled_otherwise == 0
    assert tally.said >= tally.updates
