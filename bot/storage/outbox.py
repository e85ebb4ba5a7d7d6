"""The outbox: messages to Telegram, in order within a chat, each to its outcome."""

import datetime as dt
import json
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Row,
    Select,
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    not_,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import ChatId
from bot.services.delivery_ports import SAFE_TO_REPEAT, Outgoing, OutgoingState, Priority, Settled, Taken
from bot.storage.sql import last_of, state, without_sorting
from bot.storage.tables import outbox

_PENDING = (state(OutgoingState.WAITING.value), state(OutgoingState.SENDING.value))


class SqlOutbox:
    """Keeps what is to be said until it is known to be said."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, messages: Sequence[Outgoing], *, at: dt.datetime) -> None:
        """Keep messages in the order given; an edit replaces an older one that still waits."""
        for message in messages:
            if message.edits is not None:
                await self._drop_older_edits(message, at)
        if messages:
            await self._connection.execute(outbox.insert(), [_row(message, at) for message in messages])

    async def _drop_older_edits(self, message: Outgoing, at: dt.datetime) -> None:
        await self._connection.execute(
            update(outbox)
            .where(
                outbox.c.chat_id == message.chat_id,
                outbox.c.edits == message.edits,
                outbox.c.state.in_(_PENDING),
                outbox.c.state == OutgoingState.WAITING,
            )
            .values(state=OutgoingState.DROPPED, ended_at=at, error="a newer edit", payload=None)
        )

    async def take(
        self, now: dt.datetime, *, answers: int, reminders: int, except_chats: Collection[int]
    ) -> Sequence[Taken]:
        """Mark the next ones as being sent, at most one a chat, in order within each chat."""
        rows = _at_most(reminders, await self._heads(now, answers, except_chats))
        late = [row.id for row in rows if row.expires_at is not None and row.expires_at <= now]
        if late:
            await self._end(late, OutgoingState.DROPPED, now, "too late to make sense")
        mine = await self._mark_sending([row.id for row in rows if row.id not in late])
        return [_taken(row) for row in rows if row.id in mine]

    async def _heads(self, now: dt.datetime, limit: int, except_chats: Collection[int]) -> Sequence[Row[Any]]:
        """The first message of each chat that may go, answers before notices before reminders."""
        if limit <= 0:
            return ()
        query = (
            _with_target()
            .where(
                outbox.c.state.in_(_PENDING),
                outbox.c.state == OutgoingState.WAITING,
                outbox.c.not_before <= now,
                ~_has_earlier(),
            )
            .order_by(outbox.c.priority, outbox.c.id)
            .limit(limit)
        )
        if except_chats:
            query = query.where(outbox.c.chat_id.not_in(except_chats))
        await without_sorting(self._connection)
        rows: Sequence[Row[Any]] = (await self._connection.execute(query)).all()
        return rows

    async def _mark_sending(self, ids: Sequence[int]) -> set[int]:
        """Those of them that no other sender took at the same moment."""
        if not ids:
            return set()
        statement = (
            update(outbox)
            .where(outbox.c.id.in_(ids), outbox.c.state == OutgoingState.WAITING)
            .values(state=OutgoingState.SENDING, attempts=outbox.c.attempts + 1)
            .returning(outbox.c.id)
        )
        return set((await self._connection.execute(statement)).scalars().all())

    async def _end(self, ids: Sequence[int], state: OutgoingState, at: dt.datetime, error: str) -> None:
        await self._connection.execute(
            update(outbox)
            .where(outbox.c.id.in_(ids))
            .values(state=state, ended_at=at, error=error, payload=None)
        )

    async def settle(self, ends: Sequence[Settled]) -> None:
        """Write down how sending ended."""
        if not ends:
            return
        statement = (
            update(outbox)
            .where(
                outbox.c.id == bindparam("row"),
                outbox.c.attempts == bindparam("attempt"),
                outbox.c.state.in_(_PENDING),
            )
            .values(
                state=bindparam("state"),
                message_id=bindparam("message_id"),
                error=bindparam("error"),
                ended_at=bindparam("ended_at"),
                not_before=bindparam("not_before"),
                is_again=or_(outbox.c.is_again, bindparam("is_again")),
                # Its text is kept only as long as it may have to be sent.
                payload=case((bindparam("is_over", type_=Boolean), None), else_=outbox.c.payload),
            )
        )
        await self._connection.execute(statement, [_end_row(end) for end in ends])
        if again := [end.id for end in ends if end.state is OutgoingState.WAITING]:
            # What was erased while it was under way is not tried again.
            erased = (outbox.c.payload.is_(None), outbox.c.state == OutgoingState.WAITING)
            dropped = update(outbox).where(outbox.c.id.in_(again), *erased)
            await self._connection.execute(dropped.values(state=OutgoingState.DROPPED, ended_at=ends[0].at))

    async def abandoned(
        self, *, at: dt.datetime, in_hand: Collection[int] = ()
    ) -> Sequence[tuple[int, str | None]]:
        """Deal with what nobody has in hand any more: send once more and say so, reminders never."""
        was_sending = and_(
            outbox.c.state.in_(_PENDING),
            outbox.c.state == OutgoingState.SENDING,
            outbox.c.id.not_in(in_hand),
        )
        may_double = outbox.c.method.not_in(SAFE_TO_REPEAT)
        is_final = or_(
            outbox.c.payload.is_(None),
            and_(may_double, or_(outbox.c.priority == Priority.REMINDER, outbox.c.is_again)),
        )
        query = select(outbox.c.id, outbox.c.about, outbox.c.tells_outcome).where(was_sending, is_final)
        ended = (await self._connection.execute(query)).all()
        if ended:
            await self._end([row.id for row in ended], OutgoingState.UNKNOWN, at, "the sender stopped")
        await self._connection.execute(
            update(outbox).where(was_sending).values(state=OutgoingState.WAITING, is_again=True)
        )
        return [(row.id, row.about) for row in ended if row.tells_outcome]

    async def about(self, chat_id: ChatId, message_id: int) -> str | None:
        """What the message with this id in this chat was about."""
        query = select(outbox.c.about).where(
            outbox.c.chat_id == chat_id, outbox.c.message_id == message_id, outbox.c.about.is_not(None)
        )
        return (await self._connection.execute(query.limit(1))).scalar()

    async def name_of(self, chat_id: ChatId, message_id: int) -> str | None:
        """The name that the message with this id in this chat was given."""
        query = select(outbox.c.name).where(
            outbox.c.chat_id == chat_id, outbox.c.message_id == message_id, outbox.c.name.is_not(None)
        )
        return (await self._connection.execute(query.limit(1))).scalar()

    async def set_about(self, chat_id: ChatId, message_id: int, about: str) -> None:
        """The message with this id in this chat is about something else from now on."""
        await self._connection.execute(
            update(outbox)
            .where(outbox.c.chat_id == chat_id, outbox.c.message_id == message_id, outbox.c.edits.is_(None))
            .values(about=about)
        )

    async def has_waiting(self) -> bool:
        """Is anything still to be sent?"""
        query = select(outbox.c.id).where(outbox.c.state.in_(_PENDING)).limit(1)
        return (await self._connection.execute(query)).first() is not None

    async def forget_before(
        self, moment: dt.datetime, *, named_before: dt.datetime, after: int = -1, rows: int = 300
    ) -> int | None:
        """Forget the messages that ended before a moment, among some rows; named ones lose their words."""
        last = await last_of(self._connection, outbox.c.id, after=after, rows=rows)
        if last is not None:
            looked_at = outbox.c.id.between(after + 1, last)
            is_named = or_(outbox.c.name.is_not(None), outbox.c.about.is_not(None))
            goes = or_(
                and_(is_named, outbox.c.ended_at < named_before),
                and_(not_(is_named), outbox.c.ended_at < moment),
            )
            await self._connection.execute(delete(outbox).where(looked_at, goes))
            await self._connection.execute(
                update(outbox)
                .where(looked_at, outbox.c.ended_at < moment, _has_words())
                .values(payload=None, error=None)
            )
        return last


def _has_words() -> ColumnElement[bool]:
    return or_(outbox.c.payload.is_not(None), outbox.c.error.is_not(None))


def _at_most(reminders: int, rows: Sequence[Row[Any]]) -> Sequence[Row[Any]]:
    """All that are no reminders, and the first so many of those; they stand last."""
    others = sum(row.priority < Priority.REMINDER for row in rows)
    return rows[: others + max(reminders, 0)]


def _row(message: Outgoing, at: dt.datetime) -> dict[str, Any]:
    return {
        "chat_id": message.chat_id,
        "priority": int(message.priority),
        "method": message.method,
        "payload": json.dumps(message.payload, ensure_ascii=False),
        "name": message.name,
        "edits": message.edits,
        "about": message.about,
        "language": message.language,
        "tells_outcome": message.tells_outcome,
        "is_again": False,
        "state": OutgoingState.WAITING.value,
        "attempts": 0,
        "not_before": at,
        "expires_at": message.expires_at,
        "created_at": at,
    }


def _with_target() -> Select[Any]:
    target = outbox.alias("target")
    # A name may be given anew; the newest message that has it is the one with the highest number.
    message_id = (
        select(func.max(target.c.message_id))
        .where(target.c.chat_id == outbox.c.chat_id, target.c.name == outbox.c.edits)
        .scalar_subquery()
    )
    return select(outbox, message_id.label("target_id"))


def _has_earlier() -> ColumnElement[bool]:
    earlier = outbox.alias("earlier")
    return exists(
        select(earlier.c.id).where(
            earlier.c.state.in_(_PENDING),
            earlier.c.chat_id == outbox.c.chat_id,
            # The sum keeps the database from walking through all that waits, in the order of the queue.
            tuple_(earlier.c.priority + 0, earlier.c.id) < tuple_(outbox.c.priority, outbox.c.id),
        )
    )


def _taken(row: Row[Any]) -> Taken:
    return Taken(
        id=row.id,
        chat_id=ChatId(row.chat_id),
        method=row.method,
        payload=json.loads(row.payload),
        language=row.language,
        priority=Priority(row.priority),
        name=row.name,
        edits=row.edits,
        about=row.about,
        tells_outcome=row.tells_outcome,
        expires_at=row.expires_at,
        attempts=row.attempts + 1,
        is_again=row.is_again,
        message_id=row.target_id,
    )


def _end_row(end: Settled) -> dict[str, Any]:
    is_waiting = end.state is OutgoingState.WAITING
    return {
        "row": end.id,
        "attempt": end.attempt,
        "state": end.state.value,
        "message_id": end.message_id,
        "error": end.error,
        "ended_at": None if is_waiting else end.at,
        "not_before": end.not_before or end.at,
        "is_again": end.is_again,
        "is_over": not is_waiting,
    }
