"""Who uses the bot: accounts, newcomers and begeleiders."""

import datetime as dt
from dataclasses import dataclass, field

from bot.domain.ids import AccountId, BegeleiderId, ChatId, NewcomerId
from bot.domain.working_hours import WorkingHours


@dataclass(frozen=True, kw_only=True)
class Account:
    """A Telegram user and their private chat with the bot."""

    id: AccountId
    chat_id: ChatId
    name: str
    """The first name Telegram shows; another's message may carry it, a log never."""
    language: str
    """The language the bot speaks with this person."""
    has_chosen_language: bool
    begeleider_id: BegeleiderId | None = None
    """Set when this account is a begeleider's."""
    newcomer_ids: tuple[NewcomerId, ...] = ()
    """The newcomers this phone serves; several when a couple shares it."""
    may_keep_questions_since: dt.datetime | None = None
    """When the person agreed that questions are kept and read by the begeleider."""
    is_unreachable: bool = False
    """Telegram refused our last message: blocked, or the account is gone."""
    draft_told_on: dt.date | None = None
    """The last day on which they were told that texts are drafts."""

    @property
    def is_begeleider(self) -> bool:
        """Does this account guide newcomers?"""
        return self.begeleider_id is not None

    @property
    def newcomer_id(self) -> NewcomerId | None:
        """The newcomer who speaks, when there is exactly one."""
        return self.newcomer_ids[0] if len(self.newcomer_ids) == 1 else None


@dataclass(frozen=True, kw_only=True)
class Begeleider:
    """A trajectbegeleider: guides newcomers and decides."""

    id: BegeleiderId
    name: str
    account: Account | None
    """None while their phone is not linked or when the account was blocked."""
    hours: WorkingHours = field(default_factory=WorkingHours)


@dataclass(frozen=True, kw_only=True)
class Newcomer:
    """An inburgeraar: a person in a begeleider's caseload, with or without a phone."""

    id: NewcomerId
    name: str
    begeleider_id: BegeleiderId
