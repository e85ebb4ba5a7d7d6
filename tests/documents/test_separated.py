"""Lists of people as text: CSV of every kind, pasted lines, and what we write for Excel."""

import contextlib
import csv
import datetime as dt
import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents.tables import Cell, Rows, TableUnreadable, Unreadable, read_pasted, read_rows, write_csv


def reason_of(read: Callable[[], Rows]) -> Unreadable:
    with pytest.raises(TableUnreadable) as refusal:
        read()
    return refusal.value.reason


class TestTextFiles:
    ROWS = (["Voornaam", "Einde"], ["Zoë", "31/12/2027"], ["Ömer", None])

    @pytest.mark.parametrize("separator", [";", ",", "\t"])
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
    def test_every_encoding_and_separator_of_excel_is_read(
        self, encoding: str, end: str, separator: str
    ) -> None:
        text = "".join(separator.join(cell or "" for cell in row) + end for row in self.ROWS)

        rows = read_rows(text.encode(encoding), "mensen.csv")

        assert rows == [["Voornaam", "Einde"], ["Zoë", "31/12/2027"], ["Ömer"]]

    def test_names_in_every_script_are_read(self) -> None:
        text = "naam;einde\nЮлія;1/1/2027\nمحمد;1/1/2027\nሰላም;1/1/2027\n"

        for encoding in ("utf-8", "utf-16"):
            names = [row[0] for row in read_rows(text.encode(encoding), "a.csv")]
            assert names == ["naam", "Юлія", "محمد", "ሰላም"]

    def test_quotes_keep_separators_and_ends_of_lines(self) -> None:
        text = '"Ali; ""Bob""";"regel 1\nregel 2";40\nBo;x;37,5\n'

        assert read_rows(text.encode(), "a.csv") == [
            ['Ali; "Bob"', "regel 1 regel 2", "40"],
            ["Bo", "x", "37,5"],
        ]

    @pytest.mark.parametrize("text", ['Ali;"x;40\nBo;y;40\nCas;z;40', 'Ali;"x"y;40\nBo;"y;40\nCas;z;40'])
    def test_a_quote_that_never_ends_swallows_nobody(self, text: str) -> None:
        assert [row[0] for row in read_rows(text.encode(), "a.csv")] == ["Ali", "Bo", "Cas"]

    def test_decimal_commas_do_not_part_cells(self) -> None:
        assert read_rows(b"Ali;37,5\nBo;40\nCas;12,5\n", "a.csv")[2] == ["Cas", "12,5"]

    def test_excel_may_name_the_separator(self) -> None:
        assert read_rows(b"sep=|\r\nAli|a;b;c\r\n", "a.csv") == [["Ali", "a;b;c"]]

    def test_one_column_and_leading_zeros_stay_as_they_are(self) -> None:
        assert read_rows(b"007\n\n012\n\n\n", "a.txt") == [["007"], [], ["012"]]

    def test_the_name_of_the_file_says_tabs(self) -> None:
        assert read_rows(b"Ali;x\t40\n", "a.tsv") == [["Ali;x", "40"]]

    @pytest.mark.parametrize(
        ("content", "name", "reason"),
        [
            (b"", "a.csv", Unreadable.EMPTY),
            (b" \r\n\t\n", "a.csv", Unreadable.EMPTY),
            (b";;;\n;;\n", "a.csv", Unreadable.EMPTY),
            (b"\xef\xbb\xbf", "a.csv", Unreadable.EMPTY),
            (b"\x89PNG\r\n\x1a\n\x00\x00", "a.csv", Unreadable.NOT_A_TABLE),
            (b"\xff\xd8\xff\xe0\x00\x10JFIF", "foto.jpg", Unreadable.NOT_A_TABLE),
            (b"%PDF-1.7\n", "a.csv", Unreadable.NOT_A_TABLE),
            (b"<html><table>", "a.xls", Unreadable.NOT_A_TABLE),
            (b'{"a": 1}', "a.csv", Unreadable.NOT_A_TABLE),
            (b"naam;uren", "a.json", Unreadable.NOT_A_TABLE),
            (b"PK\x03\x04rest", "a.xlsx", Unreadable.NOT_A_TABLE),
            (b"Ali;\x81\x8d\x8f", "a.csv", Unreadable.ENCODING),
            (b"\xff\xfeA\x00\x00\xd8", "a.csv", Unreadable.ENCODING),
            (b"x" * (10 * 1024 * 1024 + 1), "a.csv", Unreadable.TOO_LARGE),
            (b"Ali;40\n" * 5001, "a.csv", Unreadable.TOO_LARGE),
            (b"\n" * 60_000 + b"Ali", "a.csv", Unreadable.TOO_LARGE),
        ],
    )
    def test_what_cannot_be_read_has_a_reason(self, content: bytes, name: str, reason: Unreadable) -> None:
        assert reason_of(lambda: read_rows(content, name)) == reason

    @given(st.binary(max_size=300))
    def test_no_bytes_give_another_error(self, content: bytes) -> None:
        with contextlib.suppress(TableUnreadable):
            read_rows(content, "a.csv")


