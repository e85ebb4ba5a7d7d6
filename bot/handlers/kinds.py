"""Every kind of message that is not text gets a fitting reply, and goes to the begeleider if one likes."""

import datetime as dt
import logging

from telegram import Message, Update

from bot.delivery.context import BotContext
from bot.handlers import answers, conversation, edits, emergencies, states
from bot.handlers.begeleiders import importing
from bot.handlers.contacts import home as contact_home
from bot.handlers.newcomers import finding_typed, papers_in
from bot.handlers.saying import say_with_menu
from bot.texts import kinds as texts
from bot.texts.kinds import Sent
from bot.texts.message import Message as Said

logger = logging.getLogger(__name__)

BIG_FILE_BYTES = 20_000_000
"""What Telegram lets a bot fetch."""
ALBUM = "album"
"""The conversation's state while the pages of an album come in, and the kind of the job that ends it."""
EDIT_IS_NEW_WITHIN = dt.timedelta(minutes=15)
"""An edit this soon corrects what was just asked."""


async def carry_as_it_is(update: Update, context: BotContext) -> None:
    """Offer to send what the bot cannot read to the begeleider."""
    message = update.message
    assert message is not None
    if emergencies.is_seen(context):
        await emergencies.show(context, message)
        return
    if await importing.take_file(context, message) or await conversation.text_in_conversation(
        update, context
    ):
        return
    if context.account.is_begeleider:
        context.say(texts.cannot_read_for_begeleider(context.speaker), reply_to=message.message_id)
    elif await papers_in.take(context, message):
        return
    elif message.media_group_id:
        await _gather(context, message, message.media_group_id)
    else:
        reader = await context.services.answers.reader(context.account)
        offer = texts.carry_as_it_is(context.speaker, _sent(message), reader=reader)
        context.say(offer, reply_to=message.message_id)


def _sent(message: Message) -> Sent:
    attachment = message.effective_attachment
    if (getattr(attachment, "file_size", None) or 0) > BIG_FILE_BYTES:
        return Sent.BIG_FILE
    if message.voice or message.audio:
        return Sent.VOICE
    if message.video or message.video_note:
        return Sent.VIDEO
    if message.photo:
        return Sent.PHOTO
    return Sent.FILE


async def _gather(context: BotContext, message: Message, group: str) -> None:
    """Keep the page's number and answer the album once, when no page came for a while."""
    known = await states.current(context)
    if known is None or known[0] in (ALBUM, states.PAGES):
        albums = known[1]["albums"] if known and known[0] == ALBUM else {}
        pages = [*albums.get(group, []), message.message_id]
        await states.enter(context, ALBUM, albums={**albums, group: pages})
    await context.turn.later(
        ALBUM,
        context.services.now + papers_in.ALBUM_PAUSE,
        unique_key=f"album:{context.account.id}:{group}",
        account_id=context.account.id,
        group=group,
        first=message.message_id,
    )


async def sticker(update: Update, context: BotContext) -> None:
    """Be kind about a sticker, an animation, a dice or a game."""
    await _reply_unless_in_conversation(update, context, texts.sticker(context.speaker))


async def phone_card(update: Update, context: BotContext) -> None:
    """Say that a phone card is not kept."""
    await _reply_unless_in_conversation(update, context, texts.phone_card(context.speaker))


async def location(update: Update, context: BotContext) -> None:
    """Look for activities near it; the place on the map itself is not kept."""
    if await finding_typed.take_location(update, context):
        return
    await _reply_unless_in_conversation(update, context, texts.location(context.speaker))


async def poll(update: Update, context: BotContext) -> None:
    """Say that the bot does not vote."""
    await _reply_unless_in_conversation(update, context, texts.poll(context.speaker))


async def something_else(update: Update, context: BotContext) -> None:
    """Say that this kind of message is not understood."""
    await _reply_unless_in_conversation(update, context, texts.something_else(context.speaker))


async def _reply_unless_in_conversation(update: Update, context: BotContext, reply: Said) -> None:
    if not await conversation.text_in_conversation(update, context):
        say_with_menu(context, reply)


async def unknown_command(update: Update, context: BotContext) -> None:
    """Show a way on after a command that does not exist."""
    if await contact_home.show_help(context):
        return
    say_with_menu(context, texts.unknown_command(context.speaker))


async def edited(update: Update, context: BotContext) -> None:
    """Carry an edit over to the question it belongs to; answer anew what was just asked.

    Words of need bring the help lines first, and are carried over only when the person taps so.
    """
    message = update.edited_message
    assert message is not None
    if emergencies.is_seen(context):
        await edits.keep_in_draft(context, message)
        await emergencies.show(context, message)
        return
    if message.location or await edits.carry_over(context, message):
        return
    is_soon = message.edit_date is not None and message.edit_date - message.date <= EDIT_IS_NEW_WITHIN
    if message.text and is_soon:
        await answers.respond_or_note(context, message)
    else:
        context.say(texts.changed_too_late(context.speaker), reply_to=message.message_id)


async def service_message(update: Update, context: BotContext) -> None:
    """Leave alone what Telegram itself tells, such as a pinned message."""
    logger.info("update %d is a message of Telegram itself", update.update_id)
