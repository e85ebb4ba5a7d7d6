"""The answering side: cards, lists and answers of begeleiders, and of the team in its chat."""

import datetime as dt

from telegram import Message, Update

from bot.delivery.context import BotContext
from bot.domain.entry import Entry
from bot.domain.errors import ButtonOld, NotYours
from bot.domain.fixed_sentence import Filling
from bot.domain.question import Part, Question
from bot.domain.reader import Answerer
from bot.handlers import states
from bot.handlers.begeleiders import sentences
from bot.handlers.posting import post_of, written
from bot.handlers.pressed import original_of, pressed
from bot.services.questions import Written
from bot.texts import begeleider as texts
from bot.texts import questions as newcomer_texts
from bot.texts.buttons import Press


async def answerer(context: BotContext) -> Answerer:
    """What the sender may answer today, seen from the chat."""
    return await context.services.replies.answerer(context.account)


def today(context: BotContext) -> dt.date:
    """The day in the bot's time zone."""
    return context.turn.now.astimezone(context.services.surroundings.zone).date()


async def press(update: Update, context: BotContext) -> None:
    """Do what a button on the answering side says; who may press is checked with the question."""
    button = pressed(update)
    match button.word(0):
        case "list":
            await _turn_page(update, context, button.number(1))
        case "bot":
            await _ask_the_bot(update, context)
        case _:
            question = await context.services.replies.for_answering(
                button.number(1), by=await answerer(context)
            )
            await _press_on(update, context, button, question)


async def _press_on(update: Update, context: BotContext, button: Press, question: Question) -> None:
    post = post_of(context)
    match button.word(0):
        case "card":
            await post.bring_again(question, context.account.chat_id)
        case "back":
            await _back_to_card(update, context, question)
        case "entry":
            shown = await post.shown(question)
            entry = await _entry(context, question, button)
            context.edit(update, texts.preview_entry(shown, entry, button.number(2)))
        case "send":
            await _send_entry(update, context, question, await _entry(context, question, button))
        case "own":
            name = await post.asker_name(question)
            context.toast(texts.how_to_use_own_words(name), is_alert=True)
        case "close":
            context.edit(update, texts.confirm_close(await post.shown(question)))
        case "closed":
            await _close(update, context, question)
        case "for":
            await _send_waiting_words(update, context, question)
        case _:
            raise ButtonOld


async def _back_to_card(update: Update, context: BotContext, question: Question) -> None:
    """Leave what was begun: the card comes back where it stood, or below in place of a later screen."""
    await context.services.replies.set_filling(question, None)
    await states.leave(context, states.FILLING)
    post = post_of(context)
    if await post.is_card(update, question):
        context.edit(update, await post.card(question))
    elif update.effective_message is not None:
        context.turn.delete(context.account.chat_id, update.effective_message.message_id)
        await post.bring_again(question, context.account.chat_id)


async def _entry(context: BotContext, question: Question, button: Press) -> Entry:
    """The entry that a button means, by its place among what the bot thought of."""
    place = button.number(2)
    if place >= len(question.nearest):
        raise ButtonOld
    entry = post_of(context).resources.entry(question.nearest[place])
    await context.services.answers.check(entry.id, whom=question.newcomers)
    return entry


async def _send_entry(update: Update, context: BotContext, question: Question, entry: Entry) -> None:
    words = Written(content=entry.id, message_id=None, is_text=True)
    answered = await context.services.replies.answer(
        question.id, Part.ANSWER_ENTRY, words, by=await answerer(context)
    )
    context.edit(update, await post_of(context).card(answered.question))
    if answered.is_new:
        context.toast(texts.sent())
        await post_of(context).deliver(answered.question, answered.part, from_chat=context.account.chat_id)
    else:
        context.toast(texts.sent_already())


async def _close(update: Update, context: BotContext, question: Question) -> None:
    question = await context.services.replies.close(question.id, by=await answerer(context))
    post = post_of(context)
    context.edit(update, await post.card(question))
    asker = await context.services.readers.asker(question)
    name = await context.services.readers.name_of(question)
    await post.to_asker(question, newcomer_texts.closed(context.turn.speaker(asker), question, name))


# Own words.


async def take_reply(context: BotContext, question: Question, message: Message) -> None:
    """A reply to a question's card: a value for the sentence being filled in, or own words."""
    packed = await context.services.replies.filling(question)
    is_asked_for = packed is not None and Filling.unpack(packed).next_slot is not None
    if is_asked_for and message.text is not None:
        await sentences.take_typed(context, message, question.id)
    else:
        await _answer_in_own_words(context, question, written(message))


