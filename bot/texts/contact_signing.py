"""A contact signs confirmed hours by name and tap, or says why not (`bewijs-weigering-handtekening`)."""

import hashlib
from collections.abc import Sequence

from bot.domain.contact import Contact, Folk
from bot.domain.paper import NoSignBecause
from bot.domain.signature import Signature, SignedRow
from bot.texts import buttons
from bot.texts.contact_lines import folk_words
from bot.texts.contact_menu import ContactButton, label
from bot.texts.contact_noting import Theirs
from bot.texts.message import Button, Message
from bot.texts.note_rows import back
from bot.texts.speaker import Speaker, escaped

SIGN, LOOK, DO, NAME, NO, WHY, GO = "sign", "look", "do", "name", "no", "why", "go"
MOST_ROWS = 40
A_PAGE = 20
OWN, OTHER = "o", "t"
"""Signed with the contact's own name, or with the one that was typed."""


def mark_of(rows: Sequence[SignedRow]) -> str:
    """Tells these dates and minutes from any other."""
    facts = ";".join(f"{row.attendance_id}:{row.minutes}" for row in rows)
    return hashlib.sha256(facts.encode()).hexdigest()[:12]


def who(speaker: Speaker, theirs: Theirs) -> Message:
    """For whom is there something to sign?"""
    waiting = [(contact, folk) for contact, folk in theirs if folk.to_sign][:A_PAGE]
    if not waiting:
        return nothing(speaker)
    # Translators: above buttons with names of people and their confirmed hours.
    text = speaker.say("✍️ <b>Voor wie teken je?</b>")
    rows = tuple(
        (
            Button(
                label=f"{folk_words(speaker, folk)} · {speaker.duration(folk.to_sign)}",
                data=_data(LOOK, contact.id, folk.bewijs_id),
            ),
        )
        for contact, folk in waiting
    )
    return Message(text=text, buttons=rows)


def nothing(speaker: Speaker) -> Message:
    """No confirmed date waits for a signature."""
    # Translators: to a volunteer: first they confirm hours, then they can sign.
    text = speaker.say("Er is nu niets om te tekenen. Bevestig eerst de uren.")
    data = _data(ContactButton.CONFIRM.value)
    return Message(text=text, buttons=((Button(label=label(speaker, ContactButton.CONFIRM), data=data),),))


def look(
    speaker: Speaker, contact: Contact, folk: Folk, rows: Sequence[SignedRow], *, name: str | None = None
) -> Message:
    """What is signed, and the buttons to do so.

    Args:
        speaker: The contact's voice.
        contact: Who signs.
        folk: For whom.
        rows: The dates, oldest first.
        name: Another name that they typed; None for their own.
    """
    lines = [f"✍️ <b>{escaped(folk_words(speaker, folk))}</b>"]
    if len(rows) <= MOST_ROWS:
        lines += [_row(speaker, row) for row in rows]
    else:
        first, last = rows[0].day, rows[-1].day
        lines.append(escaped(speaker.isolated(speaker.stretch(first, last))))
    total = sum(row.minutes for row in rows)
    lines += ["", together(speaker, total), means(speaker)]
    ids = (contact.id, folk.bewijs_id)
    signed_as = name or contact.name
    # Translators: button of a volunteer: signs the hours under the name {name}.
    sign = speaker.plain("✍️ Ik teken als {name}", name=signed_as)
    how = OWN if name is None else OTHER
    # Translators: button of a volunteer: sign with another name.
    other = speaker.plain("✏️ Andere naam")
    no = no_signature(speaker)
    buttons_below = (
        (Button(label=sign, data=_data(DO, *ids, how, mark_of(rows))),),
        (Button(label=other, data=_data(NAME, *ids)), Button(label=no, data=_data(NO, *ids))),
        (Button(label=back(speaker), data=_data(SIGN)),),
    )
    return Message(text="\n".join(lines), buttons=buttons_below)


def together(speaker: Speaker, minutes: int) -> str:
    """The total, as HTML."""
    # Translators: the total of the hours above, which a volunteer signs for.
    return speaker.say("Samen: <b>{hours}</b>", hours=speaker.duration(minutes))


def means(speaker: Speaker) -> str:
    """What the button does, as HTML."""
    # Translators: to a volunteer: with this button they sign the hours above.
    return speaker.say("Met deze knop teken je voor deze uren.")


