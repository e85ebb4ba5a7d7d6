"""The administrator makes forms on the command line: empty ones for a desk, or one for somebody."""

import datetime as dt
import json
import subprocess
from pathlib import Path
from typing import Any

import pypdfium2

from bot.domain.form_layout import HOURS, SIGNATURE
from bot.domain.form_number import is_number
from bot.domain.ids import BewijsId, NewcomerId
from bot.domain.offer_kind import OfferKind
from bot.storage.database import Database
from tests.builders import NOW, new_begeleider, new_newcomer
from tests.documents.test_sheet import words
from tests.end_to_end.test_command_line import one_line, run


def told(ran: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ran.stdout.splitlines()]


def test_a_pad_of_empty_forms_needs_no_database(tmp_path: Path) -> None:
    out = tmp_path / "pad.pdf"

    forms = told(run("form", "--count", "3", "--out", str(out), "--json", folder=tmp_path))

    assert len({form["form"] for form in forms}) == 3
    assert all(is_number(form["form"]) for form in forms)
    with pypdfium2.PdfDocument(out.read_bytes()) as document:
        assert len(document) == 3


def test_what_is_told_of_a_form_is_the_contract(tmp_path: Path) -> None:
    (form,) = told(run("form", "--out", str(tmp_path / "form.pdf"), "--json", folder=tmp_path))

    assert set(form) == {"form", "page_mm", "signature_box_mm", "hours_box_mm", "qr_boxes_mm"}
    assert form["page_mm"] == [210, 297]
    assert form["signature_box_mm"] == list(SIGNATURE)
    assert form["hours_box_mm"] == list(HOURS)
    assert [len(box) for box in form["qr_boxes_mm"]] == [4, 4]


async def amira(database: Database, *organisations: str) -> tuple[NewcomerId, list[BewijsId]]:
    """Amira with a bewijs at each of these, each with one date."""
    async with database.work() as work:
        account = await new_newcomer(work, 7_001, "Amira", of=await new_begeleider(work, 7_002, "Sofie"))
        newcomer_id = account.newcomer_ids[0]
        bewijzen = []
        for organisation in organisations:
            bewijzen.append(
                await work.hours.bewijs(
                    newcomer_id, OfferKind.SPORT, organisation=organisation, contact="Jan", at=NOW
                )
            )
            day = dt.date(2026, 9, 1)
            await work.hours.add_attendance(newcomer_id, bewijzen[-1], day=day, minutes=90, at=NOW)
        return newcomer_id, bewijzen


async def test_a_form_for_somebody_is_filled_in_as_far_as_known(
    sqlite_database: Database, tmp_path: Path
) -> None:
    newcomer_id, _ = await amira(sqlite_database, "Voetbalclub")
    out = tmp_path / "amira.pdf"

    (form,) = told(run("form", "--newcomer", str(newcomer_id), "--out", str(out), "--json", folder=tmp_path))

    text = words(out.read_bytes())
    assert is_number(form["form"])
    assert all(known in text for known in ("Amira", "Voetbalclub", "Sport", "Jan", "di 1/9/2026", "1 u 30"))


async def test_of_several_bewijzen_one_is_to_be_named(sqlite_database: Database, tmp_path: Path) -> None:
    newcomer_id, bewijzen = await amira(sqlite_database, "Voetbalclub", "Schaakclub")
    out = tmp_path / "amira.pdf"
    given = ("form", "--newcomer", str(newcomer_id), "--out", str(out))

    line = one_line(run(*given, folder=tmp_path))
    assert run(*given, "--bewijs", str(bewijzen[1]), folder=tmp_path).returncode == 0

    assert all(str(bewijs) in line for bewijs in bewijzen)
    assert "Schaakclub" in words(out.read_bytes())


async def test_nobody_and_no_bewijs_are_told_in_one_line(sqlite_database: Database, tmp_path: Path) -> None:
    newcomer_id, _ = await amira(sqlite_database, "Voetbalclub")
    out = str(tmp_path / "form.pdf")

    nobody = one_line(run("form", "--newcomer", "99", "--out", out, folder=tmp_path))
    none = one_line(
        run("form", "--newcomer", str(newcomer_id), "--bewijs", "99", "--out", out, folder=tmp_path)
    )

    assert "newcomer 99" in nobody
    assert "bewijs 99" in none


def test_two_things_at_once_are_refused(tmp_path: Path) -> None:
    out = str(tmp_path / "form.pdf")

    assert "--newcomer" in one_line(run("form", "--bewijs", "1", "--out", out, folder=tmp_path))
    assert "--count" in one_line(
        run("form", "--newcomer", "1", "--count", "2", "--out", out, folder=tmp_path)
    )
