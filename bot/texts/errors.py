"""One calm sentence for each refusal by the rules; plain text, at most 200 characters for a toast."""

from collections.abc import Callable

from bot.texts.message import Message
from bot.texts.speaker import Speaker, escaped


def refusal(speaker: Speaker, sentence: Callable[[Speaker], str]) -> Message:
    """A refusal as a message, where no button was pressed."""
    return Message(text=escaped(sentence(speaker)))


def not_yours(speaker: Speaker) -> str:
    """The button belongs to somebody else."""
    # Translators: short notice after pressing a button.
    return speaker.plain("Deze knop is niet voor jou.")


def button_old(speaker: Speaker) -> str:
    """The button is old or forged."""
    # Translators: short notice after pressing an old button.
    return speaker.plain("Deze knop werkt niet meer. Stel je vraag gewoon opnieuw.")


def invite_not_valid(speaker: Speaker) -> str:
    """The link is unknown, altered or used."""
    return speaker.plain("Deze link werkt niet meer. Vraag een nieuwe link aan wie hem gaf.")


def invite_expired(speaker: Speaker) -> str:
    """The link was real, but its time has passed."""
    return speaker.plain("Deze link is te oud. Vraag een nieuwe link aan wie hem gaf.")


def question_unknown(speaker: Speaker) -> str:
    """There is no such question for this person."""
    return speaker.plain("Ik vind deze vraag niet meer. Stel ze gerust opnieuw.")


def question_closed(speaker: Speaker) -> str:
    """The question was closed or erased."""
    return speaker.plain("Deze vraag is al afgesloten.")


def no_reader(speaker: Speaker) -> str:
    """Nobody can read a question through the bot."""
    # Translators: the Agentschap Integratie en Inburgering is the Flemish agency for integration.
    return speaker.plain(
        "Via mij kan nu niemand je vraag lezen. Vraag het aan je trajectbegeleider van het Agentschap"
        " Integratie en Inburgering."
    )


def entry_off(speaker: Speaker) -> str:
    """An administrator took the answer out of service."""
    return speaker.plain("Dit antwoord gebruiken we nu niet. Vraag het aan je begeleider.")
