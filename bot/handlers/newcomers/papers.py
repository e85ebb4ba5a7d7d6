"""Every button about a newcomer's papers, and the screens that are about no paper in particular."""

from collections.abc import Mapping

from telegram import Message as Received
from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.errors import ButtonOld
from bot.handlers.newcomers import papers_forms, papers_said
from bot.handlers.newcomers.papers_desk import desk_of, show
from bot.handlers.newcomers.papers_in import can_take, read_soon
from bot.handlers.newcomers.telling import named
from bot.handlers.pressed import PressHandler, pressed
from bot.texts import papers as texts
from bot.texts.buttons import Press


async def press(update: Update, context: BotContext) -> None:
    """Do what a button about papers says; whose it is the services check each time."""
    button = pressed(update)
    handler = _PRESSES.get(button.word(0))
    if handler is None:
        raise ButtonOld
    await handler(update, context, button)


async def open_home(context: BotContext, message: Received | None) -> bool:
    """Show what can be done with a bewijs; False for whom the bot cannot do it.

    Args:
        context: The person.
        message: Their own words, or None when they pressed a button.

    Raises:
        SayWho: The phone serves several newcomers, who choose by name first.
    """
    if not can_take(context):
        return False
    dossier = await context.services.dossiers.own(context.account)
    if dossier.newcomer.is_closed:
        return False
    screen = named(context, dossier, texts.home(context.speaker, dossier.id))
    context.say(screen, reply_to=message.message_id if message else None)
    return True


async def _home(update: Update, context: BotContext, button: Press) -> None:
    desk = await desk_of(context, button)
    await show(update, context, desk, texts.home(desk.speaker, desk.dossier.id))


async def _photo(update: Update, context: BotContext, button: Press) -> None:
    desk = await desk_of(context, button)
    await show(update, context, desk, texts.how_to_photograph(desk.speaker, desk.dossier.id))


async def _list(update: Update, context: BotContext, button: Press) -> None:
    desk = await desk_of(context, button)
    papers = await context.services.papers.of(desk.dossier)
    screen = texts.list_of(
        desk.speaker, desk.dossier.id, papers, desk.dossier.today, context.services.surroundings.zone
    )
    await show(update, context, desk, screen)


# Before the first photograph.


async def _yes(update: Update, context: BotContext, button: Press) -> None:
    """Photographs may be looked at: those that waited are fetched now."""
    desk = await desk_of(context, button, changes=True)
    if await context.services.papers.may_photograph(desk.dossier):
        context.toast(texts.agreed_already(desk.speaker))
        return
    waiting = await context.services.papers.allow_photographs(desk.dossier)
    for paper in reversed(waiting):
        phone = await context.services.work.accounts.get(paper.account_id)
        if phone is not None and paper.pages:
            await read_soon(context.turn, phone, paper)
    if not waiting:
        context.say(named(context, desk.dossier, texts.home(desk.speaker, desk.dossier.id)))


async def _no(update: Update, context: BotContext, button: Press) -> None:
    """Photographs may not be looked at: those that waited are thrown away.

    Raises:
        ButtonOld: They were looked at after a yes; that is taken back in `/privacy`.
    """
    desk = await desk_of(context, button, changes=True)
    if await context.services.papers.may_photograph(desk.dossier):
        raise ButtonOld
    await context.services.papers.refuse_photographs(desk.dossier)
    await show(update, context, desk, texts.thrown_away(desk.speaker))


_PRESSES: Mapping[str, PressHandler] = {
    "home": _home,
    "photo": _photo,
    "list": _list,
    "yes": _yes,
    "no": _no,
    **papers_forms.PRESSES,
    **papers_said.PRESSES,
}
"""What each word does. Part 1 is the newcomer; of a word about a paper the rest is as `read_at` says."""
