"""What the bot says when somebody wrote a national register number."""

from bot.texts.message import Message
from bot.texts.speaker import Speaker


def number_masked(speaker: Speaker) -> Message:
    """To whoever wrote it, once for each such message; the rest of the message is answered as usual."""
    lines = (
        # Translators: "rijksregisternummer": the personal number on every Belgian identity card.
        speaker.say("Ik heb het rijksregisternummer in je bericht verborgen. 🔒"),
        # Translators: "zulke nummers" are national register numbers.
        speaker.say("Ik bewaar zulke nummers niet."),
        # Translators: how to delete one's own message in Telegram; advice, no order.
        speaker.say("Verwijder je bericht best ook zelf: houd je vinger erop."),
    )
    return Message(text="\n".join(lines))
