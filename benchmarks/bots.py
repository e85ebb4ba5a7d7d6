"""The bots that the delivery's benchmark compares, each as a process of its own.

`python -m benchmarks.bots echo|ours API_URL TOKEN DATABASE_URL FOLDER` prints one line when it is ready.
"""

import asyncio
import os
import sys
from pathlib import Path

import uvloop
from telegram import Update
from telegram.ext import ApplicationBuilder, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from bot.app import open_app, open_database, use_polling
from bot.delivery.limits import UNLIMITED, Limits
from bot.settings import read_settings
from bot.storage.schema import migrate


async def echo(api_url: str, token: str) -> None:
    """A bare python-telegram-bot bot as its first example has it: it keeps nothing."""
    application = ApplicationBuilder().token(token).base_url(f"{api_url}/bot").build()
    application.add_handler(CallbackQueryHandler(_edit))
    application.add_handler(MessageHandler(filters.TEXT, _reply))
    async with application:
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling()
        print("ready", flush=True)
        await asyncio.Event().wait()


async def _reply(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.effective_message is not None
    await update.effective_message.reply_text("echo")


async def _edit(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.callback_query is not None
    await update.callback_query.answer()
    await update.callback_query.edit_message_text(f"echo {update.update_id}")


async def ours(api_url: str, token: str, database_url: str, folder: str, *, limits: Limits) -> None:
    """The whole bot, everything committed."""
    settings = read_settings(
        token=token, api_url=api_url, database_url=database_url, data_dir=Path(folder), _env_file=None
    )
    async with open_database(settings) as database:
        await migrate(database.engine)
    async with open_app(settings, limits=limits) as app:
        await use_polling(app.bot)
        print("ready", flush=True)
        await app.run()


def main() -> None:
    """Run one bot until it is killed."""
    kind, *rest = sys.argv[1:]
    os.environ["OMP_NUM_THREADS"] = "1"
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        if kind == "echo":
            runner.run(echo(*rest[:2]))
        else:
            runner.run(ours(*rest, limits=UNLIMITED if kind == "ours" else Limits()))


if __name__ == "__main__":
    main()
