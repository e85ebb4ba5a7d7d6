"""The command line as people and scripts use it: one clear line when something is wrong."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


def run(
    *arguments: str, folder: Path, stdin: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("BOT_")}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        env={**clean, "BOT_DATA_DIR": str(folder), **environment},
        cwd=Path(__file__).parent.parent.parent,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def one_line(result: subprocess.CompletedProcess[str]) -> str:
    assert result.returncode != 0
    assert result.stdout == ""
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1, result.stderr
    return lines[0]


def test_a_missing_token_is_named(tmp_path: Path) -> None:
    assert "BOT_TOKEN" in one_line(run("run", folder=tmp_path))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("BOT_TIMEZONE", "Mars/Base"),
        ("BOT_WEBHOOK_PORT", "many"),
        ("BOT_SECRET_KEY", "short"),
        ("BOT_WEBHOOK_SECRET", "a b"),
    ],
)
def test_a_wrong_setting_names_its_key_and_not_its_value(tmp_path: Path, key: str, value: str) -> None:
    line = one_line(run("run", folder=tmp_path, BOT_TOKEN="1:x", **{key: value}))

    assert key in line
    assert value not in line.replace(key, "")


def test_an_unreachable_api_is_named(tmp_path: Path) -> None:
    assert run("migrate", folder=tmp_path).returncode == 0

    assert "BOT_API_URL" in one_line(
        run("run", folder=tmp_path, BOT_TOKEN="1:x", BOT_API_URL="http://127.0.0.1:9")
    )


def test_a_database_without_tables_asks_for_migrate(tmp_path: Path) -> None:
    assert "migrate" in one_line(
        run("run", folder=tmp_path, BOT_TOKEN="1:x", BOT_API_URL="http://127.0.0.1:9")
    )


def test_a_database_newer_than_the_code_is_refused(tmp_path: Path) -> None:
    import sqlite3

    run("migrate", folder=tmp_path)
    with sqlite3.connect(tmp_path / "inburgerbot.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()

    assert "newer" in one_line(run("run", folder=tmp_path, BOT_TOKEN="1:x"))


def test_ask_prints_one_json_object_a_line_and_nothing_else(tmp_path: Path) -> None:
    result = run(
        "ask",
        "--json",
        folder=tmp_path,
        stdin="mag mijn buddy tekenen?\n\nwat wordt het weer morgen in Gent?\n",
    )

    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.returncode == 0
    assert [answer["text"] for answer in answers] == [
        "mag mijn buddy tekenen?",
        "",
        "wat wordt het weer morgen in Gent?",
    ]
    assert answers[0]["ranking"][0] == "bewijs-contactpersoon"
    assert answers[2]["outcome"] == "forward"
    for answer in answers:
        assert len(answer["ranking"]) == 3
        assert 0 <= answer["confidence"] <= 1


def test_an_entry_that_is_switched_off_is_forwarded_until_it_is_on_again(tmp_path: Path) -> None:
    run("migrate", folder=tmp_path)
    question = "mag mijn buddy mijn bewijs ondertekenen of moet de voorzitter dat doen?"

    def outcome() -> str:
        return str(json.loads(run("ask", "--json", question, folder=tmp_path).stdout)["outcome"])

    assert outcome() == "answer"
    assert run("entry", "bewijs-contactpersoon", "--off", "wordt nagekeken", folder=tmp_path).returncode == 0
    assert outcome() == "forward"
    assert run("entry", "bewijs-contactpersoon", "--on", folder=tmp_path).returncode == 0
    assert outcome() == "answer"


def test_an_unknown_entry_is_one_clear_line(tmp_path: Path) -> None:
    run("migrate", folder=tmp_path)

    assert "no-such-entry" in one_line(run("entry", "no-such-entry", "--on", folder=tmp_path))


def test_stats_are_numbers_only(tmp_path: Path) -> None:
    run("migrate", folder=tmp_path)

    numbers = json.loads(run("stats", "--json", folder=tmp_path).stdout)

    assert numbers["accounts"] == 0


def test_stats_draw_what_newcomers_wish_for(tmp_path: Path) -> None:
    run("migrate", folder=tmp_path)
    picture = tmp_path / "wensen.png"

    ran = run("stats", "--picture", str(picture), folder=tmp_path)

    assert ran.returncode == 0
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert one_line(run("stats", "--picture", str(tmp_path / "none" / "wensen.png"), folder=tmp_path))
