"""A form that cannot be read is still told from other papers: the newcomer hears what to do better."""

import cv2
import numpy as np
import pytest

from bot.domain.form_layout import Box
from bot.domain.page_check import Problem
from bot.photos.form_reading import read_form
from bot.photos.outline import find_outline
from bot.photos.picture import Pixels
from tests.photos.kitchen_table import SIZE, a_page, a_picture, a_quad, cover, photograph


def a_letter() -> Pixels:
    """Lines of text, and a logo."""
    page = a_page()
    page[:] = 255
    cover(page, Box(20, 15, 40, 20), 50)
    for line in range(38):
        cover(page, Box(20, 50 + line * 6, 165 - line % 7 * 12, 2.5), 70)
    return page


@pytest.mark.parametrize("degrees", [4, 95, 183, 262])
def test_a_blurred_form_is_found_at_any_turn(degrees: float) -> None:
    photo = photograph(a_page(filled=5), a_quad(degrees, slant=0.1, size=2.8), blur=4)

    outline = find_outline(photo.picture)

    assert outline is not None
    assert photo.off(outline) < 8


def test_what_is_wrong_with_it_is_said_without_its_number() -> None:
    reading = read_form(photograph(a_page(), a_quad(20, size=2.8), blur=4).picture)

    assert reading is not None
    assert (reading.number, reading.signed, reading.filled_rows) == (None, None, None)
    assert [trouble.problem for trouble in reading.troubles] == [Problem.BLURRED]


@pytest.mark.parametrize("blur", [0.8, 4])
def test_another_letter_is_no_form(blur: float) -> None:
    photo = photograph(a_letter(), a_quad(8, size=2.8), blur=blur)

    assert find_outline(photo.picture) is None
    assert read_form(photo.picture) is None


def test_no_sheet_is_no_form() -> None:
    grain = np.random.default_rng(2).integers(0, 255, (30, 40)).astype(np.uint8)

    for grey in (np.full((SIZE[1], SIZE[0]), 90, np.uint8), np.asarray(cv2.resize(grain, SIZE), np.uint8)):
        assert find_outline(a_picture(grey)) is None
