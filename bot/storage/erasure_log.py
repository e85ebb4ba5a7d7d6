"""The list of what was erased, outside the database: a backup that is put back is held against it.

One JSON object a line, with a kind, an internal id and a moment; nothing that tells whose it was.
"""

import contextlib
import datetime as dt
import fcntl
import json
import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.storage.photo_files import write_whole

PICTURE = "picture"
_BEGIN = '{"kind": "'


class ErasureListDamaged(Exception):  # noqa: N818 - a plain statement
    """A line of a list of erasures cannot be read."""


@dataclass(frozen=True)
class Erasure:
    """Something that must not come back."""

    kind: str
    """`newcomer`, `begeleider`, `account` or `picture`."""
    id: int | str
    at: dt.datetime
    """When it was erased (UTC); what got the same id later is something else."""

    @property
    def line(self) -> str:
        """As it stands in the list."""
        return json.dumps({"kind": self.kind, "id": self.id, "at": self.at.astimezone(dt.UTC).isoformat()})


class ErasureLog:
    """Adds to the list, and never loses a line of it to a kill."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def all(self) -> list[Erasure]:
        """Everything on the list.

        Raises:
            ErasureListDamaged: A line says something else.
        """
        return read_erasures(self.path) if self.path.exists() else []

    def add(self, erasures: Collection[Erasure]) -> None:
        """Write down those that are not on it yet."""
        if not erasures:
            return
        with self._alone():
            text = self._text()
            known = set(text.splitlines())
            new = [one.line for one in erasures if one.line not in known]
            if new:
                # What a kill cut off is written again by whoever was at it.
                begin = "" if not text or text.endswith("\n") else "\n"
                self._append(begin + "".join(f"{line}\n" for line in dict.fromkeys(new)))

    def forget_before(self, moment: dt.datetime) -> int:
        """Take off what was erased so long ago that no backup holds it any more; how many lines."""
        with self._alone():
            lines = self._text().splitlines()
            kept = [line for line in lines if not _is_before(line, moment)]
            if len(kept) < len(lines):
                write_whole(self.path, "".join(f"{line}\n" for line in kept).encode())
            return len(lines) - len(kept)

    def _text(self) -> str:
        return self.path.read_text(encoding="utf-8") if self.path.exists() else ""

    def _append(self, text: str) -> None:
        descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "ab") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """One process at a time; a lock beside the list, because the list itself may be replaced."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self.path.with_name(f"{self.path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)


def read_erasures(path: Path) -> list[Erasure]:
    """A list of erasures from a file.

    Raises:
        ErasureListDamaged: A line says something else; the message tells which.
    """
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        erasure = _parsed(line)
        if erasure is not None:
            found.append(erasure)
        elif line and not _is_cut_off(line):
            raise ErasureListDamaged(f"{path.name}: line {number} is no erasure")
    return found


def _is_cut_off(line: str) -> bool:
    """A kill in the middle of a line; whoever was at it has written it again."""
    return _BEGIN.startswith(line[: len(_BEGIN)]) and not line.endswith("}")


def _parsed(line: str) -> Erasure | None:
    try:
        told = json.loads(line)
        erasure = Erasure(told["kind"], told["id"], dt.datetime.fromisoformat(told["at"]))
    except (ValueError, KeyError, TypeError):
        return None
    is_known = isinstance(erasure.kind, str) and isinstance(erasure.id, (int, str))
    return erasure if is_known and erasure.at.tzinfo is not None else None


def _is_before(line: str, moment: dt.datetime) -> bool:
    erasure = _parsed(line)
    return erasure is not None and erasure.at < moment
