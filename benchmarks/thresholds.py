"""Chooses how the readers are joined, and from which chance on the bot answers, on messages held out."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np
from sklearn.model_selection import StratifiedKFold

from benchmarks.fitting import Fitted, fit
from benchmarks.measures import Measures, measure, measure_flags
from benchmarks.messages import Message
from benchmarks.vectors import vectors_of
from bot.faq.decision import Decider, Decision, Reader, Thresholds
from bot.faq.entries import load_entries
from bot.faq.features import Floats
from bot.faq.matcher import decide
from bot.faq.model import log_softmax
from bot.faq.red_flags import RedFlagReader

FOLDS = 5
MOST_MISLED = 0.02
MOST_ANSWERED_NEVERTHELESS = 0.02
MOST_FALSE_ALARMS = 0.006
"""Over all messages that tell of no need, look-alikes apart."""
MOST_LOST_WITHOUT_ENCODER = 0.002
"""Share of messages that the letters alone may read wrong where both would read them right."""


@dataclass(frozen=True)
class Scored:
    """Messages with what each reader gives every label, before they are joined."""

    labels: tuple[str, ...]
    messages: Sequence[Message]
    letters: Floats
    layers: Floats

    @property
    def truth(self) -> np.ndarray[Any, np.dtype[np.intp]]:
        """The place of each message's best label."""
        return np.array([self.labels.index(message.label) for message in self.messages])


@dataclass(frozen=True)
class Calibration:
    """What goes into the model's card."""

    join: dict[str, float]
    thresholds: dict[str, float]
    measured: dict[str, Any]


def scored(fitted: Fitted, messages: Sequence[Message]) -> Scored:
    """Let the readers weigh messages they were not fitted on."""
    readings = [message.reading for message in messages]
    letters = np.array([fitted.letters.weigh(reading.letters) for reading in readings])
    layers = fitted.layers.weigh(vectors_of([reading.sentence for reading in readings]))
    return Scored(fitted.labels, messages, letters, layers)


def cross_validated(messages: Sequence[Message]) -> Scored:
    """Weigh every message by readers that were fitted on the other folds."""
    strata = [f"{message.language} {message.label}" for message in messages]
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    parts: list[Scored] = []
    for known, unseen in folds.split(strata, strata):
        taught = [messages[place] for place in known]
        parts.append(scored(fit_messages(taught), [messages[place] for place in unseen]))
    return Scored(
        parts[0].labels,
        [message for part in parts for message in part.messages],
        np.concatenate([part.letters for part in parts]),
        np.concatenate([part.layers for part in parts]),
    )


def fit_messages(messages: Sequence[Message]) -> Fitted:
    """Fit both readers on labelled messages."""
    readings = [message.reading for message in messages]
    vectors = vectors_of([reading.sentence for reading in readings])
    return fit([reading.letters for reading in readings], vectors, [message.label for message in messages])


def calibrate(unseen: Scored) -> Calibration:
    """Choose the join and the thresholds, printing what was chosen from."""
    join = _join(unseen)
    chances = probabilities(unseen, join)
    limits = _choose(unseen, chances, _red_flag(unseen, chances))
    pairs = list(zip(unseen.messages, decided(unseen, chances, limits), strict=True))
    measured = {"messages": len(pairs), **asdict(measure(pairs)), "flags": asdict(measure_flags(pairs))}
    return Calibration(join, asdict(limits), _rounded(measured))


def probabilities(unseen: Scored, join: dict[str, float]) -> Floats:
    """Join the readers as the matcher does, with the encoder left out where the letters are sure."""
    alone = np.exp(log_softmax(unseen.letters * join["letters_alone"]))
    both = np.exp(log_softmax((unseen.layers + join["letters"] * unseen.letters) / join["temperature"]))
    sure = alone.max(axis=1, keepdims=True) >= join["sure_without_encoder"]
    return np.where(sure, alone, both)


