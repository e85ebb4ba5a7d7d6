"""What is wrong with a photograph of a form, and where."""

import cv2
import numpy as np
import pytest

from bot.domain.form_layout import Box
from bot.domain.page_check import Problem, Side, Trouble
from bot.photos.form_reading import read_form
from bot.photos.verdict import whole_picture_troubles
from tests.photos.kitchen_table import SIZE, Photograph, a_page, a_picture, a_quad, cover, photograph


def troubles(photo: Photograph) -> tuple[Trouble, ...]:
    reading = read_form(photo.picture)
    assert reading is not None
    return reading.troubles


def clear(photo: Photograph) -> float:
    reading = read_form(photo.picture)
    assert reading is not None
    return reading.legibility.median


def test_a_fair_photograph_has_no_trouble() -> None:
    assert troubles(photograph(a_page(filled=4), a_quad(5, slant=0.1))) == ()


@pytest.mark.parametrize(
    ("side", "shift"),
    [(Side.TOP, (0, -250)), (Side.BOTTOM, (0, 250)), (Side.LEFT, (-500, 0)), (Side.RIGHT, (500, 0))],
)
def test_it_says_which_side_is_cut_off(side: Side, shift: tuple[float, float]) -> None:
    trouble = troubles(photograph(a_page(), a_quad(size=3.1, shift=shift)))[0]

    assert (trouble.problem, trouble.side) == (Problem.CUT_OFF, side)


def test_the_side_is_that_of_the_page_however_it_lies() -> None:
    trouble = troubles(photograph(a_page(), a_quad(180, size=3.1, shift=(0, 250))))[0]

    assert trouble.side is Side.TOP
    assert trouble.spot is not None
    assert trouble.spot[1] + trouble.spot[3] == pytest.approx(1)


def test_a_blank_rim_may_lie_outside() -> None:
    assert troubles(photograph(a_page(), a_quad(size=3.3))) == ()


def test_a_page_far_away_is_too_small() -> None:
    trouble = troubles(photograph(a_page(), a_quad(size=1.7), blur=0.5))[0]

    assert trouble.problem is Problem.TOO_SMALL


def test_a_dark_photograph_is_dark() -> None:
    assert troubles(photograph(a_page(), light=0.12, noise=1))[0].problem is Problem.DARK


def test_a_blurred_photograph_is_blurred() -> None:
    assert troubles(photograph(a_page(), blur=3.0))[0].problem is Problem.BLURRED


def test_glare_is_found_where_it_is() -> None:
    page = a_page()
    cover(page, Box(0, 195, 210, 90), 255)
    trouble = troubles(photograph(page))[0]

    assert trouble.problem is Problem.GLARE
    assert trouble.spot is not None
    assert trouble.spot[1] > 0.55


def test_legibility_falls_with_blur() -> None:
    sharp, soft, lost = (clear(photograph(a_page(), blur=blur)) for blur in (0.6, 1.6, 2.6))

    assert sharp > 0.9
    assert sharp > soft > lost


@pytest.mark.parametrize(("light", "problem"), [(2, Problem.DARK), (255, Problem.OVEREXPOSED)])
def test_a_picture_that_shows_nothing_says_why(light: int, problem: Problem) -> None:
    picture = a_picture(np.full((SIZE[1], SIZE[0]), light, np.uint8))

    assert [trouble.problem for trouble in whole_picture_troubles(picture)] == [problem]


def test_nothing_is_said_against_a_clear_picture_of_something_else() -> None:
    grain = np.random.default_rng(3).integers(0, 255, (60, 80)).astype(np.uint8)
    picture = a_picture(np.asarray(cv2.resize(grain, SIZE), np.uint8))

    assert whole_picture_troubles(picture) == ()
