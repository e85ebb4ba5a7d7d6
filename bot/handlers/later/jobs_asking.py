"""Asking for the bot's own daily work: each once a day, whoever asks and however often."""

import datetime as dt
from zoneinfo import ZoneInfo

from bot.delivery.turn import Turn
from bot.domain import day_plan
from bot.handlers.later.encoding import encode_offers
from bot.services.delivery_ports import Job, Store

DAILY, REMINDERS, RETENTION = "daily", "reminders", "retention"
WEEKLY, WEEKLY_OF = "weekly", "weekly_of"
A_BREATH = dt.timedelta(seconds=1)
"""Between two batches of reminders, so that people's own messages hardly wait."""


def next_daily(now: dt.datetime, zone: ZoneInfo) -> Job:
    """The next day's work, by its date."""
    due = day_plan.next_at(day_plan.DAILY_AT, now, zone)
    return Job(kind=DAILY, unique_key=f"{DAILY}:{due.astimezone(zone).date()}", due=due)


async def begin(store: Store, now: dt.datetime, zone: ZoneInfo) -> None:
    """At the start of a process and now and then: what nobody asked for before is asked for.

    That is the next day's work, and the reading of offers that a stop may have cut short.
    """
    async with store.work() as work:
        await work.jobs.add(next_daily(now, zone))
        await work.jobs.add(encode_offers(now))


async def ask_for_reminders(turn: Turn, zone: ZoneInfo, *, after: int = 0) -> None:
    """A batch of reminders, when they may go; a batch of a day that was asked for is not asked for twice."""
    due = day_plan.reminding(turn.now, zone)
    if after:
        due = max(due, turn.now + A_BREATH)
    key = f"{REMINDERS}:{due.astimezone(zone).date()}:{after}"
    await turn.later(REMINDERS, due, unique_key=key, after=after)
