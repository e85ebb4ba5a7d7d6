"""A contact comes in: the large buttons, what they open, and what is typed out of the blue."""

from telegram import Message, Update

from bot.delivery.context import BotContext
from bot.handlers.contacts import confirming, door, noting, own, settings, signing
from bot.handlers.errors import Handler
from bot.texts import contact_menu as texts
from bot.texts.contact_menu import ContactButton
from bot.texts.message import Message as Said


async def show(context: BotContext) -> bool:
    """Greet somebody who is a contact and nothing else, with what waits; False for anybody else."""
    if not await own.is_only_contact(context):
        return False
    theirs = await own.contacts(context)
    if not any(one.may_confirm for one in theirs):
        say(context, await confirming.list_screen(context))
        return True
    waiting = await confirming.waiting(context)
    say(context, texts.hello(context.speaker, theirs[0].name, len(waiting)))
    if waiting:
        context.say(await confirming.list_screen(context))
    return True


async def bring_buttons(context: BotContext) -> None:
    """After joining: a contact and nothing else gets the buttons, and what waits."""
    if not await own.is_only_contact(context):
        return
    say(context, texts.buttons_below(context.speaker))
    if await confirming.waiting(context):
        context.say(await confirming.list_screen(context))


async def show_help(context: BotContext) -> bool:
    """Say what a contact can do here; False for who is something else as well."""
    if not await own.is_only_contact(context):
        return False
    guides = await own.guides(context, await own.contacts(context))
    say(context, texts.help_screen(context.speaker, guides))
    return True


async def take_free(context: BotContext, message: Message) -> bool:
    """Answer what a contact typed out of the blue: they are no newcomer who asks a question."""
    if not await own.is_only_contact(context):
        return False
    guides = await own.guides(context, await own.contacts(context))
    speaker = context.speaker
    context.say(
        texts.with_keyboard(speaker, texts.not_understood(speaker, guides)), reply_to=message.message_id
    )
    return True


def say(context: BotContext, message: Said) -> None:
    """Say it with a contact's own buttons under the typing field."""
    context.say(texts.with_keyboard(context.speaker, message))


_SCREENS: dict[ContactButton, Handler] = {
    ContactButton.CONFIRM: confirming.open_list,
    ContactButton.NOTE: noting.open_who,
    ContactButton.DOOR: door.open_door,
    ContactButton.SIGN: signing.open_who,
    ContactButton.SETTINGS: settings.open_settings,
}


async def open_screen(update: Update, context: BotContext, button: ContactButton) -> None:
    """Show what a large button leads to; what was begun is left."""
    await context.services.work.conversations.clear(context.account.id)
    if not await own.contacts(context):
        context.say(texts.no_contact(context.speaker))
        return
    await _SCREENS[button](update, context)


async def open_by_command(update: Update, context: BotContext) -> None:
    """What /bevestigen does."""
    await open_screen(update, context, ContactButton.CONFIRM)
