"""Load for a bench: updates at a steady rate, and how long each waited for the first reply to its chat."""

import asyncio
import math
import time
from collections import defaultdict, deque
from collections.abc import Callable
from typing import Any

Json = dict[str, Any]

KINDS = ("text", "button", "command", "mixed")
PRESS = "press "
"""In a mixed load, what begins so is a press of a button with the data that follows."""


class Load:
    """Sends `count` messages or presses of `users` people in turn; a rate of 0 means all at once."""

    def __init__(self, count: int, users: int, kind: str, texts: list[str], rate: float) -> None:
        if kind not in KINDS:
            raise ValueError(f"kind must be one of {', '.join(KINDS)}")
        self.count, self.users, self.kind, self.rate = count, users, kind, rate
        self.texts = texts or ["/start" if kind == "command" else "hello"]
        self.made = 0
        self.late = 0.0
        self.started = 0.0
        self.last_reply = 0.0
        self.task: asyncio.Task[None] | None = None
        self._waiting: dict[int, deque[float]] = defaultdict(deque)
        self._pressed: dict[int, deque[float]] = defaultdict(deque)
        self._replies: list[float] = []
        self._answers: list[float] = []

    async def run(self, send: Callable[[int, str], int]) -> None:
        """Call `send(turn, text)`, which makes one update and gives its chat, at the asked rate."""
        self.started = time.perf_counter()
        for turn in range(self.count):
            await self._until_due(turn)
            # Noted before sending, so that the wait counts from the moment the update is ready.
            moment = time.perf_counter()
            chat_id = send(turn, self.texts[turn % len(self.texts)])
            self._waiting[chat_id].append(moment)
            self._pressed[chat_id].append(moment)
            self.made += 1

    def replied(self, chat_id: int) -> None:
        self.last_reply = time.perf_counter()
        _take(self._waiting.get(chat_id), self._replies, self.last_reply)

    def answered(self, chat_id: int) -> None:
        _take(self._pressed.get(chat_id), self._answers, time.perf_counter())

    def report(self) -> Json:
        waiting = sum(map(len, self._waiting.values()))
        seconds = max(self.last_reply - self.started, 1e-9)
        done = len(self._replies)
        head = {
            "count": self.count,
            "made": self.made,
            "replied": done,
            "waiting": waiting,
            "kind": self.kind,
        }
        rate = {
            "per_second": round(done / seconds, 1) if done else 0.0,
            "late_ms": round(self.late * 1000, 1),
        }
        return head | rate | {"reply_ms": _spread(self._replies), "answer_ms": _spread(self._answers)}

    async def _until_due(self, turn: int) -> None:
        due = self.started + turn / self.rate if self.rate else 0.0
        wait = due - time.perf_counter()
        if wait > 0:
            await asyncio.sleep(wait)
        elif turn % 50 == 0:
            await asyncio.sleep(0)
        if self.rate:
            self.late = max(self.late, time.perf_counter() - due)


def _take(waiting: deque[float] | None, into: list[float], now: float) -> None:
    if waiting:
        into.append(now - waiting.popleft())


def _spread(seconds: list[float]) -> Json:
    if not seconds:
        return {}
    ordered = sorted(seconds)
    marks = {"p50": 0.50, "p95": 0.95, "p99": 0.99}
    at = {name: ordered[max(math.ceil(len(ordered) * part) - 1, 0)] for name, part in marks.items()}
    shown = at | {"mean": sum(ordered) / len(ordered), "max": ordered[-1]}
    return {name: round(value * 1000, 2) for name, value in shown.items()}
