"""What contacts sign, and what is left of them and of newcomers when somebody is forgotten."""

from dataclasses import replace

import pytest

from bot.domain.attendance import Attendance
from bot.domain.contact import Tie
from bot.domain.contact_words import Word
from bot.domain.ids import ContactId, PaperId
from bot.domain.offer_kind import OfferKind
from bot.domain.paper import NoSignBecause, PaperState
from bot.domain.person import Person
from bot.domain.privacy import Periods
from bot.domain.signature import Signature, SignedRow
from bot.storage.database import Database
from bot.storage.work import SqlWork
from tests.builders import NOW
from tests.storage.contact_rows import DAY, KAREL, Hours, a_date, a_link, some_hours


@pytest.fixture
async def hours(database: Database) -> Hours:
    return await some_hours(database)


# Signing.


async def test_a_date_is_signed_for_while_nobody_decided_about_the_digital_bewijs(
    database: Database, hours: Hours
) -> None:
    async with database.work() as work:
        date, other = await a_date(work, hours), await a_date(work, hours, days=2)
        contact_id = await work.contact_people.add(KAREL)
        signature = await _signed(work, hours, date, contact_id)
        paper_id = signature.paper_id

        assert await work.signatures.of_paper(paper_id) == signature
        assert await work.signatures.of([hours[0]]) == [signature]
        assert await work.signatures.signed([date.id, other.id]) == {date.id: paper_id}
        await work.papers.change(paper_id, state=PaperState.ACCEPTED)
        assert await work.signatures.signed([date.id]) == {}
        paper = await work.papers.get(paper_id)

    assert paper is not None
    assert paper.is_digital


async def _signed(work: SqlWork, hours: Hours, date: Attendance, contact_id: ContactId) -> Signature:
    (account,) = await work.people.accounts_of(hours[0])
    paper_id: PaperId = await work.papers.add(hours[0], account.id, at=NOW)
    await work.papers.change(paper_id, state=PaperState.HANDED_IN, is_digital=True)
    signature = Signature(
        paper_id=paper_id,
        newcomer_id=hours[0],
        contact_id=contact_id,
        newcomer="Amina",
        kind=OfferKind.SPORT,
        organisation="FC Gent",
        contact="Karel",
        rows=(SignedRow(attendance_id=date.id, day=date.day, minutes=date.minutes),),
        signed_at=NOW,
        strokes=(((1, 2), (3, 4)), ((5, 6),)),
    )
    await work.signatures.add(signature)
    return signature


async def test_a_contact_says_why_they_do_not_sign(database: Database, hours: Hours) -> None:
    async with database.work() as work:
        contact_id = await work.contact_people.add(KAREL)
        because = NoSignBecause.NOT_THERE_ENOUGH
        refusal_id = await work.refusals.add(
            *hours, at=NOW, contact_id=contact_id, because=because, note="Maar één keer"
        )

        refusal = await work.refusals.get(refusal_id)

    assert refusal is not None
    assert (refusal.contact_id, refusal.because, refusal.note) == (contact_id, because, "Maar één keer")


async def test_the_same_door_is_opened_once(database: Database) -> None:
    async with database.work() as work:
        contact_id = await work.contact_people.add(KAREL)
        doors = [
            await work.doors.open(contact_id, OfferKind.SPORT, minutes, at=NOW) for minutes in (120, 120, 60)
        ]

        assert doors[0] == doors[1] != doors[2]
        assert [door.id for door in await work.doors.of(contact_id)] == [doors[0], doors[2]]
        door = await work.doors.get(doors[2])

    assert door is not None
    assert (door.contact_id, door.kind, door.minutes) == (contact_id, OfferKind.SPORT, 60)


# Forgetting.


async def test_an_erased_contact_leaves_their_words_and_the_name_they_signed_with(
    database: Database, hours: Hours
) -> None:
    newcomer_id, bewijs_id = hours
    async with database.work() as work:
        date = await a_date(work, hours)
        contact_id = await work.contact_people.add(replace(KAREL, email="karel@fcgent.be"))
        tie = Tie(contact_id=contact_id, bewijs_id=bewijs_id, newcomer_id=newcomer_id)
        await work.contact_people.tie(tie, at=NOW)
        word = Word(attendance_id=date.id, contact_id=contact_id, minutes=60, first_at=NOW, at=NOW)
        await work.words.set(newcomer_id, word)
        signature = await _signed(work, hours, date, contact_id)

        await work.privacy.erase(Person(contact_ids=(contact_id,)), at=NOW)

        assert await work.contact_people.get(contact_id) is None
        assert await work.contact_people.ties_of(contact_id) == []
        assert await work.words.of([date.id]) == {date.id: [word]}
        assert await work.signatures.of_paper(signature.paper_id) == signature
        assert (await work.privacy.rows_about(Person(contact_ids=(contact_id,))))["contacts"][0][
            "email"
        ] is None


async def test_contacts_who_see_nothing_and_old_links_are_forgotten_by_themselves(
    database: Database, hours: Hours
) -> None:
    newcomer_id, bewijs_id = hours
    later = NOW + 400 * DAY
    async with database.work() as work:
        people = work.contact_people
        idle, tied = await people.add(KAREL), await people.add(KAREL)
        heard = await people.add(replace(KAREL, checked_at=NOW + 300 * DAY))
        await people.tie(Tie(contact_id=tied, bewijs_id=bewijs_id, newcomer_id=newcomer_id), at=NOW)
        link_id = await a_link(work, hours)
        counts = [
            await work.privacy.forget_old(Periods(), now=later, today=later.date(), limit=9) for _ in range(2)
        ]

        assert counts == [2, 0]
        assert set(await people.many([idle, tied, heard])) == {tied, heard}
        assert await work.contact_links.get(link_id) is None


async def test_an_erased_newcomer_takes_along_what_contacts_saw_and_said(
    database: Database, hours: Hours
) -> None:
    async with database.work() as work:
        date = await a_date(work, hours)
        contact_id = await work.contact_people.add(KAREL)
        tie = Tie(contact_id=contact_id, bewijs_id=hours[1], newcomer_id=hours[0])
        await work.contact_people.tie(tie, at=NOW)
        link_id = await a_link(work, hours)
        word = Word(attendance_id=date.id, contact_id=contact_id, minutes=60, first_at=NOW, at=NOW)
        await work.words.set(hours[0], word)
        signature = await _signed(work, hours, date, contact_id)

        await work.privacy.erase(Person(newcomer_ids=(hours[0],)), at=NOW)

        assert await work.contact_people.ties_of(contact_id) == []
        assert await work.contact_links.get(link_id) is None
        assert await work.words.by(contact_id, since=NOW - DAY) == []
        assert await work.signatures.of_paper(signature.paper_id) is None
        assert await work.contact_people.get(contact_id) is not None
