"""Buttons of the begeleider's side of offers."""

from bot.texts import buttons
from bot.texts.dutch import dutch_plain
from bot.texts.message import Button


def button(label: str, *parts: object) -> Button:
    """A button of the begeleider's side of offers."""
    return Button(label=label, data=buttons.data(buttons.CATALOGUE, *parts))


def to_home() -> Button:
    """Back to the way in."""
    return button(dutch_plain("⬅️ Aanbod"), "home")


def to_offer(offer_id: int) -> Button:
    """Back to an offer's own screen."""
    return button(dutch_plain("⬅️ Terug"), "offer", offer_id)
