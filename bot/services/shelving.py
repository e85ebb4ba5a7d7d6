"""Keeps the catalogue in memory up to date with the one in the database."""

import asyncio
import logging

from bot.domain.ids import OfferId
from bot.services.delivery_ports import Store
from bot.services.finder_ports import Shelf

logger = logging.getLogger(__name__)

PAGE = 300
"""So many offers at a time: their rows are read in a few milliseconds, and nobody waits for longer."""


class Keeper:
    """Takes in what changed; whoever looks for offers calls it first."""

    def __init__(self, store: Store, shelf: Shelf) -> None:
        """Keep a shelf.

        Args:
            store: Opens units of work that only read.
            shelf: Where this process holds the catalogue.
        """
        self._store = store
        self._shelf = shelf
        self._one_at_a_time = asyncio.Lock()

    async def refresh(self) -> int:
        """Take in what changed since the last time; gives back how many offers that were.

        Nothing has changed nearly always, and that costs one short question.
        """
        async with self._one_at_a_time:
            async with self._store.work(reads_only=True) as work:
                newest = await work.offers.version()
            if newest == self._shelf.version:
                return 0
            count = await self._take_in(newest)
        logger.info("%d offers taken in, version %d", count, newest)
        return count

    async def _take_in(self, newest: int) -> int:
        known, after, count = self._shelf.version, OfferId(0), 0
        while True:
            async with self._store.work(reads_only=True) as work:
                page = await work.offers.changed(after_version=known, after=after, limit=PAGE)
            is_last = len(page) < PAGE
            # In a thread: what is not worked out yet is read by its letters, which takes a while.
            await asyncio.to_thread(self._shelf.put, page, version=newest if is_last else known)
            count += len(page)
            if is_last:
                return count
            after = page[-1].offer.id
