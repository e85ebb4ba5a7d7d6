"""Asking a contact to confirm hours, and saying that what a contact said is not right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from bot.domain.attendance import Attendance
from bot.domain.contact import Contact, ContactLink
from bot.domain.dossier import Dossier
from bot.domain.hours import Bewijs
from bot.domain.ids import ContactId
from bot.texts import buttons, fit
from bot.texts.claim import heading
from bot.texts.dutch import dutch_plain
from bot.texts.going import COPY_UNITS
from bot.texts.message import Button, Message
from bot.texts.my_contacts_buttons import KNOWN, MAIL, OBJECT, PAGE, QR, of_bewijs
from bot.texts.my_hours import details_button
from bot.texts.note_rows import back
from bot.texts.offer_kinds import PICTOGRAM
from bot.texts.speaker import Speaker, escaped

NAME_UNITS = 30
MOST_KNOWN = 6
_SHARE = "https://t.me/share/url"


@dataclass(frozen=True, kw_only=True)
class Asking:
    """For which bewijs a contact is asked, and whom there is to ask."""

    dossier: Dossier
    bewijs: Bewijs
    begeleider: str
    known: Sequence[Contact] = ()
    """Contacts of the organisation whom the begeleider checked."""
    seeing: frozenset[ContactId] = frozenset()
    """Those who see the dates of this bewijs already."""
    can_mail: bool = False

    @property
    def to_ask(self) -> Sequence[Contact]:
        """Whom one tap asks."""
        return [contact for contact in self.known if contact.id not in self.seeing][:MOST_KNOWN]

    @property
    def who_sees(self) -> Sequence[Contact]:
        """Who gets the dates by themselves."""
        return [one for one in self.known if one.id in self.seeing and one.is_checked][:MOST_KNOWN]

    @property
    def who_waits(self) -> Sequence[Contact]:
        """Whom the begeleider still speaks with."""
        return [one for one in self.known if one.id in self.seeing and not one.is_checked][:MOST_KNOWN]


def ask(speaker: Speaker, asking: Asking) -> Message:
    """What confirming is, what the contact sees, and whom to ask."""
    # Translators: the contact person says by two taps that the newcomer was there; {begeleider} sees it.
    why = speaker.say(
        "De contactpersoon zegt met twee tikken: dit klopt. {begeleider} ziet dat.",
        begeleider=asking.begeleider,
    )
    # Translators: what the contact person of the activity gets to see of the newcomer, and nothing more.
    sees = speaker.say("De contactpersoon ziet je naam, je dagen en je uren. Verder niets.")
    lines = [_heading(speaker, asking), why, sees, _who(speaker, asking)]
    rows = [(_known(speaker, asking, contact),) for contact in asking.to_ask]
    # Translators: button: shows a QR code that the contact person scans with their phone.
    rows.append((_of(speaker.plain("📱 Toon de QR-code"), asking, QR),))
    if asking.can_mail:
        # Translators: button: the bot sends an e-mail to the address of the activity.
        rows.append((_of(speaker.plain("✉️ Stuur een e-mail"), asking, MAIL),))
    rows.append((details_button(speaker, newcomer_id=asking.dossier.id),))
    return Message(text="\n".join(lines), buttons=tuple(rows))


def _heading(speaker: Speaker, asking: Asking) -> str:
    # Translators: heading of a screen: ask the contact person of the activity to confirm hours.
    title = speaker.say("🤝 <b>Laat je uren bevestigen</b>")
    place = escaped(speaker.isolated(asking.bewijs.place))
    return f"{title}\n{PICTOGRAM[asking.bewijs.kind]} {place}\n"


def _who(speaker: Speaker, asking: Asking) -> str:
    if asking.who_sees:
        names = ", ".join(contact.name for contact in asking.who_sees)
        # Translators: {names} are contact persons who get the newcomer's new hours without being asked.
        return speaker.say("<b>{names}</b> krijgt je uren vanzelf. Jij moet niets doen.", names=names)
    if asking.who_waits:
        names = ", ".join(contact.name for contact in asking.who_waits)
        # Translators: {names} want to confirm hours; {begeleider} speaks with them once, before they can.
        return speaker.say(
            "<b>{names}</b> doet mee. {begeleider} praat eerst even met {names}.",
            names=names,
            begeleider=asking.begeleider,
        )
    if asking.to_ask:
        # Translators: above buttons with the names of contact persons who are known already.
        return speaker.say("Wie was erbij? Tik op de naam.")
    # Translators: the begeleider calls the contact person once, before they can confirm anything.
    return speaker.say(
        "De eerste keer belt {begeleider} even met de contactpersoon.", begeleider=asking.begeleider
    )


def _known(speaker: Speaker, asking: Asking, contact: Contact) -> Button:
    # Translators: button: asks {name}, a contact person of the activity, to confirm the hours.
    label = speaker.plain("🤝 Vraag {name}", name=fit.shorten(contact.name, NAME_UNITS))
    data = buttons.for_whom(asking.dossier.id, buttons.MY_CONTACT, KNOWN, asking.bewijs.id, contact.id)
    return Button(label=label, data=data)


def _of(label: str, asking: Asking, word: str) -> Button:
    return Button(label=label, data=of_bewijs(asking.dossier.id, asking.bewijs.id, word))


# The link.


def code(
    speaker: Speaker,
    asking: Asking,
    link: ContactLink,
    *,
    url: str,
    picture: bytes,
    has_page: bool,
) -> Message:
    """The link as a QR code to be scanned, and to pass on.

    Args:
        speaker: The newcomer's voice.
        asking: For which bewijs.
        link: What introduces the contact.
        url: Opens the bot in Telegram.
        picture: The same as a QR code.
        has_page: Is there a page for who has no Telegram?
    """
    # Translators: with a QR code on the newcomer's phone; the contact person scans it with the camera.
    show = speaker.say("📱 Laat de contactpersoon deze code scannen. Of stuur de link door.")
    lines = [show, *_about_link(speaker, asking, link)]
    query = urlencode({"url": url, "text": _words_with_link(asking)})
    # Translators: button: passes the link on to somebody in Telegram.
    rows = [(Button(label=speaker.plain("📤 Stuur de link door"), url=f"{_SHARE}?{query}"),)]
    if has_page:
        # Translators: button: for a contact person who does not use Telegram.
        rows.append((_of(speaker.plain("🌐 Zonder Telegram"), asking, PAGE),))
    return Message(text="\n".join(lines), picture=picture, buttons=tuple(rows))


def page(speaker: Speaker, asking: Asking, link: ContactLink, *, url: str, picture: bytes) -> Message:
    """The same for a contact without Telegram; arguments as in `code`, with the page's address."""
    # Translators: with a QR code; it opens a page on the internet, for who has no Telegram.
    show = speaker.say("🌐 Deze code werkt zonder Telegram. Laat ze scannen, of kopieer de link.")
    lines = [show, *_about_link(speaker, asking, link), f"<code>{escaped(url)}</code>"]
    # Translators: button: copies the link, to paste it in another app such as WhatsApp.
    label = speaker.plain("📋 Kopieer de link")
    rows = ((Button(label=label, copy=url),),) if fit.units(url) <= COPY_UNITS else ()
    return Message(text="\n".join(lines), picture=picture, buttons=rows)


