"""Lanes: which updates this process has in hand, and which of each chat comes next."""

import heapq
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from bot.domain.ids import ChatId
from bot.services.delivery_ports import Received


@dataclass
class InHand:
    """An update that was received and waits for its turn."""

    received: Received
    prepared: Any = None
    is_ready: bool = False


@dataclass
class Lanes:
    """Keeps updates by chat in the order of their ids; only the first of each chat is handed out."""

    _updates: dict[int, InHand] = field(default_factory=dict)
    _lanes: dict[ChatId, list[int]] = field(default_factory=dict)
    _ready_heads: dict[int, None] = field(default_factory=dict)

    def __contains__(self, update_id: int) -> bool:
        return update_id in self._updates

    def __len__(self) -> int:
        return len(self._updates)

    def add(self, received: Received) -> None:
        """Take an update in hand."""
        self._updates[received.update_id] = InHand(received)
        lane = self._lanes.setdefault(self._lane_of(received), [])
        if lane and received.update_id < lane[0]:
            self._ready_heads.pop(lane[0], None)
        heapq.heappush(lane, received.update_id)

    def make_ready(self, update_id: int, prepared: Any) -> None:
        """Its preparation is done."""
        if found := self._updates.get(update_id):
            found.prepared, found.is_ready = prepared, True
            self._offer_head(self._lane_of(found.received))

    def next(self, limit: int) -> list[InHand]:
        """The ready first ones of at most `limit` chats, lowest id first."""
        heads = heapq.nsmallest(limit, self._ready_heads)
        return [self._updates[update_id] for update_id in heads]

    def drop(self, update_ids: Iterable[int]) -> None:
        """They are handled, or left for a later look at the inbox."""
        for update_id in list(update_ids):
            found = self._updates.pop(update_id, None)
            if found is None:
                continue
            self._ready_heads.pop(update_id, None)
            key = self._lane_of(found.received)
            lane = self._lanes[key]
            lane.remove(update_id)
            heapq.heapify(lane)
            if lane:
                self._offer_head(key)
            else:
                del self._lanes[key]

    def _offer_head(self, key: ChatId) -> None:
        head = self._lanes[key][0]
        if self._updates[head].is_ready:
            self._ready_heads[head] = None

    def _lane_of(self, received: Received) -> ChatId:
        # An update of no chat waits for nobody; its own id is a lane no chat uses.
        return received.chat_id or ChatId(-(10**15) - received.update_id)
