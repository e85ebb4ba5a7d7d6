"""What a begeleider should look at before they decide about a paper."""

import datetime as dt
from typing import Any

import pytest

from bot.domain.acceptance import Acceptance
from bot.domain.attendance import Attendance, State
from bot.domain.bewijs_key import bewijs_key
from bot.domain.contract import Contract, Status
from bot.domain.form import FormFacts
from bot.domain.form_number import FormNumber
from bot.domain.hours import Bewijs, Book
from bot.domain.ids import (
    AcceptanceId,
    AccountId,
    AttendanceId,
    BegeleiderId,
    BewijsId,
    NewcomerId,
    PageId,
    PaperId,
)
from bot.domain.offer_kind import OfferKind
from bot.domain.page_check import PageCheck, Problem, Trouble
from bot.domain.paper import Page, Paper, PaperFinding, PaperState, Said, findings_in
from bot.domain.paper_findings import Beside, Earlier, findings_about

AT = dt.datetime(2026, 11, 23, 10, 0, tzinfo=dt.UTC)
DAY = dt.date(2026, 11, 10)
AMIRA, KARIM, SOFIE = NewcomerId(1), NewcomerId(2), BegeleiderId(1)
CLUB = Bewijs(id=BewijsId(1), newcomer_id=AMIRA, kind=OfferKind.SPORT, organisation="Club", contact="Rita")
NUMBER = FormNumber("BD-7K3M9QXTC4")


def a_page(**values: Any) -> Page:
    """A page that can be used, signed."""
    given: dict[str, Any] = {"page_found": True, "signed": True}
    check = PageCheck(**(given | values))
    return Page(id=PageId(1), file_id="f", file_unique_id="u", message_id=1, check=check)


def a_paper(*pages: Page, said: Any = (), **values: Any) -> Paper:
    """Ten hours at the club within ten days, signed by Rita."""
    hours: dict[str, Any] = {
        "kind": OfferKind.SPORT,
        "organisation": "Club",
        "contact": "Rita",
        "minutes": 600,
        "first_day": DAY,
        "last_day": DAY + dt.timedelta(days=9),
    }
    given: dict[str, Any] = {
        "id": PaperId(5),
        "newcomer_id": AMIRA,
        "account_id": AccountId(1),
        "state": PaperState.HANDED_IN,
        "receipt": "B-4K7M",
        "bewijs_id": CLUB.id,
        "began_at": AT,
        "handed_in_at": AT,
    }
    return Paper(pages=pages or (a_page(),), said=Said(**(hours | dict(said))), **(given | values))


def a_date(number: int, minutes: int, state: State = State.CONFIRMED, days: int = 0) -> Attendance:
    """An attendance at the club."""
    return Attendance(
        id=AttendanceId(number),
        bewijs_id=CLUB.id,
        day=DAY + dt.timedelta(days=days),
        minutes=minutes,
        state=state,
        claimed_at=AT,
    )


def a_book(*dates: Attendance, accepted: tuple[Acceptance, ...] = ()) -> Book:
    """Amira's hours at the club."""
    return Book(bewijzen=(CLUB,), attendances=dates, acceptances=accepted)


def found(paper: Paper, **values: Any) -> set[PaperFinding]:
    """The names of what is found beside the club's book."""
    return findings_in(findings_about(paper, Beside(**({"book": a_book()} | values))))


def earlier(**values: Any) -> Earlier:
    """Karim's paper of an hour ago."""
    given: dict[str, Any] = {
        "paper_id": PaperId(3),
        "newcomer_id": KARIM,
        "begeleider_id": SOFIE,
        "handed_in_at": AT - dt.timedelta(hours=1),
    }
    return Earlier(**(given | values))


def test_nothing_is_found_about_a_paper_that_is_right() -> None:
    assert found(a_paper()) == set()


@pytest.mark.parametrize(
    ("signed", "is_form", "finding"),
    [
        (False, True, {PaperFinding.NO_SIGNATURE}),
        (None, True, {PaperFinding.SIGNATURE_UNSURE}),
        (None, False, set()),
        (True, True, set()),
    ],
)
def test_a_signature_that_is_missing_or_unsure_is_named(
    signed: bool | None, is_form: bool, finding: set[PaperFinding]
) -> None:
    assert found(a_paper(a_page(signed=signed, is_form=is_form))) == finding


