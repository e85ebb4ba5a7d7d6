"""Signed or not, and which rows are filled: a pen, a pencil, a stamp, a name; not specks or folds."""

from collections.abc import Callable

import cv2
import numpy as np
import pytest

from bot.domain.form_layout import SIGNATURE, Box, cell
from bot.photos.form_reading import FormReading, read_form
from bot.photos.picture import Pixels
from tests.photos.kitchen_table import (
    PER_MM,
    Photograph,
    a_page,
    a_picture,
    a_quad,
    a_signature,
    cover,
    photograph,
    write,
)

LEFT, TOP, RIGHT, BOTTOM = (
    SIGNATURE.x,
    SIGNATURE.y,
    SIGNATURE.x + SIGNATURE.width,
    SIGNATURE.y + SIGNATURE.height,
)


def read(photo: Photograph) -> FormReading:
    reading = read_form(photo.picture)
    assert reading is not None
    return reading


def a_pen(page: Pixels) -> None:
    write(page, a_signature())


def a_pencil(page: Pixels) -> None:
    write(page, a_signature(), grey=150, pen_mm=0.4)


def initials(page: Pixels) -> None:
    write(page, np.array([[140, 245], [142, 255], [145, 246], [147, 256], [150, 244]], float))


def a_stamp(page: Pixels) -> None:
    middle = (round(150 * PER_MM), round(250 * PER_MM))
    cv2.circle(page, middle, round(13 * PER_MM), 110, round(0.8 * PER_MM), cv2.LINE_AA)
    cv2.putText(page, "DE BRUG", (round(141 * PER_MM), round(252 * PER_MM)), 0, 1.6, 110, 5, cv2.LINE_AA)


def a_typed_name(page: Pixels) -> None:
    cv2.putText(page, "J. Peeters", (round(130 * PER_MM), round(252 * PER_MM)), 0, 1.1, 30, 3, cv2.LINE_AA)


def specks(page: Pixels) -> None:
    for x, y in [(120, 240), (131, 251), (150, 246), (170, 260), (171, 240)]:
        write(page, np.array([[x, y], [x + 0.4, y + 0.3]], float), grey=60)


def a_fold(page: Pixels) -> None:
    write(page, np.array([[0, 243], [210, 255]], float), grey=150, pen_mm=0.4)


def a_shadow(page: Pixels) -> None:
    page[round(248 * PER_MM) :] = (page[round(248 * PER_MM) :] * 0.55).astype(np.uint8)


def nothing(page: Pixels) -> None:
    del page


@pytest.mark.parametrize("draw", [a_pen, a_pencil, initials, a_stamp, a_typed_name])
@pytest.mark.parametrize("degrees", [0, 108])
def test_what_a_person_puts_in_the_box_is_a_signature(draw: Callable[[Pixels], None], degrees: float) -> None:
    page = a_page()
    draw(page)

    assert read(photograph(page, a_quad(degrees))).signed is True


@pytest.mark.parametrize("draw", [nothing, specks, a_fold, a_shadow])
@pytest.mark.parametrize("degrees", [0, 108])
def test_specks_folds_and_shadows_are_none(draw: Callable[[Pixels], None], degrees: float) -> None:
    page = a_page()
    draw(page)

    assert read(photograph(page, a_quad(degrees))).signed is False


def test_a_signature_elsewhere_is_none() -> None:
    page = a_page()
    write(page, a_signature(Box(10, 225, 90, 36)))

    assert read(photograph(page)).signed is False


def test_it_is_not_sure_when_the_box_lies_outside_the_picture() -> None:
    page = a_page()
    write(page, a_signature())

    assert read(photograph(page, a_quad(size=3.4, shift=(0, 160)))).signed is None


def test_it_is_not_sure_in_the_dark() -> None:
    photo = photograph(a_page(), light=0.12, noise=2)

    assert read(photo).signed is None


def test_it_is_not_sure_under_a_glare() -> None:
    page = a_page()
    write(page, a_signature())
    photo = photograph(page)
    box = photo.where(
        np.array([[LEFT + 1, TOP + 1], [RIGHT - 1, TOP + 1], [RIGHT - 1, BOTTOM - 1], [LEFT + 1, BOTTOM - 1]])
    )
    burnt = photo.picture.grey.copy()
    cv2.fillPoly(burnt, [np.round(box).astype(np.int32)], (255,))

    assert read(Photograph(a_picture(burnt), photo.corners)).signed is None


def test_rows_with_hours_are_filled_whether_printed_or_written() -> None:
    page = a_page(filled=3)
    for row in (3, 5):
        box = cell(row, 2)
        write(page, np.array([[box.x + 5, box.y + 2], [box.x + 7, box.y + 5], [box.x + 9, box.y + 2]]))
    write(page, np.array([[140.0, cell(7, 3).y + 2], [150, cell(7, 3).y + 5]]))

    assert read(photograph(page, a_quad(66))).filled_rows == (0, 1, 2, 3, 5)


def test_rows_are_not_sure_when_the_column_lies_outside() -> None:
    page = a_page(filled=3)
    cover(page, Box(0, 0, 1, 1), 255)

    assert read(photograph(page, a_quad(size=4.4, shift=(0, -330)))).filled_rows is None
