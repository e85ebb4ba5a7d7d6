"""How well a photographed form can be read: how like the known print each of its printed words looks.

One measure for blur, glare, shadow, fingers and smears, and it says where. Bare sharpness (variance of the
Laplacian) depends on paper, noise and content instead.
"""

from dataclasses import dataclass

import numpy as np

from bot.domain.form_layout import Box
from bot.photos.known_print import Patch, words
from bot.photos.picture import Pixels
from bot.photos.placement import Placement
from bot.photos.registration import is_within, match_patch

AROUND_MM = (0.8, 2.0)
"""Words are looked for this far around, then further: the bend of the paper is known only so well."""
CLEAR = 0.6


@dataclass(frozen=True)
class WordSeen:
    """A printed word as the photograph shows it."""

    box: Box
    """Where it stands, in mm."""
    alike: float
    """1 as printed, 0 not at all."""


@dataclass(frozen=True)
class Legibility:
    """How well the words in the picture can be read."""

    words: tuple[WordSeen, ...]
    """Those that lie within the picture."""

    @property
    def median(self) -> float:
        """Of all words; 0 when none is in the picture."""
        return float(np.median([word.alike for word in self.words])) if self.words else 0.0


def read_words(grey: Pixels, placement: Placement) -> Legibility:
    """Compare every printed word with the known print.

    Args:
        grey: The picture.
        placement: Of the form.
    """
    inside = [word for word in words() if is_within(grey, placement.box(word.box))]
    return Legibility(tuple(WordSeen(word.box, _likeness(grey, placement, word)) for word in inside))


def _likeness(grey: Pixels, placement: Placement, word: Patch) -> float:
    alike = 0.0
    for around in AROUND_MM:
        if alike < CLEAR:
            alike = max(alike, match_patch(grey, placement, word, around)[1])
    return alike
