"""Asking contacts for their word: after an activity or weekly, once a day, and one more time after a week.

Whatever claims hours calls `plan_asking`; everything else follows from the jobs themselves.
"""

import datetime as dt
from collections.abc import Sequence

from bot.delivery.turn import Turn
from bot.domain import day_plan
from bot.domain.asking_contacts import REMIND_AFTER, may_ask, next_ask
from bot.domain.contact import Contact, Line
from bot.domain.dossier import Dossier
from bot.domain.ids import BewijsId, ContactId
from bot.domain.people import Account
from bot.handlers.later.contact_mail import About, mail_contact
from bot.handlers.resources import Resources
from bot.services.delivery_ports import LeasedJob, Priority
from bot.texts import contact_asking as texts

ASK_CONTACT, ASKED_TODAY = "ask_contact", "asked_today"
MOST_REMEMBERED = 100
"""Of so many dates at most it is remembered that they were asked for once."""


async def plan_asking(turn: Turn, dossier: Dossier, bewijs_id: BewijsId) -> None:
    """Hours were claimed: ask whoever confirms this bewijs, when the time for it comes.

    Args:
        turn: The unit of work in which they were claimed.
        dossier: Whose hours they are.
        bewijs_id: Of which bewijs.
    """
    zone = turn.services.surroundings.zone
    for one in await turn.services.contact_asking.after_claim(dossier, bewijs_id):
        key = f"{ASK_CONTACT}:{one.contact.id}:{one.at.astimezone(zone).date()}"
        await turn.later(ASK_CONTACT, one.at, unique_key=key, contact_id=one.contact.id)


async def ask_soon(turn: Turn, contact: Contact) -> None:
    """Ask at the next good moment: they were just tied to hours that wait, or just checked."""
    zone = turn.services.surroundings.zone
    is_now = may_ask(turn.now, zone, asks_on=contact.asks_on)
    due = turn.now if is_now else next_ask(turn.now, zone, asks_on=contact.asks_on)
    key = f"{ASK_CONTACT}:{contact.id}:{due.astimezone(zone).date()}"
    await turn.later(ASK_CONTACT, due, unique_key=key, contact_id=contact.id)


async def ask(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Bring a contact what waits for them; nothing when nothing does.

    Args:
        turn: The unit of work.
        job: With the fact `contact_id`; and `only`, the dates that were asked for once, for a reminder.
        resources: The bot's time zone, and whether it sends mail.
    """
    contact = await turn.work.contact_people.get(ContactId(job.facts["contact_id"]))
    if contact is None:
        return
    lines = await turn.services.contact_asking.waiting(contact)
    before = job.facts.get("only")
    if not lines or (before is not None and not any(line.attendance_id in before for line in lines)):
        return
    zone = resources.zone
    if not may_ask(turn.now, zone, asks_on=contact.asks_on):
        await _later(turn, job, next_ask(turn.now, zone, asks_on=contact.asks_on))
        return
    account = await _account(turn, contact)
    if account is None and not (contact.email and resources.sends_mail):
        return
    if not await _is_first_today(turn, contact, resources):
        await _later(turn, job, next_ask(turn.now, zone, asks_on=contact.asks_on))
        return
    await _bring(turn, contact, account, lines, resources)
    await _remind_later(turn, contact, lines, before or ())


async def _later(turn: Turn, job: LeasedJob, due: dt.datetime) -> None:
    """The same at another moment; a plain list carries its day in its key, a reminder does not."""
    is_reminder = "only" in job.facts
    day = due.astimezone(turn.services.surroundings.zone).date()
    key = job.unique_key if is_reminder else f"{ASK_CONTACT}:{job.facts['contact_id']}:{day}"
    await turn.later(ASK_CONTACT, due, unique_key=key, **job.facts)


async def _account(turn: Turn, contact: Contact) -> Account | None:
    """Their Telegram, while the bot can reach it."""
    if contact.account_id is None:
        return None
    account = await turn.work.accounts.get(contact.account_id)
    return account if account is not None and not account.is_unreachable else None


async def _is_first_today(turn: Turn, contact: Contact, resources: Resources) -> bool:
    """Take today; False when a list went out already. Whoever is a contact twice has one list."""
    whom = f"a{contact.account_id}" if contact.account_id is not None else f"c{contact.id}"
    today = turn.now.astimezone(resources.zone).date()
    midnight = day_plan.moment(today + dt.timedelta(days=1), dt.time(), resources.zone)
    return await turn.later(ASKED_TODAY, midnight, unique_key=f"{ASKED_TODAY}:{whom}:{today}")


async def _bring(
    turn: Turn, contact: Contact, account: Account | None, lines: Sequence[Line], resources: Resources
) -> None:
    if account is None:
        await mail_contact(turn, contact, About.WAITING, turn.now.astimezone(resources.zone).date())
        return
    message = texts.waiting(turn.speaker(account), len(lines))
    ends = day_plan.reminding_ends(turn.now, resources.zone)
    turn.tell(account, message, priority=Priority.REMINDER, expires_at=ends)


async def _remind_later(turn: Turn, contact: Contact, lines: Sequence[Line], before: Sequence[int]) -> None:
    """What was asked for the first time is asked for once more in a week, while it still waits."""
    first = [line.attendance_id for line in lines if line.attendance_id not in before]
    if not first:
        return
    await turn.later(
        ASK_CONTACT,
        turn.now + REMIND_AFTER,
        unique_key=f"{ASK_CONTACT}:{contact.id}:again",
        contact_id=contact.id,
        only=first[:MOST_REMEMBERED],
    )


async def day_ended(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """The day on which a list went out has ended: another one may go."""
