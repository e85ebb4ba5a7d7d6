"""What contacts say of dates, what the newcomer and the begeleider say to that, and who may not."""

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.domain.attendance import RefusedBecause, Source, State
from bot.domain.contact import Contact, LineState
from bot.domain.contact_news import Happened, News
from bot.domain.contact_words import NOT_THERE, Surface
from bot.domain.contract import ClosedBecause
from bot.domain.errors import (
    AcceptedAlready,
    ContactStopped,
    ContactUnchecked,
    DayInFuture,
    DossierClosed,
    HoursChanged,
    HoursImpossible,
    HoursSettled,
    HoursUnknown,
    NotedAlready,
    NotYours,
    TooLateToCorrect,
    TooManyHoursThatDay,
)
from bot.domain.history import Actor, What, Who, retell
from bot.domain.hours import Sums
from bot.domain.ids import AttendanceId
from bot.domain.offer_kind import OfferKind
from bot.domain.paper import PaperState
from bot.domain.signature import Signature
from bot.storage.database import Database
from tests.builders import new_account, new_newcomer
from tests.services.contact_care import A_DAY, A_WEEK, CLUB, TODAY, ContactCare, a_contact_care


@pytest.fixture
async def care(database: Database) -> AsyncIterator[ContactCare]:
    """Once on each engine."""
    async with database.work() as work:
        yield await a_contact_care(work)


async def _accept(care: ContactCare) -> None:
    await care.use.hours.accept(
        await care.guided(),
        OfferKind.ASSOCIATION,
        organisation=CLUB,
        contact=None,
        minutes=600,
        first_day=TODAY - 9 * A_DAY,
        last_day=TODAY,
    )


async def test_a_contact_sees_the_dates_that_wait_oldest_first_and_confirms_one(care: ContactCare) -> None:
    newer, older = await care.claim(0), await care.claim(2)
    karel = await care.contact()
    before = await care.use.confirming.lines(karel)
    line, happened = await care.say(karel, older.id, seen=120)

    assert [one.attendance_id for one in before] == [older.id, newer.id]
    assert (line.state, line.is_own, line.may_correct) == (LineState.CONFIRMED, True, True)
    assert [one.attendance_id for one in await care.use.confirming.lines(karel)] == [newer.id]
    assert [(one.news, one.attendance_ids) for one in happened] == [(News.SAID, (older.id,))]
    assert (await care.own()).book.sums == Sums(claimed=120, confirmed=120)


async def test_every_line_of_a_contact_in_the_history_says_how_they_were_reached(care: ContactCare) -> None:
    date = await care.claim()
    karel = await care.contact()
    await care.say(karel, date.id)
    await care.say(karel, date.id, NOT_THERE)
    events = await care.work.history.of(care.amira.newcomer_ids[0])
    theirs = [one for one in events if one.by == Actor(Who.CONTACT, karel.id)]

    assert [one.what for one in theirs] == [What.CONTACT_JOINED, What.CONFIRMED, What.DENIED]
    assert {one.facts["reached"] for one in theirs} == {"begeleider"}


async def test_the_same_word_again_changes_nothing_and_tells_nobody(care: ContactCare) -> None:
    date = await care.claim()
    karel = await care.contact()
    await care.say(karel, date.id, 90, seen=120)
    before = await care.lines()
    line, happened = await care.say(karel, date.id, 90, seen=120)

    assert (line.minutes, happened) == (90, ())
    assert await care.lines() == before


async def test_other_hours_than_they_saw_are_not_confirmed_unseen(care: ContactCare) -> None:
    date = await care.claim()
    karel = await care.contact()
    await care.use.hours.change_claim(await care.own(), date.id, minutes=240)

    with pytest.raises(HoursChanged):
        await care.say(karel, date.id, 120, seen=120)
    assert await care.use.confirming.say_all(karel, {date.id: 120}, surface=Surface.PAGE) == (0, ())
    assert (await care.own()).book.sums == Sums(claimed=240)


async def test_who_was_not_there_keeps_their_claim_with_a_doubt(care: ContactCare) -> None:
    date = await care.claim()
    karel = await care.contact()
    await care.say(karel, date.id, 60)
    line, _ = await care.say(karel, date.id, NOT_THERE)
    kept = await care.date(date.id)

    assert (line.state, line.minutes) == (LineState.DENIED, 120)
    assert (kept.state, kept.minutes, kept.is_denied) == (State.CLAIMED, 120, True)


