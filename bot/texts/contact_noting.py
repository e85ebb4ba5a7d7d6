"""A contact notes hours first, and shows a code at the door that newcomers scan."""

import datetime as dt
from collections.abc import Sequence

from bot.domain.contact import Contact, Folk, Line
from bot.domain.ids import BewijsId, ContactId
from bot.domain.offer_kind import OfferKind
from bot.texts import buttons, note_rows
from bot.texts.contact_lines import folk_words
from bot.texts.contact_menu import ContactButton, label
from bot.texts.message import Button, File, Message
from bot.texts.note_rows import Rows, back, in_rows
from bot.texts.offer_kinds import kind_label
from bot.texts.speaker import Speaker, escaped

NOTE, WHO, DAY, LONG = "note", "who", "day", "long"
DOOR, KIND, OPEN, PAPER = "door", "kind", "open", "paper"
A_PAGE = 12

Theirs = Sequence[tuple[Contact, Folk]]
"""Everybody whose hours somebody confirms, each with the contact who sees them."""


def who(speaker: Speaker, theirs: Theirs, page: int) -> Message:
    """Whose hours?

    Args:
        speaker: The contact's voice.
        theirs: Everybody, by name.
        page: Which part of them, from 0.
    """
    if not theirs:
        return Message(text=nobody(speaker))
    shown = theirs[page * A_PAGE : (page + 1) * A_PAGE]
    text = who_was_there(speaker)
    rows: list[tuple[Button, ...]] = [
        (Button(label=folk_words(speaker, folk), data=_data(WHO, contact.id, folk.bewijs_id)),)
        for contact, folk in shown
    ]
    if len(theirs) > A_PAGE:
        after = page + 1 if (page + 1) * A_PAGE < len(theirs) else 0
        # Translators: button: more names.
        rows.append((Button(label=speaker.plain("➡️ Meer namen"), data=_data(NOTE, after)),))
    return Message(text=text, buttons=tuple(rows))


def who_was_there(speaker: Speaker) -> str:
    """Above the names, as HTML."""
    # Translators: above buttons with names of people: whose hours does the volunteer write down?
    return speaker.say("➕ <b>Wie was er?</b>")


def nobody(speaker: Speaker) -> str:
    """Nobody's hours are theirs to confirm yet; as HTML."""
    # Translators: to a volunteer: no newcomer has chosen them as contact person yet.
    return speaker.say("Er is nog niemand. Wie jou kiest, zie je hier.")


def day(speaker: Speaker, folk: Folk, contact_id: ContactId, today: dt.date) -> Message:
    """On which day?"""
    rows = note_rows.days(speaker, today, lambda one: _data(DAY, contact_id, folk.bewijs_id, one.toordinal()))
    to_all = (Button(label=back(speaker), data=_data(NOTE)),)
    return Message(text=f"{_head(speaker, folk)}\n{note_rows.ask_day(speaker)}", buttons=(*rows, to_all))


def how_long(speaker: Speaker, folk: Folk, contact_id: ContactId, on: dt.date, today: dt.date) -> Message:
    """How long?"""
    rows = note_rows.amounts(
        speaker, lambda minutes: _data(LONG, contact_id, folk.bewijs_id, on.toordinal(), minutes)
    )
    head = f"{_head(speaker, folk)} · {escaped(speaker.isolated(speaker.near_day(on, today)))}"
    # Translators: to a volunteer: how long was {name} there; an amount may be typed, such as 1,5.
    ask = speaker.say("⏱ Hoe lang was {name} er? Kies of typ het: 1,5 of 1u30.", name=folk.name)
    to_days = (Button(label=back(speaker), data=_data(WHO, contact_id, folk.bewijs_id)),)
    return Message(text=f"{head}\n{ask}", buttons=(*rows, to_days))


def _head(speaker: Speaker, folk: Folk) -> str:
    return f"➕ <b>{escaped(folk_words(speaker, folk))}</b>"


def noted(speaker: Speaker, line: Line, today: dt.date) -> str:
    """It was noted, and the newcomer sees it; as HTML."""
    # Translators: a volunteer wrote down hours of {name}, who sees it at once.
    return speaker.say(
        "✅ Genoteerd: {name}, {day}, {hours}. {name} ziet het meteen.",
        name=line.name,
        day=speaker.near_day(line.day, today),
        hours=speaker.duration(line.minutes),
    )


def not_understood(speaker: Speaker) -> Message:
    """What was typed is no day and no amount."""
    # Translators: to a volunteer who typed something that is no day and no amount of time.
    return Message(text=speaker.say("Dat begrijp ik niet. Kies een knop, of typ het anders."))


# At the door.


