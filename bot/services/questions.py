"""The newcomer's side of a question: writing it, sending it, adding to it, changing it.

A question belongs to whoever asked it; anybody else is refused here.
"""

import datetime as dt
from dataclasses import dataclass

from bot.domain.errors import NoReader, NotYours, QuestionClosed, QuestionUnknown
from bot.domain.ids import QuestionId
from bot.domain.people import Account
from bot.domain.question import Part, Question, QuestionState, Topic
from bot.domain.reader import Reader
from bot.domain.understanding import Understanding
from bot.services.accounts import Accounts
from bot.services.dossiers import Dossiers
from bot.services.ports import Work
from bot.services.readers import Readers
from bot.services.surroundings import Surroundings


@dataclass(frozen=True, kw_only=True)
class Written:
    """A message that becomes a part of a question."""

    content: str
    message_id: int | None
    is_text: bool
    part: Part = Part.QUESTION
    """What it is when a question begins with it: words, or something told by tapping."""


@dataclass(frozen=True)
class Sent:
    """A question on its way."""

    question: Question
    reader: Reader
    is_new: bool
    """False when it had been sent before, as after a double tap."""


@dataclass(frozen=True)
class QuestionCounts:
    """How many questions there are, for the administrator."""

    draft: int
    open: int
    answered: int
    closed: int
    overdue: int
    """Open ones whose day has passed."""


