"""How far a newcomer is: what is done, what is left, and the pace that is needed.

Spreading is free (`spreiding`), so a pace is advice and never a rule.
"""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.contract import Contract
from bot.domain.hours import Sums

GRACE_DAYS = 28
"""So soon after the start nobody is behind."""
BEHIND_FACTOR = 1.5
"""Behind is who needs more than this times the pace with which they would have begun."""
ROUNDED_TO = 10


class Situation(StrEnum):
    """How it goes, in one word."""

    NO_CONTRACT = "no_contract"
    NOT_STARTED = "not_started"
    DONE = "done"
    """Enough hours are accepted."""
    ALL_NOTED = "all_noted"
    """Enough hours are noted, and some still wait for the begeleider."""
    ON_PACE = "on_pace"
    BEHIND = "behind"
    TERM_OVER = "term_over"
    """The last day has passed, and hours are still to do or to be accepted."""


@dataclass(frozen=True, kw_only=True)
class Progress:
    """A newcomer's hours against their contract on one day."""

    contract: Contract | None
    sums: Sums = field(default_factory=Sums)
    today: dt.date

    @property
    def required(self) -> int:
        """Minutes that the contract asks for; 0 while there is none."""
        return self.contract.required_minutes if self.contract else 0

    @property
    def waiting(self) -> int:
        """Minutes that are noted and not accepted."""
        return self.sums.claimed + self.sums.confirmed

    @property
    def to_go(self) -> int:
        """Minutes that are not even noted yet; with done and waiting they make what is required."""
        return max(0, self.required - self.sums.noted)

    @property
    def days_left(self) -> int:
        """Days in which hours still count, today included."""
        return self.contract.days_left(self.today) if self.contract else 0

    @property
    def pace(self) -> int:
        """Minutes a week that are needed from today on, rounded up to ten; 0 when there is nothing to do."""
        if not self.to_go or not self.days_left:
            return 0
        # In whole numbers, because a quotient a hair above a ten would be rounded up to the next.
        tens = -(-self.to_go * 7 // (max(7, self.days_left) * ROUNDED_TO))
        return min(self.to_go, ROUNDED_TO * tens)

    @property
    def is_behind(self) -> bool:
        """Is the pace that is needed far above the one to begin with?"""
        if self.contract is None or not self.to_go or not self.days_left:
            return False
        if (self.today - self.contract.starts_on).days < GRACE_DAYS:
            return False
        planned = self.required / self.contract.days
        return self.to_go / self.days_left > BEHIND_FACTOR * planned

    @property
    def situation(self) -> Situation:
        """How it goes."""
        if self.contract is None:
            return Situation.NO_CONTRACT
        if self.sums.accepted >= self.required:
            return Situation.DONE
        if self.contract.has_ended(self.today):
            return Situation.TERM_OVER
        if not self.to_go:
            return Situation.ALL_NOTED
        if self.today < self.contract.starts_on:
            return Situation.NOT_STARTED
        return Situation.BEHIND if self.is_behind else Situation.ON_PACE