async def test_a_wrong_tap_can_be_put_right_for_a_week_from_the_first_word(care: ContactCare) -> None:
    date = await care.claim()
    karel = await care.contact()
    await care.say(karel, date.id, NOT_THERE)
    care.now += A_WEEK - dt.timedelta(minutes=1)
    line, _ = await care.say(karel, date.id, 120)
    care.now += dt.timedelta(minutes=1)

    assert (line.state, (await care.date(date.id)).is_denied) == (LineState.CONFIRMED, False)
    assert not (await care.use.confirming.line(karel, date.id)).may_correct
    with pytest.raises(TooLateToCorrect):
        await care.say(karel, date.id, 60)
    assert (await care.say(karel, date.id, 120))[1] == ()


async def test_of_two_contacts_the_first_word_rules_and_the_other_is_a_doubt(care: ContactCare) -> None:
    date = await care.claim()
    karel, rita = await care.contact(), await care.contact("Rita")
    await care.say(karel, date.id, 90)
    care.now += A_DAY
    line, happened = await care.say(rita, date.id, 120)
    doubted = await care.date(date.id)
    await care.say(karel, date.id, 120)

    assert (line.minutes, happened) == (90, ())
    assert (doubted.minutes, doubted.contacts_differ) == (90, True)
    assert not (await care.date(date.id)).contacts_differ
    assert (await care.lines())[-2:] == [What.CONTACTS_DIFFER, What.CONFIRMED]


async def test_all_right_confirms_everything_that_still_stands_and_counts_it(care: ContactCare) -> None:
    dates = [await care.claim(days) for days in (1, 2)]
    theirs = await care.claim(1, who=care.karim)
    karel = await care.contact(account=care.phone)
    await care.contact(account=care.phone, who=care.karim)
    seen = {one.attendance_id: one.minutes for one in await care.use.confirming.lines(karel)}
    count, happened = await care.use.confirming.say_all(karel, seen, surface=Surface.TELEGRAM)
    again = await care.use.confirming.say_all(karel, seen, surface=Surface.TELEGRAM)

    assert (count, again) == (3, (0, ()))
    assert sorted(one.attendance_ids for one in happened) == [(dates[0].id, dates[1].id), (theirs.id,)]
    assert (await care.own(care.karim)).book.sums == Sums(confirmed=120)


async def test_a_date_that_the_contact_notes_first_is_confirmed_at_once(care: ContactCare) -> None:
    karel = await care.contact()
    line, happened = await care.use.confirming.note(
        karel, await care.bewijs_id(), TODAY, 90, surface=Surface.PAGE
    )
    kept = await care.date(line.attendance_id)

    assert (line.state, line.minutes, [one.news for one in happened]) == (
        LineState.CONFIRMED,
        90,
        [News.NOTED],
    )
    assert (kept.source, kept.claimed_minutes) == (Source.CONTACT, None)
    with pytest.raises(NotedAlready):
        await care.claim(0)


async def test_noting_a_date_that_is_there_confirms_it_instead(care: ContactCare) -> None:
    date = await care.claim()
    karel = await care.contact()
    line, happened = await care.use.confirming.note(
        karel, await care.bewijs_id(), TODAY, 60, surface=Surface.PAGE
    )

    assert (line.attendance_id, [one.news for one in happened]) == (date.id, [News.SAID])
    assert (await care.own()).book.sums == Sums(confirmed=60)


async def test_what_a_contact_noted_by_mistake_goes_away_and_can_come_back(care: ContactCare) -> None:
    karel = await care.contact()
    line, _ = await care.use.confirming.note(karel, await care.bewijs_id(), TODAY, 90, surface=Surface.PAGE)
    gone, _ = await care.say(karel, line.attendance_id, NOT_THERE)
    empty = (await care.own()).book.sums
    back, _ = await care.say(karel, line.attendance_id, 60)
    await care.say(karel, line.attendance_id, NOT_THERE)
    await care.claim(0, 30)

    assert (gone.state, empty, back.state) == (LineState.DENIED, Sums(), LineState.CONFIRMED)
    with pytest.raises(NotedAlready):
        await care.say(karel, line.attendance_id, 60)
    events = await care.work.history.of(care.amira.newcomer_ids[0])
    assert retell(events).sums == (await care.own()).book.sums == Sums(claimed=30)


@pytest.mark.parametrize(
    ("minutes", "day", "refusal"),
    [
        (0, TODAY, HoursImpossible),
        (30 * 60, TODAY, TooManyHoursThatDay),
        (60, TODAY + A_DAY, DayInFuture),
    ],
)
async def test_hours_that_cannot_be_are_not_noted(
    care: ContactCare, minutes: int, day: dt.date, refusal: type[Exception]
) -> None:
    karel = await care.contact()

    with pytest.raises(refusal):
        await care.use.confirming.note(karel, await care.bewijs_id(), day, minutes, surface=Surface.PAGE)
    assert (await care.own()).book.attendances == ()


