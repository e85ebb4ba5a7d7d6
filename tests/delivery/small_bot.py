"""A small bot on the real delivery: it echoes, it fails when told to, it edits; for tests of the promise."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from telegram import Update
from telegram.ext import (
    ApplicationBuilder,
    CallbackQueryHandler,
    ContextTypes,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.delivery.context import BotContext
from bot.delivery.delivery import Delivery
from bot.delivery.files import Files
from bot.delivery.handling import BotApplication, Handling
from bot.delivery.job_runner import JobHandler, PrepareJob
from bot.delivery.limits import UNLIMITED, Limits
from bot.delivery.telegram_bot import DeliveryBot, create_bot
from bot.demo.server import Standin
from bot.domain.ids import ChatId
from bot.services.clock import Clock, MovableClock
from bot.services.services import Services, Surroundings
from bot.storage.database import Database
from bot.texts.message import Button, Message

MakePreparations = Callable[[Files], Mapping[str, PrepareJob]]
AROUND = Surroundings(zone=ZoneInfo("Europe/Brussels"), is_holiday=lambda _day: False, secret_key=b"x" * 32)


class SmallBot:
    """Counts how often each text was handled, so that a test sees a second time."""

    def __init__(
        self,
        database: Database,
        bot: DeliveryBot,
        *,
        clock: Clock,
        limits: Limits,
        jobs: Mapping[str, JobHandler],
        preparations: Mapping[str, PrepareJob],
    ) -> None:
        self.database = database
        self.attempts: list[str] = []
        self.failing: set[str] = set()
        self.slow: dict[str, float] = {}
        application: BotApplication = (
            ApplicationBuilder()
            .bot(bot)
            .updater(None)
            .job_queue(None)
            .context_types(ContextTypes(context=BotContext))
            .build()
        )
        application.add_handler(TypeHandler(Update, self._recognise), group=-1)
        application.add_handler(CallbackQueryHandler(self._press))
        application.add_handler(MessageHandler(filters.TEXT, self._echo))
        self.application = application
        handling = Handling(application, lambda work, now: Services(work, now, AROUND), clock)
        self.delivery = Delivery(
            store=database,
            bot=bot,
            handling=handling,
            clock=clock,
            prepare=self._prepare,
            jobs=jobs,
            preparations=preparations,
            limits=limits,
            admin_chat=None,
        )

    def _prepare(self, received: Any) -> Any:
        for text, seconds in self.slow.items():
            if text in received.payload:
                return asyncio.sleep(seconds)
        return None

    async def _recognise(self, update: Update, context: BotContext) -> None:
        user = update.effective_user
        assert user is not None
        found = await context.turn.work.accounts.of_chat(ChatId(user.id))
        context.account = found or await context.turn.work.accounts.add(
            ChatId(user.id), name=user.first_name, language="nl", at=context.turn.now
        )

    async def _echo(self, update: Update, context: BotContext) -> None:
        assert update.effective_message is not None
        text = update.effective_message.text or ""
        self.attempts.append(text)
        button = Button(label="press", data="press")
        context.say(
            Message(text=f"echo {text}", buttons=((button,),)),
            name="echo",
            tells_outcome="outcome" in text,
            about=text[:20],
        )
        if text in self.failing:
            raise RuntimeError("told to fail")

    async def _press(self, update: Update, context: BotContext) -> None:
        context.edit(update, Message(text=f"pressed {len(self.attempts)}"))
        context.toast("ouch")


@contextlib.asynccontextmanager
async def small_bot(
    standin: Standin,
    database: Database,
    *,
    clock: Clock | None = None,
    limits: Limits = UNLIMITED,
    jobs: Mapping[str, JobHandler] | None = None,
    preparations: MakePreparations = lambda _files: {},
    polls: bool = True,
) -> AsyncIterator[SmallBot]:
    """Run the small bot against a stand-in while the block runs."""
    bot = create_bot(standin.token, api_url=standin.page_url)
    await bot.initialize()
    small = SmallBot(
        database,
        bot,
        clock=clock or MovableClock(),
        limits=limits,
        jobs=jobs or {},
        preparations=preparations(Files(bot)),
    )
    await small.application.initialize()
    task = asyncio.create_task(small.delivery.run(polls=polls))
    try:
        yield small
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await small.application.shutdown()
        await bot.shutdown()
