"""The begeleider's side of papers: what waits, what is doubtful, the decision, the contact."""

import pytest

from bot.domain.errors import (
    AcceptedAlready,
    FormAcceptedAlready,
    HoursImpossible,
    NotYours,
    PaperIncomplete,
    PaperSettled,
    PaperUnknown,
)
from bot.domain.form_number import FormNumber
from bot.domain.history import What, retell
from bot.domain.hours import Bewijs
from bot.domain.offer_kind import OfferKind
from bot.domain.paper import (
    UNDO_DAYS,
    ContactAnswer,
    Paper,
    PaperContact,
    PaperFinding,
    PaperRefusedBecause,
    PaperState,
)
from bot.domain.possible import Stretch
from bot.domain.stand_in import StandIn
from bot.storage.work import SqlWork
from tests.builders import new_begeleider
from tests.services.choosing import an_offer
from tests.services.paper_care import A_DAY, TODAY, PaperCare, a_check, a_paper_care


@pytest.fixture
async def care(work: SqlWork) -> PaperCare:
    """Amira and Karim, whom Sofie guides."""
    return await a_paper_care(work)


# Looking.


async def test_papers_wait_for_who_guides_and_who_stands_in_oldest_first(care: PaperCare) -> None:
    nele = await new_begeleider(care.work, 2002, "Nele")
    first = await care.hand_in()
    care.pass_days(0.1)
    second = await care.hand_in(who=care.karim)

    assert [one.id for one in await care.use.deciding.waiting(care.sofie)] == [first.id, second.id]
    assert list(await care.use.deciding.waiting(nele)) == []
    assert care.sofie.begeleider_id is not None
    assert nele.begeleider_id is not None
    await care.work.stand_ins.add(
        StandIn(
            begeleider_id=care.sofie.begeleider_id,
            colleague_id=nele.begeleider_id,
            first_day=TODAY,
            last_day=TODAY,
        )
    )
    assert [one.id for one in await care.use.deciding.waiting(nele)] == [first.id, second.id]
    with pytest.raises(NotYours):
        await care.use.deciding.waiting(care.amira)


async def test_a_paper_is_opened_with_the_dossier_of_its_newcomer_alone(care: PaperCare) -> None:
    paper = await care.hand_in()

    with pytest.raises(PaperUnknown):
        await care.use.deciding.get(await care.guided(care.karim), paper.id)
    with pytest.raises(NotYours):
        await care.use.deciding.accept(await care.own(), paper.id)


# Deciding.


async def test_what_was_said_is_proposed_and_accepted(care: PaperCare) -> None:
    paper = await care.hand_in()
    proposed = await care.use.deciding.proposed(await care.guided(), paper)
    dossier = await care.accept(paper)
    after = await care.again(paper)

    assert proposed == Stretch(TODAY - 7 * A_DAY, TODAY - A_DAY, 120)
    assert dossier.book.sums.accepted == 120
    assert (after.state, after.decided_at) == (PaperState.ACCEPTED, care.now)
    assert after.acceptance_id == dossier.book.acceptances[0].id
    assert await care.lines() == [What.PAPER_HANDED_IN, What.ACCEPTED, What.PAPER_ACCEPTED]


async def test_a_begeleider_accepts_fewer_hours_over_other_days(care: PaperCare) -> None:
    paper = await care.hand_in()
    dossier = await care.accept(paper, minutes=60, first_day=TODAY - 2 * A_DAY)

    assert [one.stretch for one in dossier.book.acceptances] == [
        Stretch(TODAY - 2 * A_DAY, TODAY - A_DAY, 60)
    ]


async def test_days_that_nobody_said_are_those_that_were_noted(care: PaperCare) -> None:
    paper = await care.hand_in(first_day=None, last_day=None)
    assert await care.use.deciding.proposed(await care.guided(), paper) is None
    with pytest.raises(PaperIncomplete):
        await care.accept(paper)
    await care.use.hours.claim(
        await care.own(),
        OfferKind.ASSOCIATION,
        organisation="FC Gent",
        contact=None,
        day=TODAY - 3 * A_DAY,
        minutes=60,
    )

    proposed = await care.use.deciding.proposed(await care.guided(), paper)
    assert proposed == Stretch(TODAY - 3 * A_DAY, TODAY - 3 * A_DAY, 120)


