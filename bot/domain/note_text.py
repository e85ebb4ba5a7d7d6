"""A message cut into words, to be looked up in the tables of its language."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from bot.domain.folding import fold, tidy
from bot.domain.note_words.lexicon import Phrase, Value, lexicon

_LONGEST_PHRASE = 5
_NUMBER = r"\d+(?:[.,:/\-]\d+)*"
_WORD = r"[^\W\d_]+(?:'[^\W\d_]+)*"


@dataclass(frozen=True)
class Token:
    """A word or a number, as it was written and folded, with its place in the text."""

    written: str
    folded: str
    start: int
    end: int


class Text:
    """A message in words, with the lexicon to read them by."""

    def __init__(self, text: str, language: str) -> None:
        self.text = tidy(re.sub(r"(?<=\d)\s*/\s*(?=\d)", "/", text))
        self.lexicon = lexicon(language)
        self.tokens = tuple(_tokens(self.text, language))

    def phrase(self, at: int, size: int) -> Phrase:
        """The words from a place on; shorter at the end."""
        return tuple(token.folded for token in self.tokens[at : at + size])

    def value_at(self, at: int, table: Mapping[Phrase, Value]) -> tuple[Value, int] | None:
        """What the longest phrase here means, and its size."""
        for size in range(min(_LONGEST_PHRASE, len(self.tokens) - at), 0, -1):
            if (phrase := self.phrase(at, size)) in table:
                return table[phrase], size
        return None

    def size_at(self, at: int, phrases: frozenset[Phrase]) -> int:
        """The size of the longest phrase here; 0 when there is none."""
        sizes = range(min(_LONGEST_PHRASE, len(self.tokens) - at), 0, -1)
        return next((size for size in sizes if self.phrase(at, size) in phrases), 0)

    def folded(self, at: int) -> str:
        """The word here, or nothing beyond the end."""
        return self.tokens[at].folded if at < len(self.tokens) else ""

    def gap_before(self, at: int) -> str:
        """What stands between the word here and the one before."""
        return self.text[self.tokens[at - 1].end : self.tokens[at].start]


def _tokens(text: str, language: str) -> Iterator[Token]:
    for found in _pattern(language).finditer(text):
        yield Token(found[0], fold(found[0]).replace("'", ""), found.start(), found.end())


@cache
def _pattern(language: str) -> re.Pattern[str]:
    figured = sorted(lexicon(language).words_with_figures, key=len, reverse=True)
    known = "".join(rf"(?<!\w){re.escape(word)}(?!\w)|(?<=\d){re.escape(word)}(?!\w)|" for word in figured)
    return re.compile(f"{known}{_NUMBER}|{_WORD}", re.IGNORECASE)
