"""Mijn mensen: who comes first, whose people they are, and how few queries it takes."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import event

from bot.domain.contract import ClosedBecause, Contract, Status
from bot.domain.errors import DossierClosed, NotYours
from bot.domain.history import Actor, What, Who
from bot.domain.hour_findings import Finding
from bot.domain.ids import BegeleiderId, NewcomerId
from bot.domain.need import InNeed, Need
from bot.domain.offer_kind import OfferKind
from bot.domain.people import Account
from bot.domain.question import QuestionState
from bot.domain.stand_in import StandIn
from bot.storage.database import Database
from bot.storage.work import SqlWork
from tests.builders import NOW, new_account, new_begeleider, services

TODAY = dt.date(2026, 11, 23)
LONG_AGO = NOW - dt.timedelta(days=50)


def a_contract(start: int, end: int, hours: int = 40) -> Contract:
    """From so many days after today to so many."""
    return Contract(
        status=Status.OBLIGED,
        starts_on=TODAY + dt.timedelta(days=start),
        last_day=TODAY + dt.timedelta(days=end),
        required_minutes=hours * 60,
    )


async def a_person(work: SqlWork, of: Account, name: str, contract: Contract | None = None) -> NewcomerId:
    """Somebody of this begeleider's people."""
    assert of.begeleider_id is not None
    newcomer_id = await work.people.add_newcomer(name, of.begeleider_id, at=LONG_AGO)
    if contract is not None:
        await work.people.set_contract(newcomer_id, contract)
    return newcomer_id


async def noted(
    work: SqlWork, by: Account, newcomer_id: int, day: dt.date, *, hours: int = 2, at: dt.datetime = NOW
) -> None:
    """Hours that the begeleider noted for somebody."""
    used = services(work, now=at)
    dossier = await used.dossiers.guided(newcomer_id, by=by)
    await used.hours.claim(
        dossier, OfferKind.SPORT, organisation="Voetbalclub", contact=None, day=day, minutes=hours * 60
    )


async def asked(work: SqlWork, of: Account, newcomer_id: NewcomerId, chat: int) -> None:
    """An open question of somebody."""
    account = await new_account(work, chat, "Iemand")
    await work.people.link_newcomer(newcomer_id, account.id)
    await work.questions.add(
        account,
        newcomer_id=newcomer_id,
        begeleider_id=of.begeleider_id,
        language="nl",
        nearest=(),
        state=QuestionState.OPEN,
        at=NOW,
    )


def by_name(people: list[InNeed]) -> dict[str, Need]:
    """Each name with why it stands where it stands, in the order of the list."""
    return {person.newcomer.name: person.need for person in people}


async def everybody(work: SqlWork, sofie: Account) -> None:
    """One person for each need, added in another order than that of the list."""
    await a_person(work, sofie, "Zonder contract")
    await a_person(work, sofie, "Later klaar", a_contract(-10, 400))
    await a_person(work, sofie, "Eerder klaar", a_contract(-10, 300))
    await a_person(work, sofie, "Stil", a_contract(-100, 400))
    waits = await a_person(work, sofie, "Wacht lang", a_contract(-100, 400))
    await noted(work, sofie, waits, TODAY - dt.timedelta(days=40), at=NOW - dt.timedelta(days=30))
    asks = await a_person(work, sofie, "Vraagt", a_contract(-100, 400))
    await asked(work, sofie, asks, 77)
    await a_person(work, sofie, "Achter", a_contract(-300, 90))
    await a_person(work, sofie, "Achter en bijna om", a_contract(-300, 20))
    await a_person(work, sofie, "Voorbij", a_contract(-300, -1))


async def test_whoever_is_needed_most_comes_first(database: Database) -> None:
    async with database.work() as work:
        sofie = await new_begeleider(work, 2001, "Sofie")
        await everybody(work, sofie)

        people = await services(work).caseload.people(sofie)

    assert list(by_name(people).items()) == [
        ("Voorbij", Need.TERM_OVER),
        ("Achter en bijna om", Need.NEAR_AND_BEHIND),
        ("Achter", Need.BEHIND),
        ("Vraagt", Need.QUESTION),
        ("Wacht lang", Need.LOOK_CLOSER),
        ("Stil", Need.SILENT),
        ("Eerder klaar", Need.NOTHING),
        ("Later klaar", Need.NOTHING),
        ("Zonder contract", Need.NO_CONTRACT),
    ]
    assert people[3].open_questions == 1
    assert people[4].findings == {Finding.WAITS_LONG: 1}


