"""Measures the catalogue at size: taking it in, loading it, reading texts, and finding, on one core."""

import asyncio
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

import numpy as np
import psutil  # type: ignore[import-untyped,unused-ignore]
from rapidfuzz import fuzz, process

from benchmarks.plausible_offers import plausible_rows, write_catalogue
from benchmarks.tables import print_table
from bot.commands import offers as offer_commands
from bot.domain.search import Search
from bot.finding import Finding
from bot.language.encoder import Encoder
from bot.services.clock import SystemClock
from bot.services.looking import Looking
from bot.services.shelving import Keeper
from bot.settings import Settings, read_settings
from bot.storage.database import Database, create_engine
from bot.surroundings import places, surroundings

WAYS = Path(__file__).parent.parent / "bot" / "offers" / "ways"
WISHES = 240
TEXTS = 60
"""So many texts are really read; the others get the sense of one of these, which costs as much to search."""
MEGABYTE = 1_000_000
LANGUAGES = tuple(path.stem for path in sorted(WAYS.glob("*.tsv")))


def run(offers: int = 10_000) -> None:
    """Print all tables, for so many offers."""
    with tempfile.TemporaryDirectory(prefix="catalogue-") as folder:
        imported, found = (_measured(step, folder, offers) for step in ("import", "find"))
    print_table(
        f"{offers} offers, taken in",
        ("step", "seconds"),
        [(name, f"{seconds:.1f}") for name, seconds in imported.items()],
    )
    print_table(
        f"{offers} offers, found; one core",
        ("what", "p50 ms", "p95 ms"),
        [(name, f"{middle:.1f}", f"{high:.1f}") for name, (middle, high) in found["times"].items()],
    )
    print(f"\nloaded in {found['load']:.1f} s, {found['memory']:.0f} MB resident, of which the catalogue")
    print(f"{found['catalogue']:.0f} MB; reading a text takes {found['text']:.0f} ms, so all of them ")
    print(f"{found['text'] * offers / 60_000:.1f} minutes")


def _measured(step: str, folder: str, offers: int) -> dict[str, Any]:
    """In a process of its own, so that memory is what this step needs."""
    command = [sys.executable, "-m", "benchmarks.catalogue", step, folder, str(offers)]
    measured: dict[str, Any] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return measured


def _settings(folder: Path) -> Settings:
    return read_settings(data_dir=folder, database_url=f"sqlite:///{folder / 'bench.db'}", _env_file=None)


async def _import(folder: Path, offers: int) -> dict[str, float]:
    offer_commands.ENCODES_UNTIL_SECONDS = 0.0
    path = folder / "offers.csv"
    write_catalogue(path, offers)
    settings, seconds = _settings(folder), {}
    for name, is_trial in (("import", False), ("the same file again", False), ("dry run", True)):
        started = time.perf_counter()
        await offer_commands.import_offers(settings, path, is_trial=is_trial, tell=lambda _line: None)
        seconds[name] = time.perf_counter() - started
    started = time.perf_counter()
    await offer_commands.export_offers(settings, folder / "out.csv")
    return {**seconds, "export": time.perf_counter() - started}


async def _find(folder: Path, offers: int) -> dict[str, Any]:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    settings = _settings(folder)
    database = Database(create_engine(settings.database))
    finding = Finding.load(Encoder(), places())
    text = await _read_texts(database, finding)
    before, started = psutil.Process().memory_info().rss, time.perf_counter()
    await Keeper(database, finding.catalogue).refresh()
    load = time.perf_counter() - started
    resident = psutil.Process().memory_info().rss
    times = await _times(database, settings, finding)
    times["RapidFuzz over title and description"] = _rapidfuzz(offers)
    await database.close()
    return {
        "load": load,
        "memory": resident / MEGABYTE,
        "catalogue": (resident - before) / MEGABYTE,
        "text": text,
        "times": times,
    }


async def _read_texts(database: Database, finding: Finding) -> float:
    """Read some texts, and give all others their senses; milliseconds for one."""
    finding.wishes.read("koken", hint="nl")
    async with database.work(reads_only=True) as work:
        texts = await work.offers.without_sense(limit=TEXTS)
    started = time.perf_counter()
    senses = [finding.senses.read(details) for details in texts.values()]
    spent = time.perf_counter() - started
    again = cycle(senses)
    while True:
        async with database.work() as work:
            left = await work.offers.without_sense(limit=2_000)
            if not left:
                return 1_000 * spent / len(senses)
            await work.offers.put_senses({fingerprint: next(again) for fingerprint in left})


async def _times(database: Database, settings: Settings, finding: Finding) -> dict[str, tuple[float, float]]:
    around = surroundings(settings, finding)
    today = SystemClock().now().astimezone(settings.zone).date()
    taken: dict[str, list[float]] = {"reading the wish": [], "finding": [], "all, with the database": []}
    for wish in _wishes():
        started = time.perf_counter()
        search = finding.wishes.read(f"{wish} Gent")
        is_read = time.perf_counter()
        finding.catalogue.find(search, today=today)
        is_found = time.perf_counter()
        await _look(database, around, search)
        ended = time.perf_counter()
        reading, looking = is_read - started, ended - is_found
        for name, spent in zip(taken, (reading, is_found - is_read, reading + looking), strict=True):
            taken[name].append(1_000 * spent)
    return {name: _middle_and_high(spent) for name, spent in taken.items()}


async def _look(database: Database, around: Any, search: Search) -> None:
    async with database.work(reads_only=True) as work:
        await Looking(work, SystemClock().now(), around).find(search, None)


def _rapidfuzz(offers: int) -> tuple[float, float]:
    texts = [f"{row[1]} {row[5]}" for row in plausible_rows(offers)]
    spent = []
    for wish in _wishes()[: WISHES // 10]:
        started = time.perf_counter()
        process.extract(wish, texts, scorer=fuzz.token_set_ratio, limit=3)
        spent.append(1_000 * (time.perf_counter() - started))
    return _middle_and_high(spent)


def _wishes() -> Sequence[str]:
    chance, found = random.Random(4), []
    for language in LANGUAGES:
        lines = (WAYS / f"{language}.tsv").read_text(encoding="utf-8").splitlines()[1:]
        found += [line.split("\t")[-1] for line in chance.sample(lines, WISHES // len(LANGUAGES))]
    chance.shuffle(found)
    return found


def _middle_and_high(spent: Sequence[float]) -> tuple[float, float]:
    return float(np.median(spent)), float(np.quantile(spent, 0.95))


if __name__ == "__main__":
    steps = {"import": _import, "find": _find}
    print(json.dumps(asyncio.run(steps[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3])))))
