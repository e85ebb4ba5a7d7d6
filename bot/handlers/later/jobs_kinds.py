"""Work for later that belongs to kinds of messages: the one reply to an album."""

from bot.delivery.turn import Turn
from bot.domain.ids import AccountId
from bot.handlers.kinds import ALBUM
from bot.handlers.resources import Resources
from bot.services.delivery_ports import LeasedJob, Priority
from bot.texts import kinds as texts
from bot.texts.kinds import Sent

_FURTHEST = 999
_MOST_PAGES = 10


async def album(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Offer once to send a whole album to the begeleider.

    Args:
        turn: The unit of work.
        job: With the facts `account_id`, `group` (Telegram's id of the album) and `first` (a message id).
        resources: Not needed here; every job gets them.
    """
    account = await turn.services.work.accounts.get(AccountId(job.facts["account_id"]))
    if account is None:
        return
    first, pages = job.facts["first"], [job.facts["first"]]
    known = await turn.services.work.conversations.get(account.id)
    if known and known[0] == ALBUM and job.facts["group"] in known[1]["albums"]:
        state, facts = known
        pages = sorted(facts["albums"].pop(job.facts["group"]))
        first = pages[0]
        if facts["albums"]:
            # Another album is coming in beside this one.
            await turn.services.work.conversations.set(account.id, state, facts, at=turn.now)
        else:
            await turn.services.work.conversations.clear(account.id)
    distances = tuple(page - first for page in pages if 0 < page - first <= _FURTHEST)
    reader = await turn.services.answers.reader(account)
    offer = texts.carry_as_it_is(
        turn.speaker(account), Sent.ALBUM, reader=reader, more=distances[: _MOST_PAGES - 1]
    )
    turn.tell(account, offer, reply_to=first, priority=Priority.ANSWER)
