"""Saying things that bring the newcomer's buttons under the typing field."""

from dataclasses import replace

from bot.delivery.context import BotContext
from bot.texts.message import Message


def say_with_menu(context: BotContext, message: Message) -> None:
    """Say it; a begeleider does not get the buttons that are meant for newcomers."""
    if context.account.is_begeleider:
        message = replace(message, keyboard=None, placeholder=None)
    context.say(message)