async def _answer_in_own_words(context: BotContext, question: Question, words: Written) -> None:
    answered = await context.services.replies.answer(
        question.id, Part.ANSWER_OWN_WORDS, words, by=await answerer(context)
    )
    post = post_of(context)
    await post.refresh(answered.question)
    await post.deliver(answered.question, answered.part, from_chat=context.account.chat_id)


async def correct(context: BotContext, message: Message) -> bool:
    """Carry over that own words were changed; False when the message was no answer."""
    words = written(message)
    by = await answerer(context)
    answered = await context.services.replies.edit(message.message_id, words.content, by=by)
    if answered is None:
        return await _correct_waiting(context, words)
    post = post_of(context)
    await post.refresh(answered.question)
    await post.correct(answered.question, answered.part, from_chat=context.account.chat_id)
    return True


async def _correct_waiting(context: BotContext, words: Written) -> bool:
    """It still waits for the begeleider to say for whom it is."""
    found = await states.current(context)
    if found is None or found[0] != states.WHICH or found[1]["message_id"] != words.message_id:
        return False
    await _wait_with(context, words)
    return True


async def reply_in_team_chat(update: Update, context: BotContext) -> None:
    """In the team's chat: a reply to a card is an answer of the team; the rest is their own talk."""
    message = update.effective_message
    if message is None or message.reply_to_message is None:
        return
    about = await context.turn.work.outbox.about(context.account.chat_id, message.reply_to_message.message_id)
    question = await context.services.questions.about(about)
    if question is not None and (await answerer(context)).may_answer(question):
        await take_reply(context, question, message)
    elif about is not None:
        context.say(texts.answers_need_a_card(), reply_to=message.message_id)


async def correct_in_team_chat(update: Update, context: BotContext) -> None:
    """In the team's chat: an edited answer is carried over."""
    message = update.edited_message
    if message is not None:
        await correct(context, message)


async def ask_which(context: BotContext, message: Message) -> bool:
    """A message that replies to nothing while questions are open: ask for whom it is, never guess."""
    waiting = await post_of(context).waiting(await answerer(context))
    if not waiting:
        return False
    await _wait_with(context, written(message))
    context.say(texts.which_question(waiting, today(context)), reply_to=message.message_id)
    return True


async def _wait_with(context: BotContext, words: Written) -> None:
    await states.enter(
        context,
        states.WHICH,
        content=words.content,
        message_id=words.message_id,
        is_text=words.is_text,
    )


async def _send_waiting_words(update: Update, context: BotContext, question: Question) -> None:
    """Send the words that this very screen asks about; later words have a screen of their own."""
    words = await _waiting_words(update, context)
    if await context.services.replies.was_sent(words, by=await answerer(context)):
        context.toast(texts.sent_already())
        return
    await states.leave(context, states.WHICH)
    await _answer_in_own_words(context, question, words)
    context.edit(update, texts.sent_to(await post_of(context).asker_name(question)))


async def _waiting_words(update: Update, context: BotContext) -> Written:
    original = _original_of(update)
    found = await states.current(context)
    if found is not None and found[0] == states.WHICH and found[1]["message_id"] == original.message_id:
        # As they were last changed.
        facts = found[1]
        return Written(content=facts["content"], message_id=facts["message_id"], is_text=facts["is_text"])
    return written(original)


def _original_of(update: Update) -> Message:
    original = original_of(update)
    if original is None:
        raise ButtonOld
    return original


async def _ask_the_bot(update: Update, context: BotContext) -> None:
    """It was for no newcomer: the bot answers it, as it would with no question open."""
    from bot.handlers import answers  # which comes by `questions` to this module

    original = _original_of(update)
    await states.leave(context, states.WHICH)
    if update.effective_message is not None:
        context.turn.delete(context.account.chat_id, update.effective_message.message_id)
    await answers.respond(context, original)


# The list.


async def show_list(update: Update, context: BotContext) -> None:
    """Show the open questions, oldest first."""
    by = await answerer(context)
    if by.begeleider_id is None and not by.is_team:
        raise NotYours
    waiting = await post_of(context).waiting(by)
    context.say(texts.waiting_list(waiting, 0, today(context)))


async def _turn_page(update: Update, context: BotContext, page: int) -> None:
    waiting = await post_of(context).waiting(await answerer(context))
    context.edit(update, texts.waiting_list(waiting, page, today(context)))
