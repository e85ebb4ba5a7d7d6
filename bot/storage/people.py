"""Begeleiders and newcomers."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import AccountId, BegeleiderId, NewcomerId
from bot.domain.people import Begeleider, Newcomer
from bot.domain.working_hours import WorkingHours
from bot.storage.accounts import SqlAccounts
from bot.storage.sql import insert_new, new_id
from bot.storage.tables import begeleiders, newcomer_accounts, newcomers


class SqlPeople:
    """People apart from the phones they use."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def begeleider(self, begeleider_id: BegeleiderId) -> Begeleider | None:
        """The begeleider with this id."""
        query = select(begeleiders).where(begeleiders.c.id == begeleider_id)
        row = (await self._connection.execute(query)).first()
        return None if row is None else await self._begeleider(row)

    async def begeleider_of(self, newcomer_id: NewcomerId) -> Begeleider | None:
        """Who guides this newcomer."""
        query = (
            select(begeleiders)
            .join(newcomers, newcomers.c.begeleider_id == begeleiders.c.id)
            .where(newcomers.c.id == newcomer_id)
        )
        row = (await self._connection.execute(query)).first()
        return None if row is None else await self._begeleider(row)

    async def newcomer(self, newcomer_id: NewcomerId) -> Newcomer | None:
        """The newcomer with this id."""
        query = select(newcomers).where(newcomers.c.id == newcomer_id)
        row = (await self._connection.execute(query)).first()
        return None if row is None else _newcomer(row)

    async def newcomers_of(self, begeleider_id: BegeleiderId) -> Sequence[Newcomer]:
        """A begeleider's people, by name."""
        query = select(newcomers).where(newcomers.c.begeleider_id == begeleider_id).order_by(newcomers.c.name)
        return [_newcomer(row) for row in (await self._connection.execute(query)).all()]

    async def add_begeleider(self, name: str, *, at: dt.datetime) -> BegeleiderId:
        """Keep a new begeleider, without a phone yet."""
        statement = begeleiders.insert().values(
            name=name, days="01234", begin_minute=540, end_minute=1020, created_at=at
        )
        return BegeleiderId(await self._added(statement))

    async def link_begeleider(self, begeleider_id: BegeleiderId, account_id: AccountId) -> None:
        """Their phone from now on; a former one is cut off."""
        await self._connection.execute(
            update(begeleiders).where(begeleiders.c.id == begeleider_id).values(account_id=account_id)
        )

    async def set_hours(self, begeleider_id: BegeleiderId, hours: WorkingHours) -> None:
        """Set the working days and hours."""
        await self._connection.execute(
            update(begeleiders)
            .where(begeleiders.c.id == begeleider_id)
            .values(
                days="".join(str(day) for day in sorted(hours.days)),
                begin_minute=_minute(hours.begin),
                end_minute=_minute(hours.end),
            )
        )

    async def add_newcomer(self, name: str, begeleider_id: BegeleiderId, *, at: dt.datetime) -> NewcomerId:
        """Keep a new newcomer in this begeleider's caseload."""
        statement = newcomers.insert().values(name=name[:200], begeleider_id=begeleider_id, created_at=at)
        return NewcomerId(await self._added(statement))

    async def link_newcomer(self, newcomer_id: NewcomerId, account_id: AccountId) -> None:
        """This phone serves this newcomer from now on."""
        await self._connection.execute(
            insert_new(self._connection, newcomer_accounts).values(
                newcomer_id=newcomer_id, account_id=account_id
            )
        )

    async def hand_newcomer(self, newcomer_id: NewcomerId, begeleider_id: BegeleiderId) -> None:
        """Another begeleider guides this newcomer from now on."""
        await self._connection.execute(
            update(newcomers).where(newcomers.c.id == newcomer_id).values(begeleider_id=begeleider_id)
        )

    async def _added(self, statement: Any) -> int:
        result = await self._connection.execute(statement)
        return new_id(result)

    async def _begeleider(self, row: Row[Any]) -> Begeleider:
        account = None
        if row.account_id is not None:
            account = await SqlAccounts(self._connection).get(AccountId(row.account_id))
        hours = WorkingHours(
            days=frozenset(int(day) for day in row.days),
            begin=_time(row.begin_minute),
            end=_time(row.end_minute),
        )
        return Begeleider(id=BegeleiderId(row.id), name=row.name, account=account, hours=hours)


def _newcomer(row: Row[Any]) -> Newcomer:
    return Newcomer(id=NewcomerId(row.id), name=row.name, begeleider_id=BegeleiderId(row.begeleider_id))


def _minute(moment: dt.time) -> int:
    return moment.hour * 60 + moment.minute


def _time(minute: int) -> dt.time:
    return dt.time(minute // 60, minute % 60)
