"""An offer's own screen for begeleiders, and the card that newcomers see of it."""

import datetime as dt

from bot.delivery.context import BotContext
from bot.domain.ids import OfferId
from bot.domain.offer import IN_CHAT, Offer, OfferDetails
from bot.domain.search import Hit, Match, Search
from bot.texts import begeleider_offer_for as for_texts
from bot.texts import begeleider_offers as texts
from bot.texts.begeleider_offers import OfferPage
from bot.texts.dutch import dutch_speaker
from bot.texts.message import Message
from bot.texts.offer_card import offer_card


async def page(context: BotContext, offer: Offer, *, undo: int | None = None) -> Message:
    """An offer as it is now, with what can be done.

    Args:
        context: Of the begeleider.
        offer: Any offer.
        undo: The change that was just made.
    """
    return texts.offer_page(await shown(context, offer, undo=undo))


def as_newcomers_see(today: dt.date, details: OfferDetails) -> Message:
    """The card of an offer that is not kept yet."""
    offer = Offer(id=OfferId(0), source=IN_CHAT, reference="", details=details)
    match = Match(offer=offer, hit=Hit(offer_id=offer.id, fit=1.0, km=None))
    return for_texts.as_newcomers_see(offer_card(dutch_speaker(), match, Search(), today=today).text)


async def shown(context: BotContext, offer: Offer, *, undo: int | None = None) -> OfferPage:
    """What an offer's screen is made of."""
    care = context.services.catalogue_care
    zone = context.services.surroundings.zone
    changes = await care.changes(offer)
    return OfferPage(
        offer=offer,
        today=care.today,
        checkers=await care.checkers(offer.details),
        changes=[(one.name, one.change.at.astimezone(zone).date(), one.change.field) for one in changes],
        undo=undo,
    )
