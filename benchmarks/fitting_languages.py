"""Fits the recogniser of languages on the ways of asking and on everyday sentences."""

import random
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from benchmarks.messages import Message
from bot.domain.languages import UNDERSTOOD
from bot.language.ngrams import Hashes
from bot.language.recognise import BY_SCRIPT, LATIN, Recogniser, letter_groups, own_script, plain_letters

EVERYDAY = Path(__file__).parent / "everyday"
"""Sentences for the languages that have few ways of asking or none."""
MOST_GROUPS = 12_000
PIECES = 3
"""Pieces of one to five words taken from each message, since people write short."""
DUTCH_WORDS = (
    *("inburgering", "bewijs", "contract", "trajectbegeleider", "nt2", "buddy", "attest", "uren", "gemeente"),
    *(
        "intake",
        "handtekening",
        "verplicht",
        "vrijwilligerswerk",
        "praattafel",
        "pijler",
        "vereniging",
        "cursus",
    ),
)
"""Words of the field, which people put into messages of any language."""


def fit_recogniser(messages: list[Message]) -> Recogniser:
    """Fit a linear model over letter groups, every language weighing the same."""
    samples = _samples(messages)
    groups = [np.unique(letter_groups(plain)) for plain, _ in samples]
    hashes = _choose(groups)
    inputs = _matrix(groups, hashes)
    model = LogisticRegression(C=3.0, max_iter=400, class_weight="balanced")
    model.fit(inputs, [language for _, language in samples])
    order = [list(model.classes_).index(language) for language in UNDERSTOOD]
    return Recogniser(
        UNDERSTOOD,
        hashes,
        model.coef_.T[:, order].astype(np.float32),
        model.intercept_[order].astype(np.float32),
    )


def write_recogniser(recogniser: Recogniser, path: Path) -> None:
    """Store the weights in half precision."""
    path.parent.mkdir(exist_ok=True)
    np.savez(
        path,
        languages=np.array(recogniser.languages),
        hashes=recogniser.hashes,
        weights=recogniser.weights.astype(np.float16),
        bias=recogniser.bias.astype(np.float16),
    )


def _samples(messages: list[Message]) -> list[tuple[str, str]]:
    chance = random.Random(0)
    texts = [
        (message.text, message.language)
        for message in messages
        if message.label != "@none" or len(message.text) > 20
    ]
    for path in sorted(EVERYDAY.glob("*.txt")):
        texts += [(line, path.stem) for line in path.read_text(encoding="utf-8").splitlines() if line]
    found: list[tuple[str, str]] = []
    for text, language in texts:
        script, plain = own_script(plain_letters(text))
        if language not in BY_SCRIPT[script]:
            continue
        found.append((plain, language))
        found += [(_piece(plain, language, script, chance), language) for _ in range(PIECES)]
    return [(plain, language) for plain, language in found if len(plain) >= 3]


def _piece(plain: str, language: str, script: str, chance: random.Random) -> str:
    words = plain.split()
    length = chance.randint(1, 5)
    start = chance.randrange(max(len(words) - length, 0) + 1)
    piece = words[start : start + length]
    if script == LATIN and language != "nl" and len(piece) > 2 and chance.random() < 0.3:
        piece.insert(chance.randrange(len(piece) + 1), chance.choice(DUTCH_WORDS))
    return " ".join(piece)


def _choose(groups: list[Hashes]) -> Hashes:
    counts = Counter(int(group) for sample in groups for group in sample)
    best = sorted(counts, key=lambda group: (-counts[group], group))[:MOST_GROUPS]
    return np.array(sorted(best), dtype=np.uint32)


def _matrix(groups: list[Hashes], hashes: Hashes) -> csr_matrix:
    rows = []
    values = []
    for sample in groups:
        places = np.minimum(np.searchsorted(hashes, sample), len(hashes) - 1)
        known = places[hashes[places] == sample]
        rows.append(known)
        values.append(np.full(len(known), 1.0 / np.sqrt(max(len(sample), 1))))
    starts = np.cumsum([0, *map(len, rows)])
    return csr_matrix(
        (np.concatenate(values), np.concatenate(rows), starts), shape=(len(groups), len(hashes))
    )
