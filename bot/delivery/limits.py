"""Telegram's limits on sending: over all chats, and in one chat."""

import bisect
import math
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How much may be sent; None means no limit (a stand-in under load)."""

    per_second: float | None = 30
    kept_for_answers: float = 5
    """Of `per_second`, so many stay free for answers when reminders go out."""
    chat_seconds: float = 1
    """Between two messages in a private chat."""
    group_seconds: float = 3
    """Between two messages in a group: 20 a minute."""


SLICE_SECONDS = 0.2
"""Reminders go a few at a time: all of a second's at once would let an answer wait for the next second."""

UNLIMITED = Limits(per_second=None, chat_seconds=0, group_seconds=0)


class Allowance:
    """Counts what was sent and says what may be sent now; all times in seconds of one steady clock."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._sent: list[float] = []
        self._free_at: dict[int, float] = {}

    def answers(self, now: float) -> int:
        """How many messages may go now."""
        return self._room(now, self._limits.per_second)

    def reminders(self, now: float) -> int:
        """How many of them may be reminders."""
        per_second = self._limits.per_second
        if per_second is None:
            return self._room(now, None)
        for_reminders = per_second - self._limits.kept_for_answers
        in_slice = math.ceil(for_reminders * SLICE_SECONDS) - self._sent_since(now - SLICE_SECONDS)
        return max(min(self._room(now, for_reminders), in_slice), 0)

    def _sent_since(self, moment: float) -> int:
        return len(self._sent) - bisect.bisect_right(self._sent, moment)

    def _room(self, now: float, per_second: float | None) -> int:
        if per_second is None:
            return 100
        self._sent = [moment for moment in self._sent if moment > now - 1]
        return max(int(per_second) - len(self._sent), 0)

    def note(self, chat_id: int, now: float) -> None:
        """A message goes to this chat now."""
        self._rest(chat_id, now)
        if self._limits.per_second is not None:
            self._sent.append(now)

    def arrived(self, chat_id: int, sent: float, now: float) -> None:
        """What was sent to this chat at a moment has arrived by now; Telegram may count it from here on."""
        self._rest(chat_id, now)
        at = bisect.bisect_left(self._sent, sent)
        if at < len(self._sent) and self._sent[at] == sent:
            del self._sent[at]
            bisect.insort(self._sent, now)

    def _rest(self, chat_id: int, now: float) -> None:
        wait = self._limits.chat_seconds if chat_id > 0 else self._limits.group_seconds
        if wait:
            self._free_at[chat_id] = max(self._free_at.get(chat_id, 0), now + wait)

    def hold(self, chat_id: int, until: float) -> None:
        """Telegram asked to wait with this chat."""
        self._free_at[chat_id] = max(self._free_at.get(chat_id, 0), until)

    def resting_chats(self, now: float) -> set[int]:
        """Chats in which nothing may be sent yet."""
        self._free_at = {chat: moment for chat, moment in self._free_at.items() if moment > now}
        return set(self._free_at)

    def next_change(self, now: float) -> float | None:
        """In how many seconds more may be sent; None when nothing is held back."""
        moments = list(self._free_at.values())
        if self._limits.per_second is not None and self._sent:
            in_slice = self._sent[len(self._sent) - self._sent_since(now - SLICE_SECONDS) :]
            moments += [self._sent[0] + 1, *(sent + SLICE_SECONDS for sent in in_slice[:1])]
        return max(min(moments) - now, 0.001) if moments else None
