"""What each phone looked for last, and the offers it saved."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import AccountId, NewcomerId, OfferId
from bot.domain.search import Search
from bot.storage.sql import insert_new, upsert
from bot.storage.tables import saved_offers, searches


class SqlSearches:
    """One row a phone: its last search."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(
        self, account_id: AccountId
    ) -> tuple[Search, tuple[OfferId, ...], NewcomerId | None] | None:
        """The search, the offers it has shown, and for whom it was; None when there is none."""
        query = select(searches).where(searches.c.account_id == account_id)
        row = (await self._connection.execute(query)).first()
        if row is None:
            return None
        newcomer_id = None if row.newcomer_id is None else NewcomerId(row.newcomer_id)
        return Search.unpack(row.search), tuple(OfferId(one) for one in row.seen), newcomer_id

    async def set(
        self,
        account_id: AccountId,
        search: Search,
        *,
        seen: Sequence[OfferId],
        newcomer_id: NewcomerId | None,
        at: dt.datetime,
    ) -> None:
        """This is its search from now on."""
        changes = {
            "account_id": account_id,
            "newcomer_id": newcomer_id,
            "search": search.pack(),
            "seen": list(seen),
            "at": at,
        }
        await self._connection.execute(upsert(self._connection, searches, key="account_id", changes=changes))

    async def clear(self, account_id: AccountId) -> None:
        """It looks for nothing any more."""
        await self._connection.execute(delete(searches).where(searches.c.account_id == account_id))

    async def save_offer(self, account_id: AccountId, offer_id: OfferId, *, at: dt.datetime) -> None:
        """Keep an offer for later; once, however often."""
        await self._connection.execute(
            insert_new(self._connection, saved_offers).values(account_id=account_id, offer_id=offer_id, at=at)
        )

    async def drop_offer(self, account_id: AccountId, offer_id: OfferId) -> None:
        """Keep it no longer."""
        saved = saved_offers.c
        await self._connection.execute(
            delete(saved_offers).where(saved.account_id == account_id, saved.offer_id == offer_id)
        )

    async def saved(self, account_id: AccountId) -> Sequence[OfferId]:
        """Newest first."""
        query = select(saved_offers.c.offer_id).where(saved_offers.c.account_id == account_id)
        rows = await self._connection.execute(
            query.order_by(saved_offers.c.at.desc(), saved_offers.c.offer_id.desc())
        )
        return [OfferId(found) for found in rows.scalars().all()]
