"""A phone for tests: types, presses and waits like a person, in this process or over HTTP."""

import asyncio
import base64
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from bot.demo.actions import NotPossibleError
from bot.demo.desk import act
from bot.demo.telegram import Telegram
from bot.demo.views import show_chat
from bot.demo.wire import Wire

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message as the person sees it; `seen` is all of it."""

    message_id: int
    from_bot: bool
    text: str
    kind: str
    seen: Json

    @property
    def html(self) -> str:
        return str(self.seen["html"])

    @property
    def buttons(self) -> list[Json]:
        """The inline buttons under the message, row after row."""
        rows = (self.seen["reply_markup"] or {}).get("inline_keyboard", [])
        return [button for row in rows for button in row]

    @property
    def labels(self) -> list[str]:
        return [str(button["text"]) for button in self.buttons]


class Line(Protocol):
    """How a phone reaches its chat."""

    async def act(self, user_id: int, action: str, body: Json) -> Json: ...

    async def look(self, user_id: int, after: int, wait: float) -> Json: ...


class LocalLine:
    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    async def act(self, user_id: int, action: str, body: Json) -> Json:
        return act(self._telegram, user_id, action, body)

    async def look(self, user_id: int, after: int, wait: float) -> Json:
        chat = self._telegram.chats[user_id]
        if wait:
            await chat.changed_after(after, wait)
        return show_chat(self._telegram, chat, after if wait else 0)


class RemoteLine:
    def __init__(self, page_url: str) -> None:
        self._wire = Wire(page_url)

    async def act(self, user_id: int, action: str, body: Json) -> Json:
        return await self.ask("POST", f"/control/chats/{user_id}/{action}", body)

    async def look(self, user_id: int, after: int, wait: float) -> Json:
        query = f"?after={after}&wait={wait}" if wait else ""
        return await self.ask("GET", f"/control/chats/{user_id}{query}", {})

    async def ask(self, method: str, path: str, body: Json) -> Json:
        """Any request to the control API."""
        raw = json.dumps(body).encode() if method != "GET" else b""
        status, _, answer = await self._wire.request(
            method, path, {"Content-Type": "application/json"}, raw, 90
        )
        found: Json = json.loads(answer)
        if status >= 400:
            raise NotPossibleError(found.get("error", f"status {status}"))
        return found

    def close(self) -> None:
        self._wire.close()


class Phone:
    """The phone of one person; `wait_for` looks at what the bot did since this person's last action."""

    def __init__(self, telegram: Telegram, user: Json | int, line: Line | None = None) -> None:
        self.id = int(user if isinstance(user, int) else user["id"])
        self._line = line or LocalLine(telegram)
        self._acted_at = 0

    async def act(self, action: str, **body: Any) -> Json:
        """Any action of the control API by its name."""
        self._acted_at = int((await self.look())["version"])
        return await self._line.act(self.id, action, body)

    async def look(self) -> Json:
        """The whole chat: messages, keyboard, commands, toasts."""
        return await self._line.look(self.id, 0, 0)

    async def say(self, text: str, reply_to: int | None = None) -> Bubble:
        return _bubble(await self.act("text", text=text, reply_to=reply_to))

    async def start(self, payload: str = "") -> Bubble:
        return _bubble(await self.act("start", payload=payload))

    async def press(self, label: str, message_id: int | None = None) -> Json:
        """Tap the newest button with this label or callback data, or the key with this label."""
        return await self.act("press", label=label, message_id=message_id)

    async def press_key(self, label: str) -> Json:
        """Tap a key of the keyboard under the typing field."""
        return await self.act("press", key=label)

    async def tap_link(self, url: str) -> Json:
        return await self.act("link", url=url)

    async def edit(self, message_id: int, text: str) -> Bubble:
        return _bubble(await self.act("edit", message_id=message_id, text=text))

    async def send_photo(self, data: bytes | None = None, caption: str = "", **details: Any) -> Bubble:
        return await self.send_file("photo", data, caption=caption, **details)

    async def send_file(self, kind: str, data: bytes | None = None, **details: Any) -> Bubble:
        """A document, voice, sticker and so on; without bytes, the sample of its kind."""
        held = {"data": _encoded(data)} if data is not None else {}
        return _bubble(await self.act(kind, **held, **details))

    async def send_album(self, pages: list[bytes], caption: str = "") -> list[Bubble]:
        files = [{"data": _encoded(page), "name": f"page{n}.jpg"} for n, page in enumerate(pages, 1)]
        sent = await self.act("album", files=files, caption=caption)
        return [_bubble(shown) for shown in sent["messages"]]

    async def react(self, message_id: int, emoji: str | None) -> None:
        await self.act("react", message_id=message_id, emoji=emoji)

    async def block(self) -> None:
        await self.act("block")

    async def unblock(self) -> None:
        await self.act("unblock")

    async def messages(self, from_bot: bool | None = None) -> list[Bubble]:
        """What stands in the chat, oldest first; deleted messages are gone."""
        shown = (await self.look())["messages"]
        return [_bubble(m) for m in shown if not m["deleted"] and from_bot in (None, m["from_bot"])]

    async def last(self) -> Bubble:
        """The newest message of the bot."""
        return (await self.messages(from_bot=True))[-1]

    async def toasts(self) -> list[str]:
        return [str(toast["text"]) for toast in (await self.look())["toasts"]]

    async def keys(self) -> list[str]:
        """Labels of the keyboard under the typing field."""
        rows = (await self.look())["keyboard"].get("keyboard", [])
        return [str(key["text"]) for row in rows for key in row]

    async def wait_for(
        self,
        wanted: str | Callable[[Bubble], bool] = "",
        timeout: float = 15,  # noqa: ASYNC109 - what callers expect
    ) -> Bubble:
        """The first message the bot sent or changed since the last action, with this text or by this test."""
        until, seen, heard = time.monotonic() + timeout, self._acted_at, []
        while (left := until - time.monotonic()) > 0:
            shown = await self._line.look(self.id, seen, max(left, 0.001))
            seen = max(seen, int(shown["version"]))
            fresh = [_bubble(m) for m in shown["messages"] if m["from_bot"] and not m["deleted"]]
            heard += [bubble.text for bubble in fresh]
            if found := next((bubble for bubble in fresh if _fits(bubble, wanted)), None):
                return found
        raise AssertionError(f"waited {timeout} s for {wanted!r}; the bot said {heard!r}")

    async def silence(self, seconds: float = 0.3) -> bool:
        """Whether the bot says nothing for a while after the last action."""
        await asyncio.sleep(seconds)
        shown = await self._line.look(self.id, self._acted_at, 0.001)
        return not any(m["from_bot"] and m["changed"] > self._acted_at for m in shown["messages"])


class RemotePhone(Phone):
    """The same phone, when the stand-in is another process."""

    def __init__(self, page_url: str, user: Json | int) -> None:
        self.line = RemoteLine(page_url)
        super().__init__(Telegram(), user, self.line)

    def close(self) -> None:
        self.line.close()


def _bubble(shown: Json) -> Bubble:
    return Bubble(shown["message_id"], shown["from_bot"], shown["text"], shown["kind"], shown)


def _fits(bubble: Bubble, wanted: str | Callable[[Bubble], bool]) -> bool:
    return wanted in bubble.text if isinstance(wanted, str) else wanted(bubble)


def _encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()
