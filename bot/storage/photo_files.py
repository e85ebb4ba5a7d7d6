"""The files of kept pictures on the disk: whole or not at all, readable by the bot's user only."""

import contextlib
import errno
import os
import secrets
import time
from collections.abc import Iterator
from pathlib import Path

from bot.services.photo_ports import StoreFull

FOLDER_MODE = 0o700
DRAFT_STAYS_SECONDS = 3600
"""A draft that is older belongs to a process that was killed."""
_GONE, _DRAFT = ".gone", ".draft"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a kill or a power cut leaves the whole of it, or nothing under its name.

    Raises:
        StoreFull: There is no room for it.
    """
    _make_folder(path.parent)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}{_DRAFT}")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise full_or(error) from error


def full_or(error: OSError) -> Exception:
    """The error in our own word when it says that there is no room left."""
    return StoreFull("there is no room left on the disk") if error.errno in _FULL else error


def _make_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    try:
        folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    except OSError as error:
        raise full_or(error) from error
    with contextlib.suppress(FileNotFoundError):
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Let new names in a folder survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class PhotoFiles:
    """Finds a picture by its key: `ab/abcdef…` below one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, key: str) -> Path:
        """Where it lies."""
        return self.folder / key[:2] / key

    def write(self, key: str, sealed: bytes) -> None:
        """Keep a file, in place of one of the same name.

        Raises:
            StoreFull: There is no room for it.
        """
        if not self.folder.is_dir():
            # On its own, because the mode holds only for the last folder of a path.
            _make_folder(self.folder)
        write_whole(self.path(key), sealed)

    def read(self, key: str) -> bytes | None:
        """The file; None when there is none."""
        try:
            return self.path(key).read_bytes()
        except FileNotFoundError:
            return None

    def set_aside(self, key: str) -> None:
        """It is nobody's, as far as is known; one can still put it back."""
        with contextlib.suppress(FileNotFoundError):
            self.path(key).replace(self._aside(key))

    def put_back(self, key: str) -> None:
        """It is somebody's after all."""
        with contextlib.suppress(FileNotFoundError):
            self._aside(key).replace(self.path(key))

    def drop(self, key: str) -> bool:
        """Remove what was set aside; was there anything?"""
        try:
            self._aside(key).unlink()
        except FileNotFoundError:
            return False
        return True

    def _aside(self, key: str) -> Path:
        return self.path(key).with_name(f"{key}{_GONE}")

    def keys(self) -> Iterator[list[str]]:
        """The keys of all files, folder by folder, those that were set aside too; old drafts go."""
        for folder in sorted(self.folder.glob("??")):
            found = set()
            for file in folder.iterdir():
                if file.name.endswith(_DRAFT):
                    _drop_old_draft(file)
                else:
                    found.add(file.name.removesuffix(_GONE))
            yield sorted(found)

    def is_empty(self) -> bool:
        """Is there no picture at all?"""
        return not any(self.keys())


def _drop_old_draft(file: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        if file.stat().st_mtime < time.time() - DRAFT_STAYS_SECONDS:
            file.unlink()
