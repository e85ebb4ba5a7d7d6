"""One person whom two begeleiders noted: the newer, empty dossier goes into the one they have."""

import datetime as dt
from dataclasses import replace
from typing import Any

from bot.domain.history import Actor, What, Who
from bot.domain.ids import NewcomerId
from bot.domain.people import Begeleider, Newcomer
from bot.services.contracts import Contracts
from bot.services.dossiers import Dossiers
from bot.services.ports import Work
from bot.services.surroundings import Surroundings

_CONTRACT = (What.CONTRACT_SET, What.EXTENDED)


class Merging:
    """Puts two dossiers of the same newcomer together; the locks of both are held."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._dossiers = Dossiers(work, now, surroundings)
        self._contracts = Contracts(work, now, surroundings)

    async def is_empty(self, newcomer_id: NewcomerId) -> bool:
        """Is there no hour, paper, choice, question or letter in this dossier, and does no phone show it?"""
        book = await self._work.hours.book(newcomer_id)
        if book.bewijzen or book.attendances or book.acceptances:
            return False
        if await self._work.participations.of(newcomer_id) or await self._work.papers.of(newcomer_id):
            return False
        if await self._work.questions.asked_by([newcomer_id]) or await self._work.letters.of(newcomer_id):
            return False
        return not await self._work.people.accounts_of(newcomer_id)

    async def take_over(self, new: Newcomer, *, into: Newcomer, begeleider: Begeleider) -> Newcomer:
        """Note in the dossier that stays what the begeleider noted in an empty one, which goes.

        Args:
            new: The empty one.
            into: The one that stays.
            begeleider: Who made the empty one; its contract counts when it is the newer.

        Returns:
            The newcomer who stays, as they are then.
        """
        await self._note_contract(new, into, begeleider)
        changes: dict[str, Any] = {"language": into.language or new.language}
        is_other = into.begeleider_id != begeleider.id
        if is_other:
            changes["name"] = new.name
        if new.reference and (is_other or not into.reference):
            changes["reference"] = new.reference
        await self._work.people.change_newcomer(into.id, **changes)
        await self._work.invites.rebind(new.id, into.id)
        await self._work.people.remove_newcomer(new.id)
        found = await self._work.people.newcomer(into.id)
        return found or into

    async def _note_contract(self, new: Newcomer, into: Newcomer, begeleider: Begeleider) -> None:
        dossier = await self._dossiers.as_bot(into.id)
        if dossier is None:
            return
        dossier = replace(dossier, actor=Actor(Who.BEGELEIDER, begeleider.id))
        dossier = await self._contracts.reopen(dossier)
        noted, known = await self._noted_at(new.id), await self._noted_at(into.id)
        if new.contract is not None and (into.contract is None or known is None or (noted or known) > known):
            await self._contracts.set(dossier, new.contract)

    async def _noted_at(self, newcomer_id: NewcomerId) -> dt.datetime | None:
        events = await self._work.history.of(newcomer_id)
        return max((event.at for event in events if event.what in _CONTRACT), default=None)
