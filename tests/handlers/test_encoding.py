"""What offers are about is worked out in the background, a little at a time, until nothing is left."""

import time
from typing import Any

import pytest

from bot.delivery.job_runner import JobRunner
from bot.delivery.turn import Turn
from bot.domain.offer import OfferDetails
from bot.faq.entries import load_entries
from bot.handlers.later import encoding
from bot.handlers.later.encoding import ENCODE_OFFERS, ask_to_encode, encode_offers, make_encode
from bot.handlers.later.jobs import make_jobs
from bot.handlers.resources import Resources
from bot.services.delivery_ports import Kinds, Transaction
from bot.services.sensing import Sensing
from bot.storage.database import Database
from bot.storage.work import SqlWork
from tests.builders import BRUSSELS, NOW, services
from tests.handlers.days import SetClock, waiting_jobs, work_off


class Reader:
    """Takes its time, and counts."""

    mark = b"1"

    def __init__(self) -> None:
        self.count = 0

    def read(self, details: OfferDetails) -> bytes:
        time.sleep(0.01)
        self.count += 1
        return self.mark + details.title.encode()


def a_turn(work: Transaction, prepared: Any = None) -> Turn:
    assert isinstance(work, SqlWork)
    return Turn(work=work, services=services(work), now=NOW, prepared=prepared)


def encoder(database: Database, reader: Reader) -> JobRunner:
    """A process that works out senses; `rounds` of it are jobs."""
    resources = Resources(
        entries=load_entries(), bot_username="bot", fallback_chat=None, admin_chat=None, zone=BRUSSELS
    )
    return JobRunner(
        database,
        make_jobs(resources),
        clock=SetClock(NOW),
        new_turn=a_turn,
        after_commit=lambda _: None,
        kinds=Kinds(named=frozenset({ENCODE_OFFERS}), are_all_others=False),
        preparations={ENCODE_OFFERS: make_encode(Sensing(database, reader))},
    )


async def fill(database: Database, count: int) -> None:
    rows = {str(number): OfferDetails(title=f"aanbod {number}") for number in range(count)}
    async with database.work() as work:
        await work.offers.add_many("stad", rows, at=NOW)
        await work.jobs.add(encode_offers(NOW))


async def test_it_goes_on_until_every_text_is_read_once(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoding, "A_LITTLE", 0.08)
    reader = Reader()
    await fill(database, 30)
    process = encoder(database, reader)

    first = await process.run_due()
    after_first = reader.count
    await work_off(process)

    assert first == 1
    assert 0 < after_first < 30
    assert reader.count == 30
    assert await waiting_jobs(database) == {}


async def test_after_a_stop_only_what_is_left_is_read(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoding, "A_LITTLE", 0.08)
    before, after = Reader(), Reader()
    await fill(database, 30)
    await encoder(database, before).run_due()

    await work_off(encoder(database, after))

    assert before.count + after.count == 30


async def test_it_is_asked_for_once_however_many_offers_are_added(database: Database) -> None:
    async with database.work() as work:
        for _ in range(3):
            await ask_to_encode(a_turn(work))

    assert list(await waiting_jobs(database)) == ["encode_offers:20261123"]
