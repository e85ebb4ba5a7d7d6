"""The one place where the parts are chosen and joined."""

import asyncio
import contextlib
import ctypes
import datetime as dt
import gc
import logging
import secrets
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

import holidays
from telegram.error import InvalidToken, TelegramError
from telegram.ext import ApplicationBuilder, ContextTypes

from bot.delivery.context import BotContext
from bot.delivery.delivery import Delivery
from bot.delivery.errors import TelegramRefusesToken, TelegramUnreachable
from bot.delivery.files import Files
from bot.delivery.handling import BotApplication, Handling
from bot.delivery.limits import Limits
from bot.delivery.telegram_bot import ALLOWED_UPDATES, DeliveryBot, create_bot
from bot.domain.privacy import USUAL_GROUNDS, DataKind, Ground, Periods, Policy
from bot.faq.entries import load_entries
from bot.faq.matcher import Matcher
from bot.handlers import add_handlers
from bot.handlers.commands import announce
from bot.handlers.later.given_up import make_gave_up
from bot.handlers.later.jobs import make_jobs
from bot.handlers.later.jobs_asking import begin as begin_days
from bot.handlers.later.preparations import make_preparations
from bot.handlers.newcomers.rings import make_draw
from bot.handlers.prepare import make_prepare
from bot.handlers.resources import Resources
from bot.services.clock import Clock, SystemClock
from bot.services.delivery_ports import Transaction
from bot.services.services import Services, Surroundings
from bot.settings import Settings
from bot.storage.database import Database, create_engine
from bot.storage.schema import check_schema

logger = logging.getLogger(__name__)

M_MMAP_THRESHOLD = -3
"""glibc's number of this setting; elsewhere there is none, and nothing happens."""

FLEMISH_COMMUNITY_DAY = (7, 11)
"""11 July: a day off for public services in Flanders, though not a legal holiday."""


@dataclass(frozen=True)
class App:
    """The bot with everything joined, not yet running."""

    settings: Settings
    database: Database
    bot: DeliveryBot
    application: BotApplication
    delivery: Delivery

    async def run(self, *, polls: bool = True) -> None:
        """Deliver until cancelled."""
        # What was made at start stays: the collector need not look at it again and again.
        gc.collect()
        gc.freeze()
        gc.set_threshold(20_000, 20, 50)
        _give_large_memory_back()
        announcing = asyncio.create_task(_announce(self.bot))
        try:
            await self.delivery.run(polls=polls)
        finally:
            announcing.cancel()
            await asyncio.gather(announcing, return_exceptions=True)


@contextlib.asynccontextmanager
async def open_app(
    settings: Settings,
    *,
    clock: Clock | None = None,
    limits: Limits | None = None,
    load_matcher: Callable[[], Matcher] | None = None,
) -> AsyncIterator[App]:
    """Open the database and Telegram, join the parts, and close what was opened.

    Raises:
        SettingsError: A setting is missing.
        SchemaMismatch: The database does not fit the code.
        TelegramRefusesToken, TelegramUnreachable: Telegram says no, or nothing.
    """
    clock = clock or SystemClock()
    bot = create_bot(settings.need_token(), api_url=settings.api_url)
    async with open_database(settings) as database:
        await check_schema(database.engine)
        loading = asyncio.create_task(asyncio.to_thread(load_matcher or _load_matcher(settings)))
        async with connected(bot):
            app = join(settings, database, bot, clock=clock, limits=limits, matcher=await loading)
            await app.application.initialize()
            try:
                yield app
            finally:
                await app.application.shutdown()


