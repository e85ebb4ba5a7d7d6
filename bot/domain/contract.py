"""The integration contract as far as the participatie- en netwerktraject needs it.

Required hours and the last day belong to each newcomer's own contract (`termijn-40-uur`).
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.errors import ContractImpossible, ImpossibleBecause

DEFAULT_REQUIRED = 40 * 60
"""Minutes that most contracts ask for."""
MOST_REQUIRED = 400 * 60
LONGEST_DAYS = 10 * 366


class Status(StrEnum):
    """May a newcomer choose the traject, or must they follow it?"""

    OBLIGED = "obliged"
    ENTITLED = "entitled"


class ClosedBecause(StrEnum):
    """Why a dossier needs no more guiding; noted by the begeleider."""

    COMPLETED = "completed"
    EXEMPT = "exempt"
    """The begeleider decided so outside the bot (`vrijstelling-werk`)."""
    STOPPED = "stopped"
    """An entitled newcomer left the part out (`rechthebbende-voltooien`)."""
    MOVED = "moved"
    OTHER = "other"


class ExtendedBecause(StrEnum):
    """Why a term was extended; the begeleider notes what was decided (`niet-behaald-sanctie`)."""

    ILLNESS = "illness"
    CARE = "care"
    """Children or family."""
    NO_OFFER = "no_offer"
    WORK = "work"
    COURSES = "courses"
    """NT2 or another part of the traject takes longer."""
    MOVE = "move"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Contract:
    """What was agreed at the beginning, as it stands now."""

    status: Status
    starts_on: dt.date
    last_day: dt.date
    """Hours count up to and including it."""
    required_minutes: int = DEFAULT_REQUIRED

    def check(self) -> None:
        """Refuse what no contract can say.

        Raises:
            ContractImpossible: With the reason.
        """
        if self.last_day < self.starts_on:
            raise ContractImpossible(ImpossibleBecause.ENDS_BEFORE_START)
        if (self.last_day - self.starts_on).days > LONGEST_DAYS:
            raise ContractImpossible(ImpossibleBecause.TOO_LONG)
        if self.required_minutes <= 0:
            raise ContractImpossible(ImpossibleBecause.NO_HOURS)
        if self.required_minutes > MOST_REQUIRED:
            raise ContractImpossible(ImpossibleBecause.TOO_MANY_HOURS)

    @property
    def is_obliged(self) -> bool:
        """Must the newcomer follow the traject?"""
        return self.status is Status.OBLIGED

    def has_ended(self, today: dt.date) -> bool:
        """Is the last day behind us?"""
        return today > self.last_day

    def days_left(self, today: dt.date) -> int:
        """Days in which hours still count, today included; 0 when the term is over."""
        return max(0, (self.last_day - max(today, self.starts_on)).days + 1)

    def holds(self, day: dt.date) -> bool:
        """Is this day within the term?"""
        return self.starts_on <= day <= self.last_day

    @property
    def days(self) -> int:
        """How many days the whole term has."""
        return (self.last_day - self.starts_on).days + 1
