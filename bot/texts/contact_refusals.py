"""What a contact hears when something cannot be; plain text, at most 200 characters for a toast."""

from bot.texts.speaker import Speaker


def gone(speaker: Speaker) -> str:
    """It is nothing of theirs, or not there any more."""
    # Translators: short notice to a volunteer: the person or day is not in their list.
    return speaker.plain("Dit staat niet meer op je lijst.")


def settled(speaker: Speaker) -> str:
    """The begeleider decided about it."""
    # Translators: short notice to a volunteer: the begeleider decided about this day already.
    return speaker.plain("De begeleider keek dit al na. Er verandert niets meer.")


def closed(speaker: Speaker) -> str:
    """The dossier is closed."""
    # Translators: short notice to a volunteer: the newcomer's hours are all done.
    return speaker.plain("Dit is afgesloten. Je moet niets meer doen.")


def noted_already(speaker: Speaker) -> str:
    """There are hours of that day."""
    # Translators: short notice to a volunteer: hours of that day are in the list already.
    return speaker.plain("Voor deze dag staan er al uren.")


def day_too_long_ago(speaker: Speaker) -> str:
    """The day is years ago."""
    # Translators: short notice to a volunteer who chose a day that is years ago.
    return speaker.plain("Deze dag is te lang geleden.")


def hours_refused(speaker: Speaker) -> str:
    """The hours cannot be noted so."""
    # Translators: short notice to a volunteer: these hours cannot be written down.
    return speaker.plain("Zo kan ik deze uren niet noteren. Bel de begeleider even.")


def button_old(speaker: Speaker) -> str:
    """A button of an older time."""
    # Translators: short notice to a volunteer who pressed an old button.
    return speaker.plain("Deze knop werkt niet meer. Kies hieronder een knop.")
