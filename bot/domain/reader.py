"""Who reads a question, and who may answer it: a begeleider, or the team in its fallback chat."""

from dataclasses import dataclass, field

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

    @property
    def is_team(self) -> bool:
        """Is it the team, and not one begeleider?"""
        return self.begeleider_id is None


def reader_of(begeleider: Begeleider | None) -> Reader | None:
    """The begeleider as a reader; None while the bot cannot reach their phone."""
    if begeleider is None or begeleider.account is None or begeleider.account.is_unreachable:
        return None
    return Reader(
        chat_id=begeleider.account.chat_id,
        begeleider_id=begeleider.id,
        name=begeleider.name,
        hours=begeleider.hours,
    )


@dataclass(frozen=True, kw_only=True)
class Answerer:
    """Who presses or writes on the answering side, and what they may answer."""

    begeleider_id: BegeleiderId | None
    is_team: bool

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
        return question.begeleider_id == self.begeleider_id
