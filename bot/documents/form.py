"""The form for a bewijs van deelname: an A4 in black and white, to print, sign and photograph."""

from collections.abc import Sequence
from dataclasses import replace

from fpdf import FPDF
from fpdf.enums import Align

from bot.documents.form_pen import Hand, write
from bot.documents.form_print import below, draw_print, labels
from bot.documents.form_squares import draw_codes
from bot.documents.sheet import blank_sheet
from bot.domain.form import Form, printed_number
from bot.domain.form_layout import (
    CAREFUL,
    CONTACT,
    HOURS,
    KIND,
    NEWCOMER,
    NUMBER,
    NUMBER_SIGN_MM,
    ORGANISATION,
    PHOTO_HINT,
    SHEET,
    SMALL_NUMBERS,
    STATEMENT,
    TITLE,
    TRANSLATION_MM,
    Box,
    cell,
)
from bot.domain.languages import SOURCE_LANGUAGE, is_right_to_left, spoken_for
from bot.texts import dutch_hours
from bot.texts import form as words
from bot.texts.bewijs_names import in_dutch
from bot.texts.dutch import dutch_speaker
from bot.texts.form import FormWords
from bot.texts.speaker import speaker_for

CAPITAL_MM_IN_A_POINT = 0.3528 * 0.714
"""The height of a capital of the typeface."""
NUMBER_POINTS = NUMBER_SIGN_MM / CAPITAL_MM_IN_A_POINT
NUMBER_HAND = Hand(points=NUMBER_POINTS, smallest=NUMBER_POINTS, style="B", is_centred=True)
SMALL_NUMBER_HAND = Hand(points=7, smallest=7, align=Align.C)
SHEET_HAND = Hand(points=10, smallest=7, align=Align.R)
VALUE_HAND = Hand(points=13, smallest=7, is_centred=True)
TOTAL_HAND = Hand(points=20, smallest=10, style="B", align=Align.C, is_centred=True)
TRANSLATION_HAND = Hand(points=7, smallest=5)
TURNED_TRANSLATION_HAND = replace(TRANSLATION_HAND, align=Align.R, is_right_to_left=True)
VALUE_EDGE_MM = 1.5


def draw_forms(forms: Sequence[Form], language: str | None = None) -> bytes:
    """Draw forms as a PDF, one A4 each.

    Takes some 100 ms and belongs in a thread or a job.

    Args:
        forms: In the order of the pages; at least one.
        language: Of the newcomer: the labels stand in it in small below the Dutch ones. None for Dutch alone.

    Raises:
        ValueError: There is no form.
    """
    if not forms:
        raise ValueError("there is no form to draw")
    sheet = blank_sheet()
    for form in forms:
        add_form(sheet, form, language)
    return bytes(sheet.output())


def add_form(sheet: FPDF, form: Form, language: str | None = None) -> None:
    """Draw a form on a page of its own; the arguments are those of `draw_forms`."""
    spoken = spoken_for(language)
    sheet.add_page()
    draw_print(sheet)
    draw_codes(sheet, form.number)
    _write_number(sheet, form)
    _write_heading(sheet, form)
    _write_rows(sheet, form)
    if spoken != SOURCE_LANGUAGE:
        write_translations(sheet, words.form_words(speaker_for(spoken)), spoken)


def draw_template() -> bytes:
    """Draw only what is the same on every form: what photographs are held against."""
    sheet = blank_sheet()
    sheet.add_page()
    draw_print(sheet)
    return bytes(sheet.output())


def _write_number(sheet: FPDF, form: Form) -> None:
    number = printed_number(form.number)
    write(sheet, number, NUMBER, NUMBER_HAND)
    for room in SMALL_NUMBERS:
        write(sheet, number, room, SMALL_NUMBER_HAND)
    if form.sheets > 1:
        write(sheet, words.sheet_of(form.sheet, form.sheets), SHEET, SHEET_HAND)


def _write_heading(sheet: FPDF, form: Form) -> None:
    heading = form.heading
    for box, value in (
        (NEWCOMER, heading.newcomer),
        (ORGANISATION, heading.organisation),
        (KIND, None if heading.kind is None else in_dutch(heading.kind)),
        (CONTACT, words.contact_line(heading.contact, heading.phone)),
    ):
        write(sheet, value or "", inside(box), VALUE_HAND)


def _write_rows(sheet: FPDF, form: Form) -> None:
    for row, (day, minutes) in enumerate(form.rows):
        date = f"{dutch_hours.weekday(day)}/{day.year}"
        for column, value in ((1, date), (2, dutch_hours.hours(minutes))):
            write(sheet, value, inside(cell(row, column)), VALUE_HAND)
    if form.total_minutes is not None:
        write(sheet, words.total_hours(form.total_minutes), inside(HOURS), TOTAL_HAND)


def inside(box: Box) -> Box:
    """The room within a frame, for what is filled in."""
    edge = VALUE_EDGE_MM
    return Box(box.x + edge, box.y + 0.5, box.width - 2 * edge, box.height - 1)


def write_translations(sheet: FPDF, said: FormWords, language: str) -> None:
    """Write the labels once more in small, apart from those that are the same in Dutch.

    Args:
        sheet: Its last page has the print.
        said: The words in that language.
        language: ISO 639-1; it says in which direction they are read.
    """
    in_dutch_words = {text for _, text in _with_rooms(words.form_words(dutch_speaker()))}
    hand = TURNED_TRANSLATION_HAND if is_right_to_left(language) else TRANSLATION_HAND
    for room, text in _with_rooms(said):
        if text not in in_dutch_words:
            write(sheet, text, room, hand)


def _with_rooms(said: FormWords) -> tuple[tuple[Box, str], ...]:
    return (
        *((below(room), text) for room, text in labels(said)),
        (below(TITLE)._replace(height=TRANSLATION_MM + 1), said.title),
        (below(STATEMENT)._replace(height=2 * TRANSLATION_MM), said.statement),
        (below(CAREFUL)._replace(height=4 * TRANSLATION_MM), said.careful),
        (below(PHOTO_HINT)._replace(height=2 * TRANSLATION_MM), said.photo),
    )
