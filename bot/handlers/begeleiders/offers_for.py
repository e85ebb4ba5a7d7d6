"""A begeleider looks for an activity beside somebody: sends it, chooses it, or keeps it away from them."""

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.dossier import Dossier
from bot.domain.errors import OfferGone
from bot.domain.ids import NewcomerId, OfferId
from bot.domain.languages import SOURCE_LANGUAGE, SPOKEN
from bot.domain.people import Newcomer
from bot.domain.search import Match, Search
from bot.handlers import screens
from bot.handlers.begeleiders import announcing, offer_form
from bot.handlers.begeleiders.news import tell_newcomer
from bot.handlers.newcomers import finding, finding_screens
from bot.handlers.newcomers.finding_screens import Look
from bot.texts import begeleider_offer_for as texts
from bot.texts import buttons, finding_card, going, thought_of
from bot.texts.buttons import Press
from bot.texts.message import Message
from bot.texts.offer_card import offer_card
from bot.texts.speaker import Speaker, speaker_for


async def ask_whom(update: Update, context: BotContext, button: Press) -> None:
    """For whom is looked?"""
    people = await context.services.caseload.people(context.account)
    page = button.number(1) if len(button.parts) > 1 else 0
    await screens.show(update, context, texts.for_whom(people, page))


async def look_for(update: Update, context: BotContext, button: Press) -> None:
    """Begin the search, for somebody or for nobody in particular."""
    await offer_form.pause(context)
    whom = None if button.word(1) == buttons.NOTHING else NewcomerId(button.number(1))
    await finding.open_search(context, None, whom=whom, update=update)


# Sending.


async def send(_: Update, context: BotContext, button: Press) -> None:
    """Send an activity to somebody's phones; the same one once a day."""
    dossier = await context.services.dossiers.guided(button.number(1), by=context.account, changes=True)
    match = await _match(context, dossier, button.number(2))
    if match is None:
        return
    newcomer = dossier.newcomer
    if not await context.services.phones.reachable(newcomer.id):
        context.toast(texts.no_phone(newcomer), is_alert=True)
        return
    if not await context.services.suggesting.suggest(dossier, match.offer.id):
        context.toast(texts.sent_already(newcomer))
        return
    await tell_newcomer(context, dossier, lambda speaker, name: _thought_of(speaker, dossier, match, name))
    context.toast(texts.sent(newcomer))


async def _match(context: BotContext, dossier: Dossier, offer_id: int) -> Match | None:
    """The activity while this newcomer may have it; else a notice."""
    try:
        return await context.services.searching.look_at(context.account, dossier.id, OfferId(offer_id))
    except OfferGone:
        context.toast(texts.gone(), is_alert=True)
        return None


def _thought_of(speaker: Speaker, dossier: Dossier, match: Match, begeleider: str) -> Message:
    rows = finding_card.card_rows(
        speaker,
        dossier.id,
        match.offer,
        (match.offer.id,),
        is_saved=False,
        first=(thought_of.want_row(speaker, dossier.id, match.offer.id),),
    )
    card = offer_card(speaker, match, Search(), today=dossier.today, buttons=rows)
    return thought_of.thought_of(speaker, card, begeleider)


# Choosing, and keeping away.


async def choose(update: Update, context: BotContext, button: Press) -> None:
    """Choose an activity for somebody; without a phone, what to read aloud or to print comes here."""
    dossier = await context.services.dossiers.guided(button.number(1), by=context.account, changes=True)
    await announcing.choose_for(update, context, dossier, button.number(2))
    if not await context.services.phones.reachable(dossier.id):
        await _read_aloud(context, dossier, button.number(2))


async def _read_aloud(context: BotContext, dossier: Dossier, offer_id: int) -> None:
    participations = context.services.participations
    chosen = [one for one in await participations.of(dossier) if one.offer.id == offer_id]
    if not chosen:
        return
    seen = await participations.look(dossier, chosen[0].participation.id)
    begeleider = await context.services.readers.guide_name(dossier.id)
    for language in _languages(dossier.newcomer):
        screen = going.screen(
            speaker_for(language),
            seen.participation,
            seen.offer,
            view=seen.view,
            is_open=seen.is_open,
            km=seen.km,
            name=dossier.newcomer.name,
            begeleider=begeleider,
            today=dossier.today,
        )
        context.say(texts.to_read_aloud(dossier.newcomer, screen))


def _languages(newcomer: Newcomer) -> list[str]:
    """What the newcomer reads, and Dutch for who reads it aloud."""
    own = newcomer.language if newcomer.language in SPOKEN else None
    return list(dict.fromkeys(one for one in (own, SOURCE_LANGUAGE) if one))


async def refuse(update: Update, context: BotContext, button: Press) -> None:
    """An activity is not for this person; undone in one tap."""
    dossier = await context.services.dossiers.guided(button.number(1), by=context.account, changes=True)
    offer = await context.services.catalogue_care.get(context.account, button.number(2))
    await announcing.refuse_for(context, dossier, offer.id)
    await screens.show(update, context, texts.refused(dossier.newcomer, offer))


async def allow(update: Update, context: BotContext, button: Press) -> None:
    """It is for this person after all."""
    dossier = await context.services.dossiers.guided(button.number(1), by=context.account, changes=True)
    offer_id = OfferId(button.number(2))
    await context.services.announcing.allow(dossier, offer_id)
    await finding_screens.card(context, Look(whom=dossier.id, update=update), offer_id, (offer_id,))
