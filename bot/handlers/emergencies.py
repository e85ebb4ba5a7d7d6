"""Red flags: the right help lines at once; the begeleider hears of it only when the person taps so."""

from telegram import Message

from bot.delivery.context import BotContext
from bot.domain.languages import SPOKEN
from bot.domain.understanding import Outcome
from bot.handlers import states
from bot.texts import emergencies as texts
from bot.texts.menu_names import asks_for_more
from bot.texts.speaker import speaker_for


def is_seen(context: BotContext) -> bool:
    """Does this message tell of need? It comes before whatever the person was in the middle of.

    A begeleider who writes to a newcomer about danger is in no need of the lines first.
    """
    understanding = context.understanding
    if understanding is None or understanding.outcome is not Outcome.EMERGENCY:
        return False
    # "More" below activities looks like "no more" to the model.
    return not context.account.is_begeleider and not asks_for_more(understanding.text)


async def show(context: BotContext, message: Message) -> None:
    """Give the help lines for what a message tells, in its own language where the bot speaks it."""
    understanding = context.understanding
    assert understanding is not None
    assert understanding.red_flag is not None
    # What is written next goes to nobody either, unless the person taps so.
    await states.leave(context, states.WRITING, states.ADDING, states.NOTING)
    language = understanding.language if understanding.language in SPOKEN else context.account.language
    reader = await context.services.answers.reader(context.account)
    lines = texts.help_lines(speaker_for(language), understanding.red_flag, reader=reader)
    context.say(lines, reply_to=message.message_id)
