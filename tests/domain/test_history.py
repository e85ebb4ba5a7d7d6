"""The history alone explains every number."""

import datetime as dt
from typing import Any

import pytest

from bot.domain.contract import Contract, Status
from bot.domain.history import Actor, Event, What, Who, retell
from bot.domain.hours import Sums
from bot.domain.ids import EventId, NewcomerId
from tests.builders import NOW

CHANGED = (What.CLAIM_CHANGED, {"attendance": 1, "day": "2026-11-10", "minutes": 60})
CLAIMED = (What.CLAIMED, {"attendance": 1, "bewijs": 5, "day": "2026-11-09", "minutes": 120})
ACCEPTED = (
    What.ACCEPTED,
    {"acceptance": 3, "bewijs": 5, "minutes": 600, "first_day": "2026-11-09", "last_day": "2026-11-12"},
)
SET = (
    What.CONTRACT_SET,
    {"status": "obliged", "starts_on": "2026-01-01", "last_day": "2026-12-31", "required": 2400},
)


def told(*lines: tuple[What, dict[str, Any]], why: str | None = None) -> list[Event]:
    """A history with these lines."""
    return [
        Event(
            id=EventId(number),
            newcomer_id=NewcomerId(1),
            at=NOW,
            by=Actor(Who.BEGELEIDER, 1),
            what=what,
            facts=facts,
            why=why,
        )
        for number, (what, facts) in enumerate(lines, 1)
    ]


@pytest.mark.parametrize(
    ("lines", "sums"),
    [
        ([], Sums()),
        ([CLAIMED], Sums(claimed=120)),
        ([CLAIMED, (What.CONFIRMED, {"attendance": 1, "minutes": 90})], Sums(confirmed=90)),
        ([CLAIMED, CHANGED], Sums(claimed=60)),
        ([CLAIMED, (What.CLAIM_WITHDRAWN, {"attendance": 1})], Sums()),
        ([CLAIMED, (What.CLAIM_REFUSED, {"attendance": 1})], Sums()),
        ([CLAIMED, ACCEPTED], Sums(accepted=600)),
        ([ACCEPTED, (What.CLAIMED, {**CLAIMED[1], "bewijs": 6})], Sums(accepted=600, claimed=120)),
        ([CLAIMED, ACCEPTED, (What.ACCEPTANCE_UNDONE, {"acceptance": 3})], Sums(claimed=120)),
        ([CLAIMED, (What.HANDED_OVER, {"from": 1, "to": 2})], Sums(claimed=120)),
    ],
)
def test_hours_are_told_from_the_history(lines: list[tuple[What, dict[str, Any]]], sums: Sums) -> None:
    assert retell(told(*lines)).sums == sums


def test_an_acceptance_that_was_changed_covers_its_new_days() -> None:
    shorter = {"acceptance": 3, "minutes": 300, "first_day": "2026-11-10", "last_day": "2026-11-12"}

    assert retell(told(CLAIMED, ACCEPTED, (What.ACCEPTANCE_CHANGED, shorter))).sums == Sums(
        claimed=120, accepted=300
    )


def test_a_refused_date_remembers_what_it_was() -> None:
    confirmed = (What.CONFIRMED, {"attendance": 1, "minutes": 90})
    refused = (What.CLAIM_REFUSED, {"attendance": 1})
    back = (What.REFUSAL_UNDONE, {"attendance": 1, "state": "confirmed"})

    assert retell(told(CLAIMED, confirmed, refused)).attendances[1]["before"] == "confirmed"
    assert retell(told(CLAIMED, confirmed, refused, back)).sums == Sums(confirmed=90)


def test_an_extension_moves_the_last_day_and_nothing_else() -> None:
    extended = (What.EXTENDED, {"from_day": "2026-12-31", "last_day": "2027-03-31"})

    assert retell(told(SET, extended)).contract == Contract(
        status=Status.OBLIGED,
        starts_on=dt.date(2026, 1, 1),
        last_day=dt.date(2027, 3, 31),
        required_minutes=2400,
    )


def test_closing_and_reopening_is_told() -> None:
    assert retell(told((What.CLOSED, {}), why="moved")).closed_because == "moved"
    assert retell(told((What.CLOSED, {}), (What.REOPENED, {}), why="moved")).closed_because is None


def test_telling_leaves_the_history_as_it_was() -> None:
    events = told(SET, CLAIMED, ACCEPTED)

    retell(events)

    assert events == told(SET, CLAIMED, ACCEPTED)
