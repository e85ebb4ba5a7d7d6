"""What a begeleider types for a letter; apart, so that the questions can ask it first."""

from telegram import Message as Received

from bot.delivery.context import BotContext
from bot.domain.dossier import Dossier
from bot.domain.errors import NotAllowed
from bot.domain.fixed_sentence import Filling
from bot.domain.ids import EntryId
from bot.domain.languages import spoken_for
from bot.domain.slot import read_slot
from bot.handlers import states
from bot.handlers.resources import resources_of
from bot.texts import filling as filling_texts
from bot.texts import letter_writing as texts
from bot.texts.cards import language_name
from bot.texts.letter_writing import ForLetter
from bot.texts.message import Message

OWN, FAQ, SENTENCE = "own", "faq", "sentence"
"""How the letter is written: the fact `how` of the state."""


async def take(context: BotContext, message: Received, newcomer_id: int, how: str) -> bool:
    """Take a message for a letter; False when it is for something else after all."""
    try:
        dossier = await context.services.dossiers.guided(newcomer_id, by=context.account)
    except NotAllowed:
        # Somebody else guides this person meanwhile.
        await states.leave(context, states.LETTER)
        return False
    if how == OWN:
        await states.leave(context, states.LETTER)
        context.say(texts.confirm(dossier.newcomer), reply_to=message.message_id)
        return True
    if message.text is None:
        return False
    if how == FAQ:
        await _search(context, dossier)
        return True
    return await _fill(context, dossier, message.text)


async def _search(context: BotContext, dossier: Dossier) -> None:
    """The nearest answers; the state stays, so that typing again searches again."""
    nearest = context.understanding.nearest if context.understanding else ()
    off = await context.services.answers.withheld(nearest, (dossier.id,))
    known = resources_of(context).entries
    found = [known[EntryId(label)] for label in nearest if label in known and label not in off]
    newcomer = dossier.newcomer
    context.say(texts.choose_entry(newcomer, found) if found else texts.search_it(newcomer, again=True))


async def _fill(context: BotContext, dossier: Dossier, text: str) -> bool:
    filling = await current(context, dossier)
    slot = filling.next_slot if filling else None
    if filling is None or slot is None:
        return False
    value = read_slot(slot, text, dossier.today)
    if value is None:
        place = ForLetter(dossier.newcomer)
        context.say(filling_texts.ask_for(place, filling, slot, dossier.today, again=True))
    else:
        context.say(await next_screen(context, dossier, filling.with_value(slot, value)))
    return True


async def current(context: BotContext, dossier: Dossier) -> Filling | None:
    """How far a fixed sentence to this newcomer is; None when none is being filled in."""
    found = await states.current(context)
    if found is None or found[0] != states.LETTER or found[1]["newcomer_id"] != dossier.id:
        return None
    packed = found[1].get("filling")
    return Filling.unpack(packed) if packed else None


async def next_screen(context: BotContext, dossier: Dossier, filling: Filling) -> Message:
    """Keep how far the sentence is; ask for the next value, or show it whole."""
    await states.enter(context, states.LETTER, newcomer_id=dossier.id, how=SENTENCE, filling=filling.pack())
    place = ForLetter(dossier.newcomer)
    if filling.next_slot is not None:
        return filling_texts.ask_for(place, filling, filling.next_slot, dossier.today)
    return filling_texts.preview(place, filling, dossier.newcomer.name, await _language(context, dossier))


async def _language(context: BotContext, dossier: Dossier) -> str:
    """The Dutch name of what the newcomer's phones speak."""
    phones = await context.services.phones.reachable(dossier.id)
    return " of ".join(sorted({language_name(spoken_for(phone.language)) for phone in phones}))
