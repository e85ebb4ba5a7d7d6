"""Looking for an activity: three at a time, nothing that ended, only for whom it may be."""

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import pytest

from bot.domain.errors import NotYours, OfferGone, SayWho
from bot.domain.ids import NewcomerId, OfferId, ParticipationId
from bot.domain.interest import Interest
from bot.domain.offer import UNKNOWN_END, Checked
from bot.domain.participation import Handover, Participation, Step
from bot.domain.people import Account
from bot.domain.schedule import DayPart
from bot.domain.search import ANYWHERE_KM, Search, Times
from bot.services.searching import Searching
from bot.storage.database import Database
from bot.storage.work import SqlWork
from tests.builders import NOW, again, new_account, new_begeleider, new_newcomer, services
from tests.services.offers_town import COOKING, SPORT, fill, held, place

GENT = Search(interests=(Interest.COOKING,), place=place("Gent"))


@dataclass(frozen=True)
class Town:
    """Amira and Karim are in Sofie's care; Nele is another begeleider; a guest has no dossier."""

    ids: dict[str, OfferId]
    work: SqlWork
    searching: Searching
    amira: Account
    karim: Account
    sofie: Account
    nele: Account
    guest: Account

    @property
    def whom(self) -> NewcomerId:
        assert self.amira.newcomer_id is not None
        return self.amira.newcomer_id

    def named(self, ids: list[OfferId]) -> list[str]:
        """What the offers are called here."""
        names = {offer_id: name for name, offer_id in self.ids.items()}
        return [names[one] for one in ids]

    async def next(self, search: Search | None = None) -> list[str]:
        """What Amira gets to see next."""
        if search is not None:
            await self.searching.keep(self.amira, self.whom, search)
        found = await self.searching.next(self.amira, self.whom)
        return self.named([match.offer.id for match in found.matches])


@pytest.fixture
async def town(sqlite_database: Database) -> AsyncIterator[Town]:
    """A small catalogue, and people who look."""
    ids = await fill(sqlite_database, COOKING | SPORT)
    catalogue = await held(sqlite_database)
    async with sqlite_database.work() as work:
        sofie, nele = await new_begeleider(work, 1, "Sofie"), await new_begeleider(work, 2, "Nele")
        amira = await new_newcomer(work, 3, "Amira", of=sofie)
        karim = await new_newcomer(work, 4, "Karim", of=sofie)
        guest = await new_account(work, 5, "Gast")
        searching = services(work, finder=catalogue).searching
        yield Town(ids, work, searching, amira, karim, sofie, nele, guest)


async def test_what_was_ticked_comes_first_and_nothing_twice(town: Town) -> None:
    first = await town.next(GENT)
    second = await town.next()

    assert set(first) <= set(COOKING)
    assert "soup" in first
    assert not set(first) & set(second)


async def test_what_ended_since_the_catalogue_was_read_is_not_shown(town: Town) -> None:
    soup = town.ids["soup"]
    found = await town.work.offers.get(soup)
    assert found is not None
    for values in (
        {"is_cancelled": True},
        {"full_until": UNKNOWN_END},
        {"valid_until": dt.date(2026, 11, 1)},
        {"in_dutch": Checked(holds=False)},
    ):
        await town.work.offers.change(soup, replace(found.details, **values), at=NOW)
        shown = await town.next(GENT)

        assert shown
        assert "soup" not in shown


async def test_what_has_as_many_people_as_places_is_full(town: Town) -> None:
    soup = await town.work.offers.get(town.ids["soup"])
    assert soup is not None
    await town.work.offers.change(soup.id, replace(soup.details, capacity=1), at=NOW)
    before = await town.next(GENT)
    assert town.karim.newcomer_id is not None
    await town.work.participations.add(_going(town.karim.newcomer_id, soup.id))

    assert "soup" in before
    assert "soup" not in await town.next(GENT)
    with pytest.raises(OfferGone):
        await town.searching.look_at(town.guest, None, soup.id)


def _going(newcomer_id: NewcomerId, offer_id: OfferId) -> Participation:
    return Participation(
        id=ParticipationId(0),
        newcomer_id=newcomer_id,
        offer_id=offer_id,
        step=Step.CHOSEN,
        handover=Handover.NONE,
        chosen_at=NOW,
    )


async def test_what_the_begeleider_refused_for_somebody_is_not_shown_to_them(town: Town) -> None:
    soup = town.ids["soup"]
    assert town.sofie.begeleider_id is not None
    await town.work.participations.refuse(town.whom, soup, town.sofie.begeleider_id, at=NOW)

    assert "soup" not in await town.next(GENT)
    with pytest.raises(OfferGone):
        await town.searching.look_at(town.amira, town.whom, soup)
    assert (await town.searching.look_at(town.karim, town.karim.newcomer_id, soup)).offer.id == soup


