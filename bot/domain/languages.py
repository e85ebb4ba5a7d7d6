"""The languages the bot speaks and those it understands, by ISO 639-1 code."""

SOURCE_LANGUAGE = "nl"
"""The language texts are written in first; its sentences are the message ids."""

SPOKEN = ("nl", "en", "fr", "ar", "uk", "ru", "tr", "es", "fa", "ps", "so", "ti")
"""Every sentence of the bot exists in these; the order is that of the buttons to choose from."""

UNDERSTOOD = SPOKEN
"""A message in one of these is recognised and understood."""

RIGHT_TO_LEFT = frozenset({"ar", "fa", "ps"})

WRITTEN_BY_NEIGHBOURS = {"uk": frozenset({"ru"})}
"""Whoever speaks the first often writes the others, and is answered in their own all the same."""


def spoken_for(code: str | None) -> str:
    """Choose the language to speak with someone whose phone or message says `code`.

    Args:
        code: An IETF tag such as "nl-BE", or None when nothing is known.

    Returns:
        One of `SPOKEN`: the language itself, or Dutch.
    """
    language = (code or "").split("-")[0].lower()
    return language if language in SPOKEN else SOURCE_LANGUAGE


def is_right_to_left(language: str) -> bool:
    """Is this language written from right to left?"""
    return language in RIGHT_TO_LEFT