async def test_who_did_something_lately_is_not_silent(database: Database) -> None:
    async with database.work() as work:
        sofie = await new_begeleider(work, 2001, "Sofie")
        someone = await a_person(work, sofie, "Amira", a_contract(-100, 400))
        account = await new_account(work, 3001, "Amira")
        await work.people.link_newcomer(someone, account.id)
        amira = await work.accounts.get(account.id)
        assert amira is not None
        used = services(work)
        dossier = await used.dossiers.own(amira)
        await used.hours.claim(
            dossier, OfferKind.SPORT, organisation="Club", contact=None, day=TODAY, minutes=60
        )

        (person,) = await services(work).caseload.people(sofie)

    assert person.need is Need.NOTHING
    assert person.silent_days == 0


async def test_closed_dossiers_stand_apart(database: Database) -> None:
    async with database.work() as work:
        sofie = await new_begeleider(work, 2001, "Sofie")
        gone = await a_person(work, sofie, "Amira", a_contract(-10, 10))
        used = services(work)
        dossier = await used.dossiers.guided(gone, by=sofie)
        await used.contracts.close(dossier, ClosedBecause.COMPLETED)

        people = await used.caseload.people(sofie)
        closed = await used.caseload.closed(sofie)

    assert people == []
    assert [newcomer.name for newcomer in closed] == ["Amira"]


@pytest.mark.parametrize(("day", "names"), [(0, ["Amira", "Karim"]), (3, ["Karim"]), (-1, ["Karim"])])
async def test_a_colleagues_people_are_there_on_the_days_of_leave(
    database: Database, day: int, names: list[str]
) -> None:
    async with database.work() as work:
        sofie = await new_begeleider(work, 2001, "Sofie")
        nele = await new_begeleider(work, 2002, "Nele")
        await a_person(work, sofie, "Amira")
        await a_person(work, nele, "Karim")
        await _stands_in(work, sofie, nele, days=2)

        used = services(work, now=NOW + dt.timedelta(days=day))
        people = await used.caseload.people(nele)

    assert sorted(person.newcomer.name for person in people) == names


async def test_only_ones_own_people_or_those_one_stands_in_for_are_shown(database: Database) -> None:
    async with database.work() as work:
        sofie = await new_begeleider(work, 2001, "Sofie")
        nele = await new_begeleider(work, 2002, "Nele")
        await a_person(work, sofie, "Amira")
        nobody = await new_account(work, 3001, "Karim")

        with pytest.raises(NotYours):
            await services(work).caseload.people(nele, whose=sofie.begeleider_id)
        with pytest.raises(NotYours):
            await services(work).caseload.people(nobody)
        await _stands_in(work, sofie, nele, days=2)
        people = await services(work).caseload.people(nele, whose=sofie.begeleider_id)

    assert [person.newcomer.name for person in people] == ["Amira"]


async def _stands_in(work: SqlWork, for_whom: Account, colleague: Account, *, days: int) -> None:
    assert for_whom.begeleider_id is not None
    assert colleague.begeleider_id is not None
    last_day = TODAY + dt.timedelta(days=days)
    await work.stand_ins.add(
        StandIn(
            begeleider_id=BegeleiderId(for_whom.begeleider_id),
            colleague_id=BegeleiderId(colleague.begeleider_id),
            first_day=TODAY,
            last_day=last_day,
        )
    )


