"""The warm handover (`warme-overdracht`): the begeleider announces somebody, or says why not now."""

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.dossier import Dossier
from bot.domain.errors import ParticipationSettled
from bot.domain.going import Going
from bot.domain.participation import Handover, NotNowBecause
from bot.handlers import choices
from bot.handlers.begeleiders import choice_card
from bot.handlers.begeleiders.news import tell_newcomer
from bot.texts import announcing as texts
from bot.texts import announcing_news as news
from bot.texts import going_news
from bot.texts.buttons import Press


async def agree(update: Update, context: BotContext, button: Press) -> None:
    await _decide(update, context, button, Handover.AGREED)


async def done(update: Update, context: BotContext, button: Press) -> None:
    await _decide(update, context, button, Handover.DONE)


async def not_now(update: Update, context: BotContext, button: Press) -> None:
    """Not now, once a reason is tapped."""
    if len(button.parts) > 2:
        await _decide(update, context, button, Handover.DECLINED, button.one_of(2, NotNowBecause))
        return
    dossier, going = await choice_card.guided(context, button, changes=True)
    context.edit(update, texts.why_not_now(dossier.newcomer, going.participation, going.offer))


async def _decide(
    update: Update,
    context: BotContext,
    button: Press,
    handover: Handover,
    why: NotNowBecause | None = None,
) -> None:
    """The newcomer hears what was decided; what comes too late shows how it stands now."""
    dossier, going = await choice_card.guided(context, button, changes=True)
    try:
        going, is_new = await context.services.announcing.decide(
            dossier, going.participation.id, handover, why
        )
    except ParticipationSettled:
        context.toast(news.decided_already(), is_alert=True)
        is_new = False
    if is_new:
        await _tell_decision(context, dossier, going, why)
        await choice_card.say_told(context, dossier)
    await choice_card.redraw(update, context, dossier, going)


async def _tell_decision(
    context: BotContext, dossier: Dossier, going: Going, why: NotNowBecause | None
) -> None:
    chosen, offer = going.participation, going.offer
    match chosen.handover:
        case Handover.AGREED:
            await tell_newcomer(
                context, dossier, lambda speaker, name: going_news.will_announce(speaker, name, chosen, offer)
            )
        case Handover.DONE:
            await tell_newcomer(
                context, dossier, lambda speaker, name: going_news.announced(speaker, name, chosen, offer)
            )
            await choices.ask_how_it_went(context.turn, going, choices.ANNOUNCED)
        case Handover.DECLINED:
            because = why or NotNowBecause.OTHER
            await tell_newcomer(
                context,
                dossier,
                lambda speaker, name: going_news.not_now(speaker, name, chosen, offer, because),
            )
            await choices.ask_how_it_went(context.turn, going, choices.DECLINED)
