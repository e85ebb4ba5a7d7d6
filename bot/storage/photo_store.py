"""Keeps pictures beside the database, encrypted, each with the key of the newcomer it belongs to.

A picture's row is committed before its file is written, so a file without a row is nobody's; `sweep`
takes such files away, and rows that nothing refers to. Erasing a newcomer's key makes all of their
pictures unreadable at once.
"""

import asyncio
import datetime as dt
import hashlib
import hmac
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Column, delete, exists, select
from sqlalchemy.exc import IntegrityError

from bot.domain.errors import NewcomerUnknown
from bot.domain.ids import NewcomerId
from bot.services.clock import Clock
from bot.services.photo_ports import BlobKey
from bot.storage.database import Database
from bot.storage.erasure_log import PICTURE, Erasure, ErasureLog
from bot.storage.photo_files import PhotoFiles
from bot.storage.photo_key_rows import key_of, key_of_newcomer, rewrap, shared_key
from bot.storage.photo_keys import MasterKeys, derived, locked, unlocked
from bot.storage.sql import upsert
from bot.storage.tables import blobs, newcomer_keys

logger = logging.getLogger(__name__)

ORPHANS_STAY = dt.timedelta(days=1)
"""A picture that nothing refers to may belong to work that is still under way."""
AT_ONCE = 200


@dataclass(frozen=True, kw_only=True)
class Swept:
    """What `sweep` took away."""

    rows: int = 0
    files: int = 0
    rewrapped: int = 0
    """Keys that are locked with the newest master key from now on."""


