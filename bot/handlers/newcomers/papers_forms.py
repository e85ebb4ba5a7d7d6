"""The form that the bot makes, and telling that a contact does not want to sign."""

from collections.abc import Mapping

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.ids import BewijsId
from bot.handlers import papers as cards
from bot.handlers.newcomers.papers_desk import desk_of, show
from bot.handlers.newcomers.papers_next import Desk, activities, bewijs_at
from bot.handlers.pressed import PressHandler
from bot.texts import papers_form as texts
from bot.texts.buttons import Press
from bot.texts.paper_buttons import read_where

DRAW_FORM = "draw_form"
_WHERE = 2


async def _form(update: Update, context: BotContext, button: Press) -> None:
    """Make a form, once it is said for which activity."""
    desk = await desk_of(context, button, changes=True)
    if len(button.parts) <= _WHERE:
        choices = await activities(desk)
        await show(update, context, desk, texts.form_for_which(desk.speaker, desk.dossier.id, choices))
        return
    await _draw(update, desk, await bewijs_at(desk, read_where(button.word(_WHERE))))
    context.toast(texts.is_drawing(desk.speaker))


async def _pad(update: Update, context: BotContext, button: Press) -> None:
    """Make a form in which nothing is filled in."""
    desk = await desk_of(context, button, changes=True)
    await _draw(update, desk, None)
    context.toast(texts.is_drawing(desk.speaker))


async def _draw(update: Update, desk: Desk, bewijs_id: BewijsId | None) -> None:
    await desk.turn.later(
        DRAW_FORM,
        desk.turn.now,
        unique_key=f"{DRAW_FORM}:{update.update_id}",
        account_id=desk.account.id,
        newcomer_id=desk.dossier.id,
        bewijs_id=bewijs_id,
    )


# They do not want to sign (`bewijs-weigering-handtekening`).


async def _no_signature(update: Update, context: BotContext, button: Press) -> None:
    """Tell the begeleider, once it is said at which activity."""
    desk = await desk_of(context, button, changes=True)
    if len(button.parts) <= _WHERE:
        await ask_who_does_not_sign(update, context, desk)
    else:
        bewijs_id = await bewijs_at(desk, read_where(button.word(_WHERE)))
        await tell_no_signature(update, context, desk, bewijs_id)


async def ask_who_does_not_sign(update: Update, context: BotContext, desk: Desk) -> None:
    """At which activity does the contact not sign?"""
    choices = await activities(desk)
    say = texts.who_does_not_sign(desk.speaker, desk.dossier.id, choices) if choices else None
    await show(update, context, desk, say or texts.no_activity_yet(desk.speaker, desk.dossier.id))


async def tell_no_signature(update: Update, context: BotContext, desk: Desk, bewijs_id: BewijsId) -> None:
    """The begeleider gets whom to ask, once a day for each bewijs."""
    dossier = await context.services.dossiers.again(desk.dossier)
    refusal = await context.services.papers.refuse_signature(dossier, bewijs_id)
    if refusal.at >= context.turn.now:
        await cards.bring_refusal(context.turn, dossier.newcomer, refusal)
    screen = texts.told_no_signature(
        desk.speaker,
        dossier.id,
        place=dossier.book.bewijs(bewijs_id).place,
        begeleider=await context.services.readers.guide_name(dossier.id),
    )
    await show(update, context, desk, screen)


PRESSES: Mapping[str, PressHandler] = {"form": _form, "pad": _pad, "nosign": _no_signature}
