"""What handlers need from outside: values that the application chose when it started."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast
from zoneinfo import ZoneInfo

from telegram.ext import Application, CallbackContext

from bot.domain.entry import Entry
from bot.domain.errors import EntryUnknown
from bot.domain.ids import EntryId

_KEY = "resources"


@dataclass(frozen=True, kw_only=True)
class Resources:
    """The FAQ, the bot's own name and what settings say; the same for every update."""

    entries: Mapping[EntryId, Entry]
    bot_username: str
    """The bot's name at Telegram, without @; links begin with it."""
    fallback_chat: int | None
    """The group in which the team reads questions of people without a begeleider."""
    admin_chat: int | None
    """The chat that hears of updates set aside; the bot does not speak of anything else there."""
    zone: ZoneInfo
    public_url: str | None = None
    """The public address of the bot's own pages; None where it has none."""
    weak_languages: frozenset[str] = frozenset()
    """In these the bot understands too few messages: it says so, and leads by buttons."""
    sends_mail: bool = False
    """Is there a server through which mail to contacts goes out?"""

    def is_team_chat(self, chat_id: int) -> bool:
        """Is this a group the team chose for the bot?"""
        return chat_id in (self.fallback_chat, self.admin_chat)

    def is_weak_in(self, language: str) -> bool:
        """Does the bot understand too few messages in this language?"""
        return language in self.weak_languages

    def entry(self, entry_id: str) -> Entry:
        """The entry with this id.

        Raises:
            EntryUnknown: There is none, as a forged button may claim.
        """
        try:
            return self.entries[EntryId(entry_id)]
        except KeyError:
            raise EntryUnknown from None


def keep_resources(application: Application[Any, Any, Any, Any, Any, Any], resources: Resources) -> None:
    """Put the resources where every handler finds them."""
    application.bot_data[_KEY] = resources


def resources_of(context: CallbackContext[Any, Any, Any, Any]) -> Resources:
    """The resources this application started with."""
    return cast(Resources, context.application.bot_data[_KEY])
