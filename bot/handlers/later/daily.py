"""The bot's own work of a day: it asks for everything else, and does nothing itself that could fail."""

import datetime as dt

from bot.delivery.turn import Turn
from bot.domain import day_plan
from bot.domain.ids import BegeleiderId
from bot.domain.languages import SOURCE_LANGUAGE
from bot.domain.need import Need
from bot.domain.people import Begeleider
from bot.domain.reader import reader_of
from bot.handlers.later.contact_thanks import ask_to_thank
from bot.handlers.later.jobs_asking import RETENTION, WEEKLY, WEEKLY_OF, ask_for_reminders, next_daily
from bot.handlers.later.new_offers import ask_to_look
from bot.handlers.own_data import erasing
from bot.handlers.resources import Resources
from bot.services.delivery_ports import LeasedJob, Priority
from bot.texts import weekly as texts

LATEST = dt.timedelta(days=2)
"""So long after Monday a summary of the week still helps: until Wednesday."""


async def daily(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Ask for tomorrow first, so that the days never end; then for what today brings.

    Args:
        turn: The unit of work.
        job: Without facts; its key is the day.
        resources: The bot's time zone.
    """
    tomorrow = next_daily(turn.now, resources.zone)
    await turn.later(tomorrow.kind, tomorrow.due, unique_key=tomorrow.unique_key)
    today = turn.now.astimezone(resources.zone).date()
    await turn.later(RETENTION, turn.now, unique_key=f"{RETENTION}:{today}")
    await ask_for_reminders(turn, resources.zone)
    # What was full may have room today.
    await ask_to_look(turn)
    await ask_to_thank(turn, _day_of(job), resources)
    monday = today - dt.timedelta(days=today.weekday())
    # After a standstill one job stands for all the days since its own.
    if _day_of(job) <= monday and today <= monday + LATEST:
        await turn.later(WEEKLY, turn.now, unique_key=f"{WEEKLY}:{monday}")


def _day_of(job: LeasedJob) -> dt.date:
    return dt.date.fromisoformat(job.unique_key.rpartition(":")[2])


async def weekly(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Ask for a summary for each begeleider, when their first working day of the week begins.

    Args:
        turn: The unit of work.
        job: Without facts; its key is the Monday.
        resources: The bot's time zone.
    """
    monday = _day_of(job)
    for begeleider in await turn.services.work.people.colleagues():
        await turn.later(
            WEEKLY_OF,
            max(_week_begins(turn, begeleider, monday, resources), turn.now),
            unique_key=f"{WEEKLY}:{begeleider.id}:{monday}",
            begeleider_id=begeleider.id,
        )


def _week_begins(turn: Turn, begeleider: Begeleider, monday: dt.date, resources: Resources) -> dt.datetime:
    """When the begeleider's first working day of that week begins (UTC)."""
    midnight = day_plan.moment(monday, dt.time(), resources.zone)
    is_holiday = turn.services.surroundings.is_holiday
    return begeleider.hours.next_begin(midnight, resources.zone, is_holiday)


async def weekly_of(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Tell a begeleider who needs them this week; when nobody does, say nothing.

    Args:
        turn: The unit of work.
        job: With the fact `begeleider_id`; its key ends with the Monday.
        resources: The bot's time zone.
    """
    begeleider = await turn.services.work.people.begeleider(BegeleiderId(job.facts["begeleider_id"]))
    phone = begeleider.phone if begeleider is not None else None
    if begeleider is None or phone is None:
        return
    if await _comes_later(turn, job, begeleider, resources):
        return
    if await turn.services.leaves.is_away(begeleider.id):
        # Who stands in has these people in their own summary.
        return
    people = await turn.services.caseload.people(phone)
    in_need = [person for person in people if person.need not in (Need.NOTHING, Need.NO_CONTRACT)]
    if not in_need:
        return
    ends = dt.datetime.combine(turn.now.astimezone(resources.zone).date(), dt.time.max, resources.zone)
    turn.tell_chat(
        phone.chat_id,
        SOURCE_LANGUAGE,
        texts.summary(in_need, of=len(people)),
        priority=Priority.REMINDER,
        expires_at=ends.astimezone(dt.UTC),
    )


async def _comes_later(turn: Turn, job: LeasedJob, begeleider: Begeleider, resources: Resources) -> bool:
    """After a standstill: outside working hours it waits for the next morning, and is dropped too late."""
    monday, reader = _day_of(job), reader_of(begeleider)
    begins = _week_begins(turn, begeleider, monday, resources).astimezone(resources.zone).date()
    readers, last_day = turn.services.readers, max(begins, monday + LATEST)
    if reader is None or readers.today > last_day:
        return True
    if readers.is_at_work(reader):
        return False
    due = readers.next_morning(reader)
    if due.astimezone(resources.zone).date() <= last_day:
        key = f"{WEEKLY}:{begeleider.id}:{due:%Y%m%d%H%M}:{monday}"
        await turn.later(WEEKLY_OF, due, unique_key=key, begeleider_id=begeleider.id)
    return True


async def retention(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """What the delivery holds was forgotten in the job's preparation; people's data go batch by batch."""
    await erasing.forget_old_later(turn)