def kinds(speaker: Speaker, found: Sequence[tuple[Contact, OfferKind]]) -> Message:
    """For which activity is the code?"""
    text = which_door(speaker)
    several = len({contact.id for contact, _ in found}) > 1
    rows = [
        Button(label=_kind(speaker, contact, kind, several), data=_data(KIND, contact.id, kind.value))
        for contact, kind in found
    ]
    return Message(text=text, buttons=in_rows(rows, 1 if several else 2))


def _kind(speaker: Speaker, contact: Contact, kind: OfferKind, several: bool) -> str:
    words = kind_label(speaker, kind)
    return (
        f"{words} · {speaker.isolated(contact.organisation)}" if several and contact.organisation else words
    )


def which_door(speaker: Speaker) -> str:
    """Above the kinds, as HTML."""
    # Translators: above buttons with kinds of activities; people scan the code when they come in.
    return speaker.say("🚪 <b>Voor welke activiteit is de code?</b>")


def door_takes(speaker: Speaker, contact: Contact, kind: OfferKind) -> Message:
    """How long does it take?"""
    # Translators: above buttons with amounts of time: how long the activity takes today.
    ask = speaker.say("⏱ Hoe lang duurt het vandaag?")
    rows = note_rows.amounts(speaker, lambda minutes: _data(OPEN, contact.id, kind.value, minutes))
    head = f"🚪 <b>{escaped(kind_label(speaker, kind))}</b>"
    to_door = (Button(label=back(speaker), data=_data(DOOR)),)
    return Message(text=f"{head}\n{ask}", buttons=(*rows, to_door))


def code(speaker: Speaker, contact: Contact, kind: OfferKind, minutes: int, picture: bytes) -> Message:
    """The code of this moment, as a picture.

    Args:
        speaker: The contact's voice.
        contact: Whose door it is.
        kind: What happens behind it.
        minutes: How long it takes.
        picture: The QR code.
    """
    head, scan, lives = code_words(speaker, kind, minutes)
    carried = (contact.id, kind.value, minutes)
    new = Button(label=new_code(speaker), data=_data(OPEN, *carried))
    paper = Button(label=paper_words(speaker), data=_data(PAPER, *carried))
    return Message(text=f"{head}\n{scan}\n{lives}", picture=picture, buttons=((new,), (paper,)))


def code_words(speaker: Speaker, kind: OfferKind, minutes: int) -> tuple[str, str, str]:
    """What it is for, what to do with it, how long it lives; as HTML."""
    head = f"🚪 <b>{escaped(kind_label(speaker, kind))}</b> · {escaped(speaker.duration(minutes))}"
    # Translators: with a QR code on a volunteer's phone; newcomers scan it when they come in.
    scan = speaker.say("Laat mensen deze code scannen met hun camera.")
    # Translators: the QR code works for five minutes; a button gives a new one.
    return head, scan, speaker.say("De code is nieuw om de 5 minuten.")


def new_code(speaker: Speaker) -> str:
    """The button for a fresh code."""
    # Translators: button: a new QR code.
    return speaker.plain("🔄 Nieuwe code")


def paper_words(speaker: Speaker) -> str:
    """The button for a printed code."""
    # Translators: button: a QR code to print, for today.
    return speaker.plain("🖨 Papier voor vandaag")


def paper(speaker: Speaker, kind: OfferKind, minutes: int, on: dt.date, picture: bytes) -> Message:
    """The same to be printed, good for one day."""
    head = f"🖨 <b>{escaped(kind_label(speaker, kind))}</b> · {escaped(speaker.duration(minutes))}"
    # Translators: with a QR code to print; it works on {day} only.
    text = speaker.say("Druk deze code af. Ze werkt alleen op {day}.", day=speaker.day(on))
    # Translators: hours that come from a printed code are marked for the begeleider.
    marked = speaker.say("De begeleider ziet dat het een papieren code was.")
    file = File(name=f"code-{on.isoformat()}.png", content=picture, type="image/png")
    return Message(text=f"{head}\n{text}\n{marked}", file=file)


def to_list(speaker: Speaker) -> Rows:
    """Back to the list of dates that wait."""
    return ((Button(label=label(speaker, ContactButton.CONFIRM), data=_data("list")),),)


def bewijs_of(theirs: Theirs, contact_id: int, bewijs_id: int) -> tuple[Contact, Folk] | None:
    """One of them."""
    wanted = (contact_id, BewijsId(bewijs_id))
    return next((one for one in theirs if (one[0].id, one[1].bewijs_id) == wanted), None)


def _data(*parts: object) -> str:
    return buttons.data(buttons.CONTACT, *parts)
