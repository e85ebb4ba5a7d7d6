"""Mail to contacts who have no Telegram, as work for later: written and sent before any transaction.

The lease of the job is the mark before sending: it is committed first, so a kill leads to one more copy
with the same Message-ID at most for each kill, and never to a mail that is lost.
"""

import datetime as dt
import logging
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from bot.delivery.job_runner import PrepareJob
from bot.delivery.mail import Mail, MailAway, Mailer, MailRefused, MailUnknown
from bot.delivery.turn import Turn
from bot.domain.contact import Contact, ContactLink
from bot.domain.errors import NotAllowed
from bot.domain.ids import ContactId, ContactLinkId
from bot.domain.languages import SOURCE_LANGUAGE
from bot.handlers.resources import Resources
from bot.handlers.saying import tell_begeleider
from bot.services.clock import Clock
from bot.services.delivery_ports import LeasedJob, Store, Transaction
from bot.services.services import Services
from bot.texts import contact_mail as texts
from bot.texts import contact_thanks
from bot.texts.contact_links import page_link, telegram_link
from bot.texts.message import Message
from bot.texts.speaker import Speaker, speaker_for

logger = logging.getLogger(__name__)

CONTACT_MAIL = "contact_mail"
WAITS = (
    dt.timedelta(minutes=10),
    dt.timedelta(hours=1),
    dt.timedelta(hours=4),
    dt.timedelta(hours=12),
)
"""Between the tries while the server is away or says "later"."""
MakeServices = Callable[[Transaction, dt.datetime], Services]


class About(StrEnum):
    """What a mail is about."""

    LINK = "link"
    WAITING = "waiting"
    THANKS = "thanks"


class Went(StrEnum):
    """How sending ended."""

    SENT = "sent"
    NOTHING = "nothing"
    """There was nothing to send any more."""
    AWAY = "away"
    REFUSED = "refused"
    UNKNOWN = "unknown"


async def mail_link(turn: Turn, link: ContactLink) -> bool:
    """Queue the mail that introduces what is asked; False when it is on its way already.

    Args:
        turn: The unit of work in which the link was made.
        link: With an address, as `contact_links.by_email` makes it.
    """
    if link.email is None:
        return False
    key = f"{CONTACT_MAIL}:{About.LINK}:{link.id}"
    return await turn.later(CONTACT_MAIL, turn.now, unique_key=key, about=About.LINK.value, link_id=link.id)


async def mail_contact(turn: Turn, contact: Contact, about: About, day: dt.date, **facts: Any) -> bool:
    """Queue a mail to a contact's own address; False when it has none, or it is on its way already.

    Args:
        turn: The unit of work.
        contact: Whom it is for.
        about: The list, or thanks.
        day: Of which day it is; with it the mail is queued once.
        facts: What else the letter needs.
    """
    if contact.email is None:
        return False
    key = f"{CONTACT_MAIL}:{about}:{contact.id}:{day}"
    return await turn.later(
        CONTACT_MAIL,
        turn.now,
        unique_key=key,
        about=about.value,
        contact_id=contact.id,
        day=day.isoformat(),
        **facts,
    )


# Before the transaction.


def make_send(
    store: Store, clock: Clock, make_services: MakeServices, mailer: Mailer, resources: Resources
) -> PrepareJob:
    """What writes a mail and sends it; its handler finds how that ended in `turn.prepared`."""

    async def send(job: LeasedJob) -> Went:
        now = clock.now()
        async with store.work(reads_only=True) as work:
            mail = await _written(make_services(work, now), job, resources)
        if mail is None:
            return Went.NOTHING
        try:
            await mailer.send(mail, at=now)
        except MailAway as error:
            logger.warning("mail of job %d waits: %s", job.id, error)
            return Went.AWAY
        except MailRefused as error:
            logger.warning("mail of job %d was refused: %s", job.id, error)
            return Went.REFUSED
        except MailUnknown as error:
            logger.warning("nobody knows whether the mail of job %d arrived: %s", job.id, error)
            return Went.UNKNOWN
        return Went.SENT

    return send


async def _written(services: Services, job: LeasedJob, resources: Resources) -> Mail | None:
    if resources.public_url is None:
        return None
    if job.facts["about"] == About.LINK:
        return await _introduction(services, job, resources, resources.public_url)
    contact = await services.work.contact_people.get(ContactId(job.facts["contact_id"]))
    if contact is None or contact.email is None or not contact.may_confirm:
        return None
    page = page_link(resources.public_url, services.contact_care.page_token(contact))
    letter = await _letter(services, job, contact, page)
    return None if letter is None else _addressed(contact.email, letter, job, day=job.facts["day"])


