"""The card of a choice as the begeleider who presses sees it; shared by what can be done with it."""

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.dossier import Dossier
from bot.domain.going import Going
from bot.handlers import choices
from bot.texts import announcing_news as news
from bot.texts.buttons import Press
from bot.texts.message import Message


async def guided(context: BotContext, button: Press, *, changes: bool = False) -> tuple[Dossier, Going]:
    """The choice of a button, opened by whoever guides the newcomer or stands in."""
    participations = context.services.participations
    newcomer_id = await participations.whose(button.number(1))
    dossier = await context.services.dossiers.guided(newcomer_id, by=context.account, changes=changes)
    return dossier, await participations.get(dossier, button.number(1))


async def name_of(context: BotContext) -> str:
    """The name of the begeleider who presses."""
    begeleider = await context.services.work.people.begeleider(context.account.as_begeleider())
    return begeleider.name if begeleider else context.account.name


async def card(context: BotContext, dossier: Dossier, participation_id: int) -> Message:
    """The card as it is now."""
    going = await context.services.participations.get(dossier, participation_id)
    return await choices.card_of(context.turn, dossier.newcomer, going, await name_of(context))


async def redraw(update: Update, context: BotContext, dossier: Dossier, going: Going) -> None:
    """The pressed card as it is now, and the one that may stand with a colleague."""
    going = await context.services.participations.get(dossier, going.participation.id)
    await choices.refresh(context.turn, dossier.newcomer, going)
    context.edit(update, await card(context, dossier, going.participation.id))


async def say_told(context: BotContext, dossier: Dossier) -> None:
    """A notice: the newcomer hears it, or has no phone that can be reached."""
    has_phone = await context.services.phones.reachable(dossier.id)
    context.toast(news.told(dossier.newcomer) if has_phone else news.cannot_be_told(dossier.newcomer))
