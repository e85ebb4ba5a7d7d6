"""A begeleider's own list: who is new, what changes, and whose people are left alone."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator

import pytest

from bot.domain.caseload_match import Change, Unfit, compare
from bot.domain.caseload_rows import Row
from bot.domain.contract import ClosedBecause, Contract, Status
from bot.domain.errors import NotYours
from bot.domain.history import What
from bot.domain.ids import BegeleiderId, NewcomerId
from bot.domain.people import Account, Newcomer
from bot.storage.database import Database
from bot.storage.work import SqlWork
from tests.builders import new_begeleider, new_newcomer, services

CONTRACT = Contract(status=Status.OBLIGED, starts_on=dt.date(2026, 9, 1), last_day=dt.date(2028, 8, 31))


@pytest.fixture
async def work(database: Database) -> AsyncIterator[SqlWork]:
    """A unit of work, once on each engine."""
    async with database.work() as opened:
        yield opened


def a_row(
    name: str | None = "Amira", *, reference: str | None = None, line: int = 1, **values: object
) -> Row:
    """A row of a list."""
    given: dict[str, object] = {"contract": CONTRACT, "language": "ar"}
    return Row(line=line, reference=reference, name=name, **(given | values))  # type: ignore[arg-type]


def a_newcomer(number: int, name: str, **values: object) -> Newcomer:
    """Somebody who is known."""
    return Newcomer(
        id=NewcomerId(number),
        name=name,
        begeleider_id=BegeleiderId(1),
        **values,  # type: ignore[arg-type]
    )


def the_id(account: Account) -> BegeleiderId:
    """A begeleider's id."""
    assert account.begeleider_id is not None
    return account.begeleider_id


# Who is meant.


def test_a_reference_tells_who_it_is_whatever_the_name() -> None:
    known = [a_newcomer(1, "Amira", reference="D-1"), a_newcomer(2, "Sara", reference="D-2")]

    (one,) = compare([a_row("Amira", reference="d-2")], known).people

    assert one.newcomer == known[1]
    assert Change.NAME in one.changes


def test_without_a_reference_the_exact_first_name_tells() -> None:
    known = [a_newcomer(1, "Amira"), a_newcomer(2, "Amirah")]

    (one,) = compare([a_row(" amira ")], known).people

    assert one.newcomer == known[0]


def test_somebody_with_another_reference_is_somebody_else() -> None:
    (one,) = compare([a_row("Amira", reference="D-2")], [a_newcomer(1, "Amira", reference="D-1")]).people

    assert one.newcomer is None


def test_who_had_no_reference_gets_the_one_of_the_list() -> None:
    (one,) = compare([a_row("Amira", reference="D-1")], [a_newcomer(1, "Amira")]).people

    assert one.newcomer is not None
    assert Change.REFERENCE in one.changes


def test_two_of_one_name_need_a_reference() -> None:
    plan = compare([a_row("Amira")], [a_newcomer(1, "Amira"), a_newcomer(2, "Amira")])

    assert plan.people == ()
    assert [problem for _, problem in plan.unfit] == [Unfit.SAME_NAME]


def test_two_rows_about_one_person_are_told() -> None:
    known = [a_newcomer(1, "Amira", reference="D-1")]

    plan = compare([a_row("Amira", reference="D-1"), a_row("Amira", line=2)], known)

    assert [problem for _, problem in plan.unfit] == [Unfit.TWICE]


def test_what_the_list_leaves_open_stays() -> None:
    known = a_newcomer(1, "Amira", reference="D-1", language="ar", contract=CONTRACT)

    (one,) = compare([a_row(None, reference="D-1", contract=None, language=None)], [known]).people

    assert one.changes == frozenset()


# What is done.


