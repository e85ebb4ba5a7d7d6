"""The message that brings a contact to what waits for them."""

from bot.texts import buttons
from bot.texts.message import Button, Message
from bot.texts.speaker import Speaker


def waiting(speaker: Speaker, count: int) -> Message:
    """How many dates wait, and the button to the list.

    Args:
        speaker: The contact's voice.
        count: How many dates; at least one.
    """
    # Translators: to a contact; each date is a day on which somebody says that they took part.
    text = speaker.plural(
        "📋 Er wacht 1 datum op jou. Klopt ze?", "📋 Er wachten {count} datums op jou. Kloppen ze?", count
    )
    # Translators: button for a contact: opens the list of dates that wait to be confirmed.
    label = speaker.plain("✅ Bekijken en bevestigen")
    return Message(text=text, buttons=((Button(label=label, data=buttons.data(buttons.CONTACT, "list")),),))
