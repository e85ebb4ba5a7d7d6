"""Trains how wishes and offers are read: `python -m benchmarks.train_offers` (`--held-back` to tune).

Seeded, so that the same texts give the same model; takes about five minutes.
"""

import argparse
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks import vectors
from benchmarks.fitting import Fitted, fit_layers, fit_letters
from benchmarks.messages import ROOT
from benchmarks.offer_texts import Example, Wish, read_examples, read_wishes
from bot.language.encoder import Vectors
from bot.language.readers import Letters
from bot.offers.facts import number_of
from bot.offers.model import CARD, FOLDER, OTHER, WEIGHTS
from bot.offers.sense import AUDIENCES
from bot.offers.subjects import subjects

TUNING = ROOT / "data" / "offers-model"
"""A model that has not seen what is held back; ignored by git."""
WISH_GROUPS, OFFER_GROUPS, AUDIENCE_GROUPS = 50_000, 24_000, 8_000
COMMON = 2
"""A word in wishes for so many interests is common."""
DECAY = 0.1
OFFERS_COUNT = 4
"""An example of an offer counts for so many wishes where offers are learned from both."""
LEAST_WEIGHT = 3
"""Smaller weights (of 127) are left out: they say nothing and cost space."""
JOIN = {
    "wishes": {"letters": 5.0, "letters_alone": 6.0, "temperature": 1.5},
    "offers": {"letters": 5.0, "letters_alone": 6.0, "temperature": 1.5},
    "audiences": {"letters": 3.0, "letters_alone": 3.0, "temperature": 2.0},
}


@dataclass(frozen=True)
class Texts:
    """Texts of one sort with their vectors; one with two labels stands twice."""

    labels: tuple[str, ...]
    letters: tuple[str, ...]
    vectors: Vectors

    def with_labels(self, keep: Sequence[bool]) -> "Texts":
        """Those that are kept."""
        rows = np.flatnonzero(keep)
        chosen = [(self.labels[row], self.letters[row]) for row in rows]
        return Texts(tuple(one for one, _ in chosen), tuple(two for _, two in chosen), self.vectors[rows])


