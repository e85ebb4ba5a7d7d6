"""Who reads a question, and who may answer it: a begeleider, or the team in its fallback chat."""

from dataclasses import dataclass, field, replace

from bot.domain.ids import BegeleiderId, ChatId
from bot.domain.people import Account, Begeleider
from bot.domain.question import Question, QuestionState
from bot.domain.working_hours import WorkingHours


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Where a question goes; without a begeleider it is the team."""

    chat_id: ChatId
    begeleider_id: BegeleiderId | None = None
    name: str | None = None
    """The begeleider's first name; None for the team."""
    hours: WorkingHours = field(default_factory=WorkingHours)
    stands_in_for: str | None = None
    """The begeleider who cannot be reached now, when the team reads instead."""
    on_leave: str | None = None
    """The begeleider who is on leave, when a colleague reads instead."""
    colleague_id: BegeleiderId | None = None
    """That colleague; the question stays the begeleider's."""

    @property
    def is_team(self) -> bool:
        """Is it the team, and not one begeleider?"""
        return self.begeleider_id is None

    @property
    def person_id(self) -> BegeleiderId | None:
        """Who sits behind the phone: the begeleider, or the colleague who stands in; None for the team."""
        return self.colleague_id or self.begeleider_id


def reader_of(begeleider: Begeleider | None) -> Reader | None:
    """The begeleider as a reader; None while the bot cannot reach their phone."""
    if begeleider is None or begeleider.phone is None:
        return None
    return Reader(
        chat_id=begeleider.phone.chat_id,
        begeleider_id=begeleider.id,
        name=begeleider.name,
        hours=begeleider.hours,
    )


def standing_in(colleague: Begeleider | None, *, instead_of: Begeleider) -> Reader | None:
    """A colleague as the reader of somebody on leave; None while the bot cannot reach their phone."""
    reader = reader_of(colleague)
    if reader is None or colleague is None:
        return None
    return replace(reader, begeleider_id=instead_of.id, on_leave=instead_of.name, colleague_id=colleague.id)


@dataclass(frozen=True, kw_only=True)
class Answerer:
    """Who presses or writes on the answering side, and what they may answer."""

    begeleider_id: BegeleiderId | None
    is_team: bool
    stands_in_for: frozenset[BegeleiderId] = frozenset()
    """For whom they stand in today."""

    @classmethod
    def of(cls, account: Account, fallback_chat: int | None) -> "Answerer":
        """What this account may answer, seen from its chat."""
        return cls(begeleider_id=account.begeleider_id, is_team=account.chat_id == fallback_chat)

    def may_answer(self, question: Question) -> bool:
        """Is this question theirs? One that was not sent yet is nobody's but its writer's."""
        if question.state is QuestionState.DRAFT:
            return False
        if question.begeleider_id is None:
            return self.is_team
        return question.begeleider_id == self.begeleider_id or question.begeleider_id in self.stands_in_for
