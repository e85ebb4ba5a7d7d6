"""From a button about papers to whose desk it stands on, and back to the screen."""

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.errors import NotYours
from bot.domain.paper import Paper
from bot.handlers import screens
from bot.handlers.newcomers.papers_next import Asked, Desk, expect, next_screen
from bot.handlers.newcomers.telling import named, speak_for
from bot.texts.buttons import Press
from bot.texts.message import Message
from bot.texts.paper_buttons import At, newcomer_in


async def desk_of(context: BotContext, button: Press, *, changes: bool = False) -> Desk:
    """The dossier of the newcomer whom a button names; on a shared phone, they speak from now on.

    Args:
        context: Who pressed.
        button: With the newcomer as part 1.
        changes: Will something be changed? A closed dossier cannot be.

    Raises:
        NotYours: The phone does not serve this newcomer.
        DossierClosed: It is closed, and was to be changed.
    """
    await speak_for(context, button, 1)
    dossier = await context.services.dossiers.own(context.account, changes=changes)
    if dossier.id != newcomer_in(button):
        raise NotYours
    return Desk(turn=context.turn, account=context.account, dossier=dossier)


async def show(update: Update, context: BotContext, desk: Desk, screen: Message) -> None:
    """Show a screen in place of the pressed one; below it when that is a picture."""
    await screens.show(update, context, named(context, desk.dossier, screen))


async def ask(update: Update, context: BotContext, desk: Desk, at: At, asked: Asked) -> None:
    """Show what is asked, and take what is typed for it."""
    await expect(desk, at, asked.types, is_pressed=True)
    await show(update, context, desk, asked.screen)


async def go_on(update: Update, context: BotContext, desk: Desk, paper: Paper, at: At) -> None:
    """Ask what is to be asked next."""
    await ask(update, context, desk, at, await next_screen(desk, paper, at))
