"""A date of attendance: what the newcomer claims, and what contact and begeleider say of it."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.ids import AttendanceId, BewijsId


class State(StrEnum):
    """Where a date of attendance stands; a covered one counts in its acceptance."""

    CLAIMED = "claimed"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    """The begeleider does not count it; the reason is in the history."""
    WITHDRAWN = "withdrawn"
    """The newcomer took it back."""


class RefusedBecause(StrEnum):
    """Why a begeleider does not count a date."""

    NOT_THERE = "not_there"
    OUTSIDE_TERM = "outside_term"
    NO_PARTICIPATION = "no_participation"
    """It does not lead to further social participation, or not in Dutch (`bewijs-wat-gecontroleerd`)."""
    COUNTED_ELSEWHERE = "counted_elsewhere"
    OTHER = "other"


class Source(StrEnum):
    """How a date came in."""

    TYPED = "typed"
    """The newcomer, or the begeleider for them, noted it."""
    SCANNED = "scanned"
    """The newcomer scanned the code on the contact's phone, which lives for minutes."""
    PRINTED = "printed"
    """The newcomer scanned a printed code, which is good for that day."""
    CONTACT = "contact"
    """The contact noted it first."""


@dataclass(frozen=True, kw_only=True)
class Attendance:
    """One date with hours within a bewijs."""

    id: AttendanceId
    bewijs_id: BewijsId
    day: dt.date
    minutes: int
    state: State
    claimed_at: dt.datetime
    source: Source = Source.TYPED
    claimed_minutes: int | None = None
    """What the newcomer claimed; None where the contact noted it first."""
    is_denied: bool = False
    """A contact says that the newcomer was not there."""
    contacts_differ: bool = False
    """Two contacts say different things."""
    objected_at: dt.datetime | None = None
    """When the newcomer said that the contact's word is not right (UTC)."""

    @property
    def is_alive(self) -> bool:
        """Was it neither refused nor withdrawn?"""
        return self.state in (State.CLAIMED, State.CONFIRMED)