class TestPastedLines:
    @pytest.mark.parametrize("separator", ["\t", ";", ", ", "  ", "    ", " ; ", "\u00a0\u00a0"])
    def test_cells_are_parted_by_what_people_use(self, separator: str) -> None:
        text = "\n".join(
            separator.join(row) for row in (["Ali", "verplicht", "40"], ["Bo Bo", "recht", "60"])
        )

        assert read_pasted(text) == [["Ali", "verplicht", "40"], ["Bo Bo", "recht", "60"]]

    def test_a_decimal_comma_does_not_win_from_two_spaces(self) -> None:
        text = "Ali  verplicht  31 december 2027  37,5\nBo  verplicht  30 juni 2027  40,0"

        assert read_pasted(text)[1] == ["Bo", "verplicht", "30 juni 2027", "40,0"]

    def test_one_name_a_line_is_one_cell_a_line(self) -> None:
        assert read_pasted("Ali Reza\n\nBo\n") == [["Ali Reza"], [], ["Bo"]]

    def test_nothing_is_empty(self) -> None:
        assert reason_of(lambda: read_pasted(" \n ")) == Unreadable.EMPTY


class TestWriting:
    def test_excel_in_belgium_opens_it(self) -> None:
        content = write_csv(
            ["Naam", "Einde"], [["Zoë; 'x' \"y\"", dt.date(2027, 12, 31)], [None, 37.5], [-3, 40]]
        )

        assert content.startswith(b"\xef\xbb\xbf")
        assert content.decode("utf-8-sig") == (
            '"Naam";"Einde"\r\n"Zoë; \'x\' ""y""";"31/12/2027"\r\n"";"37,5"\r\n"-3";"40"\r\n'
        )

    @pytest.mark.parametrize(
        "text",
        [
            "=1+1",
            "+32470123456",
            "-1+1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "  =1",
            "＝1+1",
            "-",
            "--1",
            "=cmd|'/C'!A0",
        ],
    )
    def test_no_cell_can_become_a_formula(self, text: str) -> None:
        (_, (cell,)) = csv.reader(
            io.StringIO(write_csv(["x"], [[text]]).decode("utf-8-sig"), newline=""), delimiter=";"
        )

        assert cell == f"'{text}"

    def test_a_name_of_a_column_cannot_either(self) -> None:
        assert b'"\'=x"' in write_csv(["=x"], [])

    @pytest.mark.parametrize("text", ["-12", "-1,5", "-0.25", "a=b", "31/12/2027", "'s Gravenhage", ""])
    def test_what_is_harmless_stays_as_it_is(self, text: str) -> None:
        assert f'"{text}"\r\n'.encode() in write_csv(["x"], [[text]])

    @given(
        st.lists(
            st.lists(
                st.text(st.characters(codec="utf-8"), max_size=12) | st.integers() | st.none(),
                min_size=2,
                max_size=4,
            ),
            min_size=1,
            max_size=5,
        )
    )
    def test_no_row_or_cell_is_added_by_what_people_write(self, rows: list[list[Cell]]) -> None:
        text = write_csv(["naam", "uren"], rows).decode("utf-8-sig")

        read = list(csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True))
        assert [len(row) for row in read] == [2, *(len(row) for row in rows)]

    def test_what_was_written_is_read_again(self) -> None:
        rows: Rows = [["+Ali", "Zoë"], ["=x", "a;b"], ["-1+2", "-12"]]

        assert read_rows(write_csv(["naam", "x"], rows), "a.csv") == [["naam", "x"], *rows]
