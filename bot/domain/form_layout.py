"""Where everything stands on a form, in millimetres from the top left of an upright A4 page.

The drawing and the reading of a form go by this one table.
"""

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle on the page, in mm."""

    x: float
    y: float
    width: float
    height: float


PAGE_MM = (210.0, 297.0)
CODE_MODULES = 21
"""A side of the code: QR version 1, correction Q."""
QUIET_MODULES = 4
CODES = (Box(155, 11, 28, 28), Box(25, 255, 28, 28))
"""Top right and bottom left, without the white border."""
MARKERS = (Box(8, 8, 10, 10), Box(192, 8, 10, 10), Box(192, 279, 10, 10), Box(8, 279, 10, 10))
"""ArUco markers of the dictionary 4x4_50 with the ids 0 to 3, clockwise from the top left."""
MARKER_CELLS = (
    ("######", "#.#..#", "##.#.#", "###..#", "###.##", "######"),
    ("######", "######", "#....#", "#.##.#", "#.#.##", "######"),
    ("######", "###..#", "###..#", "###.##", "#..#.#", "######"),
    ("######", "#.##.#", "#.##.#", "##.###", "##..##", "######"),
)
"""What they look like: # is black."""

SIGNATURE = Box(104, 232, 90, 36)
"""The outer edge of its frame; inside and for 6 mm around it there is nothing."""
FRAME_MM = 0.5
SIGNATURE_CLEAR_MM = 6.0
HOURS = Box(132, 201, 40, 14)
"""For the total; its unit is printed to the right of it. All boxes: the outer edge."""
DATE = Box(16, 228, 76, 13)
"""For the date of the signature."""
THIN_MM = 0.25
"""The frames of all boxes and the lines of the table, other than the signature's."""

NEWCOMER = Box(16, 57, 86, 9)
ORGANISATION = Box(108, 57, 86, 9)
KIND = Box(16, 75, 86, 9)
CONTACT = Box(108, 75, 86, 9)

TABLE_HEAD = Box(16, 87, 178, 9)
ROW_COUNT = 14
ROW_MM = 7.25
COLUMNS = ((16.0, 24.0), (24.0, 92.0), (92.0, 132.0), (132.0, 194.0))
"""From where to where, between the middles of the lines: the row's number (printed), the day, the hours, and
the initials of the contact."""
ROWS = tuple(
    Box(TABLE_HEAD.x, TABLE_HEAD.y + TABLE_HEAD.height + row * ROW_MM, TABLE_HEAD.width, ROW_MM)
    for row in range(ROW_COUNT)
)

TITLE = Box(25, 11, 92, 11)
SUBTITLE = Box(25, 26.5, 120, 5)
NUMBER_LABEL = Box(25, 34.5, 22, 5)
NUMBER = Box(48, 32, 72, 10)
"""The number in print, large enough to be typed from a photograph."""
NUMBER_SIGN_MM = 5.0
"""The height of its capitals."""
SHEET = Box(120, 34.5, 28, 5)
"""Which of how many sheets."""
SMALL_NUMBERS = (Box(149.5, 45, 39, 3), Box(19.5, 288.6, 39, 3))
"""The number once more, under each code."""
STATEMENT = Box(16, 201, 80, 9)
"""What is signed for."""
TOTAL_LABEL = Box(104, 201, 26, 8)
UNIT = Box(174, 206, 18, 5)
CAREFUL = Box(62, 251, 34, 9)
"""What must not be written upon."""
PHOTO_HINT = Box(62, 276, 127, 5)
LABEL_MM = 3.8
"""The height of a Dutch label; it ends with its small translation above the box it belongs to."""
TRANSLATION_MM = 3.2


def label_above(box: Box) -> Box:
    """Where the Dutch label of a box stands."""
    return Box(box.x, box.y - LABEL_MM - TRANSLATION_MM, box.width, LABEL_MM)


SIGNATURE_LABEL = Box(104, 218.5, 90, LABEL_MM)
"""Further away than other labels, as nothing may stand within 6 mm of the box."""


def cell(row: int, column: int) -> Box:
    """A cell of the table, between the middles of its lines.

    Args:
        row: From 0.
        column: From 0: the row's number, the day, the hours, the initials.
    """
    left, right = COLUMNS[column]
    return Box(left, ROWS[row].y, right - left, ROWS[row].height)


def head_cell(column: int) -> Box:
    """What stands above a column."""
    left, right = COLUMNS[column]
    return Box(left, TABLE_HEAD.y, right - left, TABLE_HEAD.height)


PRINTED = (
    TITLE,
    SUBTITLE,
    NUMBER_LABEL,
    *(label_above(box) for box in (NEWCOMER, ORGANISATION, KIND, CONTACT, DATE)),
    *(head_cell(column)._replace(height=LABEL_MM + 1) for column in range(1, len(COLUMNS))),
    STATEMENT,
    TOTAL_LABEL,
    UNIT,
    SIGNATURE_LABEL,
    CAREFUL,
    PHOTO_HINT,
)
"""Rooms of the Dutch words that stand on every form, at the same place and in the same letters."""
