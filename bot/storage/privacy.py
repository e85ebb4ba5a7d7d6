"""Everything about a person: shown, exported, erased, by the rules of `privacy_rules`."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.person import Person, Rows, Shown
from bot.domain.privacy import Periods
from bot.storage.forgetting import Forgetting
from bot.storage.privacy_delivery import DeliveryTraces
from bot.storage.privacy_rules import RULES, Erasing, Rule
from bot.storage.sql import new_id
from bot.storage.tables import erasures

LEFT_OUT = "[left out: it opens a link]"


class SqlPrivacy:
    """One set of rules for export and erasure, so that neither forgets what the other knows."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def rows_about(self, person: Person) -> Rows:
        """Every row about a person, by table; what opens a door is left out with a word."""
        found: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for rule in RULES:
            known = found[rule.table.name]
            known += [row for row in await self._shown(rule, person) if row not in known]
        found |= await (await self._traces(person)).rows()
        return {table: rows for table, rows in sorted(found.items()) if rows}

    async def _shown(self, rule: Rule, person: Person) -> list[Mapping[str, Any]]:
        order = list(rule.table.primary_key.columns)
        query = select(rule.table).where(rule.where(person)).order_by(*order)
        return [_plain(row, rule) for row in (await self._connection.execute(query)).all()]

    async def shown_to_others(self, person: Person) -> Sequence[Shown]:
        """What stands about them in other people's chats, as far as the outbox knows."""
        return await (await self._traces(person)).shown_to_others()

    async def erase(self, person: Person, *, at: dt.datetime) -> Mapping[str, int]:
        """Erase every row about a person; how many, by table.

        Args:
            person: Who.
            at: This moment.
        """
        counts: dict[str, int] = defaultdict(int)
        counts |= await (await self._traces(person)).erase(at=at)
        for rule in RULES:
            count = await self._erase(rule, person)
            if rule.erasing is Erasing.DELETES:
                counts[rule.table.name] += count
        return {table: count for table, count in counts.items() if count}

    async def _erase(self, rule: Rule, person: Person) -> int:
        if rule.erasing is Erasing.LEAVES:
            return 0
        if rule.erasing is Erasing.EMPTIES:
            statement = update(rule.table).where(rule.where(person)).values(**rule.emptied)
            return (await self._connection.execute(statement)).rowcount
        return (await self._connection.execute(delete(rule.table).where(rule.where(person)))).rowcount

    async def note_erasure(self, person: Person, *, at: dt.datetime) -> int:
        """Keep kind, internal id and moment, for backups that are put back."""
        ids = [
            *(("newcomer", number) for number in person.newcomer_ids),
            *(("begeleider", number) for number in person.begeleider_ids),
            *(("account", number) for number in person.account_ids),
            *(("contact", number) for number in person.contact_ids),
        ]
        notes = [
            new_id(
                await self._connection.execute(erasures.insert().values(kind=kind, erased_id=number, at=at))
            )
            for kind, number in ids
        ]
        return notes[0]

    async def forget_receipt(self, about: str) -> bool:
        """Forget that a receipt was sent, with all of a chat that is nobody's any more."""
        return await DeliveryTraces(self._connection, Person()).forget_receipt(about)

    async def forget_old(self, periods: Periods, *, now: dt.datetime, today: dt.date, limit: int) -> int:
        """Erase at most `limit` things of each kind whose time is over; how many they were."""
        forgetting = Forgetting(self._connection, periods, now=now, today=today, limit=limit)
        count = await forgetting.rows()
        for person in await forgetting.people():
            await self.erase(person, at=now)
            await self.note_erasure(person, at=now)
            count += 1
        return count

    async def _traces(self, person: Person) -> DeliveryTraces:
        return await DeliveryTraces(self._connection, person).found()


def _plain(row: Row[Any], rule: Rule) -> Mapping[str, Any]:
    return {
        name: LEFT_OUT if name in rule.secret else _value(value)
        for name, value in row._mapping.items()
        if rule.shows is None or name in rule.shows
    }


def _value(value: Any) -> Any:
    """As JSON takes it."""
    return value.isoformat() if isinstance(value, (dt.date, dt.datetime)) else value
