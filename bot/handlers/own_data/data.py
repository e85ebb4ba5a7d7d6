"""A person's own data: to read, to take along, to be forgotten."""

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.errors import ButtonOld
from bot.domain.person import Leaving
from bot.handlers.later.jobs import move_to_team
from bot.handlers.own_data import erasing
from bot.handlers.resources import resources_of
from bot.services.privacy import as_json
from bot.texts import data as texts
from bot.texts import erasing as erasing_texts
from bot.texts import erasing_dutch
from bot.texts.buttons import Press


async def summarise(update: Update, context: BotContext, button: Press) -> None:
    """Say in short what is known."""
    known = await context.services.privacy.known_of(context.account)
    if context.account.is_begeleider:
        context.edit(update, texts.summary_of_begeleider(known))
    else:
        context.edit(update, texts.summary(context.speaker, known))


async def send_to_read(update: Update, context: BotContext, button: Press) -> None:
    """Send everything as a text."""
    known = await context.services.privacy.known_of(context.account)
    context.say(texts.to_read(context.speaker, known, resources_of(context).zone))


async def send_to_keep(update: Update, context: BotContext, button: Press) -> None:
    """Send everything as JSON."""
    known = await context.services.privacy.known_of(context.account)
    context.say(texts.to_keep(context.speaker, as_json(known)))


async def ask_to_forget(update: Update, context: BotContext, button: Press) -> None:
    """Say what would go, and ask; nothing is erased yet."""
    leaving = await context.services.erasures.look(context.account)
    sure = _sure(context, leaving)
    if context.account.is_begeleider:
        context.edit(update, erasing_dutch.ask_begeleider(leaving, sure))
    else:
        context.edit(update, erasing_texts.ask(context.speaker, leaving, sure))


def _sure(context: BotContext, leaving: Leaving) -> tuple[int, int]:
    """Whom the last button is about."""
    return context.account.id, leaving.dossier.id if leaving.dossier else 0


async def forget(update: Update, context: BotContext, button: Press) -> None:
    """Erase everything, and give the receipt."""
    leaving = await context.services.erasures.look(context.account)
    if (button.number(1), button.number(2)) != _sure(context, leaving):
        await _forget_again(context, leaving)
        return
    if context.account.begeleider_id is not None and not leaving.guides:
        await move_to_team(context.turn, resources_of(context), context.account.begeleider_id)
    # First, so that the receipt is the last word in the chat: what is known of it goes when that is sent.
    context.edit(update, erasing_texts.done(context.speaker))
    await erasing.forget_with_receipt(context.turn, resources_of(context), leaving, context.account)


async def _forget_again(context: BotContext, leaving: Leaving) -> None:
    """A second tap made a new account of who was forgotten a moment ago, which goes again.

    Raises:
        ButtonOld: There is more than that, so this is an old button.
    """
    account = context.account
    has_more = account.is_begeleider or account.newcomer_ids or account.may_keep_questions_since
    if has_more:
        raise ButtonOld
    await context.services.erasures.forget(leaving)
    await erasing.sweep_later(context.turn, f"again-{leaving.person.account_ids[0]}")
    context.toast(erasing_texts.nothing_left(context.speaker))
