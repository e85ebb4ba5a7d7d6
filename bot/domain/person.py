"""A person across the whole database: what is known of them, and how they are forgotten."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.domain.consent import Consent
from bot.domain.dossier import Dossier
from bot.domain.history import Event
from bot.domain.ids import AccountId, BegeleiderId, ChatId, ContactId, NewcomerId
from bot.domain.interest import Interest
from bot.domain.letter import Letter
from bot.domain.people import Account, Begeleider
from bot.domain.question import Question
from bot.domain.search import Search

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
"""Rows by the name of their table, each with its columns."""


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody as the database knows them: every id that is theirs."""

    newcomer_ids: tuple[NewcomerId, ...] = ()
    begeleider_ids: tuple[BegeleiderId, ...] = ()
    account_ids: tuple[AccountId, ...] = ()
    """The accounts that are theirs alone."""
    chat_ids: tuple[ChatId, ...] = ()
    """The chats of these accounts."""
    shared_account_ids: tuple[AccountId, ...] = ()
    """Accounts that serve somebody else as well, who stays."""
    shared_chat_ids: tuple[ChatId, ...] = ()
    contact_ids: tuple[ContactId, ...] = ()
    """As contact of an organisation; those of `account_ids` are theirs as well."""
    names: tuple[str, ...] = ()
    """What begeleiders call them; a half-finished screen may hold it."""


@dataclass(frozen=True, kw_only=True)
class Activities:
    """What somebody looked for, saved and chose."""

    chosen: Sequence[tuple[str, dt.datetime]] = ()
    """The titles of offers, and when they were chosen (UTC)."""
    saved: Sequence[str] = ()
    sought: Sequence[tuple[Search, Sequence[Interest]]] = ()
    """The last search and the open wishes, each with what it is about."""


@dataclass(frozen=True, kw_only=True)
class Known:
    """What the bot knows of somebody, to be told in words."""

    account: Account | None
    begeleider: Begeleider | None
    """Who guides them; for a begeleider themselves."""
    dossier: Dossier | None
    questions: Sequence[Question]
    letters: Sequence[Letter]
    history: Sequence[Event]
    consents: Sequence[Consent]
    activities: Activities = field(default_factory=Activities)
    rows: Rows
    """All of it, row by row."""
    made_at: dt.datetime

    @property
    def row_count(self) -> int:
        """How many rows there are about them."""
        return sum(len(rows) for rows in self.rows.values())


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A message about a person that stands in somebody else's chat."""

    chat_id: ChatId
    message_id: int | None
    """None for what is under way at this moment; `name` is what it can be found by when it has arrived."""
    name: str | None = None
    is_text: bool
    """Can other words take its place? What was copied can only be removed."""
    sent_at: dt.datetime


@dataclass(frozen=True, kw_only=True)
class Leaving:
    """Somebody who may be forgotten, and what would go."""

    person: Person
    dossier: Dossier | None
    guides: int = 0
    """How many people a begeleider still guides; they are handed over first."""
    open_questions: int = 0
    has_phone: bool = True
    is_shared: bool = False
    """Does the phone stay for somebody else?"""


@dataclass(frozen=True, kw_only=True)
class Erased:
    """Somebody who is forgotten."""

    id: int
    """Of the note that it was done; of no use to find anybody."""
    number: str
    """On the receipt; kept nowhere."""
    at: dt.datetime
    counts: Mapping[str, int]
    """Rows, by table."""
    leaving: Leaving
    begeleider: Begeleider | None
    """Who keeps the accepted hours."""
    shown: Sequence[Shown]
    """What stands in other people's chats."""
