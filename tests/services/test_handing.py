"""Handing people over, and standing in during leave."""

import datetime as dt
from collections.abc import AsyncIterator

import pytest

from bot.domain.errors import ColleagueUnknown, LeaveImpossible, NewcomerUnknown, NotYours
from bot.domain.history import Actor, What, Who
from bot.domain.ids import BegeleiderId
from bot.domain.people import Account
from bot.domain.question import Part, Question, Topic
from bot.domain.search import Search
from bot.domain.stand_in import StandIn
from bot.storage.database import Database
from bot.storage.work import SqlWork
from tests.builders import NOW, a_message, again, new_begeleider, new_newcomer, services

TODAY = NOW.date()
TOMORROW = TODAY + dt.timedelta(days=1)


@pytest.fixture
async def work(database: Database) -> AsyncIterator[SqlWork]:
    """A unit of work, once on each engine."""
    async with database.work() as opened:
        yield opened


async def ask(work: SqlWork, by: Account, *, now: dt.datetime = NOW, message_id: int = 11) -> Question:
    """A question that went out."""
    questions = services(work, now=now).questions
    draft = await questions.draft(by, a_message(message_id=message_id))
    return (await questions.send(draft.id, Topic.HOURS, by=by)).question


def the_id(account: Account) -> int:
    """A begeleider's id."""
    assert account.begeleider_id is not None
    return account.begeleider_id


async def add_leave(
    work: SqlWork, own: Account, colleague: Account, first: dt.date, last: dt.date
) -> StandIn:
    """Leave as it was planned once, whatever day it is."""
    leave = StandIn(
        begeleider_id=BegeleiderId(the_id(own)),
        colleague_id=BegeleiderId(the_id(colleague)),
        first_day=first,
        last_day=last,
    )
    await work.stand_ins.add(leave)
    return leave


async def test_a_colleague_guides_from_now_on_and_reads_what_is_open(work: SqlWork) -> None:
    an, bart = await new_begeleider(work, 1, "An"), await new_begeleider(work, 2, "Bart")
    amira = await new_newcomer(work, 3, "Amira", of=an)
    question = await ask(work, amira)

    handed = await services(work).handing.hand(amira.newcomer_ids[0], the_id(bart), by=an)

    events = await work.history.of(amira.newcomer_ids[0])
    assert (handed.former and handed.former.name, handed.begeleider.name) == ("An", "Bart")
    assert [after.begeleider_id for _, after in handed.questions] == [bart.begeleider_id]
    assert [before.id for before, _ in handed.questions] == [question.id]
    assert events[-1].what is What.HANDED_OVER
    assert events[-1].facts == {"from": an.begeleider_id, "to": bart.begeleider_id}
    with pytest.raises(NotYours):
        await services(work).dossiers.guided(amira.newcomer_ids[0], by=an)


async def test_what_was_kept_for_somebody_goes_over_and_stays_when_who_kept_it_is_forgotten(
    work: SqlWork,
) -> None:
    an, bart = await new_begeleider(work, 1, "An"), await new_begeleider(work, 2, "Bart")
    amira = await new_newcomer(work, 3, "Amira", of=an)
    (whom,) = amira.newcomer_ids
    own = await work.wishes.add(amira.id, whom, Search(), at=NOW)
    await work.wishes.add(an.id, whom, Search(reach_km=5), at=NOW)
    await work.wishes.add(an.id, None, Search(), at=NOW)

    await services(work).handing.hand(whom, the_id(bart), by=an)
    erasures = services(work).erasures
    await erasures.forget(await erasures.look(an))

    assert [wish.search.reach_km for wish in await work.wishes.of(bart.id)] == [5]
    assert [wish.id for wish in await work.wishes.of(amira.id)] == [own]


async def test_nobody_hands_over_the_people_of_another(work: SqlWork) -> None:
    an, bart = await new_begeleider(work, 1, "An"), await new_begeleider(work, 2, "Bart")
    amira = await new_newcomer(work, 3, "Amira", of=an)
    handing = services(work).handing
    await services(work).leaves.begin(an, the_id(bart), TODAY, TODAY)

    for by in (bart, amira):
        with pytest.raises(NotYours):
            await handing.hand(amira.newcomer_ids[0], the_id(bart), by=by)
    for colleague in (the_id(an), 99):
        with pytest.raises(ColleagueUnknown):
            await handing.hand(amira.newcomer_ids[0], colleague, by=an)
    with pytest.raises(NewcomerUnknown):
        await handing.hand(99, the_id(bart), by=an)


