"""Works out in the background what offers are about: a little at a time, and again until nothing is left."""

import datetime as dt
from typing import Any

from bot.delivery.job_runner import PrepareJob
from bot.delivery.turn import Turn
from bot.handlers.resources import Resources
from bot.services.delivery_ports import Job, LeasedJob
from bot.services.sensing import Sensing

ENCODE_OFFERS = "encode_offers"
A_LITTLE = 2.0
"""Seconds; other work that is prepared waits at most so long."""


def encode_offers(now: dt.datetime) -> Job:
    """The work, once however often it is asked for; a part that was set aside does not block the next day."""
    return Job(kind=ENCODE_OFFERS, unique_key=f"{ENCODE_OFFERS}:{now:%Y%m%d}", due=now)


async def ask_to_encode(turn: Turn) -> None:
    """Ask for it after offers were added or changed."""
    job = encode_offers(turn.now)
    await turn.later(job.kind, job.due, unique_key=job.unique_key)


def make_encode(sensing: Sensing) -> PrepareJob:
    """What reads some texts before the job's transaction; gives back how many are left."""

    async def encode(_: LeasedJob) -> Any:
        await sensing.go_on(seconds=A_LITTLE)
        return await sensing.count()

    return encode


async def go_on(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Ask for the next part while texts are left.

    Args:
        turn: The unit of work, with how many texts are left as `prepared`.
        job: Without facts.
        resources: Not needed here; every job gets them.
    """
    if turn.prepared:
        await ask_to_encode(turn)
