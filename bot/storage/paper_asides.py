"""What stands beside papers: further contacts that a bewijs names, and contacts who do not sign."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.bewijs_key import bewijs_key
from bot.domain.ids import BegeleiderId, BewijsId, ContactId, NewcomerId, RefusalId
from bot.domain.paper import ContactAnswer, NoSignBecause, SignatureRefusal
from bot.storage.sql import new_id, upsert
from bot.storage.tables import bewijs_contacts, bewijzen, newcomers, signature_refusals


class SqlContacts:
    """One row a bewijs and name, whichever way it is written."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of(self, bewijs_id: BewijsId) -> Mapping[str, bool]:
        """The key of each contact's name, and whether the begeleider says that they belong."""
        query = select(bewijs_contacts).where(bewijs_contacts.c.bewijs_id == bewijs_id)
        return {row.key: row.belongs for row in (await self._connection.execute(query)).all()}

    async def name(self, bewijs_id: BewijsId, contact: str, *, belongs: bool, at: dt.datetime) -> None:
        """A bewijs names this contact, too."""
        whose = select(bewijzen.c.newcomer_id).where(bewijzen.c.id == bewijs_id)
        row = {
            "bewijs_id": bewijs_id,
            "key": bewijs_key(None, contact),
            "newcomer_id": (await self._connection.execute(whose)).scalar_one(),
            "name": contact,
            "belongs": belongs,
            "at": at,
        }
        named = upsert(self._connection, bewijs_contacts, key=("bewijs_id", "key"), changes=row)
        await self._connection.execute(named)

    async def drop(self, bewijs_id: BewijsId, contact: str) -> None:
        """The contact has a bewijs of their own instead."""
        named = bewijs_contacts.c
        key = bewijs_key(None, contact)
        await self._connection.execute(
            delete(bewijs_contacts).where(named.bewijs_id == bewijs_id, named.key == key)
        )


class SqlSignatureRefusals:
    """One row each time that a newcomer told of it, or the contact themselves."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(
        self,
        newcomer_id: NewcomerId,
        bewijs_id: BewijsId,
        *,
        at: dt.datetime,
        contact_id: ContactId | None = None,
        because: NoSignBecause | None = None,
        note: str | None = None,
    ) -> RefusalId:
        """Keep that a contact does not sign, with why as far as they said it themselves."""
        statement = signature_refusals.insert().values(
            newcomer_id=newcomer_id,
            bewijs_id=bewijs_id,
            at=at,
            contact_id=contact_id,
            because=because.value if because else None,
            note=note,
        )
        return RefusalId(new_id(await self._connection.execute(statement)))

    async def get(self, refusal_id: RefusalId) -> SignatureRefusal | None:
        """The one with this id."""
        query = select(signature_refusals).where(signature_refusals.c.id == refusal_id)
        row = (await self._connection.execute(query)).first()
        return None if row is None else _refusal(row)

    async def of(self, newcomer_id: NewcomerId) -> Sequence[SignatureRefusal]:
        """All of a newcomer's, newest first."""
        query = select(signature_refusals).where(signature_refusals.c.newcomer_id == newcomer_id)
        rows = (await self._connection.execute(query.order_by(signature_refusals.c.id.desc()))).all()
        return [_refusal(row) for row in rows]

    async def open_of(self, begeleider_ids: Collection[BegeleiderId]) -> Sequence[SignatureRefusal]:
        """Those that wait for these begeleiders, oldest first."""
        answer = signature_refusals.c.answer
        query = (
            select(signature_refusals)
            .join(newcomers, newcomers.c.id == signature_refusals.c.newcomer_id)
            .where(
                newcomers.c.begeleider_id.in_(begeleider_ids),
                newcomers.c.closed_on.is_(None),
                or_(answer.is_(None), answer == ContactAnswer.NOT_REACHED.value),
            )
            .order_by(signature_refusals.c.id)
        )
        return [_refusal(row) for row in (await self._connection.execute(query)).all()]

    async def answer(
        self, refusal_id: RefusalId, answer: ContactAnswer, *, minutes: int | None, at: dt.datetime
    ) -> None:
        """Keep what the contact said."""
        told = update(signature_refusals).where(signature_refusals.c.id == refusal_id)
        await self._connection.execute(told.values(answer=answer.value, minutes=minutes, answered_at=at))


def _refusal(row: Row[Any]) -> SignatureRefusal:
    return SignatureRefusal(
        id=RefusalId(row.id),
        newcomer_id=NewcomerId(row.newcomer_id),
        bewijs_id=BewijsId(row.bewijs_id),
        at=row.at,
        answer=ContactAnswer(row.answer) if row.answer else None,
        minutes=row.minutes,
        answered_at=row.answered_at,
        contact_id=None if row.contact_id is None else ContactId(row.contact_id),
        because=NoSignBecause(row.because) if row.because else None,
        note=row.note,
    )
