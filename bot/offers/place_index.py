"""Finds places by name: exactly, with an ending or a typing error, or by sound in another script."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from pathlib import Path

from bot.domain.folding import is_one_letter_off
from bot.domain.place import Place
from bot.offers.place_sounds import bones_of, is_arabic, readings_of, sound_of
from bot.offers.place_table import Row
from bot.offers.place_tokens import key_of
from bot.offers.place_words import ARABIC_AND, ARABIC_IN, CYRILLIC_ENDINGS, GLUED_TURKISH

WORDS = Path(__file__).parent / "data" / "words.tsv"
_SHORTEST_WITH_TYPO = 6
_SHORTEST_STEM = 4
_SMALL_VILLAGE = 1_000
_SMALL_WALLOON_PART = 10_000
_KNOWN_TO_MANY = 20_000
_LARGE_ENOUGH_FOR_TYPO = 5_000


class Needs(IntEnum):
    """What must stand around a name before it counts as a place within a sentence."""

    NOTHING = 0
    PREPOSITION_OR_CAPITAL = 1
    PREPOSITION_AND_CAPITAL = 2
    NEVER = 3


_LEVELS = {
    "guarded": Needs.PREPOSITION_OR_CAPITAL,
    "strict": Needs.PREPOSITION_AND_CAPITAL,
    "never": Needs.NEVER,
}


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a place, and how sure one must be that a word is that name."""

    key: str
    place: Place
    needs: Needs
    is_usual: bool
    """What people call it, rather than a spelling that was once seen."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A name that was found in words; `says_in` when its ending or first letter means *in*."""

    named: Named
    says_in: bool = False


