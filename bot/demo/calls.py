"""One call of a Bot API method with its parameters, and the log of calls that tests read."""

import json
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from bot.demo.errors import bad_request

Json = dict[str, Any]


@dataclass(slots=True)
class Upload:
    name: str
    mime: str
    data: bytes


@dataclass(slots=True)
class Call:
    """Parameters come as text (a form) or as JSON; each reader takes both."""

    method: str
    params: Json
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        value = self.params.get(name)
        return default if value is None else str(value)

    def integer(self, name: str) -> int | None:
        value = self.params.get(name)
        if value is None or value == "":
            return None
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request(f'invalid parameter "{name}" specified') from None

    def flag(self, name: str) -> bool:
        return str(self.params.get(name, "")).lower() in ("true", "1", "yes")

    def structure(self, name: str) -> Any:
        value = self.params.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None


class CallLog:
    """The last hundred thousand calls; switched off for load."""

    def __init__(self, bound: int = 100_000) -> None:
        self.on = True
        self.count = 0
        self._calls: deque[Json] = deque(maxlen=bound)

    def note(self, moment: float, call: Call, fault: str | None = None) -> None:
        self.count += 1
        if self.on:
            seen = {"time": moment, "method": call.method, "params": call.params, "fault": fault}
            self._calls.append(
                seen | ({"files": [f.name for f in call.files.values()]} if call.files else {})
            )

    def of(self, method: str | None = None) -> list[Json]:
        wanted = method.lower() if method else None
        return [call for call in self._calls if wanted in (None, call["method"].lower())]

    def clear(self) -> None:
        self.count = 0
        self._calls.clear()
