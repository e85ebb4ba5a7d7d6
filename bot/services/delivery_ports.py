"""What the delivery keeps: updates that came in, messages that go out, work for later, and leases.

`storage/` keeps these promises; `delivery/` drives them. All of it commits together with the
effects of an update, because it lives in the same unit of work.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Any, Protocol

from bot.domain.ids import ChatId
from bot.services.ports import Work


@dataclass(frozen=True, kw_only=True)
class Received:
    """An update as Telegram sent it."""

    update_id: int
    chat_id: ChatId
    payload: str
    """The update as JSON."""
    attempts: int = 0


SAFE_TO_REPEAT = frozenset(
    {"editMessageText", "editMessageReplyMarkup", "deleteMessage", "setMessageReaction"}
)
"""Methods that a person does not see twice: done again, they change nothing."""


class Priority(IntEnum):
    """What goes first when not everything can go at once."""

    ANSWER = 0
    NOTICE = 1
    REMINDER = 2


class OutgoingState(StrEnum):
    """Where a message to Telegram stands; the last six are ends."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    DONE = "done"
    UNREACHABLE = "unreachable"
    UNKNOWN = "unknown"
    DROPPED = "dropped"
    REFUSED = "refused"
    """Telegram will never take it: a mistake of ours, shown to the administrator."""


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """A send, an edit, a delete or a reaction, before it is sent."""

    chat_id: ChatId
    method: str
    """The Bot API's name, such as sendMessage."""
    payload: dict[str, Any]
    language: str
    """The reader's, for what the delivery itself has to say."""
    priority: Priority = Priority.ANSWER
    name: str | None = None
    """By which a later edit finds this message."""
    edits: str | None = None
    """The name of the message that this one changes."""
    about: str | None = None
    """What it is about, such as `question:12`; a reply to it finds its way by this."""
    tells_outcome: bool = False
    """Ask for a job `outcome` once it is known whether it arrived."""
    expires_at: dt.datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Taken(Outgoing):
    """An outgoing message in the sender's hands."""

    id: int
    attempts: int
    is_again: bool
    """It may have arrived before."""
    message_id: int | None
    """For an edit by name: the message it changes, if that one arrived."""


@dataclass(frozen=True, kw_only=True)
class Settled:
    """How sending ended, or when it is tried again."""

    id: int
    attempt: int
    """Which attempt ended so; what another sender did since then stays."""
    state: OutgoingState
    at: dt.datetime
    message_id: int | None = None
    error: str | None = None
    not_before: dt.datetime | None = None
    is_again: bool = False


@dataclass(frozen=True, kw_only=True)
class Job:
    """Slow work or work with a date; its key keeps it from being asked for twice."""

    kind: str
    unique_key: str
    due: dt.datetime
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class LeasedJob(Job):
    """A job in the runner's hands."""

    id: int
    attempts: int


@dataclass(frozen=True, kw_only=True)
class Kinds:
    """Some kinds of jobs: those that are named, or all but those."""

    named: frozenset[str] = frozenset()
    are_all_others: bool = True


EVERY_KIND = Kinds()


class Inbox(Protocol):
    """Updates in the order of their ids."""

    async def accept(self, updates: Sequence[Received], *, at: dt.datetime) -> Sequence[int]:
        """Keep those that are new; give back their ids."""
        ...

    async def has(self, update_id: int) -> bool:
        """Was this update kept, whatever became of it?"""
        ...

    async def due(self, now: dt.datetime, *, came_before: dt.datetime, limit: int) -> Sequence[Received]:
        """Updates that came before a moment and whose turn it is: nothing earlier of their chat waits."""
        ...

    async def claim(self, update_ids: Collection[int], now: dt.datetime) -> Sequence[int]:
        """Lock those that are still due, in order; skip what another process holds."""
        ...

    async def finish(self, update_ids: Sequence[int], *, at: dt.datetime) -> None: ...
    async def postpone(self, update_id: int, *, error: str, next_try: dt.datetime) -> None: ...
    async def set_aside(self, update_id: int, *, error: str, at: dt.datetime) -> None: ...
    async def forget_before(self, moment: dt.datetime, *, after: int = -1, rows: int = 300) -> int | None:
        """Forget the updates that ended before a moment, whatever became of them, among some rows.

        Args:
            moment: A day or more ago: for so long Telegram may send an update again (24 hours).
            after: Look at rows with a higher id only.
            rows: Look at so many, so that the transaction stays short.

        Returns:
            The id of the last row that was looked at, to go on after; None when it was the last of all.
        """
        ...