def decided(unseen: Scored, chances: Floats, limits: Thresholds) -> list[Decision]:
    """Decide every message as the matcher does."""
    decider, flags = Decider(unseen.labels, limits), RedFlagReader(unseen.labels, limits.red_flag)
    reader = Reader(entries=load_entries())
    words = [message.reading.words for message in unseen.messages]
    return [decide(row, count, reader, decider, flags) for row, count in zip(chances, words, strict=True)]


def _join(unseen: Scored) -> dict[str, float]:
    letters, temperature = min(
        itertools.product((2.0, 3.0, 4.0, 5.0, 6.0), np.arange(0.7, 2.6, 0.1)),
        key=lambda pair: _loss((unseen.layers + pair[0] * unseen.letters) / pair[1], unseen),
    )
    alone = min(np.arange(3.0, 12.0, 0.5), key=lambda factor: _loss(unseen.letters * factor, unseen))
    join = {"letters": letters, "temperature": round(float(temperature), 2), "letters_alone": float(alone)}
    return join | {"sure_without_encoder": _sure(unseen, join)}


def _loss(scores: Floats, unseen: Scored) -> float:
    return -float(log_softmax(scores)[np.arange(len(scores)), unseen.truth].mean())


def _sure(unseen: Scored, join: dict[str, float]) -> float:
    alone = np.exp(log_softmax(unseen.letters * join["letters_alone"]))
    both = (unseen.layers + join["letters"] * unseen.letters).argmax(axis=1)
    lost = (both == unseen.truth) & (alone.argmax(axis=1) != unseen.truth)
    for sure in np.arange(0.5, 1.0, 0.01):
        skipped = alone.max(axis=1) >= sure
        if (lost & skipped).mean() <= MOST_LOST_WITHOUT_ENCODER:
            print(f"without encoder from {sure:.2f}: {skipped.mean():.0%}, lost {(lost & skipped).mean():.2%}")
            return round(float(sure), 2)
    return 1.0


def _red_flag(unseen: Scored, chances: Floats) -> float:
    chosen = 1.0
    for limit in np.arange(0.9, 0.1, -0.05):
        limits = Thresholds(float(limit), 1.0, 1.0, 1.0, 1.0, 1.0)
        flags = measure_flags(list(zip(unseen.messages, decided(unseen, chances, limits), strict=True)))
        print(f"red flag {limit:.2f}: {_rounded(asdict(flags))}")
        if flags.other_alarms <= MOST_FALSE_ALARMS:
            chosen = round(float(limit), 2)
    return chosen


def _choose(unseen: Scored, chances: Floats, red_flag: float) -> Thresholds:
    """Most helped of those that mislead few; where none does, the one that misleads least."""
    tried: list[tuple[bool, float, Thresholds]] = []
    print("answer choose  " + Measures.HEADER)
    for limits in _grid(red_flag):
        found = measure(zip(unseen.messages, decided(unseen, chances, limits), strict=True))
        print(f"{limits.answer:6.2f} {limits.choose:6.2f}  {found.row()}")
        harm = max(found.misled / MOST_MISLED, found.answered_nevertheless / MOST_ANSWERED_NEVERTHELESS)
        tried.append((harm <= 1, found.helped if harm <= 1 else -harm, limits))
    return max(tried, key=lambda one: (one[0], round(one[1], 3), -one[2].answer, one[2].choose))[2]


def _grid(red_flag: float) -> Iterator[Thresholds]:
    base = Thresholds(red_flag, 0.0, 0.0, 0.0, 0.02, 0.15)
    for answer, choose in itertools.product((0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9), (0.08, 0.12, 0.2, 0.3)):
        rare = min(answer + 0.1, 0.95)
        yield replace(base, answer=answer, answer_for_professionals=rare, choose=choose)


def _rounded(figures: dict[str, Any]) -> dict[str, Any]:
    return {
        name: _rounded(value) if isinstance(value, dict) else round(value, 4) for name, value in figures.items()
    }
