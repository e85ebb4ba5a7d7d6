"""A bewijs on another organisation's own paper, to be photographed as `kitchen_table` does."""

import cv2
import numpy as np

from bot.photos.opening import encoded
from bot.photos.picture import Pixels
from tests.photos.kitchen_table import PER_MM, Photograph

_GROUPS = ("praattafel", "kookgroep", "wandeling", "naailes", "leeskring", "repair")
LINES = (
    ("Buurthuis De Linde", 3.4, 25.0),
    ("ATTEST VAN DEELNAME", 5.0, 45.0),
    *(
        (f"Wij verklaren dat u deelnam aan onze {group},", 3.0, 62.0 + 7 * at)
        for at, group in enumerate(_GROUPS)
    ),
    ("samen twaalf uren in oktober.", 3.0, 104.0),
    ("Datum: 21 november", 3.0, 130.0),
    ("De verantwoordelijke", 3.0, 140.0),
)
"""What it says, how tall its capitals are and where each line stands, in mm."""


def a_letter(lines: tuple[tuple[str, float, float], ...] = LINES) -> Pixels:
    """A white A4 page with lines of text: their words, height of capitals and place, in mm."""
    page = np.full((round(297 * PER_MM), round(210 * PER_MM)), 255, np.uint8)
    for text, height, top in lines:
        place = (round(22 * PER_MM), round(top * PER_MM))
        cv2.putText(page, text, place, cv2.FONT_HERSHEY_SIMPLEX, height * PER_MM / 22, 20, 3, cv2.LINE_AA)
    return page


def sent(photo: Photograph) -> bytes:
    """A photograph as a phone sends it."""
    return encoded(photo.picture.colour, 80)
