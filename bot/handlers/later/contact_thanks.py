"""Once a quarter contacts hear what their confirming was for."""

import datetime as dt

from bot.delivery.turn import Turn
from bot.domain import day_plan
from bot.domain.contact import Contact
from bot.domain.ids import ContactId
from bot.handlers.later.contact_mail import About, mail_contact
from bot.handlers.resources import Resources
from bot.services.delivery_ports import LeasedJob, Priority
from bot.services.thanking import Thanks, quarter_of
from bot.texts import contact_thanks as texts
from bot.texts.message import Message

THANK_CONTACTS = "thank_contacts"
A_BATCH = 50
LATEST = dt.timedelta(days=7)
"""So long after the first working day thanks still make sense."""
WEEKEND = 5


async def ask_to_thank(turn: Turn, asked_on: dt.date, resources: Resources) -> None:
    """On the first working day of a quarter, or after a standstill soon after: thank for the one before.

    Args:
        turn: The unit of work of the day's work.
        asked_on: The day that this work was asked for; before today after a standstill.
        resources: The bot's time zone.
    """
    today = turn.now.astimezone(resources.zone).date()
    quarter = quarter_of(today)
    is_holiday = turn.services.surroundings.is_holiday
    first = next(
        day
        for day in (quarter + dt.timedelta(days=number) for number in range(31))
        if day.weekday() < WEEKEND and not is_holiday(day)
    )
    if asked_on <= first <= today <= first + LATEST:
        due = day_plan.reminding(turn.now, resources.zone)
        await turn.later(THANK_CONTACTS, due, unique_key=f"{THANK_CONTACTS}:{quarter}:0", after=0)


async def thank(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Thank a batch of contacts, and ask for the next.

    Args:
        turn: The unit of work.
        job: With the fact `after`, the last contact of the batch before; the key names the new quarter.
        resources: The bot's time zone, and whether it sends mail.
    """
    if not day_plan.may_remind(turn.now, resources.zone):
        due = day_plan.reminding(turn.now, resources.zone)
        await turn.later(THANK_CONTACTS, due, unique_key=job.unique_key, **job.facts)
        return
    quarter = dt.date.fromisoformat(job.unique_key.split(":")[1])
    found = await turn.work.contact_people.asking(after=ContactId(job.facts["after"]), limit=A_BATCH)
    for contact in found:
        await _thank(turn, contact, quarter, resources)
    if len(found) == A_BATCH:
        last = found[-1].id
        key = f"{THANK_CONTACTS}:{quarter}:{last}"
        await turn.later(THANK_CONTACTS, turn.now + dt.timedelta(seconds=1), unique_key=key, after=last)


async def _thank(turn: Turn, contact: Contact, quarter: dt.date, resources: Resources) -> None:
    thanking = turn.services.thanking
    begin, end = quarter_of(quarter - dt.timedelta(days=1)), quarter
    sums = await thanking.sums(contact, thanking.begin_of(begin), until=thanking.begin_of(end))
    if not sums.minutes:
        return
    account = await turn.work.accounts.get(contact.account_id) if contact.account_id else None
    if account is not None and not account.is_unreachable:
        speaker = turn.speaker(account)
        text = texts.of_last_quarter(speaker, contact.name, sums.people, sums.minutes)
        ends = day_plan.reminding_ends(turn.now, resources.zone)
        turn.tell(account, Message(text=text), priority=Priority.REMINDER, expires_at=ends)
    elif resources.sends_mail:
        await _mail(turn, contact, sums, quarter)


async def _mail(turn: Turn, contact: Contact, sums: Thanks, quarter: dt.date) -> None:
    facts = {"people": sums.people, "minutes": sums.minutes}
    await mail_contact(turn, contact, About.THANKS, quarter, **facts)
