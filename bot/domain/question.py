"""A question: a newcomer's message that goes to the begeleider, with its follow-ups and answers."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.ids import AccountId, BegeleiderId, NewcomerId, QuestionId


class Topic(StrEnum):
    """What a question is about; tapped by the newcomer, because the begeleider reads Dutch."""

    HOURS = "hours"
    OFFER = "offer"
    BEWIJS = "bewijs"
    DEADLINE = "deadline"
    APPOINTMENT = "appointment"
    OTHER = "other"


class QuestionState(StrEnum):
    """Where a question stands."""

    DRAFT = "draft"
    """Written, and not sent yet: its topic or the person's agreement is still asked."""
    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


class Part(StrEnum):
    """What a message within a question is."""

    QUESTION = "question"
    FOLLOW_UP = "follow_up"
    OBSTACLE = "obstacle"
    """What got in the way, tapped; its content is codes as JSON (`domain/told.py`)."""
    WORK = "work"
    """The answers of the check about work, tapped."""
    STOP = "stop"
    """An entitled newcomer wants to stop, tapped."""
    ANSWER_ENTRY = "answer_entry"
    ANSWER_SENTENCE = "answer_sentence"
    ANSWER_OWN_WORDS = "answer_own_words"

    @property
    def is_answer(self) -> bool:
        """Was it written by the begeleider?"""
        return self.value.startswith("answer")

    @property
    def is_told(self) -> bool:
        """Was it tapped together, so that it is codes and no words?"""
        return self in (Part.OBSTACLE, Part.WORK, Part.STOP)


class Delivery(StrEnum):
    """Whether a message reached the other person's phone."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    UNREACHABLE = "unreachable"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class QuestionPart:
    """One message within a question."""

    id: int
    part: Part
    content: str
    """The text as written; for an entry its id; for a fixed sentence its id and slots as JSON."""
    message_id: int | None
    """Telegram's id of the message in its writer's chat; voice and pictures are copied from there."""
    is_text: bool
    at: dt.datetime
    by_begeleider_id: BegeleiderId | None = None
    """Who answered, as far as that was kept; None for the newcomer's own messages and for the team."""
    delivery: Delivery = Delivery.WAITING
    edited_at: dt.datetime | None = None
    """When its writer last changed it; None for never."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """A newcomer's question, from the first word to the answer."""

    id: QuestionId
    account_id: AccountId
    """Who asked."""
    newcomer_id: NewcomerId | None = None
    """For whom they asked, as one phone may serve several; None for who has no dossier."""
    begeleider_id: BegeleiderId | None
    """Who reads it; None when it goes to the team's fallback chat."""
    topic: Topic | None
    language: str
    """The language of the message as recognised."""
    state: QuestionState
    asked_at: dt.datetime
    answer_by: dt.date | None
    nearest: tuple[str, ...]
    """What the bot thought: at most three labels, best first."""
    parts: tuple[QuestionPart, ...] = ()

    @property
    def first(self) -> QuestionPart:
        """The message it began with."""
        return self.parts[0]

    @property
    def asked(self) -> tuple[QuestionPart, ...]:
        """What the newcomer wrote: the question and its follow-ups."""
        return tuple(part for part in self.parts if not part.part.is_answer)

    @property
    def answers(self) -> tuple[QuestionPart, ...]:
        """What the begeleider answered."""
        return tuple(part for part in self.parts if part.part.is_answer)

    @property
    def parts_since_asked(self) -> tuple[QuestionPart, ...]:
        """The answers since the newcomer wrote last."""
        last_asked = self.parts.index(self.asked[-1])
        return self.parts[last_asked + 1 :]

    @property
    def newcomers(self) -> tuple[NewcomerId, ...]:
        """For whom it was asked, if that is known."""
        return () if self.newcomer_id is None else (self.newcomer_id,)

    def part(self, part_id: int) -> QuestionPart:
        """The message with this id within the question."""
        return next(part for part in self.parts if part.id == part_id)

    @property
    def is_open(self) -> bool:
        """Does somebody still wait for an answer?"""
        return self.state is QuestionState.OPEN