def test_one_signed_sheet_of_several_is_enough() -> None:
    assert found(a_paper(a_page(signed=False), a_page())) == set()


def test_a_page_with_a_problem_or_unread_is_hard_to_read() -> None:
    dark = a_page(troubles=(Trouble(problem=Problem.DARK),))
    unread = Page(id=PageId(2), file_id="f", file_unique_id="v", message_id=2)

    assert found(a_paper(dark)) == {PaperFinding.HARD_TO_READ}
    assert found(a_paper(a_page(), unread)) == {PaperFinding.HARD_TO_READ}


CLAIMED = State.CLAIMED


@pytest.mark.parametrize(
    ("dates", "finding"),
    [
        ([], None),
        ([a_date(1, 600)], None),
        ([a_date(1, 300), a_date(2, 300, days=1)], None),
        ([a_date(1, 540)], PaperFinding.HOURS_DIFFER),
        ([a_date(1, 660)], PaperFinding.HOURS_DIFFER),
        ([a_date(1, 660, days=20)], None),
        ([a_date(1, 300), a_date(2, 300, CLAIMED, 1)], None),
        ([a_date(1, 300), a_date(2, 240, CLAIMED, 1)], PaperFinding.MORE_THAN_NOTED),
        ([a_date(1, 540, CLAIMED)], PaperFinding.MORE_THAN_NOTED),
        ([a_date(1, 660, CLAIMED)], None),
        ([a_date(1, 540, State.REFUSED)], None),
    ],
)
def test_hours_are_laid_beside_what_was_confirmed_and_noted(
    dates: list[Attendance], finding: PaperFinding | None
) -> None:
    assert found(a_paper(), book=a_book(*dates)) == ({finding} if finding else set())


def test_days_outside_the_term_are_named() -> None:
    def term(first: dt.date, last: dt.date) -> Contract:
        return Contract(status=Status.OBLIGED, starts_on=first, last_day=last)

    month = dt.timedelta(days=30)
    assert found(a_paper(), contract=term(DAY - month, DAY + month)) == set()
    assert found(a_paper(), contract=term(DAY + dt.timedelta(days=1), DAY + month)) == {
        PaperFinding.OUTSIDE_TERM
    }
    assert found(a_paper(), contract=term(DAY - month, DAY)) == {PaperFinding.OUTSIDE_TERM}


def test_days_that_count_already_are_named_but_not_by_the_papers_own_acceptance() -> None:
    accepted = Acceptance(
        id=AcceptanceId(7), bewijs_id=CLUB.id, minutes=60, first_day=DAY, last_day=DAY, accepted_at=AT
    )
    book = a_book(accepted=(accepted,))

    assert found(a_paper(), book=book) == {PaperFinding.ACCEPTED_BEFORE}
    assert found(a_paper(acceptance_id=accepted.id), book=book) == set()


@pytest.mark.parametrize(
    ("minutes", "rows", "is_many"),
    [(7200, None, False), (7201, None, True), (720, (3,), False), (721, (3,), True), (1442, (0, 4), True)],
)
def test_more_hours_in_a_day_than_plausible_are_named(
    minutes: int, rows: tuple[int, ...] | None, is_many: bool
) -> None:
    paper = a_paper(a_page(filled_rows=rows), said={"minutes": minutes})

    assert (PaperFinding.MANY_HOURS_A_DAY in found(paper)) == is_many


# Kind and contact.


def test_another_kind_than_the_form_was_made_for_is_named() -> None:
    other = Bewijs(
        id=BewijsId(2), newcomer_id=AMIRA, kind=OfferKind.CULTURE, organisation="Club", contact=None
    )
    facts = {NUMBER: FormFacts(number=NUMBER, newcomer_id=AMIRA, bewijs_id=CLUB.id)}
    book = Book(bewijzen=(CLUB, other))

    assert found(a_paper(form=NUMBER), book=book, forms=facts) == set()
    assert found(a_paper(form=NUMBER, bewijs_id=other.id), book=book, forms=facts) == {
        PaperFinding.OTHER_KIND
    }


