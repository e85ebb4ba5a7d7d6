"""The scan is white where the paper is, and keeps what somebody wrote, however pale; it stays small."""

import io

import cv2
import numpy as np
import pytest
from PIL import Image

from bot.domain.page_check import Problem, Side, Trouble
from bot.photos.marked import marked
from bot.photos.picture import Pixels
from bot.photos.scan import LARGEST_SCAN, LARGEST_SMALL, PER_MM, cleaned, scan_of, small_of, within
from tests.photos.kitchen_table import a_picture, photograph
from tests.photos.letters import a_letter

HEIGHT, WIDTH = round(297 * PER_MM), round(210 * PER_MM)


def a_white_page() -> Pixels:
    return np.full((HEIGHT, WIDTH, 3), 255, np.uint8)


def in_bad_light(page: Pixels) -> Pixels:
    """Yellow, and with a shadow over its right half."""
    light = np.full((HEIGHT, WIDTH), 0.85)
    light[:, WIDTH // 2 :] = 0.5
    soft = np.asarray(cv2.GaussianBlur(light, (0, 0), 40))[..., None]
    return np.asarray(page * soft * (0.75, 0.95, 1.0), np.uint8)


def test_shadow_and_colour_cast_are_gone() -> None:
    clean = cleaned(in_bad_light(a_white_page()))

    assert clean.shape == (HEIGHT, WIDTH)
    assert clean.min() > 235


@pytest.mark.parametrize(
    "ink",
    [(160, 160, 160), (200, 120, 120), (150, 150, 230), (130, 200, 130)],
    ids=["pencil", "blue", "red", "green"],
)
def test_pencil_and_coloured_ink_stay_legible_also_in_the_shadow(ink: tuple[int, int, int]) -> None:
    page = a_white_page()
    for left in (200, 750):
        cv2.line(page, (left, 400), (left + 100, 450), ink, 3)

    clean = cleaned(in_bad_light(page))

    assert clean[350:500, 200:300].min() < 175
    assert clean[350:500, 750:850].min() < 175


def test_a_scan_is_at_most_90_kb_and_the_small_picture_60_kb_whatever_is_on_it() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (HEIGHT, WIDTH), np.uint8)

    assert len(scan_of(noise)) <= LARGEST_SCAN
    assert len(small_of(noise)) <= LARGEST_SMALL


def test_a_scan_of_a_page_of_text_keeps_its_size() -> None:
    page = cv2.resize(a_letter(), (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA).astype(np.uint8)

    with Image.open(io.BytesIO(scan_of(page))) as image:
        assert image.size == (WIDTH, HEIGHT)
        assert image.mode == "L"


def test_a_picture_becomes_smaller_until_it_fits() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (1000, 1000, 3), np.uint8)

    assert len(within(noise, 20_000)) <= 20_000


def shown(content: bytes) -> Pixels:
    return np.asarray(cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR), np.uint8)


def red(picture: Pixels) -> Pixels:
    blue, green, light = cv2.split(picture.astype(int))
    return np.asarray((light - np.maximum(blue, green) > 90) * 255, np.uint8)


def test_the_spot_is_outlined_in_red_and_the_rest_dimmed() -> None:
    photo = a_picture(np.full((960, 1280), 180, np.uint8))
    trouble = Trouble(problem=Problem.GLARE, spot=(0.25, 0.5, 0.25, 0.25))

    content = marked(photo, [trouble])

    assert len(content) <= LARGEST_SMALL
    picture = shown(content)
    assert picture.shape == (600, 800, 3)
    assert picture[370, 300].mean() > 1.6 * picture[100, 100].mean()
    ys, xs = np.nonzero(red(picture)[250:])
    assert (xs.min(), xs.max()) == (pytest.approx(200, abs=15), pytest.approx(400, abs=15))
    assert (ys.min() + 250, ys.max() + 250) == (pytest.approx(300, abs=15), pytest.approx(450, abs=15))


@pytest.mark.parametrize("problem", list(Problem))
def test_every_problem_is_shown_small_and_in_red(problem: Problem) -> None:
    side = Side.LEFT if problem is Problem.CUT_OFF else None
    for spot in (None, (0.0, 0.0, 0.2, 1.0), (0.4, 0.4, 0.2, 0.2)):
        content = marked(photograph(a_letter()).picture, [Trouble(problem=problem, spot=spot, side=side)])

        assert len(content) <= LARGEST_SMALL
        assert red(shown(content)).any()


def test_a_dark_picture_is_shown_lighter_to_be_recognised() -> None:
    dark = photograph(a_letter(), light=0.08, noise=1.0).picture

    assert shown(marked(dark, [])).mean() > 2 * dark.grey.mean()