def no_signature(speaker: Speaker) -> str:
    """The button of whom does not sign."""
    # Translators: button of a volunteer: they do not want to sign.
    return speaker.plain("🙅 Ik teken niet")


def _row(speaker: Speaker, row: SignedRow) -> str:
    words = f"{speaker.short_day(row.day)} · {speaker.duration(row.minutes)}"
    return speaker.line(escaped(f"• {words}"))


def ask_name(speaker: Speaker) -> Message:
    """With which name do they sign?"""
    # Translators: to a volunteer who signs: type first name and family name.
    return Message(text=speaker.say("✏️ Met welke naam teken je? Typ je voornaam en je naam."))


def signed(speaker: Speaker, signature: Signature) -> Message:
    """It is signed, and on its way."""
    # Translators: a volunteer signed {hours} for {name}; the begeleider decides.
    text = speaker.say(
        "✅ Getekend: {hours} voor {name}. Dankjewel, {contact}!",
        hours=speaker.duration(signature.minutes),
        name=signature.newcomer,
        contact=signature.contact,
    )
    # Translators: the newcomer gets the signed bewijs as a PDF, and the begeleider checks it.
    after = speaker.say("{name} krijgt het bewijs. De begeleider kijkt het na.", name=signature.newcomer)
    to_sign = Button(label=label(speaker, ContactButton.SIGN), data=_data(SIGN))
    return Message(text=f"{text}\n{after}", buttons=((to_sign,),))


# Who does not sign.


def why_not(speaker: Speaker, contact: Contact, folk: Folk) -> Message:
    """For which reason?"""
    # Translators: to a volunteer who does not sign hours of {name}; without blame.
    text = speaker.say("Je tekent niet voor {name}. Dat mag. Waarom?", name=folk.name)
    ids = (contact.id, folk.bewijs_id)
    rows = [
        (Button(label=reason(speaker, because), data=_data(WHY, *ids, because.value)),)
        for because in NoSignBecause
    ]
    return Message(text=text, buttons=(*rows, (Button(label=back(speaker), data=_data(LOOK, *ids)),)))


def reason(speaker: Speaker, because: NoSignBecause) -> str:
    """Why somebody does not sign; plain text."""
    match because:
        case NoSignBecause.NOT_THERE_ENOUGH:
            # Translators: button: why a volunteer does not sign.
            return speaker.plain("Was er te weinig")
        case NoSignBecause.OTHER_HOURS:
            # Translators: button: why a volunteer does not sign.
            return speaker.plain("De uren kloppen niet")
        case NoSignBecause.NOT_KNOWN:
            # Translators: button: why a volunteer does not sign.
            return speaker.plain("Ik ken deze persoon niet")
        case NoSignBecause.RATHER_CALL:
            # Translators: button: why a volunteer does not sign: they want to be called first.
            return speaker.plain("Bel mij eerst even")
        case NoSignBecause.NOT_ALLOWED:
            # Translators: button: why a volunteer does not sign: the organisation does not allow it.
            return speaker.plain("Wij mogen niet tekenen")
        case NoSignBecause.OTHER:
            # Translators: button: why a volunteer does not sign: another reason.
            return speaker.plain("Iets anders")


def any_words(speaker: Speaker, contact: Contact, folk: Folk, because: NoSignBecause) -> Message:
    """Own words may go with the reason."""
    head = f"<b>{escaped(reason(speaker, because))}</b>"
    # Translators: to a volunteer: own words may be typed; the begeleider reads them.
    text = speaker.say("Wil je er iets bij zeggen? Typ het. De begeleider leest het.")
    # Translators: button of a volunteer: send the reason without more words.
    go = speaker.plain("👍 Zo doorgeven")
    ids = (contact.id, folk.bewijs_id)
    rows = (
        (Button(label=go, data=_data(GO, *ids, because.value)),),
        (Button(label=back(speaker), data=_data(NO, *ids)),),
    )
    return Message(text=f"{head}\n{text}", buttons=rows)


def refused(speaker: Speaker, name: str) -> Message:
    """The begeleider hears it."""
    # Translators: to a volunteer who does not sign; the begeleider of {name} looks at it.
    text = speaker.say("👍 Bedankt dat je het zegt. De begeleider van {name} bekijkt het.", name=name)
    return Message(text=text)


def _data(*parts: object) -> str:
    return buttons.data(buttons.CONTACT, *parts)
