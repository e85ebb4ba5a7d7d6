"""Chooses how the readers are joined, and from which chance on the bot answers, on messages held out."""

import itertools
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedKFold

from benchmarks.fitting import Fitted, fit
from benchmarks.measures import Measures, Read, measure, measure_flags
from benchmarks.messages import Message
from benchmarks.vectors import vectors_of
from bot.domain.languages import UNDERSTOOD
from bot.faq.decision import Decider, Decision, Reader, Thresholds
from bot.faq.entries import load_entries
from bot.faq.matcher import decide
from bot.faq.red_flags import RedFlagReader
from bot.language.features import Floats
from bot.language.readers import log_softmax

FOLDS = 5
TEMPERATURES = np.arange(0.7, 2.6, 0.1, dtype=np.float32)
LEAST_HELPED = 0.9
"""Below this share of messages helped, a language is weak: the bot says so and leads by buttons."""
LEAST_AT_ONCE = 0.45
"""The same for messages helped without a choice to tap."""
MOST_MISLED = 0.02
MOST_ANSWERED_NEVERTHELESS = 0.015
MOST_FALSE_ALARMS = 0.006
"""Over all messages that tell of no need, look-alikes apart."""
COST_OF_A_CHOICE = 0.15
"""A choice costs a tap, so it is worth this much less than an answer."""
MOST_LOST_WITHOUT_ENCODER = 0.003
"""Share of messages that the letters alone may read wrong where both would read them right."""


@dataclass(frozen=True)
class Scored:
    """Messages with what each reader gives every label, before they are joined."""

    name: str
    labels: tuple[str, ...]
    messages: Sequence[Message]
    letters: Floats
    layers: Floats

    @property
    def languages(self) -> np.ndarray[Any, np.dtype[np.str_]]:
        """The language in which each message is read, which may not be its own."""
        return np.array([message.reading.language for message in self.messages])

    def only(self, language: str) -> "Scored":
        """Those that are read in this language."""
        kept = np.flatnonzero(self.languages == language)
        messages = [self.messages[place] for place in kept.tolist()]
        return replace(self, messages=messages, letters=self.letters[kept], layers=self.layers[kept])

    @property
    def truth(self) -> np.ndarray[Any, np.dtype[np.intp]]:
        """The place of each message's best label."""
        return np.array([self.labels.index(message.label) for message in self.messages])


Weighed = tuple[Scored, Floats]
"""Messages with the chance of each label."""


@dataclass(frozen=True)
class Calibration:
    """What goes into the model's card."""

    join: dict[str, Any]
    """Numbers, and those of each language under `by_language`."""
    thresholds: dict[str, float]
    measured: dict[str, Any]
    weak: tuple[str, ...]
    """Languages in which too few messages are helped."""


def scored(fitted: Fitted, messages: Sequence[Message]) -> Scored:
    """Let the readers weigh messages they were not fitted on."""
    readings = [message.reading for message in messages]
    letters = np.array([fitted.letters.weigh(reading.letters) for reading in readings])
    layers = fitted.layers.weigh(vectors_of([reading.sentence for reading in readings]))
    return Scored("heldout", fitted.labels, messages, letters, layers)


