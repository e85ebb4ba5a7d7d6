"""What to look at in a digital bewijs, and what of it can be accepted."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from bot.domain.acceptance import Acceptance
from bot.domain.attendance import Attendance, State
from bot.domain.bewijs_key import bewijs_key
from bot.domain.contract import Contract, Status
from bot.domain.errors import ButtonOld
from bot.domain.form import FormFacts
from bot.domain.hours import Book
from bot.domain.ids import AcceptanceId, AttendanceId, ContactId, PaperId
from bot.domain.offer_kind import OfferKind
from bot.domain.paper import Paper, PaperFinding, findings_in
from bot.domain.paper_facts import open_rows, proposed
from bot.domain.paper_findings import Beside, findings_about
from bot.domain.possible import Stretch
from bot.domain.signature import MOST_POINTS, Signature, SignedRow, check_strokes
from tests.domain.test_paper_findings import (
    AMIRA,
    AT,
    CLUB,
    DAY,
    NUMBER,
    a_book,
    a_date,
    a_paper,
    earlier,
)

A_DAY = dt.timedelta(days=1)
FOUR = tuple(a_date(number, 120, days=2 * number) for number in range(4))
"""Every other day two hours, all confirmed."""
CONTRACT = Contract(status=Status.OBLIGED, starts_on=DAY - 30 * A_DAY, last_day=DAY + 5 * A_DAY)


def signed(dates: tuple[Attendance, ...] = FOUR, **values: Any) -> Signature:
    given: dict[str, Any] = {
        "paper_id": PaperId(5),
        "newcomer_id": AMIRA,
        "contact_id": ContactId(3),
        "newcomer": "Amira",
        "kind": OfferKind.SPORT,
        "organisation": "Club",
        "contact": "Karel Peeters",
        "rows": tuple(SignedRow(attendance_id=d.id, day=d.day, minutes=d.minutes) for d in dates),
        "signed_at": AT,
    }
    return Signature(**(given | values))


def digital(**values: Any) -> Paper:
    paper = a_paper(said={"contact": "Karel Peeters", "minutes": 480}, form=NUMBER, is_digital=True, **values)
    return Paper(**(vars(paper) | {"pages": ()}))


def found(book: Book, signature: Signature | None = None, paper: Paper | None = None, **beside: Any) -> Any:
    given: dict[str, Any] = {
        "forms": {NUMBER: FormFacts(number=NUMBER, newcomer_id=AMIRA, bewijs_id=CLUB.id)},
        "signer": "Karel",
    }
    signature = signature or signed()
    about = findings_about(paper or digital(), Beside(book=book, signature=signature, **(given | beside)))
    return findings_in(about)


def accepted(first: int, last: int, *, days: tuple[int, ...] | None = None, id_: int = 1) -> Acceptance:
    return Acceptance(
        id=AcceptanceId(id_),
        bewijs_id=CLUB.id,
        minutes=120,
        first_day=DAY + first * A_DAY,
        last_day=DAY + last * A_DAY,
        accepted_at=AT,
        days=None if days is None else tuple(DAY + day * A_DAY for day in days),
    )


def test_a_digital_bewijs_has_no_page_to_doubt() -> None:
    assert found(a_book(*FOUR)) == set()


def test_a_row_whose_date_changed_is_named() -> None:
    changed = (*FOUR[:3], a_date(3, 60, days=6))
    refused = (*FOUR[:3], a_date(3, 120, State.REFUSED, days=6))

    assert found(a_book(*changed)) == {PaperFinding.HOURS_DIFFER}
    assert found(a_book(*refused)) == {PaperFinding.HOURS_DIFFER}


@pytest.mark.parametrize("mark", [{"contacts_differ": True}, {"objected_at": AT}])
def test_a_date_of_which_somebody_says_something_else_is_named(mark: dict[str, Any]) -> None:
    disputed = (replace(FOUR[0], **mark), *FOUR[1:])

    assert found(a_book(*disputed)) == {PaperFinding.DISPUTED}


def test_only_acceptances_of_its_own_days_were_before_it() -> None:
    between = accepted(1, 5, days=(1, 3, 5))
    one_of_them = accepted(0, 5, days=(1, 4))
    photographed = accepted(3, 4)

    assert found(a_book(*FOUR, accepted=(between,))) == set()
    assert found(a_book(*FOUR, accepted=(one_of_them,))) == {PaperFinding.ACCEPTED_BEFORE}
    assert found(a_book(*FOUR, accepted=(photographed,))) == {PaperFinding.ACCEPTED_BEFORE}


def test_its_own_acceptance_was_not_before_it() -> None:
    own = accepted(0, 6, days=(0, 2, 4, 6))

    assert found(a_book(*FOUR, accepted=(own,)), paper=digital(acceptance_id=own.id)) == set()


def test_a_photograph_over_days_that_a_digital_bewijs_holds_is_named() -> None:
    book = a_book(*FOUR, accepted=(accepted(0, 6, days=(0, 2, 4, 6)),))
    on_a_free_day = {"first_day": DAY + A_DAY, "last_day": DAY + A_DAY, "minutes": 60}

    assert PaperFinding.ACCEPTED_BEFORE in findings_in(findings_about(a_paper(), Beside(book=book)))
    assert findings_about(a_paper(said=on_a_free_day), Beside(book=book)) == []


def test_rows_outside_the_term_and_impossibly_long_days_are_named() -> None:
    long = (a_date(1, 13 * 60),)

    assert found(a_book(*FOUR), contract=CONTRACT) == {PaperFinding.OUTSIDE_TERM}
    assert found(a_book(*long), signed(long)) == {PaperFinding.MANY_HOURS_A_DAY}


def test_a_known_contact_who_signs_is_no_other_contact() -> None:
    book = a_book(*FOUR)

    assert found(book, signer="Karel") == set()
    assert found(book, signer=None) == set()
    assert found(book, signer="Fatma") == {PaperFinding.OTHER_CONTACT}
    assert found(book, signer="Fatma", contacts={bewijs_key(None, "Karel Peeters"): True}) == set()


def test_another_kind_than_was_chosen_is_named_although_the_form_says_so_too() -> None:
    chosen = {(bewijs_key("Club", None), OfferKind.BUDDY)}

    assert found(a_book(*FOUR), chosen=chosen) == {PaperFinding.OTHER_KIND}


def test_a_photograph_of_it_that_was_handed_in_is_the_same_form() -> None:
    assert found(a_book(*FOUR), earlier=[earlier(form=NUMBER)]) == {PaperFinding.SAME_FORM}


# What can be accepted.


def minutes_of(book: Book, **values: Any) -> list[int]:
    return [row.minutes for row in open_rows(signed(), book, digital(**values))]


def test_only_rows_that_nothing_else_holds_are_proposed() -> None:
    book = a_book(*FOUR, accepted=(accepted(0, 1, id_=1), accepted(4, 6, days=(4,), id_=2)))

    assert minutes_of(book) == [120, 120]
    assert proposed(digital(), book, AT.date(), signed()) == Stretch(DAY + 2 * A_DAY, DAY + 6 * A_DAY, 240)


def test_a_date_that_is_not_confirmed_any_more_is_not_proposed_and_a_changed_one_as_it_stands() -> None:
    book = a_book(
        FOUR[0],
        a_date(1, 45, days=2),
        a_date(2, 120, State.REFUSED, days=4),
        a_date(3, 120, State.CLAIMED, days=6),
    )

    assert minutes_of(book) == [120, 45]


def test_when_all_is_accepted_nothing_is_proposed() -> None:
    book = a_book(*FOUR, accepted=(accepted(0, 6),))

    assert proposed(digital(), book, AT.date(), signed()) is None


def test_what_the_contact_said_on_the_phone_goes_before_the_rows() -> None:
    told = proposed(digital(contact_minutes=300), a_book(*FOUR), AT.date(), signed())

    assert told == Stretch(DAY, DAY + 6 * A_DAY, 300)


# Drawing.


@pytest.mark.parametrize(
    "stroke",
    [((600, 201),), ((-1, 0),), ((601, 0),), ((1.5, 2),), ((True, 2),), ((0, 0),) * (MOST_POINTS + 1)],
)
def test_what_is_no_drawing_is_refused(stroke: Any) -> None:
    with pytest.raises(ButtonOld):
        check_strokes([stroke])


def test_a_drawing_within_its_field_is_taken_without_empty_strokes() -> None:
    assert check_strokes([((0, 0), (600, 200)), ()]) == (((0, 0), (600, 200)),)


def test_any_other_fact_gives_another_digest() -> None:
    first = signed()
    rows = (*first.rows[:3], SignedRow(attendance_id=AttendanceId(3), day=first.rows[3].day, minutes=121))
    others = [
        signed(rows=rows),
        signed(contact="Karel"),
        signed(newcomer="Amina"),
        signed(organisation=None),
        signed(paper_id=PaperId(6)),
        signed(signed_at=AT + dt.timedelta(seconds=1)),
    ]

    assert signed().digest == first.digest
    assert len({first.digest, *(other.digest for other in others)}) == len(others) + 1