async def _introduction(
    services: Services, job: LeasedJob, resources: Resources, public_url: str
) -> Mail | None:
    link = await services.work.contact_links.get(ContactLinkId(job.facts["link_id"]))
    if link is None or link.email is None or link.used_at is not None or link.expires_at <= services.now:
        return None
    token = services.contact_links.token(link)
    try:
        opened = await services.contact_links.peek(token)
    except NotAllowed:
        return None
    if opened.newcomer is None or opened.begeleider is None:
        return None
    letter = texts.introduction(
        newcomer=opened.newcomer.name,
        place=opened.bewijs.place if opened.bewijs else opened.organisation or "",
        begeleider=opened.begeleider.name,
        number=opened.begeleider.number,
        page=page_link(public_url, token),
        telegram=telegram_link(resources.bot_username, token),
        until=link.expires_at.astimezone(resources.zone).date(),
    )
    return _addressed(link.email, letter, job)


async def _letter(services: Services, job: LeasedJob, contact: Contact, page: str) -> texts.Letter | None:
    speakers = _speakers(contact)
    if job.facts["about"] == About.WAITING:
        lines = await services.contact_asking.waiting(contact)
        return texts.waiting(speakers, name=contact.name, count=len(lines), page=page) if lines else None
    people, minutes = job.facts["people"], job.facts["minutes"]
    said = [contact_thanks.of_last_quarter(one, contact.name, people, minutes) for one in speakers]
    return texts.thanks(speakers, said, page=page)


def _speakers(contact: Contact) -> list[Speaker]:
    languages = dict.fromkeys((SOURCE_LANGUAGE, contact.language))
    return [speaker_for(language) for language in languages]


def _addressed(to: str, letter: texts.Letter, job: LeasedJob, *, day: str = "") -> Mail:
    about = job.facts["about"]
    whom = job.facts.get("link_id") or job.facts["contact_id"]
    return Mail(
        to=to,
        subject=letter.subject,
        text=letter.plain,
        html=letter.page,
        language=letter.language,
        key=f"{about}:{whom}:{day}",
    )


# In the transaction.


async def mail_went(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Try again what did not go, and say once that a mail did not arrive.

    Args:
        turn: The unit of work; prepared is how sending ended, None where no mail is set up.
        job: With the facts `about`, `link_id` or `contact_id`, and `again`, how often it was tried before.
        resources: Not needed here; every job gets them.
    """
    again = job.facts.get("again", 0)
    if turn.prepared is Went.AWAY and again < len(WAITS):
        await _try_again(turn, job, turn.now + WAITS[again], again + 1)
    elif turn.prepared is Went.UNKNOWN and again < len(WAITS):
        # Once more, as with messages; whoever gets both has two with one Message-ID.
        await _try_again(turn, job, turn.now + WAITS[0], len(WAITS))
    elif turn.prepared in (Went.AWAY, Went.REFUSED):
        await _did_not_arrive(turn, job)


async def _try_again(turn: Turn, job: LeasedJob, due: dt.datetime, again: int) -> None:
    facts = {**job.facts, "again": again}
    await turn.later(job.kind, due, unique_key=job.unique_key, **facts)


async def _did_not_arrive(turn: Turn, job: LeasedJob) -> None:
    if job.facts["about"] == About.LINK:
        await _link_did_not_arrive(turn, ContactLinkId(job.facts["link_id"]))
    elif turn.prepared is Went.REFUSED:
        await _address_is_wrong(turn, ContactId(job.facts["contact_id"]))


async def _link_did_not_arrive(turn: Turn, link_id: ContactLinkId) -> None:
    link = await turn.work.contact_links.get(link_id)
    if link is None or link.newcomer_id is None:
        return
    newcomer = await turn.work.people.newcomer(link.newcomer_id)
    begeleider = await turn.work.people.begeleider_of(link.newcomer_id)
    if newcomer is not None and begeleider is not None:
        told = texts.did_not_arrive(newcomer.name, link.organisation or link.name or "")
        tell_begeleider(turn, begeleider, Message(text=told))


async def _address_is_wrong(turn: Turn, contact_id: ContactId) -> None:
    """The address goes, so that it is said once; who guides the contact's people hears it."""
    contact = await turn.work.contact_people.get(contact_id)
    if contact is None or contact.email is None:
        return
    await turn.services.contact_care.set_email(contact, None)
    ties = await turn.work.contact_people.ties_of(contact.id)
    people = await turn.work.people.newcomers({tie.newcomer_id for tie in ties})
    told = texts.address_is_wrong(contact.name, contact.organisation or "")
    for begeleider_id in sorted({one.begeleider_id for one in people}):
        begeleider = await turn.work.people.begeleider(begeleider_id)
        if begeleider is not None:
            tell_begeleider(turn, begeleider, Message(text=told))
