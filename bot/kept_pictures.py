"""Where pictures are kept, as the settings say; nowhere without a key to lock them with."""

import contextlib
import datetime as dt
import logging
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Column

from bot.photos.reader import ProcessReader
from bot.services.clock import Clock
from bot.services.photo_ports import BlobKey, KeyMissing
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.erasure_log import ErasureLog
from bot.storage.paper_tables import PICTURE_KEYS
from bot.storage.photo_files import PhotoFiles
from bot.storage.photo_keys import MasterKeys
from bot.storage.photo_store import DiskPhotos

logger = logging.getLogger(__name__)


def kept_pictures(
    settings: Settings, database: Database, clock: Clock, *, referring: Sequence[Column[str]]
) -> DiskPhotos | None:
    """The place for pictures; None without `BOT_PHOTO_KEYS`, when the begeleider gets them as they are.

    Args:
        settings: The keys and the data folder.
        database: Where the rows are.
        clock: Tells the time.
        referring: The columns that hold keys of pictures.
    """
    if not settings.photo_key_bytes:
        logger.info("BOT_PHOTO_KEYS is not set: no pictures are kept")
        return None
    return DiskPhotos(
        database,
        PhotoFiles(settings.photo_folder),
        MasterKeys(settings.photo_key_bytes),
        clock=clock,
        erased=ErasureLog(settings.erasure_list),
        erasures_stay=dt.timedelta(days=settings.keep_erasures_days),
        referring=referring,
    )


@dataclass(frozen=True)
class Pictures:
    """What reads photographs and what keeps them."""

    reader: ProcessReader
    photos: DiskPhotos

    async def fetch(self, key: str) -> bytes | None:
        """A kept picture for the sender; None when it is gone, or its master key is."""
        try:
            return await self.photos.fetch(BlobKey(key))
        except KeyMissing:
            logger.error("a picture cannot be opened: its key is missing in BOT_PHOTO_KEYS")
            return None


@contextlib.asynccontextmanager
async def open_pictures(
    settings: Settings, database: Database, clock: Clock
) -> AsyncIterator[Pictures | None]:
    """Make ready to read and keep photographs, and end the reader's process; None without keys."""
    photos = kept_pictures(settings, database, clock, referring=PICTURE_KEYS)
    if photos is None:
        yield None
        return
    await warn_of_missing_keys(photos)
    reader = ProcessReader()
    try:
        yield Pictures(reader, photos)
    finally:
        await reader.aclose()


async def warn_of_missing_keys(pictures: DiskPhotos) -> None:
    """Say at the start when a master key was taken out too early."""
    if count := await pictures.locked_out():
        logger.warning("pictures of %d people need an older key in BOT_PHOTO_KEYS", count)
