"""Photographs are read in a process of their own, and whatever happens there the bot goes on."""

import asyncio
import contextlib
import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image

from bot.domain.page_check import FileRefused, PageCheck, Problem, WhyRefused
from bot.photos.reader import ProcessReader

pytestmark = pytest.mark.slow


def a_photo(shade: int = 120) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (400, 300), (shade, shade, shade)).save(file, "JPEG")
    return file.getvalue()


@pytest.fixture
async def reader() -> AsyncIterator[ProcessReader]:
    reader = ProcessReader()
    yield reader
    await reader.aclose()


def is_running(process_id: int) -> bool:
    try:
        state = Path(f"/proc/{process_id}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
    return state.rpartition(")")[2].split()[0] != "Z"


def environment_of(process_id: int | None) -> bytes:
    return Path(f"/proc/{process_id}/environ").read_bytes()


async def test_a_photograph_is_read_and_the_reason_of_a_refusal_comes_back(reader: ProcessReader) -> None:
    checks = await reader.read(a_photo())

    assert [type(check) for check in checks] == [PageCheck]
    assert checks[0].problems == (Problem.NOT_A_PAGE,)
    with pytest.raises(FileRefused) as refused:
        await reader.read(b"text")
    assert refused.value.why is WhyRefused.NOT_A_PICTURE


async def test_no_process_starts_before_the_first_photograph() -> None:
    reader = ProcessReader()

    assert reader.process_id is None
    await reader.aclose()


async def test_photographs_that_come_together_are_all_read_by_one_process(reader: ProcessReader) -> None:
    answers = await asyncio.gather(*(reader.read(a_photo(shade)) for shade in (80, 120, 160)))

    assert [len(checks) for checks in answers] == [1, 1, 1]
    first = reader.process_id
    await reader.read(a_photo())
    assert reader.process_id == first


async def test_what_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    reader = ProcessReader(seconds=0.05)
    with pytest.raises(FileRefused) as refused:
        await reader.read(a_photo())

    assert refused.value.why is WhyRefused.GAVE_UP
    assert reader.process_id is None
    await reader.aclose()


async def test_a_reader_that_was_killed_is_replaced(reader: ProcessReader) -> None:
    await reader.read(a_photo())
    first = reader.process_id
    assert first is not None

    os.kill(first, signal.SIGKILL)
    # Whether its end was noticed before the next photograph comes is a matter of moments.
    with contextlib.suppress(FileRefused):
        await reader.read(a_photo())

    assert await reader.read(a_photo())
    assert reader.process_id not in {None, first}


async def test_a_process_makes_room_for_a_fresh_one_after_many_photographs() -> None:
    reader = ProcessReader(photos_each=2)
    processes = set()
    for _ in range(3):
        await reader.read(a_photo())
        processes.add(reader.process_id)

    assert None in processes
    assert len(processes) == 3
    await reader.aclose()


async def test_who_stops_waiting_leaves_no_half_answer_for_the_next(reader: ProcessReader) -> None:
    await reader.read(a_photo())
    waiting = asyncio.create_task(reader.read(a_photo()))
    await asyncio.sleep(0.001)

    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting

    with pytest.raises(FileRefused) as refused:
        await reader.read(b"text")
    assert refused.value.why is WhyRefused.NOT_A_PICTURE


async def test_the_process_ends_when_it_is_closed(reader: ProcessReader) -> None:
    await reader.read(a_photo())
    process_id = reader.process_id
    assert process_id is not None

    await reader.aclose()

    assert not is_running(process_id)


def test_the_process_ends_when_the_bot_is_killed() -> None:
    bot = subprocess.Popen([sys.executable, "-c", _A_BOT], stdout=subprocess.PIPE, text=True)
    assert bot.stdout is not None
    process_id = int(bot.stdout.readline())
    assert is_running(process_id)

    bot.kill()
    bot.wait()
    bot.stdout.close()

    until = time.monotonic() + 10
    while is_running(process_id) and time.monotonic() < until:
        time.sleep(0.05)
    assert not is_running(process_id)


_A_BOT = """
import asyncio, time
from bot.photos.reader import ProcessReader
from bot.domain.page_check import FileRefused
async def main():
    reader = ProcessReader()
    try:
        await reader.read(b"text")
    except FileRefused:
        print(reader.process_id, flush=True)
    time.sleep(60)
asyncio.run(main())
"""


def test_the_bot_itself_does_not_load_what_reads_pictures() -> None:
    loaded = "import sys, bot.photos.reader; print('cv2' in sys.modules or 'numpy' in sys.modules)"

    printed = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    ).stdout

    assert printed.strip() == "False"


async def test_the_process_gets_none_of_the_bots_secrets(
    reader: ProcessReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_PHOTO_KEYS", "secret")
    await reader.read(a_photo())

    assert b"BOT_" not in environment_of(reader.process_id)
