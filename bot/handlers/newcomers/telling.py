"""Own words about what got in the way, and whose phone it is; apart, so that the questions can ask it."""

from telegram import Message as Received
from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.errors import ButtonOld, NotYours
from bot.domain.ids import NewcomerId
from bot.handlers import states
from bot.texts import term as texts
from bot.texts.buttons import Press


async def speak_for(context: BotContext, button: Press, place: int) -> None:
    """On a shared phone: speak for the newcomer whom the button names; no place in it, no change.

    Raises:
        NotYours: The phone does not serve this newcomer.
    """
    if place >= len(button.parts):
        return
    newcomer_id = NewcomerId(button.number(place))
    if newcomer_id not in context.account.newcomer_ids:
        raise NotYours
    if context.account.is_shared:
        await context.services.dossiers.choose(context.account, newcomer_id)
        context.account = await context.services.accounts.again(context.account)


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


async def take_own_words(context: BotContext, message: Received, mask: int) -> bool:
    """Offer to send what was written or said; False when nobody would read it."""
    reader = await context.services.answers.reader(context.account)
    if reader is None:
        return False
    await states.leave(context, states.TELLING)
    screen = texts.confirm_own_words(context.speaker, mask, reader, asks_consent=asks_consent(context))
    context.say(screen, reply_to=message.message_id)
    return True
