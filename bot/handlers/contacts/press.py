"""What each button of a contact does; whose it is, is looked up each time."""

from collections.abc import Mapping

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.errors import ButtonOld, NotAllowed
from bot.handlers.contacts import confirming, door, joining, noting, offers, refusals, settings, signing
from bot.handlers.pressed import PressHandler, pressed
from bot.texts import (
    contact_confirming,
    contact_joining,
    contact_noting,
    contact_offers,
    contact_settings,
    contact_signing,
)


async def press(update: Update, context: BotContext) -> None:
    """Do what a contact's button says; a refusal ends in the sentence that fits a contact.

    Raises:
        NotAllowed: It cannot be, in words that fit everybody.
    """
    button, said = pressed(update), len(context.turn.outgoing)
    handler = PRESSES.get(button.parts[0] if button.parts else "")
    try:
        if handler is None:
            raise ButtonOld
        await handler(update, context, button)
    except NotAllowed as refusal:
        del context.turn.outgoing[said:]
        if not refusals.toast(context, refusal):
            raise


PRESSES: Mapping[str, PressHandler] = {
    contact_joining.YES: joining.join,
    contact_joining.NOT_US: joining.not_with_us,
    contact_joining.NEW_LINK: joining.new_link,
    contact_joining.TONGUE: joining.ask_language,
    contact_joining.SPEAK: joining.speak,
    contact_joining.AGAIN: joining.show_again,
    contact_confirming.LIST: confirming.show_list,
    contact_confirming.ALL: confirming.all_right,
    contact_confirming.OK: confirming.is_right,
    contact_confirming.EDIT: confirming.change,
    contact_confirming.SAY: confirming.say_minutes,
    contact_confirming.SAID: confirming.show_said,
    contact_noting.NOTE: noting.show_who,
    contact_noting.WHO: noting.ask_day,
    contact_noting.DAY: noting.ask_how_long,
    contact_noting.LONG: noting.note,
    contact_noting.DOOR: door.show_door,
    contact_noting.KIND: door.ask_minutes,
    contact_noting.OPEN: door.show_code,
    contact_noting.PAPER: door.show_paper,
    contact_signing.SIGN: signing.show_who,
    contact_signing.LOOK: signing.look,
    contact_signing.DO: signing.sign,
    contact_signing.NAME: signing.ask_name,
    contact_signing.NO: signing.ask_why,
    contact_signing.WHY: signing.ask_words,
    contact_signing.GO: signing.refuse,
    contact_settings.SETTINGS: settings.show_all,
    contact_settings.ONE: settings.show,
    contact_settings.WHEN: settings.ask_when,
    contact_settings.SET_DAY: settings.set_when,
    contact_settings.NAMING: settings.ask_other,
    contact_settings.PAGE: settings.show_page,
    contact_settings.WITHDRAW: settings.withdraw_page,
    contact_settings.FOLK: settings.show_folk,
    contact_settings.GONE: settings.ask_gone,
    contact_settings.GONE_YES: settings.say_gone,
    contact_settings.STOP: settings.ask_stop,
    contact_settings.STOP_YES: settings.stop,
    contact_offers.OFFERS: offers.show_offers,
    contact_offers.OFFER: offers.show_offer,
    contact_offers.BEGINNERS: offers.set_beginners,
    contact_offers.FULL: offers.set_full,
}
"""Part 1 is the link, or the contact; then the date, the bewijs, the newcomer or the offer."""
