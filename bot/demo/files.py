"""Files in memory: what people and the bot send, found by file id or by download path."""

import hashlib
import itertools
import struct
from dataclasses import dataclass
from typing import Any

from bot.demo.errors import bad_request

Json = dict[str, Any]

DOWNLOAD_BYTES = 20 * 1024 * 1024
_FOLDERS = {"photo": "photos", "voice": "voice", "document": "documents", "sticker": "stickers"}
_FOLDERS |= {"video_note": "video_notes", "video": "videos", "audio": "music"}
_ENDINGS = {"photo": ".jpg", "voice": ".oga", "sticker": ".webp", "video_note": ".mp4", "video": ".mp4"}
_NO_SIZE_MARKERS = (0xC4, 0xC8, 0xCC)


@dataclass(slots=True)
class StoredFile:
    """`size` may be larger than the bytes kept: a test can pretend that a file is huge."""

    file_id: str
    unique_id: str
    kind: str
    path: str
    name: str
    mime: str
    data: bytes
    size: int
    shape: tuple[int, int] = (0, 0)

    def reference(self) -> Json:
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": self.size}

    def for_download(self) -> Json:
        if self.size > DOWNLOAD_BYTES:
            raise bad_request("file is too big")
        return self.reference() | {"file_path": self.path}


class Files:
    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add(
        self,
        kind: str,
        data: bytes,
        name: str = "",
        mime: str = "application/octet-stream",
        *,
        size: int | None = None,
        as_new: bool = False,
    ) -> StoredFile:
        """Keep a file. The same bytes have the same unique id, unless sent `as_new` (compressed again)."""
        number = next(self._numbers)
        seed = data + number.to_bytes(8, "big") if as_new else data
        unique = "AQAD" + hashlib.sha256(kind.encode() + seed).hexdigest()[:12]
        ending = _ENDINGS.get(kind) or ("." + name.rpartition(".")[2] if "." in name else "")
        path = f"{_FOLDERS.get(kind, 'documents')}/file_{number}{ending}"
        file_id = f"AgACAgQAAxk{kind[:2].upper()}{number:08d}{unique}"
        shape = image_size(data) or (0, 0)
        stored = StoredFile(file_id, unique, kind, path, name, mime, data, size or len(data), shape)
        self._by_id[file_id] = self._by_path[path] = stored
        return stored

    def find(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        return self._by_path.get(path)


def image_size(data: bytes) -> tuple[int, int] | None:
    """Width and height from the header of a PNG, JPEG or WebP picture."""
    if data.startswith(b"\x89PNG") and len(data) > 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if data.startswith(b"\xff\xd8"):
        return _jpeg_size(data)
    return (512, 512) if data[8:12] == b"WEBP" else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in _NO_SIZE_MARKERS:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None
