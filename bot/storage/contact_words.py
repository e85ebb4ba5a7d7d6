"""What contacts, and the begeleider after a call, said of dates."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.contact_words import Surface, Word
from bot.domain.ids import AttendanceId, ContactId, NewcomerId
from bot.storage.tables import contact_words


class SqlWords:
    """One row a date and contact; whoever writes holds the newcomer's lock."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of(self, attendance_ids: Collection[AttendanceId]) -> Mapping[AttendanceId, Sequence[Word]]:
        """What was said of each of these dates, first words first."""
        words = contact_words.c
        query = select(contact_words).where(words.attendance_id.in_(attendance_ids))
        found: dict[AttendanceId, list[Word]] = defaultdict(list)
        for row in (await self._connection.execute(query.order_by(words.first_at, words.id))).all():
            found[AttendanceId(row.attendance_id)].append(_word(row))
        return {attendance_id: found[attendance_id] for attendance_id in attendance_ids}

    async def set(self, newcomer_id: NewcomerId, word: Word) -> None:
        """Keep it in place of the same contact's (or the begeleider's) earlier word of the same date."""
        words = contact_words.c
        # No unique index holds the begeleider's word, whose contact is NULL.
        earlier = delete(contact_words).where(
            words.attendance_id == word.attendance_id, words.contact_id.is_not_distinct_from(word.contact_id)
        )
        await self._connection.execute(earlier)
        said = contact_words.insert().values(
            newcomer_id=newcomer_id,
            attendance_id=word.attendance_id,
            contact_id=word.contact_id,
            minutes=word.minutes,
            first_at=word.first_at,
            at=word.at,
            surface=word.surface.value if word.surface else None,
        )
        await self._connection.execute(said)

    async def drop(self, attendance_id: AttendanceId) -> None:
        """Nobody said anything of it: it is another date by now."""
        of_it = contact_words.c.attendance_id == attendance_id
        await self._connection.execute(delete(contact_words).where(of_it))

    async def by(self, contact_id: ContactId, *, since: dt.datetime) -> Sequence[Word]:
        """What a contact said since a moment, oldest first."""
        words = contact_words.c
        query = select(contact_words).where(words.contact_id == contact_id, words.at >= since)
        rows = (await self._connection.execute(query.order_by(words.at, words.id))).all()
        return [_word(row) for row in rows]


def _word(row: Row[Any]) -> Word:
    return Word(
        attendance_id=AttendanceId(row.attendance_id),
        contact_id=None if row.contact_id is None else ContactId(row.contact_id),
        minutes=row.minutes,
        first_at=row.first_at,
        at=row.at,
        surface=Surface(row.surface) if row.surface else None,
    )
