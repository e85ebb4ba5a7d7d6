"""A code at the door: how long it is good, what scanning it claims, and for whom."""

import datetime as dt
from collections.abc import AsyncIterator

import pytest

from bot.domain.attendance import Source, State
from bot.domain.contact import Contact
from bot.domain.door import Door
from bot.domain.errors import (
    ContactUnchecked,
    DayInFuture,
    DayTooLongAgo,
    DoorClosed,
    HoursImpossible,
    NotedAlready,
    NotYours,
)
from bot.domain.hour_findings import Finding, findings_about
from bot.domain.hours import Sums
from bot.domain.offer_kind import OfferKind
from bot.storage.database import Database
from tests.services.contact_care import A_DAY, TODAY, ContactCare, a_contact_care

A_MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
async def care(database: Database) -> AsyncIterator[ContactCare]:
    """Once on each engine."""
    async with database.work() as work:
        yield await a_contact_care(work)


async def _door(care: ContactCare, contact: Contact | None = None) -> Door:
    contact = contact or await care.contact()
    return await care.use.doors.open(contact, OfferKind.ASSOCIATION, 120)


async def test_who_scans_claims_and_the_contacts_word_confirms_it(care: ContactCare) -> None:
    karel = await care.contact()
    door = await _door(care, karel)
    scanned = await care.use.doors.scan(care.use.doors.code(door))
    _, date = await care.use.doors.claim(await care.own(care.karim), care.use.doors.code(door))
    await care.say(karel, date.id)

    assert (scanned.source, scanned.day, scanned.contact) == (Source.SCANNED, TODAY, "Karel")
    assert (date.source, date.state, date.minutes) == (Source.SCANNED, State.CLAIMED, 120)
    assert (await care.own(care.karim)).book.sums == Sums(confirmed=120)


async def test_a_code_on_a_phone_lives_for_this_slot_and_the_next(care: ContactCare) -> None:
    door = await _door(care)
    first = care.use.doors.code(door)
    care.now += 4 * A_MINUTE
    same = care.use.doors.code(door)
    care.now += 5 * A_MINUTE
    await care.use.doors.scan(first)
    care.now += A_MINUTE

    assert same == first != care.use.doors.code(door)
    with pytest.raises(DoorClosed):
        await care.use.doors.scan(first)


async def test_the_button_under_a_code_still_works_a_while_later(care: ContactCare) -> None:
    code = care.use.doors.code(await _door(care))
    care.now += 30 * A_MINUTE
    _, date = await care.use.doors.claim(await care.own(), code)
    care.now += 10 * A_MINUTE

    assert date.day == TODAY
    with pytest.raises(DoorClosed):
        await care.use.doors.claim(await care.own(care.karim), code)


async def test_after_midnight_it_is_still_the_evening_before(care: ContactCare) -> None:
    door = await _door(care)
    printed = care.use.doors.printed(door, TODAY)
    care.now = dt.datetime(2026, 11, 24, 0, 30, tzinfo=dt.UTC)

    assert (await care.use.doors.scan(care.use.doors.code(door))).day == TODAY
    assert (await care.use.doors.scan(printed)).day == TODAY


async def test_a_printed_code_is_good_from_its_day_until_the_night_is_over(care: ContactCare) -> None:
    door = await _door(care)
    code = care.use.doors.printed(door, TODAY + A_DAY)
    with pytest.raises(DoorClosed):
        await care.use.doors.scan(code)
    # In Brussels it is an hour later.
    care.now = dt.datetime(2026, 11, 24, 18, 0, tzinfo=dt.UTC)
    scanned = await care.use.doors.scan(code)
    care.now = dt.datetime(2026, 11, 25, 2, 59, tzinfo=dt.UTC)
    await care.use.doors.scan(code)
    care.now += A_MINUTE

    assert (scanned.source, scanned.day) == (Source.PRINTED, TODAY + A_DAY)
    with pytest.raises(DoorClosed):
        await care.use.doors.scan(code)


async def test_a_code_is_printed_for_today_and_the_coming_month(care: ContactCare) -> None:
    door = await _door(care)

    with pytest.raises(DayTooLongAgo):
        care.use.doors.printed(door, TODAY - A_DAY)
    with pytest.raises(DayInFuture):
        care.use.doors.printed(door, TODAY + 31 * A_DAY)


async def test_a_claim_with_a_printed_code_is_marked_until_the_contact_confirms_it(care: ContactCare) -> None:
    karel = await care.contact()
    code = care.use.doors.printed(await _door(care, karel), TODAY)
    after, date = await care.use.doors.claim(await care.own(), code)
    marked = findings_about(after.book, date, None, care.now)
    await care.say(karel, date.id)

    assert marked == {Finding.PRINTED_CODE}
    assert findings_about((await care.own()).book, await care.date(date.id), None, care.now) == set()


async def test_who_typed_it_before_and_scans_is_noted_once_and_as_scanned(care: ContactCare) -> None:
    typed = await care.claim(0, 90)
    code = care.use.doors.code(await _door(care))
    _, date = await care.use.doors.claim(await care.own(), code)

    assert (date.id, date.source, date.minutes) == (typed.id, Source.SCANNED, 90)
    with pytest.raises(NotedAlready):
        await care.use.doors.claim(await care.own(), code)
    assert (await care.own()).book.sums == Sums(claimed=90)


async def test_a_scanned_claim_that_moves_to_another_day_was_only_typed(care: ContactCare) -> None:
    _, date = await care.use.doors.claim(await care.own(), care.use.doors.code(await _door(care)))
    await care.use.hours.change_claim(await care.own(), date.id, day=TODAY - A_DAY)

    assert (await care.date(date.id)).source is Source.TYPED


@pytest.mark.parametrize("place", [0, 2, -1])
async def test_an_altered_code_opens_no_door(care: ContactCare, place: int) -> None:
    code = care.use.doors.code(await _door(care))
    at = place % len(code)
    altered = code[:at] + ("x" if code[at] != "x" else "y") + code[at + 1 :]

    with pytest.raises(DoorClosed):
        await care.use.doors.scan(altered)


async def test_a_door_needs_a_contact_who_may_confirm(care: ContactCare) -> None:
    with pytest.raises(ContactUnchecked):
        await _door(care, await care.introduced())
    karel = await care.contact()
    with pytest.raises(HoursImpossible):
        await care.use.doors.open(karel, OfferKind.SPORT, 0)
    code = care.use.doors.code(await _door(care, karel))
    await care.use.contact_care.stop(karel)

    with pytest.raises(DoorClosed):
        await care.use.doors.claim(await care.own(), code)


async def test_only_the_newcomer_claims_with_a_code(care: ContactCare) -> None:
    code = care.use.doors.code(await _door(care))

    with pytest.raises(NotYours):
        await care.use.doors.claim(await care.guided(), code)
