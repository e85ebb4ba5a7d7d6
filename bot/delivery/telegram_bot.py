"""python-telegram-bot's client, with the two calls that the delivery makes in raw form."""

import os
from typing import Any

from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

POLL_SECONDS = 30

# Waiting times come as timedeltas, as the library is going to have it; else it warns at each one.
os.environ.setdefault("PTB_TIMEDELTA", "true")


class DeliveryBot(ExtBot[None]):
    """Receives updates as Telegram wrote them, and sends what the outbox holds.

    Raw updates are kept before they are parsed, so that one of an unknown or broken shape is
    set aside by itself and never stops those behind it.
    """

    async def raw_updates(
        self, offset: int, *, limit: int = 100, wait: int = POLL_SECONDS
    ) -> list[dict[str, Any]]:
        """Ask for updates from `offset` on, which acknowledges all before it.

        Args:
            offset: The lowest update id wanted.
            limit: At most so many.
            wait: How long Telegram may wait for the first, in seconds.
        """
        data = {"offset": offset, "limit": limit, "timeout": wait, "allowed_updates": ALLOWED_UPDATES}
        updates: list[dict[str, Any]] = await self._post("getUpdates", data, read_timeout=wait + 10)
        return updates

    async def call(self, method: str, parameters: dict[str, Any]) -> Any:
        """Call a method of the Bot API by its name; gives back Telegram's result as it is."""
        return await self._post(method, parameters)


ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member", "message_reaction"]


def create_bot(token: str, *, api_url: str, connections: int = 64) -> DeliveryBot:
    """Make the client for a Bot API at `api_url` (without a trailing slash)."""
    api_url = api_url.rstrip("/")
    return DeliveryBot(
        token=token,
        base_url=f"{api_url}/bot",
        base_file_url=f"{api_url}/file/bot",
        request=HTTPXRequest(connection_pool_size=connections, pool_timeout=5, read_timeout=15),
        get_updates_request=HTTPXRequest(connection_pool_size=2, read_timeout=POLL_SECONDS + 10),
    )
