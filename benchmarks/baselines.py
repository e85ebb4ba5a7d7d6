"""Two simpler ways of finding an entry, to measure against: likeness of letters, and the encoder alone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from benchmarks.messages import ROOT
from benchmarks.vectors import vectors_of
from bot.domain.entry import Entry
from bot.domain.ids import EntryId
from bot.faq.entries import load_entries
from bot.faq.lexical import LexicalSearch
from bot.language.encoder import Vectors
from bot.language.normalise import clean

SOURCE = ROOT.parent / "shared" / "webinar-faq-source.md"
"""A fresh clone may lack it; the buttons stand in for its questions then."""


@dataclass(frozen=True)
class EncoderAlone:
    """The nearest question or answer by sentence vector, without any training."""

    entries: tuple[EntryId, ...]
    vectors: Vectors

    @classmethod
    def over(cls, entries: Mapping[EntryId, Entry]) -> "EncoderAlone":
        """Encode the question and the sentences of every entry."""
        texts = [(entry.id, clean(text)) for entry in entries.values() for text in entry.texts]
        return cls(tuple(name for name, _ in texts), vectors_of([text for _, text in texts]))

    def rank(self, vector: Vectors) -> tuple[str, ...]:
        """Return the nearest three entries, best first."""
        order = np.argsort(-(self.vectors @ vector), kind="stable")
        return tuple(dict.fromkeys(self.entries[place] for place in order))[:3]


def lexical() -> LexicalSearch:
    """Return a plain search over the Dutch questions of the source and the buttons."""
    entries = load_entries()
    questions = source_questions()
    return LexicalSearch({name: questions.get(name, entry.button) for name, entry in entries.items()})


def source_questions() -> dict[EntryId, str]:
    """Read the questions as they were put, where the source is at hand."""
    if not SOURCE.exists():
        return {}
    found = re.findall(
        r"^#### `([^`]+)`\s+\*\*Vraag:\*\* (.+)$", SOURCE.read_text(encoding="utf-8"), re.MULTILINE
    )
    return {EntryId(name): question for name, question in found}
