"""Hides national register numbers in an update before it is kept anywhere."""

from typing import Any

from bot.domain.insz import masked

MARK = "was_masked"
"""Stands in a kept update whose person just wrote such a number; Telegram has no field of this name."""

_MEANT_FOR_MACHINES = frozenset(
    {
        *("id", "file_id", "file_unique_id", "data", "username", "chat_instance", "inline_message_id"),
        *("media_group_id", "type", "language_code", "phone_number", "mime_type", "emoji", "custom_emoji_id"),
        *("business_connection_id", "set_name", "currency", "status", "unique_id", "option_id"),
    }
)
_NOT_JUST_WRITTEN = frozenset(
    {
        *("reply_to_message", "external_reply", "quote", "pinned_message", "callback_query"),
        *("from", "chat", "user", "sender_chat", "via_bot", "forward_origin"),
    }
)
"""What was written earlier or stands in every message: it is hidden, and nobody is told each time."""


def hide_numbers(update: dict[str, Any]) -> dict[str, Any]:
    """The same update with every national register number hidden, and marked when the person just wrote it.

    What they wrote earlier, such as the message they reply to, is hidden too, without the mark.

    Args:
        update: As Telegram sent it.
    """
    walk = _Walk()
    hidden: dict[str, Any] = walk.through(update)
    return {**hidden, MARK: True} if walk.found_new else hidden


class _Walk:
    """Goes through a JSON value once and remembers whether something new was hidden."""

    def __init__(self) -> None:
        self.found_new = False

    def through(self, value: Any, *, is_new: bool = True) -> Any:
        """The value with what is to be hidden replaced."""
        if isinstance(value, str):
            hidden = masked(value)
            self.found_new |= is_new and hidden != value
            return hidden
        if isinstance(value, list):
            return [self.through(one, is_new=is_new) for one in value]
        if isinstance(value, dict):
            return {key: self._of(key, one, is_new) for key, one in value.items()}
        return value

    def _of(self, key: str, value: Any, is_new: bool) -> Any:
        if isinstance(value, str) and key in _MEANT_FOR_MACHINES:
            return value
        return self.through(value, is_new=is_new and key not in _NOT_JUST_WRITTEN)
