"""Hours from claim to acceptance, as newcomer, contact and begeleider bring them on."""

import datetime as dt
from collections.abc import AsyncIterator

import pytest

from bot.domain.attendance import RefusedBecause, State
from bot.domain.errors import (
    DayInFuture,
    HoursImpossible,
    HoursRefused,
    HoursSettled,
    NotAllowed,
    NotedAlready,
    TooManyHoursThatDay,
)
from bot.domain.history import What
from bot.domain.hours import Sums
from bot.domain.offer_kind import OfferKind
from bot.storage.database import Database
from tests.builders import NOW, services
from tests.services.hour_care import TODAY, Care, a_care


@pytest.fixture
async def care(database: Database) -> AsyncIterator[Care]:
    """Once on each engine."""
    async with database.work() as work:
        yield await a_care(work)


async def test_an_hour_goes_from_claimed_to_confirmed_to_accepted(care: Care) -> None:
    claimed = await care.claim()
    confirmed = await care.hours.confirm(await care.guided(), claimed.book.attendances[0].id, minutes=90)
    accepted = await care.accept(3, 0, 600)

    assert claimed.book.sums == Sums(claimed=120)
    assert confirmed.book.sums == Sums(confirmed=90)
    assert accepted.book.sums == Sums(accepted=600)
    assert await care.lines() == [What.CLAIMED, What.CONFIRMED, What.ACCEPTED]


async def test_hours_of_one_kind_with_one_organisation_add_up_in_one_bewijs(care: Care) -> None:
    await care.claim(0)
    await care.claim(1, organisation=" FC  gent ", contact="Jan")
    await care.claim(2, kind=OfferKind.SPORT)
    dossier = await care.claim(3, organisation=None, contact="Jan")

    assert [bewijs.place for bewijs in dossier.book.bewijzen] == ["FC Gent", "FC Gent", "Jan"]
    assert dossier.book.sums_of(dossier.book.bewijzen[0].id) == Sums(claimed=240)


async def test_the_same_claim_twice_is_noted_once(care: Care) -> None:
    await care.claim()

    with pytest.raises(NotedAlready):
        await care.claim()
    assert (await care.own()).book.sums == Sums(claimed=120)


@pytest.mark.parametrize(
    ("days_ago", "minutes", "refusal"),
    [
        (0, 0, HoursImpossible),
        (0, 400 * 60, TooManyHoursThatDay),
        (-1, 60, DayInFuture),
    ],
)
async def test_hours_that_cannot_be_are_refused_and_leave_nothing(
    care: Care, days_ago: int, minutes: int, refusal: type[HoursRefused]
) -> None:
    with pytest.raises(refusal):
        await care.claim(days_ago, minutes)

    assert (await care.own()).book.bewijzen == ()
    assert await care.lines() == []


async def test_a_claim_can_be_put_right_until_somebody_confirms_it(care: Care) -> None:
    id_ = (await care.claim()).book.attendances[0].id
    changed = await care.hours.change_claim(await care.own(), id_, day=TODAY - dt.timedelta(days=1))
    await care.hours.confirm(await care.guided(), id_)

    with pytest.raises(HoursSettled):
        await care.hours.change_claim(await care.own(), id_, minutes=60)
    with pytest.raises(HoursSettled):
        await care.hours.withdraw(await care.own(), id_)
    corrected = await care.hours.change_claim(await care.guided(), id_, minutes=60)

    assert changed.book.open[0].day == TODAY - dt.timedelta(days=1)
    assert corrected.book.sums == Sums(confirmed=60)


@pytest.mark.parametrize("minutes", [0, -30])
async def test_no_hours_is_an_amount_that_is_refused_not_one_that_was_left_out(
    care: Care, minutes: int
) -> None:
    id_ = (await care.claim()).book.attendances[0].id

    with pytest.raises(HoursImpossible):
        await care.hours.confirm(await care.guided(), id_, minutes=minutes)
    with pytest.raises(HoursImpossible):
        await care.hours.change_claim(await care.own(), id_, minutes=minutes)
    assert (await care.own()).book.sums == Sums(claimed=120)


async def test_the_same_again_changes_nothing_and_writes_no_line(care: Care) -> None:
    id_ = (await care.claim()).book.attendances[0].id
    await care.hours.change_claim(await care.own(), id_, day=TODAY, minutes=120)
    for _ in range(2):
        await care.hours.confirm(await care.guided(), id_)
    paper = (await care.accept(9, 5)).book.acceptances[0]
    await care.hours.change_acceptance(await care.guided(), paper.id, minutes=paper.minutes)

    assert await care.lines() == [What.CLAIMED, What.CONFIRMED, What.ACCEPTED]


async def test_a_day_that_was_withdrawn_or_refused_can_be_noted_again(care: Care) -> None:
    first = (await care.claim()).book.attendances[0].id
    await care.hours.withdraw(await care.own(), first)
    second = (await care.claim()).book.open[0].id
    await care.hours.refuse(await care.guided(), second, RefusedBecause.NOT_THERE)

    assert (await care.claim(minutes=30)).book.sums == Sums(claimed=30)
    with pytest.raises(NotedAlready):
        await care.hours.undo_refusal(await care.guided(), second)


async def test_undoing_a_refusal_gives_back_what_it_was(care: Care) -> None:
    claimed = (await care.claim(1)).book.attendances[0].id
    confirmed = (await care.claim(0)).book.open[-1].id
    await care.hours.confirm(await care.guided(), confirmed, minutes=90)
    for id_ in (claimed, confirmed):
        await care.hours.refuse(await care.guided(), id_, RefusedBecause.OTHER, note="Verkeerde knop.")
        dossier = await care.hours.undo_refusal(await care.guided(), id_)

    assert dossier.book.sums == Sums(claimed=120, confirmed=90)
    with pytest.raises(HoursSettled):
        await care.hours.undo_refusal(await care.guided(), claimed)


async def test_hours_of_a_night_count_on_the_day_in_brussels(care: Care) -> None:
    midnight = dt.datetime(2026, 10, 24, 22, 30, tzinfo=dt.UTC)
    use = services(care.work, now=midnight)
    dossier = await use.dossiers.own(care.phone)

    claimed = await use.hours.claim(
        dossier,
        OfferKind.SPORT,
        organisation="FC Gent",
        contact=None,
        day=dt.date(2026, 10, 25),
        minutes=24 * 60,
    )

    assert claimed.book.open[0].day == dt.date(2026, 10, 25)
    assert claimed.book.open[0].state is State.CLAIMED


@pytest.mark.parametrize("name", ["ß" * 300, "ﷺ" * 300, "  ", "🎉", "O'Neil; DROP TABLE"])
async def test_any_name_of_an_organisation_can_be_kept(care: Care, name: str) -> None:
    await care.claim(0, organisation=name)

    with pytest.raises(NotAllowed):
        await care.claim(0, organisation=name)
    assert (await care.own()).book.sums == Sums(claimed=120)


async def test_reasons_in_own_words_stand_apart_from_the_history(care: Care) -> None:
    id_ = (await care.claim()).book.attendances[0].id
    await care.hours.refuse(await care.guided(), id_, RefusedBecause.OTHER, note="Jan was er niet.")

    event = (await care.work.history.of(care.phone.newcomer_ids[0]))[-1]

    assert (event.why, event.note, event.at) == ("other", "Jan was er niet.", NOW)
    assert "Jan" not in str(event.facts)
