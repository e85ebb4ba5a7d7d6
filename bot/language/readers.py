"""The two readers of a trained model: a linear one over letter groups, a small network over vectors."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.language.features import Floats, LetterGroups


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


def log_softmax(scores: Floats) -> Floats:
    """Return log-probabilities along the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)), dtype=np.float32)


def letters_from(arrays: Mapping[str, NDArray[Any]]) -> Letters:
    """Put together the reader of letter groups from stored arrays."""
    groups = LetterGroups(
        hashes=arrays["hashes"],
        rarity=arrays["rarity"].astype(np.float32),
        unknown_rarity=float(arrays["rarity"].max()),
    )
    return Letters(groups, arrays["letters"], arrays["letters_scale"], arrays["letters_bias"])


def layers_from(arrays: Mapping[str, NDArray[Any]]) -> Layers:
    """Put together the network from stored arrays."""
    names = ("mean", "scale", "hidden", "hidden_bias", "out", "out_bias")
    return Layers(*(arrays[name].astype(np.float32) for name in names))