async def test_a_list_adds_people_with_their_contracts_and_history(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")

    plan, ids = await services(work).imports.add(
        an, [a_row("Amira", reference="D-1"), a_row(None, reference="X")]
    )

    found = {one.name: one for one in await work.people.newcomers_of(the_id(an))}
    assert len(plan.new) == 2
    assert set(found) == {"Amira", "X"}
    assert (found["Amira"].contract, found["Amira"].language, found["Amira"].reference) == (
        CONTRACT,
        "ar",
        "D-1",
    )
    assert [event.what for event in await work.history.of(ids[0])] == [What.ADDED, What.CONTRACT_SET]


async def test_the_same_list_again_changes_nothing(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    rows = [a_row("Amira"), a_row("Karim", line=2)]
    _, ids = await services(work).imports.add(an, rows)

    plan, again = await services(work).imports.add(an, rows)

    assert again == ids
    assert len(plan.unchanged) == 2
    assert len(await work.history.of(ids[0])) == 2


async def test_a_later_list_updates_the_contract_and_the_history_says_so(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    _, (newcomer_id,) = await services(work).imports.add(an, [a_row()])
    later = Contract(status=Status.OBLIGED, starts_on=CONTRACT.starts_on, last_day=dt.date(2029, 1, 31))

    plan, _ = await services(work).imports.add(an, [a_row(contract=later)])

    newcomer = await work.people.newcomer(newcomer_id)
    assert newcomer is not None
    assert newcomer.contract == later
    assert plan.changed[0].changes == {Change.CONTRACT}
    told = [event.what for event in await work.history.of(newcomer_id)]
    assert told == [What.ADDED, What.CONTRACT_SET, What.CONTRACT_SET]


async def test_people_of_a_colleague_are_never_touched(work: SqlWork) -> None:
    an, nele = await new_begeleider(work, 1, "An"), await new_begeleider(work, 2, "Nele")
    await services(work).imports.add(an, [a_row("Amira", reference="D-1")])
    before = await work.people.newcomers_of(the_id(an))

    plan, _ = await services(work).imports.add(nele, [a_row("Sara", reference="D-1")])

    assert len(plan.new) == 1
    assert await work.people.newcomers_of(the_id(an)) == before


async def test_a_closed_dossier_is_not_opened_by_a_list(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    await services(work).imports.add(an, [a_row()])
    (amira,) = await work.people.newcomers_of(the_id(an))
    dossier = await services(work).dossiers.guided(amira.id, by=an)
    await services(work).contracts.close(dossier, ClosedBecause.COMPLETED)

    plan, ids = await services(work).imports.add(an, [a_row(language="tr")])

    assert ids == ()
    assert [problem for _, problem in plan.unfit] == [Unfit.CLOSED]


async def test_cards_are_for_who_has_no_phone(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    phone = await new_newcomer(work, 3, "Amira", of=an)

    _, ids = await services(work).imports.add(an, [a_row("Amira"), a_row("Karim", line=2)])

    assert ids[0] == phone.newcomer_ids[0]
    assert await services(work).imports.without_phone(ids) == [ids[1]]


async def test_only_a_begeleider_adds_a_list(work: SqlWork) -> None:
    amira = await new_newcomer(work, 3, "Amira", of=await new_begeleider(work, 1, "An"))

    for touch in (services(work).imports.compare(amira, []), services(work).imports.add(amira, [a_row()])):
        with pytest.raises(NotYours):
            await touch


async def test_a_list_added_twice_at_once_adds_each_person_once(database: Database) -> None:
    async with database.work() as work:
        an, nele = await new_begeleider(work, 1, "An"), await new_begeleider(work, 2, "Nele")
    rows = [a_row(f"Persoon {number}", line=number) for number in range(1, 13)]

    async def add(account: Account) -> None:
        async with database.work() as work:
            await services(work).imports.add(account, rows)

    await asyncio.gather(add(an), add(nele), add(an), add(nele))

    async with database.work(reads_only=True) as work:
        for account in (an, nele):
            names = [one.name for one in await work.people.newcomers_of(the_id(account))]
            assert sorted(names) == sorted(row.name or "" for row in rows)
