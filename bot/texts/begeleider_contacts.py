"""A begeleider's side of contacts: checking one, the list, sending a link on (Dutch only)."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from bot.domain.contact import Contact, ContactLink
from bot.domain.hours import Bewijs
from bot.domain.paper import PaperContact
from bot.domain.people import Newcomer
from bot.texts import bewijs_names, buttons, dutch_hours, fit
from bot.texts.announcing import short_name
from bot.texts.begeleider_paper_contact import details
from bot.texts.dossier_buttons import about, to_page
from bot.texts.dutch import dutch, dutch_plain
from bot.texts.first_message import first_name
from bot.texts.going import COPY_UNITS
from bot.texts.message import Button, Message
from bot.texts.reached import REACHED, reached_words
from bot.texts.speaker import escaped

LIST, CARD, OK, NO, LINK, PAGE, MAIL = "list", "card", "ok", "no", "link", "page", "mail"
NAME_UNITS = 40
MOST = 12
_SHARE = "https://t.me/share/url"


@dataclass(frozen=True, kw_only=True)
class ContactCard:
    """A contact as the begeleider of one of their people sees them."""

    newcomer: Newcomer
    contact: Contact
    place: str
    """Where the hours are, with their kind."""
    known: PaperContact
    """Whom to call, as far as an offer tells."""
    checked_by: str | None = None
    sees: bool = True
    """Does the contact see something of this newcomer?"""


# One contact.


def card(shown: ContactCard) -> Message:
    """Who wants to confirm, how the bot knows them, and what to do before their word counts."""
    contact, newcomer = shown.contact, shown.newcomer
    name = first_name(newcomer.name)
    lines = [
        dutch("🤝 <b>{contact}</b> bevestigt voor <b>{name}</b>", contact=contact.name, name=name),
        dutch("{place}", place=shown.place),
        dutch("<i>{reached}</i>", reached=REACHED[contact.reached].capitalize()),
    ]
    parts = ["\n".join(lines), _standing(shown)]
    if _waits(shown):
        parts.append(details(shown.known))
    person = (about(dutch_plain("👤 {name}", name=short_name(newcomer)), "page", newcomer.id),)
    rows = [] if newcomer.is_closed else _ways(shown)
    return Message(text="\n\n".join(part for part in parts if part), buttons=(*rows, person))


def _waits(shown: ContactCard) -> bool:
    return shown.sees and shown.contact.is_active and not shown.contact.is_checked


def _standing(shown: ContactCard) -> str:
    contact, name = shown.contact, first_name(shown.newcomer.name)
    if not contact.is_active or not shown.sees:
        return dutch("🚫 {contact} bevestigt hier niet meer.", contact=contact.name)
    if contact.checked_at is not None:
        day = dutch_hours.day(contact.checked_at.date())
        by = shown.checked_by or dutch_plain("een collega")
        return dutch("✅ Nagekeken door {by} op {day}.", by=by, day=day)
    if contact.is_checked:
        return dutch("✅ Kan bevestigen.")
    return dutch(
        "⏳ <b>Nog niet nagekeken.</b> De link ging langs de telefoon van {name}.\n"
        "Bel of mail {contact} eerst zelf. Gebruik een nummer dat niet van {name} komt.",
        name=name,
        contact=contact.name,
    )


def _ways(shown: ContactCard) -> list[tuple[Button, ...]]:
    contact = shown.contact
    if not contact.is_active or not shown.sees:
        return [(to_contacts(shown.newcomer.id),)]
    rows = []
    short = fit.shorten(contact.name, NAME_UNITS // 2)
    if not contact.is_checked:
        ok = dutch_plain("✅ Ik sprak {contact}: het klopt", contact=short)
        rows.append((_of(ok, OK, shown),))
    refuse = "🙅 Dit is niet de contactpersoon" if not contact.is_checked else "🚫 Niet meer laten bevestigen"
    rows.append((_of(dutch_plain(refuse), NO, shown),))
    return [*rows, (to_contacts(shown.newcomer.id),)]


def _of(label: str, word: str, shown: ContactCard) -> Button:
    return Button(label=label, data=_data(word, shown.newcomer.id, shown.contact.id))


def to_contacts(newcomer_id: int) -> Button:
    """To the list of somebody's contacts."""
    return Button(label=dutch_plain("🤝 Contactpersonen"), data=_data(LIST, newcomer_id))


def may_confirm_now(contact: Contact) -> str:
    """A notice: their word counts from now on."""
    return dutch_plain("✅ {contact} kan nu bevestigen.", contact=fit.shorten(contact.name, NAME_UNITS))


def refused(contact: Contact) -> str:
    """A notice: they see nothing of this person any more."""
    return dutch_plain("🚫 {contact} ziet niets meer.", contact=fit.shorten(contact.name, NAME_UNITS))


