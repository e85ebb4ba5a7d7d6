"""Rows that tests of contacts begin with."""

import datetime as dt

from bot.domain.attendance import Attendance, Source
from bot.domain.contact import Contact, Reached
from bot.domain.ids import BewijsId, ContactId, ContactLinkId, NewcomerId
from bot.domain.offer_kind import OfferKind
from bot.storage.database import Database
from bot.storage.work import SqlWork
from tests.builders import NOW, new_begeleider, new_newcomer

DAY = dt.timedelta(days=1)
KAREL = Contact(
    id=ContactId(0),
    name="Karel",
    organisation="FC Gent",
    reached=Reached.NEWCOMER,
    language="nl",
    joined_at=NOW,
)


Hours = tuple[NewcomerId, BewijsId]


async def some_hours(database: Database) -> Hours:
    """A newcomer with an empty bewijs."""
    async with database.work() as work:
        sofie = await new_begeleider(work, 1, "Sofie")
        amina = await new_newcomer(work, 2, "Amina", of=sofie)
        newcomer_id = amina.newcomer_ids[0]
        return newcomer_id, await a_bewijs(work, newcomer_id)


async def a_bewijs(work: SqlWork, newcomer_id: NewcomerId) -> BewijsId:
    return await work.hours.bewijs(newcomer_id, OfferKind.SPORT, organisation="FC Gent", contact=None, at=NOW)


async def a_date(work: SqlWork, hours: Hours, source: Source = Source.TYPED, days: int = 1) -> Attendance:
    day = (NOW - days * DAY).date()
    made = await work.hours.add_attendance(*hours, day=day, minutes=120, at=NOW, source=source)
    book = await work.hours.book(hours[0])
    return next(one for one in book.attendances if one.id == made)


async def a_link(work: SqlWork, hours: Hours) -> ContactLinkId:
    newcomer_id, bewijs_id = hours
    return await work.contact_links.add(
        newcomer_id=newcomer_id,
        bewijs_id=bewijs_id,
        organisation="FC Gent",
        reached=Reached.NEWCOMER,
        name=None,
        email=None,
        expires_at=NOW + 14 * DAY,
        at=NOW,
    )
