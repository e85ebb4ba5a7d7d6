"""What a picture looks like, in a few bytes: to notice the very same picture sent on.

A perceptual hash of the whole picture by its cosine transform (Zauner, Implementation and benchmarking of
perceptual image hash functions, 2010). It is compared by `bot.domain.likeness`.
"""

import cv2
import numpy as np

from bot.photos.picture import Pixels

SIDE = 32
"""So many frequencies across and down: 1024 bits. Scanned forms differ in the fine ones."""
_SAMPLED = 4 * SIDE


def look_of(grey: Pixels) -> bytes:
    """The hash of a whole picture, 128 bytes.

    Args:
        grey: Height by width, of any size.
    """
    even = cv2.resize(grey, (_SAMPLED, _SAMPLED), interpolation=cv2.INTER_AREA).astype(np.float32)
    waves = cv2.dct(even)[:SIDE, :SIDE].ravel()
    # The first is the mean brightness, which says nothing about the picture.
    waves[0] = 0
    return np.packbits(waves > np.median(waves)).tobytes()
