"""Who may open a dossier: the newcomer, their begeleider, and who stands in on that very day."""

import datetime as dt
from collections.abc import AsyncIterator

import pytest

from bot.domain.errors import DossierClosed, NewcomerUnknown, NoDossier, NotYours, SayWho
from bot.domain.history import Actor, Who
from bot.domain.people import Account
from bot.domain.stand_in import StandIn
from bot.services.dossiers import SPEAKS_FOR
from bot.storage.database import Database
from bot.storage.work import SqlWork
from tests.builders import NOW, again, new_account, new_begeleider, new_newcomer, services

TODAY = dt.date(2026, 11, 23)


@pytest.fixture
async def work(database: Database) -> AsyncIterator[SqlWork]:
    """A unit of work, once on each engine."""
    async with database.work() as opened:
        yield opened


async def a_couple(work: SqlWork, begeleider: Account) -> Account:
    """Amira and Karim, on one phone."""
    amira = await new_newcomer(work, 2, "Amira", of=begeleider)
    assert begeleider.begeleider_id is not None
    karim = await work.people.add_newcomer("Karim", begeleider.begeleider_id, at=NOW)
    await work.people.link_newcomer(karim, amira.id)
    return await again(work, amira)


async def test_a_newcomer_opens_their_own_dossier_on_the_day_in_brussels(work: SqlWork) -> None:
    amira = await new_newcomer(work, 2, "Amira", of=await new_begeleider(work, 1, "An"))
    midnight = dt.datetime(2026, 3, 28, 23, 30, tzinfo=dt.UTC)

    dossier = await services(work, now=midnight).dossiers.own(amira)

    assert (dossier.newcomer.name, dossier.today) == ("Amira", dt.date(2026, 3, 29))
    assert dossier.actor == Actor(Who.NEWCOMER, amira.newcomer_ids[0])


@pytest.mark.parametrize(
    ("moment", "today"),
    [
        (dt.datetime(2026, 3, 28, 22, 59, tzinfo=dt.UTC), dt.date(2026, 3, 28)),
        (dt.datetime(2026, 3, 29, 21, 59, tzinfo=dt.UTC), dt.date(2026, 3, 29)),
        (dt.datetime(2026, 3, 29, 22, 0, tzinfo=dt.UTC), dt.date(2026, 3, 30)),
        (dt.datetime(2026, 10, 24, 22, 0, tzinfo=dt.UTC), dt.date(2026, 10, 25)),
        (dt.datetime(2026, 10, 25, 22, 59, tzinfo=dt.UTC), dt.date(2026, 10, 25)),
        (dt.datetime(2026, 10, 25, 23, 0, tzinfo=dt.UTC), dt.date(2026, 10, 26)),
    ],
)
async def test_a_day_ends_at_midnight_in_brussels_also_when_the_clock_changes(
    work: SqlWork, moment: dt.datetime, today: dt.date
) -> None:
    assert services(work, now=moment).dossiers.today == today


async def test_whom_nobody_guides_has_no_dossier(work: SqlWork) -> None:
    stranger = await new_account(work, 5, "Lena")

    with pytest.raises(NoDossier):
        await services(work).dossiers.own(stranger)


async def test_a_couple_on_one_phone_says_who_speaks_and_says_it_again_after_an_hour(work: SqlWork) -> None:
    phone = await a_couple(work, await new_begeleider(work, 1, "An"))
    amira, karim = phone.newcomer_ids
    with pytest.raises(SayWho):
        await services(work).dossiers.own(phone)
    await services(work).dossiers.choose(phone, karim)
    phone = await again(work, phone)
    later, too_late = NOW + SPEAKS_FOR - dt.timedelta(seconds=1), NOW + SPEAKS_FOR

    assert (await services(work, now=later).dossiers.own(phone)).id == karim
    assert [n.id for n in await services(work).dossiers.who(phone)] == [amira, karim]
    with pytest.raises(SayWho):
        await services(work, now=too_late).dossiers.own(phone)


