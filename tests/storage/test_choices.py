"""Participations, searches and wishes in the database, on both engines."""

import datetime as dt
from dataclasses import dataclass

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from bot.domain.ids import NewcomerId, OfferId, ParticipationId
from bot.domain.interest import Interest
from bot.domain.kept_wish import KEPT_DAYS
from bot.domain.offer import OfferDetails
from bot.domain.offer_text import fingerprint
from bot.domain.participation import EndedBecause, Handover, Participation, Step
from bot.domain.people import Account
from bot.domain.place import Place, Point
from bot.domain.search import Need, Search, Times
from bot.storage.database import Database
from bot.storage.tables import offer_senses, searches, wishes
from bot.storage.work import SqlWork
from tests.builders import NOW, new_account, new_begeleider, new_newcomer, services

GENT = Place(name="Gent", municipality="Gent", postcodes=("9000",), point=Point(51.05, 3.72))
SEARCH = Search(
    interests=(Interest.COOKING,),
    subjects={"cooking": 0.75},
    sense=b"\x00\x01",
    place=GENT,
    reach_km=10,
    times=Times(weekdays=frozenset({2})),
    needs=frozenset({Need.FREE}),
)


@dataclass(frozen=True)
class Around:
    sofie: Account
    amira: Account
    newcomer_id: NewcomerId
    offers: tuple[OfferId, ...]


async def around(work: SqlWork) -> Around:
    sofie = await new_begeleider(work, 2001, "Sofie")
    amira = await new_newcomer(work, 1001, "Amira", of=sofie)
    ids = await work.offers.add_many("stad", {name: OfferDetails(title=name) for name in "abc"}, at=NOW)
    return Around(sofie, amira, amira.newcomer_ids[0], tuple(ids))


def choice(there: Around, offer: int = 0) -> Participation:
    return Participation(
        id=ParticipationId(0),
        newcomer_id=there.newcomer_id,
        offer_id=there.offers[offer],
        step=Step.CHOSEN,
        handover=Handover.NONE,
        chosen_at=NOW,
    )


async def test_a_choice_comes_back_as_it_was_changed(database: Database) -> None:
    async with database.work() as work:
        there = await around(work)
        number = await work.participations.add(choice(there))
        await work.participations.change(
            number, step=Step.ENDED, ended_because=EndedBecause.FULL, asked_at=NOW, handover=Handover.DONE
        )
        found = await work.participations.get(number)

    assert found is not None
    assert (found.step, found.ended_because, found.asked_at) == (Step.ENDED, EndedBecause.FULL, NOW)
    assert (found.handover, found.contact_shown_at) == (Handover.DONE, None)


async def test_of_one_offer_a_newcomer_has_one_choice_that_has_not_ended(database: Database) -> None:
    async with database.work() as work:
        there = await around(work)
        first = await work.participations.add(choice(there))
        await work.participations.change(first, step=Step.ENDED)
        second = await work.participations.add(choice(there))
    async with database.work() as work:
        with pytest.raises(IntegrityError):
            await work.participations.add(choice(there))
        await work.connection.rollback()
    async with database.work(reads_only=True) as work:
        found = await work.participations.of(there.newcomer_id)
        taking_part = await work.participations.alive_counts(there.offers)

    assert [one.id for one in found] == [second, first]
    assert taking_part == {there.offers[0]: 1}


async def test_an_offer_that_is_refused_twice_can_be_allowed_again(database: Database) -> None:
    async with database.work() as work:
        there = await around(work)
        assert there.sofie.begeleider_id is not None
        for _ in range(2):
            await work.participations.refuse(
                there.newcomer_id, there.offers[1], there.sofie.begeleider_id, at=NOW
            )
        refused = await work.participations.refused(there.newcomer_id)
        await work.participations.allow(there.newcomer_id, there.offers[1])
        allowed = await work.participations.refused(there.newcomer_id)

    assert refused == {there.offers[1]}
    assert allowed == set()


async def test_a_phone_has_one_search_with_what_it_has_seen(database: Database) -> None:
    async with database.work() as work:
        there = await around(work)
        await work.searches.set(there.amira.id, Search(), seen=[], newcomer_id=None, at=NOW)
        await work.searches.set(
            there.amira.id, SEARCH, seen=there.offers[:2], newcomer_id=there.newcomer_id, at=NOW
        )
        found = await work.searches.get(there.amira.id)
        await work.searches.clear(there.amira.id)
        nothing = await work.searches.get(there.amira.id)

    assert found == (SEARCH, there.offers[:2], there.newcomer_id)
    assert nothing is None


