"""Reads what a person would like to do, in their own words, as a search."""

import re
from dataclasses import dataclass, replace
from typing import Protocol, Self

from bot.domain.interest import Interest
from bot.domain.place import Place
from bot.domain.search import Search
from bot.language.encoder import Encoder
from bot.language.normalise import fold
from bot.language.reading import Reading, read
from bot.offers.facts import number_of
from bot.offers.model import ANY, NONE, Model
from bot.offers.said import is_said
from bot.offers.subjects import subjects_of
from bot.offers.wanted import pack_meaning
from bot.offers.wish_needs import kinds_of, needs_of, split_off_rejected
from bot.offers.wish_times import times_of

LEAST = 0.02
"""Subjects that are less likely than this are left out."""
LEAST_SHARE = 0.15
_CLEAR = 0.3
"""From this chance on, what is rejected is believed to be a subject."""
_CLEAR_APART = 0.7
APART = 0.8
"""What the chance of a subject that only a part of a list names is worth."""
_MOST_PARTS = 5
_LIST = re.compile(
    r"[,;/+&]|\s(?:en|and|et|y|і|й|та|и|ve|ile|или|або|of|or|ou|veya)\s|\s(?=و\w)", re.IGNORECASE
)
_SPORTS = (
    Interest.FOOTBALL,
    Interest.BALL_SPORTS,
    Interest.FITNESS,
    Interest.SWIMMING,
    Interest.MARTIAL_ARTS,
    Interest.OTHER_SPORTS,
)
_MOST_SUBJECTS = 8
_SHORTEST_TERM = 4
_MOST_TERMS = 12


class Mention(Protocol):
    """A place in a message, and the message without it."""

    @property
    def place(self) -> Place: ...
    @property
    def rest(self) -> str: ...


class Places(Protocol):
    """Finds the place that a message names."""

    def in_text(self, text: str) -> Mention | None: ...


@dataclass(frozen=True)
class WishReader:
    """Deterministic, and safe to share between threads."""

    model: Model
    encoder: Encoder
    places: Places | None = None

    @classmethod
    def load(cls, encoder: Encoder, places: Places | None = None, model: Model | None = None) -> Self:
        """Load the model; the encoder loads at its first text."""
        return cls(model or Model.load(), encoder, places)

    def read(self, text: str, *, hint: str | None = None) -> Search:
        """Read one wish (about 40 ms, nearly all of it the encoder's).

        Args:
            text: The message as it arrived; anything at all.
            hint: The language the person speaks with the bot.

        Returns:
            What it says of what, where and when; `confidence` tells whether it is a wish at all.
        """
        mention = self.places.in_text(text) if self.places else None
        rest, place = (mention.rest, mention.place) if mention else (text, None)
        reading = read(rest, hint=hint)
        if not reading.words:
            return Search(place=place, confidence=1.0 if place else 0.0)
        language = reading.language
        wanted, avoided = self._rejected(rest, language)
        what = self._what(read(wanted, hint=language) if avoided else reading)
        return replace(
            what,
            subjects={one: chance for one, chance in what.subjects.items() if one not in avoided},
            avoided=avoided,
            kinds=kinds_of(wanted if avoided else rest, language),
            place=place,
            times=times_of(rest, language),
            needs=needs_of(rest, language),
        )

    def _what(self, reading: Reading) -> Search:
        vector = self.encoder.encode(reading.sentence)
        scores = self.model.score_wish(reading.letters, vector, reading.language)
        chances = self.model.wishes.chances(scores)
        by_label = dict(zip(self.model.wishes.labels, chances.tolist(), strict=True))
        anything, no_wish = by_label.pop(ANY, 0.0), by_label.pop(NONE, 0.0)
        meaning = pack_meaning(self.model.wishes.profile(scores))
        confidence = min(max(1.0 - no_wish, 0.0), 1.0)
        if anything > max(by_label.values()) and anything > no_wish:
            return Search(sense=meaning, confidence=confidence)
        for label, chance in self._named_apart(reading).items():
            by_label[label] = max(by_label[label], chance)
        # Who asks for an activity is believed: what is left is shared out among the subjects.
        share = max(1.0 - anything - no_wish, LEAST_SHARE)
        best = sorted(by_label, key=lambda label: -by_label[label])[:_MOST_SUBJECTS]
        subjects = {label: min(by_label[label] / share, 1.0) for label in best}
        return Search(
            subjects={label: chance for label, chance in subjects.items() if chance >= LEAST},
            sense=meaning,
            terms=self._terms(reading),
            confidence=confidence,
        )

    def _named_apart(self, reading: Reading) -> dict[str, float]:
        """Subjects that a part of a list names by itself: "singing and dancing" is both."""
        parts = [part for part in _LIST.split(reading.sentence) if part.strip()]
        if not 1 < len(parts) <= _MOST_PARTS:
            return {}
        found: dict[str, float] = {}
        for part in parts:
            chances = self.model.wishes.by_letters(read(part, hint=reading.language).letters)
            best = int(chances.argmax())
            label, chance = self.model.wishes.labels[best], float(chances[best])
            if chance >= _CLEAR_APART and not label.startswith("@"):
                found[label] = APART * chance
        return found

    def _rejected(self, text: str, language: str) -> tuple[str, frozenset[str]]:
        """The wish without what it rejects, and the subjects of that; no subjects where none is clear."""
        wanted, rejected = split_off_rejected(text, language)
        if not rejected:
            return text, frozenset()
        reading = read(rejected, hint=language)
        chances = self.model.wishes.by_letters(reading.letters)
        clear = {
            label
            for label, chance in zip(self.model.wishes.labels, chances.tolist(), strict=True)
            if chance >= _CLEAR and not label.startswith("@")
        }
        if is_said("any_sport", fold(rejected), language):
            clear.update(subjects_of(_SPORTS))
        return wanted, frozenset(clear)

    def _terms(self, reading: Reading) -> tuple[str, ...]:
        words = dict.fromkeys(fold(reading.sentence).replace("?", " ").split())
        long = (word for word in words if len(word) >= _SHORTEST_TERM)
        return tuple(word for word in long if number_of(word) not in self.model.common_words)[:_MOST_TERMS]