def _about_link(speaker: Speaker, asking: Asking, link: ContactLink) -> list[str]:
    # Translators: the link works until {day}, for one contact person.
    until = speaker.say("De link werkt tot {day}, voor één persoon.", day=speaker.short_day(link.expires_at))
    # Translators: {begeleider} calls the contact person once, before they can confirm anything.
    first = speaker.say(
        "{begeleider} belt daarna één keer met de contactpersoon.", begeleider=asking.begeleider
    )
    return [until, first]


def _words_with_link(asking: Asking) -> str:
    """What goes with the link to the contact, in Dutch."""
    return dutch_plain(
        "Hallo! Wil jij bevestigen wanneer ik bij {place} was? Dat kan met deze link, in twee tikken.",
        place=asking.bewijs.place,
    )


# What became of it.


def sees_now(speaker: Speaker, asking: Asking, contact: Contact) -> Message:
    """A known contact sees the dates from now on."""
    # Translators: {contact} is the contact person; a message comes when they confirmed the hours.
    text = speaker.say(
        "✅ Gevraagd aan <b>{contact}</b>. Je hoort het hier als {contact} iets bevestigt.",
        contact=contact.name,
    )
    rows = ((details_button(speaker, newcomer_id=asking.dossier.id),),)
    return Message(text=f"{_heading(speaker, asking)}\n{text}", buttons=rows)


