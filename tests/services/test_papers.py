"""The newcomer's side of papers: photographs come in, are read, put right, handed in, taken back."""

from dataclasses import replace

import pytest

from bot.domain.consent import Purpose
from bot.domain.contract import ClosedBecause
from bot.domain.errors import (
    DayInFuture,
    DossierClosed,
    FormUnknown,
    HoursImpossible,
    HoursUnknown,
    NotYours,
    PaperFull,
    PaperIncomplete,
    PaperSettled,
    PaperUnknown,
)
from bot.domain.form_number import new_number
from bot.domain.history import What
from bot.domain.ids import ChatId
from bot.domain.offer_kind import OfferKind
from bot.domain.page_check import Problem, Trouble, WhyRefused
from bot.domain.paper import MOST_PAGES, PaperState, Reading, Said
from bot.domain.paper_facts import Missing
from bot.services.photo_ports import BlobKey
from bot.storage.work import SqlWork
from tests.builders import NOW
from tests.services.paper_care import A_DAY, TODAY, PaperCare, a_check, a_paper_care, football


@pytest.fixture
async def care(work: SqlWork) -> PaperCare:
    """Amira and Karim, whom Sofie guides."""
    return await a_paper_care(work)


# Coming in.


async def test_a_photograph_becomes_a_paper_that_is_being_read(care: PaperCare) -> None:
    paper = await care.send()

    assert (paper.state, paper.came, len(paper.pages)) == (PaperState.READING, 1, 1)
    assert paper.receipt.startswith("B-")
    assert await care.use.papers.of(await care.own()) == [paper]


async def test_the_same_message_twice_is_one_page(care: PaperCare) -> None:
    first = await care.send(message_id=7)

    assert await care.send(message_id=7) == first
    assert len(await care.use.papers.of(await care.own())) == 1


async def test_the_same_message_number_of_another_phone_is_another_paper(care: PaperCare) -> None:
    first = await care.send(message_id=7)

    assert (await care.send(care.karim, message_id=7)).id != first.id


async def test_pictures_of_an_album_are_pages_of_one_paper(care: PaperCare) -> None:
    await care.send(album="a")
    paper = await care.send(album="a")
    other = await care.send(album="b")

    assert (paper.came, len(paper.pages)) == (2, 2)
    assert other.id != paper.id


async def test_two_pictures_outside_an_album_are_two_papers(care: PaperCare) -> None:
    assert (await care.send()).id != (await care.send()).id


async def test_a_page_that_comes_after_the_others_were_read_is_read_as_well(care: PaperCare) -> None:
    read = await care.read(await care.send(album="a"))
    paper = await care.send(album="a")

    assert read.state is PaperState.ASKING
    assert (paper.id, paper.state) == (read.id, PaperState.READING)
    assert [page.is_read for page in paper.pages] == [True, False]


async def test_more_pages_than_a_paper_has_are_refused(care: PaperCare) -> None:
    for _ in range(MOST_PAGES):
        await care.send(album="a")

    with pytest.raises(PaperFull):
        await care.send(album="a")


async def test_a_better_photograph_takes_the_place_of_a_bad_one(care: PaperCare) -> None:
    bad = await care.read(await care.send(message_id=7), a_check(troubles=(Trouble(problem=Problem.DARK),)))
    better = await care.send(replaces=bad.id)

    assert (better.id, better.state, better.came) == (bad.id, PaperState.READING, 2)
    assert [page.message_id for page in better.pages] != [7]
    assert await care.send(message_id=7) == better, "the bad one comes again and changes nothing"


async def test_a_better_photograph_of_an_album_takes_the_place_once(care: PaperCare) -> None:
    bad = await care.read(await care.send())
    await care.send(replaces=bad.id, album="a")
    better = await care.send(replaces=bad.id, album="a")

    assert (better.id, len(better.pages)) == (bad.id, 2)


async def test_a_better_photograph_from_another_phone_is_answered_there(care: PaperCare) -> None:
    other = await care.work.accounts.add(ChatId(4711), name="Amira", language="ar", at=NOW)
    await care.work.people.link_newcomer(care.amira.newcomer_ids[0], other.id)
    other = replace(other, newcomer_ids=care.amira.newcomer_ids)
    bad = await care.read(await care.send())
    await care.send(other, replaces=bad.id, album="a")
    better = await care.send(other, replaces=bad.id, album="a")

    assert (better.id, better.account_id, len(better.pages)) == (bad.id, other.id, 2)


