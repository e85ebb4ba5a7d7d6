"""The same picture sent on is noticed, and another form of the same print is never taken for it."""

import cv2
import numpy as np
import pytest

from bot.domain.form_layout import HOURS, SIGNATURE
from bot.domain.form_number import new_number
from bot.domain.likeness import ALIKE, alike, same_look
from bot.photos.look import look_of
from bot.photos.opening import encoded
from bot.photos.picture import Pixels, Points
from bot.photos.scan import PER_MM, cleaned
from bot.photos.writing import writing_of
from tests.photos.kitchen_table import a_page, a_quad, a_signature, photograph, write


def signed(strokes: Points, *, filled: int = 3) -> Pixels:
    page = a_page(new_number(), filled).copy()
    write(page, strokes)
    return page


def another_signature() -> Points:
    along = np.linspace(0, 1, 60)
    return np.column_stack([SIGNATURE.x + 12 + along * 60, SIGNATURE.y + 28 - along**2 * 20])


def sent_on(grey: Pixels, quality: int, scale: float) -> Pixels:
    smaller = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA).astype(np.uint8)
    content = encoded(smaller, quality)
    return np.asarray(cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_GRAYSCALE), np.uint8)


@pytest.mark.parametrize(("quality", "scale"), [(80, 1.0), (45, 1.0), (70, 0.6), (60, 0.4)])
def test_a_picture_made_smaller_and_coarser_on_its_way_looks_the_same(quality: int, scale: float) -> None:
    grey = photograph(signed(a_signature()), a_quad(5, 0.05)).picture.grey

    assert same_look(look_of(grey), look_of(sent_on(grey, quality, scale)))


def test_another_photograph_of_the_same_form_is_another_picture() -> None:
    page = signed(a_signature())
    one, other = photograph(page, a_quad(5, 0.05)), photograph(page, a_quad(2, 0.03, shift=(12, 7)))

    assert not same_look(look_of(one.picture.grey), look_of(other.picture.grey))


def test_scans_of_two_forms_of_the_same_print_are_two_pictures() -> None:
    one, other = signed(a_signature()), signed(another_signature())

    assert not same_look(look_of(one), look_of(other))


def test_nothing_looks_like_a_picture_that_was_not_read() -> None:
    assert not same_look(b"", b"")


def clean(page: Pixels) -> Pixels:
    size = (round(210 * PER_MM), round(297 * PER_MM))
    return cleaned(np.asarray(cv2.resize(page, size, interpolation=cv2.INTER_AREA), np.uint8))


def test_the_same_writing_under_another_number_is_alike() -> None:
    one, copy = signed(a_signature()), signed(a_signature())

    assert alike(writing_of(clean(one)), writing_of(clean(copy))) > ALIKE


def test_other_writing_is_not_alike_whatever_was_printed() -> None:
    one, other = signed(a_signature(), filled=9), signed(another_signature(), filled=9)

    assert alike(writing_of(clean(one)), writing_of(clean(other))) < ALIKE


def test_forms_without_writing_are_not_compared() -> None:
    one, other = a_page(new_number(), 5), a_page(new_number(), 5)

    assert alike(writing_of(clean(one)), writing_of(clean(other))) == 0.0


def test_what_was_written_takes_at_most_3_kb() -> None:
    page = signed(a_signature())
    write(page, a_signature(HOURS))

    assert 0 < len(writing_of(clean(page))) <= 3000
