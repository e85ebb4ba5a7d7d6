"""What waits for the bot: numbered updates, handed out by long polling until they are acknowledged."""

import asyncio
import json
import random
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.demo.errors import conflict

Json = dict[str, Any]

ON_REQUEST_ONLY = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass(slots=True)
class Update:
    """One update as it goes over the line; `lane` is the chat whose order it keeps."""

    id: int
    lane: int
    body: bytes


class Updates:
    def __init__(self) -> None:
        self.pending: OrderedDict[int, Update] = OrderedDict()
        self.allowed: set[str] | None = None
        self.on_add: Callable[[Update], None] | None = None
        self.made = 0
        self._next = random.randint(100_000_000, 900_000_000)  # noqa: S311 - a starting number, no secret
        self._poll: asyncio.Future[None] | None = None

    def add(self, content: Json, lane: int = 0) -> int | None:
        """Number an update and make it available; None when the bot did not ask for this kind."""
        if not self._wanted(next(iter(content))):
            return None
        number, self._next = self._next, self._next + 1
        update = Update(number, lane, json.dumps({"update_id": number, **content}).encode())
        self.pending[number] = update
        self.made += 1
        if self.on_add:
            self.on_add(update)
        self._wake()
        return number

    def allow(self, kinds: list[str] | None) -> None:
        """Remember which kinds the bot wants; an empty list means the usual ones, None changes nothing."""
        if kinds is not None:
            self.allowed = set(kinds) or None

    def acknowledge(self, offset: int) -> None:
        """Forget all below the offset; a negative one keeps only the last so many."""
        if offset < 0:
            while len(self.pending) > -offset:
                self.pending.popitem(last=False)
        while self.pending and next(iter(self.pending)) < offset:
            self.pending.popitem(last=False)

    async def poll(self, limit: int, seconds: float) -> list[bytes]:
        """The oldest waiting updates; waits for one when there is none. Ends another poll that is open."""
        self.end_poll(conflict_with_other())
        if not self.pending and seconds > 0:
            self._poll = future = asyncio.get_running_loop().create_future()
            done, _ = await asyncio.wait({future}, timeout=seconds)
            if done:
                future.result()
            elif self._poll is future:
                self._poll = None
        return [update.body for _, update in zip(range(limit), self.pending.values(), strict=False)]

    def end_poll(self, reason: Exception | None = None) -> None:
        if self._poll is None or self._poll.done():
            return
        if reason is None:
            self._poll.set_result(None)
        else:
            self._poll.set_exception(reason)

    def clear(self) -> None:
        self.pending.clear()

    def _wake(self) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    def _wanted(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed is not None else kind not in ON_REQUEST_ONLY


def conflict_with_other() -> Exception:
    return conflict("terminated by other getUpdates request; make sure that only one bot instance is running")
