"""`check-photo`: one object a page, and one clear line for what is not there."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.documents.form import draw_forms
from bot.domain.form import Form
from tests.photos.kitchen_table import NUMBER, a_page, a_quad, photograph
from tests.photos.letters import sent


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.jpg"
    path.write_bytes(sent(photograph(a_page(), a_quad(10, 0.05))))
    return path


def told(capsysbinary: pytest.CaptureFixture[bytes], *arguments: str | Path) -> list[dict[str, Any]]:
    assert main(["check-photo", "--json", *map(str, arguments)]) == 0
    return [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]


def test_a_photograph_is_told_as_one_object(photo: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    (seen,) = told(capsysbinary, photo)

    assert list(seen) == ["file", "page_found", "corners", "problems", "form", "signed", "scan"]
    assert seen["file"] == str(photo)
    assert (seen["page_found"], seen["problems"], seen["form"]) == (True, [], NUMBER)
    assert (seen["signed"], seen["scan"]) == (False, None)
    assert [len(corner) for corner in seen["corners"]] == [2, 2, 2, 2]


def test_scans_are_written_each_under_a_name_of_its_own(
    photo: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    scans = tmp_path / "new" / "scans"

    seen = told(capsysbinary, photo, photo, "--scan", scans)

    written = [Path(one["scan"]) for one in seen]
    assert len(set(written)) == 2
    assert all(path.parent == scans and path.read_bytes().startswith(b"\xff\xd8") for path in written)


def test_every_page_of_a_document_is_told(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    document = tmp_path / "forms.pdf"
    document.write_bytes(draw_forms([Form(number=NUMBER), Form(number=NUMBER)]))

    seen = told(capsysbinary, document)

    assert [(one["page"], one["form"]) for one in seen] == [(1, NUMBER), (2, NUMBER)]


def test_a_file_that_is_no_photograph_is_told_with_the_reason(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    text = tmp_path / "text.jpg"
    text.write_text("Dit is tekst.", encoding="utf-8")

    (seen,) = told(capsysbinary, text)

    assert (seen["page_found"], seen["problems"], seen["refused"]) == (False, ["not_a_page"], "not_a_picture")


def test_a_file_that_is_not_there_is_one_clear_line(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["check-photo", str(tmp_path / "none.jpg")]) == 1

    printed = capsysbinary.readouterr()
    assert printed.out == b""
    assert printed.err.decode().strip() == f"{tmp_path / 'none.jpg'}: No such file or directory"


def test_people_read_one_line_a_page(photo: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["check-photo", str(photo)]) == 0

    printed = capsysbinary.readouterr().out.decode().strip()
    assert printed == f"{photo}: can be used, form {NUMBER}, not signed"
