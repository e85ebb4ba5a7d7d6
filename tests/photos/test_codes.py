"""The codes of a form: read at any turn, and never for another number."""

import cv2
import numpy as np
import pytest
import segno

from bot.domain.form_layout import CODES
from bot.domain.form_number import FormNumber, code_text
from bot.photos.codes import Code, agreed_number, find_codes
from bot.photos.picture import Pixels
from bot.photos.placement import corners_of
from tests.photos.kitchen_table import NUMBER, a_page, a_quad, photograph

OTHER = FormNumber("BD-ACDEFGHJK9")


def a_code(text: str) -> Pixels:
    """A picture with one code in it."""
    rows = [[0 if dark else 255 for dark in row] for row in segno.make_qr(text).matrix_iter(border=8)]
    return np.asarray(
        cv2.resize(np.array(rows, np.uint8), None, fx=6, fy=6, interpolation=cv2.INTER_NEAREST), np.uint8
    )


@pytest.mark.parametrize("degrees", [0, 37, 90, 146, 180, 270, 301])
def test_both_codes_are_read_at_any_turn(degrees: float) -> None:
    photo = photograph(a_page(), a_quad(degrees, slant=0.15))

    codes = find_codes(photo.picture.grey)

    assert {code.place for code in codes} == {0, 1}
    assert agreed_number(codes) == NUMBER


def test_the_corners_of_a_code_are_found_where_they_are() -> None:
    photo = photograph(a_page(), a_quad(20))

    for code in find_codes(photo.picture.grey):
        assert np.abs(code.corners - photo.where(corners_of(CODES[code.place]))).max() < 3


def test_a_small_code_is_read_at_the_second_look() -> None:
    photo = photograph(a_page(), a_quad(12, size=1.5), blur=0.7)

    assert agreed_number(find_codes(photo.picture.grey)) == NUMBER


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/BD-7K3M9QXTC4A",
        "BD-7K3M9QXTC4",
        "BD-7K3M9QXTC6A",
        "BD-7K3M9QXTC4C",
        "bd-7k3m9qxtc4A",
        "DH-7K3M9QXT",
    ],
)
def test_a_code_of_somebody_else_or_a_forged_one_is_none_of_ours(text: str) -> None:
    assert find_codes(a_code(text)) == ()


def test_two_codes_that_do_not_agree_give_no_number() -> None:
    corners = np.zeros((4, 2))
    codes = [Code(number=NUMBER, place=0, corners=corners), Code(number=OTHER, place=1, corners=corners)]

    assert agreed_number(codes) is None
    assert agreed_number(codes[:1]) == NUMBER
    assert agreed_number(()) is None


def test_two_forms_in_one_picture_give_no_number() -> None:
    codes = find_codes(np.hstack([a_code(code_text(NUMBER, 0)), a_code(code_text(OTHER, 0))]))

    assert len(codes) == 2
    assert agreed_number(codes) is None
