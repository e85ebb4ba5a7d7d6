"""Answering: who may, with what, and what became of it."""

import pytest

from bot.domain.errors import NotYours, QuestionClosed
from bot.domain.people import Account
from bot.domain.question import Delivery, Part, Question, QuestionState, Topic
from bot.domain.reader import Answerer
from bot.storage.work import SqlWork
from tests.builders import a_message, new_account, new_begeleider, new_newcomer, services

TEAM_CHAT = -100


async def sent_question(work: SqlWork, by: Account, content: str = "Hoeveel uren?") -> Question:
    """A question that went out."""
    questions = services(work).questions
    draft = await questions.draft(by, a_message(content))
    return (await questions.send(draft.id, Topic.HOURS, by=by)).question


async def test_an_answer_closes_the_wait_and_more_may_follow(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    question = await sent_question(work, await new_newcomer(work, 2, "Amira", of=an))
    replies = services(work).replies
    by = await replies.answerer(an)

    first = await replies.answer(question.id, Part.ANSWER_OWN_WORDS, a_message("Tien."), by=by)
    second = await replies.answer(question.id, Part.ANSWER_OWN_WORDS, a_message("Of elf."), by=by)

    assert first.question.state is QuestionState.ANSWERED
    assert [part.content for part in second.question.answers] == ["Tien.", "Of elf."]


async def test_a_begeleider_cannot_answer_see_or_close_the_question_of_another(work: SqlWork) -> None:
    an, nele = await new_begeleider(work, 1, "An"), await new_begeleider(work, 4, "Nele")
    question = await sent_question(work, await new_newcomer(work, 2, "Amira", of=an))
    replies = services(work, fallback_chat=TEAM_CHAT).replies
    newcomer = await new_account(work, 5, "Karim")
    team = Answerer(begeleider_id=None, is_team=True)

    for by in (await replies.answerer(nele), await replies.answerer(newcomer), team):
        for touch in (
            replies.for_answering(question.id, by=by),
            replies.answer(question.id, Part.ANSWER_OWN_WORDS, a_message(), by=by),
            replies.close(question.id, by=by),
        ):
            with pytest.raises(NotYours):
                await touch
        assert await replies.waiting_for(by) == []


async def test_questions_of_several_newcomers_never_cross(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    amira = await new_newcomer(work, 2, "Amira", of=an)
    karim = await new_newcomer(work, 3, "Karim", of=an)
    of_amira = await sent_question(work, amira, "van Amira")
    of_karim = await sent_question(work, karim, "van Karim")
    replies = services(work).replies

    answered = await replies.answer(
        of_karim.id, Part.ANSWER_OWN_WORDS, a_message("Dag Karim"), by=await replies.answerer(an)
    )

    assert answered.question.account_id == karim.id
    assert [question.id for question in await replies.waiting_for(await replies.answerer(an))] == [
        of_amira.id
    ]


async def test_the_same_entry_is_sent_once_until_the_newcomer_asks_on(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    amira = await new_newcomer(work, 2, "Amira", of=an)
    question = await sent_question(work, amira)
    replies, entry = services(work).replies, a_message("termijn-40-uur", message_id=None)
    by = await replies.answerer(an)

    first = await replies.answer(question.id, Part.ANSWER_ENTRY, entry, by=by)
    twice = await replies.answer(question.id, Part.ANSWER_ENTRY, entry, by=by)
    await services(work).questions.follow_up(question.id, a_message("En nu?"), by=amira)
    third = await replies.answer(question.id, Part.ANSWER_ENTRY, entry, by=by)

    assert [given.is_new for given in (first, twice, third)] == [True, False, True]


async def test_a_question_is_closed_once(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    question = await sent_question(work, await new_newcomer(work, 2, "Amira", of=an))
    replies = services(work).replies

    closed = await replies.close(question.id, by=await replies.answerer(an))

    assert closed.state is QuestionState.CLOSED
    with pytest.raises(QuestionClosed):
        await replies.close(question.id, by=await replies.answerer(an))


async def test_an_answer_is_delivered_only_when_it_is_known(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    question = await sent_question(work, await new_newcomer(work, 2, "Amira", of=an))
    replies = services(work).replies
    answered = await replies.answer(
        question.id, Part.ANSWER_OWN_WORDS, a_message(), by=await replies.answerer(an)
    )

    noted = await replies.note_delivery(answered.part.id, Delivery.DELIVERED)

    assert answered.part.delivery is Delivery.WAITING
    assert noted is not None
    assert noted.part(answered.part.id).delivery is Delivery.DELIVERED
    assert await replies.note_delivery(999, Delivery.DELIVERED) is None


async def test_changed_own_words_are_found_by_their_writer_only(work: SqlWork) -> None:
    an, nele = await new_begeleider(work, 1, "An"), await new_begeleider(work, 4, "Nele")
    question = await sent_question(work, await new_newcomer(work, 2, "Amira", of=an))
    replies = services(work).replies
    by = await replies.answerer(an)
    await replies.answer(question.id, Part.ANSWER_OWN_WORDS, a_message("fout", message_id=70), by=by)

    assert await replies.edit(70, "goed", by=await replies.answerer(nele)) is None
    edited = await replies.edit(70, "goed", by=by)

    assert edited is not None
    assert edited.part.content == "goed"


async def test_the_team_takes_over_what_an_unreachable_begeleider_cannot_read(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    amira = await new_newcomer(work, 2, "Amira", of=an)
    await sent_question(work, amira)
    replies = services(work, fallback_chat=TEAM_CHAT).replies
    assert an.begeleider_id is not None

    moved, team = await replies.hand_to_team(an.begeleider_id)
    again, _ = await replies.hand_to_team(an.begeleider_id)

    assert team is not None
    assert [question.begeleider_id for question in moved] == [None]
    assert again == []


async def test_without_a_team_it_is_told_once_that_nobody_reads(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    await sent_question(work, await new_newcomer(work, 2, "Amira", of=an))
    replies = services(work).replies
    assert an.begeleider_id is not None

    told, team = await replies.hand_to_team(an.begeleider_id)
    again, _ = await replies.hand_to_team(an.begeleider_id)

    assert team is None
    assert len(told) == 1
    assert again == []
