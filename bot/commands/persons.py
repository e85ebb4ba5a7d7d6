"""What the administrator does for a person who asks: everything about them, or nothing of them any more."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from bot.app import open_database
from bot.delivery.turn import Turn
from bot.domain.errors import NewcomerUnknown, SayWho
from bot.domain.ids import ChatId
from bot.domain.people import Account
from bot.domain.person import Known, Leaving
from bot.faq.entries import load_entries
from bot.handlers.later.jobs import move_to_team
from bot.handlers.own_data import erasing
from bot.handlers.resources import Resources
from bot.services.clock import SystemClock
from bot.services.privacy import as_json
from bot.services.services import Services
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.schema import check_schema
from bot.surroundings import surroundings
from bot.texts import erasing_dutch
from bot.texts.message import visible


def export_newcomer(
    settings: Settings, newcomer_id: int | None, *, chat: int | None, out: Path
) -> dict[str, Any]:
    """Write everything about a newcomer to a file, as JSON; gives back what to tell.

    Args:
        settings: Name the database.
        newcomer_id: The newcomer's id; None when the chat is given.
        chat: Telegram's number of a private chat, whose person need be no newcomer.
        out: The file.

    Raises:
        NewcomerUnknown: There is nobody like that.
        SayWho: The chat serves several newcomers; their ids are in the message.
    """
    known = asyncio.run(_known(settings, newcomer_id, chat))
    out.touch(mode=0o600)
    out.write_bytes(as_json(known))
    return {"file": str(out), "rows": known.row_count}


async def _known(settings: Settings, newcomer_id: int | None, chat: int | None) -> Known:
    async with _checked(settings) as database, database.work(reads_only=True) as work:
        services = Services(work, SystemClock().now(), surroundings(settings))
        found = newcomer_id if newcomer_id is not None else await _newcomer_of(services, chat)
        if found is not None:
            return await services.privacy.known_of_newcomer(found)
        return await services.privacy.known_of(await _account(services, chat))


async def _newcomer_of(services: Services, chat: int | None) -> int | None:
    """The one newcomer whom a chat serves; None when it is nobody's dossier."""
    newcomer_ids = await services.privacy.newcomers_of_chat(chat or 0)
    if len(newcomer_ids) > 1:
        several = ", ".join(str(number) for number in newcomer_ids)
        raise SayWho(f"this chat serves several newcomers: give one of the ids {several}")
    return newcomer_ids[0] if newcomer_ids else None


async def _account(services: Services, chat: int | None) -> Account:
    account = await services.work.accounts.of_chat(ChatId(chat or 0))
    if account is None:
        raise NewcomerUnknown("there is nobody with this chat")
    return account


async def erase_newcomer(settings: Settings, newcomer_id: int | None, *, chat: int | None) -> dict[str, Any]:
    """Forget a newcomer; the begeleider gets the accepted hours when the bot runs. Gives back the receipt.

    Args:
        settings: Name the database.
        newcomer_id: The newcomer's id; None when the chat is given.
        chat: Telegram's number of a private chat, whose person need be no newcomer.

    Raises:
        NewcomerUnknown: There is nobody like that.
        SayWho: The chat serves several newcomers; their ids are in the message.
        StillGuides: It is the chat of a begeleider who guides people.
    """
    async with _checked(settings) as database:
        async with database.work() as work:
            now = SystemClock().now()
            turn = Turn(work=work, services=Services(work, now, surroundings(settings)), now=now)
            leaving = await _leaving(turn.services, newcomer_id, chat)
            receipt = await _erase(turn, leaving, settings)
            await work.outbox.add(turn.outgoing, at=now)
        await database.after_erasure()
    return receipt


async def _leaving(services: Services, newcomer_id: int | None, chat: int | None) -> Leaving:
    found = newcomer_id if newcomer_id is not None else await _newcomer_of(services, chat)
    if found is not None:
        return await services.erasures.look_for_administrator(found)
    return await services.erasures.look(await _account(services, chat))


async def _erase(turn: Turn, leaving: Leaving, settings: Settings) -> dict[str, Any]:
    for begeleider_id in leaving.person.begeleider_ids if not leaving.guides else ():
        await move_to_team(turn, _resources(settings), begeleider_id)
    erased, kept = await erasing.forget_and_tell(turn, leaving)
    periods = turn.services.surroundings.policy.periods
    told = erasing_dutch.receipt(erased, periods, settings.zone, kept=kept)
    return {
        "number": erased.number,
        "at": erased.at.isoformat(),
        "rows": dict(erased.counts),
        "kept_in_chats": kept,
        "as_text": visible(told.text),
    }


def _resources(settings: Settings) -> Resources:
    return Resources(
        entries=load_entries(),
        bot_username="",
        fallback_chat=settings.fallback_chat,
        admin_chat=settings.admin_chat,
        zone=settings.zone,
    )


@contextlib.asynccontextmanager
async def _checked(settings: Settings) -> AsyncIterator[Database]:
    async with open_database(settings) as database:
        await check_schema(database.engine)
        yield database
