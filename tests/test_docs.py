"""Holds the docs to the code: settings, commands, links, versions, and no path of anybody's machine."""

import argparse
import datetime as dt
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic_core import PydanticUndefined

from bot.__main__ import build_parser
from bot.commands.ask import contract
from bot.domain.noted import looks_like_note
from bot.domain.understanding import Outcome
from bot.faq.matcher import Matcher
from bot.settings import Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = sorted(path for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")))
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
CODE = sorted(
    path
    for folder in ("bot", "benchmarks", "tests", "locales", ".ci")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".py", ".toml", ".js", ".css", ".html", ".json", ".po", ".pot", ".mako", ".txt", ""}
    and path.is_file()
)
FILES = (ROOT / "Makefile", ROOT / "pyproject.toml", ROOT / "requirements.lock")

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
CODE_BLOCK = re.compile(r"^( *)```.*?^\1```", re.DOTALL | re.MULTILINE)
FENCED = re.compile(r"^ *```console\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
ARABIC = re.compile(r"[\u0600-\u06ff]")
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
# Written in halves, so that this file does not hold what it forbids.
MACHINE_PATH = re.compile("/" + r"(?:work|tmp/plan|home/\w+|Users/\w+)/")


def name_of(path: Path) -> str:
    """A file as a test's report names it."""
    return str(path.relative_to(ROOT))


def commands(parser: argparse.ArgumentParser, words: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
    """Every command with its options, those of a command within a command too."""
    options: list[str] = []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, below in action.choices.items():
                yield from commands(below, (*words, word))
        elif not isinstance(action, argparse._HelpAction):
            options += action.option_strings
    if words:
        yield " ".join(words), options


COMMANDS = {
    name: options
    for name, options in commands(build_parser(), ())
    if name not in ("invite", "begeleider", "offers")
}


def row_of(start: str) -> str:
    """The row of a README table whose first cell begins like this."""
    rows = [line for line in README.splitlines() if line.startswith(f"| `{start}")]
    assert len(rows) == 1, f"one row for {start}, not {len(rows)}"
    return rows[0]


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_stands_in_the_readme_with_its_default(name: str) -> None:
    default = Settings.model_fields[name].default
    assert default is not PydanticUndefined

    cells = row_of(f"BOT_{name.upper()}`").split(" | ")

    assert cells[1] == ("none" if default is None else f"`{default}`")


def test_the_readme_names_no_setting_that_does_not_exist() -> None:
    named = set(re.findall(r"BOT_[A-Z_]+", "".join(path.read_text(encoding="utf-8") for path in DOCS)))

    assert named <= {f"BOT_{name.upper()}" for name in Settings.model_fields}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_stands_in_the_readme(command: str) -> None:
    row = row_of(f"inburgerbot {command}")

    assert all(f"{option} " in row or f"{option}`" in row for option in COMMANDS[command])


@pytest.mark.parametrize("path", DOCS, ids=name_of)
def test_the_docs_name_only_make_targets_and_modules_that_exist(path: Path) -> None:
    lines = "".join(FENCED.findall(path.read_text(encoding="utf-8")))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("$(READY)", ".venv/.ready")

    for target in re.findall(r"\bmake ([\w./-]+)", lines):
        assert re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE), f"make {target}"
    for module in re.findall(r"python -m ((?:bot|benchmarks)[\w.]*)", lines):
        place = ROOT / module.replace(".", "/")
        assert place.with_suffix(".py").exists() or (place / "__main__.py").exists(), module


@pytest.mark.parametrize("path", DOCS, ids=name_of)
def test_every_link_within_the_docs_leads_somewhere(path: Path) -> None:
    text = CODE_BLOCK.sub("", path.read_text(encoding="utf-8"))

    for link in LINK.findall(text):
        if not link.startswith(("http://", "https://")):
            file, _, heading = link.partition("#")
            target = path.parent / file if file else path
            assert target.exists(), link
            assert not heading or heading in anchors(target), link


def anchors(path: Path) -> set[str]:
    """The names under which the headings of a page are found."""
    found = HEADING.findall(path.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in found}


@pytest.mark.parametrize("path", DECISIONS, ids=name_of)
def test_every_decision_has_its_number_its_day_and_three_headings(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert text.startswith(f"# {path.name[:4]} ")
    assert re.search(r"^Date: \d{4}-\d\d-\d\d$", text, re.MULTILINE)
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Situation", "Choice", "Consequence"]


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = [int(path.name[:4]) for path in DECISIONS]

    assert numbers == list(range(1, len(DECISIONS) + 1))


def test_the_changelog_begins_with_the_version_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    released = re.findall(r"^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d\d-\d\d$", changelog, re.MULTILINE)

    assert released[0] == project["version"]


def test_the_messages_to_try_in_the_demo_do_what_the_readme_says() -> None:
    matcher = Matcher.load()
    tried = [text for text in re.findall(r"`([^`\n]+)`", README) if ARABIC.search(text)]

    understood = [matcher.understand(text, hint="ar") for text in tried[:2]]

    assert looks_like_note(tried[2], "ar", dt.date(2026, 11, 23))
    assert [(one.outcome, one.entry) for one in understood] == [
        (Outcome.ANSWER, "praattafels"),
        (Outcome.FORWARD, None),
    ]


def test_the_example_of_the_command_line_is_what_it_prints() -> None:
    text = (ROOT / "docs" / "understanding.md").read_text(encoding="utf-8")
    shown = json.loads(re.findall(r"^\{.+?\}$", text, re.DOTALL | re.MULTILINE)[0])

    printed = contract(Matcher.load().understand(shown["text"]))

    assert {**printed, "ranking": [], "confidence": 0} == {**shown, "ranking": [], "confidence": 0}


def test_no_file_holds_a_path_of_somebodys_machine() -> None:
    found = [path for path in (*DOCS, *FILES, *CODE) if MACHINE_PATH.search(path.read_text(encoding="utf-8"))]

    assert not found