# Everybody, and links.


def contacts(
    newcomer: Newcomer, found: Sequence[tuple[Contact, Sequence[Bewijs]]], bewijzen: Sequence[Bewijs]
) -> Message:
    """Who confirms for somebody, and links for who does not yet.

    Args:
        newcomer: Whose.
        found: Each contact with what they see, by name.
        bewijzen: All of the newcomer's.
    """
    lines = [dutch("🤝 <b>Contactpersonen van {name}</b>", name=first_name(newcomer.name))]
    lines += [_line(contact, theirs) for contact, theirs in found[:MOST]]
    if not found:
        lines.append(dutch("Nog niemand bevestigt uren. Stuur een link naar de contactpersoon."))
    rows = [(_contact(newcomer, contact),) for contact, _ in found[:MOST]]
    if not newcomer.is_closed:
        rows += [(link_button(newcomer, bewijs),) for bewijs in bewijzen[:MOST]]
    return Message(text="\n".join(lines), buttons=(*rows, (to_page(newcomer.id),)))


def _line(contact: Contact, theirs: Sequence[Bewijs]) -> str:
    sign = "✅" if contact.may_confirm else "⏳" if contact.is_active else "🚫"
    places = ", ".join(dict.fromkeys(one.place for one in theirs)) or contact.organisation or ""
    return dutch(
        "{sign} <b>{contact}</b> · {places}\n<i>{reached}</i>",
        sign=sign,
        contact=fit.shorten(contact.name, NAME_UNITS),
        places=fit.shorten(places, 2 * NAME_UNITS),
        reached=reached_words(contact),
    )


def _contact(newcomer: Newcomer, contact: Contact) -> Button:
    label = dutch_plain("👤 {contact}", contact=fit.shorten(contact.name, NAME_UNITS))
    return Button(label=label, data=_data(CARD, newcomer.id, contact.id))


def link_button(newcomer: Newcomer, bewijs: Bewijs) -> Button:
    """Makes a link for whoever confirms these hours."""
    label = dutch_plain("🔗 Link: {place}", place=fit.shorten(bewijs.place, NAME_UNITS))
    return Button(label=label, data=_data(LINK, newcomer.id, bewijs.id))


def link(
    newcomer: Newcomer,
    bewijs: Bewijs,
    made: ContactLink,
    *,
    url: str,
    page: str | None,
    picture: bytes,
    can_mail: bool,
) -> Message:
    """A link to send on, as words to copy and as a code to scan.

    Args:
        newcomer: Whose hours.
        bewijs: Where they add up.
        made: The link.
        url: Opens the bot in Telegram.
        page: Opens the page; None where the bot has none.
        picture: The link that is sent on, as a QR code.
        can_mail: Does an address stand with the offer, and is mail set up?
    """
    words = words_with_link(newcomer, bewijs)
    best = page or url
    until = dutch_hours.day(made.expires_at.date())
    text = "\n".join(
        [
            dutch("🔗 <b>Link voor de contactpersoon</b>"),
            dutch("{bewijs}", bewijs=bewijs_names.called(bewijs)),
            dutch("Stuur dit door, of laat de code scannen. De link werkt tot {day}.", day=until),
            f"<code>{escaped(words)} {escaped(best)}</code>",
        ]
    )
    share = f"{_SHARE}?{urlencode({'url': url, 'text': words})}"
    rows: list[tuple[Button, ...]] = [(Button(label=dutch_plain("📤 Stuur door in Telegram"), url=share),)]
    if fit.units(best) <= COPY_UNITS:
        rows.append((Button(label=dutch_plain("📋 Kopieer de link"), copy=best),))
    if can_mail:
        mail = Button(label=dutch_plain("✉️ Mail de link"), data=_data(MAIL, newcomer.id, bewijs.id))
        rows.append((mail,))
    return Message(text=text, picture=picture, buttons=(*rows, (to_contacts(newcomer.id),)))


def words_with_link(newcomer: Newcomer, bewijs: Bewijs) -> str:
    """What goes with the link, to be copied; it names the first name alone."""
    return dutch_plain(
        "Dag, {name} doet mee bij {place}. Wil je bevestigen wanneer? Dat kan met deze link, in twee tikken:",
        name=first_name(newcomer.name),
        place=bewijs.place,
    )


def mailed(was_new: bool) -> str:
    """A notice: the mail is on its way."""
    return dutch_plain("✉️ De mail vertrekt.") if was_new else dutch_plain("✉️ De mail is al onderweg.")


def no_address() -> str:
    """A notice: no address stands with the offer."""
    return dutch_plain("Bij dit aanbod staat geen e-mailadres.")


def _data(*parts: object) -> str:
    return buttons.data(buttons.CHECK, *parts)
