"""Cuts a message into words and remembers where each stood, so that a place can be taken out of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain import folding
from bot.language.normalise import fold

MAX_CHARACTERS = 2_000
"""Whoever names a place does so before this."""

_WORD = re.compile(r"[^\W_]+")
_SHORT_VOWELS = re.compile(r"[\u0610-\u061a\u064b-\u065f\u0670]")
_ENDS_A_SENTENCE = re.compile(r"[.!?؟።\n]")
_LETTERS = str.maketrans({"ګ": "گ", "ኣ": "አ"})
"""Pashto gaf is no kaf, or "Gent" becomes "I was"; Tigrinya begins a word with either a."""
_SAINT = {"st": "sint", "ste": "sainte"}


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a message: as written, as compared, and where it stands."""

    raw: str
    key: str
    start: int
    end: int

    @property
    def has_capital(self) -> bool:
        """Does it begin with a capital? Scripts without capitals never do."""
        return self.raw[0].isupper()


def tidy(text: str) -> str:
    """The message on one line, without the short vowels that Arabic seldom writes."""
    return folding.tidy(_SHORT_VOWELS.sub("", text[:MAX_CHARACTERS]))


def tokens_of(text: str) -> list[Token]:
    """Cut a tidy text into words; apostrophes and hyphens part words too."""
    return [Token(m[0], _key(m[0]), m.start(), m.end()) for m in _WORD.finditer(text)]


def key_of(name: str) -> str:
    """The words of a name as they are compared: "sint niklaas"."""
    if name.isascii():
        return " ".join(_SAINT.get(word, word) for word in _WORD.findall(name.lower()))
    keys = [_key(word) for word in _WORD.findall(_SHORT_VOWELS.sub("", name))]
    return " ".join(key for key in keys if key)


def starts_sentence(text: str, tokens: Sequence[Token], place: int) -> bool:
    """Is this the first word of the message or of a sentence in it?"""
    return place == 0 or bool(_ENDS_A_SENTENCE.search(text[tokens[place - 1].end : tokens[place].start]))


def _key(word: str) -> str:
    key = word.lower() if word.isascii() else fold(word.translate(_LETTERS))
    return _SAINT.get(key, key)
