"""What a pressed button says, and which message of the person its screen belongs to."""

from telegram import Message, Update

from bot.texts.buttons import Press, read


def pressed(update: Update) -> Press:
    """The button of this update, read with care."""
    query = update.callback_query
    return read(query.data if query else None)


def original_of(update: Update) -> Message | None:
    """The person's own message that the pressed screen replies to, when Telegram still has it."""
    screen = update.callback_query.message if update.callback_query else None
    return screen.reply_to_message if isinstance(screen, Message) else None
