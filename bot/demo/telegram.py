"""The stand-in's world in memory: people, chats, messages, files, waiting updates and a clock."""

import asyncio
import itertools
from collections.abc import Awaitable, Callable
from typing import Any

from bot.demo.calls import CallLog
from bot.demo.chats import Chat, Message
from bot.demo.clock import Clock
from bot.demo.errors import bad_request, forbidden
from bot.demo.faults import Faults
from bot.demo.files import Files, StoredFile
from bot.demo.limits import Limits
from bot.demo.load import Load
from bot.demo.profile import Profile
from bot.demo.queries import Queries
from bot.demo.updates import Updates
from bot.demo.webhooks import Webhook

Json = dict[str, Any]

TOKEN = "7000000001:LOCAL-stand-in-without-any-secret"  # noqa: S105 - opens nothing
BOT_ID = 7_000_000_001


class Telegram:
    """Everything a test or the demo may look at or change; the HTTP side only reads and writes this."""

    def __init__(
        self,
        *,
        limits: bool = True,
        token: str = TOKEN,
        username: str = "inburgerbot",
        name: str = "Inburgerbot",
        clock: Clock | None = None,
    ) -> None:
        self.token = token
        self.clock = clock or Clock()
        self.bot: Json = {"id": BOT_ID, "is_bot": True, "first_name": name, "username": username}
        self.chats: dict[int, Chat] = {}
        self.updates = Updates()
        self.files = Files()
        self.profile = Profile()
        self.queries = Queries()
        self.limits = Limits(self.clock, limits)
        self.faults = Faults()
        self.calls = CallLog()
        self.webhook = Webhook(self.clock, self.updates)
        self.load: Load | None = None
        self.sent = 0
        self.demo: Json = {}
        self.samples: dict[str, tuple[str, str, bytes]] = {}
        self.on_reset: list[Callable[[], Awaitable[None]]] = []
        self.on_upload: list[Callable[[StoredFile], None]] = []
        """Hear of every file the bot sends."""
        self.streams: set[asyncio.Queue[Json]] = set()
        self._user_ids = itertools.count(5_000_000_001)
        self._group_ids = itertools.count(4_000_000_001)

    def add_person(
        self,
        first_name: str,
        language_code: str = "nl",
        user_id: int | None = None,
        username: str | None = None,
    ) -> Json:
        """A new user with an empty private chat; a known id changes the name and the language."""
        number = user_id or next(self._user_ids)
        names = {"first_name": first_name} | ({"username": username} if username else {})
        person = {"id": number, "is_bot": False, **names, "language_code": language_code}
        chat = self.chats.get(number) or Chat({"id": number, "type": "private", **names})
        chat.info, chat.person = {"id": number, "type": "private", **names}, person
        self.chats[number] = chat
        return person

    def add_group(self, title: str) -> Json:
        info: Json = {"id": -next(self._group_ids), "type": "group", "title": title}
        self.chats[info["id"]] = Chat(info, started=True)
        return info

    def chat(self, chat_id: int | str) -> Chat:
        """A chat by its id or @username, or the refusal that Telegram gives."""
        text = str(chat_id)
        if text.lstrip("-").isdigit():
            found = self.chats.get(int(text))
        else:
            named = (
                c for c in self.chats.values() if text.startswith("@") and c.info.get("username") == text[1:]
            )
            found = next(named, None)
        if found is None:
            raise bad_request("chat not found" if text else "chat_id is empty")
        return found

    def reachable(self, chat_id: int | str) -> Chat:
        """A chat the bot may write to."""
        chat = self.chat(chat_id)
        if chat.deactivated:
            raise forbidden("user is deactivated")
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        return chat

    def post(self, chat: Chat, content: Json, sender: Json) -> Message:
        """Put a message in a chat; `content` is what the Bot API shows beside id, sender, chat and date."""
        head = {
            "message_id": chat.next_message_id(),
            "from": sender,
            "chat": chat.info,
            "date": self.seconds(),
        }
        message = Message(head | content, bool(sender["is_bot"]), 0)
        chat.keep(message)
        return message

    def bot_wrote(self, chat: Chat) -> None:
        self.sent += 1
        chat.typing_until = 0.0
        if self.load is not None:
            self.load.replied(chat.id)

    def tell(self, kind: str, payload: Json, chat_id: int) -> int | None:
        """Make an update for the bot."""
        return self.updates.add({kind: payload}, chat_id)

    def seconds(self) -> int:
        return int(self.clock.timestamp())

    def file_address(self, file: StoredFile) -> str:
        return f"/file/bot{self.token}/{file.path}"

    def close(self) -> None:
        """End what waits: the open poll, the deliveries, the load, the streams of events."""
        self.updates.end_poll()
        self.webhook.close()
        self._end_load()
        for stream in self.streams:
            stream.put_nowait({"kind": "end"})

    async def reset(self) -> None:
        """Start again: people stay, their conversations go; whoever runs the bot is told to do the same."""
        self.updates.clear()
        self.queries.clear()
        self.calls.clear()
        self.faults.clear()
        self.limits.clear()
        self._end_load()
        self.sent = 0
        for chat in self.chats.values():
            chat.wipe()
        for start_again in self.on_reset:
            await start_again()

    def _end_load(self) -> None:
        if self.load is not None and self.load.task is not None:
            self.load.task.cancel()
        self.load = None
