"""Reads free text before its transaction opens, in a thread, so that nobody waits for the encoder."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any, Protocol

from bot.domain.ids import ChatId, EntryId
from bot.domain.people import Account
from bot.domain.search import Search
from bot.domain.understanding import Action, Outcome, Understanding
from bot.handlers import states
from bot.handlers.newcomers.rings import Draw
from bot.services.delivery_ports import Received, Store
from bot.texts import buttons
from bot.texts.begeleider_home import is_label
from bot.texts.menu import MenuButton, action_of_label
from bot.texts.menu_names import button_named

OFF_SECONDS = 1.0
"""How long (seconds) it is remembered which entries are out of service."""

_SHOW_HOURS = (buttons.data(buttons.MINE, "show"), buttons.data(buttons.CHOICE, f"@{Action.PROGRESS}"))
_HOURS_COMMANDS = ("/uren", "/hours")
_SHOW_OFFERS = tuple(buttons.data(kind, "") for kind in (buttons.OFFER, buttons.GOING, buttons.CATALOGUE))
_OFFERS = buttons.data(buttons.CHOICE, Action.OFFERS.label)
_MAY_BE_WISHES = (Outcome.FORWARD, Outcome.CHOOSE)
"""What nothing answers for sure may be a wish as well."""

Refresh = Callable[[], Awaitable[object]]


class Matcher(Protocol):
    """Understands a message; safe to call from another thread."""

    def understand(
        self,
        text: str,
        *,
        hint: str | None = None,
        off: Collection[EntryId] = (),
        for_professional: bool = False,
    ) -> Understanding:
        """Read one message."""
        ...


class WishReader(Protocol):
    """Reads what somebody would like to do; safe to call from another thread."""

    def read(self, text: str, *, hint: str | None = None) -> Search:
        """Read one message."""
        ...


def make_prepare(
    matcher: Matcher,
    store: Store,
    *,
    draw: Draw | None = None,
    wishes: WishReader | None = None,
    refresh: Refresh | None = None,
    rare: Collection[EntryId] = (),
) -> Callable[[Received], Awaitable[Understanding | None] | None]:
    """What the delivery calls for each update: reads it, and draws what it asks for.

    Args:
        matcher: Understands messages.
        store: Opens a unit of work that only reads.
        draw: Draws the picture of somebody's hours.
        wishes: Reads messages as wishes for an activity.
        refresh: Brings the catalogue in memory up to date.
        rare: Entries that newcomers do not ask about: what seems to mean them may be a wish.
    """
    reader = _Reader(matcher, store, wishes, frozenset(rare))

    async def read(chat_id: ChatId, text: str, *, is_wish: bool) -> Understanding:
        understanding = await reader.read(chat_id, text, is_wish=is_wish)
        if draw is not None and is_about_hours(text, understanding):
            await draw(chat_id)
        if refresh is not None and (
            understanding.wish is not None or button_named(text) is MenuButton.OFFERS
        ):
            await refresh()
        return understanding

    async def renew(refresh: Refresh) -> None:
        await refresh()

    def prepare(received: Received) -> Awaitable[Understanding | None] | None:
        update = json.loads(received.payload)
        text = text_to_read(update)
        if text is not None:
            return read(received.chat_id, text, is_wish=asks_for_offers(update))
        if refresh is not None and shows_offers(update):
            return renew(refresh)
        return draw(received.chat_id) if draw is not None and shows_hours(update) else None

    return prepare


def is_about_hours(text: str, understanding: Understanding) -> bool:
    """Will a message be answered with the picture of one's hours?"""
    return understanding.action is Action.PROGRESS or button_named(text) is MenuButton.HOURS


def asks_for_offers(update: dict[str, Any]) -> bool:
    """Does a press say that the message behind it is a wish for an activity?"""
    return str((update.get("callback_query") or {}).get("data") or "") == _OFFERS


def shows_offers(update: dict[str, Any]) -> bool:
    """May this update show activities: a large button, a button of the search, a location?"""
    if query := update.get("callback_query"):
        return str(query.get("data") or "").startswith(_SHOW_OFFERS)
    message = update.get("message") or {}
    return "location" in message or action_of_label(message.get("text") or "") is MenuButton.OFFERS


def shows_hours(update: dict[str, Any]) -> bool:
    """Does this update ask for the picture of one's hours, by a large button, a command or a button?"""
    if query := update.get("callback_query"):
        data = query.get("data") or ""
        return data in _SHOW_HOURS or data.startswith(f"{_SHOW_HOURS[0]}:")
    text = (update.get("message") or {}).get("text") or ""
    return action_of_label(text) is MenuButton.HOURS or text in _HOURS_COMMANDS


def text_to_read(update: dict[str, Any]) -> str | None:
    """The text of an update that the matcher must read; None for what needs no reading.

    That is a message or a caption (or an edit of one) in a private chat which is neither a command nor
    the label of a large button, and the message that a pressed "ask my begeleider" refers to.
    """
    if query := update.get("callback_query"):
        return _text_behind(query)
    message = update.get("message") or update.get("edited_message") or {}
    text = message.get("text") or message.get("caption")
    if not text or message.get("chat", {}).get("type") != "private":
        return None
    return None if text.startswith("/") or is_label(text) else str(text)


def _text_behind(query: dict[str, Any]) -> str | None:
    if not buttons.needs_reading(query.get("data") or ""):
        return None
    original = (query.get("message") or {}).get("reply_to_message") or {}
    return original.get("text") or original.get("caption") or None


class _Reader:
    """Runs the matcher in one thread, with what it must know of the person."""

    def __init__(
        self, matcher: Matcher, store: Store, wishes: WishReader | None, rare: frozenset[EntryId]
    ) -> None:
        self._rare = rare
        self._matcher = matcher
        self._store = store
        self._wishes = wishes
        # One thread: the encoder fills a core by itself, and two would only wait for each other.
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="matcher")
        self._off: frozenset[EntryId] = frozenset()
        self._off_until = 0.0

    async def read(self, chat_id: ChatId, text: str, *, is_wish: bool) -> Understanding:
        account, state = await self._look_up(chat_id)

        def understand() -> Understanding:
            found = self._matcher.understand(
                text,
                hint=account.language if account else None,
                off=self._off,
                for_professional=account is not None and account.is_begeleider,
            )
            if self._wishes is None or not (is_wish or may_be_wish(found, account, state, self._rare)):
                return found
            return replace(found, wish=self._wishes.read(text, hint=found.language))

        return await asyncio.get_running_loop().run_in_executor(self._thread, understand)

    async def _look_up(self, chat_id: ChatId) -> tuple[Account | None, str | None]:
        async with self._store.work(reads_only=True) as work:
            if time.monotonic() >= self._off_until:
                self._off = frozenset(switched.entry for switched in await work.entries_off.all())
                self._off_until = time.monotonic() + OFF_SECONDS
            account = await work.accounts.of_chat(chat_id)
            if account is None or self._wishes is None:
                return account, None
            found = await work.conversations.get(account.id)
            return account, found[0] if found else None


def may_be_wish(
    found: Understanding, account: Account | None, state: str | None, rare: Collection[EntryId] = ()
) -> bool:
    """Is a message worth reading as a wish for an activity?"""
    if found.outcome is Outcome.EMERGENCY:
        return False
    if state in (states.FINDING, states.PLACE):
        return True
    is_begeleider = account is not None and account.is_begeleider
    return not is_begeleider and (
        found.action is Action.OFFERS or found.outcome in _MAY_BE_WISHES or found.entry in rare
    )
