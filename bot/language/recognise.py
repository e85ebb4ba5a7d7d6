"""Recognises which of the understood languages a message is in: by its script, then by its letter groups.

A linear model, trained by `python -m benchmarks.train`, knows Latin transliterations too.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.domain.languages import SOURCE_LANGUAGE, UNDERSTOOD
from bot.language.ngrams import Hashes, hash_ngrams
from bot.language.normalise import clean

WEIGHTS = Path(__file__).parent / "model" / "recogniser.npz"
FEWEST_LETTERS = 2
HINT_WORTH = 2.0
"""How much the hint weighs against the letters, in nats: a short message follows it, a sentence does not."""
OWN_SCRIPT_SHARE = 0.15
"""From this share of letters on, a script other than Latin decides: Dutch words often stand between."""

TELLTALE = {"ru": frozenset("ыэъё"), "uk": frozenset("іїєґ"), "ps": frozenset("ټډړږښڼڅځ")}
TELLTALE_WORTH = 3.0
"""Letters that the neighbours of a language do not have, in nats."""

LATIN = "LATIN"
BY_SCRIPT = {
    LATIN: frozenset(UNDERSTOOD),
    "ARABIC": frozenset({"ar", "fa", "ps"}),
    "CYRILLIC": frozenset({"uk", "ru"}),
    "ETHIOPIC": frozenset({"ti"}),
}


@dataclass(frozen=True)
class Recogniser:
    """A linear model over letter groups; `languages` are its columns."""

    languages: tuple[str, ...]
    hashes: Hashes
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    @classmethod
    def load(cls, path: Path = WEIGHTS) -> "Recogniser":
        """Read the weights (about a quarter of a MB)."""
        with np.load(path) as stored:
            return cls(
                tuple(stored["languages"].tolist()),
                stored["hashes"],
                stored["weights"].astype(np.float32),
                stored["bias"].astype(np.float32),
            )

    def scores(self, plain: str) -> dict[str, float]:
        """Return how much the letters speak for each language, in nats."""
        hashes = np.unique(letter_groups(plain))
        places = np.minimum(np.searchsorted(self.hashes, hashes), len(self.hashes) - 1)
        known = places[self.hashes[places] == hashes]
        evidence = self.weights[known].sum(axis=0) / np.sqrt(max(len(hashes), 1)) + self.bias
        return dict(zip(self.languages, evidence.tolist(), strict=True))


def recognise(text: str, *, hint: str | None = None) -> str:
    """Recognise the language of a message.

    Args:
        text: The message as it arrived; anything at all.
        hint: The language the person speaks with the bot, followed where the message shows none.

    Returns:
        One of `UNDERSTOOD`.
    """
    fallback = hint if hint in UNDERSTOOD else SOURCE_LANGUAGE
    script, plain = own_script(plain_letters(text))
    if len(plain.replace(" ", "")) < FEWEST_LETTERS:
        return fallback
    scores = _recogniser().scores(plain)
    possible = [language for language in UNDERSTOOD if language in BY_SCRIPT[script] & scores.keys()]
    telltale = {language for language, own in TELLTALE.items() if own & set(plain)}

    def weigh(language: str) -> float:
        return scores[language] + HINT_WORTH * (language == hint) + TELLTALE_WORTH * (language in telltale)

    return max(possible, key=weigh, default=fallback)


def plain_letters(text: str) -> str:
    """Reduce a message to lower-case words, with the diacritics that tell languages apart."""
    lowered = clean(text).lower()
    kept = (c if c.isalnum() or c == "'" else "" if unicodedata.combining(c) else " " for c in lowered)
    return " ".join("".join(kept).split())


def own_script(plain: str) -> tuple[str, str]:
    """Find the script that decides, and the words in it.

    Args:
        plain: A message as `plain_letters` returns it.

    Returns:
        A key of `BY_SCRIPT`, and the words of the message that have a letter of that script.
    """
    words = [(word, _script(word)) for word in plain.split()]
    letters = {script: sum(len(word) for word, own in words if own == script) for script in BY_SCRIPT}
    others = [script for script in BY_SCRIPT if script != LATIN]
    likeliest = max(others, key=lambda script: letters[script])
    decisive = letters[likeliest] > OWN_SCRIPT_SHARE * sum(letters.values())
    chosen = likeliest if decisive else LATIN
    return chosen, " ".join(word for word, own in words if own == chosen)


def letter_groups(plain: str) -> Hashes:
    """Hash the groups of one to four letters of a message."""
    return hash_ngrams(plain, smallest=1, largest=4)


def _script(word: str) -> str | None:
    for character in word:
        if character.isalpha():
            return unicodedata.name(character, "").split(" ")[0]
    return None


@cache
def _recogniser() -> Recogniser:
    return Recogniser.load()
