"""Choosing a fixed sentence and filling in its places, one by one, for one question.

How far a sentence is, stands with the question: several questions never cross, and in the team's chat
anybody may go on. Screens change in place after a press, and come below after typed words.
"""

import datetime as dt

from telegram import Message as Received
from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.errors import ButtonOld
from bot.domain.fixed_sentence import SENTENCES, Filling, Group
from bot.domain.languages import spoken_for
from bot.domain.question import Part, Question
from bot.domain.slot import Slot, read_slot
from bot.handlers import states
from bot.handlers.posting import card_name, post_of, subject
from bot.handlers.pressed import pressed
from bot.services.questions import Written
from bot.texts import begeleider as begeleider_texts
from bot.texts import filling as texts
from bot.texts import sentences as sentence_texts
from bot.texts.buttons import Press
from bot.texts.cards import language_name
from bot.texts.dutch import dutch_speaker
from bot.texts.filling import ForQuestion
from bot.texts.message import Message


async def press(update: Update, context: BotContext) -> None:
    """Do what a button of a fixed sentence says; who may press is checked with the question."""
    button = pressed(update)
    replies = context.services.replies
    question = await replies.for_answering(button.number(1), by=await replies.answerer(context.account))
    match button.word(0):
        case "groups":
            await replies.set_filling(question, None)
            await states.leave(context, states.FILLING)
            asker = await post_of(context).asker_name(question)
            context.edit(update, texts.choose_group(ForQuestion(question), asker))
        case "group":
            context.edit(update, texts.choose_sentence(ForQuestion(question), button.one_of(2, Group)))
        case "pick":
            await _pick(update, context, question, button.word(2))
        case "value":
            await _take_tapped(update, context, question, button)
        case "fix":
            await _fix(update, context, question)
        case "slot":
            filling = await _filling(context, question)
            await _go_on(context, question, filling.without(button.one_of(2, Slot)), edit=update)
        case "send":
            await _send(update, context, question, button.word(2))
        case _:
            raise ButtonOld


async def _filling(context: BotContext, question: Question) -> Filling:
    """How far the sentence is.

    Raises:
        ButtonOld: None is being filled in any more.
    """
    packed = await context.services.replies.filling(question)
    if packed is None:
        raise ButtonOld
    return Filling.unpack(packed)


async def _pick(update: Update, context: BotContext, question: Question, sentence_id: str) -> None:
    if sentence_id not in SENTENCES:
        raise ButtonOld
    await _go_on(context, question, Filling(SENTENCES[sentence_id]), edit=update)


async def _take_tapped(update: Update, context: BotContext, question: Question, button: Press) -> None:
    filling = await _filling(context, question)
    slot, value = button.one_of(2, Slot), button.word(3)
    if slot is Slot.TIME:
        value = f"{value[:2]}:{value[2:]}"
    read = read_slot(slot, value, _today(context))
    if slot is not filling.next_slot or read is None:
        raise ButtonOld
    await _go_on(context, question, filling.with_value(slot, read), edit=update)


async def take_typed(context: BotContext, message: Received, question_id: int) -> bool:
    """Take typed words as the value that is asked for; False when none is."""
    replies = context.services.replies
    question = await replies.for_answering(question_id, by=await replies.answerer(context.account))
    packed = await replies.filling(question)
    filling = Filling.unpack(packed) if packed else None
    slot = filling.next_slot if filling else None
    if filling is None or slot is None or message.text is None:
        return False
    read = read_slot(slot, message.text, _today(context))
    if read is None:
        screen = texts.ask_for(ForQuestion(question), filling, slot, _today(context), again=True)
        await _show_below(context, question, filling, screen, message)
    else:
        await _go_on_below(context, question, filling.with_value(slot, read), message)
    return True


async def _go_on(context: BotContext, question: Question, filling: Filling, *, edit: Update) -> None:
    """Ask for the next value, or show the whole sentence, in place of the pressed screen."""
    context.edit(edit, await _next_screen(context, question, filling))
    await _be_at(context, question, filling, await post_of(context).name_of_screen(edit))


async def _go_on_below(context: BotContext, question: Question, filling: Filling, typed: Received) -> None:
    """The same below what was typed."""
    screen = await _next_screen(context, question, filling)
    await _show_below(context, question, filling, screen, typed)


async def _next_screen(context: BotContext, question: Question, filling: Filling) -> Message:
    await context.services.replies.set_filling(question, filling.pack())
    slot = filling.next_slot
    if slot is None:
        return await _preview(context, question, filling)
    return texts.ask_for(ForQuestion(question), filling, slot, _today(context))


async def _show_below(
    context: BotContext, question: Question, filling: Filling, screen: Message, typed: Received
) -> None:
    """Show a screen below typed words; the one that asked for them has done its work."""
    name = f"filling:{question.id}:{typed.message_id}"
    context.say(screen, about=subject(question), name=name)
    found = await states.current(context)
    place = found[1].get("place") if found and found[0] == states.FILLING else None
    if place is None or place == card_name(question):
        await post_of(context).refresh(question, at=context.account.chat_id)
    else:
        context.turn.edit(context.account.chat_id, texts.went_on(filling), name=place)
    await _be_at(context, question, filling, name)


async def _be_at(context: BotContext, question: Question, filling: Filling, place: str | None) -> None:
    """Remember which screen asks, or that nothing is asked any more."""
    if filling.next_slot is None:
        await states.leave(context, states.FILLING)
    else:
        await states.enter(context, states.FILLING, question_id=question.id, place=place)


async def _preview(context: BotContext, question: Question, filling: Filling) -> Message:
    asker = await context.services.readers.asker(question)
    name = await context.services.readers.asker_name(question)
    return texts.preview(ForQuestion(question), filling, name, language_name(spoken_for(asker.language)))


async def _fix(update: Update, context: BotContext, question: Question) -> None:
    filling = await _filling(context, question)
    if len(filling.sentence.slots) == 1:
        await _go_on(context, question, filling.without(filling.sentence.slots[0]), edit=update)
    elif filling.next_slot is None:
        context.edit(update, texts.choose_slot(ForQuestion(question), filling))
    else:
        raise ButtonOld


async def _send(update: Update, context: BotContext, question: Question, sentence_id: str) -> None:
    packed = await context.services.replies.filling(question)
    filling = Filling.unpack(packed) if packed else None
    if filling is None or filling.sentence.id != sentence_id or filling.next_slot is not None:
        context.toast(texts.nothing_to_send(), is_alert=True)
        return
    replies = context.services.replies
    words = Written(content=filling.pack(), message_id=None, is_text=True)
    answered = await replies.answer(
        question.id, Part.ANSWER_SENTENCE, words, by=await replies.answerer(context.account)
    )
    await _show_sent(update, context, answered.question, filling)
    context.toast(begeleider_texts.sent())
    await post_of(context).deliver(answered.question, answered.part, from_chat=context.account.chat_id)


async def _show_sent(update: Update, context: BotContext, question: Question, filling: Filling) -> None:
    """The card again where it was pressed; a preview further down says what went out."""
    post = post_of(context)
    if await post.is_card(update, question):
        context.edit(update, await post.card(question))
        return
    asker = await post.asker_name(question)
    context.edit(update, texts.sent(asker, sentence_texts.sentence(dutch_speaker(), filling)))
    await post.refresh(question)


def _today(context: BotContext) -> dt.date:
    return context.turn.now.astimezone(context.services.surroundings.zone).date()
