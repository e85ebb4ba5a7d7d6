"""The newcomer's buttons: what a question is about, adding to it, and looking at its answer."""

from dataclasses import replace

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.errors import ButtonOld, NoReader, QuestionUnknown
from bot.domain.question import Question, QuestionState, Topic
from bot.handlers import questions, states
from bot.handlers.posting import post_of, subject
from bot.handlers.pressed import pressed
from bot.texts import answers, replies
from bot.texts import questions as texts
from bot.texts.buttons import Press
from bot.texts.replies import Look


async def press(update: Update, context: BotContext) -> None:
    """Do what a button of the newcomer's side says."""
    button = pressed(update)
    match button.word(0):
        case "topic":
            await _send(update, context, button)
        case "new":
            await _ask_topic(update, context, await _own(context, button))
        case "join":
            await _join(update, context, button)
        case "drop":
            await _drop(update, context, button)
        case "leave":
            await states.leave(context, states.WRITING, states.ADDING)
            context.edit(update, texts.not_sent(context.speaker))
        case "more" | "again":
            await _write_more(context, await _own(context, button))
        case "see" | "thanks":
            await _look(update, context, button)
        case _:
            raise ButtonOld


async def _own(context: BotContext, button: Press) -> Question:
    return await context.services.questions.asked_by(context.account, button.number(1))


async def _drop(update: Update, context: BotContext, button: Press) -> None:
    try:
        is_dropped = await context.services.questions.drop(button.number(1), by=context.account)
    except QuestionUnknown:
        is_dropped = True
    if is_dropped:
        context.edit(update, texts.not_sent(context.speaker))
    else:
        context.toast(texts.sent_already(context.speaker), is_alert=True)


async def _send(update: Update, context: BotContext, button: Press) -> None:
    """The tap on a topic is the agreement and sends it."""
    topic = button.one_of(2, Topic)
    question = await _own(context, button)
    try:
        await questions.send(context, question, topic, edit=update)
    except NoReader:
        name = await context.services.readers.guide_name(question.newcomer_id)
        context.edit(update, texts.nobody(context.speaker, name))


async def _ask_topic(update: Update, context: BotContext, draft: Question) -> None:
    """It is a question of its own."""
    reader = await context.services.readers.for_newcomer(draft.newcomer_id)
    if draft.state is not QuestionState.DRAFT or reader is None:
        raise ButtonOld
    context.edit(update, texts.choose_topic(context.speaker, draft, reader, asks_consent=False))


async def _join(update: Update, context: BotContext, button: Press) -> None:
    """Add the draft to the question that is open; ask its topic when none is open any more."""
    draft = await _own(context, button)
    if draft.state is not QuestionState.DRAFT:
        raise ButtonOld
    question = await context.services.questions.join(draft.id, by=context.account)
    if question is None:
        await _ask_topic(update, context, draft)
    else:
        await questions.pass_on(context, question, new_parts=len(draft.parts), edit=update)


async def _write_more(context: BotContext, question: Question) -> None:
    """The next message is added; to a closed question it will be a new one."""
    await states.enter(context, states.ADDING, question_id=question.id)
    context.say(texts.write_more(context.speaker, question), about=subject(question))


async def _look(update: Update, context: BotContext, button: Press) -> None:
    """Show an answer another way, or hear that it helps."""
    subject_of_part = f"part:{button.number(1)}"
    question = await context.services.questions.about(subject_of_part)
    if question is None:
        raise QuestionUnknown
    question = await context.services.questions.asked_by(context.account, question.id)
    part = question.part(button.number(1))
    if not part.part.is_answer:
        raise ButtonOld
    given = await post_of(context).reply(question, part, button.one_of(2, Look))
    given = replace(given, asks_whether_it_helped=button.word(3) == "1")
    if given.entry is not None and button.word(0) == "see":
        await context.services.answers.check(given.entry.id, whom=question.newcomers)
    if given.draft_always:
        given = replace(given, tells_draft=replies.is_draft(context.speaker, given))
    if button.word(0) == "thanks":
        given = replies.thanked(given)
        context.toast(answers.thanks(context.speaker))
    context.edit(update, replies.reply(context.speaker, given))
