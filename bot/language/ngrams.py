"""Hashes the letter groups of a message: the cheap features of the recogniser and of the matcher."""

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint32]

_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xFF51AFD7ED558CCD)
_SPACE = 32


def hash_ngrams(folded: str, *, smallest: int, largest: int) -> Hashes:
    """Hash every group of letters that does not reach over a word's end.

    Args:
        folded: A message as `normalise.fold` returns it.
        smallest: The fewest letters in a group; a space before or after a word counts as one.
        largest: The most letters in a group.

    Returns:
        One 32-bit number for each occurrence, the same on every machine.
    """
    codes = np.frombuffer(f" {folded} ".encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    spaces = np.concatenate(([0], np.cumsum(codes == _SPACE)))
    rolling = np.zeros(len(codes), dtype=np.uint64)
    found: list[Hashes] = []
    for size in range(1, largest + 1):
        count = len(codes) - size + 1
        if count <= 0:
            break
        rolling = rolling[:count] * _BASE + codes[size - 1 :] + np.uint64(size)
        if size >= smallest:
            found.append(_finish(rolling[_within_word(spaces, size, count)]))
    return np.concatenate(found) if found else np.zeros(0, dtype=np.uint32)


def _within_word(spaces: NDArray[np.int64], size: int, count: int) -> NDArray[np.bool_]:
    within: NDArray[np.bool_] = np.equal(spaces[size - 1 : size - 1 + count], spaces[1 : 1 + count])
    return within


def _finish(hashes: NDArray[np.uint64]) -> Hashes:
    mixed = (hashes ^ (hashes >> np.uint64(33))) * _MIX
    return np.asarray(mixed >> np.uint64(32), dtype=np.uint32)