async def test_a_phone_speaks_only_for_those_whom_it_serves(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    phone = await a_couple(work, an)
    lena = await new_newcomer(work, 9, "Lena", of=an)

    for newcomer_id in (lena.newcomer_ids[0], 10**9):
        with pytest.raises(NotYours):
            await services(work).dossiers.choose(phone, newcomer_id)


async def test_who_was_chosen_and_left_the_phone_speaks_no_more(work: SqlWork) -> None:
    phone = await a_couple(work, await new_begeleider(work, 1, "An"))
    amira, karim = phone.newcomer_ids
    await services(work).dossiers.choose(phone, karim)
    await work.people.unlink_newcomer(karim, phone.id)
    phone = await again(work, phone)

    assert (await services(work).dossiers.own(phone)).id == amira


async def test_a_begeleider_opens_their_own_people_only(work: SqlWork) -> None:
    an, nele = await new_begeleider(work, 1, "An"), await new_begeleider(work, 4, "Nele")
    amira = await new_newcomer(work, 2, "Amira", of=an)
    newcomer_id = amira.newcomer_ids[0]

    dossier = await services(work).dossiers.guided(newcomer_id, by=an)

    assert dossier.actor == Actor(Who.BEGELEIDER, an.begeleider_id)
    for stranger in (nele, amira, await new_account(work, 5, "Lena")):
        with pytest.raises(NotYours):
            await services(work).dossiers.guided(newcomer_id, by=stranger)
    with pytest.raises(NewcomerUnknown):
        await services(work).dossiers.guided(10**9, by=an)


async def test_a_begeleider_opens_nobody_after_handing_over(work: SqlWork) -> None:
    an, nele = await new_begeleider(work, 1, "An"), await new_begeleider(work, 4, "Nele")
    newcomer_id = (await new_newcomer(work, 2, "Amira", of=an)).newcomer_ids[0]
    assert nele.begeleider_id is not None
    await work.people.hand_newcomer(newcomer_id, nele.begeleider_id)

    assert (await services(work).dossiers.guided(newcomer_id, by=nele)).id == newcomer_id
    with pytest.raises(NotYours):
        await services(work).dossiers.guided(newcomer_id, by=an)


@pytest.mark.parametrize(("days", "may"), [(-1, False), (0, True), (3, True), (4, True), (5, False)])
async def test_a_colleague_opens_a_dossier_on_the_days_of_leave_and_on_no_other(
    work: SqlWork, days: int, may: bool
) -> None:
    an, nele = await new_begeleider(work, 1, "An"), await new_begeleider(work, 4, "Nele")
    newcomer_id = (await new_newcomer(work, 2, "Amira", of=an)).newcomer_ids[0]
    await stand_in(work, nele, of=an, first_day=TODAY, last_day=TODAY + dt.timedelta(days=4))
    dossiers = services(work, now=NOW + dt.timedelta(days=days)).dossiers

    if may:
        dossier = await dossiers.guided(newcomer_id, by=nele)
        assert dossier.actor == Actor(Who.BEGELEIDER, nele.begeleider_id)
    else:
        with pytest.raises(NotYours):
            await dossiers.guided(newcomer_id, by=nele)
    assert (await dossiers.guided(newcomer_id, by=an)).id == newcomer_id


async def test_leave_begins_and_ends_at_midnight_in_brussels(work: SqlWork) -> None:
    an, nele = await new_begeleider(work, 1, "An"), await new_begeleider(work, 4, "Nele")
    newcomer_id = (await new_newcomer(work, 2, "Amira", of=an)).newcomer_ids[0]
    await stand_in(work, nele, of=an, first_day=TODAY, last_day=TODAY)
    begins = dt.datetime(2026, 11, 22, 23, 0, tzinfo=dt.UTC)
    ends = dt.datetime(2026, 11, 23, 23, 0, tzinfo=dt.UTC)

    for moment, may in ((begins, True), (ends - dt.timedelta(minutes=1), True), (ends, False)):
        assert await may_open(work, newcomer_id, nele, moment) is may
    assert not await may_open(work, newcomer_id, nele, begins - dt.timedelta(minutes=1))


async def test_standing_in_goes_one_way_and_not_further(work: SqlWork) -> None:
    an, nele = await new_begeleider(work, 1, "An"), await new_begeleider(work, 4, "Nele")
    bart = await new_begeleider(work, 6, "Bart")
    of_an = (await new_newcomer(work, 2, "Amira", of=an)).newcomer_ids[0]
    of_nele = (await new_newcomer(work, 3, "Karim", of=nele)).newcomer_ids[0]
    await stand_in(work, nele, of=an, first_day=TODAY, last_day=TODAY)
    await stand_in(work, bart, of=nele, first_day=TODAY, last_day=TODAY)

    assert await may_open(work, of_nele, bart, NOW)
    assert not await may_open(work, of_nele, an, NOW)
    assert not await may_open(work, of_an, bart, NOW)


async def test_a_closed_dossier_is_read_and_not_changed(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    amira = await new_newcomer(work, 2, "Amira", of=an)
    newcomer_id = amira.newcomer_ids[0]
    await work.people.change_newcomer(newcomer_id, closed_on=TODAY, closed_because="moved")
    dossiers = services(work).dossiers

    assert (await dossiers.own(amira)).newcomer.is_closed
    assert (await dossiers.guided(newcomer_id, by=an)).newcomer.is_closed
    with pytest.raises(DossierClosed):
        await dossiers.own(amira, changes=True)
    with pytest.raises(DossierClosed):
        await dossiers.guided(newcomer_id, by=an, changes=True)


async def test_who_was_forgotten_has_no_dossier_left(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    amira = await new_newcomer(work, 2, "Amira", of=an)
    newcomer_id = amira.newcomer_ids[0]
    dossier = await services(work).dossiers.own(amira)
    await work.people.remove_newcomer(newcomer_id)
    dossiers = services(work).dossiers

    with pytest.raises(NoDossier):
        await dossiers.own(amira)
    with pytest.raises(NewcomerUnknown):
        await dossiers.guided(newcomer_id, by=an)
    with pytest.raises(NewcomerUnknown):
        await dossiers.again(dossier)
    assert await dossiers.as_bot(newcomer_id) is None


async def stand_in(
    work: SqlWork, colleague: Account, *, of: Account, first_day: dt.date, last_day: dt.date
) -> None:
    """Somebody goes on leave."""
    assert of.begeleider_id is not None
    assert colleague.begeleider_id is not None
    await work.stand_ins.add(
        StandIn(
            begeleider_id=of.begeleider_id,
            colleague_id=colleague.begeleider_id,
            first_day=first_day,
            last_day=last_day,
        )
    )


async def may_open(work: SqlWork, newcomer_id: int, by: Account, moment: dt.datetime) -> bool:
    """Is the dossier opened for them at that moment?"""
    try:
        await services(work, now=moment).dossiers.guided(newcomer_id, by=by)
    except NotYours:
        return False
    return True
