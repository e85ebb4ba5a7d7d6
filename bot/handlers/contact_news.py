"""Lets others hear what a contact did: asked for in the turn in which it happened, told by work for later."""

from collections.abc import Iterable

from bot.delivery.turn import Turn
from bot.domain.contact_news import Happened
from bot.services.telling import news_jobs


async def hear(turn: Turn, happened: Iterable[Happened]) -> None:
    """Ask for everything to be told, soon after the commit.

    Args:
        turn: The unit of work in which it happened.
        happened: All that a service gave back at once, so that each has a key of its own.
    """
    for job in news_jobs(happened, turn.now):
        await turn.later(job.kind, job.due, unique_key=job.unique_key, **job.facts)
