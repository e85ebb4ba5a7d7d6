"""Labelled wishes and offers: what the model of `bot/offers/` learns from."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from benchmarks.messages import ROOT
from bot.domain.offer import OfferDetails
from bot.domain.offer_kind import OfferKind
from bot.domain.offer_text import text_of
from bot.language.normalise import clean
from bot.language.reading import Reading, read
from bot.offers.senses import KIND_WORDS, letters_of

WAYS = ROOT / "bot" / "offers" / "ways"
EXAMPLES = ROOT / "bot" / "offers" / "examples"
SUBJECTS = ROOT / "bot" / "offers" / "subjects.tsv"
HELD_BACK = 5
"""One in so many is held back while the machinery is tuned."""


@dataclass(frozen=True)
class Wish:
    """What somebody wrote, with the subjects it is about."""

    language: str
    labels: tuple[str, ...]
    text: str

    @cached_property
    def reading(self) -> Reading:
        """The text as the model reads it."""
        return read(self.text, hint=self.language)

    @property
    def is_held_back(self) -> bool:
        """Is it kept apart while tuning?"""
        return _is_held_back(self.text)


@dataclass(frozen=True)
class Example:
    """An offer, with what taking part is about and for whom."""

    labels: tuple[str, ...]
    audience: str
    details: OfferDetails

    @cached_property
    def sentence(self) -> str:
        """The text as the encoder reads it."""
        return clean(text_of(self.details))

    @cached_property
    def letters(self) -> str:
        """The text as the letter groups are taken from it."""
        return letters_of(self.details)

    @property
    def is_held_back(self) -> bool:
        """Is it kept apart while tuning?"""
        return _is_held_back(self.sentence)


def read_wishes() -> list[Wish]:
    """Read every `<language>.tsv` of wishes: label, wish."""
    found: list[Wish] = []
    for path in sorted(WAYS.glob("*.tsv")):
        rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:])
        found += [Wish(path.stem, tuple(row[0].split("+")), row[1]) for row in rows if len(row) == 2]
    return found


def read_examples() -> list[Example]:
    """Read the offers: labels, for, title, kind, interests, description."""
    rows = (line.split("\t") for line in (EXAMPLES / "nl.tsv").read_text(encoding="utf-8").splitlines()[1:])
    return [_example(row) for row in rows if len(row) == 6]


def _example(row: Sequence[str]) -> Example:
    labels, audience, title, kind, interests, description = row
    kinds = {word: kind for kind, word in KIND_WORDS.items()}
    details = OfferDetails(
        title=title,
        kind=kinds.get(kind, OfferKind.OTHER),
        interests=tuple(one.strip() for one in interests.split(",") if one.strip()),
        description=description,
    )
    return Example(tuple(labels.split("+")), audience, details)


def _is_held_back(text: str) -> bool:
    return zlib.crc32(text.encode()) % HELD_BACK == 0
