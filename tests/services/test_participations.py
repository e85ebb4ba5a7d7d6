"""Choosing an offer, whose name is shown to whom, being announced, and how it went."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.domain.contract import ClosedBecause
from bot.domain.errors import (
    DossierClosed,
    NotCheckedYet,
    NotYours,
    OfferFull,
    OfferGone,
    OfferRefused,
    ParticipationSettled,
    ParticipationUnknown,
)
from bot.domain.history import What
from bot.domain.offer import UNKNOWN_END, Checked, OfferContact, Venue
from bot.domain.offer_kind import OfferKind
from bot.domain.participation import (
    CONTACTS_A_WEEK,
    ContactView,
    EndedBecause,
    Handover,
    NotNowBecause,
    Step,
)
from bot.domain.place import Place, Point
from bot.domain.search import Search
from bot.services.delivery_ports import StoreUnavailable
from bot.storage.database import Database, create_engine
from bot.storage.work import SqlWork
from tests.builders import NOW, new_begeleider, services
from tests.services.choosing import FATMA, Choosing, a_choosing, an_offer, details

UNCHECKED = Checked()
NO = Checked(holds=False)


@pytest.fixture
async def work(database: Database) -> AsyncIterator[SqlWork]:
    """A unit of work, once on each engine."""
    async with database.work() as opened:
        yield opened


@pytest.fixture
async def town(work: SqlWork) -> Choosing:
    """Amira and Karim, whom Sofie guides."""
    return await a_choosing(work)


# Choosing.


async def test_a_checked_offer_is_chosen_at_once_and_the_same_again_is_the_same(town: Choosing) -> None:
    offer = await an_offer(town.work)
    first, is_new = await town.use.participations.choose(await town.own(), offer.id)
    again, is_new_again = await town.use.participations.choose(await town.own(), offer.id)

    assert (is_new, is_new_again) == (True, False)
    assert again.participation.id == first.participation.id
    assert first.participation.step is Step.CHOSEN
    assert await town.lines() == [What.CHOSE]


async def test_an_offer_that_nobody_checked_waits_for_the_begeleider(town: Choosing) -> None:
    going = await town.choose(await an_offer(town.work, social=UNCHECKED))
    seen = await town.look(going)

    assert going.participation.step is Step.ASKED
    assert seen.view is ContactView.NO_GUIDE
    assert seen.participation.contact_shown_at is None


@pytest.mark.parametrize(
    "values",
    [
        {"valid_until": dt.date(2026, 11, 22)},
        {"full_until": UNKNOWN_END},
        {"is_cancelled": True},
        {"in_dutch": NO},
        {"social": NO},
    ],
)
async def test_what_is_over_full_cancelled_or_unfit_cannot_be_chosen(
    town: Choosing, values: dict[str, Any]
) -> None:
    offer = await an_offer(town.work, **values)

    with pytest.raises(OfferGone):
        await town.choose(offer)
    assert await town.lines() == []


async def test_what_vanished_or_never_was_cannot_be_chosen(town: Choosing) -> None:
    offer = await an_offer(town.work)
    await town.work.offers.vanish("stad", [offer.reference], at=NOW)

    for offer_id in (offer.id, 999):
        with pytest.raises(OfferGone):
            await town.use.participations.choose(await town.own(), offer_id)


async def test_what_the_begeleider_refused_cannot_be_chosen_until_it_is_allowed(town: Choosing) -> None:
    offer = await an_offer(town.work)
    await town.use.announcing.refuse(await town.guided(), offer.id)
    with pytest.raises(OfferRefused):
        await town.choose(offer)
    await town.use.announcing.allow(await town.guided(), offer.id)
    await town.choose(offer)

    assert await town.lines() == [What.OFFER_REFUSED, What.OFFER_ALLOWED, What.CHOSE]


async def test_the_last_place_goes_to_who_came_first_and_comes_free_again(town: Choosing) -> None:
    offer = await an_offer(town.work, capacity=1)
    going = await town.choose(offer)
    with pytest.raises(OfferFull):
        await town.choose(offer, town.karim)
    await town.use.participations.end(await town.own(), going.participation.id, EndedBecause.CHANGED_MIND)

    assert (await town.choose(offer, town.karim)).participation.step is Step.CHOSEN


async def test_two_who_press_at_once_do_not_both_get_the_last_place(database_url: str) -> None:
    writers = [Database(create_engine(database_url)) for _ in range(2)]
    async with writers[0].work() as work:
        town = await a_choosing(work)
        offer = await an_offer(work, capacity=1)

    async def choose(database: Database, account: object) -> str:
        for _ in range(20):
            try:
                async with database.work() as work:
                    use = services(work)
                    dossier = await use.dossiers.own(account)  # type: ignore[arg-type]
                    await use.participations.choose(dossier, offer.id)
                return "chosen"
            except OfferFull:
                return "full"
            except StoreUnavailable:
                await asyncio.sleep(0.01)
        raise AssertionError("the database never had time")

    ends = await asyncio.gather(choose(writers[0], town.amira), choose(writers[1], town.karim))
    for database in writers:
        await database.close()

    assert sorted(ends) == ["chosen", "full"]


async def test_a_closed_dossier_chooses_nothing(town: Choosing) -> None:
    offer = await an_offer(town.work)
    await town.use.contracts.close(await town.guided(), ClosedBecause.OTHER)

    with pytest.raises(DossierClosed):
        await town.choose(offer)


# Whose name is shown.


async def test_a_volunteers_name_is_shown_for_five_offers_a_week_and_the_same_ones_again(
    town: Choosing,
) -> None:
    chosen = [await town.choose(await an_offer(town.work, f"Offer {n}")) for n in range(7)]
    views = [(await town.look(going)).view for going in chosen]
    again = [(await town.look(going)).view for going in chosen[:CONTACTS_A_WEEK]]
    town.pass_days(7)
    later = (await town.look(chosen[-1])).view

    assert views == [ContactView.SHOWN] * CONTACTS_A_WEEK + [ContactView.ENOUGH] * 2
    assert again == [ContactView.SHOWN] * CONTACTS_A_WEEK
    assert later is ContactView.SHOWN


async def test_choosing_the_same_offer_again_counts_it_once(town: Choosing) -> None:
    offers = [await an_offer(town.work, f"Offer {n}") for n in range(CONTACTS_A_WEEK)]
    for offer in offers:
        going = await town.choose(offer)
        await town.look(going)
        await town.use.participations.end(await town.own(), going.participation.id, EndedBecause.CHANGED_MIND)
    same = await town.look(await town.choose(offers[0]))
    other = await town.look(await town.choose(await an_offer(town.work, "Another")))

    assert same.view is ContactView.SHOWN
    assert other.view is ContactView.ENOUGH


async def test_a_public_contact_is_not_counted_and_nobody_is_nobody(town: Choosing) -> None:
    public = OfferContact(name="Onthaal", phone="09 000 00 00", is_public=True)
    seen = await town.look(await town.choose(await an_offer(town.work, contact=public)))
    nobody = await town.look(await town.choose(await an_offer(town.work, "Stil", contact=OfferContact())))

    assert (seen.view, seen.participation.contact_shown_at) == (ContactView.SHOWN, None)
    assert (nobody.view, nobody.participation.contact_shown_at) == (ContactView.UNKNOWN, None)


async def test_the_begeleider_sees_the_contact_and_is_not_counted(town: Choosing) -> None:
    going = await town.choose(await an_offer(town.work, social=UNCHECKED))
    seen = await town.use.participations.look(await town.guided(), going.participation.id)

    assert seen.view is ContactView.SHOWN
    assert seen.participation.contact_shown_at is None


async def test_a_closed_dossier_and_an_ended_choice_show_nobody(town: Choosing) -> None:
    going = await town.choose(await an_offer(town.work))
    await town.look(going)
    await town.use.contracts.close(await town.guided(), ClosedBecause.OTHER)
    closed = await town.look(going)
    await town.use.contracts.reopen(await town.guided())
    await town.use.participations.end(await town.own(), going.participation.id, EndedBecause.OTHER)

    assert closed.view is ContactView.NO_GUIDE
    assert (await town.look(going)).view is ContactView.NO_GUIDE


async def test_a_choice_is_nobody_elses(town: Choosing) -> None:
    going = await town.choose(await an_offer(town.work))
    number = going.participation.id
    with pytest.raises(ParticipationUnknown):
        await town.use.participations.look(await town.own(town.karim), number)
    with pytest.raises(ParticipationUnknown):
        await town.use.participations.end(await town.own(town.karim), number, EndedBecause.OTHER)
    nele = await new_begeleider(town.work, 2002, "Nele")
    with pytest.raises(NotYours):
        await town.guided(by=nele)
    with pytest.raises(NotYours):
        await town.use.announcing.decide(await town.own(), number, Handover.AGREED)
    with pytest.raises(NotYours):
        await town.use.announcing.refuse(await town.own(), going.offer.id)


async def test_the_distance_is_from_the_place_that_was_searched(town: Choosing) -> None:
    gent = Place(name="Gent", municipality="Gent", postcodes=("9000",), point=Point(51.05, 3.72))
    await town.work.searches.set(town.amira.id, Search(place=gent), seen=[], newcomer_id=None, at=NOW)
    near = await an_offer(town.work)
    nowhere = await an_offer(town.work, "Ergens", venue=Venue(name="Ergens"))
    km = [await town.use.participations.km_from(town.amira, offer) for offer in (near, nowhere)]

    assert km == [pytest.approx(0, abs=0.1), None]


# Checking.


async def test_the_begeleider_lets_somebody_go_once_both_conditions_hold(town: Choosing) -> None:
    offer = await an_offer(town.work, in_dutch=UNCHECKED, social=UNCHECKED)
    number = (await town.choose(offer)).participation.id
    with pytest.raises(NotCheckedYet):
        await town.use.announcing.let_go(await town.guided(), number)
    await town.change(offer)
    first = await town.use.announcing.let_go(await town.guided(), number)
    second = await town.use.announcing.let_go(await town.guided(), number)

    assert first[0].participation.step is Step.CHOSEN
    assert (first[1], second[1]) == (True, False)
    assert await town.lines() == [What.CHOSE, What.CHECKED]


async def test_who_waits_for_a_check_keeps_their_place(town: Choosing) -> None:
    offer = await an_offer(town.work, social=UNCHECKED, capacity=1)
    going = await town.choose(offer)
    await town.change(offer, capacity=1)
    after, _ = await town.use.announcing.let_go(await town.guided(), going.participation.id)

    assert after.participation.step is Step.CHOSEN
    with pytest.raises(OfferFull):
        await town.choose(offer, town.karim)


@pytest.mark.parametrize("values", [{"is_cancelled": True}, {"social": NO}])
async def test_nobody_goes_to_what_ended_before_it_was_checked(
    town: Choosing, values: dict[str, Any]
) -> None:
    offer = await an_offer(town.work, social=UNCHECKED)
    going = await town.choose(offer)
    await town.change(offer, **values)

    with pytest.raises(OfferGone):
        await town.use.announcing.let_go(await town.guided(), going.participation.id)


async def test_everybody_who_waits_for_an_offer_is_found(town: Choosing) -> None:
    offer = await an_offer(town.work, social=UNCHECKED)
    for who in (town.amira, town.karim):
        await town.choose(offer, who)

    waiting = await town.use.announcing.waiting_for(offer.id)

    assert [one.newcomer_id for one in waiting] == [*town.amira.newcomer_ids, *town.karim.newcomer_ids]


# The warm handover.


async def test_a_warm_handover_is_asked_agreed_and_done_once_each(town: Choosing) -> None:
    number = (await town.choose(await an_offer(town.work))).participation.id
    asks = [await town.use.participations.ask_handover(await town.own(), number) for _ in range(2)]
    steps = [
        await town.use.announcing.decide(await town.guided(), number, handover)
        for handover in (Handover.AGREED, Handover.AGREED, Handover.DONE, Handover.DONE)
    ]

    assert [is_new for _, is_new in asks] == [True, False]
    assert [is_new for _, is_new in steps] == [True, False, True, False]
    assert await town.lines() == [What.CHOSE, What.HANDOVER, What.HANDOVER, What.HANDOVER]


async def test_not_now_may_become_yes_later(town: Choosing) -> None:
    number = (await town.choose(await an_offer(town.work))).participation.id
    await town.use.participations.ask_handover(await town.own(), number)
    await town.use.announcing.decide(await town.guided(), number, Handover.DECLINED, NotNowBecause.TRY_FIRST)
    again, is_new = await town.use.participations.ask_handover(await town.own(), number)
    events = await town.work.history.of(town.amira.newcomer_ids[0])

    assert is_new
    assert again.participation.handover is Handover.ASKED
    assert events[-2].why == NotNowBecause.TRY_FIRST


async def test_who_withdrew_is_not_announced_any_more(town: Choosing) -> None:
    number = (await town.choose(await an_offer(town.work))).participation.id
    await town.use.participations.ask_handover(await town.own(), number)
    await town.use.announcing.decide(await town.guided(), number, Handover.AGREED)
    _, before = await town.use.participations.end(await town.own(), number, EndedBecause.CHANGED_MIND)

    assert before is not None
    assert before.waits_for_begeleider
    with pytest.raises(ParticipationSettled):
        await town.use.announcing.decide(await town.guided(), number, Handover.DONE)


async def test_nobody_is_announced_before_the_offer_is_checked(town: Choosing) -> None:
    number = (await town.choose(await an_offer(town.work, social=UNCHECKED))).participation.id

    with pytest.raises(ParticipationSettled):
        await town.use.participations.ask_handover(await town.own(), number)


# How it went.


async def test_it_works_out_once_and_what_ended_stays_ended(town: Choosing) -> None:
    number = (await town.choose(await an_offer(town.work))).participation.id
    for _ in range(2):
        await town.use.participations.works_out(await town.own(), number)
    ends = [
        await town.use.participations.end(await town.own(), number, because)
        for because in (EndedBecause.TOO_FAR, EndedBecause.FULL)
    ]

    assert [going.participation.ended_because for going, _ in ends] == [EndedBecause.TOO_FAR] * 2
    assert ends[1][1] is None
    assert await town.lines() == [What.CHOSE, What.TOOK_PART, What.CHOICE_ENDED]
    with pytest.raises(ParticipationSettled):
        await town.use.participations.works_out(await town.own(), number)


async def test_a_choice_is_refused_with_its_offer(town: Choosing) -> None:
    going = await town.choose(await an_offer(town.work))
    _, ended = await town.use.announcing.refuse(await town.guided(), going.offer.id)
    _, again = await town.use.announcing.refuse(await town.guided(), going.offer.id)

    assert ended is not None
    assert ended.participation.ended_because is EndedBecause.NOT_ALLOWED
    assert again is None
    assert [offer.id for offer in await town.use.announcing.refused(await town.guided())] == [going.offer.id]
    assert await town.use.participations.of(await town.own()) == []


@pytest.mark.parametrize(
    ("values", "place"),
    [
        ({}, "FC Voorbeeld"),
        ({"organisation": None}, FATMA.name),
        ({"organisation": None, "contact": OfferContact()}, "Samen voetballen"),
    ],
)
async def test_hours_add_up_under_the_organisation_the_contact_or_the_title(
    town: Choosing, values: dict[str, Any], place: str
) -> None:
    going = await town.look(await town.choose(await an_offer(town.work, **values)))
    found = [await town.use.participations.bewijs(await town.own(), going.participation.id) for _ in range(2)]
    (bewijs,) = (await town.own()).book.bewijzen

    assert found == [bewijs.id] * 2
    assert (bewijs.kind, bewijs.place) == (OfferKind.SPORT, place)


async def test_titles_explain_the_history(town: Choosing) -> None:
    going = await town.choose(await an_offer(town.work))
    events = await town.work.history.of(town.amira.newcomer_ids[0])

    assert await town.use.announcing.titles_in(events) == {going.offer.id: details().title}
