"""From what Telegram, or the silence, says about a sent message to its outcome.

python-telegram-bot's `BadRequest` and `TimedOut` are both `NetworkError`: they are told apart here
and nowhere else.
"""

import datetime as dt
from dataclasses import dataclass

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.services.delivery_ports import SAFE_TO_REPEAT, OutgoingState, Priority, Taken

NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
TRIES_WHEN_TELEGRAM_IS_ILL = 8

# Telegram as a whole is ill, however long that takes; it is not about this message.
_NOBODY_BEHIND_THE_GATE = ("Bad Gateway", "(502)", "(503)", "(504)")

_UNREACHABLE = ("chat not found", "user not found", "user is deactivated", "peer_id_invalid")
_NOTHING_LEFT_TO_DO = (
    "is not modified",
    "not found",
    "too old",
    "can't be edited",
    "can't be deleted",
    "message_id_invalid",
)


@dataclass(frozen=True)
class Outcome:
    """How sending ended, or after how long it is tried again."""

    state: OutgoingState
    error: str | None = None
    again_after: dt.timedelta | None = None
    may_have_arrived: bool = False
    is_outage: bool = False
    """Telegram cannot be reached at all; other messages may wait too."""


def outcome_of(error: TelegramError, message: Taken) -> Outcome:
    """What an error means for the message it happened to."""
    if isinstance(error, RetryAfter):
        return Outcome(OutgoingState.WAITING, _name(error), seconds_to_wait(error))
    if isinstance(error, BadRequest):
        return _refused(error, message)
    if isinstance(error, (Forbidden, ChatMigrated)):
        return Outcome(OutgoingState.UNREACHABLE, _name(error))
    if isinstance(error, (InvalidToken, Conflict)):
        return Outcome(OutgoingState.WAITING, _name(error), dt.timedelta(seconds=30), is_outage=True)
    if isinstance(error, NetworkError):
        return _network(error, message)
    return Outcome(OutgoingState.REFUSED, _name(error))


def _refused(error: BadRequest, message: Taken) -> Outcome:
    text = error.message.lower()
    if any(words in text for words in _UNREACHABLE):
        return Outcome(OutgoingState.UNREACHABLE, _name(error))
    if message.method in SAFE_TO_REPEAT and any(words in text for words in _NOTHING_LEFT_TO_DO):
        return Outcome(OutgoingState.DONE, _name(error))
    return Outcome(OutgoingState.REFUSED, f"BadRequest: {error.message}"[:200])


def _network(error: NetworkError, message: Taken) -> Outcome:
    cause = error.__cause__
    wait = dt.timedelta(seconds=min(2 ** min(message.attempts, 6), 60))
    if isinstance(cause, NOT_SENT):
        return Outcome(OutgoingState.WAITING, _name(cause), wait, is_outage=True)
    if message.method in SAFE_TO_REPEAT:
        return Outcome(OutgoingState.WAITING, _name(cause or error), wait)
    if message.priority is Priority.REMINDER:
        return Outcome(OutgoingState.UNKNOWN, _name(cause or error))
    if any(words in error.message for words in _NOBODY_BEHIND_THE_GATE):
        return Outcome(
            OutgoingState.WAITING, error.message[:200], wait, may_have_arrived=True, is_outage=True
        )
    # A connection that broke after the request: it may stand in the chat already, so once more only.
    broke = isinstance(cause, httpx.HTTPError)
    if (broke and message.is_again) or message.attempts >= TRIES_WHEN_TELEGRAM_IS_ILL:
        return Outcome(OutgoingState.UNKNOWN, _name(cause or error))
    return Outcome(OutgoingState.WAITING, _name(cause or error), wait, may_have_arrived=True)


def seconds_to_wait(error: RetryAfter) -> dt.timedelta:
    """How long Telegram asks to wait; the library says it in either of two ways."""
    wait = error.retry_after
    return wait if isinstance(wait, dt.timedelta) else dt.timedelta(seconds=wait)


def _name(error: BaseException) -> str:
    return type(error).__name__
