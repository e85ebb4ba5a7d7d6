"""A contract: what it can say, and how many days are left."""

import datetime as dt
from typing import Any

import pytest

from bot.domain.contract import LONGEST_DAYS, MOST_REQUIRED, Contract, Status
from bot.domain.errors import ContractImpossible, ImpossibleBecause

START = dt.date(2026, 1, 1)


def a_contract(**values: Any) -> Contract:
    """An obliged newcomer's year."""
    given: dict[str, Any] = {
        "status": Status.OBLIGED,
        "starts_on": START,
        "last_day": dt.date(2026, 12, 31),
    }
    return Contract(**(given | values))


@pytest.mark.parametrize(
    ("values", "because"),
    [
        ({"last_day": START - dt.timedelta(days=1)}, ImpossibleBecause.ENDS_BEFORE_START),
        ({"last_day": START + dt.timedelta(days=LONGEST_DAYS + 1)}, ImpossibleBecause.TOO_LONG),
        ({"required_minutes": 0}, ImpossibleBecause.NO_HOURS),
        ({"required_minutes": -60}, ImpossibleBecause.NO_HOURS),
        ({"required_minutes": MOST_REQUIRED + 1}, ImpossibleBecause.TOO_MANY_HOURS),
    ],
)
def test_a_contract_that_cannot_be_says_why(values: dict[str, Any], because: ImpossibleBecause) -> None:
    with pytest.raises(ContractImpossible) as refusal:
        a_contract(**values).check()

    assert refusal.value.because is because


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"last_day": START},
        {"last_day": START + dt.timedelta(days=LONGEST_DAYS)},
        {"required_minutes": 1},
        {"required_minutes": MOST_REQUIRED},
        {"starts_on": dt.date(2020, 1, 1), "last_day": dt.date(2021, 1, 1)},
    ],
)
def test_a_contract_of_a_day_of_years_or_of_the_past_can_be(values: dict[str, Any]) -> None:
    a_contract(**values).check()


def test_a_contract_asks_for_40_hours_when_nothing_else_is_said() -> None:
    assert a_contract().required_minutes == 40 * 60


@pytest.mark.parametrize(
    ("today", "left"),
    [
        (dt.date(2025, 12, 1), 365),
        (START, 365),
        (dt.date(2026, 12, 30), 2),
        (dt.date(2026, 12, 31), 1),
        (dt.date(2027, 1, 1), 0),
        (dt.date(2030, 1, 1), 0),
    ],
)
def test_the_last_day_counts_and_days_before_the_start_do_not(today: dt.date, left: int) -> None:
    assert a_contract().days_left(today) == left


def test_a_term_is_over_the_day_after_its_last_day() -> None:
    contract = a_contract()

    assert not contract.has_ended(contract.last_day)
    assert contract.has_ended(contract.last_day + dt.timedelta(days=1))
    assert contract.holds(START)
    assert contract.holds(contract.last_day)
    assert not contract.holds(START - dt.timedelta(days=1))


@pytest.mark.parametrize("change", [dt.date(2026, 3, 29), dt.date(2026, 10, 25)])
def test_a_day_of_23_or_25_hours_is_one_day(change: dt.date) -> None:
    contract = a_contract()
    eve, next_day = change - dt.timedelta(days=1), change + dt.timedelta(days=1)

    assert contract.days_left(eve) - contract.days_left(change) == 1
    assert contract.days_left(change) - contract.days_left(next_day) == 1
