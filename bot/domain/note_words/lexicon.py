"""Reads the tables of a language and its neighbours into phrases that can be looked up.

People mix: Dutch and English are always understood, Russian with Ukrainian, French with Arabic.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeVar

from bot.domain.folding import fold
from bot.domain.note_words.ar import ARABIC
from bot.domain.note_words.en import ENGLISH
from bot.domain.note_words.es import SPANISH
from bot.domain.note_words.fa import PERSIAN
from bot.domain.note_words.fr import FRENCH
from bot.domain.note_words.nl import DUTCH
from bot.domain.note_words.ps import PASHTO
from bot.domain.note_words.ru import RUSSIAN
from bot.domain.note_words.so import SOMALI
from bot.domain.note_words.ti import TIGRINYA
from bot.domain.note_words.tr import TURKISH
from bot.domain.note_words.uk import UKRAINIAN
from bot.domain.note_words.words import Words

Phrase = tuple[str, ...]
Value = TypeVar("Value")

_TABLES = {
    "nl": (DUTCH, ENGLISH),
    "en": (ENGLISH, DUTCH),
    "fr": (FRENCH, DUTCH, ENGLISH),
    "ar": (ARABIC, FRENCH, DUTCH, ENGLISH),
    "uk": (UKRAINIAN, RUSSIAN, DUTCH, ENGLISH),
    "tr": (TURKISH, DUTCH, ENGLISH),
    "es": (SPANISH, DUTCH, ENGLISH),
    "ru": (RUSSIAN, UKRAINIAN, DUTCH, ENGLISH),
    "fa": (PERSIAN, DUTCH, ENGLISH),
    "ps": (PASHTO, PERSIAN, DUTCH, ENGLISH),
    "so": (SOMALI, DUTCH, ENGLISH),
    "ti": (TIGRINYA, DUTCH, ENGLISH),
}


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """Folded phrases, each with what it means; the language itself goes before its neighbours."""

    days: Mapping[Phrase, int]
    weekdays: Mapping[Phrase, int]
    short_weekdays: Mapping[Phrase, int]
    months: Mapping[Phrase, int]
    numbers: Mapping[Phrase, float]
    hours: frozenset[Phrase]
    minutes: frozenset[Phrase]
    whole: Mapping[Phrase, int]
    more: Mapping[Phrase, int]
    last: frozenset[Phrase]
    coming: frozenset[Phrase]
    last_week: frozenset[Phrase]
    clock: frozenset[Phrase]
    till: frozenset[Phrase]
    fillers: frozenset[Phrase]
    edges: frozenset[Phrase]
    asks: frozenset[Phrase]

    @cached_property
    def others(self) -> frozenset[Phrase]:
        """Words that stand for themselves, and are no day with a letter wrong."""
        return self.fillers | self.edges | self.asks

    @cached_property
    def words_with_figures(self) -> frozenset[str]:
        """Words such as "mbare7", in which a figure stands for a letter."""
        tables = (self.days, self.weekdays, self.hours, self.minutes, self.whole, self.more, self.numbers)
        words = {
            word
            for table in (*tables, self.fillers, self.edges, self.asks)
            for phrase in table
            for word in phrase
        }
        return frozenset(word for word in words if any(map(str.isdigit, word)) and not word.isdigit())


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon for someone who writes in `language`; Dutch and English for one without a table."""
    tables = _TABLES.get(language, (DUTCH, ENGLISH))
    return Lexicon(
        days=_valued(tables, lambda words: words.days.items()),
        weekdays=_valued(tables, lambda words: enumerate(words.weekdays)),
        short_weekdays=_valued(tables[:1], lambda words: enumerate(words.short_weekdays.split(", "))),
        months=_valued(tables, lambda words: enumerate(words.months, 1)),
        numbers=_valued(tables, lambda words: words.numbers.items()),
        hours=_set(tables, lambda words: words.hours),
        minutes=_set(tables, lambda words: words.minutes),
        whole=_valued(tables, lambda words: words.whole.items()),
        more=_valued(tables, lambda words: words.more.items()),
        last=_set(tables, lambda words: words.last),
        coming=_set(tables, lambda words: words.coming),
        last_week=_set(tables, lambda words: words.last_week),
        clock=_set(tables[:1], lambda words: words.clock),
        till=_set(tables[:1], lambda words: words.till),
        fillers=_set(tables, lambda words: words.fillers),
        edges=_set(tables, lambda words: words.edges),
        asks=_set(tables[:1], lambda words: words.asks)
        | (_set(tables[1:], lambda words: words.asks) - _own_others(tables[0])),
    )


def _own_others(words: Words) -> frozenset[Phrase]:
    return _set((words,), lambda words: f"{words.fillers}, {words.edges}, {words.hours}, {words.last}")


def phrase_of(written: str) -> Phrase:
    """A phrase as its folded words."""
    return tuple(fold(written).replace("'", "").replace("-", " ").split())


def _phrases(written: str) -> Iterable[Phrase]:
    return filter(None, map(phrase_of, written.split(",")))


def _set(tables: Iterable[Words], pick: Callable[[Words], str]) -> frozenset[Phrase]:
    return frozenset(phrase for words in tables for phrase in _phrases(pick(words)))


def _valued(
    tables: Iterable[Words], pick: Callable[[Words], Iterable[tuple[Value, str]]]
) -> dict[Phrase, Value]:
    return {
        phrase: value
        for words in reversed(tuple(tables))
        for value, written in pick(words)
        for phrase in _phrases(written)
    }
