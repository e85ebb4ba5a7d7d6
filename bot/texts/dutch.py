"""What only begeleiders and the team read: they work in Dutch, so these sentences are not translated.

The functions have names of their own, so that the translators' extraction passes them by.
"""

from bot.domain.languages import SOURCE_LANGUAGE
from bot.texts.speaker import Speaker, speaker_for


def dutch_speaker() -> Speaker:
    """The voice for begeleiders and the team."""
    return speaker_for(SOURCE_LANGUAGE)


def dutch(sentence: str, **values: object) -> str:
    """A Dutch sentence as HTML, its values escaped."""
    return dutch_speaker().say(sentence, **values)


def dutch_plain(sentence: str, **values: object) -> str:
    """A Dutch sentence as plain text, for buttons and toasts."""
    return dutch_speaker().plain(sentence, **values)


def dutch_plural(one: str, many: str, count: int, **values: object) -> str:
    """A Dutch sentence in the form that fits `count`."""
    return dutch_speaker().plural(one, many, count, **values)
