"""🔎 Aanbod: a begeleider's side of offers, and the one table of everything that can be pressed there."""

from collections.abc import Mapping

from telegram import Message as Received
from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.errors import ButtonOld, NotAllowed, OfferGone
from bot.domain.offer import Offer
from bot.domain.offer_fields import CONDITIONS, NO, YES, OfferField, value_of
from bot.handlers import screens, states
from bot.handlers.begeleiders import offer_form, offer_news, offer_pages, offers_for, wishes_overview
from bot.handlers.pressed import PressHandler, pressed
from bot.services.catalogue_care import Changed
from bot.texts import begeleider_offer_home as home_texts
from bot.texts import begeleider_offers as texts
from bot.texts import begeleider_refusals
from bot.texts.buttons import Press
from bot.texts.message import Message


async def show(_: Update, context: BotContext) -> None:
    """/aanbod: what a begeleider can do with offers."""
    await offer_form.pause(context)
    context.say(await _home(context))


async def _show_home(update: Update, context: BotContext, _: Press) -> None:
    await offer_form.pause(context)
    await states.leave(context, states.OFFER_TITLE)
    await screens.show(update, context, await _home(context))


async def _home(context: BotContext) -> Message:
    unchecked = await context.services.catalogue_care.count_unchecked(context.account)
    return home_texts.home(unchecked, draft=await offer_form.unfinished(context))


# Looking one up by its title.


async def _ask_title(update: Update, context: BotContext, _: Press) -> None:
    context.account.as_begeleider()
    await states.enter(context, states.OFFER_TITLE, words=None)
    await screens.show(update, context, home_texts.ask_title())


async def take_title(context: BotContext, message: Received) -> bool:
    """Take words of a title; False for what is no text."""
    if message.text is None or not context.account.is_begeleider:
        return False
    words = " ".join(message.text.split())
    await states.enter(context, states.OFFER_TITLE, words=words)
    context.say(await _titles(context, words, 0))
    return True


async def _turn_titles(update: Update, context: BotContext, button: Press) -> None:
    found = await states.current(context)
    if found is None or found[0] != states.OFFER_TITLE or not found[1]["words"]:
        await _ask_title(update, context, button)
        return
    await screens.show(update, context, await _titles(context, found[1]["words"], button.number(1)))


async def _titles(context: BotContext, words: str, page: int) -> Message:
    care = context.services.catalogue_care
    return home_texts.titles(await care.titled(context.account, words), words, page, care.today)


# One offer.


async def _show_offer(update: Update, context: BotContext, button: Press) -> None:
    offer = await context.services.catalogue_care.get(context.account, button.number(1))
    await offer_form.pause(context)
    await screens.show(update, context, await offer_pages.page(context, offer))


async def _choose_field(update: Update, context: BotContext, button: Press) -> None:
    offer = await context.services.catalogue_care.get(context.account, button.number(1))
    context.edit(update, texts.choose_field(offer))


async def _gone(update: Update, context: BotContext, button: Press) -> None:
    """Say that an offer no longer exists, or does after all."""
    words = YES if texts.HOLDS_OF.get(button.word(2)) else NO
    care = context.services.catalogue_care
    changed = await care.correct(context.account, button.number(1), OfferField.GONE, words)
    await _changed(update, context, changed)


async def _undo(update: Update, context: BotContext, button: Press) -> None:
    offer = await context.services.catalogue_care.undo(context.account, button.number(1))
    if offer is None:
        context.toast(texts.not_undone(), is_alert=True)
        return
    context.toast(texts.undone())
    await offer_news.tell(context.turn, offer)
    context.edit(update, await offer_pages.page(context, offer))


async def _changed(update: Update, context: BotContext, changed: Changed) -> None:
    if changed.change_id is not None:
        context.toast(texts.corrected())
        await offer_news.tell(context.turn, changed.offer)
    context.edit(update, await offer_pages.page(context, changed.offer, undo=changed.change_id))


# Checking the two conditions.


async def _check(update: Update, context: BotContext, _: Press) -> None:
    await _next(update, context, None)


async def _later(update: Update, context: BotContext, button: Press) -> None:
    await _next(update, context, button.number(1))


async def _next(update: Update, context: BotContext, before: int | None) -> None:
    offer = await context.services.catalogue_care.next_unchecked(context.account, before=before)
    left = await context.services.catalogue_care.count_unchecked(context.account)
    shown = texts.nothing_to_check(left) if offer is None else await _check_card(context, offer)
    await screens.show(update, context, shown)


async def _check_card(context: BotContext, offer: Offer) -> Message:
    left = await context.services.catalogue_care.count_unchecked(context.account)
    return texts.check_card(await offer_pages.shown(context, offer), left)


async def _mark(update: Update, context: BotContext, button: Press) -> None:
    """Say whether a condition holds; a colleague who was first is heard first."""
    field = button.one_of(2, OfferField)
    holds, seen = _holds(button, 3), _holds(button, 4)
    if field not in CONDITIONS:
        raise ButtonOld
    care = context.services.catalogue_care
    changed = await care.mark(context.account, button.number(1), field, holds, seen=seen)
    if changed.change_id is None and value_of(changed.offer.details, field).holds is not holds:
        names = await care.checkers(changed.offer.details)
        by = value_of(changed.offer.details, field).by
        context.toast(texts.decided_meanwhile(names.get(by)), is_alert=True)
    elif changed.change_id is not None:
        await offer_news.tell(context.turn, changed.offer)
    if button.word(5) == texts.IN_QUEUE:
        context.edit(update, await _check_card(context, changed.offer))
    else:
        context.edit(update, await offer_pages.page(context, changed.offer, undo=changed.change_id))


def _holds(button: Press, place: int) -> bool | None:
    if button.word(place) not in texts.HOLDS_OF:
        raise ButtonOld
    return texts.HOLDS_OF[button.word(place)]


PRESSES: Mapping[str, PressHandler] = {
    "home": _show_home,
    # Looking for somebody
    "search": offers_for.ask_whom,
    "for": offers_for.look_for,
    "send": offers_for.send,
    "choose": offers_for.choose,
    "not": offers_for.refuse,
    "allow": offers_for.allow,
    # Adding and correcting
    "add": offer_form.begin,
    "f": offer_form.press,
    "find": _ask_title,
    "titles": _turn_titles,
    "offer": _show_offer,
    "fix": _choose_field,
    "field": offer_form.correct,
    "gone": _gone,
    "undo": _undo,
    # Checking
    "check": _check,
    "later": _later,
    "mark": _mark,
    # Wishes
    "wishes": wishes_overview.show,
    "picture": wishes_overview.ask_picture,
}
"""What each word of a `buttons.CATALOGUE` button does; every service asks whether it is a begeleider's."""


async def press(update: Update, context: BotContext) -> None:
    """Do what a button of the begeleider's side of offers says."""
    context.account.as_begeleider()
    button = pressed(update)
    handler = PRESSES.get(button.word(0))
    if handler is None:
        raise ButtonOld
    said = len(context.turn.outgoing)
    try:
        await handler(update, context, button)
    except OfferGone as refusal:
        del context.turn.outgoing[said:]
        context.toast(_sentence(refusal), is_alert=True)


def _sentence(refusal: NotAllowed) -> str:
    sentence = begeleider_refusals.sentence(refusal)
    assert sentence is not None
    return sentence
