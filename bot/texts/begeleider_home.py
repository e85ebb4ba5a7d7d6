"""What a begeleider comes in by: the buttons under the typing field, and what waits today (Dutch only)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.need import InNeed
from bot.domain.people import Newcomer
from bot.texts import dutch_hours, fit, weekly
from bot.texts.dossier_buttons import about
from bot.texts.dutch import dutch, dutch_plain, dutch_plural
from bot.texts.menu import action_of_label
from bot.texts.message import Message

NAME_UNITS = 26


class DeskButton(StrEnum):
    """A button that stays under a begeleider's typing field."""

    PEOPLE = "people"
    QUESTIONS = "questions"
    PAPERS = "papers"
    OFFERS = "offers"
    INVITE = "invite"
    LEAVE = "leave"
    WORKING_HOURS = "working_hours"


_LABEL = {
    DeskButton.PEOPLE: "👥 Mijn mensen",
    DeskButton.QUESTIONS: "❓ Vragen",
    DeskButton.PAPERS: "📄 Bewijzen",
    DeskButton.OFFERS: "🔎 Aanbod",
    DeskButton.INVITE: "➕ Uitnodigen",
    DeskButton.LEAVE: "🌴 Afwezig",
    DeskButton.WORKING_HOURS: "🕘 Werkuren",
}
_ROWS = (
    (DeskButton.PEOPLE, DeskButton.QUESTIONS, DeskButton.PAPERS),
    (DeskButton.OFFERS, DeskButton.INVITE),
    (DeskButton.LEAVE, DeskButton.WORKING_HOURS),
)
_OF_LABEL = {label: button for button, label in _LABEL.items()}


def desk_button_of(text: str) -> DeskButton | None:
    """The button whose label this message is."""
    return _OF_LABEL.get(text.strip())


def is_label(text: str) -> bool:
    """Is this the label of a large button, a begeleider's or, in any language, a newcomer's?"""
    return desk_button_of(text) is not None or action_of_label(text) is not None


def with_keyboard(message: Message) -> Message:
    """The same message, which brings a begeleider's own buttons under the typing field."""
    return replace(
        message,
        keyboard=tuple(tuple(_LABEL[button] for button in row) for row in _ROWS),
        placeholder=dutch_plain("Typ een voornaam of een vraag"),
    )


@dataclass(frozen=True, kw_only=True)
class Today:
    """What a begeleider finds when they come in."""

    name: str
    people: Sequence[InNeed]
    """Everybody, the most pressing first."""
    questions: int
    """How many wait for an answer."""
    overdue: int
    """How many of these were promised before today."""
    papers: int = 0
    """How many bewijzen, and contacts who do not sign, wait for a look."""
    replaces: Sequence[str] = ()
    """The colleagues on leave for whom the begeleider stands in."""
    replaced_by: tuple[str, dt.date] | None = None
    """Who stands in for the begeleider now, and until when."""


def home(today: Today) -> Message:
    """Warm, then what waits, then how to go on."""
    lines = [dutch("👋 <b>Dag {name}!</b>", name=today.name), *_around(today), *_waits(today)]
    how = dutch("Kies hieronder een knop. Of typ de voornaam van een van je mensen, of een vraag.")
    return with_keyboard(Message(text="\n".join([*lines, "", how])))


def _around(today: Today) -> list[str]:
    lines = []
    if today.replaces:
        lines.append(dutch("↔️ Je vervangt {names}.", names=", ".join(sorted(today.replaces))))
    if today.replaced_by:
        name, until = today.replaced_by
        lines.append(
            dutch(
                "🌴 Je bent afwezig tot en met {day}. {name} vervangt je.",
                day=dutch_hours.day(until),
                name=name,
            )
        )
    return lines


def _waits(today: Today) -> list[str]:
    if not today.people and not today.questions and not today.papers:
        return [dutch("Er staat nog niemand bij je mensen. Begin met ➕ Uitnodigen.")]
    lines = []
    if today.questions:
        lines.append(dutch_plural("❓ 1 open vraag", "❓ {count} open vragen", today.questions))
    if today.overdue:
        lines.append(dutch("❗ daarvan {count} te laat", count=today.overdue))
    if today.papers:
        lines.append(dutch_plural("📄 1 bewijs", "📄 {count} bewijzen", today.papers))
    lines += weekly.pressing(today.people)
    if not lines:
        return [dutch("🎉 Niets dringends vandaag.")]
    return [dutch("Dit wacht op je:"), *lines]


def help_screen() -> Message:
    """What a begeleider can do here, the most needed first."""
    lines = [
        dutch("<b>Wat kan je hier?</b>"),
        dutch("👥 Zie wie je nodig heeft. Tik op een naam voor uren, contract en bericht."),
        dutch("❓ Antwoord op vragen, met een vast antwoord of in je eigen woorden."),
        dutch("📄 Kijk bewijzen na: aanvaard, vraag iets, of weiger met een reden."),
        dutch("🔎 Zoek een activiteit, voeg er een toe, verbeter ze of kijk ze na."),
        dutch("➕ Nodig iemand uit. Een hele lijst toevoegen kan bij 👥."),
        dutch("🌴 Plan je verlof, en kies wie je vervangt. 🕘 Zeg wanneer je werkt."),
        dutch("Typ een <b>voornaam</b>: ik toon die persoon. Typ een <b>vraag</b>: ik zoek het antwoord."),
        "",
        dutch("Wat ik bewaar: {privacy}. Een andere taal: {language}.", privacy="/privacy", language="/taal"),
    ]
    return with_keyboard(Message(text="\n".join(lines)))


def which_person(found: Sequence[Newcomer]) -> Message:
    """Several people are called so."""
    rows = []
    for newcomer in found:
        label = f"🔒 {newcomer.name}" if newcomer.is_closed else newcomer.name
        label = f"{label} · {newcomer.reference}" if newcomer.reference else label
        rows.append((about(fit.shorten(label, NAME_UNITS), "page", newcomer.id),))
    return Message(text=dutch("Wie bedoel je?"), buttons=tuple(rows))


def buttons_are_below() -> Message:
    """After joining: the buttons come."""
    return with_keyboard(Message(text=dutch("Je knoppen staan hieronder. 👇 Begin met ➕ Uitnodigen.")))
