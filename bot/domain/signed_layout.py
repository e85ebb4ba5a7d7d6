"""Where a digital bewijs has what a form on paper has not, in millimetres from the top left of the page."""

from bot.domain.form_layout import SIGNATURE, Box

VERIFY_CODE = Box(122, 8, 24, 24)
"""Tells whether it is genuine. Without its white border, which touches that of no other code."""
VERIFY_WORDS = Box(95, 41.5, 53.5, 4)
VERIFY_TRANSLATION = Box(95, 45, 53.5, 3.2)
VERIFY_TEXT = Box(48, 42.5, 100, 4)
"""The code in letters, where no page can tell."""

_EDGE_MM = 4.5
"""Nearer to the frame the reading of a photograph takes ink for a piece of it."""
_LEFT, _WIDTH = SIGNATURE.x + _EDGE_MM, SIGNATURE.width - 2 * _EDGE_MM
DRAWN = Box(_LEFT, SIGNATURE.y + _EDGE_MM, _WIDTH, 15)
NAME = Box(_LEFT, DRAWN.y + DRAWN.height, _WIDTH, 6.5)
SIGNED_ON = Box(_LEFT, NAME.y + NAME.height, _WIDTH, 5)
NAME_ALONE = Box(_LEFT, DRAWN.y, _WIDTH, DRAWN.height + NAME.height)
"""Who does not draw has their name large."""
