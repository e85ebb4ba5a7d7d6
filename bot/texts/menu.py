"""The five buttons under the typing field, each with its own pictogram, and what each one shows."""

from enum import StrEnum
from functools import cache

from bot.domain.languages import SPOKEN
from bot.texts.speaker import Speaker, speaker_for


class MenuButton(StrEnum):
    """A button that stays under the typing field."""

    HOURS = "hours"
    OFFERS = "offers"
    BEWIJS = "bewijs"
    BEGELEIDER = "begeleider"
    LANGUAGE = "language"


PICTOGRAM = {
    MenuButton.HOURS: "⏳",
    MenuButton.OFFERS: "🔎",
    MenuButton.BEWIJS: "📄",
    MenuButton.BEGELEIDER: "💬",
    MenuButton.LANGUAGE: "🌐",
}
"""The sign of each button, the same wherever its subject comes up."""


def label(speaker: Speaker, button: MenuButton) -> str:
    """What stands on a button: its pictogram and two or three words."""
    return f"{PICTOGRAM[button]} {_words(speaker, button)}"


def _words(speaker: Speaker, button: MenuButton) -> str:
    match button:
        case MenuButton.HOURS:
            # Translators: large button under the typing field: how many of the 40 hours are done.
            return speaker.plain("Mijn uren")
        case MenuButton.OFFERS:
            # Translators: large button under the typing field: look for an activity to take part in.
            return speaker.plain("Activiteit zoeken")
        case MenuButton.BEWIJS:
            # Translators: large button under the typing field: hand in a photo of the signed paper
            # (bewijs van deelname). The Dutch word "bewijs" may stay.
            return speaker.plain("Bewijs sturen")
        case MenuButton.BEGELEIDER:
            # Translators: large button under the typing field: the trajectbegeleider, one's guide.
            return speaker.plain("Mijn begeleider")
        case MenuButton.LANGUAGE:
            # Translators: large button under the typing field: choose another language, or get help.
            return speaker.plain("Taal en hulp")


def menu_keyboard(speaker: Speaker) -> tuple[tuple[str, ...], ...]:
    """The rows of buttons under the typing field."""
    rows = (
        (MenuButton.HOURS, MenuButton.OFFERS),
        (MenuButton.BEWIJS, MenuButton.BEGELEIDER),
        (MenuButton.LANGUAGE,),
    )
    return tuple(tuple(label(speaker, button) for button in row) for row in rows)


def placeholder(speaker: Speaker) -> str:
    """What stands in the empty typing field, at most 64 characters."""
    # Translators: in the empty typing field, at most 64 characters.
    return speaker.plain("Typ hier je vraag, in je eigen taal")


def action_of_label(text: str) -> MenuButton | None:
    """The button whose label this message is, in any language the bot speaks."""
    return _labels().get(text.strip())


@cache
def _labels() -> dict[str, MenuButton]:
    return {
        label(speaker_for(language), button): button for language in reversed(SPOKEN) for button in MenuButton
    }
