"""Adding and updating a begeleider's people from their own list; people of a colleague are never touched."""

import datetime as dt
from collections.abc import Sequence

from bot.domain.caseload_match import Compared, Plan, compare, told
from bot.domain.caseload_rows import Row
from bot.domain.ids import NewcomerId
from bot.domain.people import Account
from bot.services.contracts import Contracts
from bot.services.dossiers import Dossiers
from bot.services.invites import Invites
from bot.services.ports import Work
from bot.services.surroundings import Surroundings


class Imports:
    """Reads a list against a begeleider's caseload, and adds it."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._dossiers = Dossiers(work, now, surroundings)
        self._contracts = Contracts(work, now, surroundings)
        self._invites = Invites(work, now, surroundings)

    async def compare(self, account: Account, rows: Sequence[Row]) -> Plan:
        """What adding these rows would do; nothing is changed.

        Args:
            account: The begeleider's.
            rows: At most `MOST_PEOPLE`.

        Raises:
            NotYours: It is no begeleider's account.
        """
        return compare(rows, await self._work.people.newcomers_of(account.as_begeleider()))

    async def add(self, account: Account, rows: Sequence[Row]) -> tuple[Plan, tuple[NewcomerId, ...]]:
        """Add and update people, in the order of the list; the same list again changes nothing.

        Returns:
            What was done, and the ids of everybody in the list.

        Raises:
            NotYours: It is no begeleider's account.
        """
        await self._work.people.lock_begeleider(account.as_begeleider())
        plan = await self.compare(account, rows)
        return plan, tuple([await self._add(account, one) for one in plan.people])

    async def _add(self, account: Account, one: Compared) -> NewcomerId:
        if one.newcomer is not None and not one.changes:
            return one.newcomer.id
        newcomer = one.newcomer or await self._invites.add_newcomer(account, one.name)
        dossier = await self._dossiers.guided(newcomer.id, by=account, changes=True)
        if changes := told(one.row, dossier.newcomer):
            await self._work.people.change_newcomer(newcomer.id, **changes)
        if one.row.contract is not None:
            await self._contracts.set(dossier, one.row.contract)
        return newcomer.id

    async def without_phone(self, newcomer_ids: Sequence[NewcomerId]) -> list[NewcomerId]:
        """Who of these has no phone yet, in the same order."""
        served = await self._work.people.with_phone(newcomer_ids)
        return [newcomer_id for newcomer_id in newcomer_ids if newcomer_id not in served]
