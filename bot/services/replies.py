"""The answering side of a question: who may answer, with what, and whether it arrived.

A question belongs to the begeleider or the team that reads it; anybody else is refused here.
"""

import datetime as dt
from dataclasses import dataclass, replace

from bot.domain.errors import NotYours, QuestionClosed, QuestionUnknown
from bot.domain.ids import BegeleiderId, QuestionId
from bot.domain.people import Account
from bot.domain.question import Delivery, Part, Question, QuestionPart, QuestionState
from bot.domain.reader import Answerer, Reader
from bot.services.ports import Work
from bot.services.questions import Questions, Written
from bot.services.readers import Readers
from bot.services.surroundings import Surroundings


@dataclass(frozen=True)
class Answered:
    """An answer on its way."""

    question: Question
    part: QuestionPart
    is_new: bool
    """False when this very answer had been given before, as after a double tap."""


class Replies:
    """What begeleiders and the team answer."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._around = surroundings
        self._readers = Readers(work, now, surroundings)
        self._questions = Questions(work, now, surroundings)

    async def answerer(self, account: Account) -> Answerer:
        """What this account may answer today, seen from its chat."""
        return await self.today(Answerer.of(account, self._around.fallback_chat))

    async def today(self, by: Answerer) -> Answerer:
        """The same answerer with those for whom they stand in today."""
        if by.begeleider_id is None:
            return by
        today = self._now.astimezone(self._around.zone).date()
        stood_in_for = await self._work.stand_ins.by(by.begeleider_id, on=today)
        return replace(by, stands_in_for=frozenset(stand_in.begeleider_id for stand_in in stood_in_for))

    async def for_answering(self, question_id: int, *, by: Answerer) -> Question:
        """The question, if it is theirs to answer; locked until the unit of work ends.

        Raises:
            QuestionUnknown: There is none.
            NotYours: Somebody else reads it.
        """
        question = await self._get(QuestionId(question_id), lock=True)
        if not by.may_answer(question):
            raise NotYours
        return question

    async def waiting_for(self, by: Answerer) -> list[Question]:
        """Their open questions, oldest first."""
        mine: list[Question] = []
        own = () if by.begeleider_id is None else (by.begeleider_id,)
        for begeleider_id in (*own, *sorted(by.stands_in_for)):
            mine += await self._work.questions.of_begeleider(begeleider_id, QuestionState.OPEN)
        if by.is_team:
            mine += await self._work.questions.of_begeleider(None, QuestionState.OPEN)
        return sorted(mine, key=lambda question: question.asked_at)

    async def answer(self, question_id: int, kind: Part, written: Written, *, by: Answerer) -> Answered:
        """Answer a question, also further on; the same entry twice in a row goes out once."""
        question = await self.for_answering(question_id, by=by)
        for part in question.parts_since_asked:
            if kind is Part.ANSWER_ENTRY and part.part is kind and part.content == written.content:
                return Answered(question, part, is_new=False)
        part_id = await self._work.questions.add_part(
            question.id,
            kind,
            written.content,
            message_id=written.message_id,
            is_text=written.is_text,
            at=self._now,
            by_begeleider_id=by.begeleider_id if question.begeleider_id is not None else None,
        )
        await self._work.questions.change(question.id, state=QuestionState.ANSWERED)
        await self._work.questions.set_filling(question.id, None)
        question = await self._get(question.id)
        return Answered(question, question.part(part_id), is_new=True)

    async def edit(self, message_id: int, content: str, *, by: Answerer) -> Answered | None:
        """Carry over that own words were changed; None when the message was no answer."""
        found = await self._answer_by_message(message_id, by)
        if found is None:
            return None
        await self._work.questions.change_part(found[1], content=content, at=self._now)
        question = await self._get(found[0])
        return Answered(question, question.part(found[1]), is_new=False)

    async def was_sent(self, written: Written, *, by: Answerer) -> bool:
        """Was this message an answer before, as after a double tap?"""
        number = written.message_id
        return number is not None and await self._answer_by_message(number, by) is not None

    async def _answer_by_message(self, message_id: int, by: Answerer) -> tuple[QuestionId, int] | None:
        found = None
        if by.begeleider_id is not None:
            found = await self._work.questions.answer_by_message(by.begeleider_id, message_id)
        if found is None and by.is_team:
            found = await self._work.questions.answer_by_message(None, message_id)
        return found

    async def close(self, question_id: int, *, by: Answerer) -> Question:
        """Close a question without an answer.

        Raises:
            QuestionClosed: It is answered or closed already.
        """
        question = await self.for_answering(question_id, by=by)
        if not question.is_open:
            raise QuestionClosed
        await self._work.questions.change(question.id, state=QuestionState.CLOSED)
        return await self._get(question.id)

    async def filling(self, question: Question) -> str | None:
        """How far a fixed sentence is filled in as an answer to this question, packed."""
        return await self._work.questions.filling(question.id)

    async def set_filling(self, question: Question, packed: str | None) -> None:
        """Keep how far a fixed sentence is filled in; None to leave it."""
        await self._work.questions.set_filling(question.id, packed)

    async def note_delivery(self, part_id: int, delivery: Delivery) -> Question | None:
        """Note whether an answer reached the newcomer's phone."""
        question_id = await self._work.questions.of_part(part_id)
        if question_id is None:
            return None
        await self._work.questions.set_delivery(part_id, delivery)
        return await self._get(question_id)

    async def hand_to_team(self, begeleider_id: BegeleiderId) -> tuple[list[Question], Reader | None]:
        """A begeleider cannot be reached: the team reads their open questions, if there is a team.

        Returns:
            The questions whose askers must hear it, and the team as their reader; None when nobody can
            read them. Doing it again gives back nothing new.
        """
        begeleider = await self._work.people.begeleider(begeleider_id)
        team = self._readers.team(begeleider.name if begeleider else None)
        waiting = await self._work.questions.of_begeleider(begeleider_id, QuestionState.OPEN)
        if team is not None:
            return [await self._questions.hand_to(question, team) for question in waiting], team
        promised = [question for question in waiting if question.answer_by is not None]
        for question in promised:
            await self._work.questions.promise_nothing(question.id)
        return promised, None

    async def _get(self, question_id: QuestionId, *, lock: bool = False) -> Question:
        question = await self._work.questions.get(question_id, lock=lock)
        if question is None:
            raise QuestionUnknown
        return question
