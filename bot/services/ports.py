"""What the services and the delivery need from outside: a unit of work and its collections.

`storage/` keeps these promises on SQLite and PostgreSQL. Nothing here commits; whoever opened
the unit of work does.
"""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Protocol

from bot.domain.entry import SwitchedOff
from bot.domain.ids import AccountId, BegeleiderId, ChatId, EntryId, NewcomerId, QuestionId
from bot.domain.invite import Invite, InviteKind
from bot.domain.people import Account, Begeleider, Newcomer
from bot.domain.question import Delivery, Part, Question, QuestionState, Topic
from bot.domain.working_hours import WorkingHours


class Accounts(Protocol):
    """Telegram users and their private chats."""

    async def of_chat(self, chat_id: ChatId) -> Account | None: ...
    async def fetch_ahead(self, chat_ids: Collection[ChatId]) -> None: ...
    async def get(self, account_id: AccountId) -> Account | None: ...
    async def add(self, chat_id: ChatId, *, name: str, language: str, at: dt.datetime) -> Account: ...
    async def change(self, account_id: AccountId, **changes: Any) -> None: ...


class People(Protocol):
    """Begeleiders and newcomers."""

    async def begeleider(self, begeleider_id: BegeleiderId) -> Begeleider | None: ...
    async def begeleider_of(self, newcomer_id: NewcomerId) -> Begeleider | None: ...
    async def newcomer(self, newcomer_id: NewcomerId) -> Newcomer | None: ...
    async def newcomers_of(self, begeleider_id: BegeleiderId) -> Sequence[Newcomer]: ...
    async def add_begeleider(self, name: str, *, at: dt.datetime) -> BegeleiderId: ...
    async def link_begeleider(self, begeleider_id: BegeleiderId, account_id: AccountId) -> None: ...
    async def set_hours(self, begeleider_id: BegeleiderId, hours: WorkingHours) -> None: ...
    async def add_newcomer(
        self, name: str, begeleider_id: BegeleiderId, *, at: dt.datetime
    ) -> NewcomerId: ...
    async def link_newcomer(self, newcomer_id: NewcomerId, account_id: AccountId) -> None: ...
    async def hand_newcomer(self, newcomer_id: NewcomerId, begeleider_id: BegeleiderId) -> None: ...


class Invites(Protocol):
    """Single-use links; only a digest of the token is kept."""

    async def add(
        self,
        kind: InviteKind,
        token_digest: str,
        *,
        name: str | None,
        begeleider_id: BegeleiderId | None,
        expires_at: dt.datetime,
        at: dt.datetime,
    ) -> None: ...
    async def find(self, token_digest: str) -> Invite | None: ...
    async def get(self, invite_id: int) -> Invite | None: ...
    async def use(self, invite_id: int, account_id: AccountId, *, at: dt.datetime) -> bool:
        """Use it up; False when somebody was first."""
        ...


class Questions(Protocol):
    """Questions to begeleiders and their parts, oldest part first."""

    async def add(
        self,
        account: Account,
        *,
        begeleider_id: BegeleiderId | None,
        language: str,
        nearest: Sequence[str],
        state: QuestionState,
        at: dt.datetime,
    ) -> QuestionId: ...
    async def get(self, question_id: QuestionId, *, lock: bool = False) -> Question | None: ...
    async def open_of(self, account_id: AccountId) -> Question | None:
        """The newest question of this account that waits for an answer."""
        ...

    async def all_open_of(self, account_id: AccountId) -> Sequence[Question]: ...
    async def drafts_of(self, account_id: AccountId) -> Sequence[Question]: ...
    async def of_begeleider(
        self, begeleider_id: BegeleiderId | None, state: QuestionState
    ) -> Sequence[Question]: ...
    async def add_part(
        self,
        question_id: QuestionId,
        part: Part,
        content: str,
        *,
        message_id: int | None,
        is_text: bool,
        at: dt.datetime,
    ) -> int: ...
    async def part_by_message(self, account_id: AccountId, message_id: int) -> tuple[QuestionId, int] | None:
        """The question and part that this account's own message became."""
        ...

    async def answer_by_message(
        self, begeleider_id: BegeleiderId | None, message_id: int
    ) -> tuple[QuestionId, int] | None:
        """The question and part that a message of its reader became; None asks for the team's."""
        ...

    async def of_part(self, part_id: int) -> QuestionId | None: ...
    async def change_part(self, part_id: int, *, content: str, at: dt.datetime) -> None: ...
    async def set_delivery(self, part_id: int, delivery: Delivery) -> None: ...
    async def change(
        self,
        question_id: QuestionId,
        *,
        state: QuestionState | None = None,
        topic: Topic | None = None,
        answer_by: dt.date | None = None,
        asked_at: dt.datetime | None = None,
    ) -> None: ...
    async def hand_to(self, question_id: QuestionId, begeleider_id: BegeleiderId | None) -> None:
        """Somebody else reads it from now on; None for the team."""
        ...

    async def promise_nothing(self, question_id: QuestionId) -> None:
        """Nobody can read it now, so no day is promised."""
        ...

    async def filling(self, question_id: QuestionId) -> str | None:
        """The fixed sentence that is being filled in as an answer, packed."""
        ...

    async def set_filling(self, question_id: QuestionId, filling: str | None) -> None: ...
    async def counts(self, today: dt.date) -> Mapping[str, int]: ...
    async def remove(self, question_id: QuestionId) -> None: ...


class Conversations(Protocol):
    """Where each person is in a conversation: one row an account."""

    async def get(self, account_id: AccountId) -> tuple[str, dict[str, Any]] | None: ...
    async def set(
        self, account_id: AccountId, state: str, facts: dict[str, Any], *, at: dt.datetime
    ) -> None: ...
    async def clear(self, account_id: AccountId) -> None: ...


class EntriesOff(Protocol):
    """FAQ entries that are out of service."""

    async def all(self) -> Sequence[SwitchedOff]: ...
    async def add(self, entry_id: EntryId, reason: str, *, at: dt.datetime) -> None: ...
    async def remove(self, entry_id: EntryId) -> None: ...


class Work(Protocol):
    """One unit of work: what happens in it happens whole or not at all."""

    @property
    def accounts(self) -> Accounts: ...
    @property
    def people(self) -> People: ...
    @property
    def invites(self) -> Invites: ...
    @property
    def questions(self) -> Questions: ...
    @property
    def conversations(self) -> Conversations: ...
    @property
    def entries_off(self) -> EntriesOff: ...
