"""Red flags: the right help lines at once; the begeleider hears of it only when the person taps so."""

from telegram import Message

from bot.delivery.context import BotContext
from bot.domain.languages import SPOKEN
from bot.texts import emergencies as texts
from bot.texts.speaker import speaker_for


async def show(context: BotContext, message: Message) -> None:
    """Give the help lines for what a message tells, in its own language where the bot speaks it."""
    understanding = context.understanding
    assert understanding is not None
    assert understanding.red_flag is not None
    language = understanding.language if understanding.language in SPOKEN else context.account.language
    reader = await context.services.answers.reader(context.account)
    lines = texts.help_lines(speaker_for(language), understanding.red_flag, reader=reader)
    context.say(lines, reply_to=message.message_id)
