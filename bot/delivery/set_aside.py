"""What happens to an update that fails: it is tried again a few times, then set aside with an apology."""

import datetime as dt
import json
import logging

from bot.delivery import payloads
from bot.domain.ids import ChatId
from bot.domain.languages import SOURCE_LANGUAGE, spoken_for
from bot.services.delivery_ports import Outgoing, Received, Transaction
from bot.texts import apologies
from bot.texts.message import Message
from bot.texts.speaker import speaker_for

logger = logging.getLogger(__name__)

TRIES = 3


class Setback:
    """Notes a failure, and ends an update that keeps failing without stopping those behind it."""

    def __init__(self, *, admin_chat: int | None) -> None:
        self._admin_chat = admin_chat

    async def note(
        self, work: Transaction, update: Received, error: BaseException, *, now: dt.datetime
    ) -> None:
        """Try it again later, or set it aside, tell the person and the administrator."""
        attempts = update.attempts + 1
        place = where(error)
        if attempts < TRIES:
            logger.warning("update %d failed (%s), try %d", update.update_id, place, attempts)
            next_try = now + dt.timedelta(seconds=4 ** (attempts - 1))
            await work.inbox.postpone(update.update_id, error=place, next_try=next_try)
            return
        logger.error("update %d set aside (%s)", update.update_id, place)
        await work.inbox.set_aside(update.update_id, error=place, at=now)
        await work.outbox.add(await self._messages(work, update, place), at=now)

    async def _messages(self, work: Transaction, update: Received, place: str) -> list[Outgoing]:
        messages = []
        if chat_id := _private_chat(update):
            account = await work.accounts.of_chat(chat_id)
            language = account.language if account else spoken_for(_language_code(update))
            messages.append(_send(chat_id, apologies.something_broke(speaker_for(language)), language))
        if self._admin_chat is not None:
            text = apologies.update_set_aside(speaker_for(SOURCE_LANGUAGE), update.update_id, place)
            messages.append(_send(ChatId(self._admin_chat), text, SOURCE_LANGUAGE))
        return messages


def _send(chat_id: ChatId, message: Message, language: str) -> Outgoing:
    method, payload = payloads.send(message)
    return Outgoing(chat_id=chat_id, method=method, payload=payload, language=language)


def where(error: BaseException) -> str:
    """The kind of failure and the line it came from; never its message, which may quote a person."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}" if trace else "?"
    return f"{type(error).__name__} at {place}"[:200]


def _private_chat(update: Received) -> ChatId | None:
    # Private chats have positive ids, groups and channels negative ones.
    return update.chat_id if update.chat_id > 0 else None


def _language_code(update: Received) -> str | None:
    for content in json.loads(update.payload).values():
        if isinstance(content, dict) and isinstance(content.get("from"), dict):
            code = content["from"].get("language_code")
            return code if isinstance(code, str) else None
    return None
