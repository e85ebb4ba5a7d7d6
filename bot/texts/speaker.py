"""Someone who speaks one language: finds the sentence, fills it in safely, writes dates and numbers."""

import datetime as dt
import html
import unicodedata
from functools import cache

from babel import Locale, numbers

from bot.domain.languages import is_right_to_left
from bot.texts import days, durations
from bot.texts.catalogue import Catalogue, Reviewed, catalogue_for

# Dates as they are written here: "3 December 2026", and not "December 3, 2026".
_IN_BELGIUM = {"nl": "nl_BE", "en": "en_BE", "fr": "fr_BE"}
_OWN_NAMES = {"fa": "فارسی / دری"}
"""Where one language goes by two names."""
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Signs that turn the writing direction until they are closed, which somebody's name need not do."""
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_RIGHT_TO_LEFT_MARK = "\u200f"


class Ready(str):
    """Text that is HTML already, made by this room; everything else is escaped when filled in."""

    __slots__ = ()


class Speaker:
    """The bot's voice in one language.

    `say` and `plural` take the Dutch sentence, which is also the message id. Values are escaped
    and kept apart from the writing direction around them, so that a name or a number never
    jumps to the other side of a right-to-left sentence.
    """

    def __init__(self, language: str, catalogue: Catalogue) -> None:
        self.language = language
        self.catalogue = catalogue
        self.is_right_to_left = is_right_to_left(language)
        self._locale = Locale.parse(_IN_BELGIUM.get(language, language))

    def say(self, sentence: str, **values: object) -> str:
        """The sentence in this language, as HTML, with its values filled in."""
        return self._fill(self.catalogue.translate(sentence), values)

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """The sentence in the form this language uses for `count`, which fills `{count}`."""
        found = self.catalogue.translate_plural(one, many, count)
        return self._fill(found, {"count": self.number(count), **values})

    def plain(self, sentence: str, **values: object) -> str:
        """The sentence as plain text, for buttons, toasts and captions that take no HTML."""
        found = self.catalogue.translate(sentence)
        return found.format(**{name: self.isolated(str(value)) for name, value in values.items()})

    def _fill(self, sentence: str, values: dict[str, object]) -> str:
        return (
            sentence.format(**{name: self._safe(value) for name, value in values.items()})
            if values
            else sentence
        )

    def _safe(self, value: object) -> str:
        if isinstance(value, Ready):
            return value
        return self.isolated(html.escape(str(value), quote=False))

    def isolated(self, text: str) -> str:
        """Keep a value's own direction, and signs that turn it, from moving what stands around it."""
        text = text.translate(_TURNING)
        if not text or not (self.is_right_to_left or _has_right_to_left(text)):
            return text
        apart = f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"
        # A line that begins with a value would otherwise begin at the left.
        return f"{_RIGHT_TO_LEFT_MARK}{apart}" if self.is_right_to_left else apart

    def line(self, text: str) -> str:
        """A line of signs and names alone, which a right-to-left reader begins at the right all the same."""
        return f"{_RIGHT_TO_LEFT_MARK}{text}" if text and self.is_right_to_left else text

    def day(self, day: dt.date) -> str:
        """A date as people write it, with its weekday: "woensdag 3 december 2026"."""
        return days.full(day, self._locale)

    def short_day(self, day: dt.date) -> str:
        """A date without its weekday: "3 december 2026"."""
        return days.long(day, self._locale)

    def near_day(self, day: dt.date, today: dt.date) -> str:
        """A day in a few signs, for buttons and lists: "di 24 nov"."""
        return days.near(day, today, self._locale)

    def stretch(self, first: dt.date, last: dt.date) -> str:
        """From one day to another: "1 sep – 30 nov 2026"."""
        return days.stretch(first, last, self._locale)

    def duration(self, minutes: int) -> str:
        """Hours and minutes: "1 uur 20 min"."""
        return durations.duration(minutes, self._locale)

    def weekday(self, weekday: int) -> str:
        """The name of a day of the week, Monday being 0: "woensdag"."""
        return days.weekday(weekday, self._locale)

    def short_weekday(self, weekday: int) -> str:
        """The same in a few signs, for buttons: "wo"."""
        return days.short_weekday(weekday, self._locale)

    def price(self, cents: int) -> str:
        """An amount of euros as the language writes it: "€ 2,50"."""
        return durations.price(cents, self._locale)

    def number(self, number: int) -> str:
        """A number as the language writes it, in the digits used in Belgium."""
        return numbers.format_decimal(number, locale=self._locale, numbering_system=durations.DIGITS)

    def review_of(self, sentence: str) -> Reviewed | None:
        """Who found the translation of this sentence good and when; None for a draft."""
        return self.catalogue.review_of(sentence)


@cache
def speaker_for(language: str) -> Speaker:
    """The speaker of a language, made once."""
    return Speaker(language, catalogue_for(language))


def escaped(text: str) -> Ready:
    """What a person wrote, made safe to stand in HTML."""
    return Ready(html.escape(text, quote=False))


def own_name(language: str) -> str:
    """The name of a language in that language, such as "العربية"."""
    name = _OWN_NAMES.get(language) or Locale.parse(language).get_display_name(language) or language
    return name[:1].upper() + name[1:]


def _has_right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)
