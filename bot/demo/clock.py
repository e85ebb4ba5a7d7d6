"""The stand-in's clock: real time, which tests and the demo may speed up or move ahead."""

import datetime as dt
import time
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Brussels")
MORNING = dt.time(10, 30)
"""After the hour at which reminders go out."""


class Clock:
    def __init__(self, speed: float = 1.0) -> None:
        self._speed = speed
        self._shown = time.time()
        self._since = time.monotonic()

    def timestamp(self) -> float:
        return self._shown + (time.monotonic() - self._since) * self._speed

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.timestamp(), UTC)

    def advance(self, seconds: float) -> None:
        self._shown += seconds

    def to_morning(self, days: int) -> None:
        """Go to the morning of a later day, so that an evening's visitor sees what a day brings."""
        day = self.now().astimezone(ZONE).date() + dt.timedelta(days=days)
        self.advance((datetime.combine(day, MORNING, ZONE) - self.now()).total_seconds())

    @property
    def speed(self) -> float:
        return self._speed

    @speed.setter
    def speed(self, factor: float) -> None:
        self._shown, self._since = self.timestamp(), time.monotonic()
        self._speed = factor
