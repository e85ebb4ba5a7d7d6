"""The photographs for measuring: what is said to be true of them is, and chance is repeated."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from benchmarks.photographs import COUNTS, Sample, make, read_folder
from benchmarks.photographs.camera import CORNERS_MM, Fold, Pose, View, Wave
from benchmarks.photographs.filling import fill_in
from benchmarks.photographs.judging import Case, Finding
from benchmarks.photographs.negatives import FORGED
from benchmarks.photographs.photographing import take
from benchmarks.photographs.recipes import HARD, HOPELESS
from bot.domain.form_layout import MARKERS, SIGNATURE
from bot.domain.form_number import is_number, read_code
from bot.domain.page_check import Problem, Side

SEED = 77
INSIDE = (6.0, 3.0)
"""Within the frame of the signature box, in mm."""


def the(level: str, nth: int) -> Sample:
    """One photograph of a level."""
    return next(make(level, 1, SEED, first=nth))


def decoded(jpeg: bytes) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """As a picture in grey."""
    return np.asarray(cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_GRAYSCALE), np.uint8)


def a_view(*, waves: tuple[Wave, ...] = (), folds: tuple[Fold, ...] = ()) -> View:
    """A page on its side, seen at an angle."""
    pose = Pose(roll=75, tilt=25, towards=130, fill=0.8, at=(0.4, 0.6), focal=0.8)
    return View(pose=pose, size=(800, 1000), waves=waves, folds=folds)


def test_the_same_seed_takes_the_same_photograph() -> None:
    once, again = the("hard", 0), the("hard", 0)

    assert once == again


def test_another_seed_takes_another_photograph() -> None:
    one, other = next(make("easy", 1, SEED)), next(make("easy", 1, SEED + 1))

    assert one.jpeg != other.jpeg
    assert one.number != other.number


@pytest.mark.parametrize("level", COUNTS)
def test_a_photograph_is_as_large_as_a_chat_sends_it(level: str) -> None:
    picture = decoded(the(level, 0).jpeg)

    assert max(picture.shape) == 1280


def test_bent_paper_is_found_back_where_it_was_projected() -> None:
    waves = (Wave(height=5, length=250, degrees=40, start=0.3),)
    view = a_view(waves=waves, folds=(Fold(slope=0.06, degrees=90, offset=0),))
    places = np.array([(20, 30), (105, 140), (150, 250), (190, 60)], dtype=np.float64)

    back = view.way_back()
    found = np.array([back[round(y), round(x)] for x, y in view.pixels(places)])

    assert np.abs(found - places).max() < 0.5


def test_a_flat_page_has_the_corners_of_its_homography() -> None:
    view = a_view()

    flat = cv2.perspectiveTransform(CORNERS_MM[None], view.flat_matrix())[0]

    assert np.allclose(view.pixels(CORNERS_MM), flat, atol=0.01)


def test_the_true_corners_of_an_easy_photograph_lead_to_its_marks() -> None:
    sample = the("easy", 0)
    marks = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    places, ids, _ = cv2.aruco.ArucoDetector(marks).detectMarkers(decoded(sample.jpeg))
    turn = cv2.getPerspectiveTransform(
        CORNERS_MM.astype(np.float32), np.asarray(sample.corners, dtype=np.float32)
    )

    for quad, which in zip(places, ids.ravel(), strict=True):
        box = MARKERS[int(which)]
        middle = np.array([[(box.x + box.width / 2, box.y + box.height / 2)]])
        expected = cv2.perspectiveTransform(middle, turn)[0, 0]
        assert np.hypot(*(quad[0].mean(axis=0) - expected)) < 2
    assert len(ids) == 4


@pytest.mark.parametrize("signed", [True, False])
def test_there_is_ink_in_the_box_of_a_signed_form_alone(signed: bool) -> None:
    filled = fill_in(np.random.default_rng(SEED), signed=signed)

    across, down = INSIDE
    per_mm = 200 / 25.4
    left, top = round((SIGNATURE.x + across) * per_mm), round((SIGNATURE.y + down) * per_mm)
    right = round((SIGNATURE.x + SIGNATURE.width - across) * per_mm)
    bottom = round((SIGNATURE.y + SIGNATURE.height - down) * per_mm)
    ink = (filled.page[top:bottom, left:right].min(axis=2) < 0.8).mean()
    assert bool(ink > 0.002) is signed


def test_a_usable_photograph_shows_the_whole_page() -> None:
    for level in ("easy", "medium", "hard"):
        sample = the(level, 1)
        height, width = decoded(sample.jpeg).shape
        corners = np.asarray(sample.corners)
        assert (corners > -15).all()
        assert (corners < np.array((width, height)) + 15).all()


def test_the_side_that_is_said_to_be_cut_off_is_outside() -> None:
    chance = np.random.default_rng(SEED)
    cut = next(recipe for problem, _, recipe in HOPELESS if problem is Problem.CUT_OFF)
    taken = take(chance, fill_in(chance, signed=False).page, cut, [])

    middles = dict(zip((Side.TOP, Side.RIGHT, Side.BOTTOM, Side.LEFT), _sides(taken.corners()), strict=True))

    assert taken.side is not None
    x, y = middles[taken.side]
    assert not (0 <= x < taken.size[0] and 0 <= y < taken.size[1])


def _sides(corners: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    following = (*corners[1:], corners[0])
    return [((x + u) / 2, (y + v) / 2) for (x, y), (u, v) in zip(corners, following, strict=True)]


def test_each_cause_of_hopeless_photographs_has_its_turn() -> None:
    causes = [sample.cause for sample in make("hopeless", len(HOPELESS), SEED)]

    assert causes == [problem for problem, *_ in HOPELESS]


def test_a_hard_photograph_is_near_enough_to_be_read() -> None:
    chance = np.random.default_rng(SEED)
    page = fill_in(chance, signed=True).page

    scales = [take(chance, page, HARD, []).view.scale() for _ in range(3)]

    assert min(scales) / 1.25 >= HARD.least_scale


def test_no_forged_code_is_a_number_of_ours() -> None:
    assert [text for text in FORGED if read_code(text) is not None] == []
    assert all(is_number(str(sample.number)) for sample in make("easy", 2, SEED))


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    sample = the("hopeless", 4)

    sample.write(tmp_path)

    assert list(read_folder(tmp_path)) == [sample]


def test_a_corner_counts_as_far_off_as_it_is_on_the_paper() -> None:
    sample = the("easy", 0)
    assert sample.corners is not None
    moved = [(x + 9.0, y) for x, y in sample.corners]
    finding = Finding(ms=1, usable=True, page_found=True, corners=moved)

    off = Case(sample, finding).corner_mm

    assert 1.5 < off < 6


def test_a_number_that_is_not_the_forms_is_wrong_and_none_is_not() -> None:
    sample = the("easy", 0)
    wrong, none = (
        Finding(ms=1, usable=True, page_found=True, number=number) for number in ("BD-34679ACDEF", None)
    )

    assert Case(sample, wrong).wrong_number
    assert not Case(sample, none).wrong_number
