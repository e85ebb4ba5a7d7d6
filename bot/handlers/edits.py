"""What somebody changed after writing it: carried over to where it went, or kept for when it goes."""

from telegram import Message

from bot.delivery.context import BotContext
from bot.domain.question import QuestionState
from bot.handlers.begeleiders import begeleider
from bot.handlers.posting import post_of, subject, written
from bot.texts import questions as texts


async def carry_over(context: BotContext, message: Message) -> bool:
    """Carry over a change to a question or an answer; False when the message is in none."""
    return await begeleider.correct(context, message) or await carry_to_reader(context, message)


async def carry_to_reader(context: BotContext, message: Message) -> bool:
    """Carry over a change to a question; False when the message is in none."""
    said = written(message)
    services = context.services
    question = await services.questions.edit(context.account, message.message_id, said.content)
    if question is None:
        return False
    if question.state is not QuestionState.DRAFT:
        reader = await services.readers.of_question(question)
        if reader is None:
            context.say(texts.added(context.speaker, question, None), about=subject(question))
            return True
        await post_of(context).refresh(question)
        if said.is_text:
            changed = [part for part in question.asked if part.message_id == message.message_id]
            await post_of(context).bring_below(question, reader, changed)
        context.say(texts.change_passed_on(context.speaker), about=subject(question))
    return True


async def keep_in_draft(context: BotContext, message: Message) -> None:
    """Keep the new words of what was not sent yet; nobody sees them before the person taps."""
    service = context.services.questions
    question = await service.own_message(context.account, message.message_id)
    if question is not None and question.state is QuestionState.DRAFT:
        await service.edit(context.account, message.message_id, written(message).content)
