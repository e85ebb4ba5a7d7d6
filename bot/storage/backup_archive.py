"""The file of a backup: a tar archive whose rows are encrypted, with a seal over all of it at its end.

The pictures in it are encrypted already, each with its newcomer's key. Written and read piece by
piece, so that its size does not matter. `docs/backup.md` describes it for whoever must read it.
"""

import datetime as dt
import hmac
import json
import os
import secrets
import tarfile
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from bot.storage.photo_files import full_or, sync_folder
from bot.storage.photo_keys import MasterKey, MasterKeys, derived, locked, unlocked

FORMAT = 1
MANIFEST, SEAL = "manifest.json", "seal"
LARGEST_MEMBER = 64 * 2**20
PARTS_STAY_SECONDS = 86_400
_PART = ".part"
_BLOCK = tarfile.BLOCKSIZE
_LARGEST_MANIFEST = 4096


class BackupRefused(Exception):  # noqa: N818 - a plain statement
    """A backup cannot be made or put back; the message is one clear line."""


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """What a backup says of itself, readable without a key."""

    format: int
    made_at: str
    """When the rows were read (UTC, ISO 8601)."""
    revision: str
    """The version of the database's schema."""
    key_id: str
    """Which of `BOT_PHOTO_KEYS` opens it."""
    salt: str
    """Makes its keys its own; hexadecimal."""

    @classmethod
    def new(cls, master: MasterKey, *, revision: str, at: dt.datetime) -> Self:
        """For a backup that is made now."""
        salt = secrets.token_hex(16)
        moment = at.astimezone(dt.UTC).isoformat()
        return cls(format=FORMAT, made_at=moment, revision=revision, key_id=master.id, salt=salt)

    def key(self, master: MasterKey, purpose: str) -> bytes:
        """The backup's own key for one purpose."""
        return derived(master.secret, f"backup {purpose}", salt=bytes.fromhex(self.salt))


class ArchiveWriter:
    """Writes an archive beside its place, and gives it its name when it is whole and on the disk."""

    def __init__(self, path: Path, manifest: Manifest, master: MasterKey) -> None:
        self._path = path
        self._draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}{_PART}")
        self._rows_key = manifest.key(master, "rows")
        self._seal = hmac.new(manifest.key(master, "seal"), digestmod="sha256")
        self._moment = int(dt.datetime.fromisoformat(manifest.made_at).timestamp())
        self._manifest = manifest
        self._file: IO[bytes]

    def __enter__(self) -> Self:
        _drop_old_parts(self._path)
        descriptor = os.open(self._draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        self._file = os.fdopen(descriptor, "wb")
        self.add(MANIFEST, json.dumps(asdict(self._manifest), indent=1).encode())
        return self

    def add(self, name: str, content: bytes) -> None:
        """Add a member.

        Raises:
            StoreFull: There is no room for it.
        """
        member = tarfile.TarInfo(name)
        member.size, member.mode, member.mtime = len(content), 0o600, self._moment
        self._put(member.tobuf(tarfile.GNU_FORMAT))
        self._put(content + b"\0" * (-len(content) % _BLOCK))

    def _put(self, content: bytes) -> None:
        self._seal.update(content)
        try:
            self._file.write(content)
        except OSError as error:
            raise full_or(error) from error

    def add_locked(self, name: str, content: bytes) -> None:
        """Add a member that only the key opens."""
        self.add(name, locked(self._rows_key, zlib.compress(content, 6), about=name))

    def __exit__(self, kind: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        try:
            if kind is None:
                self._finish()
        except OSError as error:
            raise full_or(error) from error
        finally:
            self._file.close()
            self._draft.unlink(missing_ok=True)

    def _finish(self) -> None:
        self.add(SEAL, self._seal.digest())
        self._file.write(b"\0" * 2 * _BLOCK)
        self._file.flush()
        os.fsync(self._file.fileno())
        self._draft.replace(self._path)
        sync_folder(self._path.parent)


class ArchiveReader:
    """Reads an archive; what is damaged, altered or locked with another key is refused."""

    def __init__(self, path: Path, masters: MasterKeys) -> None:
        """
        Raises:
            BackupRefused: This is no backup, it is newer than the code, or no key is its own.
        """
        self._path = path
        self.manifest = _manifest(path)
        master = masters.find(self.manifest.key_id)
        if master is None:
            raise BackupRefused(
                f"BOT_PHOTO_KEYS: {path.name} was locked with another key, the one with the id "
                f"{self.manifest.key_id}"
            )
        self._seal_key = self.manifest.key(master, "seal")
        self._rows_key = self.manifest.key(master, "rows")

    def verify(self) -> None:
        """Read all of it once.

        Raises:
            BackupRefused: It is not what was written.
        """
        for _ in self.members():
            pass

    def members(self) -> Iterator[tuple[str, bytes]]:
        """Name and content of every member, in order; the seal is checked after the last.

        Raises:
            BackupRefused: It is not what was written.
        """
        seal = hmac.new(self._seal_key, digestmod="sha256")
        with self._path.open("rb") as file:
            while True:
                before = seal.digest()
                name, content = _member(self._path, file, seal.update)
                if name == SEAL:
                    if not hmac.compare_digest(content, before):
                        raise _damaged(self._path)
                    return
                if name != MANIFEST:
                    yield name, content

    def opened(self, name: str, content: bytes) -> bytes:
        """A member that was locked.

        Raises:
            BackupRefused: It is not what was written.
        """
        packed = unlocked(self._rows_key, content, about=name)
        if packed is None:
            raise _damaged(self._path)
        return zlib.decompress(packed)


def _drop_old_parts(path: Path) -> None:
    """What a backup that was killed left behind; it may be large."""
    for file in path.parent.iterdir():
        is_part = file.name.startswith(f".{path.name}.") and file.name.endswith(_PART)
        if is_part and file.stat().st_mtime < time.time() - PARTS_STAY_SECONDS:
            file.unlink(missing_ok=True)


def _damaged(path: Path) -> BackupRefused:
    return BackupRefused(f"{path.name} is damaged or not complete; nothing was put back")


def _manifest(path: Path) -> Manifest:
    no_backup = BackupRefused(f"{path.name} is no backup of the bot")
    with path.open("rb") as file:
        try:
            name, content = _member(path, file, lambda _: None)
        except BackupRefused:
            raise no_backup from None
    try:
        told: dict[str, Any] = json.loads(content) if name == MANIFEST else {}
        if told["format"] > FORMAT:
            raise BackupRefused(f"{path.name} was made by a newer version of the bot")
        manifest = Manifest(**told)
        bytes.fromhex(manifest.salt)
        dt.datetime.fromisoformat(manifest.made_at)
    except (ValueError, KeyError, TypeError):
        raise no_backup from None
    return manifest


def _member(path: Path, file: IO[bytes], seen: Callable[[bytes], None]) -> tuple[str, bytes]:
    header = file.read(_BLOCK)
    try:
        member = tarfile.TarInfo.frombuf(header, "utf-8", "strict")
    except (tarfile.HeaderError, UnicodeDecodeError):
        raise _damaged(path) from None
    if not 0 <= member.size <= LARGEST_MEMBER:
        raise _damaged(path)
    padded = file.read(member.size + -member.size % _BLOCK)
    if len(padded) < member.size + -member.size % _BLOCK:
        raise _damaged(path)
    seen(header)
    seen(padded)
    return member.name, padded[: member.size]
