"""Bewijzen, dates of attendance, and what was accepted of them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Row, Table, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.acceptance import Acceptance
from bot.domain.attendance import Attendance, Source, State
from bot.domain.bewijs_key import ONE_CONTACT, bewijs_key, contact_key
from bot.domain.hours import Bewijs, Book
from bot.domain.ids import AcceptanceId, AttendanceId, BewijsId, NewcomerId
from bot.domain.offer_kind import OfferKind
from bot.storage.sql import insert_new, new_id
from bot.storage.tables import acceptances, attendances, bewijzen


class SqlHours:
    """One row a date and one an acceptance; sums are worked out, never stored."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def book(self, newcomer_id: NewcomerId) -> Book:
        """All hours of one newcomer."""
        return (await self.books([newcomer_id]))[newcomer_id]

    async def books(self, newcomer_ids: Collection[NewcomerId]) -> Mapping[NewcomerId, Book]:
        """All hours of each of these newcomers."""
        bewijs_rows = await self._rows(bewijzen, newcomer_ids)
        attendance_rows = await self._rows(attendances, newcomer_ids)
        acceptance_rows = await self._rows(acceptances, newcomer_ids)
        return {
            newcomer_id: Book(
                bewijzen=tuple(_bewijs(row) for row in bewijs_rows[newcomer_id]),
                attendances=tuple(_attendance(row) for row in attendance_rows[newcomer_id]),
                acceptances=tuple(_acceptance(row) for row in acceptance_rows[newcomer_id]),
            )
            for newcomer_id in newcomer_ids
        }

    async def _rows(self, table: Table, newcomer_ids: Collection[NewcomerId]) -> Mapping[int, list[Row[Any]]]:
        query = select(table).where(table.c.newcomer_id.in_(newcomer_ids)).order_by(table.c.id)
        found: dict[int, list[Row[Any]]] = defaultdict(list)
        for row in (await self._connection.execute(query)).all():
            found[row.newcomer_id].append(row)
        return found

    async def bewijs(
        self,
        newcomer_id: NewcomerId,
        kind: OfferKind,
        *,
        organisation: str | None,
        contact: str | None,
        at: dt.datetime,
        is_of_one_contact: bool = False,
    ) -> BewijsId:
        """The one bewijs of this kind and organisation (or contact), made when there is none."""
        key = bewijs_key(organisation, contact)
        if is_of_one_contact:
            key = contact_key(organisation or "", contact or "")
        await self._connection.execute(
            insert_new(self._connection, bewijzen).values(
                newcomer_id=newcomer_id,
                kind=kind.value,
                organisation=organisation,
                contact=contact,
                key=key,
                created_at=at,
            )
        )
        query = select(bewijzen.c.id).where(
            bewijzen.c.newcomer_id == newcomer_id, bewijzen.c.kind == kind.value, bewijzen.c.key == key
        )
        return BewijsId((await self._connection.execute(query)).scalar_one())

    async def add_attendance(
        self,
        newcomer_id: NewcomerId,
        bewijs_id: BewijsId,
        *,
        day: dt.date,
        minutes: int,
        at: dt.datetime,
        source: Source = Source.TYPED,
    ) -> AttendanceId:
        """Keep a date as claimed; the claimed minutes too, unless a contact noted it first."""
        statement = attendances.insert().values(
            newcomer_id=newcomer_id,
            bewijs_id=bewijs_id,
            day=day,
            minutes=minutes,
            state=State.CLAIMED.value,
            claimed_at=at,
            source=source.value,
            claimed_minutes=None if source is Source.CONTACT else minutes,
        )
        return AttendanceId(new_id(await self._connection.execute(statement)))

    async def change_attendance(
        self,
        attendance_id: AttendanceId,
        *,
        day: dt.date | None = None,
        minutes: int | None = None,
        state: State | None = None,
        **marks: Any,
    ) -> None:
        """Change what is given; `marks` are columns of `Attendance` by name, which may become None."""
        given = {"day": day, "minutes": minutes, "state": state}
        changes = {name: value for name, value in given.items() if value is not None} | marks
        plain = {name: getattr(value, "value", value) for name, value in changes.items()}
        if plain:
            theirs = update(attendances).where(attendances.c.id == attendance_id)
            await self._connection.execute(theirs.values(**plain))

    async def add_acceptance(
        self,
        newcomer_id: NewcomerId,
        bewijs_id: BewijsId,
        *,
        minutes: int,
        first_day: dt.date,
        last_day: dt.date,
        days: tuple[dt.date, ...] | None = None,
        at: dt.datetime,
    ) -> AcceptanceId:
        """Let hours of a bewijs count."""
        statement = acceptances.insert().values(
            newcomer_id=newcomer_id,
            bewijs_id=bewijs_id,
            minutes=minutes,
            first_day=first_day,
            last_day=last_day,
            days=None if days is None else [day.isoformat() for day in days],
            accepted_at=at,
        )
        return AcceptanceId(new_id(await self._connection.execute(statement)))

    async def change_acceptance(
        self,
        acceptance_id: AcceptanceId,
        *,
        minutes: int | None = None,
        first_day: dt.date | None = None,
        last_day: dt.date | None = None,
        undone_at: dt.datetime | None = None,
    ) -> None:
        """Change what is given."""
        await self._change(
            acceptances,
            acceptance_id,
            minutes=minutes,
            first_day=first_day,
            last_day=last_day,
            undone_at=undone_at,
        )

    async def _change(self, table: Table, row_id: int, **changes: Any) -> None:
        given = {name: value for name, value in changes.items() if value is not None}
        await self._connection.execute(update(table).where(table.c.id == row_id).values(**given))


def _bewijs(row: Row[Any]) -> Bewijs:
    return Bewijs(
        id=BewijsId(row.id),
        newcomer_id=NewcomerId(row.newcomer_id),
        kind=OfferKind(row.kind),
        organisation=row.organisation,
        contact=row.contact,
        is_of_one_contact=row.key.startswith(f"{ONE_CONTACT}:"),
    )


def _attendance(row: Row[Any]) -> Attendance:
    return Attendance(
        id=AttendanceId(row.id),
        bewijs_id=BewijsId(row.bewijs_id),
        day=row.day,
        minutes=row.minutes,
        state=State(row.state),
        claimed_at=row.claimed_at,
        source=Source(row.source),
        claimed_minutes=row.claimed_minutes,
        is_denied=row.is_denied,
        contacts_differ=row.contacts_differ,
        objected_at=row.objected_at,
    )


def _acceptance(row: Row[Any]) -> Acceptance:
    return Acceptance(
        id=AcceptanceId(row.id),
        bewijs_id=BewijsId(row.bewijs_id),
        minutes=row.minutes,
        first_day=row.first_day,
        last_day=row.last_day,
        accepted_at=row.accepted_at,
        undone_at=row.undone_at,
        days=None if row.days is None else tuple(map(dt.date.fromisoformat, row.days)),
    )
