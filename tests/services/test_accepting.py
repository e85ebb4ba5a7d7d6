"""Accepting hours, undoing it, and who may decide about hours at all."""

import datetime as dt
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.domain.attendance import RefusedBecause
from bot.domain.errors import (
    AcceptedAlready,
    DossierClosed,
    HoursSettled,
    HoursUnknown,
    NotYours,
    TooManyHoursThatDay,
)
from bot.domain.history import What, Who
from bot.domain.hours import Sums
from bot.domain.offer_kind import OfferKind
from bot.storage.database import Database
from tests.builders import new_newcomer, services
from tests.services.hour_care import TODAY, Care, a_care

UNKNOWN = 10**9


@pytest.fixture
async def care(database: Database) -> AsyncIterator[Care]:
    """Once on each engine."""
    async with database.work() as work:
        yield await a_care(work)


async def test_what_an_acceptance_covers_cannot_change_until_it_is_undone(care: Care) -> None:
    id_ = (await care.claim(1)).book.attendances[0].id
    paper = (await care.accept(3, 0)).book.acceptances[0].id

    for touch in (
        care.hours.withdraw(await care.own(), id_),
        care.hours.confirm(await care.guided(), id_),
        care.hours.refuse(await care.guided(), id_, RefusedBecause.OTHER),
    ):
        with pytest.raises(HoursSettled):
            await touch
    with pytest.raises(AcceptedAlready):
        await care.claim(2)
    undone = await care.hours.undo_acceptance(await care.guided(), paper, note="Verkeerde persoon.")

    assert undone.book.sums == Sums(claimed=120)
    assert (await care.claim(2)).book.sums == Sums(claimed=240)


async def test_a_bewijs_with_fewer_hours_than_were_claimed_counts_its_own(care: Care) -> None:
    await care.claim(1)
    await care.claim(2)

    assert (await care.accept(3, 0, 60)).book.sums == Sums(accepted=60)


async def test_an_acceptance_over_other_days_lets_go_of_the_days_it_held(care: Care) -> None:
    await care.claim(1)
    paper = (await care.accept(3, 0)).book.acceptances[0].id
    dossier = await care.hours.change_acceptance(
        await care.guided(), paper, minutes=300, last_day=TODAY - dt.timedelta(days=2)
    )

    assert dossier.book.sums == Sums(claimed=120, accepted=300)


async def test_accepting_the_same_bewijs_by_a_second_tap_is_refused(care: Care) -> None:
    await care.accept(3, 0)

    with pytest.raises(AcceptedAlready):
        await care.accept(3, 0)
    assert (await care.accept(3, 0, 601)).book.sums == Sums(accepted=1201)


async def test_two_bewijzen_cannot_fill_the_same_day_twice(care: Care) -> None:
    await care.accept(1, 1, 20 * 60)

    with pytest.raises(TooManyHoursThatDay):
        await care.accept(1, 1, 5 * 60, kind=OfferKind.SPORT)
    await care.accept(2, 1, 5 * 60, kind=OfferKind.SPORT)


async def test_what_was_undone_is_gone(care: Care) -> None:
    paper = (await care.accept(3, 0)).book.acceptances[0].id
    await care.hours.undo_acceptance(await care.guided(), paper)

    with pytest.raises(HoursUnknown):
        await care.hours.undo_acceptance(await care.guided(), paper)
    with pytest.raises(HoursUnknown):
        await care.hours.change_acceptance(await care.guided(), paper, minutes=60)


async def test_only_who_may_decide_decides(care: Care) -> None:
    id_ = (await care.claim()).book.attendances[0].id
    paper = (await care.accept(3, 2)).book.acceptances[0].id
    own, contact, bot = await care.own(), await care.by(Who.CONTACT), await care.by(Who.BOT)
    hours = care.hours
    stretch: dict[str, Any] = {"minutes": 60, "first_day": TODAY, "last_day": TODAY}
    place: dict[str, Any] = {"organisation": "FC Gent", "contact": None}

    for dossier in (own, contact, bot):
        for touch in (
            hours.refuse(dossier, id_, RefusedBecause.OTHER),
            hours.undo_refusal(dossier, id_),
            hours.accept(dossier, OfferKind.SPORT, **place, **stretch),
            hours.change_acceptance(dossier, paper, minutes=60),
            hours.undo_acceptance(dossier, paper),
        ):
            with pytest.raises(NotYours):
                await touch
    for touch in (
        hours.confirm(own, id_),
        hours.withdraw(contact, id_),
        hours.change_claim(contact, id_, minutes=60),
        hours.claim(bot, OfferKind.SPORT, **place, day=TODAY, minutes=60),
    ):
        with pytest.raises(NotYours):
            await touch
    assert await care.lines() == [What.CLAIMED, What.ACCEPTED]


async def test_no_hour_changes_in_a_closed_dossier_whoever_opened_it(care: Care) -> None:
    id_ = (await care.claim()).book.attendances[0].id
    paper = (await care.accept(3, 2)).book.acceptances[0].id
    await care.work.people.change_newcomer(
        care.phone.newcomer_ids[0], closed_on=TODAY, closed_because="completed"
    )
    guided = await care.guided()

    for touch in (
        care.claim(9),
        care.accept(9, 8),
        care.hours.change_claim(guided, id_, minutes=60),
        care.hours.withdraw(guided, id_),
        care.hours.confirm(guided, id_),
        care.hours.refuse(guided, id_, RefusedBecause.OTHER),
        care.hours.undo_refusal(guided, id_),
        care.hours.change_acceptance(guided, paper, minutes=60),
        care.hours.undo_acceptance(guided, paper),
    ):
        with pytest.raises(DossierClosed):
            await touch
    assert (await care.guided()).book.sums == Sums(claimed=120, accepted=600)


async def test_hours_of_another_newcomer_are_unknown_here(care: Care) -> None:
    id_ = (await care.claim()).book.attendances[0].id
    paper = (await care.accept(3, 2)).book.acceptances[0].id
    karim = await new_newcomer(care.work, 3, "Karim", of=care.begeleider)
    dossier = await services(care.work).dossiers.guided(karim.newcomer_ids[0], by=care.begeleider)

    for touch in (
        care.hours.change_claim(dossier, id_, minutes=60),
        care.hours.withdraw(dossier, id_),
        care.hours.confirm(dossier, id_),
        care.hours.refuse(dossier, id_, RefusedBecause.OTHER),
        care.hours.undo_refusal(dossier, id_),
        care.hours.change_acceptance(dossier, paper, minutes=60),
        care.hours.undo_acceptance(dossier, paper),
        care.hours.withdraw(dossier, UNKNOWN),
    ):
        with pytest.raises(HoursUnknown):
            await touch
    assert (await care.own()).book.sums == Sums(claimed=120, accepted=600)
