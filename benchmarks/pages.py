"""The contact's pages with thirty people in the list: how heavy each is, and how long it takes.

Beside it the words that somebody reads there alone: what a page weighs more is what carries them.
"""

import asyncio
import datetime as dt
import gzip
import re
import statistics
import tempfile
import time
from pathlib import Path

import httpx

from benchmarks.tables import print_table
from bot.domain.contact import Contact, Tie
from bot.domain.contact_words import Surface
from bot.domain.ids import BewijsId, NewcomerId
from bot.domain.offer_kind import OfferKind
from bot.services.clock import SystemClock
from bot.services.delivery_ports import Transaction
from bot.services.services import Services
from bot.settings import read_settings
from bot.storage.database import Database, create_engine
from bot.storage.schema import migrate
from bot.surroundings import surroundings
from bot.web.pages.site import create_site

PEOPLE, DATES = 30, 2
ROUNDS = 20
BAR_KB = 50
CLUB = "Buurthuis De Test"


def run() -> None:
    """Print the weight and the time of every page."""
    asyncio.run(_run())


async def _run() -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = read_settings(data_dir=Path(folder), _env_file=None)
        database = Database(create_engine(settings.database))
        await migrate(database.engine)
        around = surroundings(settings)

        def make_services(work: Transaction, now: dt.datetime) -> Services:
            return Services(work, now, around)

        async with database.work() as work:
            paths = await _town(make_services(work, dt.datetime.now(dt.UTC)))
        site = create_site(
            database, make_services, SystemClock(), bot_username="bot", public_url="https://bot.example.org"
        )
        transport = httpx.ASGITransport(app=site)
        async with httpx.AsyncClient(transport=transport, base_url="https://bot.example.org") as client:
            rows = [await _measured(client, name, path) for name, path in paths.items()]
        await database.close()
    print_table(
        f"Pages, {PEOPLE} people with {DATES} dates each; the bar is {BAR_KB} kB",
        ("page", "kB", "kB packed", "kB of words alone", "p50 ms"),
        rows,
    )


async def _measured(client: httpx.AsyncClient, name: str, path: str) -> tuple[str, ...]:
    times, page = [], ""
    for _ in range(ROUNDS):
        began = time.perf_counter()
        answer = await client.get(path)
        times.append(time.perf_counter() - began)
        answer.raise_for_status()
        page = answer.text
    body = re.sub(r"<(style|script).*?</\1>", "", page, flags=re.DOTALL)
    words = " ".join(re.sub(r"<[^>]+>", " ", body).split())
    sizes = (len(page.encode()), len(gzip.compress(page.encode())), len(words.encode()))
    return (name, *(f"{size / 1000:.1f}" for size in sizes), f"{statistics.median(times) * 1000:.0f}")


async def _town(use: Services) -> dict[str, str]:
    """Thirty people whom one contact confirms; the paths of all pages."""
    begeleider_id = await use.work.people.add_begeleider("Sofie", at=use.now)
    contact, bewijs_id, token = None, 0, ""
    for number in range(PEOPLE):
        newcomer_id = await use.work.people.add_newcomer(f"Persoon {number}", begeleider_id, at=use.now)
        contact, bewijs_id, token = await _one(use, newcomer_id, contact)
    assert contact is not None
    door = await use.doors.open(contact, OfferKind.NEIGHBOURHOOD_HOUSE, 120)
    own = f"/k/{use.contact_care.page_token(contact)}"
    date = (await use.confirming.lines(contact))[0].attendance_id
    return {
        "introduction": f"/c/{token}",
        "the list": own,
        "one date": f"{own}/date/{date}",
        "note hours": f"{own}/note",
        "sign": f"{own}/sign/{bewijs_id}",
        "why not": f"{own}/refuse/{bewijs_id}",
        "door": f"{own}/door/{door.id}",
        "settings": f"{own}/settings",
    }


async def _one(use: Services, newcomer_id: NewcomerId, contact: Contact | None) -> tuple[Contact, int, str]:
    """One newcomer with dates, one of them confirmed, whom the contact sees."""
    dossier = await use.dossiers.as_bot(newcomer_id)
    assert dossier is not None
    bewijs_id = await use.work.hours.bewijs(
        newcomer_id, OfferKind.NEIGHBOURHOOD_HOUSE, organisation=CLUB, contact=None, at=use.now
    )
    link = await use.contact_links.for_organisation(CLUB, "Karel")
    token = use.contact_links.token(link)
    if contact is None:
        contact, _ = await use.contact_links.join(
            token, account=None, name="Karel", language="nl", surface=Surface.PAGE
        )
        link = await use.contact_links.for_organisation(CLUB, "Greet")
        token = use.contact_links.token(link)
    await _tie(use, contact, newcomer_id, bewijs_id)
    for day in range(DATES + 1):
        await use.work.hours.add_attendance(
            newcomer_id, bewijs_id, day=use.dossiers.today - dt.timedelta(days=day), minutes=120, at=use.now
        )
    first = next(one for one in await use.confirming.lines(contact) if one.newcomer_id == newcomer_id)
    await use.confirming.say(contact, first.attendance_id, 120, surface=Surface.PAGE)
    return contact, bewijs_id, token


async def _tie(use: Services, contact: Contact, newcomer_id: NewcomerId, bewijs_id: int) -> None:
    tie = Tie(contact_id=contact.id, bewijs_id=BewijsId(bewijs_id), newcomer_id=newcomer_id)
    await use.work.contact_people.tie(tie, at=use.now)
