"""Hours: three states that never mix, and what cannot be noted or accepted."""

import datetime as dt
from typing import Any

import pytest

from bot.domain.acceptance import Acceptance
from bot.domain.attendance import Attendance, State
from bot.domain.bewijs_key import KEY_LENGTH, bewijs_key
from bot.domain.contract import Contract, Status
from bot.domain.errors import (
    AcceptedAlready,
    DayInFuture,
    DayTooLongAgo,
    HoursImpossible,
    NotedAlready,
    TooManyHoursThatDay,
)
from bot.domain.hour_findings import WAITS_LONG_DAYS, Finding, findings_about
from bot.domain.hours import Bewijs, Book, Sums
from bot.domain.ids import AcceptanceId, AttendanceId, BewijsId, NewcomerId
from bot.domain.offer_kind import OfferKind
from bot.domain.possible import OLDEST_DAYS, Stretch
from tests.builders import NOW

TODAY = dt.date(2026, 11, 23)
FOOTBALL, BUDDY = BewijsId(1), BewijsId(2)


def day(number: int) -> dt.date:
    """A day of this November."""
    return dt.date(2026, 11, number)


def a_date(id_: int, on: int, minutes: int = 120, **values: Any) -> Attendance:
    """Two hours of football that were claimed now."""
    given: dict[str, Any] = {"bewijs_id": FOOTBALL, "state": State.CLAIMED, "claimed_at": NOW}
    return Attendance(id=AttendanceId(id_), day=day(on), minutes=minutes, **(given | values))


def an_acceptance(id_: int, first: int, last: int, minutes: int = 600, **values: Any) -> Acceptance:
    """Ten accepted hours of football."""
    given: dict[str, Any] = {"bewijs_id": FOOTBALL, "accepted_at": NOW}
    return Acceptance(
        id=AcceptanceId(id_), minutes=minutes, first_day=day(first), last_day=day(last), **(given | values)
    )


def a_book(*rows: Attendance | Acceptance) -> Book:
    """A book with football and a buddy."""
    return Book(
        bewijzen=tuple(
            Bewijs(id=id_, newcomer_id=NewcomerId(1), kind=kind, organisation=organisation, contact=contact)
            for id_, kind, organisation, contact in (
                (FOOTBALL, OfferKind.ASSOCIATION, "FC Gent", "Jan"),
                (BUDDY, OfferKind.BUDDY, None, "Fatma"),
            )
        ),
        attendances=tuple(row for row in rows if isinstance(row, Attendance)),
        acceptances=tuple(row for row in rows if isinstance(row, Acceptance)),
    )


def test_each_hour_is_in_one_state_only() -> None:
    book = a_book(
        a_date(1, 2),
        a_date(2, 3, state=State.CONFIRMED),
        a_date(3, 4, state=State.REFUSED),
        a_date(4, 5, state=State.WITHDRAWN),
        an_acceptance(1, 9, 12, bewijs_id=BUDDY),
    )

    assert book.sums == Sums(claimed=120, confirmed=120, accepted=600)
    assert book.sums.noted == 840


def test_a_date_within_an_acceptance_of_its_bewijs_counts_there_and_nowhere_else() -> None:
    book = a_book(
        a_date(1, 2),
        a_date(2, 9, state=State.CONFIRMED),
        a_date(3, 12),
        a_date(4, 13),
        an_acceptance(1, 9, 12),
    )

    assert [attendance.id for attendance in book.open] == [1, 4]
    assert book.sums == Sums(claimed=240, accepted=600)


def test_an_acceptance_covers_no_date_of_another_bewijs() -> None:
    book = a_book(a_date(1, 9, bewijs_id=BUDDY), an_acceptance(1, 9, 12))

    assert book.sums_of(BUDDY) == Sums(claimed=120)
    assert book.sums_of(FOOTBALL) == Sums(accepted=600)


def test_an_acceptance_that_was_undone_covers_and_counts_nothing() -> None:
    book = a_book(a_date(1, 9), an_acceptance(1, 9, 12, undone_at=NOW))

    assert book.sums == Sums(claimed=120)
    assert book.acceptances_of(FOOTBALL) == ()
    assert book.overlapping(FOOTBALL, day(9), day(9)) == ()


def test_the_begeleider_sees_what_overlaps_a_new_acceptance() -> None:
    book = a_book(a_date(1, 2), a_date(2, 20), an_acceptance(1, 9, 12))

    assert [a.id for a in book.overlapping(FOOTBALL, day(12), day(20))] == [1]
    assert book.overlapping(FOOTBALL, day(13), day(20)) == ()


