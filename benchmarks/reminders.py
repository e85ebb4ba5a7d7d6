"""Reminders to thousands: how long people wait for answers meanwhile, and that each reminder goes once.

First within Telegram's limits, with and without reminders in the same minutes; then as fast as it goes.
"""

import asyncio
import datetime as dt
import statistics
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.delivery import A_PRESS, QUESTIONS, bot, database_in, load
from benchmarks.processes import StandinProcess, standin
from benchmarks.tables import print_table
from bot.demo.load import PRESS
from bot.demo.world import LOAD_USERS_FROM
from bot.domain.ids import ChatId
from bot.services.delivery_ports import Outgoing, Priority
from bot.storage.database import Database, create_engine

REMINDERS = 30_000
ASKERS, RATE = 120, 4
"""So many people ask in turn, together so many times a second."""
AT_A_TIME = 500
BAR_MS = 250
A_REMINDER = "Je hebt nog 14 uur te doen, en nog 11 weken. Dat is ongeveer 1 uur 20 per week."
# Each person turns one message there and back: an edit that changes nothing is never sent.
_SCREENS = (*A_PRESS, "p:back:s")
MIXED = [
    PRESS + screen if person % 2 else QUESTIONS[person // 2 % len(QUESTIONS)]
    for screen in _SCREENS
    for person in range(ASKERS)
]


def run(*, seconds: int = 180, runs: int = 3) -> None:
    """Print both tables.

    Args:
        seconds: How long reminders go out while people ask; without them, a third of it is measured.
        runs: How often; the median counts.
    """
    rows = [_within_limits(seconds) for _ in range(runs)]
    above = statistics.median(row[4] for row in rows)
    print_table(
        f"{RATE} answers a second while {REMINDERS} reminders wait, within Telegram's limits, {seconds} s",
        (
            "p50 ms without",
            "p95 without",
            "p50 with",
            "p95 with",
            "p95 above",
            "reminders/s",
            "share of a core",
        ),
        rows,
    )
    print(f"median of {runs}: p95 is {above} ms above; the bar is {BAR_MS} ms")
    print_table(
        "As fast as it goes",
        ("reminders", "seconds", "a second", "not sent", "sent twice"),
        [_unlimited()],
    )


def _within_limits(seconds: int) -> tuple[float, float, float, float, float, float, float]:
    with (
        tempfile.TemporaryDirectory() as folder,
        standin(limits=True) as telegram,
        bot("ours-limited", telegram, Path(folder)) as running,
    ):
        _meet(telegram)
        without = _ask(telegram, max(seconds // 3, 5))
        asyncio.run(_queue(folder))
        sent, cpu = telegram.get("control/stats")["sent"], sum(running.cpu_times()[:2])
        began = time.monotonic()
        found = _ask(telegram, seconds)
        lasted = time.monotonic() - began
        others = telegram.get("control/stats")["sent"] - sent - seconds * RATE / 2
        share = (sum(running.cpu_times()[:2]) - cpu) / lasted
    above = round(found["p95"] - without["p95"], 1)
    times = (without["p50"], without["p95"], found["p50"], found["p95"])
    return *times, above, round(others / lasted, 1), round(share, 2)


def _meet(telegram: StandinProcess) -> None:
    """Everybody exists, and those who ask have written before."""
    telegram.post("control/calls", on=False)
    load(telegram, count=0, users=ASKERS + REMINDERS, kind="command")
    load(telegram, count=ASKERS, users=ASKERS, kind="command", texts=["/hulp"], rate=15)


def _ask(telegram: StandinProcess, seconds: int) -> dict[str, float]:
    count = seconds * RATE
    found = load(telegram, count=count, users=ASKERS, kind="mixed", texts=MIXED, rate=RATE)
    assert found["replied"] == count, f"{count - found['replied']} were not answered"
    spread: dict[str, float] = found["reply_ms"]
    return spread


async def _queue(folder: str) -> None:
    """Ask for the reminders beside the running bot, in parts, as its own work would."""
    database = Database(create_engine(database_in(folder)))
    chats = range(LOAD_USERS_FROM + ASKERS, LOAD_USERS_FROM + ASKERS + REMINDERS)
    for start in range(0, REMINDERS, AT_A_TIME):
        async with database.work() as work:
            part = [_reminder(chat) for chat in chats[start : start + AT_A_TIME]]
            await work.outbox.add(part, at=dt.datetime.now(dt.UTC))
    await database.close()


def _reminder(chat: int) -> Outgoing:
    return Outgoing(
        chat_id=ChatId(chat),
        method="sendMessage",
        payload={"text": A_REMINDER, "parse_mode": "HTML"},
        language="nl",
        priority=Priority.REMINDER,
        expires_at=dt.datetime.now(dt.UTC) + dt.timedelta(days=1),
    )


def _unlimited() -> tuple[int, float, int, int, int]:
    with (
        tempfile.TemporaryDirectory() as folder,
        standin() as telegram,
        bot("ours", telegram, Path(folder)),
    ):
        load(telegram, count=0, users=ASKERS + REMINDERS, kind="command")
        began = time.monotonic()
        asyncio.run(_queue(folder))
        _until_sent(telegram)
        lasted = time.monotonic() - began
        # What should not come would come now.
        time.sleep(2)
        calls: list[dict[str, Any]] = telegram.get("control/calls?method=sendMessage")["calls"]
    times = Counter(int(call["params"]["chat_id"]) for call in calls)
    doubled = sum(count > 1 for count in times.values())
    return len(times), round(lasted, 1), round(len(times) / lasted), REMINDERS - len(times), doubled


def _until_sent(telegram: StandinProcess) -> None:
    last, since = -1, time.monotonic()
    while (sent := telegram.get("control/stats")["sent"]) < REMINDERS and time.monotonic() - since < 15:
        if sent != last:
            last, since = sent, time.monotonic()
        time.sleep(0.2)


if __name__ == "__main__":
    run()
