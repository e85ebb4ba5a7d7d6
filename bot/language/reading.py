"""Reads a message as the encoder and the letter groups need it."""

from dataclasses import dataclass

from bot.language.normalise import clean, fold
from bot.language.recognise import recognise
from bot.language.transliteration import to_own_script


@dataclass(frozen=True)
class Reading:
    """A message in the forms in which it is weighed."""

    language: str
    sentence: str
    """For the encoder: in the script of its language."""
    letters: str
    """For the letter groups: folded; a message in transliteration stands here in both scripts."""

    @property
    def words(self) -> int:
        """How many words the person typed, signs apart."""
        return len(fold(self.sentence).replace("?", " ").split())


def read(text: str, *, hint: str | None = None) -> Reading:
    """Read one message.

    Args:
        text: The message as it arrived; anything at all.
        hint: The language the person speaks with the bot.

    Returns:
        Its language and its forms.
    """
    cleaned = clean(text)
    language = recognise(cleaned, hint=hint)
    sentence = to_own_script(cleaned, language) if _is_latin(cleaned) else cleaned
    letters = fold(cleaned) if sentence == cleaned else f"{fold(cleaned)} {fold(sentence)}"
    return Reading(language, sentence, letters)


def _is_latin(cleaned: str) -> bool:
    return not any(character.isalpha() and ord(character) > 0x24F for character in cleaned)
