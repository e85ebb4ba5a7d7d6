"""I want to go: choosing an activity, its screen, being announced, and how it went."""

import datetime as dt
from collections.abc import Mapping

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.dossier import Dossier
from bot.domain.errors import ButtonOld, NotYours, OfferGone
from bot.domain.going import Going
from bot.domain.participation import OWN_REASONS, REMARKS, EndedBecause, Step
from bot.handlers import choices, screens
from bot.handlers.begeleiders import announcing
from bot.handlers.newcomers import noting, others
from bot.handlers.newcomers.noting import Note
from bot.handlers.newcomers.telling import named, speak_as, speak_for
from bot.handlers.pressed import PressHandler, pressed
from bot.texts import announcing_news, going_news
from bot.texts import going as texts
from bot.texts import how_it_went as how_texts
from bot.texts.buttons import Press
from bot.texts.message import Message
from bot.texts.note_draft import Draft

A_DOUBLE_TAP = dt.timedelta(seconds=10)


async def press(update: Update, context: BotContext) -> None:
    """Do what a button about a choice says; whose it is the services check each time."""
    button = pressed(update)
    word = button.word(0)
    if word in announcing.PRESSES:
        await announcing.press(update, context, button)
        return
    handler = _PRESSES.get(word)
    if handler is None:
        raise ButtonOld
    await handler(update, context, button)


# Choosing.


async def _go(update: Update, context: BotContext, button: Press) -> None:
    """I want to go: chosen below the card, which stays to be looked at."""
    offer_id = button.number(1)
    if not context.account.newcomer_ids:
        await _guest(context, offer_id)
        return
    await speak_for(context, button, 2)
    dossier = await context.services.dossiers.own(context.account, changes=True)
    try:
        going, is_new = await context.services.participations.choose(dossier, offer_id)
    except OfferGone as refusal:
        context.say(going_news.cannot_go(context.speaker, refusal))
        await others.show(context, dossier)
        return
    if not is_new and context.turn.now - going.participation.chosen_at < A_DOUBLE_TAP:
        return
    if is_new and not await choices.after_choice(context.turn, dossier.newcomer, going):
        context.toast(going_news.nobody_reads(context.speaker))
    context.say(await _screen(context, dossier, going))


async def _guest(context: BotContext, offer_id: int) -> None:
    """Whom nobody guides sees the public part."""
    if context.account.is_begeleider:
        raise NotYours
    participations = context.services.participations
    try:
        offer = await participations.offer(offer_id)
    except OfferGone as refusal:
        context.say(going_news.cannot_go(context.speaker, refusal))
        return
    name, today = context.account.name, participations.today
    context.say(going_news.for_guest(context.speaker, offer, name=name, today=today))


async def _screen(context: BotContext, dossier: Dossier, going: Going) -> Message:
    """The screen of a choice as it is now; that the contact was seen is kept."""
    services = context.services
    seen = await services.participations.look(dossier, going.participation.id, context.account)
    screen = texts.screen(
        context.speaker,
        seen.participation,
        seen.offer,
        view=seen.view,
        is_open=seen.is_open,
        km=seen.km,
        name=dossier.newcomer.name,
        begeleider=await services.readers.guide_name(dossier.id),
        today=dossier.today,
    )
    return named(context, dossier, screen)


# A choice that was made.


async def _mine(context: BotContext, button: Press, *, changes: bool = False) -> tuple[Dossier, Going]:
    """The participation of a button, with the dossier of whose it is: on a shared phone, they speak."""
    participations = context.services.participations
    await speak_as(context, await participations.whose(button.number(1)))
    dossier = await context.services.dossiers.own(context.account, changes=changes)
    return dossier, await participations.get(dossier, button.number(1))


async def _show(update: Update, context: BotContext, button: Press) -> None:
    dossier, going = await _mine(context, button)
    await screens.show(update, context, await _screen(context, dossier, going))


async def _list(update: Update, context: BotContext, button: Press) -> None:
    """Where somebody goes, in place of the pressed screen."""
    await speak_for(context, button, 1)
    dossier = await context.services.dossiers.own(context.account)
    chosen = await context.services.participations.of(dossier)
    listed = [(going.participation, going.offer) for going in chosen]
    await screens.show(update, context, named(context, dossier, texts.list_of(context.speaker, listed)))


