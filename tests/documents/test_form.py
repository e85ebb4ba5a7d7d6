"""The form, looked at as a printer, a reader and a phone see it."""

import datetime as dt
from collections.abc import Sequence
from typing import cast

import cv2
import numpy as np
import pytest
import zxingcpp

from bot.documents.form import draw_forms, write_translations
from bot.documents.form_print import draw_print
from bot.documents.sheet import blank_sheet, printable
from bot.domain.form import Form, FormHeading, FormRow, blank_forms, forms_for, printed_number
from bot.domain.form_layout import (
    CODES,
    DATE,
    FRAME_MM,
    HOURS,
    MARKER_CELLS,
    MARKERS,
    NUMBER,
    PAGE_MM,
    SIGNATURE,
    SIGNATURE_CLEAR_MM,
    SMALL_NUMBERS,
    Box,
    cell,
)
from bot.domain.form_number import read_code
from bot.domain.languages import SPOKEN
from bot.domain.offer_kind import OfferKind
from bot.texts import form as texts
from bot.texts.form import FormWords
from bot.texts.speaker import speaker_for
from tests.documents.test_sheet import pages, pictures, words

DOTS_IN_AN_MM = 300 / 25.4
POINTS_IN_AN_MM = 72 / 25.4
PAPER = 250
HEADING = FormHeading(
    newcomer="Amina El Khatib",
    kind=OfferKind.SPORT,
    organisation="Voetbalclub Zuid",
    contact="Jan Peeters",
    phone="03 123 45 67",
)
LONG = FormHeading(
    newcomer="Wolfeschlegelsteinhausenbergerdorff" * 6,
    kind=OfferKind.COURSE,
    organisation="Koninklijke vereniging voor het behoud van het erfgoed van de Kempen " * 8,
    contact="فاطمة الزهراء بنت محمد " * 20,
    phone="+32 470 12 34 56",
)


def dates(count: int) -> list[FormRow]:
    return [(dt.date(2026, 9, 1) + dt.timedelta(days=day), 95) for day in range(count)]


def filled(count: int = 3, heading: FormHeading = HEADING) -> tuple[Form, ...]:
    return forms_for(heading, dates(count))


def page_of(pdf: bytes) -> np.ndarray:
    """The first page in grey, 300 dots an inch."""
    return np.asarray(pictures(pdf, DOTS_IN_AN_MM / POINTS_IN_AN_MM)[0])


def part(page: np.ndarray, box: Box, grow: float = 0.0) -> np.ndarray:
    """What of the page is in a box that grows by so many mm on each side."""
    edges = (box.y - grow, box.y + box.height + grow, box.x - grow, box.x + box.width + grow)
    top, bottom, left, right = (round(edge * DOTS_IN_AN_MM) for edge in edges)
    return page[top:bottom, left:right]


@pytest.fixture(scope="module", params=["empty", "filled", "long"])
def page(request: pytest.FixtureRequest) -> np.ndarray:
    forms = {"empty": blank_forms(1), "filled": filled(14), "long": filled(14, LONG)}
    return page_of(draw_forms(forms[request.param], "ar"))


@pytest.mark.parametrize(("count", "sheets"), [(0, 1), (1, 1), (14, 1), (40, 3)])
def test_every_sheet_is_an_a4(count: int, sheets: int) -> None:
    sizes = [size for pdf_page in pages(draw_forms(filled(count))) for size in pdf_page.get_size()]

    assert sizes == pytest.approx([side * POINTS_IN_AN_MM for side in PAGE_MM] * sheets, abs=0.1)


def test_both_codes_of_every_sheet_hold_its_number_and_their_place() -> None:
    forms = (*filled(20), *blank_forms(2))

    for form, picture in zip(forms, pictures(draw_forms(forms), 3), strict=True):
        found = {read_code(code.text): code.position for code in zxingcpp.read_barcodes(picture)}
        assert set(found) == {(form.number, 0), (form.number, 1)}
        for (_, place), position in ((key, at) for key, at in found.items() if key is not None):
            corner = (position.top_left.x / 3 / POINTS_IN_AN_MM, position.top_left.y / 3 / POINTS_IN_AN_MM)
            assert corner == pytest.approx((CODES[place].x, CODES[place].y), abs=0.7)


