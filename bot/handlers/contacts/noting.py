"""A contact notes hours before the newcomer does: who, which day, how long."""

import datetime as dt

from telegram import Message, Update

from bot.delivery.context import BotContext
from bot.domain.contact import Contact, Folk
from bot.domain.contact_words import Surface
from bot.domain.errors import ButtonOld
from bot.handlers import screens, states
from bot.handlers.contact_news import hear
from bot.handlers.contacts import own
from bot.handlers.newcomers import typed_hours
from bot.handlers.newcomers.typed_hours import typed_day, typed_minutes
from bot.texts import contact_confirming
from bot.texts import contact_noting as texts
from bot.texts.buttons import Press
from bot.texts.message import Message as Said

DAY, LONG = "day", "long"
"""The next text is the day, or how long."""


async def open_who(update: Update, context: BotContext) -> None:
    """Whose hours, below."""
    context.say(texts.who(context.speaker, await own.theirs(context), 0))


async def show_who(update: Update, context: BotContext, button: Press) -> None:
    """Whose hours, in place of the screen."""
    page = button.number(1) if len(button.parts) > 1 else 0
    await screens.show(update, context, texts.who(context.speaker, await own.theirs(context), page))


async def ask_day(update: Update, context: BotContext, button: Press) -> None:
    """On which day; it may be typed from here on."""
    contact, folk = await own.folk(context, button.number(1), button.number(2))
    await states.enter(context, states.CONTACT, asks=DAY, contact=contact.id, bewijs=folk.bewijs_id)
    today = context.services.dossiers.today
    await screens.show(update, context, texts.day(context.speaker, folk, contact.id, today))


async def ask_how_long(update: Update, context: BotContext, button: Press) -> None:
    """How long; it may be typed from here on."""
    contact, folk = await own.folk(context, button.number(1), button.number(2))
    screen = await _how_long(context, contact, folk, _day(button.number(3)))
    await screens.show(update, context, screen)


async def _how_long(context: BotContext, contact: Contact, folk: Folk, day: dt.date) -> Said:
    facts = {"contact": contact.id, "bewijs": folk.bewijs_id, "day": day.toordinal()}
    await states.enter(context, states.CONTACT, asks=LONG, **facts)
    return texts.how_long(context.speaker, folk, contact.id, day, context.services.dossiers.today)


def _day(ordinal: int) -> dt.date:
    try:
        return dt.date.fromordinal(ordinal)
    except (ValueError, OverflowError):
        raise ButtonOld from None


async def note(update: Update, context: BotContext, button: Press) -> None:
    """Note it."""
    contact = await own.contact(context, button.number(1))
    screen = await _note(context, contact, button.number(2), _day(button.number(3)), button.number(4))
    await screens.show(update, context, screen)


async def _note(context: BotContext, contact: Contact, bewijs_id: int, day: dt.date, minutes: int) -> Said:
    line, happened = await context.services.confirming.note(
        contact, bewijs_id, day, minutes, surface=Surface.TELEGRAM
    )
    await states.leave(context, states.CONTACT)
    await hear(context.turn, happened)
    speaker, today = context.speaker, context.services.dossiers.today
    wrong = contact_confirming.put_right(speaker, contact, line)
    return Said(text=texts.noted(speaker, line, today), buttons=(wrong, *texts.to_list(speaker)))


async def take_day(context: BotContext, message: Message, facts: dict[str, int]) -> bool:
    """The day was typed; False for a question.

    Raises:
        DayInFuture, DayTooLongAgo, NotYours: It cannot be.
    """
    day = typed_day(context, message)
    if day is None:
        return await _not_understood(context, message)
    contact, folk = await own.folk(context, facts["contact"], facts["bewijs"])
    context.say(await _how_long(context, contact, folk, day))
    return True


async def take_how_long(context: BotContext, message: Message, facts: dict[str, int]) -> bool:
    """The amount was typed; False for a question.

    Raises:
        HoursRefused, NotYours: It cannot be.
    """
    minutes = typed_minutes(context, message)
    if minutes is None:
        return await _not_understood(context, message)
    contact = await own.contact(context, facts["contact"])
    context.say(await _note(context, contact, facts["bewijs"], _day(facts["day"]), minutes))
    return True


async def _not_understood(context: BotContext, message: Message) -> bool:
    if typed_hours.has_question_mark(message):
        await states.leave(context, states.CONTACT)
        return False
    context.say(texts.not_understood(context.speaker))
    return True
