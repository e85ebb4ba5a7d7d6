"""Questions as they are kept, on each engine."""

import datetime as dt

from bot.domain.ids import ChatId, QuestionId
from bot.domain.question import Part, QuestionState
from bot.services.delivery_ports import Outgoing, OutgoingState, Settled
from bot.storage.database import Database
from bot.storage.work import SqlWork
from tests.builders import NOW, new_begeleider, new_newcomer


async def kept_question(work: SqlWork) -> QuestionId:
    """An open question of Amira, with one part."""
    an = await new_begeleider(work, 1, "An")
    amira = await new_newcomer(work, 2, "Amira", of=an)
    question_id = await work.questions.add(
        amira,
        begeleider_id=an.begeleider_id,
        language="ar",
        nearest=["termijn-40-uur"],
        state=QuestionState.OPEN,
        at=NOW,
    )
    await work.questions.add_part(question_id, Part.QUESTION, "😀 كم؟", message_id=11, is_text=True, at=NOW)
    return question_id


async def test_a_question_comes_back_as_it_was_kept(database: Database) -> None:
    async with database.work() as work:
        question_id = await kept_question(work)
    async with database.work() as work:
        question = await work.questions.get(question_id, lock=True)

    assert question is not None
    assert (question.first.content, question.nearest) == ("😀 كم؟", ("termijn-40-uur",))
    assert question.first.edited_at is None


async def test_a_question_goes_to_the_team_and_its_answer_is_found_there(database: Database) -> None:
    async with database.work() as work:
        question_id = await kept_question(work)
        await work.questions.hand_to(question_id, None)
        part_id = await work.questions.add_part(
            question_id,
            Part.ANSWER_OWN_WORDS,
            "Dag",
            message_id=70,
            is_text=True,
            at=NOW,
        )

        assert [q.id for q in await work.questions.of_begeleider(None, QuestionState.OPEN)] == [question_id]
        assert await work.questions.answer_by_message(None, 70) == (question_id, part_id)
        assert await work.questions.of_part(part_id) == question_id


async def test_how_far_a_sentence_is_filled_in_is_kept_with_its_question(database: Database) -> None:
    async with database.work() as work:
        question_id = await kept_question(work)
        await work.questions.set_filling(question_id, "{}")
        kept = await work.questions.filling(question_id)
        await work.questions.set_filling(question_id, None)

        assert kept == "{}"
        assert await work.questions.filling(question_id) is None


async def test_late_questions_are_counted(database: Database) -> None:
    async with database.work() as work:
        question_id = await kept_question(work)
        await work.questions.change(question_id, answer_by=dt.date(2026, 11, 25))

        on_the_day = await work.questions.counts(dt.date(2026, 11, 25))
        after = await work.questions.counts(dt.date(2026, 11, 26))
        await work.questions.promise_nothing(question_id)
        promised_nothing = await work.questions.counts(dt.date(2026, 11, 26))

    assert (on_the_day["overdue"], after["overdue"], promised_nothing["overdue"]) == (0, 1, 0)
    assert after["open"] == 1


async def test_a_sent_message_is_found_by_what_it_is_about_and_by_its_name(database: Database) -> None:
    chat = ChatId(5)
    async with database.work() as work:
        message = Outgoing(chat_id=chat, method="sendMessage", payload={}, language="nl", name="card:1")
        await work.outbox.add([message], at=NOW)
        (taken,) = await work.outbox.take(NOW, answers=9, reminders=0, except_chats=())
        await work.outbox.settle(
            [Settled(id=taken.id, attempt=1, state=OutgoingState.SENT, at=NOW, message_id=70)]
        )

        before = await work.outbox.about(chat, 70)
        await work.outbox.set_about(chat, 70, "question:1")

        assert before is None
        assert await work.outbox.about(chat, 70) == "question:1"
        assert await work.outbox.name_of(chat, 70) == "card:1"
        assert await work.outbox.name_of(chat, 71) is None
