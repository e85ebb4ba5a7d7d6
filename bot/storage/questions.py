"""Questions to begeleiders and their parts."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, case, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import AccountId, BegeleiderId, NewcomerId, QuestionId
from bot.domain.people import Account
from bot.domain.question import Delivery, Part, Question, QuestionPart, QuestionState, Topic
from bot.storage.sql import locked, new_id
from bot.storage.tables import question_parts, questions

_ASKED = tuple(part.value for part in Part if not part.is_answer)


class SqlQuestions:
    """A question is one row, its messages are its parts, oldest first."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(
        self,
        account: Account,
        *,
        begeleider_id: BegeleiderId | None,
        language: str,
        nearest: Sequence[str],
        state: QuestionState,
        at: dt.datetime,
        newcomer_id: NewcomerId | None = None,
    ) -> QuestionId:
        """Keep a new question without parts."""
        result = await self._connection.execute(
            questions.insert().values(
                account_id=account.id,
                newcomer_id=newcomer_id,
                begeleider_id=begeleider_id,
                language=language,
                state=state.value,
                asked_at=at,
                nearest=list(nearest),
            )
        )
        return QuestionId(new_id(result))

    async def get(self, question_id: QuestionId, *, lock: bool = False) -> Question | None:
        """The question with its parts; locked when it is about to change."""
        query = select(questions).where(questions.c.id == question_id)
        row = (await self._connection.execute(locked(query) if lock else query)).first()
        return None if row is None else (await self._with_parts([row]))[0]

    async def all_open_of(self, account_id: AccountId) -> Sequence[Question]:
        """Every question of this account that waits for an answer, oldest first."""
        return await self._where(questions.c.account_id == account_id, QuestionState.OPEN)

    async def drafts_of(self, account_id: AccountId) -> Sequence[Question]:
        """What this account wrote and did not send yet."""
        return await self._where(questions.c.account_id == account_id, QuestionState.DRAFT)

    async def of_begeleider(
        self, begeleider_id: BegeleiderId | None, state: QuestionState
    ) -> Sequence[Question]:
        """A begeleider's questions in this state, oldest first; None asks for those of the fallback chat."""
        return await self._where(questions.c.begeleider_id == begeleider_id, state)

    async def add_part(
        self,
        question_id: QuestionId,
        part: Part,
        content: str,
        *,
        message_id: int | None,
        is_text: bool,
        at: dt.datetime,
        by_begeleider_id: BegeleiderId | None = None,
    ) -> int:
        """Add a message to the question; gives back the part's id."""
        result = await self._connection.execute(
            question_parts.insert().values(
                question_id=question_id,
                part=part.value,
                by_begeleider_id=by_begeleider_id,
                content=content,
                message_id=message_id,
                is_text=is_text,
                delivery=Delivery.WAITING.value,
                at=at,
            )
        )
        return new_id(result)

    async def part_by_message(self, account_id: AccountId, message_id: int) -> tuple[QuestionId, int] | None:
        """The question and part that this account's own message became."""
        query = (
            select(question_parts.c.question_id, question_parts.c.id)
            .join(questions, questions.c.id == question_parts.c.question_id)
            .where(
                questions.c.account_id == account_id,
                question_parts.c.message_id == message_id,
                question_parts.c.part.in_(_ASKED),
            )
        )
        row = (await self._connection.execute(query)).first()
        return None if row is None else (QuestionId(row.question_id), row.id)

    async def answer_by_message(
        self, begeleider_id: BegeleiderId | None, message_id: int
    ) -> tuple[QuestionId, int] | None:
        """The question and part that a message of this begeleider became; None asks for the team's."""
        query = select(question_parts.c.question_id, question_parts.c.id).where(
            question_parts.c.by_begeleider_id == begeleider_id,
            question_parts.c.message_id == message_id,
            question_parts.c.part == Part.ANSWER_OWN_WORDS.value,
        )
        row = (await self._connection.execute(query)).first()
        return None if row is None else (QuestionId(row.question_id), row.id)

    async def of_part(self, part_id: int) -> QuestionId | None:
        """The question that this part belongs to."""
        query = select(question_parts.c.question_id).where(question_parts.c.id == part_id)
        question_id = (await self._connection.execute(query)).scalar()
        return None if question_id is None else QuestionId(question_id)

    async def change_part(self, part_id: int, *, content: str, at: dt.datetime) -> None:
        """The person changed what they wrote."""
        await self._connection.execute(
            update(question_parts).where(question_parts.c.id == part_id).values(content=content, edited_at=at)
        )

    async def set_delivery(self, part_id: int, delivery: Delivery) -> None:
        """Note whether the part reached the other phone."""
        await self._connection.execute(
            update(question_parts).where(question_parts.c.id == part_id).values(delivery=delivery.value)
        )

    async def change(
        self,
        question_id: QuestionId,
        *,
        state: QuestionState | None = None,
        topic: Topic | None = None,
        answer_by: dt.date | None = None,
        asked_at: dt.datetime | None = None,
    ) -> None:
        """Change what is given; the rest stays."""
        changes: dict[str, Any] = {
            "state": state and state.value,
            "topic": topic and topic.value,
            "answer_by": answer_by,
            "asked_at": asked_at,
        }
        given = {name: value for name, value in changes.items() if value is not None}
        await self._connection.execute(update(questions).where(questions.c.id == question_id).values(**given))

    async def hand_to(self, question_id: QuestionId, begeleider_id: BegeleiderId | None) -> None:
        """Somebody else reads it from now on; None for the team."""
        await self._connection.execute(
            update(questions).where(questions.c.id == question_id).values(begeleider_id=begeleider_id)
        )

    async def give_to(
        self, question_id: QuestionId, newcomer_id: NewcomerId, begeleider_id: BegeleiderId | None
    ) -> None:
        """It is asked for this newcomer, whose begeleider (or the team) reads it."""
        await self._connection.execute(
            update(questions)
            .where(questions.c.id == question_id)
            .values(newcomer_id=newcomer_id, begeleider_id=begeleider_id)
        )

    async def move_to(self, account_id: AccountId, *, newcomer_id: NewcomerId) -> None:
        """What was asked for this newcomer belongs to another phone, where old message ids mean nothing."""
        theirs = select(questions.c.id).where(questions.c.newcomer_id == newcomer_id)
        await self._connection.execute(
            update(question_parts)
            .where(question_parts.c.question_id.in_(theirs), question_parts.c.part.in_(_ASKED))
            .values(message_id=None)
        )
        await self._connection.execute(
            update(questions).where(questions.c.newcomer_id == newcomer_id).values(account_id=account_id)
        )

    async def promise_nothing(self, question_id: QuestionId) -> None:
        """Nobody can read it now, so no day is promised."""
        await self._connection.execute(
            update(questions).where(questions.c.id == question_id).values(answer_by=None)
        )

    async def filling(self, question_id: QuestionId) -> str | None:
        """The fixed sentence that is being filled in as an answer."""
        query = select(questions.c.filling).where(questions.c.id == question_id)
        return (await self._connection.execute(query)).scalar()

    async def set_filling(self, question_id: QuestionId, filling: str | None) -> None:
        """Keep how far a fixed sentence is filled in; None when it is sent or left."""
        await self._connection.execute(
            update(questions).where(questions.c.id == question_id).values(filling=filling)
        )

    async def open_about(self, newcomer_id: NewcomerId) -> Sequence[Question]:
        """What waits for an answer for this newcomer, from whatever phone, oldest first."""
        return await self._where(questions.c.newcomer_id == newcomer_id, QuestionState.OPEN)

    async def asked_by(
        self, newcomer_ids: Collection[NewcomerId]
    ) -> Mapping[NewcomerId, tuple[int, dt.datetime]]:
        """How many questions of each newcomer are open, and when they last asked one."""
        is_open = case((questions.c.state == QuestionState.OPEN.value, 1), else_=0)
        query = (
            select(
                questions.c.newcomer_id,
                func.sum(is_open).label("open"),
                func.max(questions.c.asked_at).label("asked_at"),
            )
            .where(questions.c.newcomer_id.in_(newcomer_ids), questions.c.state != QuestionState.DRAFT.value)
            .group_by(questions.c.newcomer_id)
        )
        rows = (await self._connection.execute(query)).all()
        return {NewcomerId(row.newcomer_id): (int(row.open), row.asked_at) for row in rows}

    async def counts(self, today: dt.date) -> Mapping[str, int]:
        """How many questions there are by state, and how many open ones wait too long."""
        by_state = select(questions.c.state, func.count()).group_by(questions.c.state)
        rows = (await self._connection.execute(by_state)).all()
        found: dict[str, int] = {row.state: row[1] for row in rows}
        late = select(func.count()).where(
            questions.c.state == QuestionState.OPEN.value, questions.c.answer_by < today
        )
        overdue = (await self._connection.execute(late)).scalar_one()
        return {**{state.value: found.get(state.value, 0) for state in QuestionState}, "overdue": overdue}

    async def remove(self, question_id: QuestionId) -> None:
        """Forget a question that was never sent."""
        await self._connection.execute(delete(questions).where(questions.c.id == question_id))

    async def _where(self, condition: ColumnElement[bool], state: QuestionState) -> list[Question]:
        query = select(questions).where(condition, questions.c.state == state.value).order_by(questions.c.id)
        return await self._with_parts((await self._connection.execute(query)).all())

    async def _with_parts(self, rows: Sequence[Row[Any]]) -> list[Question]:
        parts: dict[int, list[QuestionPart]] = {row.id: [] for row in rows}
        if parts:
            query = select(question_parts).where(question_parts.c.question_id.in_(parts))
            for row in (await self._connection.execute(query.order_by(question_parts.c.id))).all():
                parts[row.question_id].append(_part(row))
        return [_question(row, parts[row.id]) for row in rows]


def _question(row: Row[Any], parts: Sequence[QuestionPart]) -> Question:
    return Question(
        id=QuestionId(row.id),
        account_id=AccountId(row.account_id),
        newcomer_id=None if row.newcomer_id is None else NewcomerId(row.newcomer_id),
        begeleider_id=None if row.begeleider_id is None else BegeleiderId(row.begeleider_id),
        topic=None if row.topic is None else Topic(row.topic),
        language=row.language,
        state=QuestionState(row.state),
        asked_at=row.asked_at,
        answer_by=row.answer_by,
        nearest=tuple(row.nearest),
        parts=tuple(parts),
    )


def _part(row: Row[Any]) -> QuestionPart:
    return QuestionPart(
        id=row.id,
        part=Part(row.part),
        by_begeleider_id=None if row.by_begeleider_id is None else BegeleiderId(row.by_begeleider_id),
        content=row.content,
        message_id=row.message_id,
        is_text=row.is_text,
        at=row.at,
        delivery=Delivery(row.delivery),
        edited_at=row.edited_at,
    )
