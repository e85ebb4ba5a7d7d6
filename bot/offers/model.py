"""The trained model of wishes and offers; both are read as subjects, by their letters and by their vector.

Trained by `python -m benchmarks.train_offers`; here only numpy weighs it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from bot.language.features import Floats
from bot.language.readers import Layers, Letters, layers_from, letters_from, log_softmax
from bot.offers.subjects import subject_ids

FOLDER = Path(__file__).parent / "model"
WEIGHTS = "weights.npz"
CARD = "model.json"

ANY = "@any"
"""The label of a wish that names nothing."""
NONE = "@none"
"""The label of what is no wish for an activity."""
OTHER = "@other"
"""The label of an offer that is about none of the subjects."""


PROFILE_TEMPERATURE = 2.0
"""The more, the more a profile keeps of what is only possible."""


@dataclass(frozen=True)
class Reader:
    """Reads one sort of text: a chance for each of its labels."""

    labels: tuple[str, ...]
    letters: Letters
    layers: Layers
    join: Mapping[str, float]

    def by_letters(self, folded: str) -> Floats:
        """The chance of each label by the letters alone."""
        return np.exp(log_softmax(self.letters.weigh(folded) * self.join["letters_alone"]))

    def by_both(self, folded: str, vector: Floats) -> Floats:
        """The chance of each label by letters and meaning together."""
        return self.chances(self.scores(folded, vector))

    def scores(self, folded: str, vector: Floats) -> Floats:
        """A score for each label, of letters and meaning together."""
        joined = self.layers.weigh(vector) + self.join["letters"] * self.letters.weigh(folded)
        return np.asarray(joined, np.float32)

    def chances(self, scores: Floats) -> Floats:
        """The chance of each label, from the scores."""
        return np.exp(log_softmax(np.asarray(scores / self.join["temperature"], np.float32)))

    def profile(self, scores: Floats) -> Floats:
        """How the scores are spread over the subjects, in their order, doubts and all; of length 1."""
        places = {label: place for place, label in enumerate(self.labels)}
        kept = scores[[places[subject] for subject in subject_ids()]]
        return np.exp(log_softmax(np.asarray(kept / PROFILE_TEMPERATURE, np.float32)) / 2)


@dataclass(frozen=True)
class Model:
    """How wishes are read, and how offers are."""

    wishes: Reader
    offers: Reader
    audiences: Reader
    """Whom an offer is for; its labels are `sense.AUDIENCES`."""
    wish_means: Mapping[str, Floats]
    """The mean vector of wishes by language, and under "" that of all."""
    offer_mean: Floats
    common_words: frozenset[int]
    """Words, as `facts.number_of` numbers them, that say nothing of what somebody wishes for."""
    card: Mapping[str, Any]

    @classmethod
    def load(cls, folder: Path = FOLDER) -> Self:
        """Read the weights (a few MB) and the card beside them."""
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        with np.load(folder / WEIGHTS) as stored:
            arrays = {name: stored[name] for name in stored.files}
        return cls(
            wishes=_reader("wishes", arrays, card),
            offers=_reader("offers", arrays, card),
            audiences=_reader("audiences", arrays, card),
            wish_means=_means(arrays, card),
            offer_mean=arrays["offer_mean"].astype(np.float32),
            common_words=frozenset(arrays.get("common_words", np.zeros(0, np.uint32)).tolist()),
            card=card,
        )

    @property
    def edition(self) -> int:
        """Names this model in a byte (0 to 255), so that what another one read is not taken for its own."""
        return int(self.card["edition"])

    def score_wish(self, folded: str, vector: Floats, language: str) -> Floats:
        """The scores of a wish; its network knows vectors around their language's mean."""
        return self.wishes.scores(folded, vector - self.wish_means.get(language, self.wish_means[""]))

    def score_offer(self, folded: str, vector: Floats) -> Floats:
        """The scores of an offer; its network knows vectors around their mean."""
        return self.offers.scores(folded, vector - self.offer_mean)

    def read_audience(self, folded: str, vector: Floats) -> Floats:
        """The chance of each audience of an offer."""
        return self.audiences.by_both(folded, vector - self.offer_mean)


def _reader(name: str, arrays: Mapping[str, NDArray[Any]], card: Mapping[str, Any]) -> Reader:
    part = _part(name, arrays)
    return Reader(tuple(card[name]["labels"]), letters_from(part), layers_from(part), card[name]["join"])


def _part(name: str, arrays: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    prefix = f"{name}."
    return {key.removeprefix(prefix): array for key, array in arrays.items() if key.startswith(prefix)}


def _means(arrays: Mapping[str, NDArray[Any]], card: Mapping[str, Any]) -> dict[str, Floats]:
    rows = arrays["wish_means"].astype(np.float32)
    return {**dict(zip(card["languages"], rows, strict=True)), "": arrays["wish_mean"].astype(np.float32)}