async def test_a_better_photograph_of_one_page_leaves_the_other_pages(care: PaperCare) -> None:
    for _ in range(3):
        album = await care.send(album="a")
    dark = a_check(troubles=(Trouble(problem=Problem.DARK),))
    bad = await care.read(album, a_check(), dark, a_check())
    better = await care.read(await care.send(replaces=bad.id))

    first, _, last = bad.pages
    assert [page.id for page in better.pages[:2]] == [first.id, last.id]
    assert (better.id, len(better.pages), better.problems) == (bad.id, 3, ())


async def test_a_photograph_for_a_paper_that_waits_for_none_is_a_new_one(care: PaperCare) -> None:
    handed_in = await care.hand_in()

    assert (await care.send(replaces=handed_in.id)).id != handed_in.id


async def test_a_closed_dossier_takes_no_photographs(care: PaperCare) -> None:
    await care.use.contracts.close(await care.guided(), ClosedBecause.OTHER)

    with pytest.raises(DossierClosed):
        await care.send()


# Consent.


async def test_nothing_is_fetched_before_the_newcomer_agrees(care: PaperCare) -> None:
    paper = await care.send()
    before = await care.use.papers.for_reading(paper.id)
    waiting = await care.use.papers.allow_photographs(await care.own())

    assert before is None
    assert waiting == [paper]
    assert await care.use.papers.for_reading(paper.id) == paper


async def test_who_does_not_agree_has_nothing_kept(care: PaperCare) -> None:
    paper = await care.send()
    await care.use.papers.refuse_photographs(await care.own())

    after = await care.again(paper)
    assert after.state is PaperState.TAKEN_BACK
    assert [page.file_id for page in after.pages] == [""]
    assert not await care.use.papers.may_photograph(await care.own())
    assert not await care.use.consents.is_given(await care.own(), Purpose.PHOTOS)


# Reading.


async def test_what_was_found_is_kept_and_the_newcomer_is_asked(care: PaperCare) -> None:
    check = a_check(
        corners=((0.0, 1.0), (2.0, 3.0), (4.0, 5.0), (6.0, 7.0)),
        troubles=(Trouble(problem=Problem.GLARE, spot=(0.1, 0.2, 0.3, 0.4)), Trouble(problem=Problem.DARK)),
        signed=True,
        filled_rows=(0, 2),
        legibility=0.9,
        look=b"\x01\x02",
    )
    pictures = {"original": "o", "scan": "s", "small": "k", "digest": "d"}
    paper = await care.read(await care.send(), replace(check, scan=b"x", small=b"y"), **pictures)

    (page,) = paper.pages
    assert paper.state is PaperState.ASKING
    assert page.check == check
    assert (page.original, page.scan, page.small, page.digest) == ("o", "s", "k", "d")


async def test_a_document_of_several_pages_has_them_in_order(care: PaperCare) -> None:
    paper = await care.send()
    page_id = paper.pages[0].id
    readings = [Reading(page_id=page_id, check=a_check(legibility=number / 10)) for number in range(1, 4)]
    paper = await care.use.papers.was_read(paper.id, readings)

    assert [page.check and page.check.legibility for page in paper.pages] == [0.1, 0.2, 0.3]
    assert [page.number for page in paper.pages] == [0, 1, 2]


async def test_reading_the_same_twice_changes_nothing(care: PaperCare) -> None:
    paper = await care.send()
    read = await care.read(paper)

    assert await care.read(paper, a_check(signed=True)) == read


async def test_what_was_read_of_a_replaced_photograph_changes_nothing(care: PaperCare) -> None:
    bad = await care.read(await care.send())
    better = await care.send(replaces=bad.id)

    assert (await care.read(bad)).state is PaperState.READING
    assert (await care.read(better)).state is PaperState.ASKING


async def test_a_page_that_came_meanwhile_is_waited_for(care: PaperCare) -> None:
    first = await care.send(album="a")
    await care.send(album="a")

    assert (await care.read(first)).state is PaperState.READING


async def test_files_that_are_gone_or_refused_are_told(care: PaperCare) -> None:
    paper = await care.send(album="a")
    paper = await care.send(album="a")
    first, second = paper.pages
    readings = [Reading(page_id=first.id, gone=True), Reading(page_id=second.id, refused=WhyRefused.BROKEN)]
    paper = await care.use.papers.was_read(paper.id, readings)

    assert [(page.is_gone, page.refused) for page in paper.pages] == [
        (True, None),
        (False, WhyRefused.BROKEN),
    ]
    with pytest.raises(PaperIncomplete):
        await care.use.papers.hand_in(await care.own(), (await care.say(paper)).id)


