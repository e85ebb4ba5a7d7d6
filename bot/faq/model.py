"""The trained model: which label a message carries, by its letters and by its sentence vector.

Trained by `python -m benchmarks.train`; here only numpy weighs it.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from bot.faq.features import Floats, LetterGroups

FOLDER = Path(__file__).parent / "model"
WEIGHTS = "weights.npz"
CARD = "model.json"


@dataclass(frozen=True)
class Layers:
    """A network with one hidden layer over the sentence vector."""

    mean: Floats
    scale: Floats
    hidden: Floats
    hidden_bias: Floats
    out: Floats
    out_bias: Floats

    def weigh(self, vector: Floats) -> Floats:
        """Return the log-probability of each label."""
        hidden = np.maximum(((vector - self.mean) / self.scale) @ self.hidden + self.hidden_bias, 0.0)
        return log_softmax(hidden @ self.out + self.out_bias)


@dataclass(frozen=True)
class Letters:
    """A linear model over letter groups."""

    groups: LetterGroups
    weights: NDArray[np.int8]
    scale: Floats
    bias: Floats

    def weigh(self, folded: str) -> Floats:
        """Return a score for each label; positive where the letters speak for it."""
        places, values = self.groups.read(folded)
        return np.asarray(values @ self.weights[places] * self.scale + self.bias, dtype=np.float32)


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
        return cls(tuple(card["labels"]), _letters(arrays), _layers(arrays), card)

    def by_letters(self, scores: Floats) -> Floats:
        """Turn the scores of the letters alone into probabilities."""
        return np.exp(log_softmax(scores * self.card["join"]["letters_alone"]))

    def by_both(self, scores: Floats, vector: Floats) -> Floats:
        """Join the scores of the letters with the sentence vector into probabilities."""
        join = self.card["join"]
        joined = self.layers.weigh(vector) + join["letters"] * scores
        return np.exp(log_softmax(joined / join["temperature"]))


def log_softmax(scores: Floats) -> Floats:
    """Return log-probabilities along the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)), dtype=np.float32)


def _letters(arrays: dict[str, NDArray[Any]]) -> Letters:
    groups = LetterGroups(
        hashes=arrays["hashes"],
        rarity=arrays["rarity"].astype(np.float32),
        unknown_rarity=float(arrays["rarity"].max()),
    )
    return Letters(groups, arrays["letters"], arrays["letters_scale"], arrays["letters_bias"])


def _layers(arrays: dict[str, NDArray[Any]]) -> Layers:
    names = ("mean", "scale", "hidden", "hidden_bias", "out", "out_bias")
    return Layers(*(arrays[name].astype(np.float32) for name in names))
