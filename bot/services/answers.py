"""Fixed answers: which may be given now, and who can be asked instead."""

import datetime as dt

from bot.domain.errors import EntryOff
from bot.domain.ids import EntryId
from bot.domain.people import Account
from bot.domain.reader import Reader
from bot.services.ports import Work
from bot.services.readers import Readers
from bot.services.surroundings import Surroundings


class Answers:
    """Guards what the bot answers with."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._surroundings = surroundings

    async def off(self) -> frozenset[EntryId]:
        """The entries that are out of service."""
        return frozenset(switched.entry for switched in await self._work.entries_off.all())

    async def check(self, entry_id: EntryId) -> None:
        """Refuse an entry that is out of service.

        Raises:
            EntryOff: An administrator switched it off.
        """
        if entry_id in await self.off():
            raise EntryOff

    async def switch_off(self, entry_id: EntryId, reason: str) -> None:
        """Take an entry out of service at once; questions about it go to the begeleider."""
        await self._work.entries_off.add(entry_id, reason, at=self._now)

    async def switch_on(self, entry_id: EntryId) -> None:
        """Put an entry back into service."""
        await self._work.entries_off.remove(entry_id)

    async def reader(self, account: Account) -> Reader | None:
        """Who would read a question of this person; None when nobody can be reached.

        A begeleider has nobody to ask through the bot.
        """
        if account.is_begeleider:
            return None
        return await Readers(self._work, self._now, self._surroundings).for_anybody_on(account)
