"""A wish that nothing fits is kept, and told of at most once a day, never twice of the same activity."""

import datetime as dt
from dataclasses import dataclass, field

import pytest

from bot.domain.contract import ClosedBecause
from bot.domain.errors import NotYours
from bot.domain.ids import NewcomerId
from bot.domain.interest import Interest
from bot.domain.kept_wish import KEPT_DAYS, MOST_WISHES, KeptWish
from bot.domain.people import Account
from bot.domain.search import Search
from bot.offers.catalogue import Catalogue
from bot.services.services import Services
from bot.services.shelving import Keeper
from bot.services.wishes import Granted
from bot.storage.database import Database
from bot.storage.work import SqlWork
from tests.builders import NOW, new_begeleider, new_newcomer, services
from tests.services.offers_town import COOKING, SPORT, an_activity, fill, place

MUSIC = Search(interests=(Interest.MUSIC,), place=place("Gent"))


@dataclass
class Town:
    """Amira and Karim are in Sofie's care; the catalogue grows while they wait."""

    database: Database
    amira: Account
    karim: Account
    sofie: Account
    catalogue: Catalogue
    now: dt.datetime = field(default=NOW)

    @property
    def whom(self) -> NewcomerId:
        assert self.amira.newcomer_id is not None
        return self.amira.newcomer_id

    def services(self, work: SqlWork) -> Services:
        return services(work, now=self.now, finder=self.catalogue)

    async def keep(self, search: Search = MUSIC) -> KeptWish:
        """Amira keeps a wish."""
        async with self.database.work() as work:
            return await self.services(work).wishes.keep(self.amira, self.whom, search)

    async def kept(self) -> list[KeptWish]:
        """What is kept for Amira."""
        async with self.database.work() as work:
            return list(await self.services(work).wishes.of(self.amira, self.whom))

    async def look(self) -> list[Granted]:
        """Look at every wish again, and tell."""
        await Keeper(self.database, self.catalogue).refresh()
        async with self.database.work() as work:
            use = self.services(work).wishes
            looked = await use.look(after=0, limit=40)
            for granted in looked.granted:
                await use.told(granted)
            return list(looked.granted)

    async def titles(self) -> list[list[str]]:
        """What is told, by wish."""
        looked = await self.look()
        return [[match.offer.details.title for match in one.found.matches] for one in looked]

    def pass_days(self, days: float) -> None:
        self.now += dt.timedelta(days=days)


@pytest.fixture
async def town(sqlite_database: Database) -> Town:
    """There is something to cook, and no music."""
    await fill(sqlite_database, COOKING)
    async with sqlite_database.work() as work:
        sofie = await new_begeleider(work, 1, "Sofie")
        amira = await new_newcomer(work, 3, "Amira", of=sofie)
        karim = await new_newcomer(work, 4, "Karim", of=sofie)
    return Town(sqlite_database, amira, karim, sofie, Catalogue.load())


async def test_a_wish_hears_of_what_is_new_once_and_at_most_once_a_day(town: Town) -> None:
    await town.keep()
    nothing = await town.titles()
    await fill(town.database, {"choir": SPORT["choir"]})
    first = await town.titles()
    await fill(town.database, {"band": an_activity("Samen muziek maken", interests=("muziek",))})
    same_day = await town.titles()
    town.pass_days(1)
    next_day = await town.titles()
    town.pass_days(1)

    assert nothing == []
    assert first == [["Zingen in een koor"]]
    assert same_day == []
    assert next_day == [["Samen muziek maken"]]
    assert await town.titles() == []


async def test_the_same_wish_is_kept_once_and_the_oldest_of_too_many_makes_way(town: Town) -> None:
    first = await town.keep()
    again = await town.keep()
    interests = [one for one in Interest if one is not Interest.MUSIC][:MOST_WISHES]
    for interest in interests:
        await town.keep(Search(interests=(interest,), place=place("Gent")))
    kept = await town.kept()

    assert again.id == first.id
    assert [wish.search.interests[0] for wish in kept] == interests[::-1]


async def test_a_stopped_wish_is_told_no_more_and_only_its_own_person_stops_it(town: Town) -> None:
    wish = await town.keep()
    async with town.database.work() as work:
        with pytest.raises(NotYours):
            await town.services(work).wishes.stop(town.karim, wish.id)
        await town.services(work).wishes.stop(town.amira, wish.id)
        await town.services(work).wishes.stop(town.amira, wish.id)
    await fill(town.database, {"choir": SPORT["choir"]})

    assert await town.titles() == []


async def test_what_is_refused_for_somebody_is_not_told_to_them(town: Town) -> None:
    await town.keep()
    ids = await fill(town.database, {"choir": SPORT["choir"]})
    assert town.sofie.begeleider_id is not None
    async with town.database.work() as work:
        await work.participations.refuse(town.whom, ids["choir"], town.sofie.begeleider_id, at=NOW)

    assert await town.titles() == []


async def test_an_old_wish_ends_by_itself(town: Town) -> None:
    await town.keep()
    await fill(town.database, {"choir": SPORT["choir"]})
    town.pass_days(KEPT_DAYS + 1)

    assert await town.titles() == []
    assert await town.kept() == []


async def test_a_closed_dossier_and_a_blocked_phone_hear_nothing(town: Town) -> None:
    await town.keep()
    await fill(town.database, {"choir": SPORT["choir"]})
    async with town.database.work() as work:
        await work.accounts.change(town.amira.id, is_unreachable=True)
    blocked = await town.titles()
    async with town.database.work() as work:
        await work.accounts.change(town.amira.id, is_unreachable=False)
        await work.people.change_newcomer(
            town.whom, closed_on=NOW.date(), closed_because=ClosedBecause.COMPLETED
        )

    assert blocked == []
    assert await town.titles() == []


async def test_a_wish_follows_its_person_to_a_new_phone(town: Town) -> None:
    await town.keep()
    async with town.database.work() as work:
        await work.people.unlink_newcomer(town.whom, town.amira.id)
        await work.people.link_newcomer(town.whom, town.karim.id)
    await fill(town.database, {"choir": SPORT["choir"]})

    assert [granted.phone.id for granted in await town.look()] == [town.karim.id]


async def test_what_was_kept_for_somebody_without_a_phone_follows_them_to_a_new_begeleider(
    town: Town,
) -> None:
    async with town.database.work() as work:
        nele = await new_begeleider(work, 9, "Nele")
        assert nele.begeleider_id is not None
        wish = await town.services(work).wishes.keep(town.sofie, town.whom, MUSIC)
        await work.people.unlink_newcomer(town.whom, town.amira.id)
        await work.people.hand_newcomer(town.whom, nele.begeleider_id)
    await fill(town.database, {"choir": SPORT["choir"]})

    told = [granted.phone.id for granted in await town.look()]
    async with town.database.work() as work:
        with pytest.raises(NotYours):
            await town.services(work).wishes.stop(town.karim, wish.id)
        await town.services(work).wishes.stop(nele, wish.id)
    town.pass_days(1)

    assert told == [nele.id]
    assert await town.look() == []


async def test_what_a_newcomer_kept_is_never_told_to_their_begeleider(town: Town) -> None:
    await town.keep()
    async with town.database.work() as work:
        await work.people.unlink_newcomer(town.whom, town.amira.id)
    await fill(town.database, {"choir": SPORT["choir"]})

    assert await town.look() == []
