"""Reminders that were queued, and whom one may be for."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.consent import Purpose
from bot.domain.ids import NewcomerId
from bot.domain.reminder import Reminded, ReminderKind
from bot.storage.sql import insert_new
from bot.storage.tables import accounts, consents, newcomer_accounts, newcomers, reminders


class SqlReminders:
    """One row a newcomer and day, which keeps two processes from queueing the same."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of(self, newcomer_ids: Collection[NewcomerId]) -> Mapping[NewcomerId, Sequence[Reminded]]:
        """What each of these newcomers was given, oldest first."""
        query = select(reminders).where(reminders.c.newcomer_id.in_(newcomer_ids)).order_by(reminders.c.on)
        found: dict[NewcomerId, list[Reminded]] = defaultdict(list)
        for row in (await self._connection.execute(query)).all():
            reminded = Reminded(kind=ReminderKind(row.kind), on=row.on, last_day=row.last_day)
            found[NewcomerId(row.newcomer_id)].append(reminded)
        return found

    async def add(
        self, newcomer_id: NewcomerId, kind: ReminderKind, *, on: dt.date, last_day: dt.date | None
    ) -> bool:
        """Keep that it is queued; False when one was on that day."""
        statement = insert_new(self._connection, reminders).values(
            newcomer_id=newcomer_id, on=on, kind=kind.value, last_day=last_day
        )
        return bool((await self._connection.execute(statement)).rowcount)

    async def candidates(self, *, after: NewcomerId, limit: int) -> Sequence[NewcomerId]:
        """Newcomers who said yes to reminders, have a contract, an open dossier and a phone, by id."""
        agreed = exists().where(
            consents.c.newcomer_id == newcomers.c.id,
            consents.c.purpose == Purpose.REMINDERS.value,
            consents.c.is_given,
        )
        has_phone = exists().where(
            newcomer_accounts.c.newcomer_id == newcomers.c.id,
            accounts.c.id == newcomer_accounts.c.account_id,
            ~accounts.c.is_unreachable,
        )
        query = (
            select(newcomers.c.id)
            .where(
                newcomers.c.id > after,
                newcomers.c.status.is_not(None),
                newcomers.c.closed_on.is_(None),
                agreed,
                has_phone,
            )
            .order_by(newcomers.c.id)
            .limit(limit)
        )
        return [NewcomerId(found) for found in (await self._connection.execute(query)).scalars().all()]