@pytest.mark.parametrize(("minutes", "refusal"), [(-30, HoursImpossible), (1800, TooManyHoursThatDay)])
async def test_a_day_holds_no_thirty_hours(care: ContactCare, minutes: int, refusal: type[Exception]) -> None:
    date = await care.claim()
    karel = await care.contact()

    with pytest.raises(refusal):
        await care.say(karel, date.id, minutes)
    assert (await care.own()).book.sums == Sums(claimed=120)


async def test_what_the_begeleider_decided_a_contact_cannot_change(care: ContactCare) -> None:
    called, refused, accepted = await care.claim(0), await care.claim(1), await care.claim(20)
    karel = await care.contact()
    await care.use.hours.confirm(await care.guided(), called.id, minutes=60)
    await care.use.hours.refuse(await care.guided(), refused.id, RefusedBecause.OTHER)
    for date in (called, refused):
        with pytest.raises(HoursSettled):
            await care.say(karel, date.id)
    await _accept(care)

    with pytest.raises(AcceptedAlready):
        await care.use.confirming.note(
            karel, await care.bewijs_id(), TODAY - 2 * A_DAY, 60, surface=Surface.PAGE
        )
    states = {one.attendance_id: one.state for one in (await care.use.confirming.folk(karel))[0].lines}
    assert states == {
        called.id: LineState.SETTLED,
        refused.id: LineState.SETTLED,
        accepted.id: LineState.ASKED,
    }


async def test_the_begeleiders_word_leaves_no_doubt(care: ContactCare) -> None:
    date = await care.claim()
    karel, rita = await care.contact(), await care.contact("Rita")
    await care.say(karel, date.id, 90)
    await care.say(rita, date.id, NOT_THERE)
    await care.use.confirming.object(await care.own(), date.id)
    await care.use.hours.confirm(await care.guided(), date.id, minutes=90)
    kept = await care.date(date.id)

    assert (kept.state, kept.minutes) == (State.CONFIRMED, 90)
    assert (kept.is_denied, kept.contacts_differ, kept.objected_at) == (False, False, None)


async def test_a_newcomer_objects_once_until_something_changes(care: ContactCare) -> None:
    date = await care.claim()
    karel = await care.contact()
    with pytest.raises(HoursUnknown):
        await care.use.confirming.object(await care.own(), date.id)
    await care.say(karel, date.id, 60)
    happened = await care.use.confirming.object(await care.own(), date.id)
    again = await care.use.confirming.object(await care.own(), date.id)
    objected = await care.use.confirming.line(karel, date.id)
    await care.say(karel, date.id, 120)

    assert happened is not None
    assert (happened.news, happened.contact_id, again) == (News.OBJECTED, karel.id, None)
    assert (objected.is_objected, (await care.date(date.id)).objected_at) == (True, None)
    with pytest.raises(NotYours):
        await care.use.confirming.object(await care.guided(), date.id)
    await _accept(care)
    with pytest.raises(HoursSettled):
        await care.use.confirming.object(await care.own(), date.id)


async def test_a_claim_that_moves_to_another_day_is_asked_again(care: ContactCare) -> None:
    date = await care.claim()
    karel = await care.contact()
    await care.say(karel, date.id, NOT_THERE)
    await care.use.hours.change_claim(await care.own(), date.id, day=TODAY - A_DAY)

    assert [one.attendance_id for one in await care.use.confirming.lines(karel)] == [date.id]
    assert not (await care.date(date.id)).is_denied


async def test_a_contact_of_one_club_does_nothing_with_anothers_people(care: ContactCare) -> None:
    date = await care.claim(who=care.karim)
    bewijs_id = await care.bewijs_id(care.karim)
    karel = await care.contact()
    elsewhere = await care.claim(1)
    other = await care.use.hours.claim(
        await care.own(), OfferKind.BUDDY, organisation="Buur", contact=None, day=TODAY, minutes=60
    )
    buddy = next(one for one in other.book.attendances if one.id != elsewhere.id)

    for attendance_id in (date.id, buddy.id, 10**9):
        with pytest.raises(NotYours):
            await care.say(karel, attendance_id)
        with pytest.raises(NotYours):
            await care.use.confirming.line(karel, attendance_id)
    with pytest.raises(NotYours):
        await care.use.confirming.note(karel, bewijs_id, TODAY, 60, surface=Surface.PAGE)
    seen = {AttendanceId(date.id): 120, AttendanceId(buddy.id): 60}
    assert await care.use.confirming.say_all(karel, seen, surface=Surface.PAGE) == (0, ())
    assert [one.name for one in await care.use.confirming.folk(karel)] == ["Amira"]


