"""Own words about what got in the way, and whose phone it is; apart, so that the questions can ask it."""

from telegram import Message as Received
from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.dossier import Dossier
from bot.domain.errors import ButtonOld, NotYours
from bot.domain.ids import NewcomerId
from bot.handlers import states
from bot.texts import term as texts
from bot.texts import who
from bot.texts.buttons import Press
from bot.texts.message import Message


async def speak_for(context: BotContext, button: Press, place: int) -> None:
    """On a shared phone: speak for the newcomer whom the button names; no place in it, no change.

    Raises:
        NotYours: The phone does not serve this newcomer.
    """
    if place >= len(button.parts):
        return
    await speak_as(context, NewcomerId(button.number(place)))


async def speak_as(context: BotContext, newcomer_id: NewcomerId) -> None:
    """On a shared phone: speak for this newcomer from now on.

    Raises:
        NotYours: The phone does not serve this newcomer.
    """
    if newcomer_id not in context.account.newcomer_ids:
        raise NotYours
    if context.account.is_shared:
        await context.services.dossiers.choose(context.account, newcomer_id)
        context.account = await context.services.accounts.again(context.account)


def is_somebody_else(context: BotContext, newcomer_id: NewcomerId) -> bool:
    """Does another newcomer of the same phone speak by now?"""
    return context.services.dossiers.speaker(context.account) not in (newcomer_id, None)


def named(context: BotContext, dossier: Dossier, screen: Message) -> Message:
    """On a phone that serves several newcomers, with the name of whom the screen is about."""
    return who.on_phone(context.account, screen, dossier.newcomer.name)


def screen_id(update: Update) -> int:
    """The number of the message whose button was pressed.

    Raises:
        ButtonOld: Telegram does not say it any more.
    """
    if update.effective_message is None:
        raise ButtonOld
    return update.effective_message.message_id


def asks_consent(context: BotContext) -> bool:
    """Did the person never agree before that a question is kept?"""
    return context.account.may_keep_questions_since is None


async def take_own_words(
    context: BotContext, message: Received, mask: int, newcomer_id: NewcomerId | None
) -> bool:
    """Offer to send what was written or said; False when nobody would read it.

    Args:
        context: Who writes.
        message: Their words.
        mask: What is ticked.
        newcomer_id: Who was asked to tell it; when somebody else speaks by now, it is something else.
    """
    if newcomer_id is not None and is_somebody_else(context, newcomer_id):
        await states.leave(context, states.TELLING)
        return False
    if newcomer_id is not None:
        await speak_as(context, newcomer_id)
    dossier = await context.services.dossiers.own(context.account)
    reader = await context.services.answers.reader(context.account)
    if reader is None:
        return False
    await states.leave(context, states.TELLING)
    consent = asks_consent(context)
    screen = texts.confirm_own_words(context.speaker, dossier.id, mask, reader, asks_consent=consent)
    context.say(named(context, dossier, screen), reply_to=message.message_id)
    return True
