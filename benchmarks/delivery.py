"""Delivery: updates a second with everything committed, and latency at Telegram's own pace.

Beside it, in the same minute, a bare python-telegram-bot echo bot that keeps nothing. The bot is
pinned to one core, the stand-in to the other.
"""

import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

from benchmarks.processes import BOT_CORE, StandinProcess, process, standin
from benchmarks.tables import print_table

UPDATES, PEOPLE, ROUNDS = 2000, 500, 3
A_PRESS = ["p:show:s"]
QUESTIONS = [
    "mag ik de uren zelf kiezen?",
    "кто подписывает бумагу?",
    "ik werk halftijds, moet ik dat nog doen?",
    "كم ساعة لازم اعمل",
    "what happens if I do not finish in time",
    "praattafel telt dat mee",
]


def run() -> None:
    """Print both tables."""
    print_table(
        f"Updates a second, one core, {PEOPLE} people (buttons: {UPDATES}), all at once; median of {ROUNDS}",
        ("updates", "bare python-telegram-bot, echo", "inburgerbot, SQLite", "share", "lost"),
        [_beside("command"), _beside("button")],
    )
    print_table(
        "Latency for 40 s, half of the messages free text",
        ("bot", "updates/s", "reply p50 ms", "p95 ms", "max ms", "share of a core"),
        [_latency("ours", 30), _latency("ours-limited", 25)],
    )
    print_table("Start", ("bot", "ready after s", "resident MB"), [_start()])
    print_table("Free text as fast as it goes", ("bot", "questions/s", "lost"), [_questions()])


def _beside(what: str) -> tuple[str, float, float, float, int]:
    """Both bots in turn, because the machine's own pace changes from minute to minute."""
    rounds = [(_throughput("echo", what), _throughput("ours", what)) for _ in range(ROUNDS)]
    echo, ours = (statistics.median(pair[place][0] for pair in rounds) for place in (0, 1))
    lost = sum(pair[1][1] for pair in rounds)
    return what, echo, ours, round(ours / echo, 2), lost


def database_in(folder: Path | str) -> str:
    """The address of a bot's database in this folder."""
    return f"sqlite:///{Path(folder) / 'bench.db'}"


@contextmanager
def bot(kind: str, telegram: StandinProcess, place: Path | None = None) -> Iterator[psutil.Process]:
    """One of the bots, pinned, with a database of its own, in a folder that is given or one of its own."""
    with tempfile.TemporaryDirectory() as own:
        folder = str(place or own)
        arguments = ("benchmarks.bots", kind, telegram.api_url, telegram.token, database_in(folder), folder)
        with process(*arguments, core=BOT_CORE) as (running, line):
            assert line == "ready", f"{kind} did not start"
            yield psutil.Process(running.pid)


def _throughput(kind: str, what: str) -> tuple[float, int]:
    with standin() as telegram, bot(kind, telegram):
        # One press a person: of several edits of one message that wait, only the newest is sent.
        users, texts = (PEOPLE, ["/hulp"]) if what == "command" else (UPDATES, A_PRESS)
        # Everybody has written before: making an account is not what is measured.
        load(telegram, count=users, users=users, kind="command", texts=["/hulp"])
        found = load(telegram, count=UPDATES, users=users, kind=what, texts=texts)
        return found["per_second"], found["waiting"]


def _start() -> tuple[str, float, int]:
    with standin() as telegram:
        began = time.monotonic()
        with bot("ours", telegram) as running:
            seconds = time.monotonic() - began
            load(telegram, count=60, users=60, kind="text", texts=QUESTIONS)
            return "inburgerbot, SQLite", round(seconds, 2), round(running.memory_info().rss / 1e6)


def _questions() -> tuple[str, float, int]:
    with standin() as telegram, bot("ours", telegram):
        found = load(telegram, count=600, users=PEOPLE, kind="text", texts=QUESTIONS)
        return "inburgerbot, SQLite", found["per_second"], found["waiting"]


def _latency(kind: str, rate: int) -> tuple[str, int, float, float, float, float]:
    texts = [text for question in QUESTIONS for text in (question, "/hulp")]
    with standin(limits=kind != "ours") as telegram, bot(kind, telegram) as running:
        before, began = sum(running.cpu_times()[:2]), time.monotonic()
        count = rate * 40
        found = load(telegram, count=count, users=count, kind="text", texts=texts, rate=rate)
        share = (sum(running.cpu_times()[:2]) - before) / (time.monotonic() - began)
        reply = found["reply_ms"]
        name = "inburgerbot" if kind == "ours" else "inburgerbot, within Telegram's limits"
        return name, rate, reply["p50"], reply["p95"], reply["max"], round(share, 2)


def load(telegram: StandinProcess, **wanted: Any) -> dict[str, Any]:
    """Let people write, and wait until each has a reply or nothing moves any more."""
    telegram.post("control/load", **wanted)
    last, since = -1, time.monotonic()
    while True:
        time.sleep(0.3)
        found: dict[str, Any] = telegram.get("control/load")
        if found["replied"] >= wanted["count"]:
            return found
        if found["replied"] != last:
            last, since = found["replied"], time.monotonic()
        elif time.monotonic() - since > 15:
            return found


if __name__ == "__main__":
    run()
