"""From a person's words to a question: begun, sent, added to, changed.

Other conversations come in by `begin`; `conversation.py` says which messages belong to a question.
"""

import datetime as dt

from telegram import Message as Received
from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.question import Question, QuestionState, Topic
from bot.domain.reader import Reader
from bot.domain.understanding import Understanding
from bot.handlers import states
from bot.handlers.posting import FORGET_DRAFT, post_of, subject, written
from bot.services.questions import Written
from bot.texts import questions as texts
from bot.texts.message import Message

DRAFT_LASTS = dt.timedelta(days=1)


async def begin(
    context: BotContext,
    *,
    text: str | None,
    message_id: int | None,
    is_text: bool,
    topic: Topic | None = None,
    understanding: Understanding | None = None,
    edit: Update | None = None,
) -> None:
    """Begin a question with a message, or ask for one; nothing is sent before the person taps.

    Args:
        context: Who asks.
        text: What they wrote, or a caption; None with `message_id` None asks them to write.
        message_id: The message in their chat, from which voice and pictures are copied.
        is_text: False for voice, pictures and every other kind.
        topic: What it is about, when that is known already.
        understanding: What the bot made of it.
        edit: The press whose screen the question takes the place of.
    """
    readers = context.services.readers
    newcomer_id = readers.speaker(context.account)
    reader = await readers.for_newcomer(newcomer_id)
    if reader is None:
        show(context, texts.nobody(context.speaker, await readers.guide_name(newcomer_id)), edit=edit)
    elif text is None and message_id is None:
        await states.enter(context, states.WRITING, topic=topic)
        show(context, texts.write_it(context.speaker, reader), edit=edit)
    else:
        await _begin_with(
            context,
            Written(content=text or "", message_id=message_id, is_text=is_text),
            reader,
            topic=topic,
            understanding=understanding,
            edit=edit,
        )


async def _begin_with(
    context: BotContext,
    message: Written,
    reader: Reader,
    *,
    topic: Topic | None,
    understanding: Understanding | None,
    edit: Update | None,
) -> Question:
    await states.leave(context, states.WRITING, states.ADDING)
    draft = await context.services.questions.draft(context.account, message, understanding)
    key = f"{FORGET_DRAFT}:{draft.id}"
    await context.turn.later(
        FORGET_DRAFT, context.turn.now + DRAFT_LASTS, unique_key=key, question_id=draft.id
    )
    await _ask_what_is_needed(context, draft, reader, topic=topic, edit=edit)
    return draft


async def _ask_what_is_needed(
    context: BotContext, draft: Question, reader: Reader, *, topic: Topic | None, edit: Update | None
) -> None:
    """The topic, the agreement, or whether it belongs to a question that is open; or nothing at all."""
    asks_consent = context.account.may_keep_questions_since is None
    waiting = await context.services.questions.open_beside(draft)
    if topic is not None and not asks_consent:
        await send(context, draft, topic, edit=edit)
    elif topic is not None:
        screen = texts.confirm(context.speaker, draft, topic, reader, asks_consent=True)
        await show_about(context, screen, draft, edit=edit)
    elif waiting is not None:
        screen = texts.add_or_new(context.speaker, draft, waiting, reader)
        await show_about(context, screen, draft, edit=edit)
    else:
        screen = texts.choose_topic(context.speaker, draft, reader, asks_consent=asks_consent)
        await show_about(context, screen, draft, edit=edit)


async def send(context: BotContext, question: Question, topic: Topic, *, edit: Update | None) -> None:
    """Send a draft to its reader and say to whom it went and when there is an answer."""
    sent = await context.services.questions.send(question.id, topic, by=context.account)
    if sent.is_new:
        await post_of(context).bring(sent.question, sent.reader, new_parts=sent.question.parts)
    screen = texts.sent(context.speaker, sent.question, sent.reader)
    await show_about(context, screen, sent.question, edit=edit)


