"""Carries what contacts do to the begeleider's desk, for handlers and jobs; everything goes into the turn."""

from collections.abc import Awaitable, Callable, Mapping

from bot.delivery.turn import Turn
from bot.domain.contact import Contact
from bot.domain.contact_news import Happened, News
from bot.domain.dossier import Dossier
from bot.domain.history import What
from bot.domain.hours import Bewijs
from bot.domain.ids import ContactId, NewcomerId
from bot.domain.languages import SOURCE_LANGUAGE
from bot.domain.paper import PaperContact
from bot.domain.people import Newcomer
from bot.domain.reader import Reader
from bot.handlers import papers
from bot.services.delivery_ports import Priority
from bot.texts import begeleider_contact_news as news
from bot.texts import begeleider_contacts as texts
from bot.texts.begeleider_contacts import ContactCard
from bot.texts.bewijs_names import called
from bot.texts.message import Message

_TOLD_OF_CONTACTS = (What.CONTACT_JOINED, What.CONTACT_STOPPED, What.CONTACT_NOT_KNOWN)


async def bring_contact(turn: Turn, newcomer: Newcomer, what: Happened) -> None:
    """Let whoever reads for the newcomer today know; nothing where they need not.

    Args:
        turn: The unit of work.
        newcomer: About whom it is.
        what: What happened.
    """
    bring = _BRINGS.get(what.news)
    dossier = await turn.services.dossiers.as_bot(newcomer.id) if bring is not None else None
    if bring is not None and dossier is not None:
        await bring(turn, dossier, what)


# Cards of a contact.


def card_name(contact_id: int, newcomer_id: int) -> str:
    """By which a contact's card is found."""
    return f"contact:{contact_id}:{newcomer_id}"


async def contact_of(turn: Turn, newcomer_id: int, contact_id: int) -> Contact | None:
    """A contact who sees something of a newcomer, or did; None for any other."""
    events = await turn.services.work.history.of(NewcomerId(newcomer_id))
    named = {event.facts.get("contact") for event in events if event.what in _TOLD_OF_CONTACTS}
    ties = await turn.services.work.contact_people.tied_to([NewcomerId(newcomer_id)])
    if contact_id not in named | {tie.contact_id for tie in ties}:
        return None
    return await turn.services.work.contact_people.get(ContactId(contact_id))


async def card_of(turn: Turn, dossier: Dossier, contact: Contact) -> ContactCard:
    """A contact with what their card needs."""
    ties = await turn.services.work.contact_people.tied_to([dossier.id])
    seen = {tie.bewijs_id for tie in ties if tie.contact_id == contact.id}
    bewijs = next((one for one in dossier.book.bewijzen if one.id in seen), None)
    checked_by = None
    if contact.checked_by is not None:
        found = await turn.services.work.people.begeleider(contact.checked_by)
        checked_by = found.name if found else None
    return ContactCard(
        newcomer=dossier.newcomer,
        contact=contact,
        place=called(bewijs) if bewijs else contact.organisation or contact.name,
        known=await _known(turn, dossier, bewijs),
        checked_by=checked_by,
        sees=bewijs is not None,
    )


async def _known(turn: Turn, dossier: Dossier, bewijs: Bewijs | None) -> PaperContact:
    if bewijs is None:
        return PaperContact()
    return await turn.services.deciding.contact_of(dossier, bewijs)


async def refresh(turn: Turn, newcomer: Newcomer, contact: Contact, card: Message) -> None:
    """Draw the card anew where it may stand."""
    reader = await _reader(turn, newcomer)
    if reader is not None:
        name = card_name(contact.id, newcomer.id)
        turn.edit(reader.chat_id, card, name=name, language=SOURCE_LANGUAGE, priority=Priority.NOTICE)


# What is brought.


async def _joined(turn: Turn, dossier: Dossier, what: Happened) -> None:
    contact = await _contact(turn, what)
    if contact is None or not contact.is_active:
        return
    if contact.is_checked:
        place = _place(dossier, what) or contact.organisation or contact.name
        await _tell(turn, dossier, news.takes_part(dossier.newcomer, contact, place), is_silent=True)
        return
    card = texts.card(await card_of(turn, dossier, contact))
    await _tell(turn, dossier, card, name=card_name(contact.id, dossier.id))


async def _new_link(turn: Turn, dossier: Dossier, what: Happened) -> None:
    await _tell(turn, dossier, news.wants_new_link(dossier.newcomer, _bewijs(dossier, what)))


