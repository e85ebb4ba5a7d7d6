"""Saying things in more than one way or place: with the large buttons, on every phone, to a begeleider."""

from collections.abc import Callable
from typing import Any

from bot.delivery.context import BotContext
from bot.delivery.turn import Turn
from bot.domain.people import Begeleider, Newcomer
from bot.texts import who
from bot.texts.begeleider_home import with_keyboard
from bot.texts.message import Message
from bot.texts.speaker import Speaker


def say_with_menu(context: BotContext, message: Message) -> None:
    """Say it; a begeleider gets their own buttons in place of those that are meant for newcomers."""
    context.say(with_keyboard(message) if context.account.is_begeleider else message)


async def tell_on_each_phone(
    turn: Turn, newcomer: Newcomer, say: Callable[[Speaker], Message], **options: Any
) -> None:
    """Say it on every phone of a newcomer that can be reached, in its language; a shared one names them.

    Args:
        turn: The unit of work.
        newcomer: Whom it is for.
        say: Gives the message in a voice.
        options: As in `Turn.tell`.
    """
    for phone in await turn.services.phones.reachable(newcomer.id):
        turn.tell(phone, who.on_phone(phone, say(turn.speaker(phone)), newcomer.name), **options)


def tell_begeleider(turn: Turn, begeleider: Begeleider, message: Message) -> None:
    """Say something to a begeleider whom the bot can reach."""
    if begeleider.phone is not None:
        turn.tell(begeleider.phone, message)
