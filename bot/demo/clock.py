"""The stand-in's clock: real time, which tests and the demo may speed up or move ahead."""

import datetime as dt
import time
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Brussels")
MORNING, EVENING = dt.time(10, 30), dt.time(19)
"""After the hour at which reminders go out, and well before they stop."""


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

    def to_later_day(self, days: int) -> None:
        """Go to this time on a later day, or to its morning, so that a visitor at night sees what it brings.

        What comes so many days after something is there then, however long the visitor took.
        """
        now = self.now()
        here = now.astimezone(ZONE)
        time_of_day = here.time() if MORNING < here.time() < EVENING else MORNING
        then = datetime.combine(here.date() + dt.timedelta(days=days), time_of_day, ZONE)
        self.advance((then - now).total_seconds())

    @property
    def speed(self) -> float:
        return self._speed

    @speed.setter
    def speed(self, factor: float) -> None:
        self._shown, self._since = self.timestamp(), time.monotonic()
        self._speed = factor
