"""Somebody who presses every button they meet, once for each kind, and keeps what they saw."""

import asyncio
import json
import re
from collections.abc import Collection, Iterator
from typing import Any

from bot.demo.actions import press, say
from bot.demo.phone import Phone
from bot.demo.telegram import Telegram
from tests.walk.findings import MOST_CAPTION, MOST_TEXT, MOST_TOAST, troubles_in_row, troubles_in_text

_SHOWS = {
    "sendmessage": ("text", MOST_TEXT),
    "editmessagetext": ("text", MOST_TEXT),
    "sendphoto": ("caption", MOST_CAPTION),
    "senddocument": ("caption", MOST_CAPTION),
    "editmessagecaption": ("caption", MOST_CAPTION),
}
_RECENT = 6
"""So many of the newest messages are looked at for buttons."""
_QUIET = 3
"""So many looks in a row without a change in the chat, and the bot has finished."""


class Crawler:
    """Presses, writes and waits."""

    def __init__(self, telegram: Telegram, phone: Phone, *, never: Collection[str] = ()) -> None:
        self._telegram = telegram
        self._chat = telegram.chats[phone.id]
        self._never = tuple(never)
        self._presses = 0
        self.pressed: set[str] = set()

    async def writes(self, *texts: str) -> None:
        """Write each of these, press what comes of it, and begin again while that leads anywhere new."""
        leading = list(texts)
        while leading:
            leading = [text for text in leading if await self._leads_on(text)]

    async def _leads_on(self, text: str) -> bool:
        before = len(self.pressed)
        say(self._telegram, self._chat, text)
        await self._settled()
        await self._presses_new_ones()
        return len(self.pressed) > before

    async def _presses_new_ones(self) -> None:
        while (found := self._next()) is not None:
            message_id, data = found
            self.pressed.add(shape(data))
            self._presses += 1
            press(self._telegram, self._chat, message_id, {"callback_data": data})
            await self._settled()

    def _next(self) -> tuple[int, str] | None:
        """The newest button of a kind that was not pressed yet."""
        for message in list(self._chat.messages.values())[: -_RECENT - 1 : -1]:
            rows = (message.body.get("reply_markup") or {}).get("inline_keyboard", [])
            for button in () if message.deleted else [one for row in rows for one in row]:
                data = str(button.get("callback_data", ""))
                if data and shape(data) not in self.pressed and not data.startswith(self._never):
                    return message.id, data
        return None

    async def _settled(self) -> None:
        """Wait until every press was answered, and the chat has become quiet."""
        quiet, before = 0, self._chat.version
        for _ in range(1000):
            await asyncio.sleep(0.01)
            is_still = self._chat.version == before and self._answers() >= self._presses
            quiet, before = (quiet + 1 if is_still else 0), self._chat.version
            if quiet >= _QUIET:
                return
        raise AssertionError("a press was not answered, or the bot never came to rest")

    def _answers(self) -> int:
        return len(self._telegram.calls.of("answerCallbackQuery"))

    def troubles(self, language: str, *, own: Collection[str] = ()) -> list[str]:
        """What was wrong with anything this person saw, apart from their own words."""
        found = set(self._all_troubles(language))
        return sorted(one for one in found if not one.endswith(tuple(repr(text) for text in own)))

    def _all_troubles(self, language: str) -> Iterator[str]:
        for call in self._telegram.calls.of():
            method, params = call["method"].lower(), call["params"]
            if method == "answercallbackquery":
                yield from troubles_in_text(str(params.get("text") or ""), language, most=MOST_TOAST)
            if str(params.get("chat_id")) != str(self._chat.id):
                continue
            if method in _SHOWS:
                field, most = _SHOWS[method]
                yield from troubles_in_text(str(params.get(field) or ""), language, most=most)
            for row in _rows(params.get("reply_markup")):
                yield from troubles_in_row(row, language)


def shape(data: str) -> str:
    """A button's kind: what it carries without ids, days and amounts."""
    return re.sub(r"\d+", "#", data)


def _rows(markup: Any) -> Iterator[list[str]]:
    read = json.loads(markup) if isinstance(markup, str) and markup else markup or {}
    for row in read.get("inline_keyboard", []) + read.get("keyboard", []):
        yield [str(button["text"] if isinstance(button, dict) else button) for button in row]