def main(words: Sequence[str] | None = None) -> None:
    """Fit everything and write it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.train_offers")
    parser.add_argument("--held-back", action="store_true", help="leave a fifth out, to measure on")
    leaves_out = parser.parse_args(words).held_back
    vectors.CACHE = ROOT / "data" / "offer_vectors.npz"
    wishes = [one for one in read_wishes() if not (leaves_out and one.is_held_back)]
    examples = [one for one in read_examples() if not (leaves_out and one.is_held_back)]
    print(f"{len(wishes)} wishes, {len(examples)} offers", flush=True)
    train(wishes, examples, TUNING if leaves_out else FOLDER)


def train(wishes: Sequence[Wish], examples: Sequence[Example], folder: Path) -> None:
    """Fit the model on wishes and offers, and write it into a folder."""
    said = _texts_of_wishes(wishes)
    means = {
        language: said.vectors[[w.language == language for w in wishes for _ in w.labels]].mean(axis=0)
        for language in sorted({wish.language for wish in wishes})
    }
    centred = said.vectors - np.array([means[w.language] for w in wishes for _ in w.labels])
    offered = _texts_of_examples(examples)
    offer_mean = offered.vectors.mean(axis=0)
    is_dutch = [w.language == "nl" for w in wishes for _ in w.labels]
    names_subject = [not label.startswith("@") for label in said.labels]
    wish_reader = _fit_wishes(said, centred, offered, offered.vectors - offer_mean)
    print("wishes fitted", flush=True)
    offer_reader = _fit_offers(
        offered,
        offered.vectors - offer_mean,
        said.with_labels(np.array(is_dutch) & np.array(names_subject)),
        Texts(said.labels, said.letters, centred).with_labels(names_subject),
    )
    print("offers fitted", flush=True)
    arrays = {
        **_arrays("wishes", wish_reader),
        **_arrays("offers", offer_reader),
        **_arrays("audiences", _fit_audiences(examples, offer_mean)),
        "wish_mean": said.vectors.mean(axis=0),
        "wish_means": np.array(list(means.values())),
        "offer_mean": offer_mean,
        "common_words": _common_words(wishes),
    }
    _write(folder, arrays, wish_reader, offer_reader, tuple(means))


def _common_words(wishes: Sequence[Wish]) -> NDArray[np.uint32]:
    """Words that people use whatever they wish for, as numbers: they say nothing of what an offer is."""
    used: dict[str, set[str]] = {}
    known = subjects()
    for wish in wishes:
        about = {known[label].interest if label in known else label for label in wish.labels}
        for word in set(wish.reading.letters.replace("?", " ").split()):
            used.setdefault(word, set()).update(about)
    return np.unique([number_of(word) for word, about in used.items() if len(about) >= COMMON]).astype(
        np.uint32
    )


def _texts_of_wishes(wishes: Sequence[Wish]) -> Texts:
    rows = vectors.vectors_of([wish.reading.sentence for wish in wishes])
    pairs = [(place, label) for place, wish in enumerate(wishes) for label in wish.labels]
    return Texts(
        tuple(label for _, label in pairs),
        tuple(wishes[place].reading.letters for place, _ in pairs),
        rows[[place for place, _ in pairs]],
    )


def _texts_of_examples(examples: Sequence[Example]) -> Texts:
    rows = vectors.vectors_of([example.sentence for example in examples])
    pairs = [(place, label) for place, example in enumerate(examples) for label in example.labels]
    return Texts(
        tuple(label for _, label in pairs),
        tuple(examples[place].letters for place, _ in pairs),
        rows[[place for place, _ in pairs]],
    )


def _fit_wishes(said: Texts, centred: Vectors, offered: Texts, of_offers: Vectors) -> Fitted:
    names = tuple(sorted(set(said.labels)))
    places = np.array([names.index(label) for label in said.labels])
    letters = _without_small(fit_letters(said.letters, places, WISH_GROUPS))
    known = [row for row, label in enumerate(offered.labels) if label in names]
    also = [names.index(offered.labels[row]) for row in known]
    rows = np.concatenate([centred, of_offers[known]])
    return Fitted(names, letters, fit_layers(rows, np.concatenate([places, also]), decay=DECAY))


def _fit_offers(offered: Texts, centred: Vectors, dutch: Texts, said: Texts) -> Fitted:
    names = tuple(sorted({*offered.labels, *said.labels, OTHER}))
    places = np.array([names.index(label) for label in (*offered.labels * 2, *dutch.labels)])
    letters = fit_letters((*offered.letters * 2, *dutch.letters), places, OFFER_GROUPS)
    rows = np.concatenate([*[centred] * OFFERS_COUNT, said.vectors])
    of_rows = np.array([names.index(label) for label in (*offered.labels * OFFERS_COUNT, *said.labels)])
    return Fitted(names, _without_small(letters), fit_layers(rows, of_rows, decay=DECAY))


def _fit_audiences(examples: Sequence[Example], mean: Vectors) -> Fitted:
    places = np.array([AUDIENCES.index(example.audience) for example in examples])
    letters = fit_letters([example.letters for example in examples], places, AUDIENCE_GROUPS)
    rows = vectors.vectors_of([example.sentence for example in examples]) - mean
    return Fitted(AUDIENCES, letters, fit_layers(rows, places))


def _without_small(letters: Letters) -> Letters:
    weights = np.where(np.abs(letters.weights) < LEAST_WEIGHT, 0, letters.weights).astype(np.int8)
    return Letters(letters.groups, weights, letters.scale, letters.bias)


def _arrays(name: str, fitted: Fitted) -> dict[str, NDArray[Any]]:
    layers = {f"{name}.{key}": array.astype(np.float16) for key, array in vars(fitted.layers).items()}
    return {**_letter_arrays(name, fitted.letters), **layers}


def _letter_arrays(name: str, letters: Letters) -> dict[str, NDArray[Any]]:
    return {
        f"{name}.hashes": letters.groups.hashes,
        f"{name}.rarity": letters.groups.rarity.astype(np.float16),
        f"{name}.letters": letters.weights,
        f"{name}.letters_scale": letters.scale,
        f"{name}.letters_bias": letters.bias,
    }


def _write(
    folder: Path,
    arrays: Mapping[str, NDArray[Any]],
    wishes: Fitted,
    offers: Fitted,
    languages: Sequence[str],
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(folder / WEIGHTS, **dict(arrays))  # type: ignore[arg-type]
    card = {
        "edition": zlib.crc32((folder / WEIGHTS).read_bytes()) % 256,
        "languages": languages,
        "wishes": {"labels": wishes.labels, "join": JOIN["wishes"]},
        "offers": {"labels": offers.labels, "join": JOIN["offers"]},
        "audiences": {"labels": AUDIENCES, "join": JOIN["audiences"]},
    }
    (folder / CARD).write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    print(f"wrote {(folder / WEIGHTS).stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
