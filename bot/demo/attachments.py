"""What a person attaches: photos, documents, voice messages, stickers, albums; and ready samples."""

import itertools
import mimetypes
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.demo import entities as marks
from bot.demo.actions import NotPossibleError, write
from bot.demo.chats import Chat, Message
from bot.demo.contents import file_content
from bot.demo.telegram import Telegram

Json = dict[str, Any]

SAMPLES = Path(__file__).parent / "static" / "samples"
_DEFAULTS = {"photo": "paper.jpg", "voice": "voice.ogg", "sticker": "wave.webp", "document": "letter.pdf"}
_albums = itertools.count(14_000_000_000_001)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file as it is sent; `size` pretends it is larger, `as_new` gives it a unique id of its own."""

    name: str
    mime: str
    data: bytes
    size: int | None = None
    as_new: bool = False
    duration: int | None = None


def sample(telegram: Telegram, name: str) -> Attachment:
    """A ready file by name: first the demo's own, then what lies in `static/samples`."""
    if name in telegram.samples:
        return Attachment(*telegram.samples[name])
    if name not in sample_names(telegram):
        raise NotPossibleError(f"no sample named {name}")
    return Attachment(name, guess_mime(name), (SAMPLES / name).read_bytes())


def sample_names(telegram: Telegram) -> list[str]:
    own = list(telegram.samples)
    return own + sorted(path.name for path in SAMPLES.iterdir() if path.name not in own)


def default_sample(telegram: Telegram, kind: str) -> Attachment:
    return sample(telegram, _DEFAULTS.get(kind, _DEFAULTS["document"]))


def guess_mime(name: str) -> str:
    if name.endswith((".oga", ".ogg")):
        return "audio/ogg"
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def attach(
    telegram: Telegram,
    chat: Chat,
    kind: str,
    file: Attachment,
    *,
    caption: str = "",
    reply_to: int | None = None,
) -> Message:
    """Send one file as a photo, document, voice message, sticker, video note, video or audio."""
    return write(telegram, chat, _content(telegram, kind, file, caption), reply_to)


def attach_album(
    telegram: Telegram, chat: Chat, kind: str, files: list[Attachment], caption: str = ""
) -> list[Message]:
    """Send several files as one album: a message each, with one group id; the caption is on the first."""
    group = {"media_group_id": str(next(_albums))}
    captions = [caption] + [""] * len(files)
    contents = [_content(telegram, kind, file, text) for file, text in zip(files, captions, strict=False)]
    return [write(telegram, chat, content | group) for content in contents]


def _content(telegram: Telegram, kind: str, file: Attachment, caption: str) -> Json:
    # A photo has no name or type of its own on the other side: Telegram makes a JPEG of it.
    mime = "image/jpeg" if kind == "photo" and not file.data.startswith(b"\x89PNG") else file.mime
    stored = telegram.files.add(kind, file.data, file.name, mime, size=file.size, as_new=file.as_new)
    content = file_content(kind, stored)
    if file.duration is not None and kind != "photo":
        content[kind]["duration"] = file.duration
    words, entities = marks.tidy(caption, marks.find(caption))
    return (
        content | ({"caption": words} if words else {}) | ({"caption_entities": entities} if entities else {})
    )
