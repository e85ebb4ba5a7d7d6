"""A contact signs what was confirmed; the digital bewijs counts once, and can be told as genuine."""

from typing import Any

import pytest

from bot.domain.attendance import RefusedBecause
from bot.domain.contact import Contact, Reached
from bot.domain.contact_news import News
from bot.domain.contact_words import Surface
from bot.domain.contract import ClosedBecause
from bot.domain.errors import (
    AcceptedAlready,
    ButtonOld,
    ContactUnchecked,
    DossierClosed,
    FormAcceptedAlready,
    HoursChanged,
    InviteNotValid,
    NothingToSign,
    NotYours,
    PaperIncomplete,
    PaperSettled,
)
from bot.domain.history import What, Who, retell
from bot.domain.hours import Sums
from bot.domain.ids import AttendanceId, NewcomerId
from bot.domain.paper import NoSignBecause, PaperFinding, PaperRefusedBecause, PaperState
from bot.domain.possible import Stretch
from bot.services.signed_links import LinkKind, SignedLinks
from bot.storage.work import SqlWork
from tests.services.paper_care import A_DAY, TODAY, a_check
from tests.services.signing_care import SigningCare, a_contact, a_signing_care, tied


@pytest.fixture
async def care(work: SqlWork) -> SigningCare:
    """Amira, whom Sofie guides, and Karel of her club."""
    return await a_signing_care(work)


# What can be signed.


async def test_only_confirmed_dates_that_nothing_holds_wait_for_a_signature(care: SigningCare) -> None:
    await care.claim(1)
    await care.confirmed(2, 3)

    assert await care.to_sign() == [120, 120]
    await care.sign()
    assert await care.to_sign() == []
    await care.confirmed(4, minutes=60)
    assert await care.to_sign() == [60]


async def test_signing_makes_a_paper_that_the_begeleider_gets(care: SigningCare) -> None:
    dates = await care.confirmed(3, 2)
    signature, happened = await care.use.signing.sign(
        care.signer, care.club, name=" Karel  P. ", seen=frozenset(dates), surface=Surface.PAGE
    )
    paper = await care.paper_of(signature)
    history = await care.work.history.of(care.amira.newcomer_ids[0])

    assert (signature.contact, signature.newcomer, signature.minutes) == ("Karel P.", "Amira", 240)
    assert (paper.state, paper.is_digital, paper.pages, paper.bewijs_id) == (
        PaperState.HANDED_IN,
        True,
        (),
        care.club,
    )
    assert (paper.said.minutes, paper.said.first_day, paper.said.last_day) == (
        240,
        TODAY - 3 * A_DAY,
        TODAY - 2 * A_DAY,
    )
    assert [one.id for one in await care.use.deciding.waiting(care.sofie)] == [paper.id]
    assert [(one.news, one.paper_id) for one in happened] == [(News.SIGNED, paper.id)]
    assert (history[-1].what, history[-1].by.who, history[-1].facts["reached"]) == (
        What.SIGNED,
        Who.CONTACT,
        "begeleider",
    )
    assert await care.use.signing.of_paper(paper.id) == signature


async def test_pressing_twice_signs_once(care: SigningCare) -> None:
    dates = await care.confirmed(1)
    await care.sign()

    with pytest.raises(NothingToSign):
        await care.sign(seen=frozenset(dates))
    assert len(await care.use.deciding.waiting(care.sofie)) == 1


async def test_a_contact_signs_what_they_saw(care: SigningCare) -> None:
    dates = await care.confirmed(1, 2)

    for seen, total in (
        (frozenset(dates[:1]), None),
        (frozenset({*dates, 999}), None),
        (frozenset(dates), 60),
    ):
        with pytest.raises(HoursChanged):
            await care.sign(seen=seen, total=total)
    assert (await care.sign(total=240)).minutes == 240


async def test_what_is_drawn_is_kept_and_nothing_else_is_taken_for_a_drawing(care: SigningCare) -> None:
    await care.confirmed(1)

    with pytest.raises(ButtonOld):
        await care.sign(strokes=[((0, 9999),)])
    signature = await care.sign(strokes=[((1, 2), (3, 4)), ()])
    assert await care.use.signing.of_paper(signature.paper_id) == signature
    assert signature.strokes == (((1, 2), (3, 4)),)


async def test_a_name_of_spaces_is_the_contacts_own(care: SigningCare) -> None:
    await care.confirmed(1)

    assert (await care.sign(name="  ")).contact == "Karel Peeters"


