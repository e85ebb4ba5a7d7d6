"""A term that is set, extended and closed; hours that wait stay as they are."""

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.domain.contract import ClosedBecause, Contract, ExtendedBecause, Status
from bot.domain.dossier import Dossier
from bot.domain.errors import ContractImpossible, DossierClosed, ImpossibleBecause, NotYours
from bot.domain.history import Actor, What, Who, retell
from bot.domain.hours import Sums
from bot.domain.offer_kind import OfferKind
from bot.domain.progress import Situation
from bot.storage.database import Database
from bot.storage.work import SqlWork
from tests.builders import new_begeleider, new_newcomer, services

TODAY = dt.date(2026, 11, 23)
CONTRACT = Contract(
    status=Status.OBLIGED,
    starts_on=dt.date(2026, 1, 1),
    last_day=dt.date(2026, 12, 31),
    required_minutes=2400,
)
Opened = tuple[SqlWork, Dossier]


@pytest.fixture
async def opened(database: Database) -> AsyncIterator[Opened]:
    """Amira's dossier as An opens it, once on each engine."""
    async with database.work() as work:
        an = await new_begeleider(work, 1, "An")
        amira = await new_newcomer(work, 2, "Amira", of=an)
        yield work, await services(work).dossiers.guided(amira.newcomer_ids[0], by=an)


async def lines(work: SqlWork, dossier: Dossier) -> list[What]:
    """What the history says."""
    return [event.what for event in await work.history.of(dossier.id)]


async def test_the_same_contract_again_changes_nothing(opened: Opened) -> None:
    work, dossier = opened
    for _ in range(2):
        dossier = await services(work).contracts.set(dossier, CONTRACT)

    assert dossier.newcomer.contract == CONTRACT
    assert await lines(work, dossier) == [What.CONTRACT_SET]


async def test_a_contract_that_cannot_be_leaves_the_former_one(opened: Opened) -> None:
    work, dossier = opened
    contracts = services(work).contracts
    dossier = await contracts.set(dossier, CONTRACT)

    for wrong in (
        replace(CONTRACT, last_day=dt.date(2025, 12, 31)),
        replace(CONTRACT, required_minutes=0),
        replace(CONTRACT, required_minutes=401 * 60),
    ):
        with pytest.raises(ContractImpossible):
            await contracts.set(dossier, wrong)
    dossier = await services(work).dossiers.again(dossier)

    assert dossier.newcomer.contract == CONTRACT
    assert await lines(work, dossier) == [What.CONTRACT_SET]


async def test_a_term_of_the_past_can_be_noted_and_is_over(opened: Opened) -> None:
    work, dossier = opened
    past = replace(CONTRACT, last_day=TODAY - dt.timedelta(days=1))

    dossier = await services(work).contracts.set(dossier, past)

    assert dossier.progress.situation is Situation.TERM_OVER


async def test_a_term_that_changes_while_hours_wait_leaves_them_waiting(opened: Opened) -> None:
    work, dossier = opened
    use = services(work)
    dossier = await use.contracts.set(dossier, CONTRACT)
    dossier = await use.hours.claim(
        dossier, OfferKind.SPORT, organisation="FC Gent", contact=None, day=TODAY, minutes=120
    )

    for changed in (
        replace(CONTRACT, last_day=TODAY - dt.timedelta(days=5)),
        replace(CONTRACT, starts_on=TODAY + dt.timedelta(days=5)),
        replace(CONTRACT, required_minutes=60),
    ):
        dossier = await use.contracts.set(dossier, changed)
        assert dossier.book.sums == Sums(claimed=120)
    assert retell(await work.history.of(dossier.id)).contract == dossier.newcomer.contract


async def test_an_extension_keeps_its_reason_and_ends_later(opened: Opened) -> None:
    work, dossier = opened
    contracts = services(work).contracts
    dossier = await contracts.set(dossier, CONTRACT)
    later = dt.date(2027, 3, 31)

    extended = await contracts.extend(dossier, later, ExtendedBecause.ILLNESS, note="Zes weken ziek.")
    event = (await work.history.of(dossier.id))[-1]

    assert extended.newcomer.contract == replace(CONTRACT, last_day=later)
    assert (event.what, event.why, event.note) == (What.EXTENDED, "illness", "Zes weken ziek.")
    with pytest.raises(ContractImpossible) as refusal:
        await contracts.extend(extended, later, ExtendedBecause.ILLNESS)
    assert refusal.value.because is ImpossibleBecause.NOT_LATER


@pytest.mark.parametrize("last_day", [dt.date(2026, 12, 31), dt.date(2026, 1, 1), dt.date(2099, 1, 1)])
async def test_an_extension_that_cannot_be_is_refused(opened: Opened, last_day: dt.date) -> None:
    work, dossier = opened
    contracts = services(work).contracts

    with pytest.raises(ContractImpossible):
        await contracts.extend(dossier, last_day, ExtendedBecause.OTHER)
    dossier = await contracts.set(dossier, CONTRACT)
    with pytest.raises(ContractImpossible):
        await contracts.extend(dossier, last_day, ExtendedBecause.OTHER)


async def test_a_dossier_is_closed_once_and_opened_again_with_everything_in_it(opened: Opened) -> None:
    work, dossier = opened
    contracts = services(work).contracts
    dossier = await contracts.set(dossier, CONTRACT)
    for why in (ClosedBecause.COMPLETED, ClosedBecause.MOVED):
        dossier = await contracts.close(dossier, why)
    closed = dossier.newcomer
    for _ in range(2):
        dossier = await contracts.reopen(dossier)

    assert (closed.closed_on, closed.closed_because) == (TODAY, ClosedBecause.COMPLETED)
    assert (dossier.newcomer.is_closed, dossier.newcomer.contract) == (False, CONTRACT)
    assert await lines(work, dossier) == [What.CONTRACT_SET, What.CLOSED, What.REOPENED]


async def test_the_term_of_a_closed_dossier_stays(opened: Opened) -> None:
    work, dossier = opened
    contracts = services(work).contracts
    dossier = await contracts.close(await contracts.set(dossier, CONTRACT), ClosedBecause.MOVED)

    for touch in (
        contracts.set(dossier, replace(CONTRACT, required_minutes=60)),
        contracts.extend(dossier, dt.date(2027, 1, 1), ExtendedBecause.OTHER),
    ):
        with pytest.raises(DossierClosed):
            await touch
    assert await lines(work, dossier) == [What.CONTRACT_SET, What.CLOSED]


@pytest.mark.parametrize("who", [Who.NEWCOMER, Who.CONTACT, Who.BOT])
async def test_only_begeleider_and_team_change_a_term(opened: Opened, who: Who) -> None:
    work, dossier = opened
    contracts, other = services(work).contracts, replace(dossier, actor=Actor(who, 7))

    for touch in (
        contracts.set(other, CONTRACT),
        contracts.extend(other, dt.date(2027, 1, 1), ExtendedBecause.OTHER),
        contracts.close(other, ClosedBecause.OTHER),
        contracts.reopen(other),
    ):
        with pytest.raises(NotYours):
            await touch
    assert await lines(work, dossier) == []