async def test_a_paper_that_was_erased_meanwhile_is_not_kept(care: PaperCare) -> None:
    with pytest.raises(PaperUnknown):
        await care.use.papers.was_read(999, [])


async def test_a_paper_is_compared_with_the_writing_on_those_handed_in_before(care: PaperCare) -> None:
    earlier = await care.hand_in(reading={"writing": "w"})
    paper = await care.send()

    assert await care.use.papers.to_compare(paper) == [(earlier.id, BlobKey("w"))]


# The form.


async def test_an_own_form_says_what_it_was_made_for(care: PaperCare) -> None:
    for days in (3, 1):
        await care.use.hours.claim(
            await care.own(),
            OfferKind.SPORT,
            organisation="Club",
            contact=None,
            day=TODAY - days * A_DAY,
            minutes=90,
        )
    own = await care.own()
    (form,) = await care.use.forms.make(own, own.book.bewijzen[0].id)
    paper = await care.read(await care.send(), a_check(form=form.number, is_form=True))

    assert paper.form == form.number
    assert paper.said == Said(
        kind=OfferKind.SPORT,
        organisation="Club",
        minutes=180,
        first_day=TODAY - 3 * A_DAY,
        last_day=TODAY - A_DAY,
    )
    assert await care.use.papers.missing(own, paper) is None


async def _a_form(care: PaperCare, organisation: str = "Club") -> str:
    """Amira's, without hours."""
    at = await care.work.hours.bewijs(
        (await care.own()).id, OfferKind.SPORT, organisation=organisation, contact=None, at=care.now
    )
    (form,) = await care.use.forms.make(await care.own(), at)
    return form.number


async def test_a_form_of_somebody_else_tells_nothing_of_them(care: PaperCare) -> None:
    number = await _a_form(care)
    paper = await care.read(await care.send(care.karim), a_check(form=number, is_form=True))

    assert paper.said == Said()
    assert await care.use.papers.is_somebody_elses(await care.own(care.karim), paper)


async def test_a_number_that_was_never_given_is_no_form(care: PaperCare) -> None:
    paper = await care.read(await care.send(), a_check(form=new_number()))

    assert paper.form is None
    with pytest.raises(FormUnknown):
        await care.use.papers.type_form(await care.own(), paper.id, new_number())


async def test_a_typed_number_fills_in_what_nobody_said(care: PaperCare) -> None:
    number = await _a_form(care)
    paper = await care.read(await care.send())
    await care.use.papers.say(await care.own(), paper.id, Said(minutes=60))
    paper = await care.use.papers.type_form(await care.own(), paper.id, number)  # type: ignore[arg-type]

    assert paper.form == number
    assert (paper.said.organisation, paper.said.minutes) == ("Club", 60)


async def test_a_better_photograph_of_another_form_is_about_that_form(care: PaperCare) -> None:
    first, second = await _a_form(care), await _a_form(care, "Buurthuis")
    paper = await care.read(await care.send(), a_check(form=first))
    paper = await care.read(await care.send(replaces=paper.id), a_check(form=second))

    assert (paper.form, paper.said.organisation) == (second, "Buurthuis")


async def test_an_empty_form_is_of_who_hands_it_in_first(care: PaperCare) -> None:
    (form,) = await care.use.forms.pad(1)
    await care.hand_in(a_check(form=form.number))
    paper = await care.read(await care.send(care.karim), a_check(form=form.number))

    facts = await care.use.forms.facts(form.number)
    assert facts is not None
    assert facts.newcomer_id == care.amira.newcomer_ids[0]
    assert await care.use.papers.is_somebody_elses(await care.own(care.karim), paper)


# Putting right.


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        (Said(), Missing.KIND),
        (Said(kind=OfferKind.SPORT), Missing.PLACE),
        (Said(kind=OfferKind.SPORT, contact="Rita"), Missing.MINUTES),
        (Said(kind=OfferKind.SPORT, organisation="Club", minutes=60), None),
    ],
)
async def test_what_is_missing_is_asked_one_at_a_time(
    care: PaperCare, said: Said, missing: Missing | None
) -> None:
    paper = await care.read(await care.send())
    paper = await care.use.papers.say(await care.own(), paper.id, said)

    assert await care.use.papers.missing(await care.own(), paper) is missing


