"""Asking the contact about a paper or about not signing, and noting the answer (Dutch only)."""

import datetime as dt

from bot.domain.hours import Bewijs
from bot.domain.paper import ContactAnswer, NoSignBecause, PaperContact, SignatureRefusal
from bot.domain.people import Newcomer
from bot.texts import bewijs_names, buttons, dutch_hours, fit
from bot.texts.announcing import short_name
from bot.texts.begeleider_paper_findings import ANSWERS
from bot.texts.begeleider_paper_screens import back
from bot.texts.begeleider_papers import PaperCard, accepts, decides, place_of
from bot.texts.dossier_buttons import about
from bot.texts.dutch import dutch, dutch_plain
from bot.texts.first_message import first_name
from bot.texts.going import COPY_UNITS
from bot.texts.message import Button, Message
from bot.texts.speaker import escaped

CONTACT_UNITS = 80
SIGNING = {
    ContactAnswer.CONFIRMS: "✅ Tekent toch",
    ContactAnswer.OTHER_HOURS: "⏱ Andere uren",
    ContactAnswer.DENIES: "❌ Tekent niet",
    ContactAnswer.NOT_REACHED: "📵 Niet bereikt",
}


def details(contact: PaperContact) -> str:
    """Whom to call or write, as HTML."""
    known = (("🏢", contact.organisation), ("👤", contact.name), ("📞", contact.phone), ("✉️", contact.email))
    lines = [f"{sign} {escaped(fit.shorten(word, CONTACT_UNITS))}" for sign, word in known if word]
    if not contact.phone and not contact.email:
        lines.append(dutch("<i>Geen nummer of e-mail bekend. Misschien staat het op het papier.</i>"))
    return "\n".join(lines)


# About a paper.


def ask_contact(card: PaperCard, contact: PaperContact) -> Message:
    """Whom to ask, the question in one sentence, and a place for the answer."""
    question = paper_question(card)
    text = "\n\n".join(
        [
            dutch("📞 <b>Vraag aan de contactpersoon</b>"),
            details(contact),
            dutch("Vraag dit:") + f"\n<code>{escaped(question)}</code>",
            dutch("Wat was het antwoord?"),
        ]
    )
    given = [decides(words, "answer", card, answer.value) for answer, words in ANSWERS.items()]
    note = decides(dutch_plain("📝 Met een opmerking"), "answering", card)
    return Message(text=text, buttons=(*_copying(question), *_in_twos(given), (note,), (back(card),)))


def paper_question(card: PaperCard) -> str:
    """Is it so? Plain text that can be copied; it names the first name alone."""
    name, stretch = first_name(card.newcomer.name), card.proposed
    place = card.place or place_of(card)
    if stretch is None:
        return dutch_plain(
            "Dag, klopt het dat {name} meedeed bij {place}? Hoeveel uur was dat?", name=name, place=place
        )
    return dutch_plain(
        "Dag, klopt het dat {name} {hours} meedeed bij {place} ({days})?",
        name=name,
        hours=dutch_hours.hours(stretch.minutes),
        place=place,
        days=dutch_hours.stretch(stretch.first_day, stretch.last_day),
    )


def other_hours(card: PaperCard, minutes: int) -> Message:
    """The contact named another amount: accept that?"""
    hours = dutch_hours.hours(minutes)
    text = dutch("📞 Bewaard: de contactpersoon bevestigt {hours}.", hours=hours)
    accept = accepts(dutch_plain("✅ Aanvaard {hours}", hours=hours), card, minutes)
    return Message(text=text, buttons=((accept,), (back(card),)))


def _copying(question: str) -> list[tuple[Button, ...]]:
    return (
        [(Button(label=dutch_plain("📋 Kopieer"), copy=question),)]
        if fit.units(question) <= COPY_UNITS
        else []
    )


def _in_twos(row: list[Button]) -> list[tuple[Button, ...]]:
    return [tuple(row[start : start + 2]) for start in range(0, len(row), 2)]


# About not signing.


def _refusal(label: str, word: str, refusal: SignatureRefusal, *more: object) -> Button:
    return Button(
        label=label, data=buttons.data(buttons.DECIDE, word, refusal.newcomer_id, refusal.id, *more)
    )


def refusal_card(
    newcomer: Newcomer, refusal: SignatureRefusal, bewijs: Bewijs, contact: PaperContact, on: dt.date
) -> Message:
    """Somebody does not want to sign: whom to ask, what to ask, a place for the answer.

    Args:
        newcomer: Who told it.
        refusal: As it is now.
        bewijs: Which is not signed.
        contact: As far as known.
        on: The day it was told.
    """
    name = first_name(newcomer.name)
    question = dutch_plain("Dag, waarom teken je het bewijs van deelname van {name} liever niet?", name=name)
    sentence = "✍️ <b>{name}</b> vertelt: iemand wil het bewijs niet tekenen. <i>{day}</i>"
    if refusal.because is not None:
        sentence = "✍️ De contactpersoon tekent niet voor <b>{name}</b>. <i>{day}</i>"
    told = dutch(sentence, name=short_name(newcomer), day=dutch_hours.day(on))
    told += _own_reason(refusal)
    place = dutch("<b>{place}</b>", place=bewijs_names.called(bewijs))
    asks = dutch("Vraag dit:") + f"\n<code>{escaped(question)}</code>"
    parts = [told, f"{place}\n{details(contact)}", asks, _refusal_standing(refusal)]
    person = (about(dutch_plain("👤 {name}", name=short_name(newcomer)), "page", newcomer.id),)
    ways = _refusal_ways(refusal, question) if refusal.is_open and not newcomer.is_closed else []
    return Message(text="\n\n".join(part for part in parts if part), buttons=(*ways, person))


NO_SIGN = {
    NoSignBecause.NOT_THERE_ENOUGH: "was er te weinig",
    NoSignBecause.OTHER_HOURS: "de uren kloppen niet",
    NoSignBecause.NOT_KNOWN: "kent deze persoon niet",
    NoSignBecause.RATHER_CALL: "wil eerst gebeld worden",
    NoSignBecause.NOT_ALLOWED: "de organisatie mag niet tekenen",
    NoSignBecause.OTHER: "iets anders",
}


def _own_reason(refusal: SignatureRefusal) -> str:
    """Why, as the contact says it themselves."""
    if refusal.because is None:
        return ""
    said = "\n" + dutch("Reden: <b>{why}</b>.", why=NO_SIGN[refusal.because])
    if refusal.note:
        said += "\n" + dutch("“{note}”", note=fit.shorten(refusal.note, 300))
    return said


def _refusal_standing(refusal: SignatureRefusal) -> str:
    if refusal.answer is None:
        return dutch("Wat was het antwoord?")
    if refusal.answer is ContactAnswer.OTHER_HOURS and refusal.minutes:
        hours = dutch_hours.hours(refusal.minutes)
        return dutch("📞 Antwoord: andere uren, <b>{hours}</b>.", hours=hours)
    return dutch("📞 Antwoord: {answer}.", answer=SIGNING[refusal.answer])


def _refusal_ways(refusal: SignatureRefusal, question: str) -> list[tuple[Button, ...]]:
    given = [_refusal(words, "signing", refusal, answer.value) for answer, words in SIGNING.items()]
    note = _refusal(dutch_plain("📝 Met een opmerking"), "signnote", refusal)
    return [*_copying(question), *_in_twos(given), (note,)]


def refusal_row(newcomer: Newcomer, refusal: SignatureRefusal) -> Button:
    """In the list of what waits."""
    return _refusal(dutch_plain("✍️ {name}: niet getekend", name=short_name(newcomer)), "refusal", refusal)