async def test_a_paper_is_decided_once(care: PaperCare) -> None:
    paper = await care.hand_in()
    await care.accept(paper)

    with pytest.raises(PaperSettled):
        await care.accept(paper)
    with pytest.raises(PaperSettled):
        await care.use.deciding.refuse(await care.guided(), paper.id, PaperRefusedBecause.OTHER)
    assert (await care.guided()).book.sums.accepted == 120


async def test_hours_that_cannot_be_leave_the_paper_as_it_was(care: PaperCare) -> None:
    paper = await care.hand_in()

    with pytest.raises(HoursImpossible):
        await care.accept(paper, minutes=0)
    assert await care.again(paper) == paper


async def test_a_refused_paper_keeps_its_reason_and_counts_nothing(care: PaperCare) -> None:
    paper = await care.hand_in()
    why = PaperRefusedBecause.NO_SIGNATURE
    refused = await care.use.deciding.refuse(await care.guided(), paper.id, why, note="Niet getekend")

    assert (refused.state, refused.refused_because) == (PaperState.REFUSED, why)
    assert (await care.guided()).book.sums.accepted == 0
    assert (await care.work.history.of(paper.newcomer_id))[-1].note == "Niet getekend"


async def test_a_decision_is_undone_for_a_while_with_its_hours(care: PaperCare) -> None:
    paper = await care.hand_in()
    await care.accept(paper)
    care.pass_days(UNDO_DAYS - 1)
    waiting = await care.use.deciding.undo(await care.guided(), paper.id)

    assert waiting == paper
    assert (await care.guided()).book.sums.accepted == 0
    assert retell(await care.work.history.of(paper.newcomer_id)).sums.accepted == 0

    await care.use.deciding.refuse(await care.guided(), paper.id, PaperRefusedBecause.OTHER)
    assert await care.use.deciding.undo(await care.guided(), paper.id) == paper

    await care.accept(paper)
    care.pass_days(UNDO_DAYS)
    with pytest.raises(PaperSettled):
        await care.use.deciding.undo(await care.guided(), paper.id)


async def test_an_acceptance_undone_among_the_hours_lets_its_paper_wait_again(care: PaperCare) -> None:
    paper = await care.hand_in()
    dossier = await care.accept(paper)
    await care.use.hours.undo_acceptance(await care.guided(), dossier.book.acceptances[0].id)

    assert await care.again(paper) == paper
    with pytest.raises(PaperSettled):
        await care.use.deciding.undo(await care.guided(), paper.id)


# The same form, the same picture.


async def _pad_form(care: PaperCare) -> FormNumber:
    (form,) = await care.use.forms.pad(1)
    return form.number


async def _same_form_twice(care: PaperCare) -> tuple[Paper, Paper]:
    number = await _pad_form(care)
    first = await care.hand_in(a_check(form=number, signed=True))
    care.pass_days(0.1)
    return first, await care.hand_in(a_check(form=number, signed=True), first_day=TODAY - 6 * A_DAY)


async def test_the_same_form_counts_once(care: PaperCare) -> None:
    first, second = await _same_form_twice(care)
    await care.accept(first)

    assert PaperFinding.SAME_FORM in await care.findings(second)
    with pytest.raises(FormAcceptedAlready):
        await care.accept(second)
    assert (await care.guided()).book.sums.accepted == 120


async def test_the_same_form_counts_again_once_the_other_is_undone(care: PaperCare) -> None:
    first, second = await _same_form_twice(care)
    await care.accept(second)
    with pytest.raises(AcceptedAlready):
        await care.accept(first)
    await care.use.deciding.undo(await care.guided(), second.id)

    assert (await care.accept(first)).book.sums.accepted == 120


async def test_the_same_form_of_two_people_counts_once_and_names_nobody(care: PaperCare) -> None:
    number = await _pad_form(care)
    await care.accept(await care.hand_in(a_check(form=number)))
    other = await care.hand_in(a_check(form=number), who=care.karim)

    assert {PaperFinding.SAME_FORM, PaperFinding.SOMEBODY_ELSES_FORM} <= await care.findings(
        other, care.karim
    )
    with pytest.raises(FormAcceptedAlready):
        await care.accept(other)


