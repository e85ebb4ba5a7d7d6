"""Telling people that something new fits what they still look for: at most once a day for each wish."""

import datetime as dt
from zoneinfo import ZoneInfo

from bot.delivery.turn import Turn
from bot.domain import day_plan
from bot.handlers import states
from bot.handlers.later.encoding import ask_to_encode
from bot.handlers.resources import Resources
from bot.services.delivery_ports import Job, LeasedJob, Priority
from bot.services.wishes import Granted
from bot.texts import who
from bot.texts import wishes as texts

NEW_OFFERS = "new_offers"
A_BATCH = 8
"""So many wishes a transaction: each is a search through everything, while nobody else can write."""
_FOR_THE_REST = dt.timedelta(minutes=5)
"""Several offers in a row, and the reading of what they are about, come first."""
_A_BREATH = dt.timedelta(seconds=1)


def looking(now: dt.datetime, zone: ZoneInfo) -> Job:
    """The job that looks at the wishes again, a little later and by day; one for all that asks until then."""
    due = day_plan.reminding(now + _FOR_THE_REST, zone)
    return Job(kind=NEW_OFFERS, unique_key=_key(due, zone, 0), due=due, facts={"after": 0})


async def ask_to_look(turn: Turn) -> None:
    """Offers were added, checked or changed: look at the wishes again, a little later."""
    await ask_to_encode(turn)
    job = looking(turn.now, turn.services.surroundings.zone)
    await turn.later(job.kind, job.due, unique_key=job.unique_key, **job.facts)


def _key(due: dt.datetime, zone: ZoneInfo, after: int) -> str:
    return f"{NEW_OFFERS}:{due.astimezone(zone).date()}:{after}"


async def look(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Look at some wishes, tell whose something fits now, and ask for the next.

    Args:
        turn: The unit of work.
        job: With the fact `after`, the wish where the batch before ended.
        resources: The bot's time zone.
    """
    if not day_plan.may_remind(turn.now, resources.zone):
        await ask_to_look(turn)
        return
    looked = await turn.services.wishes.look(after=job.facts["after"], limit=A_BATCH)
    if looked.last is not None:
        await _look_on(turn, looked.last, resources)
    for granted in looked.granted:
        await _tell(turn, granted, resources)


async def skip(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """A batch failed again and again: whoever stands behind it is looked at all the same."""
    ids = await turn.services.work.wishes.open_ids(after=job.facts["after"], limit=A_BATCH)
    if len(ids) == A_BATCH:
        await _look_on(turn, ids[-1], resources)


async def _look_on(turn: Turn, after: int, resources: Resources) -> None:
    due = turn.now + _A_BREATH
    await turn.later(NEW_OFFERS, due, unique_key=_key(due, resources.zone, after), after=after)


async def _tell(turn: Turn, granted: Granted, resources: Resources) -> None:
    await turn.services.wishes.told(granted)
    wish, phone, found = granted.wish, granted.phone, granted.found
    if not await _is_searching(turn, granted):
        # So that the activities open with why they fit this wish.
        await turn.services.searching.keep(
            phone, wish.newcomer_id, wish.search, seen=[match.offer.id for match in found.matches]
        )
    message = texts.news(turn.speaker(phone), wish, found, turn.services.searching.about(wish.search))
    newcomer = granted.newcomer
    if newcomer is not None and (phone.is_shared or phone.is_begeleider):
        message = who.named(message, newcomer.name)
    turn.tell(
        phone,
        message,
        priority=Priority.REMINDER,
        about=f"wish:{wish.id}",
        expires_at=day_plan.reminding_ends(turn.now, resources.zone),
    )


async def _is_searching(turn: Turn, granted: Granted) -> bool:
    """Is the person in the middle of another search?"""
    found = await turn.services.work.conversations.get(granted.phone.id)
    return found is not None and found[0] in (states.FINDING, states.PLACE)
