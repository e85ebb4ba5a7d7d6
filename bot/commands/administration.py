"""What the administrator does on the command line, each in a unit of work of its own."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

from bot.app import connected, open_database
from bot.commands.cannot import CannotDo
from bot.delivery.telegram_bot import create_bot
from bot.domain.errors import EntryUnknown
from bot.domain.ids import BegeleiderId, EntryId
from bot.domain.wish_counts import WishCounts
from bot.faq.entries import load_entries
from bot.services.clock import SystemClock
from bot.services.services import Services
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.schema import check_schema, migrate
from bot.storage.statistics import count_everything
from bot.surroundings import surroundings
from bot.texts.contact_links import page_link, telegram_link


async def bring_forward(settings: Settings) -> str:
    """Bring the database to this version; gives back what to tell."""
    async with open_database(settings) as database:
        backup = await migrate(database.engine)
    return (
        f"the database is up to date; the former one is kept as {backup.name}"
        if backup
        else ("the database is up to date")
    )


async def switch_entry(settings: Settings, entry_id: str, *, reason: str | None) -> None:
    """Take a FAQ entry out of service with a reason, or back without one.

    Raises:
        EntryUnknown: There is no such entry.
    """
    if entry_id not in load_entries():
        raise EntryUnknown(f"there is no entry {entry_id!r}")
    async with _checked(settings) as database, database.work() as work:
        if reason is None:
            await work.entries_off.remove(EntryId(entry_id))
        else:
            await work.entries_off.add(EntryId(entry_id), reason, at=SystemClock().now())


async def entries_off(settings: Settings) -> frozenset[EntryId]:
    """The entries that are out of service; none where there is no database yet."""
    if settings.is_without_database():
        return frozenset()
    async with _checked(settings) as database, database.work(reads_only=True) as work:
        return frozenset(off.entry for off in await work.entries_off.all())


async def invite_begeleider(settings: Settings, name: str) -> str:
    """Make a single-use link for a begeleider."""
    return await _link(settings, lambda services: services.invites.invite_begeleider(name))


async def invite_newcomer(settings: Settings, name: str, *, begeleider: int) -> str:
    """Make a single-use link for a newcomer of a begeleider."""
    return await _link(
        settings, lambda services: services.invites.invite_newcomer(BegeleiderId(begeleider), name)
    )


async def invite_contact(settings: Settings, organisation: str, name: str) -> tuple[str, str | None]:
    """Make a single-use link for a contactpersoon whom the team knows.

    Args:
        settings: Of this bot.
        organisation: Whose hours they confirm.
        name: How they are called.

    Returns:
        The link into the chat, and the one to the page; None where the bot has no pages.

    Raises:
        CannotDo: The organisation or the name is empty.
    """
    if not (organisation.strip() and name.strip()):
        raise CannotDo("say the organisation and the name of the contact")
    username = await _username(settings)
    async with _checked(settings) as database, database.work() as work:
        links = Services(work, SystemClock().now(), surroundings(settings)).contact_links
        token = links.token(await links.for_organisation(organisation, name))
    page = page_link(settings.public_url, token) if settings.public_url else None
    return telegram_link(username, token), page


async def _link(settings: Settings, make_token: Callable[[Services], Awaitable[str]]) -> str:
    username = await _username(settings)
    async with _checked(settings) as database, database.work() as work:
        token = await make_token(Services(work, SystemClock().now(), surroundings(settings)))
    return f"https://t.me/{username}?start={token}"


async def _username(settings: Settings) -> str:
    """The bot's name, which links carry; asked first, so that no link is made in vain."""
    async with connected(create_bot(settings.need_token(), api_url=settings.api_url)) as bot:
        return bot.username


async def stats(settings: Settings, *, picture: Path | None = None) -> dict[str, Any]:
    """Counts of everything, without names or texts.

    Args:
        settings: Of this bot.
        picture: Where to draw what newcomers wish for, as a PNG.
    """
    async with _checked(settings) as database, database.work(reads_only=True) as work:
        now = SystemClock().now()
        if picture is not None:
            await asyncio.to_thread(_draw, picture, WishCounts.of(await work.wishes.counts()))
        return await count_everything(work.connection, now=now, today=now.astimezone(settings.zone).date())


def _draw(picture: Path, counts: WishCounts) -> None:
    # Only now, because what draws takes memory and time to load.
    from bot.documents.wish_bars import wishes_png

    picture.write_bytes(wishes_png(counts))


@contextlib.asynccontextmanager
async def _checked(settings: Settings) -> AsyncIterator[Database]:
    async with open_database(settings) as database:
        await check_schema(database.engine)
        yield database
