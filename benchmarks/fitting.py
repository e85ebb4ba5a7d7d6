"""Fits the two readers of the model: a linear one over letter groups, a small network over vectors."""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier
from sklearn.svm import LinearSVC

from bot.language.features import Floats, LetterGroups, letter_groups
from bot.language.readers import Layers, Letters

MOST_GROUPS = 90_000
FEWEST_MESSAGES = 2
"""A letter group is kept when this many messages have it."""
HIDDEN = 256
NETWORKS = 3
DECAY = 1.0
"""Networks of other seeds are joined into one: steadier, at nearly no cost."""


@dataclass(frozen=True)
class Fitted:
    """Both readers, with the labels in their order."""

    labels: tuple[str, ...]
    letters: Letters
    layers: Layers


def fit(
    folded: Sequence[str], vectors: Floats, labels: Sequence[str], *, most_groups: int = MOST_GROUPS
) -> Fitted:
    """Fit both readers on messages."""
    names = tuple(sorted(set(labels)))
    places = np.array([names.index(label) for label in labels])
    return Fitted(names, fit_letters(folded, places, most_groups), fit_layers(vectors, places))


def fit_letters(folded: Sequence[str], places: NDArray[np.intp], most_groups: int = MOST_GROUPS) -> Letters:
    """Fit the linear reader, and round its weights to one byte each."""
    groups = choose_groups(folded, most_groups)
    model = LinearSVC(C=1.0, random_state=0).fit(matrix(groups, folded), places)
    scale = np.abs(model.coef_).max(axis=1) / 127.0
    weights = np.rint(model.coef_ / scale[:, None]).astype(np.int8).T
    return Letters(
        groups, np.ascontiguousarray(weights), scale.astype(np.float32), model.intercept_.astype(np.float32)
    )


def choose_groups(folded: Sequence[str], most: int = MOST_GROUPS) -> LetterGroups:
    """Keep the letter groups that most messages have, with the weight of their rarity."""
    seen = np.concatenate([np.unique(letter_groups(text)) for text in folded])
    hashes, messages = np.unique(seen, return_counts=True)
    order = np.argsort(-messages, kind="stable")[:most]
    kept = np.sort(order[messages[order] >= FEWEST_MESSAGES])
    rarity = np.log((1 + len(folded)) / (1 + messages[kept])) + 1.0
    rounded = rarity.astype(np.float16).astype(np.float32)
    return LetterGroups(hashes[kept], rounded, float(rounded.max()))


def matrix(groups: LetterGroups, folded: Sequence[str]) -> csr_matrix:
    """Read messages into a sparse matrix, one row each."""
    read = [groups.read(text) for text in folded]
    starts = np.cumsum([0, *(len(places) for places, _ in read)])
    columns = np.concatenate([places for places, _ in read])
    values = np.concatenate([weights for _, weights in read])
    return csr_matrix((values, columns, starts), shape=(len(folded), len(groups.hashes)))


def fit_layers(vectors: Floats, places: NDArray[np.intp], *, decay: float = DECAY) -> Layers:
    """Fit networks of several seeds and lay them side by side as one."""
    mean, scale = vectors.mean(axis=0), vectors.std(axis=0)
    fitted = [_fit_network((vectors - mean) / scale, places, seed, decay) for seed in range(NETWORKS)]
    return Layers(
        mean=mean,
        scale=scale,
        hidden=np.concatenate([network.coefs_[0] for network in fitted], axis=1),
        hidden_bias=np.concatenate([network.intercepts_[0] for network in fitted]),
        out=np.concatenate([network.coefs_[1] for network in fitted], axis=0).astype(np.float32)
        / np.float32(NETWORKS),
        out_bias=np.mean([network.intercepts_[1] for network in fitted], axis=0),
    )


def _fit_network(inputs: Floats, places: NDArray[np.intp], seed: int, decay: float) -> MLPClassifier:
    network = MLPClassifier((HIDDEN,), alpha=decay, max_iter=30, random_state=seed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        return network.fit(inputs, places)
