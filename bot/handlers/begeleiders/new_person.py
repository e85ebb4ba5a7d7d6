"""Somebody new among a begeleider's people, with or without a phone."""

from telegram import Message as Received
from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.errors import NotYours
from bot.domain.slot import read_text
from bot.handlers import states
from bot.handlers.begeleiders import dossier as dossiers
from bot.services.invites import NAME_LENGTH
from bot.texts import caseload as texts
from bot.texts.buttons import Press


async def ask_name(update: Update, context: BotContext, _: Press) -> None:
    """Ask the first name of somebody new."""
    if not context.account.is_begeleider:
        raise NotYours
    await states.enter(context, states.NEW_PERSON)
    context.edit(update, texts.ask_new_name())


async def take_name(context: BotContext, message: Received) -> bool:
    """Take the next text as the name, and show the new person's page; False for what is no text."""
    if message.text is None or not context.account.is_begeleider:
        return False
    name = read_text(message.text.strip())
    if name is None or len(name) > NAME_LENGTH or "\n" in name:
        context.say(texts.no_name())
        return True
    newcomer = await context.services.invites.add_newcomer(context.account, " ".join(name.split()))
    await states.leave(context, states.NEW_PERSON)
    dossier = await context.services.dossiers.guided(newcomer.id, by=context.account)
    context.say(await dossiers.page(context, dossier))
    return True
