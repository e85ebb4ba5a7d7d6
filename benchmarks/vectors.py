"""Keeps sentence vectors beside the data, since encoding all messages takes minutes."""

import hashlib
from collections.abc import Sequence

import numpy as np

from benchmarks.messages import ROOT
from bot.language.encoder import DIMENSIONS, Encoder, Vectors

CACHE = ROOT / "data" / "vectors.npz"
"""Ignored by git; may be thrown away."""
_KEEP_EVERY = 1_000


def vectors_of(texts: Sequence[str]) -> Vectors:
    """Encode texts, one row each, or take the rows from the cache."""
    known = _read()
    encoder = Encoder()
    missing = [text for text in dict.fromkeys(texts) if _key(text) not in known]
    for number, text in enumerate(missing, start=1):
        known[_key(text)] = encoder.encode(text)
        if number % _KEEP_EVERY == 0 or number == len(missing):
            _write(known)
            print(f"encoded {number} of {len(missing)}", flush=True)
    return np.array([known[_key(text)] for text in texts], dtype=np.float32).reshape(-1, DIMENSIONS)


def _key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def _read() -> dict[str, Vectors]:
    if not CACHE.exists():
        return {}
    with np.load(CACHE) as stored:
        return dict(zip(stored["keys"].tolist(), stored["rows"], strict=True))


def _write(known: dict[str, Vectors]) -> None:
    CACHE.parent.mkdir(parents=True, exist_ok=True)
    fresh = CACHE.with_suffix(".new.npz")
    np.savez(fresh, keys=np.array(list(known)), rows=np.array(list(known.values()), dtype=np.float32))
    fresh.replace(CACHE)
