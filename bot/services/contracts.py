"""The contract of a newcomer: set, extended, closed; the begeleider decides, the history remembers."""

import datetime as dt
from dataclasses import replace

from bot.domain.contract import ClosedBecause, Contract, ExtendedBecause
from bot.domain.dossier import Dossier
from bot.domain.errors import ContractImpossible, ImpossibleBecause
from bot.domain.history import What
from bot.services.dossiers import DECIDES, Dossiers, only, only_open
from bot.services.ports import Work
from bot.services.surroundings import Surroundings


class Contracts:
    """What a begeleider notes about a term. Hours that wait stay as they are.

    Everything here raises NotYours when no begeleider opened the dossier.
    """

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._dossiers = Dossiers(work, now, surroundings)

    async def set(self, dossier: Dossier, contract: Contract, *, note: str | None = None) -> Dossier:
        """Note what the contract says; the same again changes nothing.

        Raises:
            ContractImpossible: It cannot be so.
            DossierClosed: It is reopened first.
        """
        only_open(dossier, DECIDES)
        contract.check()
        if contract == dossier.newcomer.contract:
            return dossier
        await self._work.people.set_contract(dossier.id, contract)
        facts = {
            "status": contract.status.value,
            "starts_on": contract.starts_on.isoformat(),
            "last_day": contract.last_day.isoformat(),
            "required": contract.required_minutes,
        }
        await self._work.history.add(
            dossier.id, What.CONTRACT_SET, by=dossier.actor, at=self._now, facts=facts, note=note
        )
        return await self._dossiers.again(dossier)

    async def extend(
        self, dossier: Dossier, last_day: dt.date, why: ExtendedBecause, *, note: str | None = None
    ) -> Dossier:
        """Note an extension that was decided, with its reason (`niet-behaald-sanctie`).

        Raises:
            ContractImpossible: There is no term yet, or it would not end later.
            DossierClosed: It is reopened first.
        """
        only_open(dossier, DECIDES)
        before = dossier.newcomer.contract
        if before is None or last_day <= before.last_day:
            raise ContractImpossible(ImpossibleBecause.NOT_LATER)
        contract = replace(before, last_day=last_day)
        contract.check()
        await self._work.people.set_contract(dossier.id, contract)
        facts = {"from_day": before.last_day.isoformat(), "last_day": last_day.isoformat()}
        await self._work.history.add(
            dossier.id, What.EXTENDED, by=dossier.actor, at=self._now, facts=facts, why=why.value, note=note
        )
        return await self._dossiers.again(dossier)

    async def close(self, dossier: Dossier, why: ClosedBecause, *, note: str | None = None) -> Dossier:
        """Close the dossier: no reminders any more, and its retention begins."""
        only(dossier, DECIDES)
        if dossier.newcomer.is_closed:
            return dossier
        await self._work.people.change_newcomer(dossier.id, closed_on=dossier.today, closed_because=why.value)
        await self._work.history.add(
            dossier.id, What.CLOSED, by=dossier.actor, at=self._now, why=why.value, note=note
        )
        return await self._dossiers.again(dossier)

    async def reopen(self, dossier: Dossier) -> Dossier:
        """Open a closed dossier again."""
        only(dossier, DECIDES)
        if not dossier.newcomer.is_closed:
            return dossier
        await self._work.people.change_newcomer(dossier.id, closed_on=None, closed_because=None)
        await self._work.history.add(dossier.id, What.REOPENED, by=dossier.actor, at=self._now)
        return await self._dossiers.again(dossier)
