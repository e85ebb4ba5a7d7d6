"""Reads what an offer's text is about; slow with the encoder, quick by its letters alone."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from bot.domain.offer import OfferDetails
from bot.domain.offer_kind import OfferKind
from bot.domain.offer_text import text_of
from bot.language.encoder import Encoder
from bot.language.normalise import clean, fold
from bot.offers.model import Model
from bot.offers.sense import Floats, Sense, mark_of
from bot.offers.subjects import places_of_subjects, subject_ids

KIND_WORDS = {
    OfferKind.BUDDY: "buddy",
    OfferKind.VOLUNTEERING: "vrijwilligerswerk",
    OfferKind.ASSOCIATION: "vereniging",
    OfferKind.WORK_PLACEMENT: "kennismakingsstage",
    OfferKind.CONVERSATION_TABLE: "praattafel",
    OfferKind.NEIGHBOURHOOD_HOUSE: "buurthuis",
    OfferKind.COURSE: "cursus",
    OfferKind.SPORT: "sport",
    OfferKind.CULTURE: "cultuur",
    OfferKind.OTHER: "",
}


@dataclass(frozen=True)
class SenseReader:
    """Deterministic, and safe to share between threads."""

    model: Model
    encoder: Encoder

    @classmethod
    def load(cls, encoder: Encoder, model: Model | None = None) -> Self:
        """Load the model; the encoder loads at its first text."""
        return cls(model or Model.load(), encoder)

    @property
    def mark(self) -> bytes:
        """How every sense begins that this model works out; others are worked out again."""
        return mark_of(self.model.edition)

    def read(self, details: OfferDetails) -> bytes:
        """Work out the sense of one offer (about 50 ms).

        Args:
            details: What its source says; title, interests, description and kind are read.

        Returns:
            The sense as it is stored; opaque outside `bot/offers/`.
        """
        vector = self.encoder.encode_many([self.sentence(details)])[0]
        folded = letters_of(details)
        scores = self.model.score_offer(folded, vector)
        sense = Sense.of(
            by_subject(self.model.offers.labels, self.model.offers.chances(scores)),
            self.model.read_audience(folded, vector),
            self.model.offers.profile(scores),
        )
        return sense.pack(self.model.edition)

    @staticmethod
    def sentence(details: OfferDetails) -> str:
        """What the encoder reads of an offer."""
        return clean(text_of(details))

    def is_current(self, sense: bytes) -> bool:
        """Was this sense worked out by the model that is here now? If not, the text is to be read again."""
        return Sense.unpack(sense, self.model.edition) is not None


def quick_sense(model: Model, details: OfferDetails) -> Sense:
    """What an offer is about by the letters of its title and interests alone (well under a millisecond)."""
    folded = letters_of(OfferDetails(title=details.title, interests=details.interests, kind=details.kind))
    chances = by_subject(model.offers.labels, model.offers.by_letters(folded))
    return Sense.of(chances, model.audiences.by_letters(folded), None)


def letters_of(details: OfferDetails) -> str:
    """What the letter groups are taken from: the folded text, and the kind as a word."""
    return f"{fold(clean(text_of(details)))} {KIND_WORDS[details.kind]}".strip()


def by_subject(labels: tuple[str, ...], chances: Floats) -> Floats:
    """Put chances by label in the order of the subjects; other labels are left out."""
    places = places_of_subjects()
    sorted_out = np.zeros(len(subject_ids()), np.float32)
    for label, chance in zip(labels, chances, strict=True):
        if label in places:
            sorted_out[places[label]] = chance
    return sorted_out
