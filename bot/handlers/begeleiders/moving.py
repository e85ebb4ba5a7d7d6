"""What happens to open questions when who reads them, or the phone they came from, changes."""

from collections.abc import Iterable

from bot.delivery.context import BotContext
from bot.delivery.turn import Turn
from bot.domain.question import Question
from bot.handlers.posting import Post, post_of
from bot.texts import questions as texts

Moved = Iterable[tuple[Question, Question]]
"""Each as it was and as it is."""


async def questions_to_new_reader(turn: Turn, post: Post, moved: Moved, *, tells: bool = True) -> None:
    """The cards of open questions leave the former reader's chat for the new one's; who asked hears it.

    Args:
        turn: The unit of work.
        post: Carries questions in it.
        moved: What somebody else reads from now on.
        tells: Hears whoever asked of it?
    """
    readers = turn.services.readers
    for before, question in moved:
        reader = await readers.of_question(question)
        chats = await readers.desks_of(before)
        await post.take_from(question, [chat for chat in chats if reader is None or chat != reader.chat_id])
        if reader is None:
            continue
        await post.bring(question, reader, new_parts=question.parts)
        if tells:
            speaker = turn.speaker(await readers.asker(question))
            await post.to_asker(question, texts.sent_on(speaker, question, reader))


async def questions_on_new_phone(context: BotContext, moved: Moved) -> None:
    """What still waits for an answer is said again where the answer will come."""
    post, readers = post_of(context), context.services.readers
    for _, question in moved:
        reader = await readers.of_question(question)
        if reader is not None:
            await post.to_asker(question, texts.sent_on(context.speaker, question, reader))
