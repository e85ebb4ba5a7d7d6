"""The languages the bot speaks and those it understands, by ISO 639-1 code."""

SOURCE_LANGUAGE = "nl"
"""The language texts are written in first; its sentences are the message ids."""

SPOKEN = ("nl", "en", "fr", "ar", "uk", "tr")
"""Every sentence of the bot exists in these."""

UNDERSTOOD = ("nl", "en", "fr", "ar", "uk", "tr", "es", "ru", "fa", "ps", "so", "ti")
"""A message in one of these is recognised and understood."""

RIGHT_TO_LEFT = frozenset({"ar", "fa", "ps"})

_STAND_IN_FOR = {"ru": "uk", "es": "en", "fa": "en", "ps": "en", "so": "en", "ti": "en"}


def spoken_for(code: str | None) -> str:
    """Choose the language to speak with someone whose phone or message says `code`.

    Args:
        code: An IETF tag such as "nl-BE", or None when nothing is known.

    Returns:
        One of `SPOKEN`: the language itself, the nearest the bot speaks, or Dutch.
    """
    language = (code or "").split("-")[0].lower()
    if language in SPOKEN:
        return language
    return _STAND_IN_FOR.get(language, SOURCE_LANGUAGE)


def is_right_to_left(language: str) -> bool:
    """Is this language written from right to left?"""
    return language in RIGHT_TO_LEFT
