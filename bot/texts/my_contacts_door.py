"""A code scanned at the door: is it right, and what was noted with it."""

from dataclasses import replace

from bot.domain.attendance import Attendance
from bot.domain.door import Scanned
from bot.domain.dossier import Dossier
from bot.texts import buttons, menu, my_hours, note_rows
from bot.texts.dutch import dutch
from bot.texts.message import Button, Message
from bot.texts.my_contacts_buttons import HERE, LEAVE, MORE
from bot.texts.offer_kinds import PICTOGRAM
from bot.texts.speaker import Speaker


def is_it_right(speaker: Speaker, dossier: Dossier, scanned: Scanned, token: str) -> Message:
    """Where they are and for how long; one tap notes it.

    Args:
        speaker: The newcomer's voice.
        dossier: Who scanned.
        scanned: What the code says.
        token: The code, which the buttons carry.
    """
    # Translators: button: yes, note these hours.
    yes = Button(label=speaker.plain("✅ Ja"), data=_data(dossier, HERE, token, scanned.door.minutes))
    # Translators: button: it was longer or shorter than the code says.
    other = Button(label=speaker.plain("✏️ Andere uren"), data=_data(dossier, MORE, token))
    # Translators: button: no, note nothing.
    no = Button(label=speaker.plain("✖️ Nee, niets noteren"), data=_data(dossier, LEAVE))
    # Translators: before hours are noted with a scanned code.
    question = speaker.say("<b>Klopt dat?</b>")
    # Translators: {contact} is the contact person who showed the code.
    sees = speaker.say("{contact} ziet dan je naam en je uren.", contact=scanned.contact)
    text = f"{_where(speaker, dossier, scanned)}\n{question}\n\n{sees}"
    return Message(text=text, buttons=((yes,), (other,), (no,)))


def _where(speaker: Speaker, dossier: Dossier, scanned: Scanned) -> str:
    # Translators: after scanning a code at the door: the newcomer is at {place} for {hours}.
    here = speaker.say(
        "👋 Je bent bij <b>{place}</b>.\n⏱ {hours} · {day}",
        place=_place(scanned),
        hours=speaker.duration(scanned.door.minutes),
        day=speaker.near_day(scanned.day, dossier.today),
    )
    return f"{PICTOGRAM[scanned.door.kind]} {here}"


def _place(scanned: Scanned) -> str:
    return scanned.organisation or scanned.contact


def how_long(speaker: Speaker, dossier: Dossier, scanned: Scanned, token: str) -> Message:
    """Ask for another amount; arguments as in `is_it_right`."""
    # Translators: above buttons with amounts of time.
    question = speaker.say("⏱ <b>Hoe lang ben je er?</b>")
    rows = note_rows.amounts(speaker, lambda minutes: _data(dossier, HERE, token, minutes))
    return Message(text=f"{_where(speaker, dossier, scanned)}\n\n{question}", buttons=rows)


def _data(dossier: Dossier, *parts: object) -> str:
    return buttons.for_whom(dossier.id, buttons.MY_CONTACT, *parts)


def claimed(speaker: Speaker, dossier: Dossier, attendance: Attendance, contact: str) -> Message:
    """It was noted; the contact confirms it later."""
    receipt = my_hours.receipt(speaker, dossier, attendance)
    # Translators: {contact} is the contact person, who still confirms the hours that were just noted.
    later = speaker.say("{contact} bevestigt het nog. Jij moet niets doen.", contact=contact)
    return replace(receipt, text=f"{receipt.text}\n{later}")


def noted_before(speaker: Speaker, dossier: Dossier, attendance: Attendance) -> Message:
    """The hours of that day were there already."""
    # Translators: kindly, after scanning a code again: these hours were noted before.
    text = speaker.say(
        "👍 Dit staat er al: {day} · <b>{hours}</b> · {place}.\nJij moet niets doen.",
        day=speaker.near_day(attendance.day, dossier.today),
        hours=speaker.duration(attendance.minutes),
        place=dossier.book.bewijs(attendance.bewijs_id).place,
    )
    return Message(text=text, buttons=((my_hours.overview_button(speaker, dossier.id),),))


def nothing_noted(speaker: Speaker) -> Message:
    """Not right after all."""
    # Translators: after the newcomer said that the hours of a scanned code are not right.
    return Message(text=speaker.say("👍 Goed, er is niets genoteerd."))


def closed(speaker: Speaker) -> Message:
    """The code's time has passed, or it was altered."""
    # Translators: a code at the door of an activity works for some minutes only; kindly.
    text = speaker.say("⌛ Deze code werkt niet meer. Vraag je contactpersoon om een nieuwe code.")
    return Message(text=text)


def no_dossier(speaker: Speaker) -> Message:
    """Whom nobody guides has no hours to note."""
    # Translators: a person without a begeleider scanned a code at the door of an activity.
    text = speaker.say(
        "👋 Welkom! Met deze code noteer je uren van je traject.\n"
        "Dat kan als je begeleider je een link gaf. Vraag die eerst."
    )
    return Message(text=text, keyboard=menu.menu_keyboard(speaker), placeholder=menu.placeholder(speaker))


def for_contact(speaker: Speaker) -> Message:
    """A contact scanned a code like their own."""
    # Translators: to a volunteer of an activity who scanned the code that is meant for newcomers.
    text = speaker.say("🚪 Deze code is voor de deelnemers. Zij scannen hem met de camera van hun telefoon.")
    return Message(text=text)


def for_begeleider() -> Message:
    """A begeleider scanned it."""
    text = dutch(
        "🚪 Deze code is voor nieuwkomers. Wie hem scant aan de deur, noteert zelf zijn uren. Jij ziet ze"
        " daarna bij de persoon."
    )
    return Message(text=text)
