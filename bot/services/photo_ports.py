"""What the services and jobs need for photographs: a reader, and a place to keep them unreadable."""

from collections.abc import Sequence
from typing import NewType, Protocol

from bot.domain.ids import NewcomerId
from bot.domain.page_check import PageCheck

BlobKey = NewType("BlobKey", str)
"""Under which a kept picture is found: made of its content and its owner, and it tells neither."""


class StoreFull(Exception):  # noqa: N818 - a plain statement
    """There is no room left on the disk; nothing was kept, and the same may work later."""


class KeyMissing(Exception):  # noqa: N818 - a plain statement
    """A picture's key was locked with a master key that is not set any more."""


class PhotoReader(Protocol):
    """Reads photographs, outside of every transaction and beside the bot."""

    async def read(self, content: bytes) -> Sequence[PageCheck]:
        """Look at every page of a photograph or document.

        Args:
            content: The file, of whatever kind.

        Raises:
            FileRefused: It cannot be taken for one.
        """
        ...


class PhotoStore(Protocol):
    """Keeps pictures encrypted, each with the key of the newcomer it belongs to; not in a transaction."""

    async def keep(self, newcomer_id: NewcomerId, content: bytes) -> BlobKey:
        """Keep a picture; the same again gives the same key and is kept once.

        Raises:
            NewcomerUnknown: They were erased.
            StoreFull: There is no room for it.
        """
        ...

    async def fetch(self, key: BlobKey) -> bytes | None:
        """A picture; None when it is gone.

        Raises:
            KeyMissing: It is there, and cannot be opened with the keys that are set.
        """
        ...

    async def digest(self, content: bytes) -> str:
        """The same for the same file, whoever sent it; of no use to whoever sees only the database."""
        ...

    async def remove(self, keys: Sequence[BlobKey]) -> None: ...
    async def tidy(self) -> None:
        """Take away what is nobody's any more; again does no harm."""
        ...
