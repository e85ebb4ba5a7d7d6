"""Forgetting a person: what would go, the erasure itself, and what is handed over before.

What leaves the database is told by `storage/privacy_rules.py`; who is told of it, by the handlers.
"""

import datetime as dt
import secrets

from bot.domain.dossier import Dossier
from bot.domain.errors import NewcomerUnknown, NotYours, StillGuides
from bot.domain.ids import NewcomerId
from bot.domain.people import Account
from bot.domain.person import Erased, Leaving
from bot.services.dossiers import Dossiers
from bot.services.ports import Work
from bot.services.privacy import Privacy
from bot.services.surroundings import Surroundings

_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without those that look alike."""


class Erasures:
    """Forgets people at their own wish, or at the begeleider's for who has no phone."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._dossiers = Dossiers(work, now, surroundings)
        self._privacy = Privacy(work, now, surroundings)

    async def look(self, account: Account) -> Leaving:
        """What would go when whoever writes from this account is forgotten.

        Raises:
            SayWho: The phone serves several newcomers, who choose by name first.
        """
        if account.begeleider_id is None and account.newcomer_ids:
            return await self._of(await self._dossiers.own(account))
        guides = 0
        if account.begeleider_id is not None:
            await self._work.people.lock_begeleider(account.begeleider_id)
            guides = len(await self._work.people.newcomers_of(account.begeleider_id))
        person = await self._privacy.of_account(account)
        waiting = await self._work.questions.all_open_of(account.id)
        return Leaving(person=person, dossier=None, guides=guides, open_questions=len(waiting))

    async def look_at(self, newcomer_id: int, *, by: Account) -> Leaving:
        """What would go when a begeleider's own newcomer is forgotten; no stand-in may.

        Raises:
            NewcomerUnknown: There is no such newcomer any more.
            NotYours: Somebody else guides them.
        """
        dossier = await self._dossiers.guided(newcomer_id, by=by)
        if dossier.newcomer.begeleider_id != by.begeleider_id:
            raise NotYours
        return await self._of(dossier)

    async def look_for_administrator(self, newcomer_id: int) -> Leaving:
        """What would go when a newcomer is forgotten from the command line.

        Raises:
            NewcomerUnknown: There is none.
        """
        dossier = await self._dossiers.as_bot(NewcomerId(newcomer_id))
        if dossier is None:
            raise NewcomerUnknown
        return await self._of(dossier)

    async def _of(self, dossier: Dossier) -> Leaving:
        person = await self._privacy.of_newcomer(dossier.newcomer)
        accounts = (*person.account_ids, *person.shared_account_ids)
        waiting = [q for account_id in accounts for q in await self._work.questions.all_open_of(account_id)]
        return Leaving(
            person=person,
            dossier=dossier,
            open_questions=sum(q.newcomer_id in (None, dossier.id) for q in waiting),
            has_phone=bool(accounts),
            is_shared=bool(person.shared_account_ids),
        )

    async def forget(self, leaving: Leaving) -> Erased:
        """Erase every row about somebody.

        Raises:
            StillGuides: A begeleider hands their people over first.
        """
        if leaving.guides:
            raise StillGuides
        begeleider = None
        if leaving.dossier is not None:
            begeleider = await self._work.people.begeleider(leaving.dossier.newcomer.begeleider_id)
        shown = await self._work.privacy.shown_to_others(leaving.person)
        counts = await self._work.privacy.erase(leaving.person, at=self._now)
        return Erased(
            id=await self._work.privacy.note_erasure(leaving.person, at=self._now),
            number=_number(),
            at=self._now,
            counts=counts,
            leaving=leaving,
            begeleider=begeleider,
            shown=shown,
        )

    async def receipt_sent(self, about: str) -> bool:
        """The receipt is on its way no more: what told to whom it went goes, too."""
        return await self._work.privacy.forget_receipt(about)


def _number() -> str:
    signs = "".join(secrets.choice(_SIGNS) for _ in range(8))
    return f"{signs[:4]}-{signs[4:]}"
