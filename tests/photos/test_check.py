"""One file in, every page of it judged: forms of ours, other paper, and all that is neither."""

import io

import cv2
import numpy as np
import pytest
from fpdf import FPDF
from PIL import Image

from bot.documents.form import draw_forms
from bot.domain.form import Form
from bot.domain.page_check import PageCheck, Problem
from bot.photos.check import check_pages
from bot.photos.opening import encoded
from tests.photos.kitchen_table import NUMBER, a_page, a_picture, a_quad, a_signature, photograph, write
from tests.photos.letters import a_letter, sent


def checked(content: bytes) -> PageCheck:
    (check,) = check_pages(content)
    return check


def size_of(content: bytes | None) -> tuple[int, int]:
    assert content is not None
    with Image.open(io.BytesIO(content)) as image:
        return image.size


def test_a_signed_form_is_read_and_scanned() -> None:
    page = a_page().copy()
    write(page, a_signature())
    photo = photograph(page, a_quad(14, 0.08))

    check = checked(sent(photo))

    assert (check.is_usable, check.is_form, check.form, check.signed) == (True, True, NUMBER, True)
    assert check.corners is not None
    assert photo.off(np.array(check.corners)) < 1.5
    assert size_of(check.scan) == (1050, 1485)
    assert size_of(check.original) == (1280, 960)
    assert len(check.small or b"") <= 60_000
    assert len(check.writing) > 0
    assert len(check.look) > 0


def test_corners_are_told_in_pixels_of_the_picture_that_was_sent() -> None:
    photo = photograph(a_page())
    large = np.kron(photo.picture.grey, np.ones((2, 2), np.uint8))

    check = checked(encoded(large, 85))

    assert check.corners is not None
    assert photo.off(np.array(check.corners) / 2) < 1.5


def test_a_picture_held_on_its_side_is_read_as_its_camera_noted() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    file = io.BytesIO()
    photo = photograph(a_page(), a_quad(-90))
    Image.fromarray(photo.picture.grey).save(file, "JPEG", exif=exif)

    check = checked(file.getvalue())

    assert check.form == NUMBER
    assert check.corners is not None
    (left, top), _, (right, bottom), _ = check.corners
    assert left < right
    assert top < bottom


def test_every_page_of_a_document_is_read() -> None:
    other = Form(number=NUMBER)

    checks = check_pages(draw_forms([other, other]))

    assert [check.form for check in checks] == [NUMBER, NUMBER]
    assert [check.signed for check in checks] == [False, False]


def test_a_bewijs_of_another_organisation_is_a_page_like_any_other() -> None:
    check = checked(sent(photograph(a_letter(), a_quad(-7, 0.05))))

    assert (check.is_usable, check.is_form, check.form, check.signed) == (True, False, None, None)
    assert check.scan is not None
    assert check.writing == b""


def test_a_code_that_is_not_of_a_form_is_no_form() -> None:
    letter = a_letter().copy()
    code = cv2.QRCodeEncoder.create().encode("BD-7K3M9QXTC3A")
    size = code.shape[0] * 10
    letter[1000 : 1000 + size, 900 : 900 + size] = np.kron(code, np.ones((10, 10), np.uint8))

    check = checked(sent(photograph(letter)))

    assert (check.page_found, check.is_form, check.form) == (True, False, None)


def test_what_is_too_small_to_show_a_page_is_said_to_be() -> None:
    check = checked(encoded(np.full((90, 120), 200, np.uint8), 80))

    assert (check.page_found, check.problems) == (False, (Problem.TOO_SMALL,))


@pytest.mark.parametrize(
    ("grey", "problem"),
    [
        (np.zeros((960, 1280), np.uint8), Problem.DARK),
        (np.full((960, 1280), 130, np.uint8), Problem.NOT_A_PAGE),
        (photograph(a_letter(())).picture.grey, Problem.NOT_A_PAGE),
    ],
    ids=["black", "bare table", "blank page"],
)
def test_what_is_no_page_is_said_to_be_none_and_shown_back_small(
    grey: np.ndarray[tuple[int, int], np.dtype[np.uint8]], problem: Problem
) -> None:
    check = checked(encoded(a_picture(grey).colour, 80))

    assert (check.page_found, check.problems, check.scan) == (False, (problem,), None)
    assert check.small is not None
    assert check.original is not None


def test_a_photograph_that_is_not_usable_is_scanned_all_the_same() -> None:
    check = checked(sent(photograph(a_page(), blur=4.0)))

    assert not check.is_usable
    assert check.problems == (Problem.BLURRED,)
    assert check.small is not None


def test_writing_that_is_nowhere_in_focus_is_called_blurred_rather_than_no_page() -> None:
    close = photograph(a_letter(), a_quad(size=9.0, shift=(300, 500)), blur=9.0, noise=1.0)

    check = checked(sent(close))

    assert check.problems == (Problem.BLURRED,)


def test_a_document_that_is_not_a_page_is_said_to_be_none() -> None:
    document = FPDF(format="A4")
    document.add_page()

    check = checked(bytes(document.output()))

    assert (check.page_found, check.problems) == (False, (Problem.NOT_A_PAGE,))
