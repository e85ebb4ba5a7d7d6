"""Who is speaking: recognised before anything else; groups other than the team's are left alone."""

import logging

from telegram import ChatMemberUpdated, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.ext import ApplicationHandlerStop

from bot.delivery.context import BotContext
from bot.domain.ids import ChatId
from bot.handlers.posting import UNREACHABLE
from bot.handlers.resources import resources_of
from bot.texts import kinds, masking

logger = logging.getLogger(__name__)

_AWAY = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


async def recognise(update: Update, context: BotContext) -> None:
    """Find the sender's account, or stop here when nobody is there to be answered."""
    chat, user = update.effective_chat, update.effective_user
    if chat is None:
        logger.info("update %d is of a kind without a chat", update.update_id)
        raise ApplicationHandlerStop
    accounts = context.services.accounts
    if chat.type != ChatType.PRIVATE:
        context.account = accounts.team(ChatId(chat.id))
        if chat.id == resources_of(context).fallback_chat:
            _tell_hidden_number(update, context)
        return
    context.account = await accounts.recognise(
        ChatId(chat.id),
        name=(user.first_name if user else chat.first_name) or "",
        language_code=user.language_code if user else None,
    )
    if context.account.is_unreachable and update.my_chat_member is None:
        context.account = await accounts.came_back(context.account)
    _tell_hidden_number(update, context)


def _tell_hidden_number(update: Update, context: BotContext) -> None:
    """Say it beside the message in question; that one is answered as usual."""
    if context.was_masked:
        message = update.effective_message
        context.say(masking.number_masked(context.speaker), reply_to=message.message_id if message else None)


async def blocked_or_back(update: Update, context: BotContext) -> None:
    """Note that a person blocked the bot or let it in again; greet a group once."""
    change = update.my_chat_member
    assert change is not None
    if change.chat.type == ChatType.PRIVATE:
        if change.new_chat_member.status in _AWAY:
            # The same work as when Telegram refuses a message: whoever waits must hear it.
            chat_id = context.account.chat_id
            key = f"{UNREACHABLE}:{chat_id}"
            await context.turn.later(UNREACHABLE, context.turn.now, unique_key=key, chat_id=chat_id)
        else:
            context.account = await context.services.accounts.came_back(context.account)
    elif _was_added_to_group(change) and not resources_of(context).is_team_chat(change.chat.id):
        context.say(kinds.private_chats_only(context.speaker, change.chat.id))


def _was_added_to_group(change: ChatMemberUpdated) -> bool:
    is_group = change.chat.type in (ChatType.GROUP, ChatType.SUPERGROUP)
    was_in = change.old_chat_member.status not in _AWAY
    return is_group and not was_in and change.new_chat_member.status not in _AWAY


async def note_unknown(update: Update, context: BotContext) -> None:
    """Log the kind, and only that, of an update that nothing else takes."""
    kinds_sent = [kind for kind in Update.ALL_TYPES if getattr(update, kind, None) is not None]
    logger.info("update %d is of a kind not handled: %s", update.update_id, ", ".join(kinds_sent) or "new")
