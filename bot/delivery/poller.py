"""Long polling: asks Telegram for updates, and acknowledges those that are kept."""

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.delivery.desk import Desk
from bot.delivery.errors import TelegramRefusesToken
from bot.delivery.handling import received
from bot.delivery.outcomes import seconds_to_wait
from bot.delivery.telegram_bot import DeliveryBot
from bot.delivery.whole import whole
from bot.services.delivery_ports import StoreUnavailable

logger = logging.getLogger(__name__)

LONGEST_WAIT = 30.0
DOUBLINGS = 6


class Poller:
    """The offset never passes an update that is not committed."""

    def __init__(self, bot: DeliveryBot, desk: Desk) -> None:
        self._bot = bot
        self._desk = desk
        self._offset = 0
        self._failures = 0

    async def run(self) -> None:
        """Poll until cancelled.

        Raises:
            TelegramRefusesToken: The token was revoked.
        """
        while True:
            try:
                updates = await self._bot.raw_updates(self._offset)
                await whole(self._keep(updates))
                self._failures = 0
            except InvalidToken as error:
                raise TelegramRefusesToken("BOT_TOKEN: Telegram does not know this token any more") from error
            except (TelegramError, StoreUnavailable) as error:
                await self._wait_after(error)

    async def _keep(self, updates: Sequence[dict[str, Any]]) -> None:
        if updates:
            await self._desk.take_in([received(update) for update in updates])
            self._offset = max(int(update["update_id"]) for update in updates) + 1

    async def _wait_after(self, error: Exception) -> None:
        self._failures += 1
        wait = min(0.5 * 2 ** min(self._failures, DOUBLINGS), LONGEST_WAIT)
        if isinstance(error, RetryAfter):
            wait = seconds_to_wait(error).total_seconds()
        if isinstance(error, Conflict):
            logger.error("another process asks for the same bot's updates; only one may")
        elif not isinstance(error, NetworkError) or self._failures > 1:
            logger.warning("no updates (%s), trying again in %.0f s", type(error).__name__, wait)
        await asyncio.sleep(wait)
