"""A contact's settings: the day of the list, another contact, the own page, who is not theirs, stopping."""

from typing import Any

from telegram import Message, Update

from bot.delivery.context import BotContext
from bot.domain.contact import NAME_LENGTH, Contact
from bot.domain.errors import ButtonOld, NotYours
from bot.domain.ids import NewcomerId
from bot.handlers import screens, states
from bot.handlers.contact_news import hear
from bot.handlers.contacts import own
from bot.handlers.resources import resources_of
from bot.services.hour_claims import tidy
from bot.texts import contact_settings as texts
from bot.texts.buttons import Press
from bot.texts.contact_links import page_link, telegram_link
from bot.texts.message import Message as Said

OTHER = "other"
"""The next text is the name of another contact."""


async def open_settings(update: Update, context: BotContext) -> None:
    """The settings, below; for whoever is a contact twice, of which organisation first."""
    theirs = await own.contacts(context)
    if len(theirs) > 1:
        context.say(texts.which(context.speaker, theirs))
    else:
        context.say(await _settings(context, theirs[0]))


async def show_all(update: Update, context: BotContext, button: Press) -> None:
    """The same by a button."""
    if not await own.contacts(context):
        raise NotYours
    await open_settings(update, context)


async def show(update: Update, context: BotContext, button: Press) -> None:
    """The settings of one organisation, in place of the screen."""
    contact = await own.contact(context, button.number(1))
    await states.leave(context, states.CONTACT)
    await screens.show(update, context, await _settings(context, contact))


async def _settings(context: BotContext, contact: Contact) -> Said:
    thanking = context.services.thanking
    sums = await thanking.sums(contact, thanking.this_quarter)
    thanks = (sums.people, sums.minutes) if sums.people else None
    has_page = resources_of(context).public_url is not None
    return texts.settings(context.speaker, contact, has_page=has_page, thanks=thanks)


async def ask_when(update: Update, context: BotContext, button: Press) -> None:
    """On which day the list comes."""
    contact = await own.contact(context, button.number(1))
    await screens.show(update, context, texts.when(context.speaker, contact))


async def set_when(update: Update, context: BotContext, button: Press) -> None:
    """The list comes then from now on."""
    contact, day = await own.contact(context, button.number(1)), button.number(2)
    if day > texts.EACH_TIME:
        raise ButtonOld
    weekday = None if day == texts.EACH_TIME else day
    contact = await context.services.contact_care.set_day(contact, weekday)
    await screens.show(update, context, await _settings(context, contact))


# Somebody else confirms too.


async def ask_other(update: Update, context: BotContext, button: Press) -> None:
    """Who else."""
    contact = await own.contact(context, button.number(1))
    await states.enter(context, states.CONTACT, asks=OTHER, contact=contact.id)
    await screens.show(update, context, texts.ask_name(context.speaker, contact))


async def take_other(context: BotContext, message: Message, facts: dict[str, Any]) -> bool:
    """The name was typed: a link to pass on.

    Raises:
        ContactUnchecked, ContactStopped, NotYours: They may not vouch for anybody.
    """
    name = tidy((message.text or "")[:NAME_LENGTH])
    if not name:
        return False
    contact = await own.contact(context, facts["contact"])
    link, happened = await context.services.contact_care.name_other(contact, name)
    await states.leave(context, states.CONTACT)
    await hear(context.turn, happened)
    token, resources = context.services.contact_links.token(link), resources_of(context)
    if resources.public_url is None:
        url = telegram_link(resources.bot_username, token)
    else:
        url = page_link(resources.public_url, token)
    context.say(texts.link_for(context.speaker, contact, link, url))
    return True


# The own page.


async def show_page(update: Update, context: BotContext, button: Press) -> None:
    """The link to the own page."""
    contact = await own.contact(context, button.number(1))
    await screens.show(update, context, _page(context, contact))


async def withdraw_page(update: Update, context: BotContext, button: Press) -> None:
    """The old link opens nothing any more."""
    contact = await own.contact(context, button.number(1))
    contact = await context.services.contact_care.withdraw_page(contact)
    context.toast(texts.withdrawn(context.speaker))
    await screens.show(update, context, _page(context, contact))


def _page(context: BotContext, contact: Contact) -> Said:
    public_url = resources_of(context).public_url
    if public_url is None:
        raise ButtonOld
    token = context.services.contact_care.page_token(contact)
    return texts.page(context.speaker, contact, page_link(public_url, token))


# Who is not with them; stopping.


async def show_folk(update: Update, context: BotContext, button: Press) -> None:
    """Who of their people is not with them?"""
    contact = await own.contact(context, button.number(1))
    theirs = await context.services.confirming.folk(contact)
    await screens.show(update, context, texts.folk(context.speaker, contact, theirs))


async def ask_gone(update: Update, context: BotContext, button: Press) -> None:
    """Ask once more."""
    contact, newcomer_id = await own.contact(context, button.number(1)), button.number(2)
    theirs = await context.services.confirming.folk(contact)
    name = next((one.name for one in theirs if one.newcomer_id == newcomer_id), None)
    if name is None:
        raise NotYours
    screen = texts.is_gone(context.speaker, contact, NewcomerId(newcomer_id), name)
    await screens.show(update, context, screen)


async def say_gone(update: Update, context: BotContext, button: Press) -> None:
    """They see nothing of this person any more."""
    contact = await own.contact(context, button.number(1))
    happened = await context.services.contact_care.not_with_us(contact, button.number(2))
    await hear(context.turn, [happened])
    await screens.show(update, context, texts.gone(context.speaker, contact))


async def ask_stop(update: Update, context: BotContext, button: Press) -> None:
    """Ask once more."""
    contact = await own.contact(context, button.number(1))
    await screens.show(update, context, texts.stop(context.speaker, contact))


async def stop(update: Update, context: BotContext, button: Press) -> None:
    """They stop; without any organisation left, the buttons of anybody else come."""
    contact = await own.contact(context, button.number(1))
    was_only_contact = await own.is_only_contact(context)
    await hear(context.turn, await context.services.contact_care.stop(contact))
    is_last = not await own.contacts(context)
    await screens.show(update, context, texts.stopped(context.speaker, is_last=is_last))
    if is_last and was_only_contact:
        context.say(texts.other_menu(context.speaker))
