"""Telling a contact something on their Telegram, for work that they did not ask for themselves."""

from collections.abc import Callable

from bot.delivery.turn import Turn
from bot.domain import day_plan
from bot.domain.contact import Contact
from bot.texts.message import Message
from bot.texts.speaker import Speaker


async def tell_contact(turn: Turn, contact: Contact, say: Callable[[Speaker], Message]) -> bool:
    """Say something to a contact, by night without sound.

    Args:
        turn: The unit of work.
        contact: Whom it is for.
        say: Gives the message in their voice.

    Returns:
        False when they have no Telegram, or the bot cannot reach it.
    """
    account = await turn.work.accounts.get(contact.account_id) if contact.account_id else None
    if account is None or account.is_unreachable or not contact.is_active:
        return False
    is_night = not day_plan.may_remind(turn.now, turn.services.surroundings.zone)
    turn.tell(account, say(turn.speaker(account)).silently(is_night))
    return True
