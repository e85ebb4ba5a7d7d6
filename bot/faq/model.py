"""The trained model: which label a message carries, by its letters and by its sentence vector.

Trained by `python -m benchmarks.train`; here only numpy weighs it.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np

from bot.language.features import Floats
from bot.language.readers import Layers, Letters, layers_from, letters_from, log_softmax

FOLDER = Path(__file__).parent / "model"
WEIGHTS = "weights.npz"
CARD = "model.json"


@dataclass(frozen=True)
class Model:
    """Both readers and how they are joined."""

    labels: tuple[str, ...]
    letters: Letters
    layers: Layers
    card: dict[str, Any]
    """Thresholds, measures and the fingerprints of the messages it was trained from."""

    @classmethod
    def load(cls, folder: Path = FOLDER) -> Self:
        """Read the weights (a few MB) and the card beside them."""
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        with np.load(folder / WEIGHTS) as stored:
            arrays = {name: stored[name] for name in stored.files}
        return cls(tuple(card["labels"]), letters_from(arrays), layers_from(arrays), card)

    def by_letters(self, scores: Floats, language: str) -> Floats:
        """Turn the scores of the letters alone into probabilities, as honest as the language allows."""
        return np.exp(log_softmax(scores * self._of("letters_alone", language)))

    def by_both(self, scores: Floats, vector: Floats, language: str) -> Floats:
        """Join the scores of the letters with the sentence vector into probabilities."""
        joined = self.layers.weigh(vector) + self.card["join"]["letters"] * scores
        return np.exp(log_softmax(joined / self._of("temperature", language)))

    def _of(self, name: str, language: str) -> float:
        join = self.card["join"]
        return float(join["by_language"].get(language, join)[name])
