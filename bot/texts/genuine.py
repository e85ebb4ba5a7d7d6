"""Words of the page that tells whether a digital bewijs is genuine; plain text."""

import datetime as dt

from bot.domain.signature import Signature
from bot.texts.speaker import Speaker


def genuine(speaker: Speaker) -> str:
    """The heading for a bewijs that is genuine."""
    # Translators: heading: the scanned bewijs is genuine; compare it with the paper.
    return speaker.plain("✅ Dit bewijs is echt")


def no_longer(speaker: Speaker) -> str:
    """The heading for one that was replaced."""
    # Translators: heading: the scanned bewijs was genuine, but is not valid any more.
    return speaker.plain("⚠️ Dit bewijs geldt niet meer")


def unknown(speaker: Speaker) -> str:
    """The heading for one of whom nothing is kept any more."""
    # Translators: heading: the data of the scanned bewijs were erased.
    return speaker.plain("Over dit bewijs weten we niets meer")


def compare(speaker: Speaker) -> str:
    """What to do with the facts below."""
    # Translators: above name, dates and hours: compare them with the paper in hand.
    return speaker.plain("Vergelijk dit met het papier. Klopt er iets niet, dan is het papier veranderd.")


def signed_by(speaker: Speaker, signature: Signature, day: dt.date) -> str:
    """Who signed, and when."""
    # Translators: on a page about a bewijs: who signed it, on which day.
    return speaker.plain(
        "Getekend door {contact}, {day}", contact=signature.contact, day=speaker.short_day(day)
    )
