"""Delivers updates to the bot's webhook until it took them: in order within a chat, chats side by side."""

import asyncio
from collections import deque
from typing import Any
from urllib.parse import urlsplit

from bot.demo.clock import Clock
from bot.demo.updates import Update, Updates
from bot.demo.wire import Wire

Json = dict[str, Any]

SUCCESS = range(200, 300)
READ_SECONDS = 60.0


class Webhook:
    """Active while `url` is set. A test may send updates of one chat side by side, or retry sooner."""

    def __init__(self, clock: Clock, updates: Updates) -> None:
        self.url = ""
        self.max_connections = 40
        self.side_by_side = False
        self.retry_delay = 0.5
        self.longest_delay = 30.0
        self._secret = ""
        self._clock = clock
        self._updates = updates
        self._error: Json = {}
        self._wire: Wire | None = None
        self._lanes: dict[object, deque[Update]] = {}
        self._ready: asyncio.Queue[object] = asyncio.Queue()
        self._failures: dict[object, int] = {}
        self._workers: list[asyncio.Task[None]] = []

    def open(self, url: str, secret: str, max_connections: int) -> None:
        self.close()
        self.url, self._secret, self.max_connections = url, secret, max_connections
        self._error = {}
        self._wire = Wire(url)
        self._ready = asyncio.Queue()
        self._updates.on_add = self._line_up
        for update in self._updates.pending.values():
            self._line_up(update)
        self._workers = [asyncio.create_task(self._work()) for _ in range(max_connections)]

    def close(self) -> None:
        """Stop delivering; what is not taken stays pending."""
        self.url = ""
        self._updates.on_add = None
        self._lanes.clear()
        self._failures.clear()
        for worker in self._workers:
            worker.cancel()
        self._workers = []
        if self._wire:
            self._wire.close()

    def info(self) -> Json:
        pending = len(self._updates.pending)
        head = {"url": self.url, "has_custom_certificate": False, "pending_update_count": pending}
        allowed = self._updates.allowed
        extra: Json = {"max_connections": self.max_connections} if self.url else {}
        return head | extra | self._error | ({"allowed_updates": sorted(allowed)} if allowed else {})

    def _line_up(self, update: Update) -> None:
        lane: object = ("alone", update.id) if self.side_by_side else update.lane
        waiting = self._lanes.get(lane)
        if waiting is None:
            self._lanes[lane] = deque([update])
            self._ready.put_nowait(lane)
        else:
            waiting.append(update)

    async def _work(self) -> None:
        while True:
            lane = await self._ready.get()
            if lane not in self._lanes:
                continue
            if await self._delivered(self._lanes[lane][0]):
                self._failures.pop(lane, None)
                self._next_in(lane)
            else:
                self._try_later(lane)

    def _next_in(self, lane: object) -> None:
        waiting = self._lanes.get(lane)
        if waiting is None:
            return
        self._updates.pending.pop(waiting.popleft().id, None)
        if waiting:
            self._ready.put_nowait(lane)
        else:
            del self._lanes[lane]

    def _try_later(self, lane: object) -> None:
        failures = self._failures[lane] = self._failures.get(lane, 0) + 1
        delay = min(self.retry_delay * 2 ** (failures - 1), self.longest_delay)
        asyncio.get_running_loop().call_later(delay, self._ready.put_nowait, lane)

    async def _delivered(self, update: Update) -> bool:
        if update.id not in self._updates.pending:
            return True
        try:
            status, reason, _ = await self._post(update.body)
        except (OSError, TimeoutError, ValueError) as failure:
            self._note(_in_words(failure))
            return False
        if status not in SUCCESS:
            self._note(f"Wrong response from the webhook: {status} {reason}")
        return status in SUCCESS

    async def _post(self, body: bytes) -> tuple[int, str, bytes]:
        assert self._wire
        headers = {"Content-Type": "application/json"}
        if self._secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self._secret
        parts = urlsplit(self.url)
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        return await self._wire.request("POST", path, headers, body, READ_SECONDS)

    def _note(self, words: str) -> None:
        self._error = {"last_error_date": int(self._clock.timestamp()), "last_error_message": words}


def _in_words(failure: Exception) -> str:
    if isinstance(failure, TimeoutError):
        return "Read timeout expired"
    if isinstance(failure, ConnectionRefusedError):
        return "Connection refused"
    return "Connection reset by peer" if isinstance(failure, ConnectionError) else str(failure)
