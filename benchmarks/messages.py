"""Labelled messages: the ways of asking that the model learns from, and those it is measured on."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bot.language.reading import Reading, read

ROOT = Path(__file__).parent.parent
WAYS = ROOT / "bot" / "faq" / "ways"
HELDOUT = Path(__file__).parent / "heldout"
DEVELOPMENT = ROOT.parent / "shared" / "faq-questions-dev.tsv"
"""Messages for measuring only; a fresh clone may lack them."""


@dataclass(frozen=True)
class Message:
    """One message with the labels a careful person gives it, best first."""

    language: str
    labels: tuple[str, ...]
    style: str
    text: str

    @property
    def label(self) -> str:
        """The best label."""
        return self.labels[0]

    @cached_property
    def reading(self) -> Reading:
        """The text as the model reads it."""
        return read(self.text)


def read_folder(folder: Path) -> list[Message]:
    """Read every `<language>.tsv` of a folder: label, style, text."""
    found: list[Message] = []
    for path in sorted(folder.glob("*.tsv")):
        found += [_message(path.stem, *row) for row in _rows(path, columns=3)]
    return found


def chosen_on(heldout: Sequence[Message]) -> list[Message]:
    """Every second message held out: thresholds are chosen on these, and nothing is measured on them."""
    return list(heldout[1::2])


def measured_on(heldout: Sequence[Message]) -> list[Message]:
    """The other half: nothing is fitted or chosen on these."""
    return list(heldout[::2])


def read_development() -> list[Message]:
    """Read the measuring set (language, label, style, text), or nothing where it is absent."""
    if not DEVELOPMENT.exists():
        return []
    return [_message(*row) for row in _rows(DEVELOPMENT, columns=4)]


def fingerprints(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file of messages, by language."""
    return {path.stem: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*.tsv"))}


def _rows(path: Path, *, columns: int) -> list[Sequence[str]]:
    lines = path.read_text(encoding="utf-8").split("\n")[1:]
    rows = [line.rstrip("\r").split("\t") for line in lines]
    return [row for row in rows if len(row) == columns and row[-1].strip()]


def _message(language: str, labels: str, style: str, text: str) -> Message:
    return Message(language, tuple(labels.split("|")), style, text)