async def test_somebody_without_a_phone_has_a_digital_bewijs_too(care: SigningCare) -> None:
    await care.confirmed(1)
    await care.work.people.unlink_newcomer(care.amira.newcomer_ids[0], care.amira.id)

    signature = await care.sign()
    assert (await care.paper_of(signature)).state is PaperState.HANDED_IN


# Who may.


async def test_a_contact_whom_nobody_checked_signs_and_refuses_nothing(care: SigningCare) -> None:
    dates = await care.confirmed(1)
    unchecked = await a_contact(care.work, "Jan", reached=Reached.NEWCOMER)
    await tied(care, unchecked)

    for touch in every_use(care, unchecked, dates):
        with pytest.raises(ContactUnchecked):
            await touch


async def test_a_contact_signs_nothing_of_somebody_elses_people(care: SigningCare) -> None:
    dates = await care.confirmed(1)
    stranger = await a_contact(care.work, "Jan", organisation="Bibliotheek")

    for touch in every_use(care, stranger, dates):
        with pytest.raises(NotYours):
            await touch


async def test_nothing_is_signed_once_the_dossier_is_closed(care: SigningCare) -> None:
    dates = await care.confirmed(1)
    await care.use.contracts.close(await care.guided(), ClosedBecause.OTHER)

    for touch in every_use(care, care.signer, dates):
        with pytest.raises(DossierClosed):
            await touch


def every_use(care: SigningCare, contact: Contact, dates: list[AttendanceId]) -> tuple[Any, ...]:
    signing = care.use.signing
    sign: dict[str, Any] = {"name": "", "seen": frozenset(dates), "surface": Surface.PAGE}
    return (
        signing.to_sign(contact, care.club),
        signing.sign(contact, care.club, **sign),
        signing.refuse(contact, care.club, NoSignBecause.OTHER),
    )


# Void.


async def test_a_date_that_the_contact_puts_right_makes_what_they_signed_void(care: SigningCare) -> None:
    first, _ = await care.confirmed(1, 2)
    signature = await care.sign()

    happened = await care.tells(first, 60)

    assert News.VOID in {one.news for one in happened}
    assert (await care.paper_of(signature)).state is PaperState.TAKEN_BACK
    assert sorted(await care.to_sign()) == [60, 120]
    again = await care.sign()
    assert (again.minutes, again.paper_id != signature.paper_id) == (180, True)


async def test_a_date_of_another_paper_leaves_it_as_it_is(care: SigningCare) -> None:
    await care.confirmed(1)
    signature = await care.sign()
    (other,) = await care.confirmed(2)

    assert await care.use.signing.void(await care.own(), other) == ()
    assert (await care.paper_of(signature)).state is PaperState.HANDED_IN


# Accepting.


async def test_accepting_counts_its_days_and_no_day_between(care: SigningCare) -> None:
    await care.confirmed(1, 5)
    paper = await care.paper_of(await care.sign())
    await care.claim(3, 60)

    dossier = await care.accept(paper)

    (acceptance,) = dossier.book.acceptances
    assert dossier.book.sums == Sums(claimed=60, accepted=240)
    assert acceptance.days == (TODAY - 5 * A_DAY, TODAY - A_DAY)
    assert retell(await care.work.history.of(dossier.id)).sums == dossier.book.sums
    assert await care.use.deciding.findings(dossier, await care.again(paper)) == []


async def test_what_was_accepted_can_be_undone_and_accepted_again(care: SigningCare) -> None:
    await care.confirmed(1)
    paper = await care.paper_of(await care.sign())
    await care.accept(paper)

    await care.use.deciding.undo(await care.guided(), paper.id)
    dossier = await care.guided()
    assert dossier.book.sums == Sums(confirmed=120)
    assert await care.to_sign() == []
    assert (await care.accept(paper)).book.sums == Sums(accepted=120)


async def test_accepting_twice_counts_once(care: SigningCare) -> None:
    await care.confirmed(1)
    paper = await care.paper_of(await care.sign())
    await care.accept(paper)

    with pytest.raises(PaperSettled):
        await care.accept(paper)


