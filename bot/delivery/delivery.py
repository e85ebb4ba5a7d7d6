"""The delivery as one piece: in, later and out, opened and closed together."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Collection, Mapping
from functools import partial
from typing import Any

from telegram.error import TelegramError

from bot.delivery.desk import Desk, Prepare
from bot.delivery.errors import TelegramRefusesToken
from bot.delivery.handling import Handling
from bot.delivery.job_runner import JobHandler, JobRunner, PrepareJob
from bot.delivery.limits import Limits
from bot.delivery.poller import Poller
from bot.delivery.sender import FetchKept, Sender, nothing_kept
from bot.delivery.set_aside import Setback, where
from bot.delivery.telegram_bot import DeliveryBot
from bot.delivery.turn import Turn
from bot.services.clock import Clock
from bot.services.delivery_ports import Kinds, Received, Store

logger = logging.getLogger(__name__)

ANSWERS_SIDE_BY_SIDE = 8

ANEW_SECONDS = 1.0
CLOSING_SECONDS = 2.0
ASKED_AGAIN_SECONDS = 1800.0


class Delivery:
    """Runs the desk, the sender and the job runner side by side."""

    def __init__(
        self,
        *,
        store: Store,
        bot: DeliveryBot,
        handling: Handling,
        clock: Clock,
        prepare: Prepare,
        jobs: Mapping[str, JobHandler],
        preparations: Mapping[str, PrepareJob] | None = None,
        gave_up: JobHandler | None = None,
        limits: Limits | None = None,
        admin_chat: int | None = None,
        on_start: Callable[[], Awaitable[None]] | None = None,
        fetch_kept: FetchKept = nothing_kept,
        waited_for: Collection[str] = (),
    ) -> None:
        """Join the parts.

        Args:
            store: Opens units of work.
            bot: Telegram's client.
            handling: Runs the handlers.
            clock: Tells the time.
            prepare: Reads an update before its transaction.
            jobs: What each kind of job does.
            preparations: What some kinds need done before their transaction.
            gave_up: What is done about a job that is set aside.
            limits: How fast may be sent.
            admin_chat: The chat that hears of trouble.
            on_start: Asks for the day's work.
            fetch_kept: Gives a kept picture by its key.
            waited_for: Kinds with a preparation for which a person waits: they never queue behind others.
        """
        self.bot = bot
        self._on_start = on_start
        self.sender = Sender(
            store, bot, clock=clock, limits=limits or Limits(), wake_jobs=self._wake_jobs, fetch=fetch_kept
        )
        prepared = frozenset(preparations or ())
        runner = partial(
            JobRunner,
            store,
            jobs,
            clock=clock,
            new_turn=handling.new_turn,
            after_commit=self._after_job,
            gave_up=gave_up,
        )
        # What takes long has a runner of its own, so that a slow download delays no other job.
        self.jobs = [runner(kinds=Kinds(named=prepared))]
        for kinds in (prepared - frozenset(waited_for), prepared & frozenset(waited_for)):
            if kinds:
                named = Kinds(named=kinds, are_all_others=False)
                self.jobs.append(runner(kinds=named, preparations=preparations))
        self.desk = Desk(
            store,
            handling,
            clock=clock,
            prepare=prepare,
            setback=Setback(admin_chat=admin_chat),
            after_commit=self._after_commit,
        )
        self.poller = Poller(bot, self.desk)
        self._answers: set[asyncio.Task[None]] = set()
        self._side_by_side = asyncio.Semaphore(ANSWERS_SIDE_BY_SIDE)

    async def run(self, *, polls: bool = True) -> None:
        """Deliver until cancelled, or until Telegram refuses the token.

        Args:
            polls: Ask Telegram for updates; without it a webhook brings them to the desk.
        """
        parts = [self.desk.run, self.sender.run, *(runner.run for runner in self.jobs)]
        if polls:
            parts.append(self.poller.run)
        if self._on_start is not None:
            parts.append(self._begin)
        tasks = [asyncio.create_task(_keep_running(part)) for part in parts]
        try:
            # Not gather, which would cancel each part once more than the end below does.
            ended, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in ended:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await self.desk.close()
            await self.sender.close()
            if self._answers:
                await asyncio.wait(self._answers, timeout=CLOSING_SECONDS)

    async def _begin(self) -> None:
        """What is asked for when a process starts, and now and then, should it have been set aside."""
        assert self._on_start is not None
        while True:
            await self._on_start()
            self._wake_jobs()
            await asyncio.sleep(ASKED_AGAIN_SECONDS)

    def _wake_jobs(self) -> None:
        for runner in self.jobs:
            runner.wake()

    def _after_job(self, turn: Turn) -> None:
        self.sender.wake()
        if turn.asked_for_jobs:
            self._wake_jobs()

    def _after_commit(self, received: Received, turn: Turn) -> None:
        self.sender.wake()
        if turn.asked_for_jobs:
            self._wake_jobs()
        if turn.callback_id is not None:
            task = asyncio.create_task(self._answer_press(turn.callback_id, turn))
            self._answers.add(task)
            task.add_done_callback(self._answers.discard)

    async def _answer_press(self, callback_id: str, turn: Turn) -> None:
        """Stop the button's waiting sign; an answer that comes too late is nobody's loss."""
        values: dict[str, Any] = {"callback_query_id": callback_id}
        if turn.toast:
            values |= {"text": turn.toast, "show_alert": turn.toast_is_alert}
        with contextlib.suppress(TelegramError):
            async with self._side_by_side:
                await self.bot.call("answerCallbackQuery", values)


async def _keep_running(part: Callable[[], Awaitable[None]]) -> None:
    """Begin a part anew when it breaks by a mistake of ours; the others go on meanwhile."""
    while True:
        try:
            await part()
        except TelegramRefusesToken:
            raise
        except Exception as error:
            logger.error("a part of the delivery broke (%s) and begins anew", where(error))
            await asyncio.sleep(ANEW_SECONDS)
