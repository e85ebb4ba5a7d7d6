"""A bewijs on another organisation's own paper is found, laid flat and judged; what is no page is not."""

import numpy as np
import pytest

from bot.domain.page_check import Problem, Side
from bot.photos.paper import find_paper
from bot.photos.picture import Picture
from tests.photos.kitchen_table import Photograph, a_page, a_picture, a_quad, photograph
from tests.photos.letters import a_letter


def a_photo_of_a_letter(degrees: float = 0.0, blur: float = 0.8) -> Photograph:
    return photograph(a_letter(), a_quad(degrees, 0.06), blur=blur)


@pytest.mark.parametrize("degrees", [0, 8, -12, 90, 180, 188, 265])
def test_a_page_is_found_and_turned_the_right_way(degrees: float) -> None:
    photo = a_photo_of_a_letter(degrees)

    paper = find_paper(photo.picture)

    assert paper is not None
    assert photo.off(paper.corners) < 3.0
    assert paper.troubles == ()
    assert paper.flat.shape[0] > paper.flat.shape[1]


def test_a_blurred_page_is_called_blurred() -> None:
    paper = find_paper(a_photo_of_a_letter(blur=3.0).picture)

    assert paper is not None
    assert [trouble.problem for trouble in paper.troubles] == [Problem.BLURRED]


def test_a_page_that_a_moving_hand_smeared_is_called_blurred() -> None:
    still = a_photo_of_a_letter().picture.grey
    smeared = np.mean([np.roll(still, shift, axis=1) for shift in range(11)], axis=0).astype(np.uint8)

    paper = find_paper(a_picture(smeared))

    assert paper is not None
    assert [trouble.problem for trouble in paper.troubles] == [Problem.BLURRED]


def test_a_page_far_away_is_too_small() -> None:
    photo = photograph(a_letter(), a_quad(3, size=1.6), blur=0.5)

    paper = find_paper(photo.picture)

    assert paper is not None
    assert [trouble.problem for trouble in paper.troubles] == [Problem.TOO_SMALL]


def test_text_that_runs_out_of_the_picture_is_cut_off_at_that_side() -> None:
    photo = photograph(a_letter(), a_quad(0, size=3.0, shift=(-320.0 - 100, 0)))

    paper = find_paper(photo.picture)

    assert paper is not None
    assert [(trouble.problem, trouble.side) for trouble in paper.troubles] == [(Problem.CUT_OFF, Side.LEFT)]


def test_glare_on_the_page_is_named_with_its_place() -> None:
    photo = a_photo_of_a_letter()
    grey = photo.picture.grey.copy()
    ys, xs = np.mgrid[: grey.shape[0], : grey.shape[1]]
    grey[np.hypot(xs - 620, ys - 360) < 110] = 255

    paper = find_paper(a_picture(grey))

    assert paper is not None
    (trouble,) = paper.troubles
    assert trouble.problem is Problem.GLARE
    assert trouble.spot == pytest.approx((510 / 1280, 250 / 960, 220 / 1280, 220 / 960), abs=0.03)


def noise(grain: float) -> Picture:
    rough = np.random.default_rng(3).normal(140, grain, (96, 128))
    return a_picture(np.kron(np.clip(rough, 0, 255), np.ones((10, 10))).astype(np.uint8))


@pytest.mark.parametrize(
    "picture",
    [
        photograph(a_letter(())).picture,
        photograph(np.full((8, 8), 255, np.uint8), a_quad(size=2.0)).picture,
        noise(0.0),
        noise(40.0),
        a_picture(np.zeros((960, 1280), np.uint8)),
        a_picture(np.tile(np.linspace(60, 220, 1280).astype(np.uint8), (960, 1))),
    ],
    ids=["blank page", "white table", "bare table", "fur", "black", "sky"],
)
def test_what_is_no_page_with_text_is_not_taken_for_one(picture: Picture) -> None:
    assert find_paper(picture) is None


def test_a_scan_that_fills_the_picture_is_a_page() -> None:
    letter = a_letter()[::2, ::2]

    paper = find_paper(a_picture(letter))

    assert paper is not None
    assert paper.troubles == ()
    assert paper.corners[0] == pytest.approx((0, 0))


def test_a_form_of_ours_looks_like_a_page_too() -> None:
    assert find_paper(photograph(a_page()).picture) is not None
