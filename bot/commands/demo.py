"""`demo`: the real bot against the local stand-in for Telegram, with invented people and no network."""

import asyncio
import datetime as dt
import secrets
import socket
import sys
import tempfile
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from bot.app import open_app, open_database
from bot.commands.offers import read_offers, take_in
from bot.commands.run import site_of
from bot.demo.clock import Clock as StandinClock
from bot.demo.phone import Phone
from bot.demo.photographer import Photographer
from bot.demo.server import Standin
from bot.demo.telegram import Telegram
from bot.documents.form import draw_forms
from bot.domain.ids import ChatId
from bot.services.delivery_ports import Transaction
from bot.services.services import Services
from bot.settings import Settings, read_settings
from bot.storage.schema import migrate
from bot.surroundings import surroundings
from bot.web.server import served

HOST = "127.0.0.1"
NEWCOMER, BEGELEIDER, CONTACT = 1001, 2001, 3001
OFFERS = Path(__file__).parent.parent / "demo" / "offers.csv"
PEOPLE = (
    (NEWCOMER, "newcomer", "Amina Voorbeeld", "ar"),
    (BEGELEIDER, "begeleider", "Sofie Proefmans", "nl"),
    (CONTACT, "contact", "Karel Testermans", "nl"),
)


async def demo(port: int) -> None:
    """Run the demo until it is stopped; *start again* on its page begins anew."""
    telegram = Telegram()
    again = asyncio.Event()

    async def start_again() -> None:
        again.set()

    telegram.on_reset.append(start_again)
    async with Standin(telegram, port) as standin:
        sys.stderr.write(f"The demo is open: {standin.page_url}  (Ctrl+C ends it)\n")
        while True:
            again.clear()
            with tempfile.TemporaryDirectory(prefix="inburgerbot-demo-") as folder:
                await _until(_play(standin, Path(folder)), again)


async def _until(play: Coroutine[Any, Any, None], again: asyncio.Event) -> None:
    task = asyncio.create_task(play)
    waiting = asyncio.create_task(again.wait())
    await asyncio.wait([task, waiting], return_when=asyncio.FIRST_COMPLETED)
    for one in (task, waiting):
        one.cancel()
    results = await asyncio.gather(task, waiting, return_exceptions=True)
    for result in results:
        if isinstance(result, Exception):
            raise result


async def _play(standin: Standin, folder: Path) -> None:
    # Taken a moment before it is opened again: the links must say the port before anything is served.
    port = free_port()
    settings = demo_settings(standin, folder, pages_port=port)
    set_the_stage(standin.telegram)
    await prepare_database(settings, standin.telegram.clock)
    await prepare_catalogue(settings, standin.telegram.clock)
    photographer = Photographer(standin.telegram)
    photographer.take(await make_a_form(settings, standin.telegram.clock))
    async with open_app(settings, clock=standin.telegram.clock) as app:
        # The begeleider's phone knows the bot already, so that a question finds it.
        await Phone(standin.telegram, BEGELEIDER).start()
        async with served(site_of(app), host=HOST, port=port):
            await app.run()


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with socket.socket() as found:
        found.bind((HOST, 0))
        return int(found.getsockname()[1])


def demo_settings(standin: Standin, folder: Path, *, pages_port: int) -> Settings:
    """Settings that point at the stand-in and a folder of its own; the environment is left alone."""
    return read_settings(
        token=standin.token,
        api_url=standin.page_url.rstrip("/"),
        data_dir=folder,
        database_url=f"sqlite:///{folder / 'demo.db'}",
        photo_keys=secrets.token_urlsafe(32),
        public_url=f"http://{HOST}:{pages_port}",
        _env_file=None,
    )


def set_the_stage(telegram: Telegram) -> None:
    """Put three invented people behind the three phones."""
    for user_id, _role, name, language in PEOPLE:
        telegram.add_person(name, language, user_id)
    telegram.demo = {
        "people": [
            {"user_id": user_id, "role": role, "name": name, "language": language}
            for user_id, role, name, language in PEOPLE
        ]
    }


async def prepare_database(settings: Settings, clock: StandinClock) -> None:
    """A database in which the invented begeleider guides the invented newcomer."""
    async with open_database(settings) as database:
        await migrate(database.engine)
        async with database.work() as work:
            await _link_people(work, clock.now())


async def prepare_catalogue(settings: Settings, clock: StandinClock) -> None:
    """Invented activities to choose from; the bot works out what they are about while it runs."""
    now = clock.now()
    batch = read_offers(OFFERS, source="demo", today=now.astimezone(settings.zone).date())
    async with open_database(settings) as database:
        await take_in(database, settings, batch, now=now, tell=lambda _line: None)


async def make_a_form(settings: Settings, clock: StandinClock) -> bytes:
    """An empty form whose number is known, as from the pad of a desk."""
    async with open_database(settings) as database, database.work() as work:
        services = Services(work, clock.now(), surroundings(settings))
        forms = await services.forms.pad(1)
    return await asyncio.to_thread(draw_forms, forms)


async def _link_people(work: Transaction, now: dt.datetime) -> None:
    (newcomer_chat, _, newcomer_name, language), (begeleider_chat, _, begeleider_name, _), _ = PEOPLE
    guide = await work.accounts.add(ChatId(begeleider_chat), name=begeleider_name, language="nl", at=now)
    await work.accounts.change(guide.id, has_chosen_language=True)
    begeleider_id = await work.people.add_begeleider(begeleider_name, at=now)
    await work.people.link_begeleider(begeleider_id, guide.id)
    account = await work.accounts.add(ChatId(newcomer_chat), name=newcomer_name, language=language, at=now)
    newcomer_id = await work.people.add_newcomer(newcomer_name, begeleider_id, at=now)
    await work.people.link_newcomer(newcomer_id, account.id)
