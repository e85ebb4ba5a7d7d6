"""A contact says of their organisation's offers that beginners are welcome, or until when they are full."""

import datetime as dt

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.contact import Contact
from bot.domain.errors import ButtonOld, NotYours
from bot.domain.offer import Offer
from bot.handlers import screens
from bot.handlers.contacts import own
from bot.texts import contact_offers as texts
from bot.texts.buttons import Press


async def show_offers(update: Update, context: BotContext, button: Press) -> None:
    """The offers of their organisation."""
    contact = await own.contact(context, button.number(1))
    found = await context.services.thanking.offers_of(contact)
    await screens.show(update, context, texts.offers(context.speaker, contact, found))


async def show_offer(update: Update, context: BotContext, button: Press) -> None:
    """One of them."""
    contact = await own.contact(context, button.number(1))
    found = await context.services.thanking.offers_of(contact)
    offer = next((one for one in found if one.id == button.number(2)), None)
    if offer is None:
        raise NotYours
    await _show(update, context, contact, offer)


async def set_beginners(update: Update, context: BotContext, button: Press) -> None:
    """Beginners are welcome, or not any more."""
    contact = await own.contact(context, button.number(1))
    are = bool(button.number(3))
    offer = await context.services.thanking.beginners_welcome(contact, button.number(2), are=are)
    await _show(update, context, contact, offer)


async def set_full(update: Update, context: BotContext, button: Press) -> None:
    """There is no room until a day, or there is again."""
    contact, ordinal = await own.contact(context, button.number(1)), button.number(3)
    try:
        until = dt.date.fromordinal(ordinal) if ordinal else None
        offer = await context.services.thanking.full_until(contact, button.number(2), until)
    except (ValueError, OverflowError):
        raise ButtonOld from None
    await _show(update, context, contact, offer)


async def _show(update: Update, context: BotContext, contact: Contact, offer: Offer) -> None:
    today = context.services.thanking.today
    await screens.show(update, context, texts.offer(context.speaker, contact, offer, today))
