"""Wishes that nothing fitted yet."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import AccountId, NewcomerId, OfferId, WishId
from bot.domain.interest import Interest
from bot.domain.kept_wish import KeptWish
from bot.domain.search import Search
from bot.storage.sql import new_id
from bot.storage.tables import wishes

OTHER = "other"
"""What is counted where no interest fits."""


class SqlWishes:
    """One row a wish; a closed one is soon forgotten."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(
        self,
        account_id: AccountId,
        newcomer_id: NewcomerId | None,
        search: Search,
        *,
        interests: Sequence[Interest] | None = None,
        at: dt.datetime,
    ) -> WishId:
        """Keep a wish."""
        about = search.interests if interests is None else interests
        place = search.place
        statement = wishes.insert().values(
            account_id=account_id,
            newcomer_id=newcomer_id,
            search=search.pack(),
            interests=[interest.value for interest in about],
            municipality=place.municipality if place else None,
            kept_at=at,
            told_of=[],
            is_open=True,
        )
        return WishId(new_id(await self._connection.execute(statement)))

    async def get(self, wish_id: WishId) -> KeptWish | None:
        """The open wish with this id."""
        query = select(wishes).where(wishes.c.id == wish_id, wishes.c.is_open)
        row = (await self._connection.execute(query)).first()
        return None if row is None else _wish(row)

    async def of(self, account_id: AccountId) -> Sequence[KeptWish]:
        """The open ones, newest first."""
        query = select(wishes).where(wishes.c.account_id == account_id, wishes.c.is_open)
        rows = (await self._connection.execute(query.order_by(wishes.c.id.desc()))).all()
        return [_wish(row) for row in rows]

    async def open_ones(self, *, after: WishId, limit: int) -> Sequence[KeptWish]:
        """Open wishes by id, in pages."""
        query = select(wishes).where(wishes.c.id > after, wishes.c.is_open).order_by(wishes.c.id).limit(limit)
        return [_wish(row) for row in (await self._connection.execute(query)).all()]

    async def open_ids(self, *, after: WishId, limit: int) -> Sequence[WishId]:
        """The ids of the same page, which are there also when a wish cannot be read."""
        query = select(wishes.c.id).where(wishes.c.id > after, wishes.c.is_open)
        found = await self._connection.execute(query.order_by(wishes.c.id).limit(limit))
        return [WishId(one) for one in found.scalars().all()]

    async def told(self, wish_id: WishId, *, of: Sequence[OfferId] = (), at: dt.datetime) -> None:
        """Its person heard of offers: these, and those of before."""
        changes = {"told_at": at, "told_of": list(of)}
        await self._connection.execute(update(wishes).where(wishes.c.id == wish_id).values(**changes))

    async def move_to(
        self, account_id: AccountId, *, newcomer_id: NewcomerId, kept_by: AccountId | None = None
    ) -> None:
        """Wishes for this newcomer are told on another phone from now on: all, or what one phone kept."""
        theirs = update(wishes).where(wishes.c.newcomer_id == newcomer_id)
        if kept_by is not None:
            theirs = theirs.where(wishes.c.account_id == kept_by)
        await self._connection.execute(theirs.values(account_id=account_id))

    async def end(self, wish_id: WishId) -> None:
        """It is no wish any more."""
        await self._connection.execute(update(wishes).where(wishes.c.id == wish_id).values(is_open=False))

    async def counts(self) -> Sequence[tuple[str, str | None, int]]:
        """Open wishes by interest and municipality: how many people; `other` where no interest fits."""
        query = select(
            wishes.c.interests, wishes.c.municipality, wishes.c.newcomer_id, wishes.c.account_id
        ).where(wishes.c.is_open)
        people: dict[tuple[str, str | None], set[tuple[str, int]]] = defaultdict(set)
        for row in (await self._connection.execute(query)).all():
            for interest in row.interests or [OTHER]:
                people[interest, row.municipality].add(_person(row))
        counted = [(interest, place, len(who)) for (interest, place), who in people.items()]
        return sorted(counted, key=lambda count: (-count[2], count[0], count[1] or ""))


def _person(row: Any) -> tuple[str, int]:
    """A newcomer is one person on all their phones."""
    return ("account", row.account_id) if row.newcomer_id is None else ("newcomer", row.newcomer_id)


def _wish(row: Row[Any]) -> KeptWish:
    return KeptWish(
        id=WishId(row.id),
        account_id=AccountId(row.account_id),
        newcomer_id=None if row.newcomer_id is None else NewcomerId(row.newcomer_id),
        search=Search.unpack(row.search),
        kept_at=row.kept_at,
        told_at=row.told_at,
        told_of=tuple(OfferId(one) for one in row.told_of),
    )
