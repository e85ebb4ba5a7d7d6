"""One turn: an update or a job with its unit of work, and what is to be said when it commits."""

import datetime as dt
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from bot.delivery import payloads
from bot.domain.ids import ChatId
from bot.domain.people import Account
from bot.services.delivery_ports import Job, Outgoing, Priority, Transaction
from bot.services.services import Services
from bot.texts.fit import CAPTION_UNITS, shorten
from bot.texts.message import Message
from bot.texts.speaker import Speaker, escaped, speaker_for


@dataclass
class Turn:
    """Collects what goes out; the delivery keeps it in the same transaction as the effects."""

    work: Transaction
    services: Services
    now: dt.datetime
    prepared: Any = None
    """What was found out about the update or the job before the transaction; None when nothing was."""
    was_masked: bool = False
    """The person just wrote a national register number; it is hidden in everything that is here."""
    outgoing: list[Outgoing] = field(default_factory=list)
    toast: str | None = None
    """What the answer to a button press shows, in plain text, at most 200 characters."""
    toast_is_alert: bool = False
    callback_id: str | None = None
    """Set for a button press, which is answered at once after the commit."""
    failure: BaseException | None = None
    asked_for_jobs: bool = False
    """Work for later was added, so the job runner should look."""

    def tell(
        self,
        reader: Account,
        message: Message,
        *,
        reply_to: int | None = None,
        priority: Priority = Priority.NOTICE,
        name: str | None = None,
        about: str | None = None,
        tells_outcome: bool = False,
        expires_at: dt.datetime | None = None,
    ) -> None:
        """Say something to a person, in their chat.

        Args:
            reader: Whose chat it goes to.
            message: What is said, already in the reader's language.
            reply_to: The message in that chat it replies to.
            priority: Answers go before notices, notices before reminders.
            name: By which `edit` finds it later; unique within the chat.
            about: What it is about, such as `question:12`; a reply to it carries this.
            tells_outcome: Ask for a job `outcome` once it is known whether it arrived.
            expires_at: When it is too old to make sense.
        """
        method, payload = payloads.send(message, reply_to=reply_to)
        self._post(
            reader.chat_id,
            reader.language,
            method,
            payload,
            priority=priority,
            name=name,
            about=about,
            tells_outcome=tells_outcome,
            expires_at=expires_at,
        )

    def tell_chat(self, chat_id: ChatId, language: str, message: Message, **options: Any) -> None:
        """Say something in a chat that is nobody's account, such as the fallback chat."""
        method, payload = payloads.send(message, reply_to=options.pop("reply_to", None))
        self._post(chat_id, language, method, payload, **options)

    def edit(
        self,
        chat_id: ChatId,
        message: Message,
        *,
        message_id: int | None = None,
        name: str | None = None,
        language: str = "nl",
        priority: Priority = Priority.ANSWER,
    ) -> None:
        """Change a message that stands in a chat, by Telegram's id or by the name it was given."""
        method, payload = payloads.edit(message, message_id=message_id)
        target = name if name is not None else f"#{message_id}"
        self._post(chat_id, language, method, payload, edits=target, priority=priority)

    def copy(
        self,
        to: ChatId,
        language: str,
        *,
        from_chat: ChatId,
        message_id: int,
        caption: str | None = None,
        about: str | None = None,
        reply_to: int | None = None,
        is_silent: bool = False,
        tells_outcome: bool = False,
    ) -> None:
        """Carry a message of any kind (voice, picture, file) into another chat, without its sender's name.

        Args:
            to: The chat it goes to.
            language: Its reader's.
            from_chat: Where it stands.
            message_id: Telegram's id of it there.
            caption: Plain words to stand under it in place of its own, such as those in which a number is
                hidden. A message of text keeps its own words: `tell` what may be told of those instead.
            about: What it is about, such as `question:12`.
            reply_to: The message in the other chat it replies to.
            is_silent: Arrives without sound.
            tells_outcome: Ask for a job `outcome` once it is known whether it arrived.
        """
        payload: dict[str, Any] = {"from_chat_id": from_chat, "message_id": message_id}
        if caption is not None:
            payload |= {"caption": escaped(shorten(caption, CAPTION_UNITS)), "parse_mode": "HTML"}
        if is_silent:
            payload["disable_notification"] = True
        if reply_to is not None:
            payload["reply_parameters"] = {"message_id": reply_to, "allow_sending_without_reply": True}
        self._post(
            to,
            language,
            "copyMessage",
            payload,
            priority=Priority.NOTICE,
            about=about,
            tells_outcome=tells_outcome,
        )

    def delete(self, chat_id: ChatId, message_id: int) -> None:
        """Remove a message from a chat."""
        self._post(chat_id, "nl", "deleteMessage", {"message_id": message_id})

    def take_down(self, chat_id: ChatId, name: str) -> None:
        """Remove the newest message that was given this name, where Telegram still lets it go."""
        self._post(chat_id, "nl", "deleteMessage", {}, edits=name, priority=Priority.NOTICE)

    async def later(self, kind: str, due: dt.datetime, *, unique_key: str, **facts: Any) -> bool:
        """Ask for work at a moment; False when its key is already there."""
        self.asked_for_jobs = True
        return await self.work.jobs.add(Job(kind=kind, unique_key=unique_key, due=due, facts=facts))

    def speaker(self, reader: Account) -> Speaker:
        """The voice in which this person is spoken to."""
        return speaker_for(reader.language)

    def _post(
        self, chat_id: ChatId, language: str, method: str, payload: dict[str, Any], **options: Any
    ) -> None:
        self.outgoing.append(
            Outgoing(chat_id=chat_id, language=language, method=method, payload=payload, **options)
        )


CURRENT_TURN: ContextVar[Turn] = ContextVar("current_turn")
"""The turn that the handlers of this update work in."""
