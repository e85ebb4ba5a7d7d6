"""Which place a note is about, told by as little as a part of its name."""

import datetime as dt

import pytest

from bot.domain.attendance import Attendance, State
from bot.domain.hours import Bewijs, Book
from bot.domain.ids import AttendanceId, BewijsId, NewcomerId
from bot.domain.note_places import latest_first, named
from bot.domain.offer_kind import OfferKind
from tests.builders import NOW


def a_bewijs(number: int, organisation: str | None, contact: str | None = None) -> Bewijs:
    return Bewijs(
        id=BewijsId(number),
        newcomer_id=NewcomerId(1),
        kind=OfferKind.OTHER,
        organisation=organisation,
        contact=contact,
    )


def a_date(number: int, bewijs_id: int, day: dt.date) -> Attendance:
    return Attendance(
        id=AttendanceId(number),
        bewijs_id=BewijsId(bewijs_id),
        day=day,
        minutes=60,
        state=State.CLAIMED,
        claimed_at=NOW,
    )


BOOK = Book(
    bewijzen=(
        a_bewijs(1, "Voetbalclub De Ster"),
        a_bewijs(2, "Café Één"),
        a_bewijs(3, None, "Lotte"),
        a_bewijs(4, "De Ster"),
    ),
    attendances=(a_date(1, 2, dt.date(2026, 11, 20)), a_date(2, 1, dt.date(2026, 11, 10))),
)


@pytest.mark.parametrize(
    ("what", "found"),
    [
        ("voetbalclub", [1]),
        ("VOETBALCLUB de ster!", [1]),
        ("bij voetbalclub de ster in Gent", [1, 4]),
        ("de ster", [4]),
        ("cafe een", [2]),
        ("koffie met Lotte", [3]),
        ("judo", []),
        ("de", []),
        ("", []),
    ],
)
def test_a_place_is_told_by_its_name_or_a_part_of_it(what: str, found: list[int]) -> None:
    assert [bewijs.id for bewijs in named(BOOK, what)] == found


def test_where_somebody_was_last_comes_first() -> None:
    assert [bewijs.id for bewijs in latest_first(BOOK)] == [2, 1, 4, 3]
