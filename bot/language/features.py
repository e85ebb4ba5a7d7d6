"""Turns a message into what the model weighs: which letter groups it has, and how much each says."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.language.ngrams import Hashes, hash_ngrams

Floats = NDArray[np.float32]
Rows = NDArray[np.intp]


@dataclass(frozen=True)
class LetterGroups:
    """The letter groups the model knows, by ascending hash, with the weight of their rarity."""

    hashes: Hashes
    rarity: Floats
    unknown_rarity: float
    """An unknown group counts in a message's length, so that a strange script gives a weak signal."""

    def read(self, folded: str) -> tuple[Rows, Floats]:
        """Find the known letter groups of a message.

        Args:
            folded: A message as `normalise.fold` returns it.

        Returns:
            The places of its groups in `hashes` and their weights, as a vector of length at most 1.
        """
        hashes, counts = np.unique(letter_groups(folded), return_counts=True)
        if not len(hashes):
            return np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.float32)
        places = np.minimum(np.searchsorted(self.hashes, hashes), len(self.hashes) - 1)
        known = self.hashes[places] == hashes
        weights = (1.0 + np.log(counts)) * np.where(known, self.rarity[places], self.unknown_rarity)
        weights /= np.sqrt(np.square(weights).sum())
        return places[known], weights[known].astype(np.float32)


def letter_groups(folded: str) -> Hashes:
    """Hash the groups of two to five letters of a message, one for each occurrence."""
    return hash_ngrams(folded, smallest=2, largest=5)
