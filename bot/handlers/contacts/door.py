"""A code at the door on a contact's phone, new every five minutes, and one on paper for today."""

from collections.abc import Sequence

from telegram import Update

from bot.delivery.context import BotContext
from bot.documents.qr import qr_png
from bot.domain.contact import Contact
from bot.domain.door import Door
from bot.domain.offer_kind import OfferKind
from bot.handlers import screens
from bot.handlers.contacts import own
from bot.handlers.resources import resources_of
from bot.texts import contact_joining
from bot.texts import contact_noting as texts
from bot.texts.buttons import Press
from bot.texts.contact_links import telegram_link
from bot.texts.message import Message as Said


async def open_door(update: Update, context: BotContext) -> None:
    """For which activity, below."""
    context.say(await _first(context))


async def show_door(update: Update, context: BotContext, button: Press) -> None:
    """For which activity, in place of the screen."""
    await screens.show(update, context, await _first(context))


async def _first(context: BotContext) -> Said:
    theirs = await own.contacts(context)
    checked = [one for one in theirs if one.may_confirm]
    if not checked:
        guides = await own.guides(context, theirs)
        return Said(text=contact_joining.waits(context.speaker, next(iter(guides), None)))
    found = await _kinds(context, checked)
    if len(found) == 1:
        return texts.door_takes(context.speaker, *found[0])
    return texts.kinds(context.speaker, found)


async def _kinds(context: BotContext, checked: Sequence[Contact]) -> list[tuple[Contact, OfferKind]]:
    """The kinds of their people; every kind for a contact whom nobody chose yet."""
    found = []
    for contact in checked:
        folk = await context.services.confirming.folk(contact)
        kinds = {one.kind for one in folk} or set(OfferKind)
        found += [(contact, kind) for kind in OfferKind if kind in kinds]
    return found


async def ask_minutes(update: Update, context: BotContext, button: Press) -> None:
    """How long it takes today."""
    contact, kind = await own.contact(context, button.number(1)), button.one_of(2, OfferKind)
    await screens.show(update, context, texts.door_takes(context.speaker, contact, kind))


async def show_code(update: Update, context: BotContext, button: Press) -> None:
    """The code of this moment, below: a picture cannot take the place of a text."""
    contact, door = await _open(context, button)
    picture = qr_png(_link(context, context.services.doors.code(door)))
    context.say(texts.code(context.speaker, contact, door.kind, door.minutes, picture))


async def show_paper(update: Update, context: BotContext, button: Press) -> None:
    """The code to be printed for today."""
    _, door = await _open(context, button)
    today = context.services.dossiers.today
    picture = qr_png(_link(context, context.services.doors.printed(door, today)))
    context.say(texts.paper(context.speaker, door.kind, door.minutes, today, picture))


async def _open(context: BotContext, button: Press) -> tuple[Contact, Door]:
    contact = await own.contact(context, button.number(1))
    door = await context.services.doors.open(contact, button.one_of(2, OfferKind), button.number(3))
    return contact, door


def _link(context: BotContext, token: str) -> str:
    return telegram_link(resources_of(context).bot_username, token)