def mailed(speaker: Speaker, asking: Asking) -> Message:
    """The bot mails the link to the address that stands with the offer."""
    # Translators: the bot sends an e-mail to the activity; the newcomer hears it when somebody answers.
    text = speaker.say("✉️ De e-mail vertrekt nu. Je hoort het hier als iemand antwoordt.")
    rows = ((details_button(speaker, newcomer_id=asking.dossier.id),),)
    return Message(text=f"{_heading(speaker, asking)}\n{text}", buttons=rows)


def no_address(speaker: Speaker) -> str:
    """Nobody knows an address; plain text."""
    # Translators: short notice: the bot knows no e-mail address of the activity.
    return speaker.plain("Ik ken geen e-mailadres. Toon de QR-code.")


# That is not right.


def is_it_wrong(
    speaker: Speaker, dossier: Dossier, attendance: Attendance, *, said: str, begeleider: str
) -> Message:
    """Ask once before the begeleider hears that a contact's word is not right.

    Args:
        speaker: The newcomer's voice.
        dossier: Whose date it is.
        attendance: The date.
        said: What the contact said of it, as HTML.
        begeleider: Who will look at it.
    """
    # Translators: a contact person said something about a day; the newcomer may say that it is not right.
    question = speaker.say("<b>Klopt dit niet?</b> {begeleider} kijkt dan met je mee.", begeleider=begeleider)
    # Translators: button: yes, what the contact person said is not right; the begeleider will look at it.
    yes = speaker.plain("🙋 Ja, dit klopt niet")
    data = buttons.for_whom(dossier.id, buttons.MY_CONTACT, OBJECT, attendance.id)
    to_list = replace(details_button(speaker, newcomer_id=dossier.id), label=back(speaker))
    text = "\n\n".join(filter(None, (heading(speaker, dossier, attendance), said, question)))
    return Message(text=text, buttons=((Button(label=yes, data=data),), (to_list,)))


def contact_says(speaker: Speaker, contact: str, minutes: int) -> str:
    """What a contact said of a date: how long, or not there at all."""
    if not minutes:
        # Translators: {contact} is the contact person of the activity.
        return speaker.say("{contact} zegt: je was er die dag niet.", contact=contact)
    # Translators: {contact} is the contact person of the activity; {hours} such as "2 hours".
    return speaker.say("{contact} zegt: {hours}.", contact=contact, hours=speaker.duration(minutes))


def objected(speaker: Speaker, dossier: Dossier, attendance: Attendance, *, begeleider: str) -> Message:
    """The begeleider hears that it is not right."""
    # Translators: {begeleider} will look at what the contact person said; the newcomer need not do anything.
    text = speaker.say(
        "🙋 Ik zeg het aan <b>{begeleider}</b>. {begeleider} kijkt ernaar. Jij moet niets doen.",
        begeleider=begeleider,
    )
    to_list = details_button(speaker, newcomer_id=dossier.id)
    return Message(text=f"{heading(speaker, dossier, attendance)}\n\n{text}", buttons=((to_list,),))


def objected_before(speaker: Speaker, begeleider: str) -> str:
    """A second tap; plain text."""
    # Translators: short notice: {begeleider} knows already that it is not right.
    return speaker.plain("{begeleider} weet dit al en kijkt ernaar.", begeleider=begeleider)
