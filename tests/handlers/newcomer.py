"""The real bot on the stand-in with a matcher that was told what to make of each text."""

import asyncio
import contextlib
import datetime as dt
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from bot.app import App, join
from bot.delivery.handling import received
from bot.delivery.limits import UNLIMITED
from bot.delivery.telegram_bot import create_bot
from bot.demo.actions import press
from bot.demo.phone import Bubble, Phone
from bot.demo.server import Standin
from bot.demo.telegram import Telegram
from bot.domain.ids import ChatId, EntryId
from bot.domain.question import Question
from bot.domain.understanding import Understanding
from bot.faq.matcher import Matcher
from bot.services.clock import SystemClock
from bot.settings import Settings
from bot.storage.database import Database
from tests.builders import an_understanding

Reading = Mapping[str, Any]


class ToldMatcher:
    """Knows by heart what each text means; anything else it does not know."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self._readings = readings
        self.weak_languages = frozenset({"ti"})

    def understand(
        self,
        text: str,
        *,
        hint: str | None = None,
        off: Collection[EntryId] = (),
        for_professional: bool = False,
    ) -> Understanding:
        return an_understanding(
            text=text, **({"language": hint or "nl"} | dict(self._readings.get(text, {})))
        )


class Town:
    """The stand-in with the bot in it, and a phone for each person."""

    def __init__(self, telegram: Telegram, app: App) -> None:
        self._telegram = telegram
        self._app = app
        self.now = dt.datetime.now(dt.UTC)

    def phone(self, name: str = "Amira", *, language: str = "nl") -> Phone:
        """A new person who has never spoken with the bot."""
        return Phone(self._telegram, self._telegram.add_person(name, language))

    async def guest(self, language: str = "nl") -> Phone:
        """A new person who has chosen this language."""
        phone = self.phone(language=language)
        await phone.start()
        await said(phone, "l:")
        await phone.press(f"l:{language}:s")
        await phone.wait_for(lambda bubble: bool(bubble.seen["text"]) and not bubble.buttons)
        return phone

    async def press_forged(self, phone: Phone, data: str) -> None:
        """Press a button that the bot never made, under its newest message; wait for the answer."""
        newest, toasts = await phone.last(), len(await phone.toasts())
        press(self._telegram, self._telegram.chats[phone.id], newest.message_id, {"callback_data": data})
        while len(await phone.toasts()) == toasts:
            await asyncio.sleep(0.01)

    async def take_in(self, update: dict[str, Any]) -> None:
        """Let the bot handle an update that no phone here can make; wait until it is done."""
        await self._app.delivery.desk.take_in([received(update)])
        while not self._app.delivery.desk.is_idle():
            await asyncio.sleep(0.01)


async def becomes_away(database: Database, phone: Phone, is_away: bool) -> bool:
    """Wait until the person is known to be away, or back."""
    for _ in range(300):
        async with database.work(reads_only=True) as work:
            account = await work.accounts.of_chat(ChatId(phone.id))
        if account is not None and account.is_unreachable is is_away:
            return True
        await asyncio.sleep(0.01)
    return False


async def drafts_of(database: Database, phone: Phone) -> Sequence[Question]:
    """The questions this person has begun and not sent."""
    async with database.work(reads_only=True) as work:
        account = await work.accounts.of_chat(ChatId(phone.id))
        assert account is not None
        return await work.questions.drafts_of(account.id)


@contextlib.asynccontextmanager
async def a_town(
    database: Database,
    folder: Path,
    readings: Mapping[str, Reading] | None = None,
    *,
    fallback_chat: int | None = None,
) -> AsyncIterator[Town]:
    """Run the bot while the block runs."""
    telegram = Telegram(limits=False)
    async with Standin(telegram) as standin:
        settings = Settings(
            token=standin.token,
            api_url=standin.page_url,
            data_dir=folder,
            fallback_chat=fallback_chat,
            _env_file=None,
        )
        bot = create_bot(standin.token, api_url=standin.page_url)
        await bot.initialize()
        matcher = cast(Matcher, ToldMatcher(readings or {}))
        app = join(settings, database, bot, clock=SystemClock(), limits=UNLIMITED, matcher=matcher)
        await app.application.initialize()
        running = asyncio.create_task(app.delivery.run())
        try:
            yield Town(telegram, app)
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
            await app.application.shutdown()
            await bot.shutdown()


async def said(phone: Phone, data: str) -> Bubble:
    """Wait for a message with a button that carries something that begins so."""
    return await phone.wait_for(lambda bubble: button_of(bubble, data) is not None)


def button_of(bubble: Bubble, data: str) -> str | None:
    """What the first button carries that begins so."""
    carried = [str(button.get("callback_data", "")) for button in bubble.buttons]
    return next((found for found in carried if found.startswith(data)), None)


async def tap(phone: Phone, bubble: Bubble, data: str) -> None:
    """Press the button of this message whose data begins so."""
    found = button_of(bubble, data)
    assert found is not None, f"no button {data!r} under {bubble.text!r}: {bubble.labels}"
    await phone.press(found, bubble.message_id)
