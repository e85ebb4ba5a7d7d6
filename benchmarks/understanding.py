"""Measures how messages are understood, by language, beside two baselines; and what it costs on one core."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import psutil  # type: ignore[import-untyped,unused-ignore]

from benchmarks.baselines import EncoderAlone, lexical
from benchmarks.measures import GROUPS, FlagMeasures, Measures, measure, measure_flags
from benchmarks.messages import HELDOUT, Message, measured_on, read_development, read_folder
from benchmarks.tables import print_table
from benchmarks.vectors import vectors_of
from bot.domain.understanding import Understanding
from bot.faq.entries import load_entries
from bot.faq.matcher import Matcher

MEGABYTE = 1_000_000
Pair = tuple[Message, Understanding]


@dataclass(frozen=True)
class Cost:
    """What understanding costs on one core: times in milliseconds, memory in MB."""

    load: float
    added_memory: float
    mean: float
    median: float
    p95: float
    without_encoder: float
    """Share of messages, 0 to 1."""


def run() -> None:
    """Print all tables."""
    matcher = Matcher.load()
    for name in ("development", "held out"):
        messages = _messages(name)
        if messages:
            _report(name, messages, [(m, matcher.understand(m.text)) for m in messages])
            _print_cost(name)


def _messages(name: str) -> list[Message]:
    return read_development() if name == "development" else measured_on(read_folder(HELDOUT))


def _report(name: str, messages: Sequence[Message], pairs: Sequence[Pair]) -> None:
    print(f"\n{name}: {len(messages)} messages\nlanguage  {Measures.HEADER}   recognised")
    languages = list(dict.fromkeys(message.language for message in messages))
    for language in languages:
        _print_row(language, [pair for pair in pairs if pair[0].language == language])
    for group, members in GROUPS.items():
        _print_row(group, [pair for pair in pairs if pair[0].language in members])
    _print_row("all", pairs)
    _print_baselines(messages)
    if any(message.label.startswith("!") for message in messages):
        print(f"red flags: {FlagMeasures.HEADER}\n           {measure_flags(pairs).row()}")


def _print_row(name: str, pairs: Sequence[Pair]) -> None:
    if pairs:
        recognised = sum(read.language == message.language for message, read in pairs) / len(pairs)
        print(f"{name:<8}  {measure(pairs).row()}   {100 * recognised:10.1f}")


def _print_baselines(messages: Sequence[Message]) -> None:
    """The same messages by two simpler readers, which know entries only."""
    asked = [message for message in messages if message.label[0] not in "@!"]
    plain, encoder = lexical(), EncoderAlone.over(load_entries())
    vectors = vectors_of([message.reading.sentence for message in asked])
    by_letters = [tuple(entry for entry, _ in plain.rank(message.text)) for message in asked]
    by_sense = [encoder.rank(vector) for vector in vectors]
    rows = [("all", list(range(len(asked))))]
    for language in dict.fromkeys(message.language for message in asked):
        rows.append((language, [n for n, message in enumerate(asked) if message.language == language]))
    print_table(
        "baselines on questions that an entry answers: RapidFuzz on the Dutch questions, the encoder alone",
        ("language", "n", "RapidFuzz top-1", "top-3", "encoder top-1", "top-3"),
        [
            (name, str(len(places)), *_hits(asked, by_letters, places), *_hits(asked, by_sense, places))
            for name, places in rows
        ],
    )


def _hits(
    asked: Sequence[Message], rankings: Sequence[tuple[str, ...]], places: Sequence[int]
) -> tuple[str, str]:
    first = _share(rankings[place][0] in asked[place].labels for place in places)
    three = _share(bool(set(rankings[place]) & set(asked[place].labels)) for place in places)
    return f"{first:.1f}", f"{three:.1f}"


def _share(hits: Iterable[bool]) -> float:
    found = list(hits)
    return 100 * sum(found) / max(len(found), 1)


def _print_cost(name: str) -> None:
    command = [sys.executable, "-m", "benchmarks.understanding", name]
    cost = Cost(**json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    print(
        f"one core: mean {cost.mean:.1f} ms, p50 {cost.median:.1f} ms, p95 {cost.p95:.1f} ms; "
        f"{cost.without_encoder:.0%} without the encoder; "
        f"load {cost.load:.0f} ms, {cost.added_memory:.0f} MB more resident"
    )


def _cost(messages: Sequence[Message]) -> Cost:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    process = psutil.Process()
    before, start = process.memory_info().rss, time.perf_counter()
    matcher = Matcher.load()
    load = time.perf_counter() - start
    times = [_timed(matcher, message.text) for message in messages]
    return Cost(
        load=1_000 * load,
        added_memory=(process.memory_info().rss - before) / MEGABYTE,
        mean=float(np.mean(times)),
        median=float(np.median(times)),
        p95=float(np.quantile(times, 0.95)),
        without_encoder=sum(matcher.is_clear(message.reading) for message in messages) / len(messages),
    )


def _timed(matcher: Matcher, text: str) -> float:
    start = time.perf_counter()
    matcher.understand(text)
    return 1_000 * (time.perf_counter() - start)


if __name__ == "__main__":
    print(json.dumps(vars(_cost(_messages(sys.argv[1])))))