async def test_a_typed_number_is_the_same_form(care: PaperCare) -> None:
    number = await _pad_form(care)
    first = await care.hand_in(a_check(form=number))
    paper = await care.read(await care.send())
    await care.use.papers.type_form(await care.own(), paper.id, number)
    await care.say(paper)
    await care.use.papers.hand_in(await care.own(), paper.id)
    found = await care.use.deciding.findings(await care.guided(), await care.again(paper))

    assert [one.paper_id for one in found if one.finding is PaperFinding.SAME_FORM] == [first.id]


async def test_the_same_file_is_noticed_whoever_sent_it(care: PaperCare) -> None:
    first = await care.hand_in(reading={"digest": "d"})
    second = await care.hand_in(reading={"digest": "d"}, who=care.karim)
    found = await care.use.deciding.findings(await care.guided(care.karim), second)
    (same,) = [one for one in found if one.finding is PaperFinding.SAME_PICTURE]

    assert same.paper_id == first.id, "Sofie guides both"
    assert (await care.use.deciding.beside(await care.guided(care.karim), second, first.id)).id == first.id
    with pytest.raises(PaperUnknown):
        await care.use.deciding.beside(await care.guided(), first, second.id)
    doubts = await care.use.papers.doubts(await care.own(care.karim), second)
    assert [one.paper_id for one in doubts if one.finding is PaperFinding.SAME_PICTURE] == [None]


async def test_the_same_look_is_noticed_and_another_is_not(care: PaperCare) -> None:
    look, nearly, other = b"\xff" * 128, b"\xff" * 127 + b"\xf0", b"\x0f" * 128
    await care.hand_in(a_check(look=look))
    same = await care.hand_in(a_check(look=nearly))
    different = await care.hand_in(a_check(look=other))

    assert PaperFinding.SAME_PICTURE in await care.findings(same)
    assert PaperFinding.SAME_PICTURE not in await care.findings(different)


async def test_what_was_taken_back_is_no_earlier_paper(care: PaperCare) -> None:
    first, second = await _same_form_twice(care)
    await care.use.papers.take_back(await care.own(), first.id)

    assert PaperFinding.SAME_FORM not in await care.findings(second)


async def test_alike_writing_is_laid_beside(care: PaperCare) -> None:
    first = await care.hand_in()
    second = await care.hand_in(reading={"resembles": (first.id,)})
    found = await care.use.deciding.findings(await care.guided(), second)

    assert [one.paper_id for one in found if one.finding is PaperFinding.LOOKS_ALIKE] == [first.id]


# Kind and contact.


async def test_another_kind_than_was_chosen_there_is_named(care: PaperCare) -> None:
    offer = await an_offer(care.work, organisation="FC Gent", kind=OfferKind.SPORT)
    await care.use.participations.choose(await care.own(), offer.id)

    assert PaperFinding.OTHER_KIND in await care.findings(await care.hand_in())
    assert PaperFinding.OTHER_KIND not in await care.findings(await care.hand_in(kind=OfferKind.SPORT))


async def _of_two_contacts(care: PaperCare) -> tuple[Paper, Paper]:
    return await care.hand_in(), await care.hand_in(contact="Piet")


async def test_another_contact_is_named_until_the_begeleider_says(care: PaperCare) -> None:
    first, second = await _of_two_contacts(care)

    assert PaperFinding.OTHER_CONTACT not in await care.findings(first)
    assert PaperFinding.OTHER_CONTACT in await care.findings(second)
    await care.use.deciding.belongs(await care.guided(), second.id)
    await care.use.deciding.belongs(await care.guided(), second.id)
    assert PaperFinding.OTHER_CONTACT not in await care.findings(second)
    assert (await care.lines()).count(What.CONTACT_BELONGS) == 1


