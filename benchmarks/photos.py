"""Photographs of forms, from easy to hopeless: what is read, what is refused and why, time and memory.

Beside it, in the same run, what tutorials would make of the same photographs.
"""

import time
from collections.abc import Sequence
from pathlib import Path

import cv2

from benchmarks.photographs import COUNTS, SEEDS, Sample, make, read_folder
from benchmarks.photographs.beside import beside
from benchmarks.photographs.judging import Case, Finding, Quad, figures, misses
from benchmarks.photographs.pairs import Kinship, Pair, make_pairs
from benchmarks.photographs.tutorial import tutorial
from benchmarks.tables import print_table
from bot.domain.likeness import same_look
from bot.domain.page_check import FileRefused, PageCheck, Trouble
from bot.photos.check import check_pages
from bot.photos.form_reading import read_form
from bot.photos.opening import open_pages

READERS = ("ours", "tutorials")
PAIRS = 20
"""So many of each kind are compared."""
BESIDE = 30
"""So many photographs are read while a loop ticks."""


def run(*, photos: int | None = None, folder: Path | None = None) -> None:
    """Print the figures of every level.

    Args:
        photos: How many of each level, instead of the usual number.
        folder: Read photographs that were written before, one folder a level, and name those with faults;
            without it they are made, from the seed with which nothing was set.
    """
    cv2.setNumThreads(1)
    cases: dict[str, dict[str, list[Case]]] = {reader: {} for reader in READERS}
    some: list[bytes] = []
    for level, usual in COUNTS.items():
        for sample in _samples(level, photos or usual, folder):
            for reader, read in zip(READERS, (ours, tutorial), strict=True):
                cases[reader].setdefault(level, []).append(Case(sample, read(sample)))
            if level in {"medium", "hard"} and len(some) < BESIDE:
                some.append(sample.jpeg)
    for reader in READERS:
        _print_levels(reader, cases[reader])
    if folder is not None:
        print(*misses(case for level in cases["ours"].values() for case in level), sep="\n")
    _print_pairs(min(photos or PAIRS, PAIRS))
    _print_beside(some)


def ours(sample: Sample) -> Finding:
    """Read a photograph as the bot does; the place of the signature box is asked for apart from the time."""
    began = time.process_time()
    try:
        check = check_pages(sample.jpeg)[0]
    except FileRefused:
        check = PageCheck(page_found=False)
    ms = 1000 * (time.process_time() - began)
    trouble = check.troubles[0] if check.troubles else None
    return Finding(
        ms=ms,
        usable=check.is_usable,
        page_found=check.page_found,
        is_form=check.is_form,
        number=check.form,
        corners=check.corners,
        box=_box(sample.jpeg) if check.is_form else None,
        signed=check.signed,
        rows=check.filled_rows,
        cause=trouble.problem if trouble else None,
        side=_side(check.troubles),
        spot=trouble.spot if trouble else None,
        legibility=check.legibility,
    )


def _side(troubles: Sequence[Trouble]) -> str | None:
    return next((trouble.side.value for trouble in troubles if trouble.side is not None), None)


def _box(jpeg: bytes) -> Quad | None:
    picture, _ = next(iter(open_pages(jpeg)))
    form = read_form(picture)
    return None if form is None else picture.as_sent(form.signature)


def _samples(level: str, count: int, folder: Path | None) -> Sequence[Sample]:
    if folder is None:
        return list(make(level, count, SEEDS["held"]))
    return list(read_folder(folder / level))[:count]


def _print_levels(reader: str, levels: dict[str, list[Case]]) -> None:
    told = {level: dict(figures(cases)) for level, cases in levels.items()}
    names = list(next(iter(told.values())))
    rows = [(name, *(told[level][name] for level in levels)) for name in names]
    head = ("", *(f"{level} ({len(cases)})" for level, cases in levels.items()))
    print_table(f"Read by {reader}", head, rows)


def _print_pairs(count: int) -> None:
    pairs: dict[Kinship, list[tuple[PageCheck, PageCheck]]] = {kinship: [] for kinship in Kinship}
    for pair in make_pairs(count, SEEDS["held"]):
        pairs[pair.kinship].append(_both(pair))
    print_table(
        "Is it the same?",
        ("what it is", "pairs", "same number", "same picture", "bits apart %"),
        [_pair_row(kinship, checks) for kinship, checks in pairs.items()],
    )


def _both(pair: Pair) -> tuple[PageCheck, PageCheck]:
    return check_pages(pair.first)[0], check_pages(pair.second)[0]


def _pair_row(kinship: Kinship, pairs: Sequence[tuple[PageCheck, PageCheck]]) -> tuple[object, ...]:
    same_form = sum(one.form is not None and one.form == other.form for one, other in pairs)
    same_picture = sum(same_look(one.look, other.look) for one, other in pairs)
    apart = [_apart(one.look, other.look) for one, other in pairs]
    return kinship.value, len(pairs), same_form, same_picture, f"{min(apart):.1f} to {max(apart):.1f}"


def _apart(some: bytes, other: bytes) -> float:
    """How many of the bits of two hashes differ, in percent."""
    differing = (int.from_bytes(some) ^ int.from_bytes(other)).bit_count()
    return 100 * differing / max(1, 8 * len(some))


def _print_beside(photos: Sequence[bytes]) -> None:
    late = beside(photos)
    print_table(
        "The bot's loop while photographs are read in a process of their own",
        ("photos", "p99 ms late", "worst", "p99 idle", "photos/s", "reader MB"),
        [
            (
                late.photos,
                f"{late.p99_ms:.1f}",
                f"{late.worst_ms:.1f}",
                f"{late.idle_p99_ms:.1f}",
                f"{late.per_second:.1f}",
                late.worker_mb,
            )
        ],
    )
