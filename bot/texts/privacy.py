"""What is kept, who reads it, and for how long: as it is now, not as it should become."""

from bot.texts import buttons
from bot.texts.message import Button, Message
from bot.texts.speaker import Speaker


def what_is_kept(speaker: Speaker, *, back_to: str | None = None) -> Message:
    """The whole of it on one screen.

    Args:
        speaker: The reader's voice.
        back_to: The screen whose button led here; None when asked for by command.
    """
    kept = (
        # Translators: heading of a list of what the bot keeps about a person.
        speaker.say("<b>Wat ik bewaar</b>"),
        speaker.say("• Je voornaam op Telegram, en je taal."),
        speaker.say("• Het nummer van dit gesprek. Zo kan ik je antwoorden."),
        speaker.say("• Wie je begeleider is."),
        speaker.say("• De vragen die jij verstuurt, en de antwoorden."),
        # Translators: the technical copy of the conversation, so that no message is lost.
        speaker.say("• Andere berichten niet: die wis ik zodra je antwoord er is."),
    )
    readers = (
        # Translators: heading: who can see the data.
        speaker.say("<b>Wie leest het?</b>"),
        speaker.say("Je begeleider leest alleen wat jij verstuurt. Geen begeleider? Dan leest het team het."),
        speaker.say("Ook wie de bot beheert, kan bij de gegevens."),
    )
    time = (
        # Translators: heading: how long the data is kept.
        speaker.say("<b>Hoelang?</b>"),
        speaker.say("Tot het team het wist. Er is nu nog geen vaste datum."),
        speaker.say("Wil je dat alles weg is? Vraag het aan je begeleider of het team."),
    )
    # Translators: advice; messages travel through the company Telegram.
    care = speaker.say(
        "Berichten gaan via Telegram. Schrijf hier dus geen wachtwoord en geen nummer van je bank."
    )
    text = "\n\n".join("\n".join(lines) for lines in (kept, readers, time, (care,)))
    return Message(text=text, buttons=((_back(speaker, back_to),),) if back_to else ())


def _back(speaker: Speaker, screen: str) -> Button:
    # Translators: button: to the screen before.
    return Button(label=speaker.plain("⬅️ Terug"), data=buttons.data(buttons.PRIVACY, "back", screen))