async def test_a_contact_with_a_bewijs_of_their_own_is_found_again(care: PaperCare) -> None:
    first, second = await _of_two_contacts(care)
    moved = await care.use.deciding.own_bewijs(await care.guided(), second.id)
    later = await care.hand_in(contact="PIET", first_day=TODAY - A_DAY)
    dossier = await care.accept(second)

    assert moved.bewijs_id != first.bewijs_id
    assert later.bewijs_id == moved.bewijs_id
    assert (await care.hand_in(contact="Rita")).bewijs_id == first.bewijs_id
    assert PaperFinding.OTHER_CONTACT not in await care.findings(later)
    assert {one.bewijs_id for one in dossier.book.acceptances} == {moved.bewijs_id}
    assert moved.bewijs_id is not None
    assert dossier.book.bewijs(moved.bewijs_id).place == "FC Gent (Piet)"
    dossier = await care.accept(first)
    assert {one.bewijs_id for one in dossier.book.acceptances} == {moved.bewijs_id, first.bewijs_id}


async def test_the_contact_of_a_chosen_offer_can_be_called(care: PaperCare) -> None:
    offer = await an_offer(care.work, organisation="FC Gent")
    await care.use.participations.choose(await care.own(), offer.id)
    named = await care.hand_in(contact="Fatma")
    other = await care.hand_in(contact="Rita")
    contact_of, guided = care.use.deciding.contact_of, await care.guided()

    assert await contact_of(guided, named) == PaperContact(
        name="Fatma", phone="0470 00 00 01", email="fatma@example.org", organisation="FC Gent"
    )
    assert await contact_of(guided, other) == PaperContact(name="Rita", organisation="FC Gent")
    assert (await contact_of(guided, _bewijs(guided.book.bewijzen))).name == "Fatma"


def _bewijs(bewijzen: tuple[Bewijs, ...]) -> Bewijs:
    assert len(bewijzen) == 1
    return bewijzen[0]


# Pictures, and what the contact says.


async def test_a_picture_is_forgotten_at_once(care: PaperCare) -> None:
    paper = await care.hand_in(reading={"scan": "s", "original": "o", "small": "k", "digest": "d"})
    keys = await care.use.deciding.remove_picture(await care.guided(), paper.id)
    again = await care.use.deciding.remove_picture(await care.guided(), paper.id)
    (page,) = (await care.again(paper)).pages

    assert set(keys) == {"s", "o", "k"}
    assert list(again) == []
    assert (page.scan, page.original, page.small, page.digest, page.file_id) == (None, None, None, None, "")
    assert (await care.lines()).count(What.PICTURE_REMOVED) == 1


async def test_other_hours_of_the_contact_are_proposed(care: PaperCare) -> None:
    paper = await care.hand_in()
    answer = ContactAnswer.OTHER_HOURS
    guided = await care.guided()
    paper = await care.use.deciding.note_answer(guided, paper.id, answer, minutes=90, note="Gebeld")
    proposed = await care.use.deciding.proposed(guided, paper)

    assert (paper.contact_answer, paper.contact_minutes) == (answer, 90)
    assert proposed is not None
    assert proposed.minutes == 90
    with pytest.raises(HoursImpossible):
        await care.use.deciding.note_answer(guided, paper.id, answer, minutes=0)


async def test_a_refusal_to_sign_waits_until_the_contact_was_asked(care: PaperCare) -> None:
    bewijs_id = (await care.hand_in()).bewijs_id
    assert bewijs_id is not None
    refusal = await care.use.papers.refuse_signature(await care.own(), bewijs_id)
    guided, deciding = await care.guided(), care.use.deciding

    await deciding.note_refusal(guided, refusal.id, ContactAnswer.NOT_REACHED)
    assert [one.id for one in await deciding.waiting_refusals(care.sofie)] == [refusal.id]
    done = await deciding.note_refusal(guided, refusal.id, ContactAnswer.CONFIRMS, note="Tekent morgen")
    assert (done.answer, done.is_open) == (ContactAnswer.CONFIRMS, False)
    assert list(await deciding.refusals(guided)) == []
    assert list(await deciding.waiting_refusals(care.sofie)) == []
    with pytest.raises(PaperUnknown):
        await deciding.note_refusal(await care.guided(care.karim), refusal.id, ContactAnswer.CONFIRMS)
