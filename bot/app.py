"""The one place where the parts are chosen and joined."""

import asyncio
import contextlib
import ctypes
import datetime as dt
import gc
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass

from telegram.error import InvalidToken, TelegramError
from telegram.ext import ApplicationBuilder, ContextTypes

from bot.delivery.context import BotContext
from bot.delivery.delivery import Delivery
from bot.delivery.errors import TelegramRefusesToken, TelegramUnreachable
from bot.delivery.files import Files
from bot.delivery.handling import BotApplication, Handling
from bot.delivery.limits import Limits
from bot.delivery.mail import Mailer
from bot.delivery.sender import nothing_kept
from bot.delivery.telegram_bot import ALLOWED_UPDATES, DeliveryBot, create_bot
from bot.faq.entries import load_entries
from bot.faq.matcher import Matcher
from bot.finding import Finding
from bot.handlers import add_handlers
from bot.handlers.commands import announce
from bot.handlers.later.given_up import make_gave_up
from bot.handlers.later.jobs import make_jobs
from bot.handlers.later.jobs_asking import begin as begin_days
from bot.handlers.later.preparations import make_preparations
from bot.handlers.newcomers.papers_in import READ_PAPER
from bot.handlers.newcomers.rings import make_draw
from bot.handlers.prepare import make_prepare
from bot.handlers.resources import Resources
from bot.kept_pictures import Pictures, open_pictures
from bot.services.clock import Clock, SystemClock
from bot.services.delivery_ports import Transaction
from bot.services.sensing import Sensing
from bot.services.services import Services
from bot.services.shelving import Keeper
from bot.settings import Settings
from bot.storage.database import Database, create_engine
from bot.storage.erasure_log import ErasureLog
from bot.storage.schema import check_schema
from bot.surroundings import places, surroundings

logger = logging.getLogger(__name__)

M_MMAP_THRESHOLD, M_ARENA_MAX = -3, -8
"""glibc's numbers of these settings; elsewhere there are none, and nothing happens."""


@dataclass(frozen=True)
class App:
    """The bot with everything joined, not yet running."""

    settings: Settings
    database: Database
    bot: DeliveryBot
    application: BotApplication
    delivery: Delivery
    make_services: Callable[[Transaction, dt.datetime], Services]
    """The use cases of a unit of work; the pages use them, too."""
    clock: Clock
    keeper: Keeper | None = None
    """Keeps the catalogue in memory up to date; None where nobody looks for activities."""

    async def run(self, *, polls: bool = True) -> None:
        """Deliver until cancelled."""
        # What was made at start stays: the collector need not look at it again and again.
        gc.collect()
        gc.freeze()
        gc.set_threshold(20_000, 20, 50)
        # Each picture's memory is returned; it would be kept once a few were seen.
        _tell_allocator(M_MMAP_THRESHOLD, 2**20)
        beside: list[asyncio.Task[object]] = [asyncio.create_task(_announce(self.bot))]
        if self.keeper is not None:
            # Whoever looks for something before this is done waits for it; nobody else does.
            beside.append(asyncio.create_task(self.keeper.refresh()))
        try:
            await self.delivery.run(polls=polls)
        finally:
            for task in beside:
                task.cancel()
            await asyncio.gather(*beside, return_exceptions=True)


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
    # Before any thread begins: each would keep memory of its own that the others cannot use.
    _tell_allocator(M_ARENA_MAX, 2)
    clock = clock or SystemClock()
    bot = create_bot(settings.need_token(), api_url=settings.api_url)
    async with open_database(settings) as database:
        await check_schema(database.engine)
        loading = asyncio.create_task(asyncio.to_thread(_load, load_matcher or _load_matcher(settings)))
        async with connected(bot), open_pictures(settings, database, clock) as pictures:
            matcher, finding = await loading
            app = join(
                settings,
                database,
                bot,
                clock=clock,
                limits=limits,
                matcher=matcher,
                finding=finding,
                pictures=pictures,
            )
            await app.application.initialize()
            try:
                yield app
            finally:
                await app.application.shutdown()


@contextlib.asynccontextmanager
async def open_database(settings: Settings) -> AsyncIterator[Database]:
    """Open the database that the settings name, and close it."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = Database(create_engine(settings.database), erased=ErasureLog(settings.erasure_list))
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
    finding: Finding | None = None,
    pictures: Pictures | None = None,
) -> App:
    """Choose the parts and join them.

    Without `finding` nobody looks for activities; without `pictures` no photograph is read.
    """
    around = surroundings(settings, finding)
    keeper = Keeper(database, finding.catalogue) if finding else None
    mailer = _mailer(settings)
    resources = Resources(
        entries=load_entries(),
        bot_username=bot.username,
        fallback_chat=settings.fallback_chat,
        admin_chat=settings.admin_chat,
        zone=settings.zone,
        public_url=settings.public_url or None,
        weak_languages=matcher.weak_languages,
        sends_mail=mailer is not None and bool(settings.public_url),
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
        prepare=make_prepare(
            matcher,
            database,
            draw=make_draw(database, clock, make_services),
            wishes=finding.wishes if finding else None,
            refresh=keeper.refresh if keeper else None,
            rare=[entry.id for entry in resources.entries.values() if not entry.is_for_newcomers],
        ),
        jobs=make_jobs(resources),
        preparations=make_preparations(
            Files(bot),
            database,
            clock,
            resources,
            sensing=Sensing(database, finding.senses) if finding else None,
            refresh=keeper.refresh if keeper else None,
            photos=pictures.photos if pictures else None,
            reader=pictures.reader if pictures else None,
            make_services=make_services,
            mailer=mailer,
        ),
        fetch_kept=pictures.fetch if pictures else nothing_kept,
        waited_for=[READ_PAPER],
        gave_up=make_gave_up(resources),
        limits=limits,
        admin_chat=settings.admin_chat,
        on_start=lambda: begin_days(database, clock.now(), settings.zone),
    )
    return App(settings, database, bot, application, delivery, make_services, clock, keeper)


def _mailer(settings: Settings) -> Mailer | None:
    server = settings.mail_server
    return None if server is None else Mailer(sender=settings.mail_from or "", **vars(server))


def _load(load_matcher: Callable[[], Matcher]) -> tuple[Matcher, Finding]:
    matcher = load_matcher()
    return matcher, Finding.load(matcher.encoder, places())


def _load_matcher(settings: Settings) -> Callable[[], Matcher]:
    return lambda: Matcher.load(encoder_threads=settings.encoder_threads)


def _tell_allocator(setting: int, value: int) -> None:
    """Set how the C library keeps memory, where it is glibc."""
    with contextlib.suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).mallopt(setting, value)


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
