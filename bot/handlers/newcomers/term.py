"""What a newcomer tells by tapping: what got in the way, that they stop, that they work.

Everything that is ticked or answered stands in the buttons; nothing is kept before it is sent.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.dossier import Dossier
from bot.domain.errors import ButtonOld, NoReader
from bot.domain.ids import NewcomerId
from bot.domain.question import Part, Question
from bot.domain.reader import Reader
from bot.domain.told import WorkCheck, obstacles_of, pack_obstacles, pack_work
from bot.handlers import answers, questions, screens, states
from bot.handlers.newcomers.telling import asks_consent, named, screen_id, speak_for
from bot.handlers.posting import post_of, written
from bot.handlers.pressed import original_of, pressed
from bot.services.questions import Sent
from bot.texts import answers as answer_texts
from bot.texts import questions as question_texts
from bot.texts import term as texts
from bot.texts.buttons import Press
from bot.texts.message import Message
from bot.texts.speaker import Speaker

IF_NOT_DONE, IF_STOPPED = "niet-behaald-sanctie", "rechthebbende-voltooien"
"""What the source says, to who is obliged, and to who is entitled: they never read a word about fines."""


async def press(update: Update, context: BotContext) -> None:
    """Do what a button of these conversations says."""
    button = pressed(update)
    handler = _PRESSES.get(button.word(0))
    if handler is None:
        raise ButtonOld
    await handler(update, context, button)


# What got in the way.


async def _obstacle(update: Update, context: BotContext, button: Press) -> None:
    await speak_for(context, button, 1)
    await _show_ticks(update, context, 0)


async def _tick(update: Update, context: BotContext, button: Press) -> None:
    await speak_for(context, button, 2)
    await states.leave(context, states.TELLING)
    await _show_ticks(update, context, button.number(1))


async def _show_ticks(update: Update, context: BotContext, mask: int) -> None:
    dossier = await context.services.dossiers.own(context.account)
    reader = await _reader(update, context)
    if reader is not None:
        consent = asks_consent(context)
        screen = texts.choose_obstacles(context.speaker, dossier.id, mask, reader, asks_consent=consent)
        await screens.show(update, context, named(context, dossier, screen))


async def _reader(update: Update, context: BotContext) -> Reader | None:
    """Who would read it; it is said plainly when nobody can be reached."""
    reader = await context.services.answers.reader(context.account)
    if reader is None:
        name = await context.services.readers.begeleider_name(context.account)
        await screens.show(update, context, question_texts.nobody(context.speaker, name))
    return reader


async def _own_words(update: Update, context: BotContext, button: Press) -> None:
    await speak_for(context, button, 2)
    dossier, mask = await context.services.dossiers.own(context.account), button.number(1)
    await states.enter(context, states.TELLING, mask=mask, newcomer=dossier.id)
    screen = texts.tell_it(context.speaker, dossier.id, mask)
    await screens.show(update, context, named(context, dossier, screen))


async def _send_obstacles(update: Update, context: BotContext, button: Press) -> None:
    obstacles, original = obstacles_of(button.number(1)), original_of(update)
    if not obstacles and original is None:
        context.toast(texts.tick_something(context.speaker), is_alert=True)
        return
    await speak_for(context, button, 2)
    await context.services.dossiers.own(context.account)
    sent = context.services.term.tell(
        context.account,
        Part.OBSTACLE,
        pack_obstacles(obstacles),
        screen_id=screen_id(update),
        own=written(original) if original else None,
    )
    await _send(update, context, sent, question_texts.sent)


async def _drop(update: Update, context: BotContext, button: Press) -> None:
    await states.leave(context, states.TELLING)
    context.edit(update, question_texts.not_sent(context.speaker))


async def _send(
    update: Update,
    context: BotContext,
    sending: Awaitable[Sent],
    said: Callable[[Speaker, Question, Reader], Message],
) -> None:
    """Bring what was told to its reader, and say to whom it went; a second tap does nothing."""
    try:
        sent = await sending
    except NoReader:
        name = await context.services.readers.begeleider_name(context.account)
        context.edit(update, question_texts.nobody(context.speaker, name))
        return
    if not sent.is_new:
        context.toast(question_texts.sent_already(context.speaker))
        return
    await post_of(context).bring(sent.question, sent.reader, new_parts=sent.question.parts)
    screen = said(context.speaker, sent.question, sent.reader)
    await questions.show_about(context, screen, sent.question, edit=update)


# What the source says.


async def _explain(update: Update, context: BotContext, button: Press) -> None:
    """To the obliged what happens when the hours are not done; to the entitled what finishing means."""
    await speak_for(context, button, 1)
    dossier = await context.services.dossiers.own(context.account)
    contract = dossier.newcomer.contract
    if contract is None:
        await screens.show(update, context, texts.ask_your_begeleider(context.speaker, dossier.id))
        return
    entry_id = IF_NOT_DONE if contract.is_obliged else IF_STOPPED
    await context.services.answers.check(post_of(context).resources.entry(entry_id).id)
    view = await answers.first_view(context, entry_id)
    message = answer_texts.answer(context.speaker, view)
    tell = texts.tell_what_was_hard(context.speaker, dossier.id)
    text = message.text if contract.is_obliged else answer_texts.with_question(context.speaker, view)
    context.say(replace(message, text=text, buttons=(*message.buttons, (tell,))))


async def _stop(update: Update, context: BotContext, button: Press) -> None:
    """An entitled newcomer reads what stopping means; the next tap tells the begeleider."""
    await speak_for(context, button, 1)
    dossier = await context.services.dossiers.own(context.account)
    _check_entitled(dossier)
    reader = await _reader(update, context)
    if reader is None:
        return
    await context.services.answers.check(post_of(context).resources.entry(IF_STOPPED).id)
    view = replace(await answers.first_view(context, IF_STOPPED), is_full=True)
    explanation = answer_texts.with_question(context.speaker, view)
    consent = asks_consent(context)
    screen = texts.stop(context.speaker, dossier.id, explanation, reader, asks_consent=consent)
    await screens.show(update, context, named(context, dossier, screen))


def _check_entitled(dossier: Dossier) -> None:
    contract = dossier.newcomer.contract
    if contract is None or contract.is_obliged:
        raise ButtonOld


async def _stopped(update: Update, context: BotContext, button: Press) -> None:
    await speak_for(context, button, 1)
    dossier = await context.services.dossiers.own(context.account)
    sent = context.services.term.ask_to_stop(dossier, context.account, screen_id=screen_id(update))
    await _send(update, context, sent, question_texts.sent)


async def _stay(update: Update, context: BotContext, button: Press) -> None:
    await speak_for(context, button, 1)
    context.edit(update, texts.stays(context.speaker, _who_speaks(context)))


# The check about work.


async def _work(update: Update, context: BotContext, button: Press) -> None:
    """Begin the check below whatever offered it, which stays to be read."""
    await speak_for(context, button, 1)
    context.say(texts.how_do_you_work(context.speaker, _who_speaks(context)))


async def _check(update: Update, context: BotContext, button: Press) -> None:
    check = _answers(button)
    await speak_for(context, button, 2)
    speaker, who = context.speaker, _who_speaks(context)
    if check.job is None:
        screen = texts.how_do_you_work(speaker, who)
    elif check.next is not None:
        screen = texts.ask_about_work(speaker, who, check, check.next)
    else:
        reader = await context.services.answers.reader(context.account)
        screen = texts.what_to_show(speaker, who, check, reader, asks_consent=asks_consent(context))
    await screens.show(update, context, screen)


def _who_speaks(context: BotContext) -> NewcomerId | None:
    """None for a guest, who may do the check as well."""
    return context.services.dossiers.speaker(context.account)


def _answers(button: Press) -> WorkCheck:
    letters = button.word(1)
    try:
        return WorkCheck() if letters == texts.START else WorkCheck.unpack(letters)
    except ValueError:
        raise ButtonOld from None


async def _worked(update: Update, context: BotContext, button: Press) -> None:
    check = _answers(button)
    if not check.is_over:
        raise ButtonOld
    await speak_for(context, button, 2)
    sent = context.services.term.tell(
        context.account, Part.WORK, pack_work(check), screen_id=screen_id(update)
    )
    await _send(update, context, sent, texts.answers_sent)


_PRESSES: Mapping[str, Callable[[Update, BotContext, Press], Awaitable[None]]] = {
    "obstacle": _obstacle,
    "tick": _tick,
    "own": _own_words,
    "send": _send_obstacles,
    "drop": _drop,
    "explain": _explain,
    "stop": _stop,
    "stopped": _stopped,
    "stay": _stay,
    "work": _work,
    "check": _check,
    "worked": _worked,
}
