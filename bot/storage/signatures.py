"""Digital bewijzen: what was signed, as it was."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import AttendanceId, ContactId, NewcomerId, PaperId
from bot.domain.offer_kind import OfferKind
from bot.domain.paper import PaperState
from bot.domain.signature import Signature, SignedRow
from bot.storage.tables import attendances, papers, signatures


class SqlSignatures:
    """One row a digital paper; its dates are JSON, since they stay as they were signed."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, signature: Signature) -> None:
        """Keep what was signed."""
        statement = signatures.insert().values(
            paper_id=signature.paper_id,
            newcomer_id=signature.newcomer_id,
            contact_id=signature.contact_id,
            newcomer=signature.newcomer,
            kind=signature.kind.value,
            organisation=signature.organisation,
            contact=signature.contact,
            rows=[[row.attendance_id, row.day.isoformat(), row.minutes] for row in signature.rows],
            signed_at=signature.signed_at,
            strokes=[[list(point) for point in stroke] for stroke in signature.strokes],
        )
        await self._connection.execute(statement)

    async def of_paper(self, paper_id: PaperId) -> Signature | None:
        """What makes this paper a digital one."""
        found = await self._where(signatures.c.paper_id == paper_id)
        return found[0] if found else None

    async def of(self, newcomer_ids: Collection[NewcomerId]) -> Sequence[Signature]:
        """All of these newcomers', newest first."""
        return await self._where(signatures.c.newcomer_id.in_(newcomer_ids))

    async def signed(self, attendance_ids: Collection[AttendanceId]) -> Mapping[AttendanceId, PaperId]:
        """In which undecided digital bewijs each of these dates stands."""
        whose = select(attendances.c.newcomer_id).where(attendances.c.id.in_(attendance_ids))
        query = (
            _newest_first()
            .join(papers, papers.c.id == signatures.c.paper_id)
            .where(papers.c.state == PaperState.HANDED_IN.value, signatures.c.newcomer_id.in_(whose))
        )
        found = [_signature(row) for row in (await self._connection.execute(query)).all()]
        asked = set(attendance_ids)
        return {
            row.attendance_id: signature.paper_id
            for signature in found
            for row in signature.rows
            if row.attendance_id in asked
        }

    async def _where(self, condition: ColumnElement[bool]) -> list[Signature]:
        query = _newest_first().where(condition)
        return [_signature(row) for row in (await self._connection.execute(query)).all()]


def _newest_first() -> Select[Any]:
    return select(signatures).order_by(signatures.c.paper_id.desc())


def _signature(row: Row[Any]) -> Signature:
    return Signature(
        paper_id=PaperId(row.paper_id),
        newcomer_id=NewcomerId(row.newcomer_id),
        contact_id=None if row.contact_id is None else ContactId(row.contact_id),
        newcomer=row.newcomer,
        kind=OfferKind(row.kind),
        organisation=row.organisation,
        contact=row.contact,
        rows=tuple(_row(*one) for one in row.rows),
        signed_at=row.signed_at,
        strokes=tuple(tuple((x, y) for x, y in stroke) for stroke in row.strokes),
    )


def _row(attendance_id: int, day: str, minutes: int) -> SignedRow:
    return SignedRow(
        attendance_id=AttendanceId(attendance_id), day=dt.date.fromisoformat(day), minutes=minutes
    )
