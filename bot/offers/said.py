"""Finds words of `data/wish_words.tsv` in a message; another language needs only its lines there.

`*` stands for any ending or beginning, `_` for one word that may stand there or not, and `|` parts what
means the same. Words are folded as messages are.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bot.language.normalise import fold

FILE = Path(__file__).parent / "data" / "wish_words.tsv"

_ARABIC = re.compile("[\u0600-\u06ff]")
_BEFORE_ARABIC = "(?:و|ف|ب|ل|ع|ه|ك|ال|بال|وال|لل|عال|هال|ول|وب)?"
"""What Arabic writes onto the front of a word: and, in, to, the."""


def find(what: str, folded: str, language: str) -> Iterator[re.Match[str]]:
    """Each place where words for something stand.

    Args:
        what: The name in the first column of the table.
        folded: A message as `normalise.fold` returns it.
        language: In which it is written; Dutch words are found in any.
    """
    for one in dict.fromkeys((language, "nl")):
        if pattern := _patterns().get((what, one)):
            yield from pattern.finditer(folded)


def is_said(what: str, folded: str, language: str) -> bool:
    """Do words for something stand in a message?"""
    return next(find(what, folded, language), None) is not None


@cache
def _patterns() -> dict[tuple[str, str], re.Pattern[str]]:
    rows = (line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines()[1:])
    return {(what, language): _pattern(words) for what, language, words in rows}


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_phrase(phrase) for phrase in words.split('|'))})(?!\w)")


def _phrase(phrase: str) -> str:
    written = " ".join(_word(word) for word in phrase.split()).replace(" _", r"(?: \w+)?")
    return (_BEFORE_ARABIC if _ARABIC.search(phrase) else "") + written


def _word(word: str) -> str:
    return word if word == "_" else r"\w*".join(re.escape(fold(piece)) for piece in word.split("*"))
