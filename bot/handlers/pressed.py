"""What a pressed button says, and which message of the person its screen belongs to."""

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Message, Update

from bot.delivery.context import BotContext
from bot.texts.buttons import Press, read

PressHandler = Callable[[Update, BotContext, Press], Coroutine[Any, Any, None]]
"""What a word on a button leads to."""


def pressed(update: Update) -> Press:
    """The button of this update, read with care."""
    query = update.callback_query
    return read(query.data if query else None)


def original_of(update: Update) -> Message | None:
    """The person's own message that the pressed screen replies to, when Telegram still has it."""
    screen = update.callback_query.message if update.callback_query else None
    return screen.reply_to_message if isinstance(screen, Message) else None
