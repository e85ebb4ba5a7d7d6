"""To a newcomer: the begeleider thinks of an activity for them."""

from dataclasses import replace

from bot.domain.ids import NewcomerId, OfferId
from bot.texts import buttons, fit
from bot.texts.finding_buttons import Row
from bot.texts.finding_card import want
from bot.texts.message import Button, Message, visible
from bot.texts.speaker import Speaker


def thought_of(speaker: Speaker, card: Message, begeleider: str) -> Message:
    """The card of an activity, with who thinks of it for the reader.

    Args:
        speaker: The newcomer's voice.
        card: The activity.
        begeleider: The name of who sends it.
    """
    # Translators: {begeleider} guides the newcomer and thinks that they would like this activity.
    above = speaker.say("💡 {begeleider} denkt aan jou. <b>Is dit iets voor jou?</b>", begeleider=begeleider)
    text = f"{above}\n\n{card.text}"
    return replace(card, text=text) if fit.units(visible(text)) <= fit.MESSAGE_UNITS else card


def want_row(speaker: Speaker, newcomer_id: NewcomerId, offer_id: OfferId) -> Row:
    """I want to go, for this newcomer alone."""
    label = want(speaker, offer_id).label
    return (Button(label=label, data=buttons.for_whom(newcomer_id, buttons.GOING, "go", offer_id)),)
