"""What the bot says when something on its side broke."""

from bot.texts.message import Message
from bot.texts.speaker import Speaker


def something_broke(speaker: Speaker) -> Message:
    """To the person whose update was set aside."""
    return Message(
        text=speaker.say(
            "Sorry, er ging iets mis bij mij. Je deed niets fout. Probeer het nog eens, of vraag het anders."
        )
    )


def update_set_aside(speaker: Speaker, update_id: int, place: str) -> Message:
    """To the administrator: an update keeps failing."""
    return Message(
        text=speaker.say(
            "Update {update_id} is opzijgezet na enkele pogingen: {place}.", update_id=update_id, place=place
        )
    )


def again_in_case(speaker: Speaker) -> str:
    """Before a message that may have arrived already; plain text."""
    # Translators: stands on a line of its own before a message that is sent for the second time.
    return speaker.plain("Nog eens, voor het geval het niet aankwam:")
