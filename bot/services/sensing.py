"""Works out what offers are about, text by text, so that it can be stopped and gone on with at any moment."""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Protocol

from bot.domain.offer import OfferDetails
from bot.services.delivery_ports import Store

logger = logging.getLogger(__name__)

AT_ONCE = 20
"""So many texts a transaction; what a stop loses is at most their second of work."""
A_BREATH = 0.002
"""Seconds between two texts, in which a message that waits for the encoder gets it."""


class SenseReader(Protocol):
    """Knows what an offer's text is about; safe to call from another thread."""

    @property
    def mark(self) -> bytes:
        """How the senses that this one reads begin."""
        ...

    def read(self, details: OfferDetails) -> bytes:
        """Read one offer's text, which takes some 50 ms."""
        ...


class Sensing:
    """Reads the texts that nobody has read yet; unchanged ones are not read again."""

    def __init__(self, store: Store, reader: SenseReader) -> None:
        """Read for a catalogue.

        Args:
            store: Opens units of work; none is open while a text is read.
            reader: Reads a text.
        """
        self._store = store
        self._reader = reader

    async def count(self) -> int:
        """How many texts of offers still there are left."""
        async with self._store.work(reads_only=True) as work:
            return await work.offers.count_without_sense(mark=self._reader.mark)

    async def go_on(
        self, *, seconds: float | None = None, told: Callable[[int], None] = lambda _count: None
    ) -> int:
        """Read texts until none is left, or the time is over.

        Args:
            seconds: How long; None for as long as it takes.
            told: Hears, after each part, how many were read.

        Returns:
            How many were read.
        """
        ends = None if seconds is None else time.monotonic() + seconds
        count = 0
        while not _is_over(ends) and (read := await self._read_some(ends)):
            count += read
            told(count)
        return count

    async def _read_some(self, ends: float | None) -> int:
        async with self._store.work(reads_only=True) as work:
            texts = await work.offers.without_sense(limit=AT_ONCE, mark=self._reader.mark)
        senses: dict[str, bytes] = {}
        for fingerprint, details in texts.items():
            if _is_over(ends):
                break
            senses[fingerprint] = await asyncio.to_thread(self._read, details)
            await asyncio.sleep(A_BREATH)
        async with self._store.work() as work:
            await work.offers.put_senses(senses)
        return len(senses)

    def _read(self, details: OfferDetails) -> bytes:
        try:
            return self._reader.read(details)
        except Exception as error:  # one odd text must not keep all others waiting
            logger.error("an offer's text could not be read (%s)", type(error).__name__)
            return self._reader.mark


def _is_over(ends: float | None) -> bool:
    return ends is not None and time.monotonic() >= ends