async def _announce(update: Update, context: BotContext, button: Press) -> None:
    """Ask the begeleider to announce them."""
    dossier, going = await _mine(context, button, changes=True)
    going, is_new = await context.services.participations.ask_handover(dossier, going.participation.id)
    speaker = context.speaker
    if not is_new:
        context.toast(going_news.asked_already(speaker))
    elif await choices.bring(context.turn, dossier.newcomer, going):
        name = await context.services.readers.guide_name(dossier.id)
        context.toast(going_news.asked(speaker, name or ""))
    else:
        context.toast(going_news.nobody_reads(speaker))
    await screens.show(update, context, await _screen(context, dossier, going))


# How it went.


async def _yes(update: Update, context: BotContext, button: Press) -> None:
    dossier, going = await _mine(context, button, changes=True)
    going = await context.services.participations.works_out(dossier, going.participation.id)
    await choices.refresh(context.turn, dossier.newcomer, going)
    screen = how_texts.good(context.speaker, going.participation, going.offer)
    await screens.show(update, context, named(context, dossier, screen))


async def _not_yet(update: Update, context: BotContext, button: Press) -> None:
    """It is asked once more after a week, and then no more."""
    dossier, going = await _mine(context, button, changes=True)
    speaker, is_again = context.speaker, bool(button.number(2))
    if not is_again and going.participation.step is Step.CHOSEN:
        await choices.ask_how_it_went(context.turn, going, choices.AGAIN)
    say = how_texts.no_hurry if is_again else how_texts.will_ask_again
    await screens.show(update, context, named(context, dossier, say(speaker, going.participation)))


async def _why(update: Update, context: BotContext, button: Press) -> None:
    dossier, going = await _mine(context, button, changes=True)
    if going.participation.is_alive:
        screen = how_texts.why(context.speaker, going.participation, going.offer)
    else:
        screen = going_news.ended(context.speaker, going.participation, going.offer)
    await screens.show(update, context, named(context, dossier, screen))


async def _end(update: Update, context: BotContext, button: Press) -> None:
    """It did not work out: the begeleider hears what concerns them, and three others come."""
    dossier, going = await _mine(context, button, changes=True)
    because = button.one_of(2, EndedBecause)
    if because not in OWN_REASONS:
        raise ButtonOld
    going, before = await context.services.participations.end(dossier, going.participation.id, because)
    screen = going_news.ended(context.speaker, going.participation, going.offer)
    await screens.show(update, context, named(context, dossier, screen))
    if before is None:
        return
    turn, newcomer = context.turn, dossier.newcomer
    if before.waits_for_begeleider:
        await choices.tell_reader(turn, newcomer, going, announcing_news.withdrew(newcomer, going.offer))
    elif because in REMARKS:
        remark = announcing_news.remark(newcomer, going.participation, going.offer)
        await choices.tell_reader(turn, newcomer, going, remark)
    await choices.refresh(turn, newcomer, going)
    await others.show(context, dossier, instead_of=going)


async def _others(update: Update, context: BotContext, button: Press) -> None:
    """Three others in place of what did not work out."""
    dossier, going = await _mine(context, button)
    await others.show(context, dossier, instead_of=going)


# Hours.


async def _note(update: Update, context: BotContext, button: Press) -> None:
    """Note hours there: the kind and the organisation are filled in."""
    dossier, going = await _mine(context, button, changes=True)
    participations = context.services.participations
    if going.participation.step is Step.CHOSEN:
        going = await participations.works_out(dossier, going.participation.id)
        await choices.refresh(context.turn, dossier.newcomer, going)
    bewijs_id = await participations.bewijs(dossier, going.participation.id)
    dossier = await context.services.dossiers.again(dossier)
    note = Note(draft=Draft(newcomer_id=dossier.id, bewijs_id=bewijs_id))
    await noting.go_on(context, dossier, note, edit=None)


_PRESSES: Mapping[str, PressHandler] = {
    "go": _go,
    "show": _show,
    "list": _list,
    "announce": _announce,
    "yes": _yes,
    "notyet": _not_yet,
    "why": _why,
    "end": _end,
    "others": _others,
    "note": _note,
}
"""What each word does. Part 1 is the participation; of "go" the offer, and then the newcomer if the card is
somebody's; of "list" the newcomer. The words of `announcing.PRESSES` are the begeleider's."""