class Questions:
    """What people ask, from the first word to a follow-up."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._around = surroundings
        self._accounts = Accounts(work, now, surroundings)
        self._readers = Readers(work, now, surroundings)
        self._dossiers = Dossiers(work, now, surroundings)

    async def draft(
        self, by: Account, written: Written, understanding: Understanding | None = None
    ) -> Question:
        """Keep what was written until its topic is tapped; nobody else sees it yet.

        A message that is a draft already, as after a double tap, stays that one draft.

        Raises:
            NoReader: Nobody can be reached.
            SayWho: The phone serves several newcomers, who choose by name first.
        """
        newcomer_id = self._readers.speaker(by)
        reader = await self._readers.for_newcomer(newcomer_id)
        if reader is None:
            raise NoReader
        if written.message_id is not None:
            known = await self.own_message(by, written.message_id)
            if known is not None and known.state is QuestionState.DRAFT:
                return known
        question_id = await self._work.questions.add(
            by,
            newcomer_id=newcomer_id,
            begeleider_id=reader.begeleider_id,
            language=understanding.language if understanding else by.language,
            nearest=understanding.nearest if understanding else (),
            state=QuestionState.DRAFT,
            at=self._now,
        )
        await self._add(question_id, written.part, written)
        return await self._get(question_id)

    async def asked_by(self, by: Account, question_id: int) -> Question:
        """The question, if this person asked it; locked until the unit of work ends.

        Raises:
            QuestionUnknown: There is none, or it was forgotten.
            NotYours: Somebody else asked it.
        """
        question = await self._get(QuestionId(question_id), lock=True)
        if question.account_id != by.id:
            raise NotYours
        return question

    async def send(self, question_id: int, topic: Topic, *, by: Account) -> Sent:
        """Send a draft; the tap on a topic is also the agreement that it is kept and read.

        Raises:
            NoReader: Nobody can be reached any more.
            SayWho: The phone serves several newcomers, and nobody said yet whose question it is.
        """
        question = await self.asked_by(by, question_id)
        is_new = question.state is QuestionState.DRAFT
        if is_new and question.newcomer_id is None and (newcomer_id := self._readers.speaker(by)) is not None:
            await self._work.questions.give_to(question.id, newcomer_id, question.begeleider_id)
            question = await self._get(question.id)
        if is_new:
            reader = await self._readers.for_newcomer(question.newcomer_id)
        else:
            reader = await self._readers.of_question(question)
        if reader is None:
            raise NoReader
        if is_new:
            await self._accounts.agree_to_keep_questions(by)
            await self._work.questions.change(question.id, topic=topic, asked_at=self._now)
            await self.hand_to(question, reader)
        return Sent(await self._get(question.id), reader, is_new)

    async def drop(self, question_id: int, *, by: Account) -> bool:
        """The person does not want to send it after all; it is forgotten. False when it was sent already."""
        question = await self.asked_by(by, question_id)
        if question.state is not QuestionState.DRAFT:
            return False
        await self._work.questions.remove(question.id)
        return True

    async def forget_draft(self, question_id: int) -> None:
        """It was never sent, and its time is over."""
        question = await self._work.questions.get(QuestionId(question_id))
        if question is not None and question.state is QuestionState.DRAFT:
            await self._work.questions.remove(question.id)

    async def open_beside(self, draft: Question) -> Question | None:
        """The newest question of the same phone and newcomer that waits for an answer."""
        waiting = await self._work.questions.all_open_of(draft.account_id)
        return next((one for one in reversed(waiting) if one.newcomer_id == draft.newcomer_id), None)

    async def follow_up(self, question_id: int, written: Written, *, by: Account) -> Question:
        """Add a message to one's own question; one that was answered is open again.

        Raises:
            QuestionClosed: It was closed; a new one can be asked.
        """
        question = await self.asked_by(by, question_id)
        if question.state is QuestionState.CLOSED:
            raise QuestionClosed
        await self._add(question.id, Part.FOLLOW_UP, written)
        is_promised = question.state is QuestionState.DRAFT or question.answer_by is not None
        if question.state is QuestionState.ANSWERED or not is_promised:
            await self._reopen(question, by)
        return await self._get(question.id)

    async def join(self, draft_id: int, *, by: Account) -> Question | None:
        """Add a draft to the person's open question; None when none is open any more."""
        draft = await self.asked_by(by, draft_id)
        question = await self.open_beside(draft)
        if question is None or draft.state is not QuestionState.DRAFT:
            return None
        for part in draft.parts:
            written = Written(content=part.content, message_id=part.message_id, is_text=part.is_text)
            await self._add(question.id, Part.FOLLOW_UP, written)
        await self._work.questions.remove(draft.id)
        return await self._get(question.id)

    async def own_message(self, account: Account, message_id: int) -> Question | None:
        """The question that this message of the person belongs to."""
        found = await self._work.questions.part_by_message(account.id, message_id)
        return await self._get(found[0]) if found else None

    async def edit(self, account: Account, message_id: int, content: str) -> Question | None:
        """Carry over that the person changed a message; None when it is in no question."""
        found = await self._work.questions.part_by_message(account.id, message_id)
        if found is None:
            return None
        await self._work.questions.change_part(found[1], content=content, at=self._now)
        return await self._get(found[0])

    async def all_open_of(self, account: Account) -> list[Question]:
        """Every question of this person that waits for an answer, oldest first."""
        return list(await self._work.questions.all_open_of(account.id))

    async def hand_to(self, question: Question, reader: Reader) -> Question:
        """Let this reader read it from now on, as an open question with a day of its own."""
        await self._work.questions.hand_to(question.id, reader.begeleider_id)
        answer_by = self._readers.answer_by(reader)
        await self._work.questions.change(question.id, state=QuestionState.OPEN, answer_by=answer_by)
        return await self._get(question.id)

    async def _reopen(self, question: Question, by: Account) -> None:
        """Whoever reads the person's questions today reads on, who need not be who answered then."""
        newcomer_id = question.newcomer_id or self._dossiers.speaker(by)
        reader = await self._readers.for_newcomer(newcomer_id)
        if reader is not None:
            await self.hand_to(question, reader)
        else:
            await self._work.questions.change(question.id, state=QuestionState.OPEN)
            await self._work.questions.promise_nothing(question.id)

    async def get(self, question_id: int) -> Question | None:
        """The question, for work that nobody pressed a button for."""
        return await self._work.questions.get(QuestionId(question_id))

    async def about(self, subject: str | None) -> Question | None:
        """The question that a sent message was about: `question:12`, or one of its parts, `part:34`."""
        kind, _, number = (subject or "").partition(":")
        if not number.isdigit() or kind not in ("question", "part"):
            return None
        question_id = QuestionId(int(number))
        if kind == "part":
            found = await self._work.questions.of_part(int(number))
            if found is None:
                return None
            question_id = found
        return await self._work.questions.get(question_id)

    async def counts(self) -> QuestionCounts:
        """Numbers only."""
        today = self._now.astimezone(self._around.zone).date()
        return QuestionCounts(**await self._work.questions.counts(today))

    async def _add(self, question_id: QuestionId, part: Part, written: Written) -> int:
        return await self._work.questions.add_part(
            question_id,
            part,
            written.content,
            message_id=written.message_id,
            is_text=written.is_text,
            at=self._now,
        )

    async def _get(self, question_id: QuestionId, *, lock: bool = False) -> Question:
        question = await self._work.questions.get(question_id, lock=lock)
        if question is None:
            raise QuestionUnknown
        return question