@pytest.mark.parametrize("count", [1, 60])
async def test_the_list_takes_the_same_few_statements_however_long_it_is(
    sqlite_database: Database, count: int
) -> None:
    async with sqlite_database.work() as work:
        sofie = await new_begeleider(work, 2001, "Sofie")
        for number in range(count):
            person = await a_person(work, sofie, f"Amira {number}", a_contract(-100, 100))
            await noted(work, sofie, person, TODAY)
        statements: list[str] = []

        def heard(_: Any, __: Any, statement: str, *___: Any) -> None:
            statements.append(statement)

        connection = work.connection.sync_connection
        event.listen(connection, "before_cursor_execute", heard)
        people = await services(work).caseload.people(sofie)
        event.remove(connection, "before_cursor_execute", heard)

    assert len(people) == count
    assert len(statements) == 7


async def test_whoever_was_just_added_is_not_silent_for_long(database: Database) -> None:
    async with database.work() as work:
        sofie = await new_begeleider(work, 2001, "Sofie")
        await a_person(work, sofie, "Lang", a_contract(-60, 300))
        assert sofie.begeleider_id is not None
        added = await work.people.add_newcomer("Nieuw", sofie.begeleider_id, at=NOW)
        await work.people.set_contract(added, a_contract(-60, 300))

        found = by_name(await services(work).caseload.people(sofie))

    assert found == {"Lang": Need.SILENT, "Nieuw": Need.NOTHING}


async def test_people_are_found_by_name_and_reference_however_they_are_written(database: Database) -> None:
    async with database.work() as work:
        sofie, nele = await new_begeleider(work, 2001, "Sofie"), await new_begeleider(work, 2002, "Nele")
        zoe = await a_person(work, sofie, "Zoë Voorbeeld")
        await work.people.change_newcomer(zoe, reference="KBI-12")
        named = services(work).caseload.named

        found = [
            await named(sofie, typed) for typed in ("zoe", " ZOË  voorbeeld", "kbi-12", "zo", "voorbeeld", "")
        ]
        of_another = await named(nele, "Zoë")

    assert [[one.id for one in people] for people in found] == [[zoe], [zoe], [zoe], [], [], []]
    assert of_another == []


# Who somebody is.


async def test_who_somebody_is_stands_in_the_history_without_a_name(database: Database) -> None:
    async with database.work() as work:
        sofie = await new_begeleider(work, 2001, "Sofie")
        amira = await a_person(work, sofie, "Amira")
        used = services(work)
        dossier = await used.dossiers.guided(amira, by=sofie)

        dossier = await used.caseload.identify(dossier, name="Amina", language="ar")
        dossier = await used.caseload.identify(dossier, name="Amina", reference=None)
        dossier = await used.caseload.identify(dossier, reference="KBI-12")
        events = await work.history.of(amira)

    newcomer = dossier.newcomer
    assert (newcomer.name, newcomer.reference, newcomer.language) == ("Amina", "KBI-12", "ar")
    assert [(event.what, event.by, event.facts) for event in events] == [
        (What.IDENTIFIED, Actor(Who.BEGELEIDER, sofie.begeleider_id), {"changed": ["name", "language"]}),
        (What.IDENTIFIED, Actor(Who.BEGELEIDER, sofie.begeleider_id), {"changed": ["reference"]}),
    ]


async def test_only_who_guides_somebody_says_who_they_are(database: Database) -> None:
    async with database.work() as work:
        sofie, nele = await new_begeleider(work, 2001, "Sofie"), await new_begeleider(work, 2002, "Nele")
        amira = await a_person(work, sofie, "Amira")
        await _stands_in(work, sofie, nele, days=2)
        used = services(work)
        own = await used.dossiers.guided(amira, by=sofie)
        as_stand_in = await used.dossiers.guided(amira, by=nele)
        as_newcomer = replace(own, actor=Actor(Who.NEWCOMER, amira))

        for dossier in (as_stand_in, as_newcomer, replace(own, actor=Actor(Who.BOT))):
            with pytest.raises(NotYours):
                await used.caseload.identify(dossier, name="Amina")
        closed = await used.contracts.close(own, ClosedBecause.MOVED)
        with pytest.raises(DossierClosed):
            await used.caseload.identify(closed, name="Amina")
        kept = await used.dossiers.again(own)
        told = [event.what for event in await work.history.of(amira)]

    assert kept.newcomer.name == "Amira"
    assert told == [What.CLOSED]
