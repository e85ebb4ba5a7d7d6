"""Tells which rows of the table have hours in them, written or printed."""

import cv2
import numpy as np

from bot.domain.form_layout import COLUMNS, ROW_COUNT, ROWS, Box
from bot.photos.ink import CONTRAST, PER_MM, Shares, lightness, stray_of, without_specks
from bot.photos.picture import Pixels
from bot.photos.placement import Placement
from bot.photos.registration import is_within

INSIDE_MM = 1.1
"""How far inside its lines a cell is looked at."""
WRITTEN_MM2 = 1.0
PAPER_MM = 4.5
"""Digits that are blurred into each other are this wide."""
NOISES = 4.0
PARTS = 6
"""A cell is never full: of so many parts, calm ones tell what bare paper looks like there."""
LINE = (0.6, 2.0)
"""What is as long as this share of the cell and no higher than so many mm is a line of the table."""
_LEFT, _RIGHT = COLUMNS[2]
_COLUMN = Box(_LEFT, ROWS[0].y, _RIGHT - _LEFT, ROWS[-1].y + ROWS[-1].height - ROWS[0].y)
"""That of the hours."""


def filled_rows(grey: Pixels, placement: Placement) -> tuple[int, ...] | None:
    """The rows with something in the column of the hours, from 0.

    Args:
        grey: The picture.
        placement: Of the form.

    Returns:
        None when a part of the column lies outside the picture.
    """
    if not is_within(grey, placement.box(_COLUMN)):
        return None
    light = lightness(placement.flatten(grey, PER_MM, _COLUMN), PAPER_MM)
    return tuple(row for row in range(ROW_COUNT) if _ink_in(_cell(light, row)) >= WRITTEN_MM2)


def _cell(light: Shares, row: int) -> Shares:
    inside = round(INSIDE_MM * PER_MM)
    top, bottom = (round((ROWS[row].y + down - _COLUMN.y) * PER_MM) for down in (0, ROWS[row].height))
    return light[top + inside : bottom - inside, inside:-inside]


def _ink_in(light: Shares) -> float:
    """How much of a cell is dark, in mm²."""
    parts = np.array_split(light, PARTS, axis=1)
    calm = sorted(stray_of(part) for part in parts)[2]
    usual = float(np.percentile([float(np.median(part)) for part in parts], 75))
    dark = without_specks(np.asarray(usual - light > max(CONTRAST, NOISES * calm), np.uint8))
    _, _, found, _ = cv2.connectedComponentsWithStats(dark)
    is_line = (found[:, cv2.CC_STAT_WIDTH] > LINE[0] * light.shape[1]) & (
        found[:, cv2.CC_STAT_HEIGHT] < LINE[1] * PER_MM
    )
    return float(found[1:, cv2.CC_STAT_AREA][~is_line[1:]].sum()) / PER_MM**2
