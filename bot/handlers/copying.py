"""Carries a message as it is into another chat, but for a national register number in it.

Telegram copies what was written, the number included; what was kept of the message holds it hidden.
"""

from dataclasses import dataclass

from bot.delivery.turn import Turn
from bot.domain.ids import ChatId
from bot.domain.insz import has_hidden
from bot.texts import fit
from bot.texts.message import Message
from bot.texts.speaker import escaped


@dataclass(frozen=True, kw_only=True)
class Original:
    """A message where its writer wrote it."""

    chat_id: ChatId
    message_id: int
    content: str
    """Its text or caption as it was kept."""
    is_text: bool


def carry(
    turn: Turn,
    original: Original,
    to: ChatId,
    language: str,
    *,
    about: str,
    is_silent: bool = False,
    tells_outcome: bool = False,
) -> None:
    """Bring a message into a chat, without its sender's name."""
    is_hidden = has_hidden(original.content)
    if is_hidden and original.is_text:
        *before, last = fit.split(original.content, fit.MESSAGE_UNITS)
        for piece in before:
            turn.tell_chat(to, language, _words(piece, is_silent), about=about)
        turn.tell_chat(to, language, _words(last, is_silent), about=about, tells_outcome=tells_outcome)
        return
    turn.copy(
        to,
        language,
        from_chat=original.chat_id,
        message_id=original.message_id,
        about=about,
        is_silent=is_silent,
        tells_outcome=tells_outcome,
        caption=original.content if is_hidden else None,
    )


def _words(text: str, is_silent: bool) -> Message:
    return Message(text=escaped(text)).silently(is_silent)
