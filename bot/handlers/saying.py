"""Saying things that bring the large buttons under the typing field."""

from bot.delivery.context import BotContext
from bot.texts.begeleider_home import with_keyboard
from bot.texts.message import Message


def say_with_menu(context: BotContext, message: Message) -> None:
    """Say it; a begeleider gets their own buttons in place of those that are meant for newcomers."""
    context.say(with_keyboard(message) if context.account.is_begeleider else message)
