"""How fast a bot may send: over all, to one person, and to one group.

The numbers are Telegram's published ones; a short burst to one person passes, as it does there.
"""

import math
from collections import deque

from bot.demo.clock import Clock
from bot.demo.errors import too_many_requests

OVERALL_PER_SECOND = 30
PRIVATE_BURST = 3
GROUP_PER_MINUTE = 20
FORGET_AFTER_CHATS = 10_000


class Limits:
    def __init__(self, clock: Clock, on: bool = True) -> None:
        self.on = on
        self.refused = 0
        self._clock = clock
        self._overall = 0.0
        self._private: dict[int, float] = {}
        self._groups: dict[int, deque[float]] = {}

    def spend(self, chat_id: int, count: int = 1) -> None:
        """Take `count` messages from the allowance, or refuse with the seconds to wait."""
        if not self.on:
            return
        now = self._clock.timestamp()
        overall = max(self._overall, now - 1) + count / OVERALL_PER_SECOND
        wait = max(overall - now, self._chat_wait(chat_id, count, now))
        if wait > 1e-6:
            self.refused += 1
            raise too_many_requests(math.ceil(wait))
        self._overall = overall
        self._note(chat_id, count, now)

    def clear(self) -> None:
        self._overall = 0.0
        self._private.clear()
        self._groups.clear()

    def _chat_wait(self, chat_id: int, count: int, now: float) -> float:
        if chat_id >= 0:
            return self._private_after(chat_id, count, now) - now
        sent = self._groups.setdefault(chat_id, deque())
        while sent and sent[0] <= now - 60:
            sent.popleft()
        return sent[0] + 60 - now if len(sent) + count > GROUP_PER_MINUTE and sent else 0.0

    def _private_after(self, chat_id: int, count: int, now: float) -> float:
        # An album counts as one burst, so it can never be larger than what a rested chat may take.
        return max(self._private.get(chat_id, 0.0), now - PRIVATE_BURST) + min(count, PRIVATE_BURST)

    def _note(self, chat_id: int, count: int, now: float) -> None:
        if chat_id < 0:
            self._groups[chat_id].extend([now] * count)
            return
        if len(self._private) > FORGET_AFTER_CHATS:
            self._private = {chat: due for chat, due in self._private.items() if due > now - PRIVATE_BURST}
        self._private[chat_id] = self._private_after(chat_id, count, now)