async def test_only_rows_that_nothing_holds_are_accepted(care: SigningCare) -> None:
    await care.confirmed(1, 5)
    paper = await care.paper_of(await care.sign())
    photographed = await care.hand_in(
        contact=None, minutes=120, first_day=TODAY - 6 * A_DAY, last_day=TODAY - 4 * A_DAY
    )
    await care.accept(photographed)

    assert await care.findings(paper) == {PaperFinding.ACCEPTED_BEFORE}
    assert await care.use.deciding.proposed(await care.guided(), paper) == Stretch(
        TODAY - A_DAY, TODAY - A_DAY, 120
    )
    dossier = await care.accept(paper)
    assert dossier.book.sums == Sums(accepted=240)


async def test_when_all_of_it_counts_already_it_is_refused_in_clear_words(care: SigningCare) -> None:
    await care.confirmed(1, 2)
    paper = await care.paper_of(await care.sign())
    photographed = await care.hand_in(
        contact=None, minutes=240, first_day=TODAY - 2 * A_DAY, last_day=TODAY - A_DAY
    )
    await care.accept(photographed)

    with pytest.raises(AcceptedAlready):
        await care.accept(paper)
    await care.use.deciding.refuse(await care.guided(), paper.id, PaperRefusedBecause.HANDED_IN_BEFORE)
    assert (await care.guided()).book.sums == Sums(accepted=240)


async def test_a_photograph_of_days_that_a_digital_one_holds_was_accepted_before(
    care: SigningCare,
) -> None:
    await care.confirmed(1, 5)
    await care.accept(await care.paper_of(await care.sign()))

    over_both = await care.hand_in(contact=None, first_day=TODAY - 5 * A_DAY, last_day=TODAY - A_DAY)
    between = await care.hand_in(contact=None, first_day=TODAY - 4 * A_DAY, last_day=TODAY - 2 * A_DAY)

    assert PaperFinding.ACCEPTED_BEFORE in await care.findings(over_both)
    assert PaperFinding.ACCEPTED_BEFORE not in await care.findings(between)


async def test_a_photograph_of_the_printed_digital_bewijs_counts_once(care: SigningCare) -> None:
    await care.confirmed(1)
    paper = await care.paper_of(await care.sign())
    photographed = await care.hand_in(a_check(is_form=True, form=paper.form, signed=True), contact=None)

    assert PaperFinding.SAME_FORM in await care.findings(photographed)
    await care.accept(paper)
    with pytest.raises(FormAcceptedAlready):
        await care.accept(photographed)

    await care.use.deciding.undo(await care.guided(), paper.id)
    await care.accept(photographed)
    with pytest.raises(AcceptedAlready):
        await care.accept(paper)


async def test_a_date_that_the_begeleider_changed_counts_as_it_stands(care: SigningCare) -> None:
    first, second = await care.confirmed(2, 1)
    paper = await care.paper_of(await care.sign())
    await care.use.hours.confirm(await care.guided(), first, minutes=45)
    await care.use.hours.refuse(await care.guided(), second, RefusedBecause.NOT_THERE)

    assert await care.findings(paper) == {PaperFinding.HOURS_DIFFER}
    dossier = await care.accept(paper)
    assert dossier.book.sums == Sums(accepted=45)


async def test_when_no_date_of_it_is_confirmed_any_more_nothing_is_accepted(care: SigningCare) -> None:
    (date,) = await care.confirmed(1)
    paper = await care.paper_of(await care.sign())
    await care.use.hours.refuse(await care.guided(), date, RefusedBecause.NOT_THERE)

    with pytest.raises(PaperIncomplete):
        await care.accept(paper)


async def test_the_begeleider_can_accept_another_amount_or_some_of_its_days(care: SigningCare) -> None:
    await care.confirmed(5, 3, 1)
    paper = await care.paper_of(await care.sign())

    dossier = await care.accept(paper, minutes=90, first_day=TODAY - 4 * A_DAY)

    (acceptance,) = dossier.book.acceptances
    assert (acceptance.minutes, acceptance.days) == (90, (TODAY - 3 * A_DAY, TODAY - A_DAY))
    assert dossier.book.sums == Sums(confirmed=120, accepted=90)


async def test_what_the_begeleider_refuses_can_be_signed_again(care: SigningCare) -> None:
    await care.confirmed(1)
    first = await care.sign()
    await care.use.deciding.refuse(await care.guided(), first.paper_id, PaperRefusedBecause.OTHER)

    second = await care.sign()
    assert second.paper_id != first.paper_id
    await care.use.deciding.undo(await care.guided(), first.paper_id)
    await care.accept(await care.paper_of(first))
    with pytest.raises(AcceptedAlready):
        await care.accept(await care.paper_of(second))
    assert (await care.guided()).book.sums == Sums(accepted=120)