async def test_whom_nobody_checked_sees_and_says_nothing(care: ContactCare) -> None:
    date = await care.claim()
    karel = await care.introduced()

    with pytest.raises(ContactUnchecked):
        await care.use.confirming.folk(karel)
    with pytest.raises(ContactUnchecked):
        await care.say(karel, date.id)
    pretended = replace(karel, checked_at=care.now)
    with pytest.raises(ContactUnchecked):
        await care.say(pretended, date.id)
    assert (await care.own()).book.sums == Sums(claimed=120)


async def test_who_stopped_says_nothing_more(care: ContactCare) -> None:
    date = await care.claim()
    karel = await care.contact()
    await care.use.contact_care.stop(karel)

    with pytest.raises((ContactStopped, NotYours)):
        await care.say(karel, date.id)
    stopped = await care.work.contact_people.get(karel.id)
    assert stopped is not None
    with pytest.raises(ContactStopped):
        await care.use.confirming.lines(stopped)


async def test_nobody_confirms_their_own_hours(care: ContactCare) -> None:
    both = await new_newcomer(care.work, 1003, "Lina", of=care.sofie)
    link = await care.use.contact_links.ask(await care.guided(), await care.bewijs_id())
    lina, _ = await care.join(care.use.contact_links.token(link), account=both, name="Lina")
    own = await care.claim(who=both)
    scanned = await care.use.doors.open(lina, OfferKind.ASSOCIATION, 120)

    with pytest.raises(NotYours):
        await care.use.doors.claim(await care.own(both), care.use.doors.code(scanned))
    with pytest.raises(NotYours):
        await care.use.contact_links.tie(await care.own(both), own.bewijs_id, lina.id)
    assert await care.use.contact_links.known(await care.own(both), own.bewijs_id) == []


async def test_a_closed_dossier_waits_for_nobodys_word(care: ContactCare) -> None:
    date = await care.claim()
    karel = await care.contact()
    await care.use.contracts.close(await care.guided(), ClosedBecause.OTHER)

    assert await care.use.confirming.folk(karel) == []
    with pytest.raises(DossierClosed):
        await care.say(karel, date.id)


async def test_after_the_newcomer_is_erased_nothing_is_left_to_confirm(care: ContactCare) -> None:
    date = await care.claim()
    karel = await care.contact()
    await care.work.people.remove_newcomer(care.amira.newcomer_ids[0])

    with pytest.raises(NotYours):
        await care.say(karel, date.id)
    assert await care.use.confirming.folk(karel) == []


async def test_an_account_that_is_no_newcomers_has_no_people_of_its_own(care: ContactCare) -> None:
    stranger = await new_account(care.work, 4001, "Jan")

    assert await care.use.contact_care.of_account(stranger) == []


async def test_a_date_that_changes_takes_the_signed_bewijs_along_with_it(care: ContactCare) -> None:
    date = await care.claim()
    karel = await care.contact()
    await care.say(karel, date.id)
    signature, _ = await _sign(care, karel, date.id)
    _, happened = await care.say(karel, date.id, 60)

    assert [one.news for one in happened] == [News.SAID, News.VOID]
    assert [(one.id, one.state) for one in await care.work.papers.of(care.amira.newcomer_ids[0])] == [
        (signature.paper_id, PaperState.TAKEN_BACK)
    ]


async def test_a_date_that_moved_after_it_was_signed_is_not_accepted_with_it(care: ContactCare) -> None:
    moved, stays = await care.claim(0), await care.claim(1)
    karel = await care.contact()
    for date in (moved, stays):
        await care.say(karel, date.id)
    signature, _ = await _sign(care, karel, moved.id, stays.id)
    await care.use.hours.change_claim(await care.guided(), moved.id, day=TODAY - 5 * A_DAY)
    await care.use.deciding.accept(await care.guided(), signature.paper_id)

    assert (await care.own()).book.sums == Sums(confirmed=120, accepted=120)


async def _sign(
    care: ContactCare, contact: Contact, *attendance_ids: AttendanceId
) -> tuple[Signature, tuple[Happened, ...]]:
    bewijs_id, seen = await care.bewijs_id(), frozenset(attendance_ids)
    return await care.use.signing.sign(contact, bewijs_id, name="", seen=seen, surface=Surface.PAGE)
