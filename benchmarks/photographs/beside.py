"""Does the bot keep answering while photographs are read beside it? How late its loop is, and the memory."""

import asyncio
import re
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from bot.photos.reader import ProcessReader

TICK = 0.001


class Lateness(NamedTuple):
    """What was seen while photographs were read."""

    photos: int
    p99_ms: float
    worst_ms: float
    """How much later than asked the loop came back."""
    idle_p99_ms: float
    """The same without photographs, on this machine, just before."""
    per_second: float
    worker_mb: int
    """The most memory that the reader's process ever held."""


def beside(photos: Sequence[bytes]) -> Lateness:
    """Read photographs through the reader's process while a loop ticks every millisecond."""
    return asyncio.run(_beside(photos))


async def _beside(photos: Sequence[bytes]) -> Lateness:
    reader = ProcessReader()
    await reader.read(photos[0])
    idle = await _ticking(asyncio.sleep(2))
    began = time.perf_counter()
    late = await _ticking(_read_all(reader, photos))
    took = time.perf_counter() - began
    memory = _most_memory(reader.process_id)
    await reader.aclose()
    return Lateness(
        photos=len(photos),
        p99_ms=float(np.percentile(late, 99)),
        worst_ms=max(late),
        idle_p99_ms=float(np.percentile(idle, 99)),
        per_second=len(photos) / took,
        worker_mb=memory,
    )


async def _read_all(reader: ProcessReader, photos: Sequence[bytes]) -> None:
    for photo in photos:
        await reader.read(photo)


async def _ticking(work: object) -> list[float]:
    """Tick until some work is done; gives in ms how late each tick was."""
    assert asyncio.iscoroutine(work)
    task, late = asyncio.ensure_future(work), [0.0]
    while not task.done():
        asked = time.perf_counter()
        await asyncio.sleep(TICK)
        late.append(1000 * (time.perf_counter() - asked - TICK))
    await task
    return late


def _most_memory(process_id: int | None) -> int:
    """In MB; 0 where the system does not tell."""
    status = Path(f"/proc/{process_id}/status")
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return int(found[1]) // 1024 if found else 0
