"""Where a person is in a conversation of ours; what is not gone on with within an hour is left.

The row is shared by all conversations, so a state that is not known here is left alone.
"""

import datetime as dt
from typing import Any

from bot.delivery.context import BotContext

WRITING = "question.writing"
"""The next message of any kind is the question. Facts: `topic`."""
ADDING = "question.adding"
"""The next message of any kind is added to a question. Facts: `question_id`."""
PAGES = "question.pages"
"""Further pages of an album belong to a question. Facts: `question_id`, `group`."""
FILLING = "answer.filling"
"""The next text fills a place of a fixed sentence. Facts: `question_id`."""
WHICH = "answer.which"
"""For which question is this message? Facts: `content`, `message_id`, `is_text`."""
NAMING = "invite.naming"
"""The next text is the first name of whom a begeleider invites."""

LEFT_AFTER = dt.timedelta(hours=1)
_UNTIL = "until"


async def enter(context: BotContext, state: str, **facts: Any) -> None:
    """Be in this state from now on; the team's chat, which is nobody's account, never is."""
    if context.account.id <= 0:
        return
    until = (context.turn.now + LEFT_AFTER).isoformat()
    await context.services.work.conversations.set(
        context.account.id, state, {**facts, _UNTIL: until}, at=context.turn.now
    )


async def current(context: BotContext) -> tuple[str, dict[str, Any]] | None:
    """The state and its facts; None for none, or one that was left long ago."""
    if context.account.id <= 0:
        return None
    found = await context.services.work.conversations.get(context.account.id)
    if found is None or _UNTIL not in found[1]:
        return None
    is_over = dt.datetime.fromisoformat(found[1][_UNTIL]) < context.turn.now
    return None if is_over else found


async def leave(context: BotContext, *states: str) -> None:
    """Be in no conversation, if it is one of these."""
    found = await current(context)
    if found is not None and found[0] in states:
        await context.services.work.conversations.clear(context.account.id)
