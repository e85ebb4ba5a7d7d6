"""Who takes part in what, and which offers a begeleider found not to be for somebody."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import BegeleiderId, NewcomerId, OfferId, ParticipationId
from bot.domain.participation import EndedBecause, Handover, Participation, Step
from bot.storage.sql import insert_new, new_id
from bot.storage.tables import offer_refusals, participations


class SqlParticipations:
    """One row a choice; of one offer a newcomer has at most one that has not ended."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, participation_id: ParticipationId) -> Participation | None:
        """The participation with this id."""
        query = select(participations).where(participations.c.id == participation_id)
        row = (await self._connection.execute(query)).first()
        return None if row is None else _participation(row)

    async def of(self, newcomer_id: NewcomerId) -> Sequence[Participation]:
        """All of a newcomer's, newest first."""
        query = select(participations).where(participations.c.newcomer_id == newcomer_id)
        rows = (await self._connection.execute(query.order_by(participations.c.id.desc()))).all()
        return [_participation(row) for row in rows]

    async def add(self, participation: Participation) -> ParticipationId:
        """Keep a new one; its id is not looked at."""
        because = participation.ended_because
        statement = participations.insert().values(
            newcomer_id=participation.newcomer_id,
            offer_id=participation.offer_id,
            step=participation.step.value,
            handover=participation.handover.value,
            chosen_at=participation.chosen_at,
            contact_shown_at=participation.contact_shown_at,
            asked_at=participation.asked_at,
            ended_because=because.value if because else None,
        )
        return ParticipationId(new_id(await self._connection.execute(statement)))

    async def change(self, participation_id: ParticipationId, **changes: Any) -> None:
        """Change columns by name: `step`, `handover`, `contact_shown_at`, `asked_at`, `ended_because`."""
        # A member of a string enum is a string, but asyncpg wants a plain one.
        plain = {name: getattr(value, "value", value) for name, value in changes.items()}
        await self._connection.execute(
            update(participations).where(participations.c.id == participation_id).values(**plain)
        )

    async def to_check(self, offer_id: OfferId) -> Sequence[Participation]:
        """Those that wait until the conditions of this offer are checked, oldest first."""
        query = select(participations).where(
            participations.c.offer_id == offer_id, participations.c.step == Step.ASKED.value
        )
        rows = (await self._connection.execute(query.order_by(participations.c.id))).all()
        return [_participation(row) for row in rows]

    async def alive_counts(self, offer_ids: Collection[OfferId]) -> Mapping[OfferId, int]:
        """How many take part in each, for capacity."""
        query = (
            select(participations.c.offer_id, func.count())
            .where(participations.c.offer_id.in_(offer_ids), participations.c.step != Step.ENDED.value)
            .group_by(participations.c.offer_id)
        )
        return {OfferId(row[0]): int(row[1]) for row in (await self._connection.execute(query)).all()}

    async def refuse(
        self, newcomer_id: NewcomerId, offer_id: OfferId, by: BegeleiderId, *, at: dt.datetime
    ) -> None:
        """The begeleider finds that an offer is not for this newcomer."""
        await self._connection.execute(
            insert_new(self._connection, offer_refusals).values(
                newcomer_id=newcomer_id, offer_id=offer_id, begeleider_id=by, at=at
            )
        )

    async def allow(self, newcomer_id: NewcomerId, offer_id: OfferId) -> None:
        """It may be shown to this newcomer again."""
        refused = offer_refusals.c
        await self._connection.execute(
            delete(offer_refusals).where(refused.newcomer_id == newcomer_id, refused.offer_id == offer_id)
        )

    async def refused(self, newcomer_id: NewcomerId) -> Collection[OfferId]:
        """What is not for this newcomer."""
        query = select(offer_refusals.c.offer_id).where(offer_refusals.c.newcomer_id == newcomer_id)
        return {OfferId(found) for found in (await self._connection.execute(query)).scalars().all()}


def _participation(row: Row[Any]) -> Participation:
    return Participation(
        id=ParticipationId(row.id),
        newcomer_id=NewcomerId(row.newcomer_id),
        offer_id=OfferId(row.offer_id),
        step=Step(row.step),
        handover=Handover(row.handover),
        chosen_at=row.chosen_at,
        contact_shown_at=row.contact_shown_at,
        asked_at=row.asked_at,
        ended_because=EndedBecause(row.ended_because) if row.ended_because else None,
    )
