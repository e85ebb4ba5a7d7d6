"""What the buttons of the search carry, and those that stand under more than one screen.

Each says for whom it is: `o:like:12:345` looks for newcomer 12; `-` stands for somebody without a dossier.
"""

from bot.domain.ids import NewcomerId, OfferId
from bot.domain.question import Topic
from bot.domain.search import ANYWHERE_KM
from bot.texts import buttons
from bot.texts.message import Button
from bot.texts.speaker import Speaker

NUMBERS = ("1️⃣", "2️⃣", "3️⃣")
"""The sign of each activity of a list, on its button as in the text."""

Row = tuple[Button, ...]


def carried(whom: NewcomerId | None, word: str, *parts: object) -> str:
    """What a button of the search carries.

    Args:
        whom: For whom is looked; None for somebody without a dossier.
        word: What it does.
        parts: Ids and words without a colon.
    """
    return buttons.data(buttons.OFFER, word, buttons.NOTHING if whom is None else whom, *parts)


def button(label: str, whom: NewcomerId | None, word: str, *parts: object) -> Button:
    """A button of the search."""
    return Button(label=label, data=carried(whom, word, *parts))


def show(speaker: Speaker, whom: NewcomerId | None) -> Button:
    """Show activities for the search as it is."""
    # Translators: button: show the activities that fit.
    return button(speaker.plain("🔎 Toon activiteiten"), whom, "show")


def other_search(speaker: Speaker, whom: NewcomerId | None) -> Button:
    """Look for something else."""
    # Translators: button: look for other things, or somewhere else.
    return button(speaker.plain("✏️ Anders zoeken"), whom, "start")


def keep_wish(speaker: Speaker, whom: NewcomerId | None) -> Button:
    """Be told when something fits."""
    # Translators: button: the bot writes as soon as there is an activity that fits.
    return button(speaker.plain("🔔 Laat het me weten"), whom, "keep")


def further(speaker: Speaker, whom: NewcomerId | None) -> Button:
    """Look however far."""
    # Translators: button: look further away, anywhere.
    return button(speaker.plain("🌍 Verder zoeken"), whom, "reach", ANYWHERE_KM)


def ask_begeleider(speaker: Speaker) -> Button:
    """Ask the begeleider about an activity."""
    # Translators: button: ask the begeleider to help find an activity.
    label = speaker.plain("💬 Vraag het mijn begeleider")
    return Button(label=label, data=buttons.data(buttons.ASK, "ready", Topic.OFFER))


def back_to_list(speaker: Speaker, whom: NewcomerId | None, shown: tuple[OfferId, ...]) -> Button:
    """Back to these activities."""
    # Translators: button: back to the list of activities.
    return button(speaker.plain("⬅️ Terug"), whom, "list", *shown)
