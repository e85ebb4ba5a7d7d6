"""A person's name, reference and language, as the begeleider changes them (Dutch only)."""

from bot.domain.languages import SPOKEN
from bot.domain.people import Newcomer
from bot.texts.cards import language_name
from bot.texts.dossier_buttons import FormButtons, about, to_page
from bot.texts.dossier_page import name_of
from bot.texts.dutch import dutch, dutch_plain
from bot.texts.message import Button, Message
from bot.texts.speaker import Ready

REFERENCE_LENGTH = 40
NO_REFERENCE = "-"
A_ROW = 3


def details(newcomer: Newcomer) -> Message:
    """What is known of somebody, and a button to change each."""
    language = language_name(newcomer.language) if newcomer.language else dutch_plain("niet ingevuld")
    text = dutch("✏️ {name}\nTaal: {language}", name=Ready(name_of(newcomer)), language=language)
    rows = (
        (
            about(dutch_plain("✏️ Naam"), "rename", newcomer.id),
            about(dutch_plain("🔖 Referentie"), "reference", newcomer.id),
        ),
        (
            about(dutch_plain("🗣 Taal"), "language", newcomer.id),
            about(dutch_plain("🗑 Wissen"), "erase", newcomer.id),
        ),
        (to_page(newcomer.id),),
    )
    return Message(text=text, buttons=rows)


def ask_name(newcomer: Newcomer) -> Message:
    """A name is put right."""
    return Message(
        text=dutch("Hoe heet <b>{name}</b> voortaan? Typ de voornaam.", name=newcomer.name),
        buttons=((_back(newcomer),),),
    )


def ask_reference(newcomer: Newcomer, form: FormButtons) -> Message:
    """The begeleider's own reference, never a national register number."""
    text = dutch(
        "Typ je eigen referentie voor <b>{name}</b>, zoals een dossiernummer.\n"
        "<i>Geen rijksregisternummer.</i>",
        name=newcomer.name,
    )
    none = form.sets(dutch_plain("Geen referentie"), "word", NO_REFERENCE)
    return Message(text=text, buttons=((none,), (_back(newcomer),)))


def languages(newcomer: Newcomer) -> Message:
    """What does somebody read? Their own phone's choice goes before it."""
    text = dutch(
        "Welke taal leest <b>{name}</b>?\n<i>Met een telefoon kiest {name} dat zelf.</i>",
        name=newcomer.name,
    )
    row = [
        about(language_name(language).capitalize(), "language", newcomer.id, language) for language in SPOKEN
    ]
    rows = tuple(tuple(row[start : start + A_ROW]) for start in range(0, len(row), A_ROW))
    return Message(text=text, buttons=(*rows, (_back(newcomer),)))


def _back(newcomer: Newcomer) -> Button:
    return about(dutch_plain("⬅️ Terug"), "edit", newcomer.id)


def kept() -> str:
    """A notice: it is kept."""
    return dutch_plain("✅ Bewaard.")
