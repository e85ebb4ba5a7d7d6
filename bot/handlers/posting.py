"""Carries questions and answers between the newcomer and whoever reads them.

Handlers and jobs share it: everything goes into the turn, and out after the commit. One message in the
reader's chat is the question's card; it is edited as things happen, and found back by its name.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from telegram import Message as Received
from telegram import Update

from bot.delivery.context import BotContext
from bot.delivery.turn import Turn
from bot.domain.ids import ChatId, EntryId
from bot.domain.languages import SOURCE_LANGUAGE
from bot.domain.people import Account
from bot.domain.question import Question, QuestionPart
from bot.domain.reader import Answerer, Reader
from bot.handlers.copying import Original, carry
from bot.handlers.resources import Resources, resources_of
from bot.services.delivery_ports import Priority
from bot.services.questions import Written
from bot.texts import begeleider as texts
from bot.texts import cards, replies, who
from bot.texts.begeleider import Waiting
from bot.texts.cards import Card
from bot.texts.message import Message
from bot.texts.replies import Look, Reply

OVERDUE, MORNING_LIST, FORGET_DRAFT = "question_overdue", "morning_list", "forget_draft"
OUTCOME, UNREACHABLE = "outcome", "unreachable"


def written(message: Received) -> Written:
    """A message as a part of a question: its text or caption, and where it can be copied from."""
    return Written(
        content=message.text or message.caption or "",
        message_id=message.message_id,
        is_text=message.text is not None,
    )


def subject(question: Question) -> str:
    """What a message about this question carries, so that a reply to it finds its way."""
    return f"question:{question.id}"


def card_name(question: Question) -> str:
    """By which the question's card is found in its reader's chat."""
    return f"card:{question.id}"


def reply_name(part: QuestionPart) -> str:
    """By which an answer is found in the chat of whoever asked."""
    return f"reply:{part.id}"


@dataclass(frozen=True)
class Post:
    """Says things about questions within one turn."""

    turn: Turn
    resources: Resources

    # To whoever reads.

    async def bring(self, question: Question, reader: Reader, *, new_parts: Sequence[QuestionPart]) -> None:
        """Bring a question, or what was added to it, to its reader.

        Args:
            question: The question as it is now.
            reader: Who reads it.
            new_parts: What the reader has not seen; voice, pictures and long texts follow the card.
        """
        is_at_work = self.turn.services.readers.is_at_work(reader)
        is_known = len(new_parts) < len(question.parts)
        await self._place_card(question, reader, is_silent=not is_at_work, is_known=is_known)
        await self._copy_parts(question, reader, new_parts)
        if not is_at_work:
            await self._gather_for_morning(reader)
        await self._remind_when_overdue(question, reader)

    async def bring_again(self, question: Question, chat_id: ChatId) -> None:
        """Show a card further down, with everything that belongs below it."""
        reader = Reader(chat_id=chat_id, begeleider_id=question.begeleider_id)
        await self._place_card(question, reader, is_silent=False, is_known=True)
        await self._copy_parts(question, reader, question.asked)

    async def bring_below(self, question: Question, reader: Reader, parts: Sequence[QuestionPart]) -> None:
        """Bring what the card has no room for: another page of an album, or a long text that was changed."""
        await self._copy_parts(question, reader, parts)

    async def _place_card(
        self, question: Question, reader: Reader, *, is_silent: bool, is_known: bool
    ) -> None:
        name = card_name(question)
        if is_known:
            # The card that stands further up steps aside, so that one card shows what is true now.
            stand_in = texts.shown_below(question, await self.asker_name(question))
            self._edit(reader.chat_id, stand_in, name)
        self.to_reader(reader, (await self.card(question)).silently(is_silent), question, name=name)

    async def _copy_parts(self, question: Question, reader: Reader, parts: Sequence[QuestionPart]) -> None:
        asker = await self.turn.services.readers.asker(question)
        # An answer stands in another chat, where its number means another message.
        for part in (part for part in parts if not part.part.is_answer):
            if part.message_id is not None and cards.is_carried_below(part):
                original = _original(part, part.message_id, asker.chat_id)
                about = subject(question)
                carry(self.turn, original, reader.chat_id, SOURCE_LANGUAGE, about=about, is_silent=True)

    async def _gather_for_morning(self, reader: Reader) -> None:
        due = self.turn.services.readers.next_morning(reader)
        key = f"{MORNING_LIST}:{reader.person_id or 'team'}:{due:%Y%m%d%H%M}"
        await self.turn.later(MORNING_LIST, due, unique_key=key, begeleider_id=reader.person_id)

    async def _remind_when_overdue(self, question: Question, reader: Reader) -> None:
        due = self.turn.services.readers.overdue_at(question, reader)
        key = f"{OVERDUE}:{question.id}:{question.answer_by}"
        day = question.answer_by.isoformat() if question.answer_by else None
        await self.turn.later(OVERDUE, due, unique_key=key, question_id=question.id, day=day)

    async def refresh(self, question: Question, *, at: ChatId | None = None) -> None:
        """Draw the card anew where it is read, and in the chat of whoever works on it now.

        Where somebody else was said to read it, as in the chat of who is on leave, that stays until they
        answer it themselves (`Readers.live_desks_of`).
        """
        card = await self.card(question)
        desks = await self.turn.services.readers.live_desks_of(question)
        for chat_id in dict.fromkeys([*desks, at] if at is not None else desks):
            self._edit(chat_id, card, card_name(question))

    async def take_away(self, question: Question, former: Reader) -> None:
        """Somebody else reads the question from now on; the card says so where it stood."""
        await self.take_from(question, [former.chat_id])

    async def take_from(self, question: Question, chats: Iterable[ChatId]) -> None:
        """The same for every chat in which the card may stand."""
        gone = texts.read_by_another(question, await self.asker_name(question))
        for chat_id in chats:
            self._edit(chat_id, gone, card_name(question))

    def _edit(self, chat_id: ChatId, message: Message, name: str) -> None:
        # As a notice, so that it comes after the card it changes when both still wait.
        self.turn.edit(chat_id, message, name=name, language=SOURCE_LANGUAGE, priority=Priority.NOTICE)

    def to_reader(
        self,
        reader: Reader,
        message: Message,
        question: Question,
        *,
        name: str | None = None,
        priority: Priority = Priority.NOTICE,
    ) -> None:
        """Say something about a question to whoever reads it."""
        self.turn.tell_chat(
            reader.chat_id,
            SOURCE_LANGUAGE,
            message,
            name=name,
            about=subject(question),
            priority=priority,
        )

    async def card(self, question: Question) -> Message:
        """The card of a question as it is now."""
        return cards.card(await self.shown(question))

    async def shown(self, question: Question) -> Card:
        """A question with what its card needs."""
        off = await self.turn.services.answers.withheld(question.nearest, question.newcomers)
        entries = self.resources.entries
        return Card(
            question=question,
            asker=await self.asker_name(question),
            nearest=tuple(
                entries[EntryId(label)] for label in question.nearest if label in entries and label not in off
            ),
            entries={str(entry_id): entry for entry_id, entry in entries.items()},
            zone=self.resources.zone,
            writers=await self._other_writers(question),
        )

    async def _other_writers(self, question: Question) -> dict[int, str]:
        """Who answered and does not read the question now, as after leave or a change of begeleider."""
        others = {part.by_begeleider_id: part for part in question.answers}
        names = {
            writer: await self.turn.services.readers.writer_of(part)
            for writer, part in others.items()
            if writer is not None and writer != question.begeleider_id
        }
        return {writer: name for writer, name in names.items() if name}

    async def asker_name(self, question: Question) -> str:
        """The name of who asked, as their begeleider knows them."""
        return await self.turn.services.readers.asker_name(question)

    async def waiting(self, by: Answerer) -> list[Waiting]:
        """What waits for this answerer, oldest first."""
        questions = await self.turn.services.replies.waiting_for(by)
        return [Waiting(question, await self.asker_name(question)) for question in questions]

    async def is_card(self, update: Update, question: Question) -> bool:
        """Was the button pressed on the card itself, and not on a screen further down?"""
        return await self.name_of_screen(update) == card_name(question)

    async def name_of_screen(self, update: Update) -> str | None:
        """The name that the message was given whose button was pressed."""
        screen = update.effective_message
        if screen is None:
            return None
        return await self.turn.work.outbox.name_of(ChatId(screen.chat_id), screen.message_id)

    # To whoever asked.

    async def to_asker(
        self, question: Question, message: Message, *, priority: Priority = Priority.NOTICE
    ) -> None:
        """Say something about a question to whoever asked it."""
        asker = await self.turn.services.readers.asker(question)
        message = await self._named(message, asker, question)
        self.turn.tell(asker, message, about=subject(question), priority=priority)

    async def _named(self, message: Message, asker: Account, question: Question) -> Message:
        """On a phone that serves several newcomers, with the name of whom it is for."""
        if not asker.is_shared or question.newcomer_id is None:
            return message
        return who.named(message, await self.asker_name(question))

    async def deliver(self, question: Question, part: QuestionPart, *, from_chat: ChatId) -> None:
        """Send an answer to whoever asked, and ask to hear whether it arrived.

        Args:
            question: The question with the answer among its parts.
            part: The answer.
            from_chat: Where the begeleider wrote it; voice and pictures are copied from there.
        """
        asker = await self.turn.services.readers.asker(question)
        speaker = self.turn.speaker(asker)
        given = await self.reply(question, part, Look.SHORT)
        if replies.is_draft(speaker, given):
            is_first_today = await self.turn.services.accounts.told_draft(asker)
            given = replace(given, tells_draft=is_first_today or given.draft_always)
        is_below = replies.is_below(part) and part.message_id is not None
        self.turn.tell(
            asker,
            await self._named(replies.reply(speaker, given), asker, question),
            # The words of the question stand in the answer; a spoken one is pointed at.
            reply_to=None if question.first.content.strip() else question.first.message_id,
            name=reply_name(part),
            about=f"part:{part.id}",
            tells_outcome=not is_below,
        )
        self._copy_answer(asker, part, from_chat)

    def _copy_answer(self, asker: Account, part: QuestionPart, from_chat: ChatId) -> None:
        if not replies.is_below(part) or part.message_id is None:
            return
        original = _original(part, part.message_id, from_chat)
        about = f"part:{part.id}"
        carry(self.turn, original, asker.chat_id, asker.language, about=about, tells_outcome=True)

    async def correct(self, question: Question, part: QuestionPart, *, from_chat: ChatId) -> None:
        """The begeleider changed their own words: the new ones stand in the same place, or come below."""
        asker = await self.turn.services.readers.asker(question)
        message = replies.reply(self.turn.speaker(asker), await self.reply(question, part, Look.SHORT))
        self.turn.edit(
            asker.chat_id,
            await self._named(message, asker, question),
            name=reply_name(part),
            language=asker.language,
            priority=Priority.NOTICE,
        )
        self._copy_answer(asker, part, from_chat)

    async def reply(self, question: Question, part: QuestionPart, look: Look) -> Reply:
        """An answer with what is needed to show it."""
        return Reply(
            question=question,
            part=part,
            writer=await self.turn.services.readers.writer_of(part),
            entries={str(entry_id): entry for entry_id, entry in self.resources.entries.items()},
            look=look,
        )


def _original(part: QuestionPart, message_id: int, chat_id: ChatId) -> Original:
    return Original(chat_id=chat_id, message_id=message_id, content=part.content, is_text=part.is_text)


def post_of(context: BotContext) -> Post:
    """What carries questions and answers, within this update's turn."""
    return Post(context.turn, resources_of(context))
