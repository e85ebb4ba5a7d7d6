"""Notes coarsely what was written on a form by hand, to notice a copy of it under another number.

Only where hands write: what is printed is alike on every form of a newcomer. It is compared by
`bot.domain.likeness`.
"""

import cv2
import numpy as np

from bot.domain.form_layout import DATE, HOURS, ROW_COUNT, SIGNATURE, Box, cell
from bot.domain.likeness import CELL_MM, WRITING
from bot.photos.picture import Pixels
from bot.photos.scan import PER_MM

_INK = 150
"""Darker than this on a clean scan is ink."""
_SHARE = 0.07
"""Of a cell: with more ink than this it is written on; a thin stroke covers a quarter."""
_FRAME_MM = 1.5
"""What lies this close to a printed frame is not looked at."""
_BY_HAND = (SIGNATURE, HOURS, DATE, *(cell(row, 3) for row in range(ROW_COUNT)))


def writing_of(clean: Pixels) -> bytes:
    """Which cells of a form are written on.

    Args:
        clean: A cleaned scan of the form at `PER_MM`, grey.

    Returns:
        A bit for each cell, row by row; about 2.5 kB.
    """
    ink = np.zeros(clean.shape, np.uint8)
    for box in _BY_HAND:
        left, top, right, bottom = _pixels_within(box)
        ink[top:bottom, left:right] = (clean[top:bottom, left:right] < _INK) * 255
    across, down = WRITING.width / CELL_MM, WRITING.height / CELL_MM
    left, top = round(WRITING.x * PER_MM), round(WRITING.y * PER_MM)
    part = ink[top : top + round(WRITING.height * PER_MM), left : left + round(WRITING.width * PER_MM)]
    cells = cv2.resize(part, (round(across), round(down)), interpolation=cv2.INTER_AREA)
    return np.packbits(cells > _SHARE * 255).tobytes()


def _pixels_within(box: Box) -> tuple[int, int, int, int]:
    left, top = box.x + _FRAME_MM, box.y + _FRAME_MM
    right, bottom = box.x + box.width - _FRAME_MM, box.y + box.height - _FRAME_MM
    return round(left * PER_MM), round(top * PER_MM), round(right * PER_MM), round(bottom * PER_MM)
