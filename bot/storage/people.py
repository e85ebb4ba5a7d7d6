"""Begeleiders and newcomers."""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Row, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.contract import ClosedBecause, Contract, Status
from bot.domain.ids import AccountId, BegeleiderId, NewcomerId
from bot.domain.people import Account, Begeleider, Newcomer
from bot.domain.working_hours import WorkingHours
from bot.storage.accounts import SqlAccounts
from bot.storage.sql import insert_new, locked, new_id
from bot.storage.tables import begeleiders, newcomer_accounts, newcomers


class SqlPeople:
    """People apart from the phones they use."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def begeleider(self, begeleider_id: BegeleiderId) -> Begeleider | None:
        """The begeleider with this id; of an erased one only the row without a name is left."""
        query = select(begeleiders).where(begeleiders.c.id == begeleider_id, begeleiders.c.name != "")
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

    async def guided_by(self, begeleider_ids: Collection[BegeleiderId]) -> Sequence[Newcomer]:
        """The people of all these begeleiders, by name."""
        query = (
            select(newcomers)
            .where(newcomers.c.begeleider_id.in_(begeleider_ids))
            .order_by(newcomers.c.name, newcomers.c.id)
        )
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

    async def unlink_begeleider(self, begeleider_id: BegeleiderId) -> None:
        """No phone is theirs any more."""
        await self._connection.execute(
            update(begeleiders).where(begeleiders.c.id == begeleider_id).values(account_id=None)
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

    async def set_number(self, begeleider_id: BegeleiderId, number: str | None) -> None:
        """Set the telephone number that contacts may call; None takes it away."""
        await self._connection.execute(
            update(begeleiders).where(begeleiders.c.id == begeleider_id).values(phone=number)
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

    async def unlink_newcomer(self, newcomer_id: NewcomerId, account_id: AccountId) -> None:
        """This phone serves this newcomer no longer."""
        await self._connection.execute(
            delete(newcomer_accounts).where(
                newcomer_accounts.c.newcomer_id == newcomer_id, newcomer_accounts.c.account_id == account_id
            )
        )

    async def lock_newcomer(self, newcomer_id: NewcomerId) -> Newcomer | None:
        """The newcomer, theirs alone until the unit of work ends."""
        query = locked(select(newcomers).where(newcomers.c.id == newcomer_id))
        row = (await self._connection.execute(query)).first()
        return None if row is None else _newcomer(row)

    async def lock_begeleider(self, begeleider_id: BegeleiderId) -> None:
        """Let nobody else change this begeleider's caseload until the unit of work ends."""
        await self._connection.execute(
            locked(select(begeleiders.c.id).where(begeleiders.c.id == begeleider_id))
        )

    async def newcomers(self, newcomer_ids: Collection[NewcomerId]) -> Sequence[Newcomer]:
        """The newcomers with these ids, by id."""
        query = select(newcomers).where(newcomers.c.id.in_(newcomer_ids)).order_by(newcomers.c.id)
        return [_newcomer(row) for row in (await self._connection.execute(query)).all()]

    async def accounts_of(self, newcomer_id: NewcomerId) -> Sequence[Account]:
        """The phones that serve this newcomer."""
        return await SqlAccounts(self._connection).of_newcomer(newcomer_id)

    async def with_phone(self, newcomer_ids: Collection[NewcomerId]) -> Collection[NewcomerId]:
        """Who of these is served by a phone."""
        query = select(newcomer_accounts.c.newcomer_id).where(
            newcomer_accounts.c.newcomer_id.in_(newcomer_ids)
        )
        found = (await self._connection.execute(query.distinct())).scalars().all()
        return {NewcomerId(newcomer_id) for newcomer_id in found}

    async def colleagues(self) -> Sequence[Begeleider]:
        """Every begeleider with a phone, by name."""
        query = select(begeleiders).where(begeleiders.c.account_id.is_not(None)).order_by(begeleiders.c.name)
        return [await self._begeleider(row) for row in (await self._connection.execute(query)).all()]

    async def set_contract(self, newcomer_id: NewcomerId, contract: Contract) -> None:
        """Set what the contract says."""
        await self.change_newcomer(
            newcomer_id,
            status=contract.status.value,
            starts_on=contract.starts_on,
            last_day=contract.last_day,
            required_minutes=contract.required_minutes,
        )

    async def change_newcomer(self, newcomer_id: NewcomerId, **changes: Any) -> None:
        """Change columns of one newcomer, such as the name."""
        await self._connection.execute(
            update(newcomers).where(newcomers.c.id == newcomer_id).values(**changes)
        )

    async def remove_newcomer(self, newcomer_id: NewcomerId) -> None:
        """Forget the newcomer with everything that belongs to the dossier."""
        await self._connection.execute(delete(newcomers).where(newcomers.c.id == newcomer_id))

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
        return Begeleider(
            id=BegeleiderId(row.id), name=row.name, account=account, hours=hours, number=row.phone
        )


def _newcomer(row: Row[Any]) -> Newcomer:
    return Newcomer(
        id=NewcomerId(row.id),
        name=row.name,
        begeleider_id=BegeleiderId(row.begeleider_id),
        reference=row.reference,
        language=row.language,
        contract=_contract(row),
        closed_on=row.closed_on,
        closed_because=ClosedBecause(row.closed_because) if row.closed_because else None,
        reminders_paused_until=row.reminders_paused_until,
        added_at=row.created_at,
    )


def _contract(row: Row[Any]) -> Contract | None:
    if row.status is None:
        return None
    return Contract(
        status=Status(row.status),
        starts_on=row.starts_on,
        last_day=row.last_day,
        required_minutes=row.required_minutes,
    )


def _minute(moment: dt.time) -> int:
    return moment.hour * 60 + moment.minute


def _time(minute: int) -> dt.time:
    return dt.time(minute // 60, minute % 60)
