"""/privacy: what is kept and why, and the way to consent, to one's own data and to being forgotten."""

from collections.abc import Mapping

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.errors import ButtonOld
from bot.handlers.own_data import consent, data
from bot.handlers.pressed import PressHandler, pressed
from bot.texts import privacy, privacy_in_full
from bot.texts.buttons import Press
from bot.texts.message import Message


async def show(update: Update, context: BotContext) -> None:
    """Say what is kept, who reads it and for how long."""
    context.say(what_is_kept(context))


def what_is_kept(context: BotContext, *, back_to: str | None = None) -> Message:
    """The first screen, for a newcomer or a begeleider.

    Args:
        context: Whoever looks.
        back_to: The screen whose button led here; None when asked for by command.
    """
    return privacy.what_is_kept(
        context.speaker,
        context.services.surroundings.policy,
        is_begeleider=context.account.is_begeleider,
        back_to=back_to,
    )


async def press(update: Update, context: BotContext) -> None:
    """Do what a button of these screens says."""
    button = pressed(update)
    handler = _PRESSES.get(button.word(0))
    if handler is None:
        raise ButtonOld
    await handler(update, context, button)


async def _home(update: Update, context: BotContext, button: Press) -> None:
    context.edit(update, what_is_kept(context))


async def _text(update: Update, context: BotContext, button: Press) -> None:
    page = privacy_in_full.page(
        context.speaker,
        context.services.surroundings.policy,
        button.number(1),
        closed_on=await context.services.privacy.closed_on(context.account),
        is_begeleider=context.account.is_begeleider,
    )
    context.edit(update, page)


_PRESSES: Mapping[str, PressHandler] = {
    "home": _home,
    "text": _text,
    "yes": consent.yes,
    "no": consent.no,
    "why": consent.why,
    "agreed": consent.agreed,
    "on": consent.on,
    "off": consent.off,
    "ask_again": consent.ask_again,
    "mine": data.summarise,
    "read": data.send_to_read,
    "json": data.send_to_keep,
    "forget": data.ask_to_forget,
    "erase": data.forget,
}
