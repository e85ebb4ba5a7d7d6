"""The card of a paper as the begeleider who presses sees it; shared by what can be done with it."""

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.dossier import Dossier
from bot.domain.ids import ChatId
from bot.domain.paper import Paper
from bot.handlers import papers
from bot.texts import begeleider_papers as texts
from bot.texts.begeleider_papers import PaperCard
from bot.texts.buttons import Press


async def guided(context: BotContext, button: Press, *, changes: bool = False) -> tuple[Dossier, Paper]:
    """The paper of a button, opened by whoever guides the newcomer or stands in.

    Part 1 is the newcomer, part 2 the paper.
    """
    dossier = await context.services.dossiers.guided(button.number(1), by=context.account, changes=changes)
    return dossier, await context.services.deciding.get(dossier, button.number(2))


async def shown(context: BotContext, dossier: Dossier, paper_id: int) -> PaperCard:
    """The paper as it is now, with what its card needs."""
    dossier = await context.services.dossiers.again(dossier)
    paper = await context.services.deciding.get(dossier, paper_id)
    return await papers.shown_in(context.turn, dossier, paper)


async def redraw(update: Update, context: BotContext, dossier: Dossier, paper_id: int) -> None:
    """The pressed card as it is now, and the one that may stand with a colleague."""
    card = await shown(context, dossier, paper_id)
    await papers.refresh(context.turn, card.newcomer, card.paper)
    context.edit(update, texts.card(card))


def place_below(context: BotContext, card: PaperCard) -> None:
    """Show the scans and the card once more, at the bottom of the chat."""
    papers.place(context.turn, ChatId(context.account.chat_id), card)


async def is_told(context: BotContext, dossier: Dossier) -> bool:
    """Does the newcomer have a phone that can be reached?"""
    return bool(await context.services.phones.reachable(dossier.id))
