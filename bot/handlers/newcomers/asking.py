"""From a button to a question for the begeleider, with the words of the message the button refers to.

The bot's answers reply to the message they answer, so Telegram brings that message along with a
press: nothing of it is kept until the person sends it.
"""

import re

from telegram import Message, Update

from bot.delivery.context import BotContext
from bot.domain.errors import ButtonOld
from bot.domain.question import QuestionState, Topic
from bot.handlers import edits, questions
from bot.handlers.newcomers.telling import speak_for
from bot.handlers.posting import written
from bot.handlers.pressed import original_of, pressed
from bot.services.questions import Written
from bot.texts import actions, buttons, unsure

_DISTANCES = re.compile(r"\d{1,3}(\.\d{1,3}){0,8}")


async def ask_with(context: BotContext, message: Message | None) -> None:
    """Begin a question with a message of the person, or ask for one."""
    await questions.begin(
        context,
        text=message.text if message else None,
        message_id=message.message_id if message else None,
        is_text=True,
        understanding=context.understanding,
    )


async def press(update: Update, context: BotContext) -> None:
    """Do what a button below "shall I ask your begeleider?" says."""
    button = pressed(update)
    match button.word(0):
        case "no":
            context.edit(update, unsure.nothing_sent(context.speaker))
        case "own":
            await carry_words(update, context, topic=_topic(button))
        case "emergency":
            # The help lines stay where they are; the question goes on below them.
            if not await _carry_change(update, context):
                await carry_words(update, context, topic=Topic.OTHER, edits=False)
        case "as_is":
            await _carry_as_it_is(update, context, distances=button.word(2))
        case "ready":
            await speak_for(context, button, 2)
            await _ask_ready_question(update, context, button.one_of(1, Topic))
        case "new":
            await questions.begin(
                context, text=None, message_id=None, is_text=True, topic=_topic(button), edit=update
            )
        case _:
            raise ButtonOld


def _topic(button: buttons.Press) -> Topic | None:
    return None if button.word(1) == "-" else button.one_of(1, Topic)


async def carry_words(
    update: Update, context: BotContext, *, topic: Topic | None = None, edits: bool = True
) -> None:
    """Begin a question with the message that the pressed screen replies to.

    Args:
        update: The press.
        context: The person.
        topic: What it is about, when the button says so.
        edits: Whether the question takes the place of the screen.
    """
    original = original_of(update)
    if original is not None and await _was_sent(context, original.message_id):
        return
    await questions.begin(
        context,
        text=written(original).content if original else None,
        message_id=original.message_id if original else None,
        is_text=original is None or original.text is not None,
        topic=topic,
        understanding=context.understanding,
        edit=update if edits else None,
    )


async def _carry_change(update: Update, context: BotContext) -> bool:
    """Words of need that came into a message sent before: its reader sees them after this tap."""
    original = original_of(update)
    if original is None:
        return False
    question = await context.services.questions.own_message(context.account, original.message_id)
    if question is None or question.state is QuestionState.DRAFT:
        return False
    said = written(original)
    if said.content in (part.content for part in question.asked if part.message_id == said.message_id):
        return False
    return await edits.carry_to_reader(context, original)


async def _carry_as_it_is(update: Update, context: BotContext, *, distances: str) -> None:
    original = original_of(update)
    if original is None:
        raise ButtonOld
    if await _was_sent(context, original.message_id):
        return
    await questions.begin(
        context, text=original.caption, message_id=original.message_id, is_text=False, edit=update
    )
    if _DISTANCES.fullmatch(distances):
        await _add_pages(context, [original.message_id + int(distance) for distance in distances.split(".")])


async def _add_pages(context: BotContext, message_ids: list[int]) -> None:
    """The other messages of an album go along in the draft that was just begun."""
    drafts = await context.services.work.questions.drafts_of(context.account.id)
    if drafts:
        newest = max(drafts, key=lambda draft: draft.id)
        known = {part.message_id for part in newest.parts}
        for message_id in (page_id for page_id in message_ids if page_id not in known):
            page = Written(content="", message_id=message_id, is_text=False)
            await context.services.questions.follow_up(newest.id, page, by=context.account)


async def _ask_ready_question(update: Update, context: BotContext, topic: Topic) -> None:
    """Ask with one tap; the screen stands for the message that nobody had to write."""
    screen = update.effective_message
    if screen is None:
        raise ButtonOld
    if await _was_sent(context, screen.message_id):
        return
    await questions.begin(
        context,
        text=actions.ready_question(context.speaker, topic),
        message_id=screen.message_id,
        is_text=True,
        topic=topic,
        edit=update,
    )


async def _was_sent(context: BotContext, message_id: int) -> bool:
    """Was this message sent before, as after a double tap? Then that is said, and nothing is asked twice."""
    question = await context.services.questions.own_message(context.account, message_id)
    if question is None or question.state is QuestionState.DRAFT:
        return False
    context.toast(unsure.sent_already(context.speaker))
    return True


async def old_button(update: Update, context: BotContext) -> None:
    """Say calmly that a button of an older time does nothing any more."""
    raise ButtonOld
