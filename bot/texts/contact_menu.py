"""What a contact comes in by: the large buttons under the typing field, and what they can do here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from bot.domain.languages import SPOKEN
from bot.texts import buttons
from bot.texts.message import Button, Message
from bot.texts.speaker import Speaker, speaker_for


class ContactButton(StrEnum):
    """A button that stays under a contact's typing field."""

    CONFIRM = "list"
    NOTE = "note"
    DOOR = "door"
    SIGN = "sign"
    SETTINGS = "settings"


_ROWS = (
    (ContactButton.CONFIRM, ContactButton.NOTE),
    (ContactButton.DOOR, ContactButton.SIGN),
    (ContactButton.SETTINGS,),
)


@dataclass(frozen=True, kw_only=True)
class Guide:
    """A begeleider whom a contact can call."""

    name: str
    number: str | None


def label(speaker: Speaker, button: ContactButton) -> str:
    """What stands on a button: its sign and one or two words."""
    match button:
        case ContactButton.CONFIRM:
            # Translators: large button of a volunteer: confirm who was there.
            return speaker.plain("✅ Bevestigen")
        case ContactButton.NOTE:
            # Translators: large button of a volunteer: write down hours of somebody who was there.
            return speaker.plain("➕ Uren noteren")
        case ContactButton.DOOR:
            # Translators: large button of a volunteer: a QR code that people scan when they come in.
            return speaker.plain("🚪 Code aan de deur")
        case ContactButton.SIGN:
            # Translators: large button of a volunteer: sign the bewijs of somebody.
            return speaker.plain("✍️ Tekenen")
        case ContactButton.SETTINGS:
            # Translators: large button of a volunteer: language, when the list comes, stop.
            return speaker.plain("⚙️ Instellingen")


def button_of_label(text: str) -> ContactButton | None:
    """The button whose label this message is, in any language the bot speaks."""
    return _labels().get(text.strip())


@cache
def _labels() -> dict[str, ContactButton]:
    return {
        label(speaker_for(language), button): button
        for language in reversed(SPOKEN)
        for button in ContactButton
    }


def with_keyboard(speaker: Speaker, message: Message) -> Message:
    """The same message, which brings a contact's own buttons under the typing field."""
    rows = tuple(tuple(label(speaker, button) for button in row) for row in _ROWS)
    # Translators: in the empty typing field of a volunteer, at most 64 characters.
    return replace(message, keyboard=rows, placeholder=speaker.plain("Kies een knop hieronder"))


def to(speaker: Speaker, button: ContactButton) -> Button:
    """The same button under a message."""
    return Button(label=label(speaker, button), data=buttons.data(buttons.CONTACT, button.value))


def hello(speaker: Speaker, name: str, waiting: int) -> Message:
    """Warm, and how many dates wait.

    Args:
        speaker: The contact's voice.
        name: The contact's.
        waiting: How many dates wait for their word.
    """
    text = greeting(speaker, name)
    if waiting:
        # Translators: a date is a day on which somebody says that they took part.
        more = speaker.plural("Er wacht 1 datum op jou.", "Er wachten {count} datums op jou.", waiting)
    else:
        # Translators: nothing waits to be confirmed.
        more = speaker.say("Er wacht nu niets op jou. Dankjewel!")
    return Message(text=f"{text}\n{more}")


def greeting(speaker: Speaker, name: str) -> str:
    """The first words, as HTML."""
    # Translators: to a volunteer who confirms who was there.
    return speaker.say("👋 <b>Dag {name}!</b>", name=name)


def buttons_below(speaker: Speaker) -> Message:
    """After joining: the buttons come."""
    # Translators: to a volunteer; large buttons appear below the typing field.
    return Message(text=speaker.say("Je knoppen staan hieronder. 👇"))


def help_screen(speaker: Speaker, guides: Sequence[Guide]) -> Message:
    """What a contact can do here, and whom to call with a question.

    Args:
        speaker: The contact's voice.
        guides: The begeleiders of their people.
    """
    lines = [
        # Translators: to a volunteer, above what they can do here.
        speaker.say("<b>Wat kan je hier?</b>"),
        # Translators: what the button "Bevestigen" is for.
        speaker.say("✅ Zeg met één tik of iemand er was."),
        # Translators: what the button "Uren noteren" is for.
        speaker.say("➕ Noteer zelf uren van iemand."),
        # Translators: what the button "Code aan de deur" is for.
        speaker.say("🚪 Toon een code die mensen zelf scannen."),
        # Translators: what the button "Tekenen" is for; the Dutch word "bewijs" may stay.
        speaker.say("✍️ Teken een bewijs."),
        # Translators: what the button "Instellingen" is for.
        speaker.say("⚙️ Kies je taal en je dag, of stop."),
    ]
    return Message(text="\n".join([*lines, *_questions(speaker, guides)]))


def not_understood(speaker: Speaker, guides: Sequence[Guide]) -> Message:
    """A contact typed something that is for nobody here."""
    # Translators: to a volunteer who typed something; there are large buttons below.
    text = speaker.say("Ik lees hier geen vrije tekst. Kies hieronder een knop. 👇")
    return Message(text="\n".join([text, *_questions(speaker, guides)]))


def _questions(speaker: Speaker, guides: Sequence[Guide]) -> list[str]:
    if not guides:
        return []
    # Translators: above the names and telephone numbers of begeleiders.
    return ["", speaker.say("Een vraag? Bel gerust:"), *[f"• {call(speaker, guide)}" for guide in guides]]


def call(speaker: Speaker, guide: Guide) -> str:
    """A begeleider with their number, as HTML."""
    if guide.number is None:
        # Translators: a begeleider guides newcomers.
        return speaker.say("{name}, begeleider", name=guide.name)
    # Translators: a begeleider guides newcomers; {number} is a telephone number.
    return speaker.say("{name}, begeleider: {number}", name=guide.name, number=guide.number)


def no_contact(speaker: Speaker) -> Message:
    """Somebody who is no contact gave a contact's command."""
    # Translators: to somebody who is not a contact person of any activity.
    text = speaker.say("Dit is voor contactpersonen. Vraag een link aan wie je wil helpen.")
    return Message(text=text)
