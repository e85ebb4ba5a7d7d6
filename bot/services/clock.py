"""Time is handed in: everything asks one clock, which tests and the demo can move."""

import datetime as dt
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> dt.datetime:
        """This moment, aware and in UTC."""
        ...


class SystemClock:
    """The computer's clock."""

    def now(self) -> dt.datetime:
        """This moment, aware and in UTC."""
        return dt.datetime.now(dt.UTC)


class MovableClock:
    """A clock that runs along and can be moved forward, for tests and the demo."""

    def __init__(self, start: dt.datetime | None = None) -> None:
        self._ahead = (start - dt.datetime.now(dt.UTC)) if start else dt.timedelta()

    def now(self) -> dt.datetime:
        """This moment, aware and in UTC."""
        return dt.datetime.now(dt.UTC) + self._ahead

    def advance(self, by: dt.timedelta) -> None:
        """Let this much time pass at once."""
        self._ahead += by