def cross_validated(messages: Sequence[Message]) -> Scored:
    """Weigh every message by readers that were fitted on the other folds."""
    strata = [f"{message.language} {message.label}" for message in messages]
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    parts: list[Scored] = []
    with warnings.catch_warnings():  # a label with few messages in a language is no obstacle
        warnings.simplefilter("ignore", UserWarning)
        splits = list(folds.split(strata, strata))
    for known, unseen in splits:
        taught = [messages[place] for place in known]
        parts.append(scored(fit_messages(taught), [messages[place] for place in unseen]))
    return Scored(
        "cross-validation",
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


def calibrate(sets: Sequence[Scored]) -> Calibration:
    """Choose the join and the thresholds, printing what was chosen from.

    Args:
        sets: Messages that the readers were not fitted on; each set counts the same, whatever its size.

    Returns:
        What goes into the model's card, with what it measures on each set.
    """
    join = _join(sets)
    weighed = [(unseen, probabilities(unseen, join)) for unseen in sets]
    limits = _choose(weighed, _red_flag(weighed))
    decisions = [decided(unseen, chances, limits) for unseen, chances in weighed]
    measured = {unseen.name: _measured(unseen, done) for unseen, done in zip(sets, decisions, strict=True)}
    weak = [weak_languages(_pairs(unseen, done)) for unseen, done in zip(sets, decisions, strict=True)]
    return Calibration(join, asdict(limits), measured, tuple(sorted(set().union(*weak))))


def weak_languages(pairs: Sequence[tuple[Message, Read]]) -> set[str]:
    """Name the languages in which fewer messages are helped than a person may count on."""
    found = {language: _of(pairs, language) for language in {message.language for message, _ in pairs}}
    return {language for language, measures in found.items() if _is_weak(measures)}


def _is_weak(found: Measures) -> bool:
    return found.helped < LEAST_HELPED or found.helped - found.choosing < LEAST_AT_ONCE


def _of(pairs: Sequence[tuple[Message, Read]], language: str) -> Measures:
    measures = measure([pair for pair in pairs if pair[0].language == language])
    print(f"{language:8}  {measures.row()}")
    return measures


def probabilities(unseen: Scored, join: dict[str, Any]) -> Floats:
    """Join the readers as the matcher does, with the encoder left out where the letters are sure."""
    own = [join["by_language"].get(language, join) for language in unseen.languages]
    factors = np.array([[one["letters_alone"]] for one in own], np.float32)
    alone = np.exp(log_softmax(unseen.letters * factors))
    joined = unseen.layers + np.float32(join["letters"]) * unseen.letters
    temperatures = np.array([[one["temperature"]] for one in own])
    both = np.exp(log_softmax((joined / temperatures).astype(np.float32)))
    sure = alone.max(axis=1, keepdims=True) >= join["sure_without_encoder"]
    return np.where(sure, alone, both)


def decided(unseen: Scored, chances: Floats, limits: Thresholds) -> list[Decision]:
    """Decide every message as the matcher does."""
    decider, flags = Decider(unseen.labels, limits), RedFlagReader(unseen.labels, limits.red_flag)
    reader = Reader(entries=load_entries())
    words = [message.reading.words for message in unseen.messages]
    return [decide(row, count, reader, decider, flags) for row, count in zip(chances, words, strict=True)]


def _join(sets: Sequence[Scored]) -> dict[str, Any]:
    letters, temperature = min(
        itertools.product((2.0, 3.0, 4.0, 5.0, 6.0), TEMPERATURES),
        key=lambda pair: _mean(_loss((s.layers + pair[0] * s.letters) / pair[1], s) for s in sets),
    )
    join = {"letters": letters, "temperature": round(float(temperature), 2), "letters_alone": _alone(sets)}
    by_language = {language: _own_join(sets, language, letters) for language in UNDERSTOOD}
    return join | {"by_language": by_language, "sure_without_encoder": _sure(sets, join)}


def _own_join(sets: Sequence[Scored], language: str, letters: float) -> dict[str, float]:
    """Find how sure a language's readings may be: its chances are then as often right as they say."""
    own = [found for one in sets if (found := one.only(language)).messages]
    temperature = min(
        TEMPERATURES,
        key=lambda t: _mean(_loss((s.layers + letters * s.letters) / t, s) for s in own),
    )
    return {"temperature": round(float(temperature), 2), "letters_alone": _alone(own)}


def _alone(sets: Sequence[Scored]) -> float:
    factors = np.arange(3.0, 12.0, 0.5)
    return float(min(factors, key=lambda factor: _mean(_loss(s.letters * factor, s) for s in sets)))


def _loss(scores: NDArray[np.floating[Any]], unseen: Scored) -> float:
    return -float(log_softmax(scores.astype(np.float32))[np.arange(len(scores)), unseen.truth].mean())


def _sure(sets: Sequence[Scored], join: dict[str, float]) -> float:
    for sure in np.arange(0.8, 1.0, 0.01):
        found = [_without_encoder(unseen, join, float(sure)) for unseen in sets]
        lost = _mean(lost for _, lost in found)
        print(f"without encoder from {sure:.2f}: {_mean(share for share, _ in found):.0%}, lost {lost:.2%}")
        if lost <= MOST_LOST_WITHOUT_ENCODER:
            return round(float(sure), 2)
    return 1.0


def _without_encoder(unseen: Scored, join: dict[str, float], sure: float) -> tuple[float, float]:
    """Return the share of messages that skip the encoder, and of those read wrong for it."""
    alone = np.exp(log_softmax(unseen.letters * np.float32(join["letters_alone"])))
    both = (unseen.layers + np.float32(join["letters"]) * unseen.letters).argmax(axis=1)
    skipped = alone.max(axis=1) >= sure
    lost = (both == unseen.truth) & (alone.argmax(axis=1) != unseen.truth)
    return float(skipped.mean()), float((lost & skipped).mean())


def _red_flag(weighed: Sequence[Weighed]) -> float:
    chosen = 1.0
    for limit in np.arange(0.9, 0.1, -0.05):
        limits = Thresholds(float(limit), 1.0, 1.0, 1.0, 1.0, 1.0)
        flags = [measure_flags(_pairs(s, decided(s, chances, limits))) for s, chances in weighed]
        print(f"red flag {limit:.2f}: " + "   ".join(found.row() for found in flags))
        if _mean(found.other_alarms for found in flags) <= MOST_FALSE_ALARMS:
            chosen = round(float(limit), 2)
    return chosen


def _choose(weighed: Sequence[Weighed], red_flag: float) -> Thresholds:
    """Take the most useful of those that do little harm; where none does, the least harmful."""
    tried: list[tuple[bool, float, Thresholds]] = []
    print(f"answer choose  {Measures.HEADER}")
    for limits in _grid(red_flag):
        found = [measure(_pairs(s, decided(s, chances, limits))) for s, chances in weighed]
        for measures in found:
            print(f"{limits.answer:6.2f} {limits.choose:6.2f}  {measures.row()}")
        harm = max(_harm(measures) for measures in found)
        use = _mean(measures.helped - COST_OF_A_CHOICE * measures.choosing for measures in found)
        tried.append((harm <= 1, use if harm <= 1 else -harm, limits))
    return max(tried, key=lambda one: one[:2])[2]


def _harm(found: Measures) -> float:
    return max(found.misled / MOST_MISLED, found.answered_nevertheless / MOST_ANSWERED_NEVERTHELESS)


def _grid(red_flag: float) -> Iterator[Thresholds]:
    base = Thresholds(red_flag, 0.0, 0.0, 0.0, 0.02, 0.15)
    for answer, choose in itertools.product(
        np.arange(0.5, 0.95, 0.05).round(2).tolist(), (0.08, 0.12, 0.2, 0.3)
    ):
        rare = round(min(answer + 0.1, 0.95), 2)
        yield replace(base, answer=answer, answer_for_professionals=rare, choose=choose)


def _measured(unseen: Scored, decisions: Sequence[Decision]) -> dict[str, Any]:
    pairs = _pairs(unseen, decisions)
    flags = asdict(measure_flags(pairs))
    return _rounded({"messages": len(pairs), **asdict(measure(pairs)), "flags": flags})


def _pairs(unseen: Scored, decisions: Sequence[Decision]) -> list[tuple[Message, Decision]]:
    return list(zip(unseen.messages, decisions, strict=True))


def _mean(figures: Iterable[float]) -> float:
    found = list(figures)
    return sum(found) / len(found)


def _rounded(figures: dict[str, Any]) -> dict[str, Any]:
    return {
        name: _rounded(value) if isinstance(value, dict) else round(value, 4)
        for name, value in figures.items()
    }