class DiskPhotos:
    """The kept pictures: `services.photo_ports.PhotoStore`."""

    def __init__(
        self,
        database: Database,
        files: PhotoFiles,
        masters: MasterKeys,
        *,
        clock: Clock,
        erased: ErasureLog,
        erasures_stay: dt.timedelta | None = None,
        referring: Sequence[Column[str]] = (),
    ) -> None:
        """
        Args:
            database: Where the rows are.
            files: Where the files are.
            masters: The keys that lock the newcomers' keys.
            clock: Tells the time.
            erased: Hears of pictures that were removed, so that no backup brings them back.
            erasures_stay: How long that list holds something; longer than backups are kept. None for ever.
            referring: The columns of other tables that hold keys of pictures; without them no row is
                taken for an orphan.
        """
        self._database = database
        self._files = files
        self._masters = masters
        self._clock = clock
        self._erased = erased
        self._erasures_stay = erasures_stay
        self._referring = tuple(referring)

    async def keep(self, newcomer_id: NewcomerId, content: bytes) -> BlobKey:
        """Keep a picture; the same again gives the same key and is kept once.

        Raises:
            NewcomerUnknown: They were erased.
            StoreFull: There is no room for it.
        """
        try:
            async with self._database.work() as work:
                secret = await key_of_newcomer(work.connection, self._masters, newcomer_id)
                key = _name(secret, content)
                row = {"newcomer_id": newcomer_id, "bytes": len(content), "kept_at": self._clock.now()}
                kept = upsert(work.connection, blobs, key="key", changes={"key": key, **row})
                await work.connection.execute(kept)
        except IntegrityError as error:
            raise NewcomerUnknown from error
        await asyncio.to_thread(self._write, secret, key, newcomer_id, content)
        return BlobKey(key)

    def _write(self, secret: bytes, key: str, newcomer_id: int, content: bytes) -> None:
        if self._open(secret, key, newcomer_id) is None:
            about = _about(newcomer_id, key)
            self._files.write(key, locked(derived(secret, "content"), content, about=about))

    async def fetch(self, key: BlobKey) -> bytes | None:
        """A picture; None when it is gone.

        Raises:
            KeyMissing: It is there, and cannot be opened with the keys that are set.
        """
        query = select(blobs.c.newcomer_id).where(blobs.c.key == key)
        async with self._database.work(reads_only=True) as work:
            newcomer_id = (await work.connection.execute(query)).scalar()
            if newcomer_id is None:
                return None
            secret = await key_of(work.connection, self._masters, newcomer_id)
        if secret is None:
            return None
        return await asyncio.to_thread(self._open, secret, key, newcomer_id)

    def _open(self, secret: bytes, key: str, newcomer_id: int) -> bytes | None:
        sealed = self._files.read(key)
        if sealed is None:
            return None
        content = unlocked(derived(secret, "content"), sealed, about=_about(newcomer_id, key))
        if content is None:
            logger.error("a kept picture of newcomer %d is damaged", newcomer_id)
        return content

    async def remove(self, keys: Sequence[BlobKey]) -> None:
        """Remove pictures for good, whatever still refers to them."""
        at = self._clock.now()
        # First of all, so that no backup brings back what a kill then leaves half removed.
        erased = [Erasure(PICTURE, key, at) for key in keys]
        await asyncio.to_thread(self._erased.add, erased)
        async with self._database.work() as work:
            await work.connection.execute(delete(blobs).where(blobs.c.key.in_(keys)))
        await self._discard(keys)

    async def digest(self, content: bytes) -> str:
        """The same for the same file, whoever sent it; of no use to whoever sees only the database.

        Returns:
            64 signs, not the picture's key.
        """
        async with self._database.work(reads_only=True) as work:
            secret = await shared_key(work.connection, self._masters, "digest")
        if secret is None:
            async with self._database.work() as work:
                secret = await shared_key(work.connection, self._masters, "digest", makes=True)
        assert secret is not None
        return hmac.new(derived(secret, "digest"), content, hashlib.sha256).hexdigest()

    # Tidying up, by the retention of each day and after every erasure.

    async def sweep(self) -> Swept:
        """Take away what is nobody's, and lock every key with the newest master key; again does no harm."""
        rewrapped = await rewrap(self._database, self._masters)
        rows = await self.forget_orphans() if self._referring else 0
        if self._erasures_stay is not None:
            before = self._clock.now() - self._erasures_stay
            await asyncio.to_thread(self._erased.forget_before, before)
        return Swept(rows=rows, files=await self.sweep_files(), rewrapped=rewrapped)

    async def tidy(self) -> None:
        """The same, where nobody counts."""
        await self.sweep()

    async def forget_orphans(self) -> int:
        """Forget pictures that nothing refers to since a day; how many."""
        is_referred = (exists().where(column == blobs.c.key) for column in self._referring)
        is_old = blobs.c.kept_at < self._clock.now() - ORPHANS_STAY
        query = select(blobs.c.key).where(is_old, *(~referred for referred in is_referred)).limit(AT_ONCE)
        count = 0
        while True:
            async with self._database.work() as work:
                keys = list((await work.connection.execute(query)).scalars())
                await work.connection.execute(delete(blobs).where(blobs.c.key.in_(keys)))
            await self._discard(keys)
            count += len(keys)
            if len(keys) < AT_ONCE:
                return count

    async def sweep_files(self) -> int:
        """Take away the files of people who were erased; how many."""
        folders = await asyncio.to_thread(lambda: list(self._files.keys()))
        return sum([await self._discard(keys) for keys in folders])

    async def _discard(self, keys: Sequence[str]) -> int:
        """Remove those files that have no row; how many they were.

        They are set aside before one looks at the rows: whoever keeps the same picture at this moment has
        either committed its row, and it is put back, or finds no file and writes it anew.
        """
        unowned = await self._without_row(keys)
        await asyncio.to_thread(_each, self._files.set_aside, unowned)
        still = await self._without_row(unowned)
        # All the others, because a sweep that was killed may have set aside what is not unowned now.
        await asyncio.to_thread(_each, self._files.put_back, sorted(set(keys) - set(still)))
        return await asyncio.to_thread(_each, self._files.drop, still)

    async def _without_row(self, keys: Sequence[str]) -> list[str]:
        owned: set[str] = set()
        async with self._database.work(reads_only=True) as work:
            for begin in range(0, len(keys), AT_ONCE):
                query = select(blobs.c.key).where(blobs.c.key.in_(keys[begin : begin + AT_ONCE]))
                owned |= set((await work.connection.execute(query)).scalars())
        return [key for key in keys if key not in owned]

    async def locked_out(self) -> int:
        """How many newcomers' pictures need a master key that is not set."""
        query = select(newcomer_keys.c.newcomer_id).where(newcomer_keys.c.master_id.not_in(self._masters.ids))
        async with self._database.work(reads_only=True) as work:
            return len((await work.connection.execute(query)).all())


def _each(do: Callable[[str], object], keys: Sequence[str]) -> int:
    """Do it with each; how many gave back True."""
    return sum(do(key) is True for key in keys)


def _name(secret: bytes, content: bytes) -> str:
    """Made of the content and its owner's key, so that it tells neither."""
    return hmac.new(derived(secret, "name"), content, hashlib.sha256).hexdigest()


def _about(newcomer_id: int, key: str) -> str:
    return f"picture {newcomer_id} {key}"