def show(context: BotContext, screen: Message, *, edit: Update | None) -> None:
    """Show a screen, in place of the pressed one if there is one."""
    if edit is not None:
        context.edit(edit, screen)
    else:
        context.say(screen)


async def show_about(
    context: BotContext, screen: Message, question: Question, *, edit: Update | None
) -> None:
    """Show a screen that belongs to a question, so that a reply to it joins the question."""
    if edit is None:
        context.say(screen, about=subject(question))
        return
    context.edit(edit, screen)
    if edit.effective_message is not None:
        await context.turn.work.outbox.set_about(
            context.account.chat_id, edit.effective_message.message_id, subject(question)
        )


# Adding to it.


async def write(context: BotContext, message: Received, topic: str | None) -> bool:
    """Take what was announced by "write your question"; always True."""
    readers = context.services.readers
    newcomer_id = readers.speaker(context.account)
    reader = await readers.for_newcomer(newcomer_id)
    if reader is None:
        await states.leave(context, states.WRITING)
        context.say(texts.nobody(context.speaker, await readers.guide_name(newcomer_id)))
        return True
    question = await _begin_with(
        context,
        written(message),
        reader,
        topic=Topic(topic) if topic else None,
        understanding=context.understanding,
        edit=None,
    )
    await _expect_pages(context, question, message)
    return True


async def add_to(context: BotContext, message: Received, question_id: int) -> bool:
    """Add what was announced by "write what you still want to say"; False for no question of theirs."""
    question = await context.services.questions.get(question_id)
    if question is None or question.account_id != context.account.id:
        return False
    await add(context, question, message)
    return True


async def add(context: BotContext, question: Question, message: Received) -> None:
    """Add a message to a question; to a closed one it becomes a new question."""
    await states.leave(context, states.ADDING, states.WRITING)
    if question.state is QuestionState.CLOSED:
        said = written(message)
        await begin(
            context,
            text=said.content,
            message_id=said.message_id,
            is_text=said.is_text,
            understanding=context.understanding,
        )
        return
    before = question
    question = await context.services.questions.follow_up(question.id, written(message), by=context.account)
    is_moved = question.begeleider_id != before.begeleider_id
    if is_moved and (former := await context.services.readers.of_question(before)) is not None:
        await post_of(context).take_away(question, former)
    await pass_on(context, question, new_parts=len(question.parts) if is_moved else 1, edit=None)
    await _expect_pages(context, question, message)


async def pass_on(context: BotContext, question: Question, *, new_parts: int, edit: Update | None) -> None:
    """Bring what was added to the reader, and say so; a draft is still asked for its topic."""
    reader = await context.services.readers.of_question(question)
    if question.state is QuestionState.DRAFT and reader is not None:
        await _ask_what_is_needed(context, question, reader, topic=None, edit=edit)
        return
    if reader is not None:
        await post_of(context).bring(question, reader, new_parts=question.parts[-new_parts:])
    await show_about(context, texts.added(context.speaker, question, reader), question, edit=edit)


async def _expect_pages(context: BotContext, question: Question, message: Received) -> None:
    if message.media_group_id:
        await states.enter(context, states.PAGES, question_id=question.id, group=message.media_group_id)


async def next_page(context: BotContext, message: Received) -> bool:
    """Another page of the album goes along without a word; each page replies to what the first one does."""
    found = await states.current(context) if message.media_group_id else None
    if found is None or found[0] != states.PAGES or found[1]["group"] != message.media_group_id:
        return False
    question = await context.services.questions.get(found[1]["question_id"])
    if question is None or question.account_id != context.account.id:
        return False
    question = await context.services.questions.follow_up(question.id, written(message), by=context.account)
    reader = await context.services.readers.of_question(question)
    if reader is not None and question.state is not QuestionState.DRAFT:
        await post_of(context).bring_below(question, reader, question.parts[-1:])
    return True