async def test_a_colleague_without_a_phone_takes_nobody_over(work: SqlWork) -> None:
    an, bart = await new_begeleider(work, 1, "An"), await new_begeleider(work, 2, "Bart")
    await work.accounts.change(bart.id, is_unreachable=True)

    assert await services(work).handing.colleagues(an) == []
    with pytest.raises(ColleagueUnknown):
        await services(work).handing.colleague(the_id(bart), of=an)


async def test_everybody_goes_in_batches_and_nobody_is_left(work: SqlWork) -> None:
    an, bart = await new_begeleider(work, 1, "An"), await new_begeleider(work, 2, "Bart")
    for number in range(5):
        await services(work).invites.add_newcomer(an, f"Persoon {number}")
    to = await services(work).handing.colleague(the_id(bart), of=an)
    assert an.begeleider_id is not None
    counts = []

    while True:
        moved = await services(work).handing.some(
            an.begeleider_id, to, by=Actor(Who.BEGELEIDER, an.begeleider_id), limit=2
        )
        counts.append(len(moved))
        if not moved:
            break

    assert counts == [2, 2, 1, 0]
    assert await work.people.newcomers_of(an.begeleider_id) == []


async def test_who_leaves_for_good_has_no_phone_here_any_more(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    assert an.begeleider_id is not None

    await services(work).handing.leave_for_good(an.begeleider_id)

    assert not (await again(work, an)).is_begeleider


async def test_who_leaves_for_good_stands_in_for_nobody_now_or_later(work: SqlWork) -> None:
    an, bart = await new_begeleider(work, 1, "An"), await new_begeleider(work, 2, "Bart")
    cis = await new_begeleider(work, 3, "Cis")
    yesterday, next_week = TODAY - dt.timedelta(days=1), TODAY + dt.timedelta(days=7)
    counting = [
        await add_leave(work, an, bart, yesterday, TOMORROW),
        await add_leave(work, an, bart, next_week, next_week),
    ]
    of_cis = await add_leave(work, an, cis, next_week, next_week)

    ended = await services(work).handing.leave_for_good(BegeleiderId(the_id(bart)))

    assert list(ended) == counting
    assert list(await services(work).leaves.of(an)) == [of_cis]
    assert not await services(work).leaves.is_away(BegeleiderId(the_id(an)))
    assert [leave.last_day for leave in await work.stand_ins.by(ended[0].colleague_id, on=yesterday)] == [
        yesterday
    ]


# Leave.


async def test_during_leave_questions_go_to_the_colleague_and_stay_the_begeleiders(work: SqlWork) -> None:
    an, bart = await new_begeleider(work, 1, "An"), await new_begeleider(work, 2, "Bart")
    amira = await new_newcomer(work, 3, "Amira", of=an)
    await services(work).leaves.begin(an, the_id(bart), TODAY, TOMORROW)

    reader = await services(work).readers.for_account(amira)
    question = await ask(work, amira)

    assert reader is not None
    assert (reader.chat_id, reader.name, reader.on_leave) == (bart.chat_id, "Bart", "An")
    assert question.begeleider_id == an.begeleider_id
    for account in (an, bart):
        by = await services(work).replies.answerer(account)
        assert [one.id for one in await services(work).replies.waiting_for(by)] == [question.id]


async def test_an_answer_keeps_who_wrote_it(work: SqlWork) -> None:
    an, bart = await new_begeleider(work, 1, "An"), await new_begeleider(work, 2, "Bart")
    amira = await new_newcomer(work, 3, "Amira", of=an)
    await services(work).leaves.begin(an, the_id(bart), TODAY, TODAY)
    question = await ask(work, amira)
    by = await services(work).replies.answerer(bart)

    answered = await services(work).replies.answer(
        question.id, Part.ANSWER_OWN_WORDS, a_message("Tien", message_id=70), by=by
    )
    edited = await services(work).replies.edit(70, "Elf", by=by)
    by_an = await services(work).replies.edit(70, "Nul", by=await services(work).replies.answerer(an))

    assert answered.part.by_begeleider_id == bart.begeleider_id
    assert await services(work).readers.writer_of(answered.part) == "Bart"
    assert edited is not None
    assert by_an is None


@pytest.mark.parametrize("days", [-1, 2])
async def test_outside_the_leave_a_colleague_reads_and_answers_nothing(work: SqlWork, days: int) -> None:
    an, bart = await new_begeleider(work, 1, "An"), await new_begeleider(work, 2, "Bart")
    amira = await new_newcomer(work, 3, "Amira", of=an)
    await services(work).leaves.begin(an, the_id(bart), TODAY, TOMORROW)
    then = NOW + dt.timedelta(days=days)

    question = await ask(work, amira, now=then)

    late = services(work, now=then)
    reader = await late.readers.of_question(question)
    assert reader is not None
    assert reader.chat_id == an.chat_id
    with pytest.raises(NotYours):
        await late.replies.for_answering(question.id, by=await late.replies.answerer(bart))
    with pytest.raises(NotYours):
        await late.dossiers.guided(amira.newcomer_ids[0], by=bart)


async def test_when_the_colleague_cannot_be_reached_the_begeleider_reads(work: SqlWork) -> None:
    an, bart = await new_begeleider(work, 1, "An"), await new_begeleider(work, 2, "Bart")
    amira = await new_newcomer(work, 3, "Amira", of=an)
    await services(work).leaves.begin(an, the_id(bart), TODAY, TODAY)
    await work.accounts.change(bart.id, is_unreachable=True)

    reader = await services(work).readers.for_account(amira)

    assert reader is not None
    assert (reader.chat_id, reader.on_leave) == (an.chat_id, None)
    assert not await services(work).leaves.is_away(BegeleiderId(the_id(an)))


async def test_leave_ends_early_and_makes_way_for_other_days(work: SqlWork) -> None:
    an, bart = await new_begeleider(work, 1, "An"), await new_begeleider(work, 2, "Bart")
    leaves = services(work).leaves
    first, _ = await leaves.begin(an, the_id(bart), TODAY, TOMORROW)
    second, _ = await leaves.begin(an, the_id(bart), TODAY, TODAY)

    assert list(await leaves.of(an)) == [second]
    assert not await leaves.is_so(first)
    assert await leaves.is_so(second)
    assert list(await leaves.end(an)) == [second]
    assert list(await leaves.of(an)) == []
    assert not await leaves.is_so(second)


@pytest.mark.parametrize(("first", "last"), [(-1, 3), (3, 2), (0, 366)])
async def test_impossible_leave_is_refused(work: SqlWork, first: int, last: int) -> None:
    an, bart = await new_begeleider(work, 1, "An"), await new_begeleider(work, 2, "Bart")
    days = [TODAY + dt.timedelta(days=number) for number in (first, last)]

    with pytest.raises(LeaveImpossible):
        await services(work).leaves.begin(an, the_id(bart), *days)


async def test_nobody_stands_in_for_themselves_and_a_newcomer_has_noadd_leave(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    amira = await new_newcomer(work, 3, "Amira", of=an)

    with pytest.raises(ColleagueUnknown):
        await services(work).leaves.begin(an, the_id(an), TODAY, TODAY)
    with pytest.raises(NotYours):
        await services(work).leaves.begin(amira, the_id(an), TODAY, TODAY)


async def test_nobody_is_handed_to_a_colleague_who_was_erased_at_that_moment(work: SqlWork) -> None:
    an, bart = await new_begeleider(work, 1, "An"), await new_begeleider(work, 2, "Bart")
    amira = await new_newcomer(work, 3, "Amira", of=an)
    use = services(work)
    newcomer = await use.handing.own(amira.newcomer_ids[0], by=an)
    colleague = await use.handing.colleague(the_id(bart), of=an)
    await use.erasures.forget(await use.erasures.look(bart))

    with pytest.raises(ColleagueUnknown):
        await use.handing.move(newcomer, colleague, by=Actor(Who.BEGELEIDER, an.begeleider_id))
