"""Fixed answers: which may be given now, and who can be asked instead."""

import datetime as dt
from collections.abc import Collection

from bot.domain.entry import ABOUT_FINES
from bot.domain.errors import EntryOff
from bot.domain.ids import EntryId, NewcomerId
from bot.domain.people import Account
from bot.domain.reader import Reader
from bot.services.dossiers import Dossiers
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

    async def withheld(self, wanted: Collection[str], whom: Collection[NewcomerId]) -> frozenset[EntryId]:
        """The entries that these people are not given: out of service, or about fines for the entitled.

        Args:
            wanted: The entries (or other labels) in question.
            whom: Who would read them; `whom` finds them for a phone.
        """
        off = await self.off()
        if ABOUT_FINES.isdisjoint(wanted) or not await self._has_entitled(whom):
            return off
        return off | ABOUT_FINES

    def whom(self, account: Account) -> tuple[NewcomerId, ...]:
        """Who reads what is said on this phone: the one who speaks, or all whom it serves."""
        speaker = Dossiers(self._work, self._now, self._surroundings).speaker(account)
        return account.newcomer_ids if speaker is None else (speaker,)

    async def _has_entitled(self, whom: Collection[NewcomerId]) -> bool:
        found = await self._work.people.newcomers(whom) if whom else ()
        contracts = [newcomer.contract for newcomer in found if newcomer.contract is not None]
        return any(not contract.is_obliged for contract in contracts)

    async def check(self, entry_id: EntryId, *, whom: Collection[NewcomerId] = ()) -> None:
        """Refuse an entry that is out of service, or that its readers are not given.

        Args:
            entry_id: What is to be shown.
            whom: As in `withheld`.

        Raises:
            EntryOff: An administrator switched it off, or it is not for them.
        """
        if entry_id in await self.withheld((entry_id,), whom):
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
