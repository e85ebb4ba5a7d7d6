"""When a reminder helps, and when the bot stays silent."""

import datetime as dt
from typing import Any

import pytest

from bot.domain.contract import Contract, Status
from bot.domain.hours import Sums
from bot.domain.progress import Progress
from bot.domain.reminder import Reminded, ReminderKind, reminder_due

LAST_DAY = dt.date(2027, 12, 3)
STARTS_ON = dt.date(2026, 12, 4)


def progress(days_before: int, **values: Any) -> Progress:
    """Obliged to 40 hours in a year, so many days before the last day; 4 hours accepted."""
    contract = Contract(status=Status.OBLIGED, starts_on=STARTS_ON, last_day=values.pop("last_day", LAST_DAY))
    sums = Sums(**({"accepted": 4 * 60} | values))
    return Progress(contract=contract, sums=sums, today=LAST_DAY - dt.timedelta(days=days_before - 1))


def reminded(kind: ReminderKind, days_ago: int, of: Progress, **values: Any) -> Reminded:
    """A reminder so many days before the day of this progress."""
    on = of.today - dt.timedelta(days=days_ago)
    return Reminded(kind=kind, on=on, **({"last_day": LAST_DAY} | values))


@pytest.mark.parametrize(
    ("days_before", "kind"),
    [
        (200, ReminderKind.BEHIND),
        (92, ReminderKind.BEHIND),
        (91, ReminderKind.THREE_MONTHS),
        (43, ReminderKind.THREE_MONTHS),
        (42, ReminderKind.SIX_WEEKS),
        (15, ReminderKind.SIX_WEEKS),
        (14, ReminderKind.TWO_WEEKS),
        (1, ReminderKind.TWO_WEEKS),
        (0, ReminderKind.TERM_OVER),
    ],
)
def test_who_is_behind_is_reminded_by_how_near_the_last_day_is(days_before: int, kind: ReminderKind) -> None:
    assert reminder_due(progress(days_before), None, []) is kind


def test_who_is_on_pace_hears_nothing() -> None:
    assert reminder_due(progress(91, accepted=35 * 60), None, []) is None
    assert reminder_due(progress(10, accepted=39 * 60 + 30), None, []) is None


def test_so_soon_after_the_start_nobody_is_behind() -> None:
    of = Progress(
        contract=Contract(status=Status.OBLIGED, starts_on=STARTS_ON, last_day=STARTS_ON),
        sums=Sums(),
        today=STARTS_ON,
    )

    assert reminder_due(of, None, []) is None


@pytest.mark.parametrize("days_ago", range(1, 7))
def test_there_is_never_more_than_one_a_week_of_whatever_kind(days_ago: int) -> None:
    of = progress(42)

    assert reminder_due(of, None, [reminded(ReminderKind.WAITS, days_ago, of)]) is None


def test_after_a_week_the_next_kind_may_come() -> None:
    of = progress(42)

    assert reminder_due(of, None, [reminded(ReminderKind.WAITS, 7, of)]) is ReminderKind.SIX_WEEKS


def test_each_mark_before_the_last_day_is_told_once() -> None:
    of = progress(30)

    assert reminder_due(of, None, [reminded(ReminderKind.SIX_WEEKS, 12, of)]) is None


def test_an_extension_makes_the_marks_new() -> None:
    of = progress(30)
    before = [reminded(ReminderKind.SIX_WEEKS, 12, of, last_day=LAST_DAY - dt.timedelta(days=90))]

    assert reminder_due(of, None, before) is ReminderKind.SIX_WEEKS


def test_falling_behind_is_told_again_after_four_weeks() -> None:
    of = progress(200)

    assert reminder_due(of, None, [reminded(ReminderKind.BEHIND, 27, of)]) is None
    assert reminder_due(of, None, [reminded(ReminderKind.BEHIND, 28, of)]) is ReminderKind.BEHIND


def test_a_pause_holds_up_to_and_including_its_last_day() -> None:
    of = progress(42)

    assert reminder_due(of, None, [], paused_until=of.today) is None
    assert reminder_due(of, None, [], paused_until=of.today - dt.timedelta(days=1)) is ReminderKind.SIX_WEEKS


@pytest.mark.parametrize(("days_before", "patience"), [(200, 21), (42, 7)])
def test_hours_that_wait_long_are_remembered_sooner_near_the_end(days_before: int, patience: int) -> None:
    of = progress(days_before, accepted=20 * 60, claimed=20 * 60)
    waits = of.today - dt.timedelta(days=patience)

    assert reminder_due(of, waits, []) is ReminderKind.WAITS
    assert reminder_due(of, waits + dt.timedelta(days=1), []) is None


def test_hours_that_wait_are_told_again_after_four_weeks_only() -> None:
    of = progress(200, accepted=20 * 60, claimed=20 * 60)
    waits = of.today - dt.timedelta(days=60)

    assert reminder_due(of, waits, [reminded(ReminderKind.WAITS, 27, of)]) is None
    assert reminder_due(of, waits, [reminded(ReminderKind.WAITS, 28, of)]) is ReminderKind.WAITS


def test_who_is_done_hears_nothing_any_more() -> None:
    of = progress(10, accepted=40 * 60, claimed=60)

    assert reminder_due(of, of.today - dt.timedelta(days=60), []) is None
    assert reminder_due(progress(-5, accepted=40 * 60), None, []) is None


def test_the_end_of_the_term_is_told_once() -> None:
    of = progress(-20)

    assert reminder_due(of, None, [reminded(ReminderKind.TERM_OVER, 15, of)]) is None


def test_without_a_contract_nobody_is_reminded() -> None:
    assert reminder_due(Progress(contract=None, today=LAST_DAY), None, []) is None
