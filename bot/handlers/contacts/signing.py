"""A contact signs confirmed hours with a tap, under their own or another name, or says why not."""

from typing import Any

from telegram import Message, Update

from bot.delivery.context import BotContext
from bot.domain.contact import NAME_LENGTH, Contact, Folk
from bot.domain.contact_words import Surface
from bot.domain.errors import ButtonOld, HoursChanged, NothingToSign
from bot.domain.paper import NoSignBecause
from bot.handlers import screens, states
from bot.handlers.contact_news import hear
from bot.handlers.contacts import own
from bot.services.hour_claims import tidy
from bot.texts import contact_signing as texts
from bot.texts.buttons import Press
from bot.texts.message import Message as Said

NAME, WHY = "name", "why"
"""The next text is the name they sign with, or goes with the reason."""


async def open_who(update: Update, context: BotContext) -> None:
    """For whom, below."""
    context.say(texts.who(context.speaker, await own.theirs(context)))


async def show_who(update: Update, context: BotContext, button: Press) -> None:
    """For whom, in place of the screen."""
    await screens.show(update, context, texts.who(context.speaker, await own.theirs(context)))


async def look(update: Update, context: BotContext, button: Press) -> None:
    """What they would sign."""
    contact, folk = await own.folk(context, button.number(1), button.number(2))
    await states.leave(context, states.CONTACT)
    await screens.show(update, context, await _look(context, contact, folk))


async def _look(context: BotContext, contact: Contact, folk: Folk, name: str | None = None) -> Said:
    rows = await context.services.signing.to_sign(contact, folk.bewijs_id)
    if not rows:
        return texts.nothing(context.speaker)
    return texts.look(context.speaker, contact, folk, rows, name=name)


async def sign(update: Update, context: BotContext, button: Press) -> None:
    """Sign what was on the screen, under the name on the button.

    Raises:
        NothingToSign: It is signed already.
    """
    contact, folk = await own.folk(context, button.number(1), button.number(2))
    name = await _name(context, contact, folk, button.word(3))
    rows = await context.services.signing.to_sign(contact, folk.bewijs_id)
    if not rows:
        raise NothingToSign
    if texts.mark_of(rows) != button.word(4):
        raise HoursChanged
    seen = frozenset(row.attendance_id for row in rows)
    signature, happened = await context.services.signing.sign(
        contact, folk.bewijs_id, name=name, seen=seen, surface=Surface.TELEGRAM
    )
    await states.leave(context, states.CONTACT)
    await hear(context.turn, happened)
    await screens.show(update, context, texts.signed(context.speaker, signature))


async def _name(context: BotContext, contact: Contact, folk: Folk, how: str) -> str:
    if how == texts.OWN:
        return contact.name
    match await states.current(context):
        case (states.CONTACT, {"contact": contact.id, "bewijs": folk.bewijs_id, "name": str(name)}):
            return name
    raise ButtonOld


async def ask_name(update: Update, context: BotContext, button: Press) -> None:
    """Another name."""
    contact, folk = await own.folk(context, button.number(1), button.number(2))
    await states.enter(context, states.CONTACT, asks=NAME, contact=contact.id, bewijs=folk.bewijs_id)
    context.say(texts.ask_name(context.speaker))


async def take_name(context: BotContext, message: Message, facts: dict[str, Any]) -> bool:
    """The name was typed; the button below carries it."""
    name = tidy((message.text or "")[:NAME_LENGTH])
    if not name:
        return False
    contact, folk = await own.folk(context, facts["contact"], facts["bewijs"])
    await states.enter(
        context, states.CONTACT, asks=NAME, contact=contact.id, bewijs=folk.bewijs_id, name=name
    )
    context.say(await _look(context, contact, folk, name))
    return True


# Who does not sign.


async def ask_why(update: Update, context: BotContext, button: Press) -> None:
    """For which reason not."""
    contact, folk = await own.folk(context, button.number(1), button.number(2))
    await screens.show(update, context, texts.why_not(context.speaker, contact, folk))


async def ask_words(update: Update, context: BotContext, button: Press) -> None:
    """Own words may go with the reason."""
    contact, folk = await own.folk(context, button.number(1), button.number(2))
    because = button.one_of(3, NoSignBecause)
    facts = {"contact": contact.id, "bewijs": folk.bewijs_id, "because": because.value}
    await states.enter(context, states.CONTACT, asks=WHY, **facts)
    await screens.show(update, context, texts.any_words(context.speaker, contact, folk, because))


async def refuse(update: Update, context: BotContext, button: Press) -> None:
    """The reason alone goes to the begeleider."""
    contact, folk = await own.folk(context, button.number(1), button.number(2))
    said = await _refuse(context, contact, folk, button.one_of(3, NoSignBecause), None)
    await screens.show(update, context, said)


async def take_why(context: BotContext, message: Message, facts: dict[str, Any]) -> bool:
    """The reason with own words goes to the begeleider."""
    if not message.text:
        return False
    contact, folk = await own.folk(context, facts["contact"], facts["bewijs"])
    context.say(await _refuse(context, contact, folk, NoSignBecause(facts["because"]), message.text))
    return True


async def _refuse(
    context: BotContext, contact: Contact, folk: Folk, because: NoSignBecause, note: str | None
) -> Said:
    _, told = await context.services.signing.refuse(contact, folk.bewijs_id, because, note)
    await states.leave(context, states.CONTACT)
    await hear(context.turn, [told] if told is not None else [])
    return texts.refused(context.speaker, folk.name)
