"""What follows when a begeleider adds, corrects or checks an offer."""

from bot.delivery.turn import Turn
from bot.domain.offer import Offer
from bot.handlers import choices
from bot.handlers.later.new_offers import ask_to_look


async def tell(turn: Turn, offer: Offer) -> None:
    """Kept wishes are looked at again, and choices that waited for this offer are settled.

    Args:
        turn: The unit of work in which the offer changed.
        offer: As it is now.
    """
    await choices.ask_to_settle(turn, offer.id)
    await ask_to_look(turn)
