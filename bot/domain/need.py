"""Who of a begeleider's people needs them most: the order of *Mijn mensen*, and why.

A reason puts somebody higher in the list; it says nothing about the person.
"""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.contract import Contract
from bot.domain.hour_findings import Finding, findings_about
from bot.domain.hours import Book
from bot.domain.people import Newcomer
from bot.domain.progress import Progress, Situation

NEAR_DAYS = 42
"""From so many days before the last day on, being behind is more pressing."""
SILENT_DAYS = 42


class Need(StrEnum):
    """Why somebody stands where they stand in the list, the most pressing first."""

    TERM_OVER = "term_over"
    NEAR_AND_BEHIND = "near_and_behind"
    BEHIND = "behind"
    QUESTION = "question"
    LOOK_CLOSER = "look_closer"
    """Hours wait long, or a finding asks for a look."""
    SILENT = "silent"
    NOTHING = "nothing"
    NO_CONTRACT = "no_contract"

    @property
    def rank(self) -> int:
        """The place in the order, 0 for the most pressing."""
        return list(Need).index(self)


@dataclass(frozen=True, kw_only=True)
class InNeed:
    """Somebody of a caseload with what the list shows of them."""

    newcomer: Newcomer
    progress: Progress
    open_questions: int = 0
    findings: Mapping[Finding, int] = field(default_factory=dict)
    """How many open dates have each finding."""
    silent_days: int | None = None
    """Since they last did something themselves, or else were added; None when neither is known."""

    @property
    def need(self) -> Need:
        """The most pressing reason to look at them."""
        situation = self.progress.situation
        if situation is Situation.TERM_OVER:
            return Need.TERM_OVER
        if situation is Situation.BEHIND:
            is_near = self.progress.days_left <= NEAR_DAYS
            return Need.NEAR_AND_BEHIND if is_near else Need.BEHIND
        if self.open_questions:
            return Need.QUESTION
        if self.findings:
            return Need.LOOK_CLOSER
        if self.is_silent:
            return Need.SILENT
        return Need.NO_CONTRACT if situation is Situation.NO_CONTRACT else Need.NOTHING

    @property
    def is_silent(self) -> bool:
        """Did they do nothing for long, while there is still something to do?"""
        contract = self.progress.contract
        if contract is None or self.progress.situation not in (Situation.ON_PACE, Situation.BEHIND):
            return False
        since_start = (self.progress.today - contract.starts_on).days
        silent = since_start if self.silent_days is None else min(self.silent_days, since_start)
        return silent > SILENT_DAYS

    @property
    def order(self) -> tuple[int, dt.date, str, int]:
        """What the list is sorted by: need, the last day, the name."""
        contract = self.newcomer.contract
        last_day = contract.last_day if contract else dt.date.max
        return self.need.rank, last_day, self.newcomer.name.casefold(), self.newcomer.id


def findings_of(book: Book, contract: Contract | None, now: dt.datetime) -> Counter[Finding]:
    """How many open dates of a newcomer have each finding.

    Args:
        book: All hours of the newcomer.
        contract: Theirs; None while it is not set.
        now: This moment (UTC).
    """
    return Counter(
        finding
        for attendance in book.open
        for finding in sorted(findings_about(book, attendance, contract, now))
    )
