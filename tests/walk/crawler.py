"""Somebody who presses every button they meet, once for each kind, and keeps what they saw."""

import asyncio
import json
import re
from collections.abc import Collection, Iterator
from typing import Any

from bot.demo.phone import Bubble, Phone
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
"""So many looks in a row without a new call, and the bot has finished."""


class Crawler:
    """Presses, writes and waits."""

    def __init__(self, telegram: Telegram, phone: Phone, *, never: Collection[str] = ()) -> None:
        self._telegram = telegram
        self._phone = phone
        self._never = tuple(never)
        self.pressed: set[str] = set()

    async def writes(self, *texts: str) -> None:
        """Write each of these, press what comes of it, and begin again while that leads anywhere new."""
        leading = list(texts)
        while leading:
            leading = [text for text in leading if await self._leads_on(text)]

    async def _leads_on(self, text: str) -> bool:
        before = len(self.pressed)
        await self._phone.say(text)
        await self._settled()
        await self._presses_new_ones()
        return len(self.pressed) > before

    async def _presses_new_ones(self) -> None:
        while (found := await self._next()) is not None:
            bubble, data = found
            self.pressed.add(shape(data))
            await self._phone.press(data, bubble.message_id)
            await self._settled()

    async def _next(self) -> tuple[Bubble, str] | None:
        """The newest button of a kind that was not pressed yet."""
        for bubble in reversed((await self._phone.messages(True))[-_RECENT:]):
            for button in bubble.buttons:
                data = str(button.get("callback_data", ""))
                if data and shape(data) not in self.pressed and not data.startswith(self._never):
                    return bubble, data
        return None

    async def _settled(self) -> None:
        """Wait until the bot has answered everything."""
        quiet, before = 0, -1
        for _ in range(1000):
            now = sum(call["method"].lower() != "getupdates" for call in self._telegram.calls.of())
            quiet = quiet + 1 if now == before else 0
            if quiet >= _QUIET:
                return
            before = now
            await asyncio.sleep(0.01)

    def troubles(self, language: str, *, own: Collection[str] = ()) -> list[str]:
        """What was wrong with anything this person saw, apart from their own words."""
        found = set(self._all_troubles(language))
        return sorted(one for one in found if not one.endswith(tuple(repr(text) for text in own)))

    def _all_troubles(self, language: str) -> Iterator[str]:
        for call in self._telegram.calls.of():
            method, params = call["method"].lower(), call["params"]
            if method == "answercallbackquery":
                yield from troubles_in_text(str(params.get("text") or ""), language, most=MOST_TOAST)
            if str(params.get("chat_id")) != str(self._phone.id):
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
