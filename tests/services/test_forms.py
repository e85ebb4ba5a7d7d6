"""Forms are made with numbers of their own, filled in as far as known, and known again by them."""

import pytest

from bot.domain.errors import HoursUnknown
from bot.domain.form import NOTHING_KNOWN, FormFacts
from bot.domain.form_layout import ROW_COUNT
from bot.domain.form_number import new_number
from bot.domain.ids import BewijsId
from bot.domain.offer import OfferContact
from bot.domain.offer_kind import OfferKind
from bot.services.forms import MOST_IN_A_PAD
from bot.storage.work import SqlWork
from tests.services.choosing import an_offer
from tests.services.paper_care import A_DAY, TODAY, PaperCare, a_paper_care


@pytest.fixture
async def care(work: SqlWork) -> PaperCare:
    """Amira and Karim, whom Sofie guides."""
    return await a_paper_care(work)


async def _a_bewijs(care: PaperCare, *, days: int = 0, contact: str | None = None) -> BewijsId:
    """Amira's at the club, with hours noted on so many days."""
    own = await care.own()
    bewijs_id = await care.work.hours.bewijs(
        own.id, OfferKind.SPORT, organisation="Club", contact=contact, at=care.now
    )
    for number in range(days):
        day = TODAY - number * A_DAY
        await care.use.hours.claim(
            await care.own(), OfferKind.SPORT, organisation="Club", contact=None, day=day, minutes=60
        )
    return bewijs_id


async def test_a_form_says_what_is_noted_and_its_number_is_known_again(care: PaperCare) -> None:
    bewijs_id = await _a_bewijs(care, days=2)
    (form,) = await care.use.forms.make(await care.own(), bewijs_id)

    assert (form.heading.newcomer, form.heading.organisation) == ("Amira", "Club")
    assert (form.rows, form.total_minutes) == (((TODAY - A_DAY, 60), (TODAY, 60)), 120)
    assert await care.use.forms.facts(form.number) == FormFacts(
        number=form.number,
        newcomer_id=care.amira.newcomer_ids[0],
        bewijs_id=bewijs_id,
        minutes=120,
        first_day=TODAY - A_DAY,
        last_day=TODAY,
    )


async def test_more_dates_than_a_sheet_has_rows_go_on_another_with_its_own_number(care: PaperCare) -> None:
    bewijs_id = await _a_bewijs(care, days=ROW_COUNT + 1)
    first, second = await care.use.forms.make(await care.guided(), bewijs_id)

    assert first.number != second.number
    assert (len(first.rows), len(second.rows)) == (ROW_COUNT, 1)


async def test_hours_that_were_accepted_are_not_printed_again(care: PaperCare) -> None:
    bewijs_id = await _a_bewijs(care, days=2)
    await care.use.hours.accept(
        await care.guided(),
        OfferKind.SPORT,
        organisation="Club",
        contact=None,
        minutes=60,
        first_day=TODAY,
        last_day=TODAY,
    )
    (form,) = await care.use.forms.make(await care.own(), bewijs_id)

    assert form.rows == ((TODAY - A_DAY, 60),)


@pytest.mark.parametrize(("is_public", "phone"), [(True, "0470 00 00 01"), (False, None)])
async def test_only_a_public_phone_number_is_printed(
    care: PaperCare, is_public: bool, phone: str | None
) -> None:
    contact = OfferContact(name="Fatma", phone="0470 00 00 01", is_public=is_public)
    offer = await an_offer(care.work, organisation="Club", contact=contact)
    await care.use.participations.choose(await care.own(), offer.id)
    bewijs_id = await _a_bewijs(care, contact="Fatma")
    (form,) = await care.use.forms.make(await care.own(), bewijs_id)

    assert form.heading.phone == phone


async def test_nobody_makes_a_form_of_somebody_elses_bewijs(care: PaperCare) -> None:
    bewijs_id = await _a_bewijs(care)

    with pytest.raises(HoursUnknown):
        await care.use.forms.make(await care.own(care.karim), bewijs_id)


async def test_a_pad_is_of_nobody_and_never_endless(care: PaperCare) -> None:
    pad = await care.use.forms.pad(10_000)

    assert len({form.number for form in pad}) == MOST_IN_A_PAD
    assert {form.heading for form in pad} == {NOTHING_KNOWN}
    facts = await care.use.forms.facts(pad[0].number)
    assert facts == FormFacts(number=pad[0].number)
    assert await care.use.forms.facts(new_number()) is None