async def test_where_somebody_goes_already_is_not_offered_again(town: Town) -> None:
    await town.work.participations.add(_going(town.whom, town.ids["soup"]))

    assert "soup" not in await town.next(GENT)


async def test_the_same_activities_come_back_in_their_order(town: Town) -> None:
    ids = [town.ids["choir"], town.ids["soup"]]
    await town.searching.keep(town.amira, town.whom, GENT)
    found = await town.searching.shown(town.amira, town.whom, ids)

    assert [match.offer.id for match in found.matches] == ids


async def test_a_wish_keeps_the_place_of_before_and_takes_a_new_one(town: Town) -> None:
    await town.searching.keep(town.amira, town.whom, GENT)
    wish = Search(subjects={"sewing": 0.9}, confidence=0.9)
    kept = await town.searching.wish(town.amira, town.whom, wish)
    moved = await town.searching.wish(town.amira, town.whom, Search(place=place("Leuven"), confidence=1.0))

    assert kept.place is not None
    assert (kept.place.name, kept.interests) == ("Gent", ())
    assert moved.place is not None
    assert (moved.place.name, moved.subjects) == ("Leuven", {"sewing": 0.9})


async def test_ticks_stand_for_what_was_written_before(town: Town) -> None:
    await town.searching.wish(
        town.amira, town.whom, Search(subjects={"sewing": 0.9}, sense=b"x", confidence=0.9)
    )
    await town.searching.tick(town.amira, town.whom, Interest.MUSIC, is_wanted=True)
    twice = await town.searching.tick(town.amira, town.whom, Interest.MUSIC, is_wanted=True)
    none = await town.searching.tick(town.amira, town.whom, Interest.MUSIC, is_wanted=False)

    assert (twice.interests, twice.subjects, twice.sense) == ((Interest.MUSIC,), {}, b"")
    assert none.interests == ()


async def test_nearer_takes_the_next_shorter_distance_until_there_is_none(town: Town) -> None:
    await town.searching.keep(town.amira, town.whom, GENT)
    reaches = [
        found.reach_km if found else None
        for found in [await town.searching.nearer(town.amira, town.whom) for _ in range(3)]
    ]

    assert reaches == [10, 5, None]


async def test_a_new_search_keeps_ticks_place_and_times(town: Town) -> None:
    times = Times(weekdays=frozenset({2}), parts=frozenset({DayPart.EVENING}))
    search = Search(
        interests=(Interest.MUSIC,), place=place("Gent"), reach_km=ANYWHERE_KM, times=times, terms=("koor",)
    )
    await town.searching.keep(town.amira, town.whom, search, seen=[town.ids["choir"]])
    begun = await town.searching.begin(town.amira, town.whom)

    assert begun.pack() == {**search.pack(), "terms": []}
    assert "choir" in await town.next()


async def test_a_begeleider_looks_for_their_own_people_alone(town: Town) -> None:
    assert await town.searching.whom(town.sofie, town.whom) == town.whom
    assert await town.searching.whom(town.sofie, None) is None
    with pytest.raises(NotYours):
        await town.searching.whom(town.nele, town.whom)
    with pytest.raises(NotYours):
        await town.searching.whom(town.karim, town.whom)
    with pytest.raises(NotYours):
        await town.searching.whom(town.guest, town.whom)


async def test_who_shares_a_phone_says_first_who_looks(town: Town) -> None:
    assert town.karim.newcomer_id is not None
    await town.work.people.link_newcomer(town.karim.newcomer_id, town.amira.id)
    shared = await again(town.work, town.amira)
    with pytest.raises(SayWho):
        await town.searching.whom(shared, None)

    assert await town.searching.whom(shared, town.karim.newcomer_id) == town.karim.newcomer_id


async def test_on_a_shared_phone_each_has_a_search_with_the_same_place(town: Town) -> None:
    await town.searching.keep(town.amira, town.whom, GENT)
    of_the_other = await town.searching.current(town.amira, NewcomerId(99))

    assert of_the_other.place is not None
    assert (of_the_other.place.name, of_the_other.interests) == ("Gent", ())
    assert (await town.searching.current(town.sofie, town.whom)) == Search()


async def test_saved_activities_come_newest_first_and_once(town: Town) -> None:
    for name in ("soup", "choir", "soup"):
        await town.searching.save(town.amira, town.ids[name])
    saved = await town.searching.saved(town.amira)
    await town.searching.drop(town.amira, town.ids["choir"])

    assert set(saved) == {town.ids["soup"], town.ids["choir"]}
    assert list(await town.searching.saved(town.amira)) == [town.ids["soup"]]
