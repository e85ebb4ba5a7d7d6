"""What a person is in the middle of: asked first about every message, before the bot answers anything.

Each state has one line in `_TAKERS`; the conversation itself is in the module named there.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from telegram import Message as Received
from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.errors import NotAllowed, QuestionUnknown
from bot.domain.ids import ChatId
from bot.domain.question import Topic
from bot.handlers import choices, papers, questions, states
from bot.handlers.begeleiders import (
    begeleider,
    begeleider_home,
    forms,
    importing,
    invites,
    leave,
    letter_posting,
    letter_words,
    new_person,
    offer_form,
    offers,
    papers_asking,
    sentences,
    working_hours,
)
from bot.handlers.contacts import home as contact_home
from bot.handlers.contacts import typed as contact_typed
from bot.handlers.newcomers import finding_typed, noting_typed, papers_typed, telling
from bot.handlers.posting import post_of, written
from bot.texts import begeleider as begeleider_texts


async def text_in_conversation(update: Update, context: BotContext) -> bool:
    """Take a message that belongs to a question, an answer or an invitation; True when it was taken."""
    message = update.effective_message
    if message is None:
        return False
    if (
        await questions.next_page(context, message)
        or await _reply(context, message)
        or await _go_on(context, message)
        or await contact_home.take_free(context, message)
    ):
        return True
    return context.account.is_begeleider and (
        await begeleider_home.open_named(context, message) or await begeleider.ask_which(context, message)
    )


async def _reply(context: BotContext, message: Received) -> bool:
    """A reply in Telegram's own sense: to something the bot said about a question, or to one's own words."""
    if message.reply_to_message is None:
        return False
    replied_id = message.reply_to_message.message_id
    services = context.services
    about = await context.turn.work.outbox.about(ChatId(message.chat_id), replied_id)
    question = await services.questions.about(about)
    if question is None:
        question = await services.questions.own_message(context.account, replied_id)
    if question is None:
        return await _reply_to_no_question(context, about, message)
    if (await services.replies.answerer(context.account)).may_answer(question):
        await begeleider.take_reply(context, question, message)
        return True
    if question.account_id == context.account.id:
        await questions.add(context, question, message)
        return True
    if context.account.is_begeleider:
        name = await post_of(context).asker_name(question)
        context.say(begeleider_texts.read_by_another(question, name), reply_to=message.message_id)
        return True
    return False


async def _reply_to_no_question(context: BotContext, about: str | None, message: Received) -> bool:
    """A reply to a letter of the begeleider is the beginning of a question of whom it was written to."""
    if await papers_asking.take_reply(context, about, message):
        return True
    letter = await context.services.letters.about(about)
    if letter is None or letter.newcomer_id not in context.account.newcomer_ids:
        is_lost = about is not None and not about.startswith((choices.SUBJECT, papers.SUBJECT))
        if is_lost and context.account.is_begeleider:
            raise QuestionUnknown
        return False
    await letter_posting.speak_for_reader(context, letter)
    said = written(message)
    await questions.begin(
        context,
        text=said.content,
        message_id=said.message_id,
        is_text=said.is_text,
        topic=Topic.OTHER,
        understanding=context.understanding,
    )
    return True


async def _go_on(context: BotContext, message: Received) -> bool:
    found = await states.current(context)
    taker = _TAKERS.get(found[0]) if found else None
    return found is not None and taker is not None and await taker(context, message, found[1])


async def _fill(context: BotContext, message: Received, question_id: int) -> bool:
    try:
        return await sentences.take_typed(context, message, question_id)
    except NotAllowed:
        # The question went to somebody else meanwhile; the words are for something else.
        await states.leave(context, states.FILLING)
        return False


_TAKERS: Mapping[str, Callable[[BotContext, Received, dict[str, Any]], Awaitable[bool]]] = {
    states.WRITING: lambda context, message, facts: questions.write(context, message, facts.get("topic")),
    states.ADDING: lambda context, message, facts: questions.add_to(context, message, facts["question_id"]),
    states.FILLING: lambda context, message, facts: _fill(context, message, facts["question_id"]),
    states.TELLING: lambda context, message, facts: telling.take_own_words(
        context, message, facts["mask"], facts.get("newcomer")
    ),
    states.LETTER: lambda context, message, facts: letter_words.take(
        context, message, facts["newcomer_id"], facts["how"]
    ),
    states.NOTING: noting_typed.take,
    states.PAPER: papers_typed.take,
    states.NAMING: lambda context, message, _: invites.take_name(context, message),
    states.FORM: lambda context, message, _: forms.take(context, message),
    states.NEW_PERSON: lambda context, message, _: new_person.take_name(context, message),
    states.LEAVE: lambda context, message, facts: leave.take_typed(context, message, facts["first"]),
    states.OFFER_FORM: lambda context, message, _: offer_form.take(context, message),
    states.OFFER_TITLE: lambda context, message, _: offers.take_title(context, message),
    states.IMPORTING: lambda context, message, _: importing.take_text(context, message),
    states.FINDING: finding_typed.take_wish,
    states.PLACE: finding_typed.take_place,
    states.CONTACT: contact_typed.take,
    states.NUMBER: lambda context, message, _: working_hours.take_number(context, message),
}
"""What takes a message in each state; it says whether the message was for it."""
