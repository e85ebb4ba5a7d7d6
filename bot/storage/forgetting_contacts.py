"""Contacts who see nothing any more and of whom nothing was heard: their rows lose their names."""

import datetime as dt

from sqlalchemy import exists, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import ContactId
from bot.domain.person import Person
from bot.storage.contact_people import NOBODYS_NAME
from bot.storage.tables import contact_ties, contact_words, contacts, signatures


async def forgotten_contacts(connection: AsyncConnection, moment: dt.datetime, *, limit: int) -> list[Person]:
    """Contacts without a bewijs to see, who neither joined, said nor signed anything since a moment.

    Args:
        connection: Of a unit of work.
        moment: Since when nothing was heard (UTC).
        limit: How many at most.
    """
    of_theirs = contacts.c.id
    signs = (
        exists().where(contact_ties.c.contact_id == of_theirs),
        exists().where(contact_words.c.contact_id == of_theirs, contact_words.c.at >= moment),
        exists().where(signatures.c.contact_id == of_theirs, signatures.c.signed_at >= moment),
    )
    checked = contacts.c.checked_at
    query = (
        select(of_theirs)
        .where(
            contacts.c.name != NOBODYS_NAME,
            contacts.c.joined_at < moment,
            or_(checked.is_(None), checked < moment),
            *(~sign for sign in signs),
        )
        .order_by(of_theirs)
        .limit(limit)
    )
    ids = (await connection.execute(query)).scalars().all()
    return [Person(contact_ids=(ContactId(one),)) for one in ids]
