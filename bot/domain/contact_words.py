"""What contacts say of a date, and what holds when they say different things.

The begeleider's own word after a call goes before all others. Among contacts the first word rules, so that
nothing changes behind anybody's back; another one's different word is kept beside it as a doubt.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.attendance import State
from bot.domain.ids import AttendanceId, ContactId

NOT_THERE = 0


class Surface(StrEnum):
    """Where a contact said it."""

    TELEGRAM = "telegram"
    PAGE = "page"


@dataclass(frozen=True, kw_only=True)
class Word:
    """One contact's word about one date; a later word of the same contact takes its place."""

    attendance_id: AttendanceId
    contact_id: ContactId | None
    """None for the begeleider, who called."""
    minutes: int
    """How long the newcomer was there; `NOT_THERE` for not at all."""
    first_at: dt.datetime
    """When this contact first said something of this date: a week from then they can put it right."""
    at: dt.datetime
    surface: Surface | None = None


@dataclass(frozen=True, kw_only=True)
class SaidBy:
    """A contact's word about a date as the newcomer sees it."""

    by: str
    """The contact's name."""
    minutes: int


@dataclass(frozen=True, kw_only=True)
class Settled:
    """What holds of a date."""

    state: State
    minutes: int
    is_denied: bool = False
    contacts_differ: bool = False


def settle(words: Sequence[Word], claimed_minutes: int | None) -> Settled:
    """Work out what holds; the same words in whatever order give the same.

    Args:
        words: At most one a contact, and one of the begeleider.
        claimed_minutes: What the newcomer claimed; None where a contact noted it first, who then said
            something of it.

    Raises:
        ValueError: Nobody said anything at all.
    """
    if not words:
        if claimed_minutes is None:
            raise ValueError("a date that nobody said anything of")
        return Settled(state=State.CLAIMED, minutes=claimed_minutes)
    ruling = min(words, key=lambda word: (word.contact_id is not None, word.first_at, word.contact_id or 0))
    differ = any(word.minutes != ruling.minutes for word in words if word.contact_id is not None)
    differ = differ and ruling.contact_id is not None
    if ruling.minutes != NOT_THERE:
        return Settled(state=State.CONFIRMED, minutes=ruling.minutes, contacts_differ=differ)
    if claimed_minutes is None:
        # Nobody but the contact ever said that somebody was there.
        most = max(word.minutes for word in words)
        return Settled(state=State.WITHDRAWN, minutes=most or 1, contacts_differ=differ)
    return Settled(state=State.CLAIMED, minutes=claimed_minutes, is_denied=True, contacts_differ=differ)
