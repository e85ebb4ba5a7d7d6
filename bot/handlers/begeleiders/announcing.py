"""The begeleider's card of a choice: checking, announcing, saying what is not for somebody; their list."""

from collections.abc import Mapping

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.dossier import Dossier
from bot.domain.errors import ButtonOld, NotAllowed, OfferGone, ParticipationSettled
from bot.domain.going import Going
from bot.domain.offer import Condition
from bot.domain.participation import EndedBecause, Step
from bot.handlers import choices, screens
from bot.handlers.begeleiders import choice_card, handover
from bot.handlers.begeleiders.news import tell_newcomer
from bot.handlers.later.new_offers import ask_to_look
from bot.handlers.pressed import PressHandler, pressed
from bot.texts import announcing as texts
from bot.texts import announcing_news as news
from bot.texts import begeleider_refusals, going_news
from bot.texts.buttons import Press
from bot.texts.message import Message

_HOLDS = {texts.YES: True, texts.NO: False, texts.NOT_SAID: None}


async def press(update: Update, context: BotContext, button: Press | None = None) -> None:
    """Do what a button of the card says; who may, the services check each time."""
    button = button or pressed(update)
    handler = PRESSES.get(button.word(0))
    if handler is None:
        raise ButtonOld
    said = len(context.turn.outgoing)
    try:
        await handler(update, context, button)
    except NotAllowed as refusal:
        if (sentence := begeleider_refusals.sentence(refusal)) is None:
            raise
        del context.turn.outgoing[said:]
        context.toast(sentence, is_alert=True)


async def _show(update: Update, context: BotContext, button: Press) -> None:
    dossier, going = await choice_card.guided(context, button)
    await screens.show(update, context, await choice_card.card(context, dossier, going.participation.id))


# The two conditions.


async def _mark(update: Update, context: BotContext, button: Press) -> None:
    """Say for everybody whether a condition holds; who waits for it hears what that means."""
    dossier, going = await choice_card.guided(context, button, changes=True)
    holds, seen = _holds(button, 3), _holds(button, 4)
    if holds is None:
        raise ButtonOld
    await _mark_one(context, going, button.one_of(2, Condition), holds, seen=seen)
    await _settle(update, context, dossier, going)


def _holds(button: Press, place: int) -> bool | None:
    word = button.word(place)
    if word not in _HOLDS:
        raise ButtonOld
    return _HOLDS[word]


async def _mark_one(
    context: BotContext, going: Going, condition: Condition, holds: bool, *, seen: bool | None
) -> None:
    changed = await context.services.catalogue_care.mark(
        context.account, going.offer.id, texts.FIELD_OF[condition], holds, seen=seen
    )
    if changed.change_id is not None:
        # What is checked now may fit a kept wish.
        await ask_to_look(context.turn)
    elif changed.offer.details.condition(condition).holds is not holds:
        context.toast(news.decided_already(), is_alert=True)


async def _ok(update: Update, context: BotContext, button: Press) -> None:
    """Both conditions hold, and the newcomer may go."""
    dossier, going = await choice_card.guided(context, button, changes=True)
    for condition in Condition:
        if going.offer.details.condition(condition).holds is None:
            await _mark_one(context, going, condition, True, seen=None)
    await _settle(update, context, dossier, going)


async def _settle(update: Update, context: BotContext, dossier: Dossier, going: Going) -> None:
    """Let this choice go on or end as the offer is now; those of others follow."""
    before = going.participation.step
    going = await context.services.participations.get(dossier, going.participation.id)
    after = await choices.settle(context.turn, dossier, going, await choice_card.name_of(context))
    if before is Step.ASKED and after.participation.step is not before and context.turn.toast is None:
        await choice_card.say_told(context, dossier)
    await choices.ask_to_settle(context.turn, going.offer.id, without=going.participation.id)
    context.edit(update, await choice_card.card(context, dossier, going.participation.id))