async def test_hours_that_cannot_be_are_refused(care: PaperCare) -> None:
    paper = await care.read(await care.send())

    with pytest.raises(HoursImpossible):
        await care.say(paper, minutes=0)
    with pytest.raises(HoursImpossible):
        await care.say(paper, minutes=1500, first_day=TODAY, last_day=TODAY)
    with pytest.raises(DayInFuture):
        await care.say(paper, last_day=TODAY + A_DAY)


async def test_nobody_puts_somebody_elses_paper_right(care: PaperCare) -> None:
    paper = await care.read(await care.send())

    with pytest.raises(NotYours):
        await care.use.papers.say(await care.own(care.karim), paper.id, football())


# Handing in.


async def test_the_begeleider_gets_what_is_handed_in_once(care: PaperCare) -> None:
    paper = await care.hand_in()
    again = await care.use.papers.hand_in(await care.own(), paper.id)

    assert again == paper
    assert paper.state is PaperState.HANDED_IN
    assert list(await care.use.deciding.waiting(care.sofie)) == [paper]
    assert await care.lines() == [What.PAPER_HANDED_IN]


async def test_what_misses_something_is_not_handed_in(care: PaperCare) -> None:
    paper = await care.read(await care.send())
    own = await care.own()

    with pytest.raises(PaperIncomplete):
        await care.use.papers.hand_in(own, paper.id, anyway=True)
    await care.say(paper, minutes=None)
    with pytest.raises(PaperIncomplete):
        await care.use.papers.hand_in(own, paper.id)
    assert (await care.use.papers.hand_in(own, paper.id, anyway=True)).sent_anyway


async def test_later_papers_add_to_the_same_bewijs_and_another_kind_to_a_new_one(care: PaperCare) -> None:
    first = await care.hand_in()
    second = await care.hand_in(organisation="f.c. gent")
    other = await care.read(await care.send())
    other = await care.say(other, kind=OfferKind.VOLUNTEERING)

    assert second.bewijs_id == first.bewijs_id
    assert await care.use.papers.starts_new_kind(await care.own(), other)
    other = await care.use.papers.hand_in(await care.own(), other.id)
    assert other.bewijs_id != first.bewijs_id
    assert await care.use.papers.starts_new_kind(await care.own(), other)
    assert not await care.use.papers.starts_new_kind(await care.own(), second)


async def test_a_paper_is_taken_back_with_its_pictures_until_it_is_decided(care: PaperCare) -> None:
    paper = await care.hand_in(reading={"scan": "s", "digest": "d"})
    taken = await care.use.papers.take_back(await care.own(), paper.id)

    assert await care.use.papers.take_back(await care.own(), paper.id) == taken
    assert taken.state is PaperState.TAKEN_BACK
    assert [(page.scan, page.digest, page.file_id) for page in taken.pages] == [(None, None, "")]
    with pytest.raises(PaperSettled):
        await care.use.papers.hand_in(await care.own(), paper.id)

    accepted = await care.hand_in()
    await care.accept(accepted)
    with pytest.raises(PaperSettled):
        await care.use.papers.take_back(await care.own(), accepted.id)


async def test_a_begeleider_hands_in_for_who_has_no_phone(care: PaperCare) -> None:
    guided = await care.guided()
    paper = await care.use.papers.take_page(guided, care.sofie, file_id="f", file_unique_id="u", message_id=3)
    await care.read(paper)
    await care.use.papers.say(guided, paper.id, football())

    assert (await care.use.papers.hand_in(guided, paper.id)).state is PaperState.HANDED_IN


# Who does not sign.


async def test_a_contact_who_does_not_sign_is_told_once_a_day(care: PaperCare) -> None:
    bewijs_id = (await care.hand_in()).bewijs_id
    assert bewijs_id is not None
    first = await care.use.papers.refuse_signature(await care.own(), bewijs_id)
    again = await care.use.papers.refuse_signature(await care.own(), bewijs_id)
    care.pass_days(1)
    later = await care.use.papers.refuse_signature(await care.own(), bewijs_id)

    assert again == first
    assert later.id != first.id
    with pytest.raises(HoursUnknown):
        await care.use.papers.refuse_signature(await care.own(care.karim), bewijs_id)