def test_the_codes_are_the_largest_of_the_smallest_kind_and_say_nothing_else() -> None:
    (picture,) = pictures(draw_forms(filled()), 3)

    for code in zxingcpp.read_barcodes(picture):
        assert (code.ec_level, len(code.text)) == ("Q", 14)
        assert cast(dict[str, str], code.extra)["Version"] == "1"


def test_the_marks_are_those_that_software_knows() -> None:
    dictionary = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)

    for number, rows in enumerate(MARKER_CELLS):
        drawn = np.array([[0 if sign == "#" else 255 for sign in row] for row in rows])
        assert (drawn == cv2.aruco.generateImageMarker(dictionary, number, 6)).all()


def test_the_marks_in_the_corners_are_found_at_their_places(page: np.ndarray) -> None:
    dictionary = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    settings = cv2.aruco.DetectorParameters()
    settings.cornerRefinementMethod = cv2.aruco.CORNER_REFINE_SUBPIX

    corners, numbers, _ = cv2.aruco.ArucoDetector(dictionary, settings).detectMarkers(page)

    assert numbers is not None
    found = {int(number): at[0] / DOTS_IN_AN_MM for number, at in zip(numbers.ravel(), corners, strict=True)}
    assert set(found) == {0, 1, 2, 3}
    for number, box in enumerate(MARKERS):
        right, bottom = box.x + box.width, box.y + box.height
        there = [(box.x, box.y), (right, box.y), (right, bottom), (box.x, bottom)]
        assert np.abs(found[number] - np.array(there)).max() < 0.3


def test_the_signature_box_is_empty_and_nothing_stands_around_it(page: np.ndarray) -> None:
    around = part(page, SIGNATURE, grow=SIGNATURE_CLEAR_MM).copy()
    edge = round((SIGNATURE_CLEAR_MM - 0.1) * DOTS_IN_AN_MM)
    around[edge:-edge, edge:-edge] = 255

    assert part(page, SIGNATURE, grow=-FRAME_MM - 0.1).min() >= PAPER
    assert around.min() >= PAPER


@pytest.mark.parametrize(
    ("box", "line"), [(SIGNATURE, FRAME_MM), (HOURS, 0.25), (DATE, 0.25)], ids=["signature", "hours", "date"]
)
def test_a_frame_lies_where_the_layout_says(page: np.ndarray, box: Box, line: float) -> None:
    dark = part(page, box, grow=2) < 128

    columns, rows = np.flatnonzero(dark.mean(axis=0) > 0.7), np.flatnonzero(dark.mean(axis=1) > 0.7)

    for found, length in ((columns, box.width), (rows, box.height)):
        first, last = found[0] / DOTS_IN_AN_MM, (found[-1] + 1) / DOTS_IN_AN_MM
        assert (first, last) == pytest.approx((2, 2 + length), abs=0.15)
        assert len(found) / 2 / DOTS_IN_AN_MM == pytest.approx(line, abs=0.1)


def test_on_an_empty_form_every_cell_of_the_table_is_empty() -> None:
    empty = page_of(draw_forms(blank_forms(1)))

    for row in range(14):
        for column in (1, 2, 3):
            assert part(empty, cell(row, column), grow=-0.5).min() >= PAPER
    assert part(empty, HOURS, grow=-0.6).min() >= PAPER


def test_what_is_known_is_filled_in() -> None:
    (form,) = filled(2)
    text = words(draw_forms([form]))

    for value in (
        "Amina El Khatib",
        "Voetbalclub Zuid",
        "Sport",
        "Jan Peeters · 03 123 45 67",
        "di 1/9/2026",
        "1 u 35",
        "3 u 10",
    ):
        assert value in text


def test_the_number_is_printed_large_and_under_both_codes() -> None:
    (form,) = blank_forms(1)

    assert words(draw_forms([form])).count(printed_number(form.number)) == 3


def test_sheets_are_counted_only_when_there_are_several() -> None:
    assert "blad 2 van 2" in words(draw_forms(filled(20)))
    assert " van 1" not in words(draw_forms(filled(1)))


def test_an_empty_form_is_in_dutch_alone() -> None:
    assert words(draw_forms(blank_forms(1))).count("Naam van de inburgeraar") == 1