# What is not for somebody.


async def _refuse(update: Update, context: BotContext, button: Press) -> None:
    """Part 1 is the newcomer, part 2 the offer, part 3 the participation whose card it is."""
    dossier = await context.services.dossiers.guided(button.number(1), by=context.account, changes=True)
    going = await context.services.participations.get(dossier, button.number(3))
    if going.offer.id != button.number(2):
        raise ButtonOld
    await refuse_for(context, dossier, going.offer.id)
    await choice_card.redraw(update, context, dossier, going)


async def refuse_for(context: BotContext, dossier: Dossier, offer_id: int) -> None:
    """An offer is not for this newcomer; who chose it already hears so.

    Raises:
        OfferGone: There is no such offer.
    """
    _, ended = await context.services.announcing.refuse(dossier, offer_id)
    if ended is None:
        return
    await choices.tell_ended(context.turn, dossier.newcomer, ended, await choice_card.name_of(context))
    await choices.refresh(context.turn, dossier.newcomer, ended)
    await choice_card.say_told(context, dossier)


async def _allow(update: Update, context: BotContext, button: Press) -> None:
    dossier = await context.services.dossiers.guided(button.number(1), by=context.account, changes=True)
    await context.services.announcing.allow(dossier, button.number(2))
    context.toast(news.allowed())
    await screens.show(update, context, await _list(context, dossier))


# How it went, said for who has no phone.


async def _went(update: Update, context: BotContext, button: Press) -> None:
    dossier, going = await choice_card.guided(context, button, changes=True)
    try:
        await context.services.participations.works_out(dossier, going.participation.id)
    except ParticipationSettled:
        context.toast(news.decided_already(), is_alert=True)
    await choice_card.redraw(update, context, dossier, going)


async def _stopped(update: Update, context: BotContext, button: Press) -> None:
    dossier, going = await choice_card.guided(context, button, changes=True)
    await context.services.participations.end(dossier, going.participation.id, EndedBecause.OTHER)
    await choice_card.redraw(update, context, dossier, going)


# A person's activities.


async def _person(update: Update, context: BotContext, button: Press) -> None:
    dossier = await context.services.dossiers.guided(button.number(1), by=context.account)
    await screens.show(update, context, await _list(context, dossier))


async def _list(context: BotContext, dossier: Dossier) -> Message:
    services = context.services
    chosen = [(going.participation, going.offer) for going in await services.participations.of(dossier)]
    return news.of_person(dossier.newcomer, chosen, await services.announcing.refused(dossier))


async def choose_for(update: Update, context: BotContext, dossier: Dossier, offer_id: int) -> None:
    """The begeleider chooses for somebody beside them; the newcomer hears it on every phone.

    Args:
        update: The press.
        context: The begeleider's.
        dossier: Opened by them.
        offer_id: What they chose.
    """
    try:
        going, is_new = await context.services.participations.choose(dossier, offer_id)
    except OfferGone:
        context.toast(news.cannot_any_more(), is_alert=True)
        return
    chosen, offer = going.participation, going.offer
    if is_new and chosen.step is Step.CHOSEN:
        await choices.after_choice(context.turn, dossier.newcomer, going)
        await tell_newcomer(
            context, dossier, lambda speaker, name: going_news.chosen_for_you(speaker, name, chosen, offer)
        )
        await choice_card.say_told(context, dossier)
    context.say(await choice_card.card(context, dossier, chosen.id))


PRESSES: Mapping[str, PressHandler] = {
    "card": _show,
    "mark": _mark,
    "ok": _ok,
    "refuse": _refuse,
    "allow": _allow,
    "agree": handover.agree,
    "done": handover.done,
    "notnow": handover.not_now,
    "went": _went,
    "stopped": _stopped,
    "person": _person,
}
"""What each word does. Part 1 is the participation; of "refuse", "allow" and "person" the newcomer."""
