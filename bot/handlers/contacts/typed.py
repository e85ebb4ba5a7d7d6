"""What a contact types in the middle of something.

The facts of the conversation: `asks`, one of the words below, with the ids that the taker named there needs.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from telegram import Message

from bot.delivery.context import BotContext
from bot.domain.errors import NotAllowed
from bot.handlers.contacts import confirming, noting, refusals, settings, signing

_TAKERS: Mapping[str, Callable[[BotContext, Message, dict[str, Any]], Awaitable[bool]]] = {
    confirming.HOURS: confirming.take_hours,
    noting.DAY: noting.take_day,
    noting.LONG: noting.take_how_long,
    signing.NAME: signing.take_name,
    signing.WHY: signing.take_why,
    settings.OTHER: settings.take_other,
}


async def take(context: BotContext, message: Message, facts: dict[str, Any]) -> bool:
    """Take what was typed; False when it is something else.

    Raises:
        NotAllowed: It cannot be; what a contact hears of it is said already where it differs.
    """
    taker = _TAKERS.get(facts["asks"])
    if taker is None or not message.text:
        return False
    try:
        return await taker(context, message, facts)
    except NotAllowed as refusal:
        if not refusals.say(context, refusal):
            raise
        return True
