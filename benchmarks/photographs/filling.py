"""Forms as people hand them in: printed, filled in by hand, signed or not."""

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pypdfium2
from numpy.random import Generator

from benchmarks.photographs.arrays import Floats, Points, floats, happens
from benchmarks.photographs.ink import SHEET_DPI, Pen, Sheet, a_pen, fitted, handwritten, scrawl
from benchmarks.photographs.signatures import leave_empty, sign
from bot.documents.form import draw_forms
from bot.domain.form import Form, FormHeading, FormRow
from bot.domain.form_layout import DATE, HOURS, NEWCOMER, ORGANISATION, ROW_COUNT, SIGNATURE, Box, cell
from bot.domain.form_number import FormNumber, new_number
from bot.domain.offer_kind import OfferKind

PEOPLE = ("Amina El Khatib", "Oleksandr Kovalenko", "Rosa Pérez", "Mehmet Yılmaz", "ليلى حسن", "Selam Tesfay")
PLACES = ("Voetbalclub Zuid Antwerpen", "Bibliotheek Aalst", "Buurthuis 't Anker", "Repair Café Leuven")
CONTACTS = ("Jan Peeters", "Els De Smet", "Fatima Bakkali")
LANGUAGES = (None, "fr", "ar", "uk", "tr", "so", "ti")
FIRST_DAY = dt.date(2026, 3, 2)


@dataclass(frozen=True, kw_only=True, eq=False)
class Filled:
    """A form on paper, and what is true of it."""

    page: Floats
    """At 200 dpi."""
    number: FormNumber
    signed: bool
    style: str
    """How it was signed, or left empty."""
    rows: tuple[int, ...]
    """Those with hours in them, printed or by hand, from 0."""


def fill_in(chance: Generator, *, signed: bool) -> Filled:
    """Print a form as a newcomer gets it, and write on it.

    Args:
        chance: Where chance comes from.
        signed: Is something put into the signature box?
    """
    number = new_number(lambda signs: signs[int(chance.integers(len(signs)))])
    form = Form(number=number, heading=_heading(chance), rows=_printed_rows(chance))
    language = LANGUAGES[int(chance.integers(len(LANGUAGES)))]
    sheet = Sheet(rendered(draw_forms([form], language)))
    rows = _write(chance, sheet, form)
    box = SIGNATURE
    style = sign(chance, sheet, box) if signed else leave_empty(chance, sheet, box)
    return Filled(page=sheet.picture, number=number, signed=signed, style=style, rows=rows)


def rendered(pdf: bytes) -> Floats:
    """The first page as a picture at 200 dpi."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=SHEET_DPI / 72).to_numpy()
    document.close()
    return floats(picture[..., :3] / 255)


def _heading(chance: Generator) -> FormHeading:
    if happens(chance, 0.3):
        return FormHeading()
    return FormHeading(
        newcomer=str(chance.choice(PEOPLE)),
        kind=list(OfferKind)[int(chance.integers(len(OfferKind)))],
        organisation=str(chance.choice(PLACES)),
        contact=str(chance.choice(CONTACTS)) if happens(chance, 0.7) else None,
    )


def _printed_rows(chance: Generator) -> tuple[FormRow, ...]:
    if happens(chance, 0.5):
        return ()
    days = np.cumsum(chance.integers(1, 9, int(chance.integers(1, ROW_COUNT + 1))))
    return tuple((FIRST_DAY + dt.timedelta(days=int(day)), 30 * int(chance.integers(2, 9))) for day in days)


def _write(chance: Generator, sheet: Sheet, form: Form) -> tuple[int, ...]:
    """Write by hand what is open; gives the rows with hours."""
    pen = a_pen(chance)
    start = len(form.rows)
    end = min(ROW_COUNT, start + int(chance.integers(0, 7)))
    for row in range(start, end):
        _write_row(chance, sheet, row, pen)
    if happens(chance, 0.5):
        for row in range(start):
            sheet.stroke(fitted([scrawl(chance, 12, 3.5)], _inner(cell(row, 3), 14)), pen)
    if form.heading.newcomer is None:
        for box in (NEWCOMER, ORGANISATION):
            words = [scrawl(chance, 18, 3.6), scrawl(chance, 26, 3.6) + np.array((22, 0))]
            sheet.stroke(fitted(words, _inner(box, 60)), pen)
    if end and happens(chance, 0.8):
        sheet.stroke(_figures(chance, str(int(chance.integers(1, 41))), HOURS, 8), pen)
    if happens(chance, 0.7):
        sheet.stroke(_figures(chance, _a_date(chance), DATE, 5), pen)
    return tuple(range(end))


def _write_row(chance: Generator, sheet: Sheet, row: int, pen: Pen) -> None:
    sheet.stroke(_figures(chance, _a_date(chance), cell(row, 1), 3.8), pen)
    hours = f"{int(chance.integers(1, 9))}" + str(chance.choice(["", "", ",5", "u", "u30"]))
    sheet.stroke(_figures(chance, hours, cell(row, 2), 4.0), pen)
    if happens(chance, 0.6):
        sheet.stroke(fitted([scrawl(chance, 12, 3.5)], _inner(cell(row, 3), 14)), pen)


def _figures(chance: Generator, signs: str, box: Box, height: float) -> list[Points]:
    x = box.x + 2 + float(chance.uniform(0, max(1.0, box.width - 6 - len(signs) * height * 0.85)))
    y = box.y + box.height / 2 + height * float(chance.uniform(0.35, 0.6))
    return handwritten(chance, signs, (x, y), height)


def _a_date(chance: Generator) -> str:
    return f"{int(chance.integers(1, 29))}/{int(chance.integers(1, 13))}/26"


def _inner(box: Box, width: float) -> tuple[float, float, float, float]:
    return box.x + 2, box.y + 1, min(width, box.width - 4), box.height - 2
