"""When a reminder helps, and when the bot stays silent.

At most one a week, never when on pace, never while paused; an entitled newcomer, like everybody,
gets them only after saying yes.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.hour_findings import WAITS_LONG_DAYS
from bot.domain.progress import Progress, Situation

REST_DAYS = 7
"""At most one reminder in so many days."""
BEHIND_AGAIN_DAYS = 28
WAITS_AGAIN_DAYS = 28
WAITS_DAYS_NEAR_THE_END = 7
NEAR_THE_END_DAYS = 42
PAUSES = (2, 4, 8)
"""For how many weeks reminders can be silent."""


class Reminding(StrEnum):
    """How a newcomer has set the reminders."""

    ON = "on"
    PAUSED = "paused"
    OFF = "off"


class ReminderKind(StrEnum):
    """Why somebody is reminded."""

    THREE_MONTHS = "three_months"
    SIX_WEEKS = "six_weeks"
    TWO_WEEKS = "two_weeks"
    BEHIND = "behind"
    WAITS = "waits"
    """Noted hours wait long to be accepted."""
    TERM_OVER = "term_over"
    """The last day has passed with hours to do: once, and with the question what got in the way."""


_BEFORE_THE_END = (
    (ReminderKind.TWO_WEEKS, 14),
    (ReminderKind.SIX_WEEKS, 42),
    (ReminderKind.THREE_MONTHS, 91),
)
"""From how many days before the last day on; the nearest first."""


@dataclass(frozen=True, kw_only=True)
class Reminded:
    """A reminder that was queued before."""

    kind: ReminderKind
    on: dt.date
    last_day: dt.date | None
    """The term's last day as it was then; an extension makes the reminders before it new."""


def reminder_due(
    progress: Progress,
    oldest_waiting: dt.date | None,
    before: Sequence[Reminded],
    *,
    paused_until: dt.date | None = None,
) -> ReminderKind | None:
    """The one reminder that helps today, or none.

    Args:
        progress: The newcomer's hours today.
        oldest_waiting: Since when the oldest noted hours wait to be accepted.
        before: Every reminder this newcomer was given.
        paused_until: No reminders up to and including this day.
    """
    today = progress.today
    if progress.contract is None or (paused_until is not None and today <= paused_until):
        return None
    if any((today - reminded.on).days < REST_DAYS for reminded in before):
        return None
    return _about_the_term(progress, before) or _about_waiting(progress, oldest_waiting, before)


def _about_the_term(progress: Progress, before: Sequence[Reminded]) -> ReminderKind | None:
    assert progress.contract is not None
    last_day = progress.contract.last_day
    told = {reminded.kind for reminded in before if reminded.last_day == last_day}
    if progress.situation is Situation.TERM_OVER and progress.to_go:
        return None if ReminderKind.TERM_OVER in told else ReminderKind.TERM_OVER
    if progress.situation is not Situation.BEHIND:
        return None
    for kind, days in _BEFORE_THE_END:
        if progress.days_left <= days:
            return None if kind in told else kind
    return (
        None
        if _was_told(before, ReminderKind.BEHIND, progress.today, BEHIND_AGAIN_DAYS)
        else ReminderKind.BEHIND
    )


def _about_waiting(
    progress: Progress, oldest_waiting: dt.date | None, before: Sequence[Reminded]
) -> ReminderKind | None:
    if oldest_waiting is None or progress.situation is Situation.DONE:
        return None
    is_near = progress.days_left <= NEAR_THE_END_DAYS
    patience = WAITS_DAYS_NEAR_THE_END if is_near else WAITS_LONG_DAYS
    if (progress.today - oldest_waiting).days < patience:
        return None
    is_told = _was_told(before, ReminderKind.WAITS, progress.today, WAITS_AGAIN_DAYS)
    return None if is_told else ReminderKind.WAITS


def _was_told(before: Sequence[Reminded], kind: ReminderKind, today: dt.date, days: int) -> bool:
    return any(reminded.kind is kind and (today - reminded.on).days < days for reminded in before)
