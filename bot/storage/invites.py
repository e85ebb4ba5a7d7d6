"""Single-use links; only a digest of the token is kept."""

import datetime as dt

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import AccountId, BegeleiderId, NewcomerId
from bot.domain.invite import Invite, InviteKind
from bot.storage.tables import invites


class SqlInvites:
    """Finds links by digest and uses each once."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(
        self,
        kind: InviteKind,
        token_digest: str,
        *,
        name: str | None,
        begeleider_id: BegeleiderId | None,
        newcomer_id: NewcomerId | None = None,
        expires_at: dt.datetime,
        at: dt.datetime,
    ) -> None:
        """Keep a link that was just made."""
        await self._connection.execute(
            invites.insert().values(
                kind=kind.value,
                token_digest=token_digest,
                name=name,
                begeleider_id=begeleider_id,
                newcomer_id=newcomer_id,
                expires_at=expires_at,
                created_at=at,
            )
        )

    async def find(self, token_digest: str) -> Invite | None:
        """The link whose token has this digest."""
        return await self._one(invites.c.token_digest == token_digest)

    async def get(self, invite_id: int) -> Invite | None:
        """The link with this id."""
        return await self._one(invites.c.id == invite_id)

    async def use(self, invite_id: int, account_id: AccountId, *, at: dt.datetime) -> bool:
        """Use it up; False when somebody was first."""
        result = await self._connection.execute(
            update(invites)
            .where(invites.c.id == invite_id, invites.c.used_at.is_(None))
            .values(used_at=at, used_by=account_id)
        )
        return bool(result.rowcount)

    async def rebind(self, newcomer_id: NewcomerId, to: NewcomerId) -> None:
        """Links for this newcomer are for that one from now on."""
        await self._connection.execute(
            update(invites).where(invites.c.newcomer_id == newcomer_id).values(newcomer_id=to)
        )

    async def _one(self, condition: ColumnElement[bool]) -> Invite | None:
        row = (await self._connection.execute(select(invites).where(condition))).first()
        if row is None:
            return None
        return Invite(
            id=row.id,
            kind=InviteKind(row.kind),
            name=row.name,
            begeleider_id=None if row.begeleider_id is None else BegeleiderId(row.begeleider_id),
            newcomer_id=None if row.newcomer_id is None else NewcomerId(row.newcomer_id),
            expires_at=row.expires_at,
            used_at=row.used_at,
        )
