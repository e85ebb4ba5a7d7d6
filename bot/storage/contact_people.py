"""Contacts who joined, and the bewijzen that each may see."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from enum import Enum
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.bewijs_key import bewijs_key
from bot.domain.contact import Contact, Reached, Tie
from bot.domain.ids import AccountId, BegeleiderId, BewijsId, ContactId, NewcomerId
from bot.storage.sql import insert_new, locked, new_id
from bot.storage.tables import contact_ties, contacts

NOBODYS_NAME = ""
"""An erased contact's row keeps its id, which words and bewijzen carry, and no name."""
_IS_ACTIVE = contacts.c.stopped_at.is_(None)
_IS_CHECKED = or_(
    contacts.c.checked_at.is_not(None),
    contacts.c.reached.in_([one.value for one in Reached if one.is_trusted]),
)


class SqlContactPeople:
    """One row a person and organisation; one a contact and bewijs that they see."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, contact_id: ContactId, *, lock: bool = False) -> Contact | None:
        """The contact with this id; None for one who was erased."""
        query = select(contacts).where(contacts.c.id == contact_id)
        found = await self._contacts(locked(query) if lock else query)
        return found[0] if found else None

    async def add(self, contact: Contact) -> ContactId:
        """Keep a new one; its id is made."""
        columns = _columns(asdict(contact))
        del columns["id"]
        return ContactId(new_id(await self._connection.execute(contacts.insert().values(**columns))))

    async def change(self, contact_id: ContactId, **changes: Any) -> None:
        """Change columns by name: those of `Contact`."""
        theirs = update(contacts).where(contacts.c.id == contact_id)
        await self._connection.execute(theirs.values(**_columns(changes)))

    async def of_account(self, account_id: AccountId) -> Sequence[Contact]:
        """Those that this Telegram account is, also those that stopped, oldest first."""
        return await self._contacts(select(contacts).where(contacts.c.account_id == account_id))

    async def at(self, organisation: str) -> Sequence[Contact]:
        """The active, checked contacts of an organisation, whichever way it is written."""
        is_theirs = contacts.c.key == bewijs_key(organisation, None)
        return await self._contacts(select(contacts).where(is_theirs, _IS_ACTIVE, _IS_CHECKED))

    async def many(self, contact_ids: Collection[ContactId]) -> Mapping[ContactId, Contact]:
        """The contacts with these ids."""
        found = await self._contacts(select(contacts).where(contacts.c.id.in_(contact_ids)))
        return {contact.id: contact for contact in found}

    async def unchecked_of(self, newcomer_ids: Collection[NewcomerId]) -> Sequence[Contact]:
        """Active contacts who see something of these newcomers and whom nobody checked yet."""
        sees = _sees(contact_ties.c.newcomer_id.in_(newcomer_ids))
        return await self._contacts(select(contacts).where(_IS_ACTIVE, ~_IS_CHECKED, sees))

    async def asking(self, *, after: ContactId, limit: int) -> Sequence[Contact]:
        """Active, checked contacts with a tie, by id: those whom a list may be sent."""
        query = select(contacts).where(contacts.c.id > after, _IS_ACTIVE, _IS_CHECKED, _sees())
        return await self._contacts(query.limit(limit))

    async def _contacts(self, query: Select[Any]) -> list[Contact]:
        known = query.where(contacts.c.name != NOBODYS_NAME).order_by(contacts.c.id)
        return [_contact(row) for row in (await self._connection.execute(known)).all()]

    # What they see.

    async def tie(self, tie: Tie, *, at: dt.datetime) -> bool:
        """Let a contact see a bewijs; False when they did already."""
        tied = insert_new(self._connection, contact_ties).values(**asdict(tie), at=at)
        return bool((await self._connection.execute(tied)).rowcount)

    async def untie(self, contact_id: ContactId, *, newcomer_id: NewcomerId | None = None) -> None:
        """A contact sees nothing of this newcomer any more; None for nothing of anybody."""
        theirs = contact_ties.c.contact_id == contact_id
        if newcomer_id is not None:
            theirs = and_(theirs, contact_ties.c.newcomer_id == newcomer_id)
        await self._connection.execute(delete(contact_ties).where(theirs))

    async def ties_of(self, contact_id: ContactId) -> Sequence[Tie]:
        """What a contact sees, in the order of the bewijzen."""
        return await self._ties(contact_ties.c.contact_id == contact_id)

    async def tied_to(self, newcomer_ids: Collection[NewcomerId]) -> Sequence[Tie]:
        """Who sees something of these newcomers."""
        return await self._ties(contact_ties.c.newcomer_id.in_(newcomer_ids))

    async def _ties(self, condition: ColumnElement[bool]) -> list[Tie]:
        query = select(contact_ties).where(condition)
        in_order = query.order_by(contact_ties.c.bewijs_id, contact_ties.c.contact_id)
        return [_tie(row) for row in (await self._connection.execute(in_order)).all()]


def _sees(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(contact_ties.c.contact_id == contacts.c.id, *conditions)


def _columns(changes: dict[str, Any]) -> dict[str, Any]:
    columns = {name: value.value if isinstance(value, Enum) else value for name, value in changes.items()}
    if "organisation" in columns:
        columns["key"] = bewijs_key(columns["organisation"], None)
    return columns


def _contact(row: Row[Any]) -> Contact:
    return Contact(
        id=ContactId(row.id),
        name=row.name,
        organisation=row.organisation,
        reached=Reached(row.reached),
        account_id=None if row.account_id is None else AccountId(row.account_id),
        email=row.email,
        language=row.language,
        version=row.version,
        asks_on=row.asks_on,
        joined_at=row.joined_at,
        checked_at=row.checked_at,
        checked_by=None if row.checked_by is None else BegeleiderId(row.checked_by),
        stopped_at=row.stopped_at,
    )


def _tie(row: Row[Any]) -> Tie:
    return Tie(
        contact_id=ContactId(row.contact_id),
        bewijs_id=BewijsId(row.bewijs_id),
        newcomer_id=NewcomerId(row.newcomer_id),
    )
