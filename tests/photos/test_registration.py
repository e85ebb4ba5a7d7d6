"""Where a form lies in a photograph: by one code in a corner, turned, bent, or partly covered."""

import numpy as np
import pytest

from bot.domain.form_layout import SIGNATURE, Box
from bot.photos.anchors import find_signature_box
from bot.photos.codes import find_codes
from bot.photos.fitting import Found, fit_page
from bot.photos.form_reading import read_form
from bot.photos.markers import find_markers
from bot.photos.placement import corners_of
from bot.photos.registration import Registration, corners_found, register
from tests.photos.kitchen_table import (
    NUMBER,
    PER_MM,
    Photograph,
    a_page,
    a_quad,
    a_signature,
    cover,
    curl,
    photograph,
    write,
)

TOP_CODE, BOTTOM_CODE = Box(150, 6, 38, 38), Box(20, 250, 38, 38)


def placed(photo: Photograph) -> Registration:
    grey = photo.picture.grey
    found = register(grey, corners_found(find_codes(grey), ()))
    assert found is not None
    return found


@pytest.mark.parametrize("degrees", [0, 25, 90, 180, 270, 333])
def test_a_form_is_placed_at_any_turn(degrees: float) -> None:
    photo = photograph(a_page(), a_quad(degrees, slant=0.2, size=2.9))

    found = placed(photo)

    assert found.matches >= 40
    assert photo.off(found.placement.page) < 1


@pytest.mark.parametrize("lost", [TOP_CODE, BOTTOM_CODE])
def test_one_code_is_enough(lost: Box) -> None:
    page = a_page()
    cover(page, lost, 255)
    photo = photograph(page, a_quad(200, slant=0.15))

    assert photo.off(placed(photo).placement.page) < 2


def test_without_a_code_the_corner_marks_place_it() -> None:
    page = a_page()
    cover(page, TOP_CODE, 200)
    cover(page, BOTTOM_CODE, 200)
    photo = photograph(page, a_quad(100))

    reading = read_form(photo.picture)

    assert reading is not None
    assert reading.number is None
    assert photo.off(reading.corners) < 1


def test_a_code_that_was_missed_is_read_once_the_form_is_placed() -> None:
    page = a_page()
    cover(page, BOTTOM_CODE, 255)
    photo = photograph(page, a_quad(70, size=2.2), blur=1.6)

    reading = read_form(photo.picture)

    assert reading is not None
    assert reading.number == NUMBER


def test_bent_paper_is_followed_to_its_corners() -> None:
    photo = photograph(a_page(), a_quad(15), curl_mm=4)

    found = placed(photo)

    middle = np.array([[105.0, 148.5]])
    assert photo.off(found.placement.page) < 2.5
    assert np.abs(found.placement.at(middle) - photo.where(curl(middle, 4))).max() < 1


def test_the_signature_box_is_placed_exactly_on_bent_paper_and_signed_across() -> None:
    page = a_page()
    write(page, a_signature() - (25, 16))
    photo = photograph(page, a_quad(15), curl_mm=4)

    quad = find_signature_box(photo.picture.grey, placed(photo).placement).corners

    assert np.abs(quad - photo.where(curl(corners_of(SIGNATURE), 4))).max() < 1.5


def test_a_page_is_flattened_upright() -> None:
    photo = photograph(a_page(), a_quad(123, slant=0.1))

    flat = placed(photo).placement.flatten(photo.picture.grey, 4.0)

    assert flat.shape == (1188, 840)
    assert float(flat[12 * 4 : 14 * 4, 9 * 4 : 10 * 4].mean()) < 100


def test_a_letter_with_one_of_our_codes_is_no_form() -> None:
    page = a_page()
    code = page[round(7 * PER_MM) : round(42 * PER_MM), round(151 * PER_MM) : round(187 * PER_MM)].copy()
    page[:] = 255
    for line in range(40):
        cover(page, Box(20, 60 + line * 5, 150 - line % 7 * 9, 2), 60)
    page[round(7 * PER_MM) : round(42 * PER_MM), round(151 * PER_MM) : round(187 * PER_MM)] = code
    photo = photograph(page)

    found = register(photo.picture.grey, corners_found(find_codes(photo.picture.grey), ()))

    assert find_codes(photo.picture.grey)
    assert found is None or not found.is_sure
    assert read_form(photo.picture) is None


def test_the_corner_marks_are_told_apart() -> None:
    photo = photograph(a_page(), a_quad(10))

    marks = find_markers(photo.picture.grey)

    assert sorted(mark.which for mark in marks) == [0, 1, 2, 3]


def test_too_few_places_give_no_placement() -> None:
    line = np.column_stack([np.arange(6.0) * 30, np.zeros(6)])

    for places in (line[:3], line, np.ones((6, 2))):
        assert fit_page(Found(page=places, seen=places * 3, noise=np.full(len(places), 0.2))) is None


def test_one_mistaken_place_is_left_out() -> None:
    page = corners_of(Box(20, 20, 150, 250))
    page = np.vstack([page, (page + page[::-1]) / 2, page * 0.6])
    seen = page * 3
    seen[5] += 40

    fit = fit_page(Found(page=page, seen=seen, noise=np.full(len(page), 0.2)))

    assert fit is not None
    assert len(fit.found) == len(page) - 1
    assert np.abs(fit.placement.at(page[5:6]) - page[5] * 3).max() < 3


def test_doubt_grows_away_from_what_is_known() -> None:
    page = corners_of(Box(20, 20, 30, 30))

    fit = fit_page(Found(page=page, seen=page * 3, noise=np.full(4, 0.3)))

    assert fit is not None
    near, away, far = fit.doubt_at(np.array([[35.0, 35.0], [90.0, 60.0], [190.0, 270.0]]))
    assert near < 1 < away < far
