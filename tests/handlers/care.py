"""A newcomer in the care of a begeleider, on the stand-in, with a clock that can be moved."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast

from pydantic import SecretStr

from bot.app import join
from bot.delivery.limits import UNLIMITED
from bot.delivery.telegram_bot import create_bot
from bot.demo.actions import press
from bot.demo.phone import Bubble, Phone
from bot.demo.server import Standin
from bot.demo.telegram import Telegram
from bot.domain.ids import ChatId
from bot.faq.matcher import Matcher
from bot.finding import Finding
from bot.kept_pictures import open_pictures
from bot.settings import Settings
from bot.storage.database import Database
from tests.handlers.newcomer import Reading, ToldMatcher, button_of, said, tap

Found = TypeVar("Found")
NOW = 1_795_428_000.0
"""Monday 23 November 2026, 11:00 in Brussels."""


@dataclass(frozen=True)
class Care:
    """Amira and Karim are in Sofie's care; Nele guides nobody yet. Everybody has met the bot."""

    telegram: Telegram
    amira: Phone
    karim: Phone
    sofie: Phone
    nele: Phone
    team: Phone
    """A colleague's phone, open on the team's group; the bot knows the group when it was told so."""

    def pass_hours(self, hours: float) -> None:
        """Let time go by."""
        self.telegram.clock.advance(hours * 3600)

    async def ask(self, phone: Phone, text: str, topic: str = "hours") -> int:
        """Ask the begeleider something the bot does not know; gives back the question's id."""
        await phone.say(text)
        offer = await said(phone, "ask:own")
        await tap(phone, offer, "ask:own")
        screen = await said(phone, "q:")
        if (new := button_of(screen, "q:new")) is not None:
            await phone.press(new, screen.message_id)
            screen = await said(phone, "q:topic")
        found = next(d for d in _data(screen) if d.startswith("q:topic:") and d.endswith(topic))
        await phone.press(found, screen.message_id)
        await said(phone, "q:more")
        return int(found.split(":")[2])

    async def card(self, phone: Phone, question_id: int, text: str = "") -> Bubble:
        """The question's card in a reader's chat, once it shows this text."""

        async def shown() -> Bubble | None:
            cards = [b for b in await phone.messages(True) if _is_card(b, question_id) and text in b.text]
            return cards[-1] if cards else None

        return await eventually(shown)

    async def press_forged(self, phone: Phone, data: str) -> str:
        """Press a button that the bot never made for this person; gives back the toast."""
        newest, toasts = await phone.last(), len(await phone.toasts())
        press(self.telegram, self.telegram.chats[phone.id], newest.message_id, {"callback_data": data})

        async def shown() -> list[str] | None:
            return found if len(found := await phone.toasts()) > toasts else None

        return (await eventually(shown))[-1]


def _data(bubble: Bubble) -> list[str]:
    return [str(button.get("callback_data", "")) for button in bubble.buttons]


def _is_card(bubble: Bubble, question_id: int) -> bool:
    return f"b:own:{question_id}" in _data(bubble)


async def eventually(look: Callable[[], Awaitable[Found | None]], seconds: float = 5) -> Found:
    """Look again and again until there is something."""
    for _ in range(int(seconds / 0.02)):
        if (found := await look()) is not None:
            return found
        await asyncio.sleep(0.02)
    raise AssertionError("it did not happen")


@contextlib.asynccontextmanager
async def care(
    database: Database,
    folder: Path,
    *,
    readings: Mapping[str, Reading] | None = None,
    has_team: bool = False,
    language: str = "nl",
    finding: Finding | None = None,
    has_photos: bool = False,
    public_url: str | None = None,
) -> AsyncIterator[Care]:
    """Run the bot while the block runs.

    Args:
        database: Empty, of the newest schema.
        folder: For the bot's own files.
        readings: What the matcher makes of each text; what is not there it does not know.
        has_team: Is the team's group set as the fallback chat?
        language: What Amira speaks.
        finding: What finds activities; without it nobody looks for any.
        has_photos: Are photographs read and kept?
        public_url: Where the bot's own pages are; None where it has none.
    """
    telegram = Telegram(limits=False)
    telegram.clock.advance(NOW - telegram.clock.now().timestamp())
    group = int(telegram.add_group("Team")["id"])
    telegram.chats[group].person = telegram.add_person("Tom")
    async with Standin(telegram) as standin:
        settings = Settings(
            token=standin.token,
            api_url=standin.page_url,
            data_dir=folder,
            fallback_chat=group if has_team else None,
            photo_keys=SecretStr("ab" * 32) if has_photos else None,
            public_url=public_url,
            _env_file=None,
        )
        amira, karim, sofie, nele = await _people(telegram, database, language)
        town = Care(telegram, amira, karim, sofie, nele, team=Phone(telegram, group))
        bot = create_bot(standin.token, api_url=standin.page_url)
        await bot.initialize()
        matcher = cast(Matcher, ToldMatcher(readings or {}))
        async with open_pictures(settings, database, telegram.clock) as pictures:
            app = join(
                settings,
                database,
                bot,
                clock=telegram.clock,
                limits=UNLIMITED,
                matcher=matcher,
                finding=finding,
                pictures=pictures,
            )
            await app.application.initialize()
            running = asyncio.create_task(app.delivery.run())
            try:
                yield town
            finally:
                running.cancel()
                await asyncio.gather(running, return_exceptions=True)
                await app.application.shutdown()
                await bot.shutdown()


async def _people(telegram: Telegram, database: Database, language: str) -> list[Phone]:
    phones = [
        Phone(telegram, telegram.add_person(name, code))
        for name, code in (("Amira", language), ("Karim", "nl"), ("Sofie", "nl"), ("Nele", "nl"))
    ]
    now = telegram.clock.now()
    async with database.work() as work:
        accounts = []
        for phone, name in zip(phones, ("Amira", "Karim", "Sofie", "Nele"), strict=True):
            telegram.chats[phone.id].started = True
            code = language if name == "Amira" else "nl"
            account = await work.accounts.add(ChatId(phone.id), name=name, language=code, at=now)
            await work.accounts.change(account.id, has_chosen_language=True)
            accounts.append(account)
        for name, account in (("Sofie", accounts[2]), ("Nele", accounts[3])):
            guide = await work.people.add_begeleider(name, at=now)
            await work.people.link_begeleider(guide, account.id)
            if name == "Sofie":
                for newcomer in accounts[:2]:
                    newcomer_id = await work.people.add_newcomer(newcomer.name, guide, at=now)
                    await work.people.link_newcomer(newcomer_id, newcomer.id)
    return phones
