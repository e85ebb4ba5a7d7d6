"""What a pressed button says."""

from telegram import Update

from bot.texts.buttons import Press, read


def pressed(update: Update) -> Press:
    """The button of this update, read with care."""
    query = update.callback_query
    return read(query.data if query else None)
