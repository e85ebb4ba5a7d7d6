"""Tells a newcomer what their begeleider decided: on every phone of theirs, in each one's language."""

import datetime as dt
from collections.abc import Callable

from bot.delivery.context import BotContext
from bot.domain.dossier import Dossier
from bot.handlers.saying import tell_on_each_phone
from bot.texts.message import Message
from bot.texts.speaker import Speaker

DAY_BEGINS, DAY_ENDS = dt.time(8), dt.time(21)
"""Outside these hours it comes without sound."""


async def tell_newcomer(
    context: BotContext, dossier: Dossier, say: Callable[[Speaker, str], Message]
) -> None:
    """Say it to a newcomer.

    Args:
        context: Of the begeleider who decided.
        dossier: Whose it is.
        say: Gives the message in a voice, with the name of the begeleider who decided.
    """
    people = context.services.work.people
    begeleider = (
        await people.begeleider(context.account.begeleider_id) if context.account.begeleider_id else None
    )
    name = begeleider.name if begeleider else context.account.name
    is_silent = not is_daytime(context)
    await tell_on_each_phone(
        context.turn, dossier.newcomer, lambda speaker: say(speaker, name).silently(is_silent)
    )


def is_daytime(context: BotContext) -> bool:
    """May a phone make a sound now?"""
    now = context.turn.now.astimezone(context.services.surroundings.zone).time()
    return DAY_BEGINS <= now < DAY_ENDS
