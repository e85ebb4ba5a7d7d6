"""Inviting: a newcomer is a person first, and a link (with its QR code) brings them a phone."""

from telegram import Message as Received
from telegram import Update

from bot.delivery.context import BotContext
from bot.documents.qr import qr_png
from bot.domain.errors import NotYours
from bot.domain.languages import SOURCE_LANGUAGE
from bot.domain.people import Newcomer
from bot.domain.slot import read_text
from bot.handlers import states
from bot.handlers.resources import resources_of
from bot.services.invites import NAME_LENGTH
from bot.texts import begeleider_invites as texts
from bot.texts.buttons import Press


async def invite(update: Update, context: BotContext) -> None:
    """Make a newcomer and their link; without a name, ask for it first."""
    if not context.account.is_begeleider:
        raise NotYours
    name = " ".join(context.args or [])
    if name:
        await _make(context, name)
    else:
        await states.enter(context, states.NAMING)
        context.say(texts.ask_name())


async def take_name(context: BotContext, message: Received) -> bool:
    """Take the next text as the name; False for what is no text."""
    if message.text is None:
        return False
    await _make(context, message.text)
    return True


async def _make(context: BotContext, typed: str) -> None:
    name = read_text(" ".join(typed.split()))
    if name is None or len(name) > NAME_LENGTH:
        context.say(texts.name_too_long())
        return
    service = context.services.invites
    newcomer = await service.add_newcomer(context.account, name)
    await states.leave(context, states.NAMING)
    await _show_link(context, newcomer, await service.link_for(newcomer))
    context.say(texts.is_added(newcomer))


async def _show_link(context: BotContext, newcomer: Newcomer, token: str) -> None:
    begeleider = await context.services.work.people.begeleider(newcomer.begeleider_id)
    link = link_of(context, token)
    context.say(texts.code(newcomer.name, qr_png(link)))
    name = begeleider.name if begeleider else context.account.name
    context.say(texts.to_forward(newcomer.name, name, link))


def link_of(context: BotContext, token: str) -> str:
    """The address that opens the chat with this token."""
    return f"https://t.me/{resources_of(context).bot_username}?start={token}"


async def invite_again(update: Update, context: BotContext, button: Press) -> None:
    """Make a link for somebody without a phone; for who has one, a link to a new phone."""
    newcomer_id = button.number(1)
    dossier = await context.services.dossiers.guided(newcomer_id, by=context.account)
    if await context.services.work.people.accounts_of(dossier.id):
        await new_phone(update, context, button)
        return
    newcomer, token = await context.services.invites.invite_again(newcomer_id, by=context.account)
    await _show_link(context, newcomer, token)
    context.say(texts.to_person(newcomer))


async def new_phone(update: Update, context: BotContext, button: Press) -> None:
    """Make a link that moves somebody's dossier to another phone."""
    newcomer, token = await context.services.invites.new_phone(button.number(1), by=context.account)
    phones = await context.services.work.people.accounts_of(newcomer.id)
    language = phones[0].language if phones else newcomer.language or SOURCE_LANGUAGE
    link = link_of(context, token)
    context.say(texts.phone_code(newcomer.name, qr_png(link)))
    context.say(texts.phone_to_forward(newcomer.name, language, link))
    context.say(texts.to_person(newcomer))
