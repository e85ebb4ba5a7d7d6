"""Showing a begeleider's screen: in place of the pressed one, or below it when that one has to stay."""

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.ids import ChatId
from bot.texts.message import Message


async def show(update: Update, context: BotContext, screen: Message) -> bool:
    """Show a screen; below the pressed one when that is a question's card, a picture or a file.

    Returns:
        True when it took the place of the pressed one.
    """
    pressed_on = update.effective_message
    if pressed_on is None or not pressed_on.text or await _has_to_stay(context, pressed_on.message_id):
        context.say(screen)
        return False
    context.edit(update, screen)
    return True


async def _has_to_stay(context: BotContext, message_id: int) -> bool:
    """A message with a name, such as a card, is changed by others when something happens."""
    name = await context.turn.work.outbox.name_of(ChatId(context.account.chat_id), message_id)
    return name is not None
