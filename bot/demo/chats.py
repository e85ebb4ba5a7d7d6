"""A chat and its messages, as the stand-in remembers them, and who is watching it."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

KINDS = (
    "text",
    "photo",
    "document",
    "voice",
    "sticker",
    "contact",
    "location",
    "video_note",
    "video",
    "audio",
)

# A bench may send without end; a person never looks this far back.
KEPT_MESSAGES = 5000


@dataclass(slots=True)
class Message:
    """`body` is what the Bot API shows; it is replaced, never changed, so that copies stay true."""

    body: Json
    from_bot: bool
    changed: int
    deleted: bool = False
    keyboard: Json = field(default_factory=dict)
    reactions: dict[str, list[Json]] = field(default_factory=dict)

    @property
    def id(self) -> int:
        return int(self.body["message_id"])

    @property
    def kind(self) -> str:
        return next((kind for kind in KINDS if kind in self.body), "other")


@dataclass(eq=False)
class Chat:
    """A private chat with one person, or a group; `info` is the Bot API's chat object."""

    info: Json
    person: Json | None = None
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    messages: dict[int, Message] = field(default_factory=dict)
    last_message_id: int = 0
    keyboard: Json = field(default_factory=dict)
    toasts: list[Json] = field(default_factory=list)
    pinned: list[int] = field(default_factory=list)
    typing_until: float = 0.0
    version: int = 0
    watchers: set["asyncio.Queue[Json]"] = field(default_factory=set)
    _waiting: list["asyncio.Future[None]"] = field(default_factory=list)

    @property
    def id(self) -> int:
        return int(self.info["id"])

    def next_message_id(self) -> int:
        self.last_message_id += 1
        return self.last_message_id

    def find(self, message_id: int | None) -> Message | None:
        message = self.messages.get(message_id or 0)
        return None if message is None or message.deleted else message

    def keep(self, message: Message) -> None:
        self.messages[message.id] = message
        if len(self.messages) > KEPT_MESSAGES:
            del self.messages[next(iter(self.messages))]
        self.touch(message)

    def touch(self, message: Message | None = None, kind: str = "message") -> None:
        """Count a change and tell who is watching."""
        self.version += 1
        if message is not None:
            message.changed = self.version
        for watcher in self.watchers:
            watcher.put_nowait({"kind": kind, "chat": self, "message": message})
        while self._waiting:
            future = self._waiting.pop()
            if not future.done():
                future.set_result(None)

    async def changed_after(self, version: int, seconds: float) -> bool:
        """Wait until something happened after `version`; no when the time is over first."""
        if self.version > version:
            return True
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(future)
        done, _ = await asyncio.wait({future}, timeout=seconds)
        return bool(done)

    def wipe(self) -> None:
        """Forget the conversation; message ids go on, so that an old id never means a new message."""
        self.messages.clear()
        self.toasts.clear()
        self.pinned.clear()
        self.keyboard = {}
        self.started = self.blocked = False
        self.touch(kind="chat")
