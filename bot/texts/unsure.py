"""When there is no sure answer: a choice, an honest "I do not know this", and whom to ask instead."""

from dataclasses import replace

from bot.domain.entry import SOURCE_DAY, Entry
from bot.domain.reader import Reader
from bot.texts import buttons
from bot.texts.message import Button, Message
from bot.texts.speaker import Speaker


def choose(speaker: Speaker, choices: tuple[tuple[str, str], ...]) -> Message:
    """At most three buttons, and none of them.

    Args:
        speaker: The reader's voice.
        choices: Each label (an entry id or an action) with what stands on its button.
    """
    # Translators: above at most three buttons with questions.
    text = speaker.say("Bedoel je dit? Tik op de vraag die past.")
    rows = [(Button(label=words, data=buttons.data(buttons.CHOICE, label)),) for label, words in choices]
    # Translators: button below the choices.
    none = Button(label=speaker.plain("Geen van deze"), data=buttons.data(buttons.CHOICE, "-"))
    return Message(text=text, buttons=(*rows, (none,)))


def do_not_know(speaker: Speaker, reader: Reader) -> Message:
    """The bot has no answer; whoever reads questions is offered."""
    # Translators: the bot never guesses: it says so and offers to ask somebody.
    text = speaker.say("Dit weet ik niet, en ik wil niet gokken.")
    return Message(text=f"{text}\n{_shall_i_ask(speaker, reader)}", buttons=_ask_or_not(speaker))


def too_short(speaker: Speaker, reader: Reader) -> Message:
    """One word says too little; more words, or whoever reads questions."""
    # Translators: after a message of one word.
    text = speaker.say("Ik begrijp je nog niet. Schrijf het in een hele zin.")
    return Message(text=f"{text}\n{_shall_i_ask(speaker, reader)}", buttons=_ask_or_not(speaker))


def _shall_i_ask(speaker: Speaker, reader: Reader) -> str:
    if reader.name:
        # Translators: {name} is the begeleider; below stand "yes, ask it" and "no".
        return speaker.say("<b>Zal ik het aan je begeleider {name} vragen?</b>", name=reader.name)
    # Translators: the team reads the question, because no begeleider can be reached.
    return speaker.say("<b>Zal ik het aan het team vragen?</b>")


def _ask_or_not(speaker: Speaker) -> tuple[tuple[Button, ...], ...]:
    """Yes and no to carrying one's own words to the begeleider, each as wide as the screen."""
    return (
        (Button(label=yes_ask(speaker), data=buttons.data(buttons.ASK, "own", "-")),),
        (Button(label=no_thanks(speaker), data=buttons.data(buttons.ASK, "no")),),
    )


def with_entries(speaker: Speaker, screen: Message, entries: tuple[Entry, ...]) -> Message:
    """The same screen, with answers that may be meant above its buttons."""
    rows = tuple(
        (Button(label=speaker.plain(entry.button), data=buttons.data(buttons.CHOICE, entry.id)),)
        for entry in entries
    )
    return replace(screen, buttons=(*rows, *screen.buttons))


def do_not_know_and_nobody_to_ask(speaker: Speaker, nobody: str) -> Message:
    """The bot has no answer, and nobody can be reached through it."""
    # Translators: the bot never guesses.
    unknown = speaker.say("Dit weet ik niet, en ik wil niet gokken.")
    return Message(text=f"{unknown}\n{nobody}")


def do_not_know_for_begeleider(speaker: Speaker) -> Message:
    """To a begeleider: the source does not answer this."""
    # Translators: to a begeleider (a professional).
    return Message(
        text=speaker.say(
            "Hier heb ik geen antwoord op. Mijn bron is het webinar van {day}.",
            day=speaker.short_day(SOURCE_DAY),
        )
    )


def nothing_sent(speaker: Speaker) -> Message:
    """The person does not want to ask the begeleider."""
    # Translators: after "no": nothing goes to the begeleider.
    return Message(text=speaker.say("Goed, ik stuur niets. Typ gerust een andere vraag."))


def write_again(speaker: Speaker) -> str:
    """The message a button belongs to is not there any more."""
    # Translators: short notice: the bot does not find the question back.
    return speaker.plain("Ik vind je vraag niet terug. Schrijf ze nog eens, alsjeblieft.")


def sent_already(speaker: Speaker) -> str:
    """The same message was sent to the begeleider before."""
    # Translators: short notice after a second tap: the question went out before.
    return speaker.plain("Deze vraag is al verstuurd.")


def yes_ask(speaker: Speaker) -> str:
    """The button that carries a message to the begeleider."""
    # Translators: button: yes, send my question to my begeleider.
    return speaker.plain("💬 Ja, vraag het")


def no_thanks(speaker: Speaker) -> str:
    """The button that leaves it."""
    # Translators: button: no, do not send anything.
    return speaker.plain("Nee")
