"""Karel's pages over HTTP, on a real database, with everybody around him."""

import contextlib
import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from bot.domain.contact import Contact
from bot.services.clock import MovableClock
from bot.services.delivery_ports import Transaction
from bot.services.services import Services
from bot.storage.database import Database
from bot.web.pages.limiter import Limiter
from bot.web.pages.site import create_site
from tests.builders import NOW, services
from tests.services.contact_care import ContactCare, a_contact_care

PUBLIC_URL = "https://bot.example.org"
SLOW = 0.0


@dataclass
class Town:
    """A client of the pages, and a way to do things behind them."""

    database: Database
    client: httpx.AsyncClient
    clock: MovableClock
    site: Starlette

    async def do(self, what: Any) -> Any:
        """Do something in a unit of work of its own."""
        async with self.database.work() as work:
            return await what(await self.care(work))

    async def care(self, work: Any) -> ContactCare:
        """Everybody, as they are by now."""

        async def account(chat_id: int) -> Any:
            found = await work.accounts.of_chat(chat_id)
            assert found is not None
            return found

        return ContactCare(
            work,
            amira=await account(1001),
            karim=await account(1002),
            sofie=await account(2001),
            phone=await account(3001),
            now=self.clock.now(),
        )

    async def page_of(self, contact: Contact) -> str:
        """The path of a contact's page."""

        async def token(care: ContactCare) -> str:
            return care.use.contact_care.page_token(contact)

        return f"/k/{await self.do(token)}"


@pytest.fixture
async def town(database: Database) -> AsyncIterator[Town]:
    """The pages, once on each engine."""
    async with _a_town(database) as made:
        yield made


@pytest.fixture
async def sqlite_town(sqlite_database: Database) -> AsyncIterator[Town]:
    """The pages, for what does not depend on the engine."""
    async with _a_town(sqlite_database) as made:
        yield made


@contextlib.asynccontextmanager
async def _a_town(database: Database) -> AsyncIterator[Town]:
    async with database.work() as work:
        await a_contact_care(work)
    clock = MovableClock(NOW)

    def make_services(work: Transaction, now: dt.datetime) -> Services:
        return services(work, now=now)  # type: ignore[arg-type]

    site = create_site(
        database,
        make_services,
        clock,
        bot_username="inburgerbot",
        public_url=PUBLIC_URL,
        limiter=Limiter(),
        slow_seconds=SLOW,
    )
    transport = httpx.ASGITransport(app=site)
    async with httpx.AsyncClient(transport=transport, base_url=PUBLIC_URL, follow_redirects=True) as client:
        yield Town(database, client, clock, site)
