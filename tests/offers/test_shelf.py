"""The catalogue in memory stays as large as the catalogue is, however often offers change."""

import datetime as dt
import threading
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.domain.ids import OfferId
from bot.domain.interest import Interest
from bot.domain.offer import Offer
from bot.domain.schedule import Dated, Schedule
from bot.domain.search import Search
from bot.offers import shelf
from bot.offers.catalogue import Catalogue
from bot.offers.shelf import Flat
from bot.services.offer_ports import Shelved
from tests.services.offers_town import an_activity

TODAY = dt.date(2026, 11, 23)


def things(flat: Flat, row: int) -> list[int]:
    return [int(thing) for thing in flat["word"][flat.rows == row]]


def test_a_list_that_changes_again_and_again_takes_no_more_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "_MANY", 50)
    flat = Flat(("word", "head"))
    for turn in range(40):
        for row in range(30):
            flat.drop(row)
            flat.add(row, [(turn * 1000 + row * 10 + place, 0) for place in range(row % 7)])
    assert len(flat.rows) < 3 * 90 + 50
    assert [things(flat, row) for row in range(30)] == [
        [39_000 + row * 10 + place for place in range(row % 7)] for row in range(30)
    ]


def test_a_row_without_a_list_is_dropped_without_harm_to_its_neighbours() -> None:
    flat = Flat(("word", "head"))
    flat.add(1, [(11, 0), (12, 1)])
    flat.add(2, [])
    flat.add(3, [(31, 0)])
    flat.drop(2)
    flat.drop(1)
    flat.drop(1)
    assert (things(flat, 1), things(flat, 2), things(flat, 3)) == ([], [], [31])


def an_offer(number: int, title: str = "Samen koken") -> Shelved:
    dates = Schedule(dates=(Dated(TODAY + dt.timedelta(days=7), TODAY + dt.timedelta(days=7)),))
    details = replace(an_activity(f"{title} {number}", interests=("koken",)), schedule=dates)
    offer = Offer(id=OfferId(number), source="stad", reference=str(number), details=details, vanished_at=None)
    return Shelved(offer=offer, sense=None, version=1)


def test_who_looks_while_a_page_is_taken_in_waits_for_one_offer_at_most() -> None:
    catalogue = Catalogue.load()
    catalogue.put([an_offer(number) for number in range(1, 50)], version=1)
    search = Search(interests=(Interest.COOKING,))
    alone = _slowest(lambda: catalogue.find(search, today=TODAY), lambda: False)
    taking_in = threading.Thread(
        target=catalogue.put, args=([an_offer(number) for number in range(50, 1250)],), kwargs={"version": 2}
    )
    taking_in.start()
    slowest = _slowest(lambda: catalogue.find(search, today=TODAY), taking_in.is_alive)
    taking_in.join()
    assert slowest < alone + 0.15
    assert catalogue.version == 2


def _slowest(look: Callable[[], object], goes_on: Callable[[], bool]) -> float:
    slowest = 0.0
    for _ in range(1000):
        started = time.perf_counter()
        look()
        slowest = max(slowest, time.perf_counter() - started)
        if not goes_on():
            break
    return slowest