@pytest.mark.parametrize(
    ("on", "minutes", "refusal"),
    [
        (TODAY, 0, HoursImpossible),
        (TODAY, -60, HoursImpossible),
        (TODAY, 24 * 60 + 1, TooManyHoursThatDay),
        (TODAY, 400 * 60, TooManyHoursThatDay),
        (TODAY + dt.timedelta(days=1), 60, DayInFuture),
        (TODAY - dt.timedelta(days=OLDEST_DAYS + 1), 60, DayTooLongAgo),
    ],
)
def test_hours_that_cannot_be_are_refused(on: dt.date, minutes: int, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        a_book().check_claim(None, on, minutes, TODAY)


def test_a_whole_day_and_a_day_long_ago_can_be() -> None:
    a_book().check_claim(FOOTBALL, TODAY, 24 * 60, TODAY)
    a_book().check_claim(FOOTBALL, TODAY - dt.timedelta(days=OLDEST_DAYS), 1, TODAY)


def test_the_same_day_of_the_same_bewijs_is_noted_once() -> None:
    book = a_book(a_date(7, 9))

    with pytest.raises(NotedAlready) as refusal:
        book.check_claim(FOOTBALL, day(9), 60, TODAY)

    assert refusal.value.attendance_id == 7
    book.check_claim(FOOTBALL, day(9), 60, TODAY, instead_of=AttendanceId(7))
    book.check_claim(BUDDY, day(9), 60, TODAY)
    book.check_claim(None, day(9), 60, TODAY)


@pytest.mark.parametrize("state", [State.REFUSED, State.WITHDRAWN])
def test_a_day_whose_hours_are_gone_can_be_noted_again(state: State) -> None:
    a_book(a_date(7, 9, state=state)).check_claim(FOOTBALL, day(9), 24 * 60, TODAY)


def test_a_day_that_was_accepted_cannot_be_noted_in_that_bewijs() -> None:
    book = a_book(a_date(1, 9), an_acceptance(1, 9, 12))

    for on in (9, 11):
        with pytest.raises(AcceptedAlready):
            book.check_claim(FOOTBALL, day(on), 60, TODAY)
    book.check_claim(BUDDY, day(11), 60, TODAY)


def test_a_day_holds_24_hours_over_all_bewijzen_also_when_an_acceptance_is_undone_later() -> None:
    for covering in ((), (an_acceptance(1, 9, 9, 60),)):
        book = a_book(a_date(1, 9, 20 * 60), *covering)

        book.check_claim(BUDDY, day(9), 4 * 60, TODAY)
        with pytest.raises(TooManyHoursThatDay):
            book.check_claim(BUDDY, day(9), 4 * 60 + 1, TODAY)


@pytest.mark.parametrize(
    ("first", "last", "minutes", "refusal"),
    [
        (9, 12, 0, HoursImpossible),
        (12, 9, 60, HoursImpossible),
        (9, 9, 24 * 60 + 1, HoursImpossible),
        (23, 24, 60, DayInFuture),
    ],
)
def test_an_acceptance_that_cannot_be_is_refused(
    first: int, last: int, minutes: int, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        a_book().check_acceptance(FOOTBALL, Stretch(day(first), day(last), minutes), TODAY)


def test_a_second_tap_on_accept_is_refused_and_another_paper_is_not() -> None:
    book, again = a_book(an_acceptance(1, 9, 12)), Stretch(day(9), day(12), 600)

    with pytest.raises(AcceptedAlready):
        book.check_acceptance(FOOTBALL, again, TODAY)
    book.check_acceptance(FOOTBALL, again, TODAY, instead_of=AcceptanceId(1))
    book.check_acceptance(BUDDY, again, TODAY)
    book.check_acceptance(FOOTBALL, again._replace(minutes=601), TODAY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("FC Gent", " fc  GENT!"),
        ("Café", "Cafe\N{COMBINING ACUTE ACCENT}"),
        ("K.V.K.", "KVK"),
        ("الهلال الأحمر", "الهِلال الأحمر"),
    ],
)
def test_one_organisation_written_in_two_ways_has_one_bewijs(one: str, other: str) -> None:
    assert bewijs_key(one, None) == bewijs_key(other, "Jan")


def test_other_organisations_and_contacts_have_other_bewijzen() -> None:
    keys = {
        bewijs_key(*names)
        for names in (("Jan", None), (None, "Jan"), ("Jana", None), (None, None), ("⚽", None), ("🎨", None))
    }

    assert len(keys) == 6


@pytest.mark.parametrize("name", ["ß" * 200, "ﷺ" * 200, "x" * 200])
def test_a_key_fits_its_column_whatever_the_name(name: str) -> None:
    assert len(bewijs_key(name, None)) <= KEY_LENGTH + 2


def test_findings_name_why_to_look_closer() -> None:
    contract = Contract(status=Status.OBLIGED, starts_on=day(5), last_day=day(30))
    before = a_date(1, 4)
    much = a_date(2, 9, 10 * 60)
    more = a_date(3, 9, 3 * 60, bewijs_id=BUDDY)
    waits = a_date(4, 10, claimed_at=NOW - dt.timedelta(days=WAITS_LONG_DAYS))
    book = a_book(before, much, more, waits, a_date(5, 11))

    found = [findings_about(book, attendance, contract, NOW) for attendance in book.attendances]

    assert found == [
        {Finding.OUTSIDE_TERM},
        {Finding.MANY_HOURS_A_DAY},
        {Finding.MANY_HOURS_A_DAY},
        {Finding.WAITS_LONG},
        set(),
    ]
    assert findings_about(book, before, None, NOW) == set()
