"""What contacts do, as a begeleider hears it (Dutch only)."""

import datetime as dt

from bot.domain.contact import Contact
from bot.domain.hours import Bewijs
from bot.domain.people import Newcomer
from bot.texts import dutch_hours
from bot.texts.begeleider_contacts import link_button, to_contacts
from bot.texts.dossier_buttons import about, to_page
from bot.texts.dutch import dutch, dutch_plain
from bot.texts.first_message import first_name
from bot.texts.message import Message
from bot.texts.reached import REACHED


def takes_part(newcomer: Newcomer, contact: Contact, place: str) -> Message:
    """A contact whom nobody has to check takes part."""
    text = dutch(
        "🤝 <b>{contact}</b> bevestigt vanaf nu voor {name}: {place}.\n<i>{reached}</i>",
        contact=contact.name,
        name=first_name(newcomer.name),
        place=place,
        reached=REACHED[contact.reached].capitalize(),
    )
    return Message(text=text, buttons=((to_contacts(newcomer.id),),))


def wants_new_link(newcomer: Newcomer, bewijs: Bewijs | None) -> Message:
    """Somebody opened a link that does not work any more."""
    text = dutch(
        "🔁 De contactpersoon bij <b>{place}</b> vraagt een nieuwe link voor {name}.",
        place=bewijs.place if bewijs else "?",
        name=first_name(newcomer.name),
    )
    rows = [(link_button(newcomer, bewijs),)] if bewijs is not None else []
    return Message(text=text, buttons=(*rows, (to_contacts(newcomer.id),)))


def stopped(newcomer: Newcomer, contact: Contact) -> Message:
    """A contact stops."""
    text = dutch(
        "👋 <b>{contact}</b> stopt als contactpersoon voor {name}. Wat bevestigd is, blijft staan.",
        contact=contact.name,
        name=first_name(newcomer.name),
    )
    return Message(text=text, buttons=((to_contacts(newcomer.id),),))


def not_with_us(newcomer: Newcomer, contact: Contact | None, place: str) -> Message:
    """Whoever opened the link, or a contact, does not know the newcomer."""
    name = first_name(newcomer.name)
    if contact is None:
        text = dutch(
            "🙅 De link voor <b>{place}</b> kwam bij iemand die {name} niet kent.", place=place, name=name
        )
    else:
        text = dutch(
            "🙅 <b>{contact}</b> zegt: {name} is niet bij ons ({place}).",
            contact=contact.name,
            name=name,
            place=place,
        )
    return Message(text=text, buttons=((to_contacts(newcomer.id),),))


def named_other(newcomer: Newcomer, contact: Contact, other: str | None) -> Message:
    """A contact named somebody else of the organisation (`bewijs-contactpersoon`)."""
    text = dutch(
        "👤 <b>{contact}</b> noemt nog een contactpersoon: <b>{other}</b>. Dat geldt ook voor {name}.",
        contact=contact.name,
        other=other or "?",
        name=first_name(newcomer.name),
    )
    return Message(text=text, buttons=((to_contacts(newcomer.id),),))


def objected(
    newcomer: Newcomer,
    contact: Contact | None,
    *,
    attendance_id: int,
    day: dt.date,
    minutes: int,
    is_denied: bool,
) -> Message:
    """The newcomer says that a contact's word is not right.

    Args:
        newcomer: Who says so.
        contact: Whose word it is.
        attendance_id: Of which date.
        day: When.
        minutes: How many stand there now.
        is_denied: Does the contact say that they were not there?
    """
    name = contact.name if contact is not None else dutch_plain("de contactpersoon")
    said = dutch_plain("niet aanwezig") if is_denied else dutch_hours.hours(minutes)
    text = dutch(
        "🙋 <b>{name}</b> zegt dat dit niet klopt: {day}. Volgens {contact}: <b>{said}</b>.",
        name=first_name(newcomer.name),
        day=dutch_hours.day(day),
        contact=name,
        said=said,
    )
    look = about(dutch_plain("🔎 Bekijk de datum"), "date", newcomer.id, attendance_id)
    return Message(text=text, buttons=((look,), (to_contacts(newcomer.id),)))


def void(newcomer: Newcomer, contact: Contact | None, receipt: str) -> Message:
    """A date was put right after signing, so that the bewijs does not hold any more."""
    text = dutch(
        "✏️ {contact} verbeterde een datum van {name}. Het digitale bewijs {receipt} geldt niet meer."
        " Er komt een nieuw.",
        contact=contact.name if contact is not None else dutch_plain("De contactpersoon"),
        name=first_name(newcomer.name),
        receipt=receipt,
    )
    return Message(text=text, buttons=((to_page(newcomer.id),),))
