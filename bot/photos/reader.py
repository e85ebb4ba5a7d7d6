"""Reads photographs in a process of its own, so that neither a bad file nor a slow one stops the bot.

Only `worker` imports what reads pictures; the bot's own process stays small.
"""

import asyncio
import logging
import os
import pickle
import struct
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from bot.domain.page_check import FileRefused, PageCheck, WhyRefused

SECONDS = 20.0
"""A photograph takes a tenth of a second; what takes this long never ends."""
PHOTOS_EACH = 200
"""After so many a process makes room for a fresh one, whatever its libraries kept."""
LENGTH = struct.Struct(">I")
"""Stands before each file and each answer."""

_log = logging.getLogger(__name__)


class ProcessReader:
    """A `bot.services.photo_ports.PhotoReader`; its process starts with the first photograph.

    One photograph is read at a time, the others wait. The process ends when the bot does, however it ends:
    its input closes.
    """

    def __init__(self, *, seconds: float = SECONDS, photos_each: int = PHOTOS_EACH) -> None:
        """Start nothing yet.

        Args:
            seconds: How long one file may take.
            photos_each: How many files a process reads.
        """
        self._seconds = seconds
        self._photos_each = photos_each
        self._one_at_a_time = asyncio.Lock()
        self._process: Process | None = None
        self._left = 0

    @property
    def process_id(self) -> int | None:
        """The process that reads now, for who measures it."""
        return self._process.pid if self._process is not None else None

    async def read(self, content: bytes) -> Sequence[PageCheck]:
        """Look at every page of a photograph or document.

        Raises:
            FileRefused: It cannot be taken for one, or reading it took too long or broke the reader.
        """
        async with self._one_at_a_time:
            process = await self._ready()
            try:
                async with asyncio.timeout(self._seconds):
                    answer = await _ask(process, content)
            except (OSError, EOFError) as error:
                # Too slow (a timeout is an OSError) or gone.
                _log.warning("the reader of photographs gave up: %s", type(error).__name__)
                await self._end()
                raise FileRefused(WhyRefused.GAVE_UP) from error
            except BaseException:
                # Half an answer is on its way: nobody may take it for the next one's.
                await self._end()
                raise
            self._left -= 1
            if self._left <= 0:
                await self._end()
        if isinstance(answer, FileRefused):
            raise answer
        return answer

    async def aclose(self) -> None:
        """End the process; a photograph that is being read is given up."""
        await self._end()

    async def _ready(self) -> Process:
        if self._process is None or self._process.returncode is not None:
            self._process = await _start(self._seconds)
            self._left = self._photos_each
        return self._process

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.returncode is None:
            process.kill()
        # What it still writes is read away, so that its pipes close.
        await asyncio.shield(process.communicate())


async def _start(seconds: float) -> Process:
    # It needs none of the bot's secrets.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.photos.worker",
        str(seconds),
        stdin=PIPE,
        stdout=PIPE,
        cwd=Path(__file__).parents[2],
        env=environment | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
        # A Ctrl-C at the terminal is for the bot, which ends it.
        start_new_session=True,
    )


async def _ask(process: Process, content: bytes) -> list[PageCheck] | FileRefused:
    asked, told = process.stdin, process.stdout
    assert asked is not None
    assert told is not None
    asked.write(LENGTH.pack(len(content)))
    asked.write(content)
    await asked.drain()
    (length,) = LENGTH.unpack(await told.readexactly(LENGTH.size))
    # It comes from our own process over a pipe nobody else has.
    return cast(list[PageCheck] | FileRefused, pickle.loads(await told.readexactly(length)))  # noqa: S301