async def _stopped(turn: Turn, dossier: Dossier, what: Happened) -> None:
    if (contact := await _contact(turn, what)) is not None:
        await _tell(turn, dossier, news.stopped(dossier.newcomer, contact))


async def _not_with_us(turn: Turn, dossier: Dossier, what: Happened) -> None:
    contact = await _contact(turn, what)
    events = await turn.services.work.history.of(dossier.id)
    last = next((one.what for one in reversed(events) if one.facts.get("contact") == what.contact_id), None)
    if contact is not None and last is What.CONTACT_NOT_KNOWN:
        # A begeleider decided it, and knows.
        return
    place = _place(dossier, what) or (contact.organisation if contact else None) or "?"
    await _tell(turn, dossier, news.not_with_us(dossier.newcomer, contact, place))


async def _other(turn: Turn, dossier: Dossier, what: Happened) -> None:
    contact = await _contact(turn, what)
    link = await turn.services.work.contact_links.get(what.link_id) if what.link_id else None
    if contact is not None:
        other = link.name if link else None
        await _tell(turn, dossier, news.named_other(dossier.newcomer, contact, other), is_silent=True)


async def _objected(turn: Turn, dossier: Dossier, what: Happened) -> None:
    ids = set(what.attendance_ids)
    date = next((one for one in dossier.book.attendances if one.id in ids), None)
    if date is None:
        return
    message = news.objected(
        dossier.newcomer,
        await _contact(turn, what),
        attendance_id=date.id,
        day=date.day,
        minutes=date.minutes,
        is_denied=date.is_denied,
    )
    await _tell(turn, dossier, message)


async def _refused(turn: Turn, dossier: Dossier, what: Happened) -> None:
    refusal = await turn.services.work.refusals.get(what.refusal_id) if what.refusal_id else None
    if refusal is not None:
        await papers.bring_refusal(turn, dossier.newcomer, refusal)


async def _signed(turn: Turn, dossier: Dossier, what: Happened) -> None:
    paper = await turn.services.work.papers.get(what.paper_id) if what.paper_id else None
    if paper is not None:
        await papers.bring(turn, dossier.newcomer, paper)


async def _void(turn: Turn, dossier: Dossier, what: Happened) -> None:
    paper = await turn.services.work.papers.get(what.paper_id) if what.paper_id else None
    if paper is not None:
        await papers.refresh(turn, dossier.newcomer, paper)
        contact = await _contact(turn, what)
        await _tell(turn, dossier, news.void(dossier.newcomer, contact, paper.receipt), is_silent=True)


_BRINGS: Mapping[News, Callable[[Turn, Dossier, Happened], Awaitable[None]]] = {
    News.JOINED: _joined,
    News.NEW_LINK: _new_link,
    News.STOPPED: _stopped,
    News.NOT_WITH_US: _not_with_us,
    News.OTHER_CONTACT: _other,
    News.OBJECTED: _objected,
    News.REFUSED: _refused,
    News.SIGNED: _signed,
    News.VOID: _void,
}


async def _contact(turn: Turn, what: Happened) -> Contact | None:
    if what.contact_id is None:
        return None
    return await turn.services.work.contact_people.get(what.contact_id)


def _bewijs(dossier: Dossier, what: Happened) -> Bewijs | None:
    return next((one for one in dossier.book.bewijzen if one.id == what.bewijs_id), None)


def _place(dossier: Dossier, what: Happened) -> str | None:
    bewijs = _bewijs(dossier, what)
    return called(bewijs) if bewijs is not None else None


async def _tell(
    turn: Turn, dossier: Dossier, message: Message, *, name: str | None = None, is_silent: bool = False
) -> None:
    reader = await _reader(turn, dossier.newcomer)
    if reader is None:
        return
    is_silent = is_silent or not turn.services.readers.is_at_work(reader)
    turn.tell_chat(
        reader.chat_id,
        SOURCE_LANGUAGE,
        message.silently(is_silent),
        name=name,
        about=f"newcomer:{dossier.id}",
        priority=Priority.NOTICE,
    )


async def _reader(turn: Turn, newcomer: Newcomer) -> Reader | None:
    """The begeleider, or who stands in; the team cannot open a dossier."""
    reader = await turn.services.readers.for_newcomer(newcomer.id)
    return None if reader is None or reader.is_team else reader