@contextlib.asynccontextmanager
async def open_database(settings: Settings) -> AsyncIterator[Database]:
    """Open the database that the settings name, and close it."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = Database(create_engine(settings.database))
    try:
        yield database
    finally:
        await database.close()


@contextlib.asynccontextmanager
async def connected(bot: DeliveryBot) -> AsyncIterator[DeliveryBot]:
    """Make sure that Telegram knows us, and close the connections again.

    Raises:
        TelegramRefusesToken, TelegramUnreachable: Telegram says no, or nothing.
    """
    try:
        await bot.initialize()
    except InvalidToken as error:
        await bot.shutdown()
        raise TelegramRefusesToken("BOT_TOKEN: Telegram does not know this token") from error
    except TelegramError as error:
        await bot.shutdown()
        raise TelegramUnreachable("BOT_API_URL: Telegram cannot be reached at this address") from error
    try:
        yield bot
    finally:
        await bot.shutdown()


def join(
    settings: Settings,
    database: Database,
    bot: DeliveryBot,
    *,
    clock: Clock,
    limits: Limits | None,
    matcher: Matcher,
) -> App:
    """Choose the parts and join them."""
    around = surroundings(settings)
    resources = Resources(
        entries=load_entries(),
        bot_username=bot.username,
        fallback_chat=settings.fallback_chat,
        admin_chat=settings.admin_chat,
        zone=settings.zone,
    )

    def make_services(work: Transaction, now: dt.datetime) -> Services:
        return Services(work, now, around)

    application: BotApplication = (
        ApplicationBuilder()
        .bot(bot)
        .updater(None)
        .job_queue(None)
        .context_types(ContextTypes(context=BotContext))
        .build()
    )
    add_handlers(application, resources)
    handling = Handling(application, make_services, clock)
    delivery = Delivery(
        store=database,
        bot=bot,
        handling=handling,
        clock=clock,
        prepare=make_prepare(matcher, database, draw=make_draw(database, clock, make_services)),
        jobs=make_jobs(resources),
        preparations=make_preparations(Files(bot), database, clock, resources),
        gave_up=make_gave_up(resources),
        limits=limits,
        admin_chat=settings.admin_chat,
        on_start=lambda: begin_days(database, clock.now(), settings.zone),
    )
    return App(settings, database, bot, application, delivery)


def surroundings(settings: Settings) -> Surroundings:
    """What services need to know that is no row."""
    return Surroundings(
        zone=settings.zone,
        is_holiday=is_flemish_holiday,
        secret_key=secret_key(settings),
        fallback_chat=settings.fallback_chat,
        policy=policy(settings),
    )


def policy(settings: Settings) -> Policy:
    """What the operator states about personal data."""
    stated = {DataKind(kind): Ground(ground) for kind, ground in settings.grounds.items()}
    periods = Periods(**{kept.name: getattr(settings, f"keep_{kept.name}_days") for kept in fields(Periods)})
    return Policy(grounds={**USUAL_GROUNDS, **stated}, controller=settings.controller, periods=periods)


def secret_key(settings: Settings) -> bytes:
    """The key that signs links: the one that is set, or one made once and kept in the data folder."""
    if settings.secret_key is not None:
        return settings.secret_key.get_secret_value().encode()
    path = settings.data_dir / "secret_key"
    if not path.exists():
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        _write_secret(path, secrets.token_urlsafe(48))
    return path.read_text(encoding="ascii").encode()


def _write_secret(path: Path, secret: str) -> None:
    """Whole or not at all, and only once: another process may start at the same moment."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    draft.touch(mode=0o600)
    draft.write_text(secret, encoding="ascii")
    with contextlib.suppress(FileExistsError):
        path.hardlink_to(draft)
    draft.unlink()


@cache
def _holidays_of(year: int) -> frozenset[dt.date]:
    return frozenset({*holidays.country_holidays("BE", years=year), dt.date(year, *FLEMISH_COMMUNITY_DAY)})


def is_flemish_holiday(day: dt.date) -> bool:
    """Is this a day on which public services in Flanders are closed?"""
    return day in _holidays_of(day.year)


def _load_matcher(settings: Settings) -> Callable[[], Matcher]:
    return lambda: Matcher.load(encoder_threads=settings.encoder_threads)


def _give_large_memory_back() -> None:
    """Ask the C library to return each picture's memory; it would keep it once it has seen a few."""
    with contextlib.suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).mallopt(M_MMAP_THRESHOLD, 2**20)


async def _announce(bot: DeliveryBot) -> None:
    """Tell Telegram the commands and descriptions; the bot works without, so a failure only waits."""
    wait = 5.0
    while True:
        try:
            await announce(bot)
        except TelegramError as error:
            logger.warning("commands could not be set (%s)", type(error).__name__)
            await asyncio.sleep(wait)
            wait = min(wait * 2, 3600)
        else:
            return


async def use_polling(bot: DeliveryBot) -> None:
    """Take the bot off a webhook it may have had; what waits there comes by polling."""
    with _in_one_line("BOT_API_URL: Telegram did not take the bot off its webhook"):
        await bot.delete_webhook(drop_pending_updates=False)


async def use_webhook(bot: DeliveryBot, url: str, secret: str) -> None:
    """Ask Telegram to bring updates to the webhook."""
    with _in_one_line("BOT_WEBHOOK_URL: Telegram does not take this address for a webhook"):
        await bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED_UPDATES, max_connections=40)


@contextlib.contextmanager
def _in_one_line(line: str) -> Iterator[None]:
    try:
        yield
    except TelegramError as error:
        raise TelegramUnreachable(f"{line} ({type(error).__name__})") from error
