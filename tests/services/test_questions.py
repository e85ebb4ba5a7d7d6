"""Asking: what a newcomer may do with a question, and who reads it."""

import datetime as dt

import pytest

from bot.domain.errors import NoReader, NotYours, QuestionClosed, QuestionUnknown
from bot.domain.question import Part, QuestionState, Topic
from bot.storage.work import SqlWork
from tests.builders import (
    NOW,
    a_message,
    again,
    an_understanding,
    new_account,
    new_begeleider,
    new_newcomer,
    services,
)

TEAM_CHAT = -100


async def test_a_question_goes_to_the_begeleider_when_its_topic_is_tapped(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    amira = await new_newcomer(work, 2, "Amira", of=an)
    questions = services(work).questions
    draft = await questions.draft(amira, a_message(), an_understanding(language="ar"))

    sent = await questions.send(draft.id, Topic.HOURS, by=amira)

    assert draft.state is QuestionState.DRAFT
    assert sent.reader.chat_id == an.chat_id
    assert sent.question.state is QuestionState.OPEN
    assert sent.question.topic is Topic.HOURS
    assert sent.question.language == "ar"
    assert sent.question.nearest == ("termijn-40-uur", "spreiding")


async def test_the_tap_on_a_topic_is_the_agreement_that_it_is_kept(work: SqlWork) -> None:
    amira = await new_newcomer(work, 2, "Amira", of=await new_begeleider(work, 1, "An"))
    questions = services(work).questions
    draft = await questions.draft(amira, a_message())
    before = (await again(work, amira)).may_keep_questions_since

    await questions.send(draft.id, Topic.OTHER, by=amira)

    assert before is None
    assert (await again(work, amira)).may_keep_questions_since == NOW


async def test_a_second_tap_sends_nothing_twice(work: SqlWork) -> None:
    amira = await new_newcomer(work, 2, "Amira", of=await new_begeleider(work, 1, "An"))
    questions = services(work).questions
    draft = await questions.draft(amira, a_message())

    first = await questions.send(draft.id, Topic.HOURS, by=amira)
    second = await questions.send(draft.id, Topic.BEWIJS, by=amira)

    assert (first.is_new, second.is_new) == (True, False)
    assert second.question.topic is Topic.HOURS


async def test_nobody_touches_the_question_of_another_newcomer(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    amira = await new_newcomer(work, 2, "Amira", of=an)
    karim = await new_newcomer(work, 3, "Karim", of=an)
    questions = services(work).questions
    draft = await questions.draft(amira, a_message())

    for touch in (
        questions.send(draft.id, Topic.HOURS, by=karim),
        questions.drop(draft.id, by=karim),
        questions.follow_up(draft.id, a_message("van mij"), by=karim),
        questions.join(draft.id, by=karim),
        questions.asked_by(an, draft.id),
    ):
        with pytest.raises(NotYours):
            await touch


async def test_a_question_that_does_not_exist_is_unknown(work: SqlWork) -> None:
    amira = await new_account(work, 2, "Amira")

    with pytest.raises(QuestionUnknown):
        await services(work).questions.send(999, Topic.HOURS, by=amira)


async def test_the_answer_is_promised_for_the_second_working_day_and_holidays_are_skipped(
    work: SqlWork,
) -> None:
    amira = await new_newcomer(work, 2, "Amira", of=await new_begeleider(work, 1, "An"))
    friday = dt.datetime(2026, 12, 18, 10, tzinfo=dt.UTC)
    monday, tuesday, wednesday = (dt.date(2026, 12, day) for day in (21, 22, 23))

    async def promised(*holidays: dt.date) -> dt.date | None:
        questions = services(work, now=friday, is_holiday=lambda day: day in holidays).questions
        draft = await questions.draft(amira, a_message())
        return (await questions.send(draft.id, Topic.HOURS, by=amira)).question.answer_by

    assert await promised() == tuesday
    assert await promised(monday) == wednesday


async def test_without_a_begeleider_the_team_reads(work: SqlWork) -> None:
    karim = await new_account(work, 3, "Karim")

    reader = await services(work, fallback_chat=TEAM_CHAT).readers.for_account(karim)

    assert reader is not None
    assert reader.is_team
    assert reader.chat_id == TEAM_CHAT
    assert reader.stands_in_for is None


async def test_a_begeleider_who_cannot_be_reached_is_named_when_the_team_reads(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    amira = await new_newcomer(work, 2, "Amira", of=an)
    await work.accounts.change(an.id, is_unreachable=True)

    reader = await services(work, fallback_chat=TEAM_CHAT).readers.for_account(amira)

    assert reader is not None
    assert (reader.chat_id, reader.stands_in_for) == (TEAM_CHAT, "An")


async def test_when_nobody_can_read_it_nothing_is_kept(work: SqlWork) -> None:
    karim = await new_account(work, 3, "Karim")

    with pytest.raises(NoReader):
        await services(work).questions.draft(karim, a_message())
    assert not await work.questions.drafts_of(karim.id)


async def test_a_follow_up_joins_an_open_question_and_opens_an_answered_one_again(work: SqlWork) -> None:
    amira = await new_newcomer(work, 2, "Amira", of=await new_begeleider(work, 1, "An"))
    questions = services(work).questions
    draft = await questions.draft(amira, a_message())
    await questions.send(draft.id, Topic.HOURS, by=amira)
    await work.questions.change(draft.id, state=QuestionState.ANSWERED)

    later = services(work, now=NOW + dt.timedelta(days=7)).questions
    question = await later.follow_up(draft.id, a_message("En nu?", message_id=12), by=amira)

    assert [part.part for part in question.parts] == [Part.QUESTION, Part.FOLLOW_UP]
    assert question.state is QuestionState.OPEN
    assert question.answer_by == dt.date(2026, 12, 2)


async def test_nothing_is_added_to_a_closed_question(work: SqlWork) -> None:
    amira = await new_newcomer(work, 2, "Amira", of=await new_begeleider(work, 1, "An"))
    questions = services(work).questions
    draft = await questions.draft(amira, a_message())
    await work.questions.change(draft.id, state=QuestionState.CLOSED)

    with pytest.raises(QuestionClosed):
        await questions.follow_up(draft.id, a_message(), by=amira)


async def test_a_draft_can_join_the_question_that_is_open(work: SqlWork) -> None:
    amira = await new_newcomer(work, 2, "Amira", of=await new_begeleider(work, 1, "An"))
    questions = services(work).questions
    first = await questions.draft(amira, a_message("eerst"))
    await questions.send(first.id, Topic.HOURS, by=amira)
    second = await questions.draft(amira, a_message("ook nog", message_id=13))

    joined = await questions.join(second.id, by=amira)

    assert joined is not None
    assert [part.content for part in joined.parts] == ["eerst", "ook nog"]
    assert await work.questions.get(second.id) is None


async def test_an_edit_is_carried_over_to_the_question_it_belongs_to(work: SqlWork) -> None:
    amira = await new_newcomer(work, 2, "Amira", of=await new_begeleider(work, 1, "An"))
    questions = services(work).questions
    await questions.draft(amira, a_message("fout", message_id=11))

    edited = await questions.edit(amira, 11, "goed")

    assert edited is not None
    assert edited.first.content == "goed"
    assert edited.first.edited_at == NOW
    assert await questions.edit(amira, 12, "iets anders") is None


async def test_an_edit_of_somebody_else_changes_nothing(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    amira, karim = (
        await new_newcomer(work, 2, "Amira", of=an),
        await new_newcomer(work, 3, "Karim", of=an),
    )
    questions = services(work).questions
    await questions.draft(amira, a_message("van Amira", message_id=11))

    assert await questions.edit(karim, 11, "van Karim") is None


async def test_a_draft_is_forgotten_and_what_was_sent_is_not(work: SqlWork) -> None:
    amira = await new_newcomer(work, 2, "Amira", of=await new_begeleider(work, 1, "An"))
    questions = services(work).questions
    left = await questions.draft(amira, a_message())
    sent = await questions.draft(amira, a_message(message_id=12))
    await questions.send(sent.id, Topic.HOURS, by=amira)

    for question in (left, sent):
        await questions.forget_draft(question.id)

    assert await questions.get(left.id) is None
    assert await questions.get(sent.id) is not None
    assert await questions.drop(sent.id, by=amira) is False


async def test_a_message_finds_its_question_by_what_it_was_about(work: SqlWork) -> None:
    amira = await new_newcomer(work, 2, "Amira", of=await new_begeleider(work, 1, "An"))
    questions = services(work).questions
    draft = await questions.draft(amira, a_message())

    by_question, by_part = (
        await questions.about(f"question:{draft.id}"),
        await questions.about(f"part:{draft.first.id}"),
    )

    assert by_question == by_part == draft
    for nothing in (None, "", "question:", "question:x", "part:999", "iets:1"):
        assert await questions.about(nothing) is None


async def test_the_administrator_sees_numbers_only(work: SqlWork) -> None:
    amira = await new_newcomer(work, 2, "Amira", of=await new_begeleider(work, 1, "An"))
    questions = services(work).questions
    await questions.draft(amira, a_message())
    sent = await questions.draft(amira, a_message(message_id=12))
    await questions.send(sent.id, Topic.HOURS, by=amira)

    counts = await services(work, now=NOW + dt.timedelta(days=9)).questions.counts()

    assert (counts.draft, counts.open, counts.answered, counts.closed, counts.overdue) == (1, 1, 0, 0, 1)