class Outbox(Protocol):
    """Messages on their way out."""

    async def add(self, messages: Sequence[Outgoing], *, at: dt.datetime) -> None: ...
    async def take(
        self, now: dt.datetime, *, answers: int, reminders: int, except_chats: Collection[int]
    ) -> Sequence[Taken]:
        """Mark the next ones as being sent, at most one a chat, in order within each chat."""
        ...

    async def settle(self, ends: Sequence[Settled]) -> None: ...
    async def abandoned(
        self, *, at: dt.datetime, in_hand: Collection[int] = ()
    ) -> Sequence[tuple[int, str | None]]:
        """Deal with what nobody has in hand any more: send once more, or end as unknown.

        Args:
            at: This moment.
            in_hand: Those that the caller is sending itself.

        Returns:
            The id and subject of each that ended and whose outcome somebody asked for.
        """
        ...

    async def about(self, chat_id: ChatId, message_id: int) -> str | None:
        """What the message with this id in this chat was about."""
        ...

    async def name_of(self, chat_id: ChatId, message_id: int) -> str | None:
        """The name that the message with this id in this chat was given."""
        ...

    async def set_about(self, chat_id: ChatId, message_id: int, about: str) -> None:
        """The message with this id in this chat is about something else from now on."""
        ...

    async def has_waiting(self) -> bool: ...
    async def forget_before(
        self, moment: dt.datetime, *, named_before: dt.datetime, after: int = -1, rows: int = 300
    ) -> int | None:
        """Forget the messages that ended before a moment, among some rows.

        Those that have a name or are about something stay longer, without their words: a reply to an old
        card must still find its question.

        Args:
            moment: What ended before it goes.
            named_before: Those that have a name or a subject go when they ended before this earlier moment.
            after: Look at rows with a higher id only.
            rows: Look at so many, so that the transaction stays short.

        Returns:
            The id of the last row that was looked at, to go on after; None when it was the last of all.
        """
        ...


class Jobs(Protocol):
    """Work for later."""

    async def add(self, job: Job) -> bool:
        """Ask for it; False when its key is already there."""
        ...

    async def cancel(self, unique_key: str) -> None: ...
    async def lease(
        self, now: dt.datetime, *, until: dt.datetime, limit: int, kinds: Kinds = EVERY_KIND
    ) -> Sequence[LeasedJob]:
        """Take due jobs until the given moment; a process that dies gives them back by that."""
        ...

    async def finish(self, job: LeasedJob) -> bool:
        """Take it away; False when another has leased or finished it since, whose work it is then."""
        ...

    async def postpone(self, job: LeasedJob, *, error: str, due: dt.datetime) -> None: ...
    async def set_aside(self, job: LeasedJob, *, error: str) -> bool: ...
    async def next_due(self, kinds: Kinds = EVERY_KIND) -> dt.datetime | None:
        """When the next job of these kinds is due (UTC), or None."""
        ...

    async def forget_before(self, moment: dt.datetime) -> None:
        """Forget what was set aside and was last due before a moment."""
        ...


class Leases(Protocol):
    """Who alone may do something, and until when."""

    async def hold(self, name: str, holder: str, *, now: dt.datetime, until: dt.datetime) -> bool: ...
    async def release(self, name: str, holder: str) -> None: ...


class Transaction(Work, Protocol):
    """A unit of work with the delivery's part of it."""

    @property
    def inbox(self) -> Inbox: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def jobs(self) -> Jobs: ...
    @property
    def leases(self) -> Leases: ...


class Store(Protocol):
    """Opens units of work; leaving one without an error commits it."""

    def work(self, *, reads_only: bool = False) -> AbstractAsyncContextManager[Transaction]: ...
    async def after_erasure(self) -> None:
        """Let what was erased go from the database's files, too; not within a unit of work."""
        ...


class StoreUnavailable(Exception):  # noqa: N818 - a plain statement
    """The database is busy or away for now; the same work will succeed later."""
