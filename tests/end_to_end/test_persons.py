"""The administrator exports and erases a person on the command line."""

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.storage.database import Database
from bot.storage.tables import outbox
from tests.end_to_end.test_command_line import one_line, run
from tests.services.full_people import AMIRA_CHAT, KARIM_CHAT, NAME, SOFIE_CHAT, full_people


async def test_a_newcomer_is_exported_and_erased_with_a_receipt(
    sqlite_database: Database, tmp_path: Path
) -> None:
    full = await full_people(sqlite_database)
    number = str(full.amira.newcomer_ids[0])
    out = tmp_path / "amira.json"

    written = run("export-newcomer", number, "--out", str(out), "--json", folder=tmp_path)
    receipt = run("erase-newcomer", number, "--yes", "--json", folder=tmp_path)
    again = one_line(run("erase-newcomer", number, "--yes", folder=tmp_path))

    exported = json.loads(out.read_text(encoding="utf-8"))
    told = json.loads(receipt.stdout)
    assert json.loads(written.stdout)["rows"] == sum(map(len, exported["tables"].values()))
    assert exported["tables"]["newcomers"][0]["name"] == NAME
    assert set(told) == {"number", "at", "rows", "kept_in_chats"}
    assert told["rows"]["newcomers"] == 1
    assert "no such newcomer" in again
    waiting = await _waiting(sqlite_database)
    assert any("14 u" in text for text in waiting)


async def _waiting(database: Database) -> list[str]:
    """What goes to Sofie when the bot runs again."""
    async with database.work(reads_only=True) as work:
        query = select(outbox.c.payload).where(outbox.c.chat_id == SOFIE_CHAT, outbox.c.state == "waiting")
        return [row.payload for row in (await work.connection.execute(query)).all() if row.payload]


async def test_nothing_is_erased_without_yes(sqlite_database: Database, tmp_path: Path) -> None:
    full = await full_people(sqlite_database)

    line = one_line(run("erase-newcomer", str(full.amira.newcomer_ids[0]), folder=tmp_path))

    assert "--yes" in line
    async with sqlite_database.work(reads_only=True) as work:
        assert await work.people.newcomer(full.amira.newcomer_ids[0]) is not None


async def test_a_person_is_found_by_chat_and_a_couple_by_id(
    sqlite_database: Database, tmp_path: Path
) -> None:
    full = await full_people(sqlite_database)
    async with sqlite_database.work() as work:
        await work.people.link_newcomer(full.amira.newcomer_ids[0], full.karim.id)
    out = str(tmp_path / "person.json")

    alone = run("export-newcomer", "--chat", str(AMIRA_CHAT), "--out", out, folder=tmp_path)
    couple = one_line(run("export-newcomer", "--chat", str(KARIM_CHAT), "--out", out, folder=tmp_path))
    nobody = one_line(run("export-newcomer", "--chat", "7", "--out", out, folder=tmp_path))

    assert alone.returncode == 0
    assert "give one of the ids 1, 2" in couple
    assert "nobody" in nobody


async def test_a_begeleider_who_guides_is_not_erased(sqlite_database: Database, tmp_path: Path) -> None:
    await full_people(sqlite_database)

    line = one_line(run("erase-newcomer", "--chat", str(SOFIE_CHAT), "--yes", folder=tmp_path))

    assert "hands them over first" in line


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("BOT_LEGAL_GROUNDS", "dossier=whim"),
        ("BOT_LEGAL_GROUNDS", "letters"),
        ("BOT_LEGAL_GROUNDS", '{"dossier": 3}'),
        ("BOT_KEEP_QUESTIONS_DAYS", "forever"),
        ("BOT_KEEP_ACCOUNTS_DAYS", "3"),
    ],
)
def test_a_wrong_ground_or_period_names_its_key(tmp_path: Path, key: str, value: str) -> None:
    line = one_line(run("stats", folder=tmp_path, **{key: value}))

    assert line.startswith(f"{key}: ")
