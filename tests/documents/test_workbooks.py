"""Lists of people in workbooks: as Excel saves them, damaged, and hostile."""

import contextlib
import datetime as dt
import io
import zipfile
from collections.abc import Callable, Sequence

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents.tables import Rows, TableUnreadable, Unreadable, read_rows

HEADER = ["Voornaam", "Statuut", "Begin", "Einde", "Uren"]
SHEET_PART = "xl/worksheets/sheet1.xml"


def a_workbook(*rows: Sequence[object], prepare: Callable[[openpyxl.Workbook], None] | None = None) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    if prepare:
        prepare(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The same workbook, with one of its parts replaced."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, part if info.filename == name else old.read(info))
    return file.getvalue()


def a_sheet_part(rows: str, before: str = "") -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'{before}<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'.encode()


def reason_of(read: Callable[[], Rows]) -> Unreadable:
    with pytest.raises(TableUnreadable) as refusal:
        read()
    return refusal.value.reason


WHOLE = a_workbook(["Ali", 40])
"""Made once: a workbook carries the moment at which it was made, so two differ."""


class TestWorkbooks:
    def test_values_come_as_they_stand_in_the_sheet(self) -> None:
        content = a_workbook(
            HEADER,
            ["  Zoë\u00a0 ", True, dt.datetime(2026, 9, 1), dt.date(2027, 12, 31), 40.0],  # noqa: DTZ001
            ["محمد", False, "eind juni 2027", dt.time(2, 30), 37.5],
            ["می\u200cخواهم\u200e", None, dt.timedelta(hours=40), "a\nb", -3],
        )

        assert read_rows(content, "mensen.xlsx") == [
            HEADER,
            ["Zoë", "WAAR", dt.date(2026, 9, 1), dt.date(2027, 12, 31), 40],
            ["محمد", "ONWAAR", "eind juni 2027", "2:30", 37.5],
            ["می\u200cخواهم", None, "40:00", "a b", -3],
        ]

    def test_a_formula_is_never_worked_out(self) -> None:
        unsaved = a_workbook(["Ali", "=1+1", '=HYPERLINK("http://x","y")', "einde"])
        saved = with_part(
            unsaved,
            SHEET_PART,
            a_sheet_part('<row r="1"><c r="A1"><f>20+20</f><v>40</v></c><c r="B1"><f>1</f></c></row>'),
        )

        assert read_rows(unsaved, "a.xlsx") == [["Ali", None, None, "einde"]]
        assert read_rows(saved, "a.xlsx") == [[40]]

    def test_rows_keep_their_number_and_blank_ends_are_left_out(self) -> None:
        content = a_workbook([], ["Ali", None, 40, None, "  "], [None, ""], ["Bo"], [None], [" "])

        assert read_rows(content, "a.xlsx") == [[], ["Ali", None, 40], [], ["Bo"]]

    def test_the_first_sheet_that_shows_something_counts(self) -> None:
        def prepare(book: openpyxl.Workbook) -> None:
            book.worksheets[0].sheet_state = "hidden"
            book.create_sheet("leeg")
            book.create_sheet("mensen").append(["Ali"])

        assert read_rows(a_workbook(["geheim"], prepare=prepare), "a.xlsx") == [["Ali"]]

    def test_a_size_that_another_program_wrote_wrongly_hides_nobody(self) -> None:
        part = a_sheet_part(
            '<row r="1"><c r="A1" t="str"><v>Ali</v></c></row><row r="2"><c r="B2"><v>40</v></c></row>'
        )
        part = part.replace(b"<sheetData>", b'<dimension ref="A1"/><sheetData>')

        assert read_rows(with_part(a_workbook([1]), SHEET_PART, part), "a.xlsx") == [["Ali"], [None, 40]]

    def test_an_impossible_date_is_read_back_as_a_fault_and_not_lost(self) -> None:
        def prepare(book: openpyxl.Workbook) -> None:
            book.worksheets[0]["A1"].number_format = "dd/mm/yyyy"

        assert read_rows(a_workbook([99999999, "Ali"], prepare=prepare), "a.xlsx") == [["#VALUE!", "Ali"]]

    def test_too_many_rows_are_refused(self) -> None:
        assert len(read_rows(a_workbook(*[[number] for number in range(5000)]), "a.xlsx")) == 5000
        too_many = a_workbook(*[[number] for number in range(5001)])
        assert reason_of(lambda: read_rows(too_many, "a.xlsx")) == Unreadable.TOO_LARGE

    @pytest.mark.parametrize(
        "rows",
        [
            '<row r="9999999999999"><c><v>1</v></c></row>',
            '<row r="1048576"><c><v>1</v></c></row>',
            "<row/>" * 2_000_000,
            '<row r="1">' + "<c/>" * 700_000 + "</row>",
            "<x>" + "y" * 27_000_000 + "</x>",
        ],
        ids=["far_row", "last_row", "blank_rows", "wide_row", "long_text"],
    )
    def test_a_small_file_that_swells_is_refused(self, rows: str) -> None:
        bomb = with_part(a_workbook([1]), SHEET_PART, a_sheet_part(rows))

        assert len(bomb) < 200_000
        assert reason_of(lambda: read_rows(bomb, "a.xlsx")) == Unreadable.TOO_LARGE

    def test_entities_are_never_opened(self) -> None:
        before = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
        part = a_sheet_part('<row r="1"><c t="str"><v>&a;&b;</v></c></row>', before)

        content = with_part(a_workbook([1]), SHEET_PART, part)
        assert reason_of(lambda: read_rows(content, "a.xlsx")) == Unreadable.NOT_A_TABLE

    def test_far_columns_are_left_out(self) -> None:
        (row,) = read_rows(a_workbook(list(range(300))), "a.xlsx")

        assert len(row) == 100

    def test_a_workbook_with_a_password_is_told_from_a_damaged_one(self) -> None:
        office = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
        locked = office + "EncryptedPackage".encode("utf-16-le")
        whole = a_workbook(["Ali"])
        locked_parts = bytearray(whole)
        at = locked_parts.index(b"PK\x01\x02")
        locked_parts[at + 8] |= 1

        assert reason_of(lambda: read_rows(locked, "a.xlsx")) == Unreadable.ENCRYPTED
        assert reason_of(lambda: read_rows(bytes(locked_parts), "a.xlsx")) == Unreadable.ENCRYPTED
        assert reason_of(lambda: read_rows(office, "a.xls")) == Unreadable.NOT_A_TABLE
        assert reason_of(lambda: read_rows(whole[: len(whole) // 2], "a.xlsx")) == Unreadable.NOT_A_TABLE

    @pytest.mark.parametrize(
        "part",
        [
            b"",
            b"<worksheet",
            a_sheet_part('<row r="x"><c><v>1</v></c></row>'),
            a_sheet_part('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'),
            a_sheet_part('<row r="1"><c r="??"><v>1</v></c></row>'),
            a_sheet_part('<row r="1"><c r="A1"><v>NaN</v></c></row>'),
        ],
    )
    def test_a_damaged_sheet_is_not_a_table(self, part: bytes) -> None:
        content = with_part(a_workbook([1]), SHEET_PART, part)

        assert reason_of(lambda: read_rows(content, "a.xlsx")) in {Unreadable.NOT_A_TABLE, Unreadable.EMPTY}

    def test_a_workbook_without_anything_is_empty(self) -> None:
        assert reason_of(lambda: read_rows(a_workbook(), "a.xlsx")) == Unreadable.EMPTY

    @given(st.data())
    def test_no_damage_gives_another_error(self, data: st.DataObject) -> None:
        content = bytearray(WHOLE)
        for _ in range(data.draw(st.integers(1, 8))):
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))

        with contextlib.suppress(TableUnreadable):
            read_rows(bytes(content), "a.xlsx")