class NameIndex:
    """Every name of every place, by its folded words."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._words = _read_words()
        self._names: dict[str, list[Named]] = {}
        self._stems: dict[str, str] = {}
        wholes = [row.place for row in rows if row.place.is_municipality]
        self._walloon = {place.municipality for place in wholes if _is_walloon(place)}
        for row in rows:
            self._add(row, row.place.municipality in self._walloon)
        for named in self._names.values():
            if len(named) > 1:
                named.sort(key=lambda one: (not one.is_usual, -one.place.population))
        self.first_words = _first_words(self._names)

    def exactly(self, key: str) -> Sequence[Named]:
        """The places with this name: whose usual name it is first, the larger before the smaller."""
        return self._names.get(key, ())

    def inflected(self, key: str) -> Iterator[Hit]:
        """The places whose name this is, bare or with what a language writes onto it."""
        if self._words.get(key) is Needs.NEVER:
            return
        if named := self.exactly(key):
            yield Hit(named[0])
        elif key.isascii():
            hits = self._with(_without_turkish(key), says_in=True)
            yield from (hit for hit in hits if _may_be_glued(hit.named))
        elif "\u0400" <= key[0] <= "\u04ff":
            yield from self._with((self._stems.get(stem, "") for stem in _stems_of(key)), says_in=False)
        elif is_arabic(key[0]):
            yield from self._with(_without_prefix(key, ARABIC_IN), says_in=True)
            yield from self._with(_without_prefix(key, ARABIC_AND), says_in=False)

    def nearly(self, key: str) -> Named | None:
        """The larger place whose name has one typing error less."""
        if len(key) < _SHORTEST_WITH_TYPO or key in self._words:
            return None
        near = {name for form in _with_one_less(key) for name in self._typos.get(form, ())}
        close = [name for name in near if name[0] == key[0] and is_one_letter_off(key, name)]
        named = [self._names[name][0] for name in close]
        return max(named, key=lambda one: one.place.population, default=None)

    def sounding(self, key: str) -> list[tuple[float, Place]]:
        """Places whose name sounds so, with their likeness from 0 to 1, best first."""
        found: dict[tuple[str, str], tuple[float, Place]] = {}
        for sound, bones in readings_of(key):
            for other, place in self._sounds.get(bones, ()):
                likeness = 1.0 if is_arabic(key[0]) else _likeness(sound, other)
                mark = (place.name, place.municipality)
                found[mark] = max(found.get(mark, (0.0, place)), (likeness, place), key=lambda one: one[0])
        return sorted(found.values(), key=lambda one: (-one[0], -one[1].population))

    def is_word(self, key: str) -> bool:
        """Is this a word before it is a name?"""
        return key in self._words

    def is_flemish(self, place: Place) -> bool:
        """Does the place lie in Flanders or Brussels?"""
        return place.municipality not in self._walloon

    @property
    def keys(self) -> Iterable[str]:
        """Every name as it is compared."""
        return self._names

    def _add(self, row: Row, is_walloon: bool) -> None:
        for name in (row.place.name, *row.names):
            self._put(name, row.place, is_walloon, is_usual=True)
        for name in row.spellings:
            self._put(name, row.place, is_walloon, is_usual=False)

    def _put(self, name: str, place: Place, is_walloon: bool, *, is_usual: bool) -> None:
        key = key_of(name)
        named = Named(key, place, self._needs(key, place, is_walloon, is_usual), is_usual)
        for form in {key, key.replace(" ", "")} if " " in key else (key,):
            self._names.setdefault(form, []).append(named)
            if "\u0400" <= form[0] <= "\u04ff":
                self._stems.setdefault(next(iter(_stems_of(form)), form), form)
                self._stems.setdefault(form, form)

    def _needs(self, key: str, place: Place, is_walloon: bool, is_usual: bool) -> Needs:
        if key in self._words:
            return self._words[key]
        if not is_usual:
            long = len(key) >= _SHORTEST_WITH_TYPO
            return Needs.PREPOSITION_AND_CAPITAL if long else Needs.NEVER
        if " " in key:
            return Needs.NOTHING
        return max(_needs_by_length(key), _needs_by_size(place, is_walloon))

    @cached_property
    def _typos(self) -> dict[str, list[str]]:
        forms: dict[str, list[str]] = defaultdict(list)
        for key, (named, *_) in self._names.items():
            usual = named.is_usual and named.needs is Needs.NOTHING and self.is_flemish(named.place)
            if usual and len(key) >= _SHORTEST_WITH_TYPO and named.place.population >= _LARGE_ENOUGH_FOR_TYPO:
                for form in _with_one_less(key):
                    forms[form].append(key)
        return dict(forms)

    @cached_property
    def _sounds(self) -> dict[str, list[tuple[str, Place]]]:
        sounds: dict[str, list[tuple[str, Place]]] = defaultdict(list)
        for key, named in self._names.items():
            if key.isascii() and " " not in key and named[0].is_usual:
                sound = sound_of(key)
                sounds[bones_of(sound)].append((sound, named[0].place))
        return dict(sounds)

    def _with(self, keys: Iterable[str], *, says_in: bool) -> Iterator[Hit]:
        for key in keys:
            if named := self.exactly(key):
                yield Hit(named[0], says_in)


def _may_be_glued(named: Named) -> bool:
    is_known = named.needs <= Needs.PREPOSITION_OR_CAPITAL and named.place.population >= _KNOWN_TO_MANY
    return named.needs is Needs.NOTHING or is_known


def _needs_by_length(key: str) -> Needs:
    if is_arabic(key[0]):
        return Needs.PREPOSITION_OR_CAPITAL if len(key) <= 3 else Needs.NOTHING
    if len(key) <= 3:
        return Needs.PREPOSITION_AND_CAPITAL
    is_short = not key.isascii() and len(key) <= 4 and key not in {"гент", "генк"}
    return Needs.PREPOSITION_OR_CAPITAL if is_short else Needs.NOTHING


def _needs_by_size(place: Place, is_walloon: bool) -> Needs:
    small = _SMALL_WALLOON_PART if is_walloon else _SMALL_VILLAGE
    is_small = not place.is_municipality and place.population < small
    return Needs.PREPOSITION_OR_CAPITAL if is_small else Needs.NOTHING


def _is_walloon(place: Place) -> bool:
    code = int(place.postcodes[0])
    return 1300 <= code < 1500 or 4000 <= code < 8000


def _first_words(keys: Iterable[str]) -> dict[str, int]:
    """The most words of a name that begins with this word, for names of several words."""
    most: dict[str, int] = {}
    for key in keys:
        if " " in key:
            first, count = key.split(" ", 1)[0], key.count(" ") + 1
            most[first] = max(most.get(first, 0), count)
    return most


def _without_turkish(key: str) -> Iterator[str]:
    for ending in GLUED_TURKISH:
        if key.endswith(ending) and len(key) - len(ending) >= _SHORTEST_STEM:
            yield key.removesuffix(ending)


def _stems_of(key: str) -> Iterator[str]:
    """A Cyrillic word without its ending, the longest ending first; the word itself when it is too short."""
    for ending in CYRILLIC_ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= _SHORTEST_STEM:
            yield key.removesuffix(ending)
    yield key


def _without_prefix(key: str, prefixes: Iterable[str]) -> Iterator[str]:
    for prefix in prefixes:
        shortest = _SHORTEST_STEM if prefix == "ل" else _SHORTEST_STEM - 1
        if key.startswith(prefix) and len(key) - len(prefix) >= shortest:
            yield key.removeprefix(prefix)


def _with_one_less(key: str) -> set[str]:
    return {key, *(key[:at] + key[at + 1 :] for at in range(len(key)))}


def _likeness(sound: str, other: str) -> float:
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(sound, other))


def _read_words() -> dict[str, Needs]:
    lines = WORDS.read_text(encoding="utf-8").splitlines()[1:]
    return {key_of(word): _LEVELS[level] for word, level in (line.split("\t") for line in lines)}