async def test_saved_offers_are_shown_newest_first_and_once(database: Database) -> None:
    async with database.work() as work:
        there = await around(work)
        for hours, offer_id in enumerate((*there.offers, there.offers[0])):
            await work.searches.save_offer(there.amira.id, offer_id, at=NOW + dt.timedelta(hours=hours))
        await work.searches.drop_offer(there.amira.id, there.offers[1])
        saved = await work.searches.saved(there.amira.id)

    assert saved == [there.offers[2], there.offers[0]]


async def test_an_open_wish_is_there_until_it_ends(database: Database) -> None:
    async with database.work() as work:
        there = await around(work)
        first = await work.wishes.add(there.amira.id, there.newcomer_id, SEARCH, at=NOW)
        second = await work.wishes.add(there.amira.id, None, Search(), at=NOW)
        await work.wishes.told(second, at=NOW)
        both = await work.wishes.of(there.amira.id)
        page = await work.wishes.open_ones(after=first, limit=9)
        await work.wishes.end(second)
        gone = await work.wishes.get(second)

    assert [wish.id for wish in both] == [second, first]
    assert both[1].search == SEARCH
    assert [(wish.id, wish.told_at) for wish in page] == [(second, NOW)]
    assert gone is None


async def test_wishes_are_counted_by_people_and_not_by_how_often_they_wish(database: Database) -> None:
    cooking = Interest.COOKING
    async with database.work() as work:
        there = await around(work)
        guest = await new_account(work, 1009, "Gast")
        for account, newcomer_id in (
            (there.amira, there.newcomer_id),
            (guest, there.newcomer_id),
            (guest, None),
        ):
            await work.wishes.add(account.id, newcomer_id, SEARCH, at=NOW)
        await work.wishes.add(guest.id, None, Search(), interests=[cooking, Interest.MUSIC], at=NOW)
        await work.wishes.add(guest.id, None, Search(), at=NOW)
        ended = await work.wishes.add(guest.id, None, SEARCH, at=NOW)
        await work.wishes.end(ended)
        counts = await work.wishes.counts()

    assert counts == [("cooking", "Gent", 2), ("cooking", None, 1), ("music", None, 1), ("other", None, 1)]


async def test_on_a_new_phone_a_newcomer_hears_of_their_wishes(database: Database) -> None:
    async with database.work() as work:
        there = await around(work)
        wish_id = await work.wishes.add(there.amira.id, there.newcomer_id, SEARCH, at=NOW)
        new_phone = await new_account(work, 1010, "Amira")
        newcomer = await work.people.newcomer(there.newcomer_id)
        assert newcomer is not None
        await services(work).phones.move(newcomer, new_phone)
        wish = await work.wishes.get(wish_id)

    assert wish is not None
    assert wish.account_id == new_phone.id


async def test_old_searches_and_closed_wishes_are_forgotten(database: Database) -> None:
    async with database.work() as work:
        there = await around(work)
        await work.searches.set(there.amira.id, SEARCH, seen=[], newcomer_id=None, at=NOW)
        closed = await work.wishes.add(there.amira.id, None, SEARCH, at=NOW)
        await work.wishes.end(closed)
        old = await work.wishes.add(there.amira.id, None, SEARCH, at=NOW - dt.timedelta(KEPT_DAYS))
        fresh = await work.wishes.add(there.amira.id, None, SEARCH, at=NOW)
        await services(work, now=NOW + dt.timedelta(89)).privacy.retain()
        kept = await work.searches.get(there.amira.id)
        await services(work, now=NOW + dt.timedelta(91)).privacy.retain()
        left = (await work.connection.execute(select(wishes.c.id))).scalars().all()
        found = (await work.connection.execute(select(searches))).all()

    assert kept is not None
    assert old not in left
    assert left == [fresh]
    assert found == []


async def test_an_offer_that_its_source_dropped_is_forgotten_unless_somebody_chose_it(
    database: Database,
) -> None:
    async with database.work() as work:
        there = await around(work)
        await work.offers.put_senses(
            {fingerprint(OfferDetails(title=title)): title.encode() for title in "abc"}
        )
        await work.participations.add(choice(there, 0))
        await work.offers.vanish("stad", ["a", "b"], at=NOW)
        await services(work, now=NOW + dt.timedelta(181)).privacy.retain()
        left = await work.offers.many(there.offers)
        senses = (await work.connection.execute(select(offer_senses.c.sense))).scalars().all()

    assert sorted(offer.reference for offer in left.values()) == ["a", "c"]
    assert sorted(senses) == [b"a", b"c"]
