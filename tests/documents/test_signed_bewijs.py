"""The digital bewijs, looked at as a printer, a phone and the reader of photographs see it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

import cv2
import numpy as np
import pytest
import zxingcpp

from bot.documents.signed_bewijs import draw_signed
from bot.domain.form import Form, FormHeading, rows_of
from bot.domain.form_layout import SIGNATURE, SIGNATURE_CLEAR_MM
from bot.domain.form_number import FormNumber
from bot.domain.ids import AttendanceId, ContactId, NewcomerId, PaperId
from bot.domain.languages import SPOKEN
from bot.domain.offer_kind import OfferKind
from bot.domain.page_check import PageCheck
from bot.domain.signature import Signature, SignedRow
from bot.photos.check import check_pages
from bot.photos.form_reading import read_form
from tests.documents.test_form import PAPER, page_of, part
from tests.documents.test_sheet import pages, pictures, words
from tests.photos.kitchen_table import PER_MM, a_quad, photograph

NUMBER = FormNumber("BD-7K3M9QXTC4")
LINK = "https://bewijs.voorbeeld.vlaanderen/v/v-1a-2k9x0c7m4pqrs-Ab3dE_fGh1JkLmN0pQrStU"
BRUSSELS = ZoneInfo("Europe/Brussels")
DRAWN = (
    tuple((x, 100 + (x * 7) % 80 - 40) for x in range(20, 580, 20)),
    ((300, 20), (320, 180)),
    ((590, 10),),
)


def a_signature(rows: int = 3, **values: object) -> Signature:
    signature = Signature(
        paper_id=PaperId(46),
        newcomer_id=NewcomerId(1),
        contact_id=ContactId(2),
        newcomer="Amina El Khatib",
        kind=OfferKind.SPORT,
        organisation="Voetbalclub Zuid",
        contact="Karel Peeters",
        rows=tuple(
            SignedRow(
                attendance_id=AttendanceId(row),
                day=dt.date(2026, 10, 1) + dt.timedelta(days=row),
                minutes=120,
            )
            for row in range(rows)
        ),
        signed_at=dt.datetime(2026, 11, 24, 17, 5, tzinfo=dt.UTC),
    )
    return replace(signature, **values)  # type: ignore[arg-type]


def sheets(signature: Signature) -> tuple[Form, ...]:
    heading = FormHeading(
        newcomer=signature.newcomer,
        kind=signature.kind,
        organisation=signature.organisation,
        contact=signature.contact,
    )
    parts = rows_of([(row.day, row.minutes) for row in signature.rows])
    return tuple(
        Form(
            number=NUMBER,
            heading=heading,
            rows=rows,
            total_minutes=sum(minutes for _, minutes in rows),
            sheet=at,
            sheets=len(parts),
        )
        for at, rows in enumerate(parts, 1)
    )


def drawn(signature: Signature, code: str = LINK, language: str | None = "nl") -> bytes:
    at = signature.signed_at.astimezone(BRUSSELS)
    return draw_signed(signature, sheets(signature), code, signed_at=at, language=language)


def photographed(pdf: bytes) -> list[PageCheck]:
    """What the reader makes of each page, printed at 150 dots an inch."""
    return [
        check
        for picture in pictures(pdf, 150 / 72)
        for check in check_pages(cv2.imencode(".png", np.asarray(picture))[1].tobytes())
    ]


def links(pdf: bytes) -> list[Sequence[str]]:
    return [
        [code.text for code in zxingcpp.read_barcodes(picture) if code.text.startswith("http")]
        for picture in pictures(pdf, 150 / 72)
    ]


def around_the_box(pdf: bytes) -> np.ndarray:
    around = part(page_of(pdf), SIGNATURE, grow=SIGNATURE_CLEAR_MM).copy()
    edge = round((SIGNATURE_CLEAR_MM - 0.1) * 300 / 25.4)
    around[edge:-edge, edge:-edge] = 255
    return around


def test_who_signed_and_when_stands_on_it() -> None:
    text = words(drawn(a_signature()))

    assert "Karel Peeters" in text
    assert "digitaal ondertekend op 24/11/2026 om 18:05" in text
    assert "Is dit bewijs echt? Scan deze code." in text


@pytest.mark.parametrize("strokes", [(), DRAWN], ids=["name and tap", "drawn"])
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_a_photograph_of_it_is_read_as_a_signed_form_with_its_number(
    strokes: tuple[tuple[tuple[int, int], ...], ...], language: str
) -> None:
    (check,) = photographed(drawn(a_signature(strokes=strokes), language=language))

    assert (check.form, check.signed, check.is_usable) == (NUMBER, True, True)
    assert check.filled_rows == (0, 1, 2)


@pytest.mark.parametrize("strokes", [(), DRAWN], ids=["name and tap", "drawn"])
def test_a_print_that_is_photographed_at_an_angle_is_read_as_well(
    strokes: tuple[tuple[tuple[int, int], ...], ...],
) -> None:
    (printed,) = pictures(drawn(a_signature(strokes=strokes), language="fr"), PER_MM * 25.4 / 72)
    photo = photograph(np.array(printed), a_quad(14, 0.1))

    reading = read_form(photo.picture)

    assert reading is not None
    assert (reading.number, reading.signed) == (NUMBER, True)
    assert photo.off(reading.corners) < 1.5


@pytest.mark.parametrize("name", ["Jo", "فاطمة الزهراء", "ሰላም", "Wolfeschlegelsteinhausenbergerdorff" * 3])
def test_any_name_counts_as_a_signature_and_stays_in_its_box(name: str) -> None:
    pdf = drawn(a_signature(contact=name))
    (check,) = photographed(pdf)

    assert check.signed is True
    assert around_the_box(pdf).min() >= PAPER


def test_a_stroke_beside_the_field_of_the_finger_is_not_drawn_beside_the_box() -> None:
    corners = (((0, 0), (600, 0), (600, 200), (0, 200)),)
    pdf = drawn(a_signature(strokes=corners))

    assert around_the_box(pdf).min() >= PAPER


def test_every_sheet_is_signed_and_carries_the_code() -> None:
    pdf = drawn(a_signature(rows=30))
    checks = photographed(pdf)

    assert len(list(pages(pdf))) == 3
    assert [(check.form, check.signed) for check in checks] == [(NUMBER, True)] * 3
    assert [len(check.filled_rows or ()) for check in checks] == [14, 14, 2]
    assert links(pdf) == [[LINK]] * 3


def test_without_a_page_the_code_stands_in_letters() -> None:
    pdf = drawn(a_signature(), code="v-1a-2k9x0c7m4pqrs-Ab3dE_fGh1JkLmN0pQrStU")

    assert "Controlecode: v-1a-2k9x0c7m4pqrs-Ab3dE_fGh1JkLmN0pQrStU" in words(pdf)
    assert links(pdf) == [[]]


def test_the_same_facts_give_the_same_bytes() -> None:
    assert drawn(a_signature(strokes=DRAWN)) == drawn(a_signature(strokes=DRAWN))


@pytest.mark.parametrize("language", SPOKEN)
def test_it_is_small_and_the_code_can_be_scanned_in_every_language(language: str) -> None:
    pdf = drawn(a_signature(strokes=DRAWN), language=language)

    assert len(pdf) <= 100_000
    assert links(pdf) == [[LINK]]


def test_no_sheet_is_no_bewijs() -> None:
    with pytest.raises(ValueError, match="no sheet"):
        draw_signed(a_signature(), (), LINK, signed_at=a_signature().signed_at, language=None)
