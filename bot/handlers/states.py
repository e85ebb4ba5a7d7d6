"""Where a person is in a conversation of ours; what is not gone on with within an hour is left.

The row is shared by all conversations, so a state that is not known here is left alone.
"""

import datetime as dt
from typing import Any

from bot.delivery.context import BotContext
from bot.delivery.turn import Turn
from bot.domain.ids import AccountId

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
FORM = "dossier.form"
"""A begeleider fills something in about one of their people. Facts: `word`, `newcomer`, `mark`, `asks`,
`draft`, `screen`."""
NOTING = "hours.noting"
"""The next text fills what is asked of hours. Facts: see `noting_typed`."""
NEW_PERSON = "caseload.new"
"""The next text is the first name of somebody new among a begeleider's people."""
TELLING = "term.telling"
"""The next message of any kind says what got in the way. Facts: `mask`, what is ticked, and `newcomer`."""
LETTER = "letter.writing"
"""The next message is a letter to one of the begeleider's people. Facts: `newcomer_id`, `how`."""
LEAVE = "leave.days"
"""The next text is the first or the last day of a begeleider's leave. Facts: `first`, once it is known."""
IMPORTING = "import.waiting"
"""The next text or file is a begeleider's list of people."""
IMPORT_READ = "import.read"
"""A list of people was read back and waits for ✅. Facts: see `importing`."""
FINDING = "offers.finding"
"""The next text is what the person would like to do. Facts: `newcomer`, for whom a begeleider looks."""
PLACE = "offers.place"
"""The next text or location is where somebody looks for an activity. Facts: `newcomer`."""
OFFER_FORM = "offers.form"
"""A begeleider adds or corrects an offer. Facts: see `handlers/begeleiders/offer_form.py`."""
OFFER_TITLE = "offers.title"
"""The next text are words of the title of an offer that a begeleider looks up. Facts: `words`, the last."""
PAPER = "paper.typing"
"""The next text says something about a paper that the newcomer sent. Facts: see `papers_typed`."""
PAPER_ALBUM = "paper.album"
"""Pages of an album wait until it is known who of a shared phone sent them. Facts: `album`, `sheets`."""
CONTACT = "contact.typing"
"""The next text fills what a contact was asked. Facts: see `handlers/contacts/typed.py`."""

NUMBER = "hours.number"
"""The next text is the telephone number that contacts may call."""

LEFT_AFTER = dt.timedelta(hours=1)
_UNTIL = "until"


async def enter(context: BotContext, state: str, **facts: Any) -> None:
    """Be in this state from now on; the team's chat, which is nobody's account, never is."""
    if context.account.id > 0:
        await enter_for(context.turn, context.account.id, state, **facts)


async def enter_for(turn: Turn, account_id: AccountId, state: str, **facts: Any) -> None:
    """The same for the person of this account, for work that nobody pressed a button for."""
    until = (turn.now + LEFT_AFTER).isoformat()
    await turn.services.work.conversations.set(account_id, state, {**facts, _UNTIL: until}, at=turn.now)


async def current(context: BotContext) -> tuple[str, dict[str, Any]] | None:
    """The state and its facts; None for none, or one that was left long ago."""
    return await current_of(context.turn, context.account.id)


async def current_of(turn: Turn, account_id: AccountId) -> tuple[str, dict[str, Any]] | None:
    """The same of the person of this account, for work that nobody pressed a button for."""
    if account_id <= 0:
        return None
    found = await turn.services.work.conversations.get(account_id)
    if found is None or _UNTIL not in found[1]:
        return None
    is_over = dt.datetime.fromisoformat(found[1][_UNTIL]) < turn.now
    return None if is_over else found


async def leave(context: BotContext, *states: str) -> None:
    """Be in no conversation, if it is one of these."""
    found = await current(context)
    if found is not None and found[0] in states:
        await context.services.work.conversations.clear(context.account.id)
