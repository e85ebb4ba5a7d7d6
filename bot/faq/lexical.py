"""Finds entries by likeness of letters alone, as a plain FAQ bot does; the matcher is measured against it."""

from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.domain.entry import Entry
from bot.domain.ids import EntryId
from bot.language.normalise import clean, fold


@dataclass(frozen=True)
class LexicalSearch:
    """RapidFuzz's WRatio of a message against one Dutch question for each entry."""

    questions: Mapping[EntryId, str]

    @classmethod
    def over(cls, entries: Mapping[EntryId, Entry]) -> "LexicalSearch":
        """Search the questions as they stand on the buttons."""
        return cls({entry.id: entry.button for entry in entries.values()})

    def rank(self, text: str, *, limit: int = 3) -> list[tuple[EntryId, float]]:
        """Find the likest questions.

        Args:
            text: A message.
            limit: How many to return.

        Returns:
            Entries with their likeness from 0 to 1, best first.
        """
        folded = {entry: fold(clean(question)) for entry, question in self.questions.items()}
        found = process.extract(fold(clean(text)), folded, scorer=fuzz.WRatio, limit=limit)
        return [(entry, score / 100) for _, score, entry in found]
