"""Tells newcomers, begeleiders and contacts what a contact did, soon after it happened."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.delivery.turn import Turn
from bot.domain import day_plan
from bot.domain.attendance import Attendance
from bot.domain.bewijs_key import bewijs_key
from bot.domain.contact import Contact
from bot.domain.contact_news import Happened, News, happened
from bot.domain.dossier import Dossier
from bot.domain.hours import Bewijs
from bot.handlers.contact_desk import bring_contact
from bot.handlers.contacts.telling import tell_contact
from bot.handlers.later.contact_asking import ask_soon
from bot.handlers.later.signed_bewijs import ask_to_send
from bot.handlers.resources import Resources
from bot.handlers.saying import tell_on_each_phone
from bot.services.delivery_ports import LeasedJob
from bot.texts import contact_news as texts
from bot.texts.contact_news import Said, Told
from bot.texts.message import Message
from bot.texts.speaker import Speaker

_TO_BEGELEIDER = frozenset(
    {
        News.JOINED,
        News.OBJECTED,
        News.SIGNED,
        News.VOID,
        News.REFUSED,
        News.NEW_LINK,
        News.STOPPED,
        News.NOT_WITH_US,
        News.OTHER_CONTACT,
    }
)


@dataclass(frozen=True, kw_only=True)
class _Told:
    """What is told, with whom it is about."""

    turn: Turn
    what: Happened
    dossier: Dossier
    contact: Contact | None
    told: Told
    dates: Sequence[Attendance]
    """Those that it is about and that are still there, oldest day first."""

    async def say(self, message: Callable[[Speaker], Message]) -> None:
        """Say it on each phone of the newcomer, by night without sound."""
        is_silent = _is_night(self.turn)
        await tell_on_each_phone(
            self.turn, self.dossier.newcomer, lambda speaker: message(speaker).silently(is_silent)
        )


async def contact_news(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Tell everybody whom it concerns; nothing when the newcomer was erased meanwhile.

    Args:
        turn: The unit of work.
        job: With the facts of a `Happened`.
        resources: Not needed here; every job gets them.
    """
    what = happened(dict(job.facts))
    dossier = await turn.services.dossiers.as_bot(what.newcomer_id)
    if dossier is None:
        return
    await _tell_newcomer(turn, what, dossier)
    if what.news in _TO_BEGELEIDER:
        await _bring(turn, dossier, what)
    if what.news is News.CHECKED:
        await _tell_contact(turn, what)
    if what.news is News.SIGNED and what.paper_id is not None:
        await ask_to_send(turn, what.paper_id)


async def _tell_newcomer(turn: Turn, what: Happened, dossier: Dossier) -> None:
    say = _SAYS.get(what.news)
    if say is None:
        return
    dates = sorted((a for a in dossier.book.attendances if a.id in what.attendance_ids), key=_by_day)
    people = turn.services.work.contact_people
    contact = None if what.contact_id is None else await people.get(what.contact_id)
    bewijs = _bewijs(what, dossier, dates, contact)
    told = Told(
        dossier=dossier,
        contact=contact.name if contact else "",
        begeleider=await turn.services.readers.guide_name(dossier.id) or "",
        place=bewijs.place if bewijs else _place(contact),
        bewijs=bewijs,
    )
    await say(_Told(turn=turn, what=what, dossier=dossier, contact=contact, told=told, dates=dates))


def _bewijs(
    what: Happened, dossier: Dossier, dates: Sequence[Attendance], contact: Contact | None
) -> Bewijs | None:
    """Which it is about: the one that is named, or the newest of the contact's organisation."""
    wanted = what.bewijs_id or next((date.bewijs_id for date in dates), None)
    key = bewijs_key(contact.organisation, contact.name) if contact and contact.name else None
    at_theirs = [one for one in dossier.book.bewijzen if bewijs_key(one.organisation, one.contact) == key]
    named = (one for one in dossier.book.bewijzen if one.id == wanted)
    return next(named, None) or next(reversed(at_theirs), None)


def _place(contact: Contact | None) -> str:
    return (contact.organisation or contact.name) if contact else ""


def _by_day(date: Attendance) -> tuple[object, int]:
    return date.day, date.id


# To the newcomer.


async def _joined(it: _Told) -> None:
    if it.contact is not None and it.contact.is_active:
        is_checked = it.contact.is_checked
        await it.say(lambda speaker: texts.joined(speaker, it.told, is_checked=is_checked))


async def _checked(it: _Told) -> None:
    await it.say(lambda speaker: texts.checked(speaker, it.told))


async def _said(it: _Told) -> None:
    """The dates as they are by now; what the begeleider spoke about meanwhile was told by them."""
    words = await it.turn.work.words.of([date.id for date in it.dates])
    said = [
        Said(attendance=date, minutes=word.minutes)
        for date in it.dates
        if all(one.contact_id is not None for one in words.get(date.id, ()))
        for word in words.get(date.id, ())
        if word.contact_id == it.what.contact_id
    ]
    if said:
        await it.say(lambda speaker: texts.said(speaker, it.told, said))


async def _noted(it: _Told) -> None:
    alive = [date for date in it.dates if date.is_alive]
    if alive:
        await it.say(lambda speaker: texts.noted(speaker, it.told, alive))


async def _void(it: _Told) -> None:
    await it.say(lambda speaker: texts.void(speaker, it.told))


async def _refused(it: _Told) -> None:
    await it.say(lambda speaker: texts.refused(speaker, it.told))


async def _stopped(it: _Told) -> None:
    await it.say(lambda speaker: texts.stopped(speaker, it.told))


async def _not_with_us(it: _Told) -> None:
    await it.say(lambda speaker: texts.not_with_us(speaker, it.told))


_SAYS: Mapping[News, Callable[[_Told], Awaitable[None]]] = {
    News.JOINED: _joined,
    News.CHECKED: _checked,
    News.SAID: _said,
    News.NOTED: _noted,
    News.VOID: _void,
    News.REFUSED: _refused,
    News.STOPPED: _stopped,
    News.NOT_WITH_US: _not_with_us,
}
"""What the newcomer hears; the signed bewijs comes with its PDF."""


# To others.


async def _bring(turn: Turn, dossier: Dossier, what: Happened) -> None:
    await bring_contact(turn, dossier.newcomer, what)


async def _tell_contact(turn: Turn, what: Happened) -> None:
    """The contact hears that their word counts from now on; who uses the page sees it there."""
    people = turn.services.work.contact_people
    contact = None if what.contact_id is None else await people.get(what.contact_id)
    if contact is None or not contact.may_confirm:
        return
    await ask_soon(turn, contact)
    place = contact.organisation or contact.name
    await tell_contact(turn, contact, lambda speaker: texts.may_confirm(speaker, place))


def _is_night(turn: Turn) -> bool:
    return not day_plan.may_remind(turn.now, turn.services.surroundings.zone)
