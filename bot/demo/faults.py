"""Faults that a test switches on: the next calls of a method fail the way networks and servers fail."""

from collections import deque
from dataclasses import dataclass
from typing import Any

KINDS = ("drop_before", "drop_after", "error_500", "bad_gateway", "flood", "delay")
ANY_METHOD = "*"


@dataclass(slots=True)
class Fault:
    """One switched-on fault; `count` is how many calls it still hits, None for all of them."""

    kind: str
    method: str = ANY_METHOD
    count: int | None = 1
    retry_after: int = 1
    seconds: float = 1.0
    chat_id: int | None = None

    def hits(self, method: str, chat_id: str) -> bool:
        meant = self.method in (ANY_METHOD, method)
        return meant and (self.chat_id is None or str(self.chat_id) == chat_id)


class Faults:
    def __init__(self) -> None:
        self.waiting: deque[Fault] = deque()

    def add(self, kind: str, **details: Any) -> Fault:
        if kind not in KINDS:
            raise ValueError(f"kind must be one of {', '.join(KINDS)}")
        fault = Fault(kind, **details)
        fault.method = fault.method.lower()
        self.waiting.append(fault)
        return fault

    def take(self, method: str, chat_id: str = "") -> Fault | None:
        """The fault that this call meets, if any; the oldest one goes first."""
        for fault in self.waiting:
            if fault.hits(method, chat_id):
                self._use(fault)
                return fault
        return None

    def clear(self) -> None:
        self.waiting.clear()

    def _use(self, fault: Fault) -> None:
        if fault.count is None:
            return
        fault.count -= 1
        if fault.count <= 0:
            self.waiting.remove(fault)