@pytest.mark.parametrize("language", SPOKEN)
def test_every_word_of_the_form_can_be_printed_in_every_language(language: str) -> None:
    said = vars(texts.form_words(speaker_for(language)))

    for text in said.values():
        assert printable(blank_sheet(), text).replace("\u2068", "") == text


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("ar", "اسم المشارك في الاندماج"),
        ("uk", "Ім’я учасника інтеграції"),
        ("ti", "ስም ናይ ተሳታፊ"),
        ("fa", "نام شرکت‌کننده"),
    ],
)
def test_small_labels_stand_between_the_dutch_one_and_its_box(language: str, label: str) -> None:
    before, after = _translated(None, language), _translated(label, language)

    changed = np.flatnonzero((before != after).any(axis=1)) / DOTS_IN_AN_MM

    assert len(changed)
    assert changed[0] > 50 + 3.5
    assert changed[-1] < 57


def _translated(newcomer: str | None, language: str) -> np.ndarray:
    """The print, with the newcomer's label in another language when there is one."""
    sheet = blank_sheet()
    sheet.add_page()
    draw_print(sheet)
    said = vars(texts.form_words(speaker_for("nl")))
    write_translations(sheet, FormWords(**(said | ({"newcomer": newcomer} if newcomer else {}))), language)
    return page_of(bytes(sheet.output()))


def test_a_long_label_stays_clear_of_the_signature() -> None:
    sheet = blank_sheet()
    sheet.add_page()
    draw_print(sheet)
    said = dict.fromkeys(vars(_dutch()), "Надзвичайно довгий підпис контактної особи " * 9)

    write_translations(sheet, FormWords(**said), "uk")

    with_labels = page_of(bytes(sheet.output()))
    clear = part(with_labels, SIGNATURE, grow=SIGNATURE_CLEAR_MM)
    assert clear[: round((SIGNATURE_CLEAR_MM - 0.1) * DOTS_IN_AN_MM)].min() >= PAPER


def _dutch() -> FormWords:
    return texts.form_words(speaker_for("nl"))


def test_the_print_stays_where_it_is_whatever_is_filled_in() -> None:
    empty, full = (page_of(draw_forms(forms, "fr")) for forms in (blank_forms(1), filled(14, LONG)))

    printed = empty < 100
    for box in (*CODES, *SMALL_NUMBERS, NUMBER):
        part(printed, box, grow=1)[:] = False
    assert (full[printed] < 160).all()


def test_a_long_name_stays_within_its_frame() -> None:
    ordinary, long = (page_of(draw_forms(filled(1, heading))) for heading in (HEADING, LONG))

    changed = np.argwhere(np.abs(ordinary.astype(int) - long) > 40) / DOTS_IN_AN_MM
    in_fields = changed[(changed[:, 0] > 49.5) & (changed[:, 0] < 86)]
    assert ((in_fields[:, 1] > 16) & (in_fields[:, 1] < 194)).all()
    assert (~((in_fields[:, 1] > 102) & (in_fields[:, 1] < 108))).all()
    assert (((in_fields[:, 0] > 57) & (in_fields[:, 0] < 66)) | (in_fields[:, 0] > 75)).all()
    assert (in_fields[:, 0] < 84).all()


def test_names_in_other_scripts_are_shown() -> None:
    heading = FormHeading(newcomer="فاطمة", organisation="ሰላም", contact="Олена 李")
    text = words(draw_forms(forms_for(heading, ())))

    assert all(name in text for name in ("فاطمة", "ሰላም", "лена ?"))


@pytest.mark.parametrize("forms", [filled(14), filled(14, LONG), blank_forms(1)])
def test_a_form_is_small_enough_to_send(forms: Sequence[Form]) -> None:
    assert len(draw_forms(forms, "ar")) <= 80_000


def test_no_form_is_no_paper() -> None:
    with pytest.raises(ValueError, match="no form"):
        draw_forms(())


@pytest.mark.parametrize(
    ("minutes", "written"),
    [(60, "1"), (750, "12,5"), (75, "1,25"), (80, "1 u 20"), (63, "1,05"), (40, "0 u 40")],
)
def test_a_total_is_written_as_people_write_it(minutes: int, written: str) -> None:
    assert texts.total_hours(minutes) == written