async def test_a_digital_bewijs_stays_where_its_dates_were_confirmed(care: SigningCare) -> None:
    await care.confirmed(1)
    paper = await care.paper_of(await care.sign(name="Fatma"))

    assert await care.findings(paper) == {PaperFinding.OTHER_CONTACT}
    with pytest.raises(PaperIncomplete):
        await care.use.deciding.own_bewijs(await care.guided(), paper.id)
    await care.use.deciding.belongs(await care.guided(), paper.id)
    assert await care.findings(paper) == set()


# Genuine or not.


async def test_the_code_tells_that_it_is_genuine_and_whether_it_holds(care: SigningCare) -> None:
    (date,) = await care.confirmed(1)
    signature = await care.sign()
    code = care.use.signing.code(signature)

    genuine = await care.use.signing.verify(code)
    assert (genuine.signature, genuine.is_current) == (signature, True)
    assert len(code) <= 64
    await care.tells(date, 60)
    void = await care.use.signing.verify(code)
    assert (void.signature, void.is_current) == (signature, False)


async def test_an_altered_code_or_one_of_another_bewijs_is_not_genuine(care: SigningCare) -> None:
    await care.confirmed(1)
    signature = await care.sign()
    code = care.use.signing.code(signature)
    last = "A" if code[-1] != "A" else "B"
    other = SignedLinks(b"another key" * 4).make(LinkKind.BEWIJS, signature.paper_id, 1)
    kept = SignedLinks(care.use.surroundings.secret_key).make(LinkKind.BEWIJS, signature.paper_id, 1)

    for forged in (code[:-1] + last, code.upper(), code[:-1], "", "v-1-1", other, kept):
        with pytest.raises(InviteNotValid):
            await care.use.signing.verify(forged)


async def test_after_the_newcomer_was_erased_nothing_of_them_is_told(care: SigningCare) -> None:
    await care.confirmed(1)
    code = care.use.signing.code(await care.sign())
    await care.work.people.remove_newcomer(NewcomerId(care.amira.newcomer_ids[0]))

    gone = await care.use.signing.verify(code)
    assert (gone.signature, gone.is_current) == (None, False)


async def test_every_sheet_of_it_has_the_one_number_that_is_kept(care: SigningCare) -> None:
    await care.confirmed(*range(1, 17))
    signature = await care.sign()
    paper = await care.paper_of(signature)
    forms = await care.use.signing.forms_of(signature)

    assert [(form.number, form.sheet, form.sheets, len(form.rows)) for form in forms] == [
        (paper.form, 1, 2, 14),
        (paper.form, 2, 2, 2),
    ]
    assert paper.form is not None
    facts = await care.use.forms.facts(paper.form)
    assert facts is not None
    assert (facts.minutes, facts.first_day, facts.last_day) == (
        16 * 120,
        TODAY - 16 * A_DAY,
        TODAY - A_DAY,
    )


# Who does not sign.


async def test_who_does_not_sign_says_why_once_a_day(care: SigningCare) -> None:
    await care.confirmed(1)
    refusal, told = await care.use.signing.refuse(
        care.signer, care.club, NoSignBecause.OTHER_HOURS, " Het waren er  minder. "
    )
    again, nothing = await care.use.signing.refuse(care.signer, care.club, NoSignBecause.OTHER)

    assert (refusal.contact_id, refusal.because, refusal.note) == (
        care.signer.id,
        NoSignBecause.OTHER_HOURS,
        "Het waren er minder.",
    )
    assert told is not None
    assert (told.news, told.refusal_id) == (News.REFUSED, refusal.id)
    assert (again, nothing) == (refusal, None)
    assert [one.id for one in await care.use.deciding.waiting_refusals(care.sofie)] == [refusal.id]
    care.pass_days(1)
    tomorrow, _ = await care.use.signing.refuse(care.signer, care.club, NoSignBecause.NOT_ALLOWED)
    assert tomorrow.id != refusal.id


async def test_what_the_newcomer_told_does_not_stand_in_the_contacts_way(care: SigningCare) -> None:
    await care.confirmed(1)
    first = await care.use.papers.refuse_signature(await care.own(), care.club)

    refusal, told = await care.use.signing.refuse(care.signer, care.club, NoSignBecause.NOT_KNOWN)
    assert refusal.id != first.id
    assert told is not None
