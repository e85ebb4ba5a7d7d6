"""Who uses the bot: accounts, newcomers and begeleiders."""

import datetime as dt
from dataclasses import dataclass, field

from bot.domain.contract import ClosedBecause, Contract
from bot.domain.errors import NotYours
from bot.domain.ids import AccountId, BegeleiderId, ChatId, NewcomerId
from bot.domain.working_hours import WorkingHours

LEAST_DIGITS, MOST_DIGITS = 8, 15
"""Of a telephone number; 15 is the most that exists (E.164)."""
NUMBER_LENGTH = 24


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
    speaks_for: NewcomerId | None = None
    """For whom a phone that serves several newcomers speaks now; they choose by name."""
    speaks_for_until: dt.datetime | None = None
    """Until when that choice holds; after a pause they choose again."""
    draft_told_on: dt.date | None = None
    """The last day on which they were told that texts are drafts."""

    @property
    def is_begeleider(self) -> bool:
        """Does this account guide newcomers?"""
        return self.begeleider_id is not None

    def as_begeleider(self) -> BegeleiderId:
        """The begeleider behind this account.

        Raises:
            NotYours: It is no begeleider's.
        """
        if self.begeleider_id is None:
            raise NotYours
        return self.begeleider_id

    @property
    def newcomer_id(self) -> NewcomerId | None:
        """The newcomer who speaks: the only one, or the one chosen by name."""
        if len(self.newcomer_ids) == 1:
            return self.newcomer_ids[0]
        return self.speaks_for if self.speaks_for in self.newcomer_ids else None

    @property
    def is_shared(self) -> bool:
        """Does this phone serve several newcomers?"""
        return len(self.newcomer_ids) > 1


def phone_number(typed: str) -> str | None:
    """A telephone number as it was typed, on one line; None for what cannot be one.

    Args:
        typed: Digits with what people write between them, such as "0470 12 34 56" or "+32 470/12.34.56".
    """
    number = " ".join(typed.split())
    digits = sum(sign.isdigit() for sign in number)
    is_plain = number.isascii() and set(number) <= set("0123456789 +/.()-")
    return (
        number
        if is_plain and LEAST_DIGITS <= digits <= MOST_DIGITS and len(number) <= NUMBER_LENGTH
        else None
    )


@dataclass(frozen=True, kw_only=True)
class Begeleider:
    """A trajectbegeleider: guides newcomers and decides."""

    id: BegeleiderId
    name: str
    account: Account | None
    """None while their phone is not linked or when the account was blocked."""
    hours: WorkingHours = field(default_factory=WorkingHours)
    number: str | None = None
    """The telephone number that contacts may call."""

    @property
    def phone(self) -> Account | None:
        """The account, while the bot can reach it."""
        return self.account if self.account is not None and not self.account.is_unreachable else None


@dataclass(frozen=True, kw_only=True)
class Newcomer:
    """An inburgeraar: a person in a begeleider's caseload, with or without a phone."""

    id: NewcomerId
    name: str
    begeleider_id: BegeleiderId
    reference: str | None = None
    """The begeleider's own reference; never a national register number."""
    language: str | None = None
    """What they read, as far as the begeleider knows; their own phone's choice goes before it."""
    contract: Contract | None = None
    """None while the begeleider has not set it."""
    closed_on: dt.date | None = None
    closed_because: ClosedBecause | None = None
    reminders_paused_until: dt.date | None = None
    added_at: dt.datetime | None = None
    """When the begeleider (or an import) brought them here (UTC)."""

    @property
    def is_closed(self) -> bool:
        """Did the begeleider close the dossier?"""
        return self.closed_on is not None
