"""Contacts, their links, words, signatures and doors, on both engines."""

import asyncio
from dataclasses import replace

import pytest

from bot.domain.attendance import Source, State
from bot.domain.contact import Reached, Tie
from bot.domain.contact_words import Surface, Word
from bot.domain.ids import ContactId, NewcomerId
from bot.storage.database import Database
from tests.builders import NOW, new_account
from tests.storage.contact_rows import DAY, KAREL, Hours, a_date, a_link, some_hours


@pytest.fixture
async def hours(database: Database) -> Hours:
    return await some_hours(database)


# Contacts.


async def test_a_contact_comes_back_as_they_were_kept(database: Database) -> None:
    async with database.work() as work:
        account = await new_account(work, 3, "Karel")
        contact_id = await work.contact_people.add(replace(KAREL, account_id=account.id, asks_on=3))
        await work.contact_people.change(
            contact_id, reached=Reached.BEGELEIDER, email="k@fcgent.be", version=2
        )

        kept = await work.contact_people.get(contact_id)
        assert await work.contact_people.of_account(account.id) == [kept]

    assert kept == replace(
        KAREL,
        id=contact_id,
        account_id=account.id,
        asks_on=3,
        reached=Reached.BEGELEIDER,
        email="k@fcgent.be",
        version=2,
    )


async def test_only_active_and_checked_contacts_are_found_by_their_organisation(database: Database) -> None:
    async with database.work() as work:
        people = work.contact_people
        await people.add(KAREL)
        checked = await people.add(replace(KAREL, checked_at=NOW))
        trusted = await people.add(replace(KAREL, reached=Reached.EMAIL, organisation="F.C. GENT"))
        await people.add(replace(KAREL, reached=Reached.TEAM, stopped_at=NOW))
        await people.add(replace(KAREL, reached=Reached.TEAM, organisation="FC Brugge"))
        await people.add(replace(KAREL, reached=Reached.TEAM, organisation=None))

        assert [one.id for one in await people.at("fc gent")] == [checked, trusted]


async def test_a_contact_sees_what_they_are_tied_to_once_and_no_more(
    database: Database, hours: Hours
) -> None:
    newcomer_id, bewijs_id = hours
    async with database.work() as work:
        people = work.contact_people
        contact_id = await people.add(KAREL)
        tie = Tie(contact_id=contact_id, bewijs_id=bewijs_id, newcomer_id=newcomer_id)

        assert [await people.tie(tie, at=NOW), await people.tie(tie, at=NOW)] == [True, False]
        assert await people.ties_of(contact_id) == [tie]
        assert await people.tied_to([newcomer_id]) == [tie]
        assert [one.id for one in await people.unchecked_of([newcomer_id])] == [contact_id]
        assert await people.asking(after=ContactId(0), limit=9) == []

        await people.change(contact_id, checked_at=NOW)
        assert await people.unchecked_of([newcomer_id]) == []
        assert [one.id for one in await people.asking(after=ContactId(0), limit=9)] == [contact_id]

        await people.untie(contact_id, newcomer_id=NewcomerId(999))
        assert await people.ties_of(contact_id) == [tie]
        await people.untie(contact_id, newcomer_id=newcomer_id)
        assert await people.ties_of(contact_id) == []
        assert await people.asking(after=ContactId(0), limit=9) == []


# Links.


async def test_of_two_who_use_a_link_at_once_one_is_first(database: Database, hours: Hours) -> None:
    async with database.work() as work:
        link_id = await a_link(work, hours)
        contact_ids = [await work.contact_people.add(KAREL) for _ in range(2)]

    async def use(contact_id: ContactId) -> bool:
        async with database.work() as work:
            is_first = await work.contact_links.use(link_id, contact_id, at=NOW)
            await asyncio.sleep(0.02)
            return is_first

    used = await asyncio.gather(*map(use, contact_ids))

    assert sorted(used) == [False, True]
    async with database.work() as work:
        link = await work.contact_links.get(link_id)
    assert link is not None
    assert link.contact_id == contact_ids[used.index(True)]
    assert link.used_at == NOW


async def test_a_new_link_is_asked_for_once_a_day(database: Database, hours: Hours) -> None:
    async with database.work() as work:
        link_id = await a_link(work, hours)
        moments = [NOW, NOW + DAY / 2, NOW + DAY]

        heard = [await work.contact_links.ask_again(link_id, at=moment) for moment in moments]

        assert heard == [True, False, True]
        assert [one.id for one in await work.contact_links.of(hours[0])] == [link_id]


# Words and hours.


async def test_a_later_word_takes_the_place_of_the_same_speakers_earlier_one(
    database: Database, hours: Hours
) -> None:
    async with database.work() as work:
        date = await a_date(work, hours)
        contact_id = await work.contact_people.add(KAREL)
        word = Word(
            attendance_id=date.id,
            contact_id=contact_id,
            minutes=60,
            first_at=NOW,
            at=NOW,
            surface=Surface.PAGE,
        )
        later = replace(word, minutes=0, at=NOW + DAY)
        own = replace(word, contact_id=None, minutes=90, first_at=NOW + DAY, surface=None)
        for one in (word, later, own, own):
            await work.words.set(hours[0], one)

        assert await work.words.of([date.id]) == {date.id: [later, own]}
        assert await work.words.by(contact_id, since=NOW + DAY) == [later]
        await work.words.drop(date.id)
        assert await work.words.of([date.id]) == {date.id: []}


async def test_what_a_newcomer_claimed_is_kept_beside_what_a_contact_made_of_it(
    database: Database, hours: Hours
) -> None:
    async with database.work() as work:
        scanned = await a_date(work, hours, Source.SCANNED)
        noted = await a_date(work, hours, Source.CONTACT, days=2)
        await work.hours.change_attendance(
            scanned.id, minutes=60, state=State.CONFIRMED, is_denied=True, objected_at=NOW
        )
        before = (await work.hours.book(hours[0])).attendances[0]
        await work.hours.change_attendance(scanned.id, objected_at=None, source=Source.PRINTED)
        after = (await work.hours.book(hours[0])).attendances[0]

    assert (scanned.source, scanned.claimed_minutes, noted.claimed_minutes) == (Source.SCANNED, 120, None)
    assert (before.minutes, before.claimed_minutes, before.objected_at) == (60, 120, NOW)
    assert (after.objected_at, after.source, after.is_denied) == (None, Source.PRINTED, True)


async def test_the_days_of_an_acceptance_are_kept_where_they_are_known(
    database: Database, hours: Hours
) -> None:
    days = (NOW.date() - 7 * DAY, NOW.date())
    async with database.work() as work:
        for known in (days, None):
            await work.hours.add_acceptance(
                *hours, minutes=240, first_day=days[0], last_day=days[1], days=known, at=NOW
            )

        book = await work.hours.book(hours[0])

    assert [one.days for one in book.acceptances] == [days, None]
