"""The sender as a process of its own, to be killed; its arguments: API address, token, database."""

import asyncio
import sys

from bot.delivery import sender as sending
from bot.delivery.limits import UNLIMITED
from bot.delivery.sender import Sender
from bot.delivery.telegram_bot import create_bot
from bot.services.clock import SystemClock
from bot.storage.database import Database, create_engine


async def main(api_url: str, token: str, database_url: str) -> None:
    """Send until killed; the next one need not wait long for the lease."""
    sending.LEASE_SECONDS = 1.0
    bot = create_bot(token, api_url=api_url)
    await bot.initialize()
    database = Database(create_engine(database_url))
    sender = Sender(database, bot, clock=SystemClock(), limits=UNLIMITED, wake_jobs=lambda: None)
    await sender.run()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
