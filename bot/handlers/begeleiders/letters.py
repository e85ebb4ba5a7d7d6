"""Letters: a begeleider writes to one of their people without being asked; the newcomer may answer."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.dossier import Dossier
from bot.domain.errors import ButtonOld
from bot.domain.fixed_sentence import SENTENCES, Filling, Group
from bot.domain.question import Part, Topic
from bot.domain.slot import Slot, read_slot
from bot.handlers import questions, states
from bot.handlers.begeleiders import letter_posting, letter_words
from bot.handlers.begeleiders.letter_words import FAQ, OWN
from bot.handlers.posting import written
from bot.handlers.pressed import original_of, pressed
from bot.handlers.resources import resources_of
from bot.services.questions import Written
from bot.texts import filling as filling_texts
from bot.texts import letter_writing as texts
from bot.texts import letters, replies
from bot.texts.buttons import Press
from bot.texts.letter_writing import ForLetter
from bot.texts.replies import Look

Handler = Callable[[Update, BotContext, Press, Dossier], Awaitable[None]]


# The begeleider writes.


async def write(update: Update, context: BotContext, button: Press) -> None:
    """Do what a button about writing to a newcomer says; the word after their id says what."""
    dossier = await context.services.dossiers.guided(button.number(1), by=context.account)
    handler = _how if len(button.parts) < 3 else _WRITES.get(button.word(2))
    if handler is None:
        raise ButtonOld
    await handler(update, context, button, dossier)


async def _how(update: Update, context: BotContext, _: Press, dossier: Dossier) -> None:
    await states.leave(context, states.LETTER)
    phones = await context.services.phones.reachable(dossier.id)
    context.edit(update, texts.how(dossier.newcomer, len(phones)))


async def _own_words(update: Update, context: BotContext, _: Press, dossier: Dossier) -> None:
    await states.enter(context, states.LETTER, newcomer_id=dossier.id, how=OWN)
    context.edit(update, texts.write_it(dossier.newcomer))


async def _from_faq(update: Update, context: BotContext, _: Press, dossier: Dossier) -> None:
    await states.enter(context, states.LETTER, newcomer_id=dossier.id, how=FAQ)
    context.edit(update, texts.search_it(dossier.newcomer))


async def _preview_entry(update: Update, context: BotContext, button: Press, dossier: Dossier) -> None:
    entry = resources_of(context).entry(button.word(3))
    await context.services.answers.check(entry.id, whom=(dossier.id,))
    context.edit(update, texts.preview_entry(dossier.newcomer, entry))


async def _no(update: Update, context: BotContext, _: Press, dossier: Dossier) -> None:
    context.edit(update, texts.not_sent(dossier.newcomer))


async def _send_entry(update: Update, context: BotContext, button: Press, dossier: Dossier) -> None:
    entry = resources_of(context).entry(button.word(3))
    await context.services.answers.check(entry.id, whom=(dossier.id,))
    words = Written(content=entry.id, message_id=None, is_text=True)
    await _send(update, context, dossier, Part.ANSWER_ENTRY, words)


async def _send_own(update: Update, context: BotContext, _: Press, dossier: Dossier) -> None:
    """Send the message that this very screen asks about."""
    original = original_of(update)
    if original is None:
        raise ButtonOld
    await _send(update, context, dossier, Part.ANSWER_OWN_WORDS, written(original))


async def _send(update: Update, context: BotContext, dossier: Dossier, part: Part, words: Written) -> None:
    """Send it once; a message below says whether it arrives."""
    await states.leave(context, states.LETTER)
    letter, is_new = await context.services.letters.write(dossier, part, words)
    if not is_new:
        context.toast(texts.sent_already())
        return
    if update.effective_message is not None:
        context.turn.delete(context.account.chat_id, update.effective_message.message_id)
    await letter_posting.deliver(
        context.turn, resources_of(context), letter, from_chat=context.account.chat_id
    )


# A fixed sentence.


async def _groups(update: Update, context: BotContext, _: Press, dossier: Dossier) -> None:
    await states.leave(context, states.LETTER)
    newcomer = dossier.newcomer
    context.edit(update, filling_texts.choose_group(ForLetter(newcomer), newcomer.name))


async def _group(update: Update, context: BotContext, button: Press, dossier: Dossier) -> None:
    group = button.one_of(3, Group)
    context.edit(update, filling_texts.choose_sentence(ForLetter(dossier.newcomer), group))


async def _pick(update: Update, context: BotContext, button: Press, dossier: Dossier) -> None:
    if button.word(3) not in SENTENCES:
        raise ButtonOld
    await _go_on(update, context, dossier, Filling(SENTENCES[button.word(3)]))


async def _value(update: Update, context: BotContext, button: Press, dossier: Dossier) -> None:
    filling = await _filling(context, dossier)
    slot, value = button.one_of(3, Slot), button.word(4)
    if slot is Slot.TIME:
        value = f"{value[:2]}:{value[2:]}"
    read = read_slot(slot, value, dossier.today)
    if slot is not filling.next_slot or read is None:
        raise ButtonOld
    await _go_on(update, context, dossier, filling.with_value(slot, read))


async def _fix(update: Update, context: BotContext, _: Press, dossier: Dossier) -> None:
    filling = await _filling(context, dossier)
    if filling.next_slot is not None:
        raise ButtonOld
    if len(filling.sentence.slots) == 1:
        await _go_on(update, context, dossier, filling.without(filling.sentence.slots[0]))
    else:
        context.edit(update, filling_texts.choose_slot(ForLetter(dossier.newcomer), filling))


async def _slot(update: Update, context: BotContext, button: Press, dossier: Dossier) -> None:
    filling = await _filling(context, dossier)
    await _go_on(update, context, dossier, filling.without(button.one_of(3, Slot)))


async def _send_sentence(update: Update, context: BotContext, button: Press, dossier: Dossier) -> None:
    filling = await letter_words.current(context, dossier)
    if filling is None or filling.sentence.id != button.word(3) or filling.next_slot is not None:
        context.toast(texts.sent_already(), is_alert=True)
        return
    words = Written(content=filling.pack(), message_id=None, is_text=True)
    await _send(update, context, dossier, Part.ANSWER_SENTENCE, words)


async def _filling(context: BotContext, dossier: Dossier) -> Filling:
    filling = await letter_words.current(context, dossier)
    if filling is None:
        raise ButtonOld
    return filling


async def _go_on(update: Update, context: BotContext, dossier: Dossier, filling: Filling) -> None:
    context.edit(update, await letter_words.next_screen(context, dossier, filling))


_WRITES: Mapping[str, Handler] = {
    "own": _own_words,
    "faq": _from_faq,
    "entry": _preview_entry,
    "sendentry": _send_entry,
    "sendown": _send_own,
    "no": _no,
    "groups": _groups,
    "group": _group,
    "pick": _pick,
    "value": _value,
    "fix": _fix,
    "slot": _slot,
    "send": _send_sentence,
}


# The newcomer reads.


async def press(update: Update, context: BotContext) -> None:
    """Look at a letter another way, or answer it."""
    button = pressed(update)
    letter = await context.services.letters.read_by(context.account, button.number(1))
    match button.word(0):
        case "see":
            shown = await letter_posting.given(
                context.turn, resources_of(context), letter, button.one_of(2, Look)
            )
            if shown.entry is not None:
                await context.services.answers.check(shown.entry.id, whom=(letter.newcomer_id,))
            is_draft = shown.draft_always and replies.is_draft(context.speaker, shown)
            shown = replace(shown, tells_draft=is_draft)
            context.edit(update, letters.letter(context.speaker, shown))
        case "answer":
            await letter_posting.speak_for_reader(context, letter)
            await questions.begin(context, text=None, message_id=None, is_text=True, topic=Topic.OTHER)
        case _:
            raise ButtonOld
