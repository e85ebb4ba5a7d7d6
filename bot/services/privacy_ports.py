"""What the services need to show, export, erase and forget personal data."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.domain.person import Person, Rows, Shown
from bot.domain.privacy import Periods


class Privacy(Protocol):
    """Every table at once, by the rules that say how its rows belong to a person."""

    async def rows_about(self, person: Person) -> Rows:
        """Every row about a person; what opens a door is left out with a word."""
        ...

    async def shown_to_others(self, person: Person) -> Sequence[Shown]:
        """What the bot knows it said about them in other people's chats."""
        ...

    async def erase(self, person: Person, *, at: dt.datetime) -> Mapping[str, int]:
        """Erase every row about a person; how many, by table."""
        ...

    async def note_erasure(self, person: Person, *, at: dt.datetime) -> int:
        """Keep that this was erased, for backups that are put back; gives back the id of the note."""
        ...

    async def forget_receipt(self, about: str) -> bool:
        """Forget that a receipt was sent, with everything else in a chat that is nobody's any more."""
        ...

    async def forget_old(self, periods: Periods, *, now: dt.datetime, today: dt.date, limit: int) -> int:
        """Erase at most `limit` things of each kind whose time is over; how many they were."""
        ...
