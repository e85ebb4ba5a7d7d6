"""The digital bewijs: the known form, signed, with a code that tells whether it is genuine.

It has the number of a form in its codes as paper has, so that a photograph of it counts once.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from fpdf import FPDF
from fpdf.enums import Align

from bot.documents.form import VALUE_HAND, add_form, inside
from bot.documents.form_pen import Hand, write
from bot.documents.form_squares import draw_link
from bot.documents.sheet import blank_sheet
from bot.domain.form import Form
from bot.domain.form_layout import DATE, Box
from bot.domain.languages import is_right_to_left, spoken_for
from bot.domain.signature import FIELD, Signature, Stroke
from bot.domain.signed_layout import (
    DRAWN,
    NAME,
    NAME_ALONE,
    SIGNED_ON,
    VERIFY_CODE,
    VERIFY_TEXT,
    VERIFY_TRANSLATION,
    VERIFY_WORDS,
)
from bot.texts import dutch_hours
from bot.texts import signed_bewijs as words
from bot.texts.dutch import dutch_speaker
from bot.texts.speaker import speaker_for

NAME_HAND = Hand(points=13, smallest=7, style="B", is_centred=True)
LARGE_NAME_HAND = Hand(points=20, smallest=8, style="B", is_centred=True)
SIGNED_ON_HAND = Hand(points=9, smallest=7, is_centred=True)
VERIFY_HAND = Hand(points=8, smallest=6, style="B", align=Align.R)
TEXT_HAND = Hand(points=7, smallest=5, align=Align.R)
PEN_MM = 0.6
WEB = ("https://", "http://")


def draw_signed(
    signature: Signature,
    forms: Sequence[Form],
    code: str,
    *,
    signed_at: dt.datetime,
    language: str | None = None,
) -> bytes:
    """Draw a digital bewijs as a PDF, one A4 for each sheet; the same facts give the same bytes.

    Takes some 150 ms and belongs in a thread or a job.

    Args:
        signature: What was signed.
        forms: Its sheets, in order; at least one.
        code: The address of the page that tells whether it is genuine; where there is none, the code alone.
        signed_at: When it was signed, in the bot's time zone.
        language: Of the newcomer, for the small labels; None for Dutch alone.

    Raises:
        ValueError: There is no sheet.
    """
    if not forms:
        raise ValueError("there is no sheet to draw")
    sheet = blank_sheet()
    sheet.set_creation_date(signature.signed_at.astimezone(dt.UTC))
    for form in forms:
        add_form(sheet, form, language)
        _sign(sheet, signature, signed_at)
        _draw_code(sheet, code, spoken_for(language))
    return bytes(sheet.output())


def _sign(sheet: FPDF, signature: Signature, signed_at: dt.datetime) -> None:
    write(sheet, dutch_hours.day(signed_at.date()), inside(DATE), VALUE_HAND)
    if signature.strokes:
        _draw_strokes(sheet, signature.strokes, DRAWN)
        write(sheet, signature.contact, NAME, NAME_HAND)
    else:
        write(sheet, signature.contact, NAME_ALONE, LARGE_NAME_HAND)
    write(sheet, words.signed_on(signed_at), SIGNED_ON, SIGNED_ON_HAND)


def _draw_strokes(sheet: FPDF, strokes: Sequence[Stroke], room: Box) -> None:
    """Draw what the finger drew, as large as the room allows."""
    scale = min(room.width / FIELD[0], room.height / FIELD[1])
    sheet.set_draw_color(0)
    sheet.set_fill_color(0)
    sheet.set_line_width(PEN_MM)
    for stroke in strokes:
        points = [(room.x + x * scale, room.y + y * scale) for x, y in stroke]
        if len(points) > 1:
            sheet.polyline(points)
        for x, y in (points[0], points[-1]):
            sheet.circle(x, y, PEN_MM / 2, style="F")


def _draw_code(sheet: FPDF, code: str, spoken: str) -> None:
    if not code.startswith(WEB):
        write(sheet, words.code_in_letters(code), VERIFY_TEXT, TEXT_HAND)
        return
    draw_link(sheet, code, VERIFY_CODE)
    in_dutch, translated = (words.is_it_genuine(voice) for voice in (dutch_speaker(), speaker_for(spoken)))
    write(sheet, in_dutch, VERIFY_WORDS, VERIFY_HAND)
    if translated != in_dutch:
        hand = replace(TEXT_HAND, is_right_to_left=is_right_to_left(spoken))
        write(sheet, translated, VERIFY_TRANSLATION, hand)
