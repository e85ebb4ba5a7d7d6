"""Five volunteers' names a week, and what a search learns from what did not work out."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.ids import NewcomerId, OfferId, ParticipationId
from bot.domain.learned import learned
from bot.domain.offer import OfferDetails
from bot.domain.participation import (
    A_WEEK,
    CONTACTS_A_WEEK,
    EndedBecause,
    Handover,
    Participation,
    Step,
    may_show_contact,
)
from bot.domain.schedule import DayPart, Schedule, Weekly
from bot.domain.search import Need, Search, Times
from tests.builders import NOW

TODAY = dt.date(2026, 11, 23)
WEDNESDAY_EVENING = Schedule(weekly=(Weekly(2, dt.time(19), dt.time(21)),))


def seen(offer: int, days_ago: float | None) -> Participation:
    """A choice whose contact was shown so long ago, or never."""
    return Participation(
        id=ParticipationId(offer),
        newcomer_id=NewcomerId(1),
        offer_id=OfferId(offer),
        step=Step.CHOSEN,
        handover=Handover.NONE,
        chosen_at=NOW,
        contact_shown_at=None if days_ago is None else NOW - dt.timedelta(days=days_ago),
    )


@given(st.lists(st.tuples(st.integers(1, 8), st.none() | st.floats(0, 14)), max_size=20), st.integers(1, 8))
def test_no_more_than_five_offers_are_seen_within_seven_days(
    looks: list[tuple[int, float | None]], offer: int
) -> None:
    choices = [seen(one, days_ago) for one, days_ago in looks]
    recent = {one.offer_id for one in choices if one.contact_shown_at and NOW - one.contact_shown_at < A_WEEK}

    may = may_show_contact(choices, OfferId(offer), NOW)

    assert may == (len(recent | {OfferId(offer)}) <= max(CONTACTS_A_WEEK, len(recent)))


def after(because: EndedBecause, search: Search | None = None, **values: Any) -> Search:
    """What a search becomes when an offer on Wednesday evening, 8 km away, did not work out."""
    given: dict[str, Any] = {"km": 8.0, "today": TODAY}
    details = OfferDetails(title="Voetbal", schedule=values.pop("schedule", WEDNESDAY_EVENING))
    return learned(search or Search(), because, details, **(given | values))


@pytest.mark.parametrize(
    ("reach", "km", "nearer"), [(None, 8.0, 5), (50, 30.0, 25), (5, 2.0, 5), (25, None, 10)]
)
def test_too_far_looks_nearer(reach: int | None, km: float | None, nearer: int) -> None:
    assert after(EndedBecause.TOO_FAR, Search(reach_km=reach), km=km).reach_km == nearer


def test_a_time_that_did_not_suit_looks_at_other_days() -> None:
    assert after(EndedBecause.TIMES).times.weekdays == {0, 1, 3, 4, 5, 6}


def test_where_no_other_day_suits_another_part_of_the_day_may() -> None:
    only_wednesday = Search(times=Times(weekdays=frozenset({2})))

    found = after(EndedBecause.TIMES, only_wednesday).times

    assert found == Times(weekdays=frozenset({2}), parts=frozenset({DayPart.MORNING, DayPart.AFTERNOON}))


def test_an_unknown_time_teaches_nothing() -> None:
    assert after(EndedBecause.TIMES, schedule=Schedule()) == Search()


def test_too_much_dutch_looks_for_less() -> None:
    assert Need.EASY_DUTCH in after(EndedBecause.TOO_MUCH_DUTCH).needs


@pytest.mark.parametrize(
    "because",
    sorted(set(EndedBecause) - {EndedBecause.TOO_FAR, EndedBecause.TIMES, EndedBecause.TOO_MUCH_DUTCH}),
)
def test_other_reasons_change_nothing(because: EndedBecause) -> None:
    assert after(because) == Search()
