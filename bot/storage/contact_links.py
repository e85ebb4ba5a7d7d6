"""Links that introduce a contact; the token is worked out from the id and kept nowhere."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.contact import ContactLink, Reached
from bot.domain.ids import BewijsId, ContactId, ContactLinkId, NewcomerId
from bot.storage.sql import new_id
from bot.storage.tables import contact_links

ASKED_AGAIN = dt.timedelta(days=1)
"""For so long the opener of an old link is not heard a second time."""


class SqlContactLinks:
    """One row a link; using it and asking for a new one are one statement each, so that one is first."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(
        self,
        *,
        newcomer_id: NewcomerId | None,
        bewijs_id: BewijsId | None,
        organisation: str | None,
        reached: Reached,
        name: str | None,
        email: str | None,
        expires_at: dt.datetime,
        at: dt.datetime,
        named_by: ContactId | None = None,
    ) -> ContactLinkId:
        """Keep a link that was just made."""
        statement = contact_links.insert().values(
            newcomer_id=newcomer_id,
            bewijs_id=bewijs_id,
            organisation=organisation,
            reached=reached.value,
            name=name,
            email=email,
            made_at=at,
            expires_at=expires_at,
            named_by=named_by,
        )
        return ContactLinkId(new_id(await self._connection.execute(statement)))

    async def get(self, link_id: ContactLinkId) -> ContactLink | None:
        """The link with this id."""
        row = (
            await self._connection.execute(select(contact_links).where(contact_links.c.id == link_id))
        ).first()
        return None if row is None else _link(row)

    async def use(self, link_id: ContactLinkId, contact_id: ContactId, *, at: dt.datetime) -> bool:
        """Use it up; False when somebody was first."""
        unused = update(contact_links).where(contact_links.c.id == link_id, contact_links.c.used_at.is_(None))
        used = await self._connection.execute(unused.values(used_at=at, contact_id=contact_id))
        return bool(used.rowcount)

    async def ask_again(self, link_id: ContactLinkId, *, at: dt.datetime) -> bool:
        """Its opener wants a new one; False when they asked within a day before."""
        asked = contact_links.c.asked_again_at
        silent = update(contact_links).where(
            contact_links.c.id == link_id, or_(asked.is_(None), asked <= at - ASKED_AGAIN)
        )
        return bool((await self._connection.execute(silent.values(asked_again_at=at))).rowcount)

    async def of(self, newcomer_id: NewcomerId) -> Sequence[ContactLink]:
        """All of a newcomer's, newest first."""
        query = select(contact_links).where(contact_links.c.newcomer_id == newcomer_id)
        rows = (await self._connection.execute(query.order_by(contact_links.c.id.desc()))).all()
        return [_link(row) for row in rows]


def _link(row: Row[Any]) -> ContactLink:
    return ContactLink(
        id=ContactLinkId(row.id),
        newcomer_id=None if row.newcomer_id is None else NewcomerId(row.newcomer_id),
        bewijs_id=None if row.bewijs_id is None else BewijsId(row.bewijs_id),
        organisation=row.organisation,
        reached=Reached(row.reached),
        name=row.name,
        email=row.email,
        expires_at=row.expires_at,
        used_at=row.used_at,
        contact_id=None if row.contact_id is None else ContactId(row.contact_id),
        asked_again_at=row.asked_again_at,
        named_by=None if row.named_by is None else ContactId(row.named_by),
    )
