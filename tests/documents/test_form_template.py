"""The reference print that photographs are held against is the print that is drawn now."""

import numpy as np
from PIL import Image

from benchmarks.form_template import DOTS_PER_INCH, MM_IN_AN_INCH, TEMPLATE, render_template
from bot.domain.form_layout import HOURS, PAGE_MM, PRINTED, SIGNATURE


def test_the_kept_print_is_the_print_of_today() -> None:
    kept, drawn = np.asarray(Image.open(TEMPLATE), int), np.asarray(render_template(), int)

    assert kept.shape == drawn.shape
    assert np.abs(kept - drawn).mean() < 0.2


def test_a_pixel_of_it_lies_where_the_layout_says() -> None:
    dark = np.asarray(Image.open(TEMPLATE)) < 128

    for box in (SIGNATURE, HOURS):
        middle = round((box.y + box.height / 2) / MM_IN_AN_INCH * DOTS_PER_INCH)
        around = np.flatnonzero(
            dark[middle, round((box.x - 1) * 150 / 25.4) : round((box.x + 1) * 150 / 25.4)]
        )
        left = round((box.x - 1) * 150 / 25.4) + around[0]
        assert abs(left * MM_IN_AN_INCH / DOTS_PER_INCH - box.x) < 0.2
    assert dark.shape == tuple(round(side / MM_IN_AN_INCH * DOTS_PER_INCH) for side in reversed(PAGE_MM))


def test_words_stand_in_every_printed_room() -> None:
    dark = np.asarray(Image.open(TEMPLATE)) < 128

    for box in PRINTED:
        left, top, width, height = (round(side / MM_IN_AN_INCH * DOTS_PER_INCH) for side in box)
        assert dark[top : top + height, left : left + width].sum() > 50
