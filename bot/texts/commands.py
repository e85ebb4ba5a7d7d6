"""What Telegram shows of the bot before a word is said: its commands and who it is."""

from bot.texts.speaker import Speaker


def start(speaker: Speaker) -> str:
    """What /start does."""
    # Translators: in Telegram's list of commands; a few words.
    return speaker.plain("Begin")


def menu(speaker: Speaker) -> str:
    """What /menu does."""
    # Translators: in Telegram's list of commands; a few words.
    return speaker.plain("Toon de knoppen")


def my_hours(speaker: Speaker) -> str:
    """What /uren does, for a newcomer."""
    # Translators: in Telegram's list of commands; a few words.
    return speaker.plain("Mijn uren tot nu toe")


def help_(speaker: Speaker) -> str:
    """What /hulp does."""
    # Translators: in Telegram's list of commands; a few words.
    return speaker.plain("Wat kan ik vragen?")


def language(speaker: Speaker) -> str:
    """What /taal does."""
    # Translators: in Telegram's list of commands; a few words.
    return speaker.plain("Kies een andere taal")


def privacy(speaker: Speaker) -> str:
    """What /privacy does."""
    # Translators: in Telegram's list of commands; a few words.
    return speaker.plain("Wat ik bewaar, en wie het leest")


def questions(speaker: Speaker) -> str:
    """What /vragen does, for a begeleider."""
    # Translators: in the list of commands of a begeleider.
    return speaker.plain("Open vragen van je inburgeraars")


def people(speaker: Speaker) -> str:
    """What /mensen does, for a begeleider."""
    # Translators: in the list of commands of a begeleider.
    return speaker.plain("Je mensen: wie heeft je nodig?")


def papers(speaker: Speaker) -> str:
    """What /bewijzen does, for a begeleider."""
    # Translators: in the list of commands of a begeleider: signed papers that newcomers sent in.
    return speaker.plain("Bewijzen die op je wachten")


def offers(speaker: Speaker) -> str:
    """What /aanbod does, for a begeleider."""
    # Translators: in the list of commands of a begeleider: activities that newcomers can choose.
    return speaker.plain("Activiteiten zoeken, toevoegen en nakijken")


def invite(speaker: Speaker) -> str:
    """What /uitnodigen does, for a begeleider."""
    # Translators: in the list of commands of a begeleider.
    return speaker.plain("Nodig een inburgeraar uit")


def leave(speaker: Speaker) -> str:
    """What /afwezig does, for a begeleider."""
    # Translators: in the list of commands of a begeleider: days of absence, and who stands in.
    return speaker.plain("Je verlof, en wie je vervangt")


def hours(speaker: Speaker) -> str:
    """What /uren does, for a begeleider."""
    # Translators: in the list of commands of a begeleider.
    return speaker.plain("Je werkdagen en werkuren")


def short_description(speaker: Speaker) -> str:
    """On the bot's profile, at most 120 characters."""
    # Translators: on the bot's profile page; at most 120 characters.
    return speaker.plain("Vragen over je 40 uur inburgering? Vraag het in je eigen taal.")


def description(speaker: Speaker) -> str:
    """In the empty chat before the first message, at most 512 characters."""
    # Translators: shown in the empty chat; at most 512 characters. The participatie- en
    # netwerktraject is the fourth part of the civic integration in Flanders.
    return speaker.plain(
        "Ik help bij het participatie- en netwerktraject: de 40 uur van je inburgering in Vlaanderen.\n\n"
        "Typ je vraag in je eigen taal. Ik antwoord met vaste teksten en verzin niets. Weet ik iets niet?"
        " Dan vraag ik het aan je begeleider, als jij dat wil."
    )