def test_another_kind_than_any_choice_at_that_place_is_named() -> None:
    club, elsewhere = bewijs_key("club", None), bewijs_key("Elders", None)

    assert found(a_paper(), chosen={(club, OfferKind.CULTURE)}) == {PaperFinding.OTHER_KIND}
    assert found(a_paper(), chosen={(club, OfferKind.CULTURE), (club, OfferKind.SPORT)}) == set()
    assert found(a_paper(), chosen={(elsewhere, OfferKind.CULTURE)}) == set()


@pytest.mark.parametrize(
    ("contact", "contacts", "is_other"),
    [
        ("Rita", {}, False),
        ("RITA", {}, False),
        (None, {}, False),
        ("Piet", {}, True),
        ("Piet", {"c:piet": False}, True),
        ("Piet", {"c:piet": True}, False),
    ],
)
def test_another_contact_is_named_until_the_begeleider_says_that_they_belong(
    contact: str | None, contacts: dict[str, bool], is_other: bool
) -> None:
    paper = a_paper(said={"contact": contact})

    assert (PaperFinding.OTHER_CONTACT in found(paper, contacts=contacts)) == is_other


# Forms and other papers.


def test_a_form_of_somebody_else_or_of_nobody_here_is_named_and_an_empty_one_is_not() -> None:
    def facts(newcomer_id: NewcomerId | None) -> dict[FormNumber, FormFacts]:
        return {NUMBER: FormFacts(number=NUMBER, newcomer_id=newcomer_id)}

    assert found(a_paper(form=NUMBER), forms=facts(KARIM)) == {PaperFinding.SOMEBODY_ELSES_FORM}
    assert found(a_paper(form=NUMBER), forms=facts(None)) == set()
    assert found(a_paper(form=NUMBER), forms=facts(AMIRA)) == set()
    assert found(a_paper(form=NUMBER)) == {PaperFinding.UNKNOWN_FORM}


@pytest.mark.parametrize(
    ("values", "is_named"),
    [
        ({}, True),
        ({"handed_in_at": AT + dt.timedelta(hours=1)}, False),
        ({"handed_in_at": AT + dt.timedelta(hours=1), "counts": True}, True),
        ({"form": FormNumber("BD-other")}, False),
        ({"paper_id": PaperId(5)}, False),
    ],
)
def test_a_form_that_came_before_or_counts_already_is_named(values: dict[str, Any], is_named: bool) -> None:
    other = earlier(**({"form": NUMBER} | values))

    assert (PaperFinding.SAME_FORM in found(a_paper(form=NUMBER), earlier=[other])) == is_named


@pytest.mark.parametrize(
    ("newcomer", "may_see", "named"), [(AMIRA, False, 3), (KARIM, True, 3), (KARIM, False, None)]
)
def test_the_paper_of_another_is_only_named_to_who_may_see_it(
    newcomer: NewcomerId, may_see: bool, named: int | None
) -> None:
    other = earlier(newcomer_id=newcomer, file_unique_id="u")
    (one,) = findings_about(a_paper(), Beside(book=a_book(), earlier=[other], may_see=lambda _: may_see))

    assert (one.finding, one.paper_id) == (PaperFinding.SAME_PICTURE, named)


def test_the_same_picture_is_not_named_as_alike_writing_too() -> None:
    page = a_page()
    alike = Page(**(vars(page) | {"resembles": (PaperId(3),)}))

    assert found(a_paper(alike), earlier=[earlier(file_unique_id="u")]) == {PaperFinding.SAME_PICTURE}
    assert found(a_paper(alike), earlier=[earlier()]) == {PaperFinding.LOOKS_ALIKE}


def test_the_most_important_finding_comes_first() -> None:
    paper = a_paper(a_page(signed=False, troubles=(Trouble(problem=Problem.DARK),)), form=NUMBER)
    forms = {NUMBER: FormFacts(number=NUMBER)}
    beside = Beside(book=a_book(a_date(1, 30)), forms=forms, earlier=[earlier(form=NUMBER)])
    named = findings_about(paper, beside)

    assert [one.finding for one in named] == [
        PaperFinding.SAME_FORM,
        PaperFinding.NO_SIGNATURE,
        PaperFinding.HOURS_DIFFER,
        PaperFinding.HARD_TO_READ,
    ]
    assert named[2].minutes == 30
