"""What handlers get: python-telegram-bot's context with the turn, the account and the voice."""

from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot

from bot.delivery.turn import CURRENT_TURN, Turn
from bot.domain.people import Account
from bot.domain.understanding import Understanding
from bot.services.delivery_ports import Priority
from bot.services.services import Services
from bot.texts.message import Message
from bot.texts.speaker import Speaker, speaker_for


class BotContext(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """Everything a handler needs, typed; it keeps nothing between updates."""

    _turn: Turn
    account: Account
    """Who sent the update; set before any handler runs."""

    @classmethod
    def from_update(
        cls, update: object, application: Application[Any, Any, Any, Any, Any, Any]
    ) -> "BotContext":
        """Make the context of one update, within the turn that is being handled."""
        context = super().from_update(update, application)
        context._turn = CURRENT_TURN.get()
        return context

    @property
    def turn(self) -> Turn:
        """The unit of work and what is to be said."""
        return self._turn

    @property
    def services(self) -> Services:
        """The use cases, within this update's unit of work."""
        return self._turn.services

    @property
    def understanding(self) -> Understanding | None:
        """What the bot makes of the message, for free text."""
        prepared: Understanding | None = self._turn.prepared
        return prepared

    @property
    def was_masked(self) -> bool:
        """Did the person just write a national register number? It is hidden in all that handlers see."""
        return self._turn.was_masked

    @property
    def speaker(self) -> Speaker:
        """The voice in which the sender is spoken to."""
        return speaker_for(self.account.language)

    def say(self, message: Message, **options: Any) -> None:
        """Answer in the sender's own chat; options as in `Turn.tell`."""
        self._turn.tell(self.account, message, priority=Priority.ANSWER, **options)

    def tell(self, reader: Account, message: Message, **options: Any) -> None:
        """Say something to another person; options as in `Turn.tell`."""
        self._turn.tell(reader, message, **options)

    def edit(self, update: Update, message: Message) -> None:
        """Change the message whose button was pressed; below one with a picture or a file, say it anew.

        Telegram cannot turn a message with a picture into one without.
        """
        query = update.callback_query
        assert query is not None
        assert query.message is not None
        if getattr(query.message, "photo", None) or getattr(query.message, "document", None):
            self.say(message)
            return
        self._turn.edit(
            self.account.chat_id, message, message_id=query.message.message_id, language=self.account.language
        )

    def toast(self, text: str, *, is_alert: bool = False) -> None:
        """Show a short plain text as the answer to a button press."""
        self._turn.toast, self._turn.toast_is_alert = text[:200], is_alert
