"""Work for later that tells others what a contact did: asked for in the transaction in which it happened."""

import datetime as dt
from collections.abc import Iterable

from bot.domain.contact_news import Happened
from bot.services.delivery_ports import Job

CONTACT_NEWS = "contact_news"


def news_jobs(happened: Iterable[Happened], now: dt.datetime) -> list[Job]:
    """One job for each thing that happened; asked for twice at one moment it is one.

    Args:
        happened: In the order in which it is told.
        now: This moment (UTC).
    """
    return [
        Job(
            kind=CONTACT_NEWS,
            unique_key=f"{CONTACT_NEWS}:{one.newcomer_id}:{one.news}:{now.timestamp():.6f}:{number}",
            due=now,
            facts=one.facts(),
        )
        for number, one in enumerate(happened)
    ]
