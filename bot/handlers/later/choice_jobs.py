"""Work for later about what newcomers chose: did it work out, what waits long, what was checked meanwhile."""

import datetime as dt

from bot.delivery.turn import Turn
from bot.domain import day_plan
from bot.domain.dossier import Dossier
from bot.domain.going import Going
from bot.domain.participation import ASKED_ANYWAY_AFTER, Step
from bot.handlers import choices
from bot.handlers.choices import AGAIN, ANNOUNCED, ANYWAY
from bot.handlers.resources import Resources
from bot.handlers.saying import tell_on_each_phone
from bot.services.delivery_ports import LeasedJob, Priority
from bot.texts import announcing_news
from bot.texts import how_it_went as texts

A_DAY = dt.timedelta(days=1)


async def how_it_went(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Ask whether it worked out; that it was asked is kept in this same transaction.

    Args:
        turn: The unit of work.
        job: With the facts `participation_id` and `why`, a word of `choices`.
        resources: The bot's time zone.
    """
    found = await turn.services.announcing.opened(job.facts["participation_id"])
    if found is None or not await _is_to_be_asked(turn, found[1], found[0], job.facts["why"]):
        return
    dossier, going = found
    if not day_plan.may_remind(turn.now, resources.zone):
        await choices.ask_at(turn, going.participation.id, turn.now, job.facts["why"])
        return
    await turn.services.participations.note_asked(going)
    await _ask(turn, dossier, going, is_again=job.facts["why"] == AGAIN, zone=resources)


async def _is_to_be_asked(turn: Turn, going: Going, dossier: Dossier, why: str) -> bool:
    chosen = going.participation
    if chosen.step is not Step.CHOSEN or dossier.newcomer.is_closed:
        return False
    if chosen.is_announced_soon and why != ANYWAY:
        # Two days after it is done; or in the end, although nobody ever says so.
        await choices.ask_at(turn, chosen.id, chosen.chosen_at + ASKED_ANYWAY_AFTER, ANYWAY)
        return False
    if why == AGAIN:
        return True
    if why == ANNOUNCED:
        return chosen.asked_at is None or turn.now - chosen.asked_at > A_DAY
    return chosen.asked_at is None


async def _ask(turn: Turn, dossier: Dossier, going: Going, *, is_again: bool, zone: Resources) -> None:
    newcomer, chosen, offer = dossier.newcomer, going.participation, going.offer
    if not await turn.services.phones.reachable(newcomer.id):
        await choices.tell_reader(turn, newcomer, going, announcing_news.did_it_work(newcomer, chosen, offer))
        return
    await tell_on_each_phone(
        turn,
        newcomer,
        lambda speaker: texts.ask(speaker, chosen, offer, is_again=is_again),
        priority=Priority.REMINDER,
        about=choices.subject(going),
        expires_at=day_plan.reminding_ends(turn.now, zone.zone),
    )


async def waits_long(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Bring a card back once that waits for three working days, to who guides the newcomer by now.

    Args:
        turn: The unit of work.
        job: With the facts `participation_id` and `waits`, what the begeleider was asked then.
        resources: Not needed here; every job gets them.
    """
    found = await turn.services.announcing.opened(job.facts["participation_id"])
    if found is None or found[0].newcomer.is_closed or not choices.still_waits(found[1], job.facts["waits"]):
        return
    dossier, going = found
    readers = turn.services.readers
    reader = await readers.for_newcomer(dossier.id)
    if reader is not None and not readers.is_at_work(reader):
        due = readers.next_morning(reader)
        key = f"{choices.WAITS_LONG}:{going.participation.id}:{due:%Y%m%d%H%M}"
        await turn.later(choices.WAITS_LONG, due, unique_key=key, **job.facts)
        return
    await choices.bring(turn, dossier.newcomer, going, is_again=True)


async def settle(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """A choice waited until its offer was checked: it goes on, or ends, and the newcomer hears it.

    Args:
        turn: The unit of work.
        job: With the fact `participation_id`.
        resources: Not needed here; every job gets them.
    """
    found = await turn.services.announcing.opened(job.facts["participation_id"])
    if found is None or found[0].newcomer.is_closed:
        return
    dossier, going = found
    by = await turn.services.readers.guide_name(dossier.id)
    await choices.settle(turn, dossier, going, by or "")
