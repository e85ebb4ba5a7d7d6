"""Wishes that nothing fitted yet: kept, looked at again when offers come, told at most once a day."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.errors import NotYours
from bot.domain.ids import NewcomerId, WishId
from bot.domain.kept_wish import KEPT_DAYS, MOST_WISHES, KeptWish
from bot.domain.people import Account, Newcomer
from bot.domain.search import Found, Search
from bot.services.looking import Looking
from bot.services.ports import Work
from bot.services.surroundings import Surroundings

_MOST_TOLD = 100
"""So many offers a wish remembers having told of."""


@dataclass(frozen=True, kw_only=True)
class Granted:
    """Something new fits a wish."""

    wish: KeptWish
    phone: Account
    newcomer: Newcomer | None
    found: Found


@dataclass(frozen=True)
class Looked:
    """A batch of wishes that were looked at."""

    granted: Sequence[Granted]
    last: WishId | None
    """After which the next batch begins; None when this was the last."""


class Wishes:
    """Keeps what people still look for."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._zone = surroundings.zone
        self._looking = Looking(work, now, surroundings)

    async def keep(self, account: Account, whom: NewcomerId | None, search: Search) -> KeptWish:
        """Keep a wish; the same one is kept once, and the oldest of too many makes way."""
        mine = await self.of(account, whom)
        for wish in mine:
            if wish.search.pack() == search.pack():
                return wish
        for wish in mine[MOST_WISHES - 1 :]:
            await self._work.wishes.end(wish.id)
        interests = self._looking.about(search)
        wish_id = await self._work.wishes.add(account.id, whom, search, interests=interests, at=self._now)
        return KeptWish(id=wish_id, account_id=account.id, newcomer_id=whom, search=search, kept_at=self._now)

    async def of(self, account: Account, whom: NewcomerId | None) -> Sequence[KeptWish]:
        """What is kept for this person, newest first."""
        return [wish for wish in await self._work.wishes.of(account.id) if wish.newcomer_id == whom]

    async def stop(self, account: Account, wish_id: int) -> None:
        """It is no wish any more; one that ended before stays so.

        Raises:
            NotYours: It is somebody else's.
        """
        wish = await self._work.wishes.get(WishId(wish_id))
        if wish is None:
            return
        is_theirs = wish.account_id == account.id or wish.newcomer_id in account.newcomer_ids
        if not is_theirs and not await self._guides(account, wish):
            raise NotYours
        await self._work.wishes.end(wish.id)

    async def _guides(self, account: Account, wish: KeptWish) -> bool:
        newcomer = await self._newcomer(wish)
        return newcomer is not None and newcomer.begeleider_id == account.begeleider_id

    # When offers were added.

    async def look(self, *, after: int, limit: int) -> Looked:
        """Look at the next wishes again; old ones end.

        Args:
            after: The id of the wish where the batch before ended; 0 for the first.
            limit: How many are looked at.
        """
        wishes = await self._work.wishes.open_ones(after=WishId(after), limit=limit)
        granted = [found for wish in wishes if (found := await self._look(wish)) is not None]
        return Looked(granted, wishes[-1].id if len(wishes) == limit else None)

    async def told(self, granted: Granted) -> None:
        """Keep that the person hears of these offers today."""
        new = [match.offer.id for match in granted.found.matches]
        told_of = (*granted.wish.told_of, *new)[-_MOST_TOLD:]
        await self._work.wishes.told(granted.wish.id, of=told_of, at=self._now)

    async def _look(self, wish: KeptWish) -> Granted | None:
        if self._now - wish.kept_at > dt.timedelta(days=KEPT_DAYS):
            await self._work.wishes.end(wish.id)
            return None
        if wish.told_at is not None and self._day(wish.told_at) == self._day(self._now):
            return None
        newcomer = await self._newcomer(wish)
        phone = await self._phone(wish, newcomer)
        if phone is None or (newcomer is not None and newcomer.is_closed):
            return None
        found = await self._looking.find(wish.search, wish.newcomer_id, without=wish.told_of)
        if found.nothing_fits:
            return None
        return Granted(wish=wish, phone=phone, newcomer=newcomer, found=found)

    async def _newcomer(self, wish: KeptWish) -> Newcomer | None:
        return None if wish.newcomer_id is None else await self._work.people.newcomer(wish.newcomer_id)

    async def _phone(self, wish: KeptWish, newcomer: Newcomer | None) -> Account | None:
        """The phone that kept it; where the newcomer has another by now, that one.

        What a begeleider kept for somebody without a phone goes to who guides them now.
        """
        account = await self._work.accounts.get(wish.account_id)
        if newcomer is None:
            phones = [account] if account is not None and wish.newcomer_id is None else []
        elif account is not None and _serves(account, newcomer):
            phones = [account]
        else:
            phones = [*await self._work.people.accounts_of(newcomer.id)]
            if account is not None and account.is_begeleider:
                phones += await self._guide(newcomer)
        return next((phone for phone in phones if not phone.is_unreachable), None)

    async def _guide(self, newcomer: Newcomer) -> list[Account]:
        guide = await self._work.people.begeleider(newcomer.begeleider_id)
        return [guide.phone] if guide is not None and guide.phone is not None else []

    def _day(self, moment: dt.datetime) -> dt.date:
        return moment.astimezone(self._zone).date()


def _serves(account: Account, newcomer: Newcomer) -> bool:
    """Is it the newcomer's phone, or their begeleider's?"""
    return newcomer.id in account.newcomer_ids or newcomer.begeleider_id == account.begeleider_id
