"""Runs python-telegram-bot's handlers for one update, within a turn, and lets failures out."""

import json
from collections.abc import Callable
from typing import Any

from telegram import Update
from telegram.ext import Application, ContextTypes

from bot.delivery.context import BotContext
from bot.delivery.masking import MARK, hide_numbers
from bot.delivery.turn import CURRENT_TURN, Turn
from bot.services.clock import Clock
from bot.services.delivery_ports import Received, Transaction
from bot.services.services import Services

BotApplication = Application[Any, Any, Any, Any, Any, Any]
MakeServices = Callable[[Transaction, Any], Services]


class Handling:
    """Turns an update into effects and messages, all within the transaction it is given."""

    def __init__(self, application: BotApplication, make_services: MakeServices, clock: Clock) -> None:
        self.application = application
        self._make_services = make_services
        self._clock = clock
        application.add_error_handler(_remember)

    def new_turn(self, work: Transaction, prepared: Any = None) -> Turn:
        """A turn of this moment in a unit of work."""
        now = self._clock.now()
        return Turn(work=work, services=self._make_services(work, now), now=now, prepared=prepared)

    async def run(self, work: Transaction, received: Received, prepared: Any) -> Turn:
        """Handle one update; whatever a handler raises comes out, so that its effects do not stay."""
        turn = self.new_turn(work, prepared)
        content = json.loads(received.payload)
        turn.was_masked = bool(content.pop(MARK, False))
        update = Update.de_json(content, self.application.bot)
        turn.callback_id = update.callback_query.id if update.callback_query else None
        token = CURRENT_TURN.set(turn)
        try:
            await self.application.process_update(update)
        finally:
            CURRENT_TURN.reset(token)
        if turn.failure is not None:
            raise turn.failure
        return turn


async def _remember(update: object, context: ContextTypes.DEFAULT_TYPE | BotContext) -> None:
    """Keep what a handler raised; python-telegram-bot would only log it."""
    CURRENT_TURN.get().failure = context.error


_LARGEST_ID = 2**63


def chat_of(update: dict[str, Any]) -> int:
    """The chat whose order an update belongs to; 0 for one that belongs to none."""
    for kind, content in update.items():
        if not isinstance(content, dict):
            continue
        message = content.get("message") if kind == "callback_query" else content
        for holder in (message, content):
            chat = (holder.get("chat") or holder.get("from")) if isinstance(holder, dict) else None
            number = chat.get("id") if isinstance(chat, dict) else None
            if isinstance(number, int) and abs(number) < _LARGEST_ID:
                return int(number)
    return 0


def received(update: dict[str, Any]) -> Received:
    """An update as the inbox keeps it: a national register number in it is hidden from here on."""
    return Received(
        update_id=int(update["update_id"]),
        chat_id=chat_of(update),  # type: ignore[arg-type]
        # Escaped, because a database takes neither NUL nor half a character.
        payload=json.dumps(hide_numbers(update)),
    )
