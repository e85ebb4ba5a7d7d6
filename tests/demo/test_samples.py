"""The photographs that the demo offers: of its own form, and small enough for a page."""

import io

import pytest
from PIL import Image, ImageStat

from bot.demo.samples import sample_pictures
from bot.documents.form import draw_forms
from bot.domain.form import blank_forms
from bot.photos.check import check_pages


@pytest.fixture(scope="module")
def pictures() -> dict[str, bytes]:
    return dict(sample_pictures(draw_forms(blank_forms(1))))


def test_every_kind_of_photograph_is_offered(pictures: dict[str, bytes]) -> None:
    assert list(pictures) == ["signed", "unsigned", "blurred", "dark", "cut_off", "far", "glare", "cat"]


def test_a_sample_is_a_jpeg_as_a_phone_sends_it(pictures: dict[str, bytes]) -> None:
    for content in pictures.values():
        with Image.open(io.BytesIO(content)) as picture:
            assert picture.format == "JPEG"
            assert picture.size == (960, 1280)
        assert len(content) < 450_000


def test_the_dark_one_is_dark(pictures: dict[str, bytes]) -> None:
    with Image.open(io.BytesIO(pictures["dark"])) as picture:
        assert ImageStat.Stat(picture.convert("L")).mean[0] < 25


@pytest.mark.parametrize("signed", [True, False])
def test_the_good_ones_are_read_with_their_number_and_signature(signed: bool) -> None:
    form, *_ = blank_forms(1)
    pictures = dict(sample_pictures(draw_forms([form])))

    check, *_ = check_pages(pictures["signed" if signed else "unsigned"])

    assert check.is_usable
    assert check.form == form.number
    assert check.signed is signed


def test_the_cat_is_no_form(pictures: dict[str, bytes]) -> None:
    check, *_ = check_pages(pictures["cat"])

    assert not check.is_usable
    assert not check.is_form
