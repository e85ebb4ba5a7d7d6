"""The catalogue in memory follows the one in the database; texts are read once, and in parts."""

import asyncio
from collections.abc import Sequence

import pytest

from bot.domain.ids import OfferId
from bot.domain.offer import OfferDetails
from bot.services.offer_ports import Shelved
from bot.services.sensing import AT_ONCE, Sensing
from bot.services.shelving import PAGE, Keeper
from bot.storage.database import Database
from tests.builders import NOW


class Shelf:
    """Keeps what it is given, and how often."""

    def __init__(self) -> None:
        self.version = 0
        self.offers: dict[OfferId, Shelved] = {}
        self.parts: list[int] = []

    def put(self, shelved: Sequence[Shelved], *, version: int) -> None:
        self.offers |= {one.offer.id: one for one in shelved}
        self.parts.append(len(shelved))
        self.version = version


class Reader:
    """Reads by writing down the title, and counts how often."""

    mark = b"1"

    def __init__(self) -> None:
        self.read_titles: list[str] = []

    def read(self, details: OfferDetails) -> bytes:
        self.read_titles.append(details.title)
        if details.title == "kapot":
            raise ValueError(details.title)
        return self.mark + details.title.encode()


async def fill(database: Database, *titles: str) -> None:
    async with database.work() as work:
        await work.offers.add_many("stad", {title: OfferDetails(title=title) for title in titles}, at=NOW)


async def test_a_shelf_takes_in_everything_in_pages_and_then_only_what_changed(database: Database) -> None:
    shelf = Shelf()
    keeper = Keeper(database, shelf)
    await fill(database, *(f"aanbod {number}" for number in range(PAGE + 7)))

    first, again = await keeper.refresh(), await keeper.refresh()
    async with database.work() as work:
        await work.offers.vanish("stad", ["aanbod 3"], at=NOW)
    third = await keeper.refresh()

    assert (first, again, third) == (PAGE + 7, 0, 1)
    assert shelf.parts == [PAGE, 7, 1]
    assert sum(one.offer.vanished_at is not None for one in shelf.offers.values()) == 1


async def test_two_that_look_at_once_load_the_catalogue_once(sqlite_database: Database) -> None:
    shelf = Shelf()
    keeper = Keeper(sqlite_database, shelf)
    await fill(sqlite_database, "a", "b")

    counts = await asyncio.gather(keeper.refresh(), keeper.refresh())

    assert list(counts) == [2, 0]


async def test_an_empty_catalogue_is_no_work(sqlite_database: Database) -> None:
    assert await Keeper(sqlite_database, Shelf()).refresh() == 0


async def test_texts_are_read_once_and_a_shelf_hears_of_it(database: Database) -> None:
    reader, shelf = Reader(), Shelf()
    keeper, sensing = Keeper(database, shelf), Sensing(database, reader)
    await fill(database, *(f"aanbod {number}" for number in range(AT_ONCE + 3)))
    await keeper.refresh()
    heard: list[int] = []

    before, read = await sensing.count(), await sensing.go_on(told=heard.append)
    left, again = await sensing.count(), await sensing.go_on()
    await keeper.refresh()

    assert (before, read, left, again) == (AT_ONCE + 3, AT_ONCE + 3, 0, 0)
    assert heard == [AT_ONCE, AT_ONCE + 3]
    assert len(reader.read_titles) == AT_ONCE + 3
    assert all(one.sense == b"1" + one.offer.details.title.encode() for one in shelf.offers.values())


async def test_an_odd_text_keeps_no_other_waiting(
    sqlite_database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    sensing = Sensing(sqlite_database, Reader())
    await fill(sqlite_database, "kapot", "heel")

    read, left = await sensing.go_on(), await sensing.count()

    assert (read, left) == (2, 0)
    assert "ValueError" in caplog.text
    assert "kapot" not in caplog.text


async def test_when_the_time_is_over_the_rest_stays_for_later(sqlite_database: Database) -> None:
    sensing = Sensing(sqlite_database, Reader())
    await fill(sqlite_database, "a", "b")

    assert await sensing.go_on(seconds=0) == 0
    assert await sensing.count() == 2


async def test_another_model_reads_everything_again(database: Database) -> None:
    await fill(database, "a")
    await Sensing(database, Reader()).go_on()
    newer = Reader()
    newer.mark = b"2"

    read = await Sensing(database, newer).go_on()

    assert read == 1
