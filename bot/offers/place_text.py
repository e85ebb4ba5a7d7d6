"""Reads the place out of a longer message: what stands around a name tells whether it is one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain.place import Place
from bot.offers import place_words as words
from bot.offers.place_around import IN, LIVING, TOWN, Around
from bot.offers.place_index import Hit, NameIndex, Needs
from bot.offers.place_sounds import is_arabic, readings_of

_CLOCK = re.compile(r"(?:0\d|1\d|2[0-3])(?:00|15|30|45)")
_MONEY_BEFORE = re.compile(r"[€$£+]\s*$|\d[.,:/-]$")
_MONEY_AFTER = re.compile(r"\s*[€$£%]|[.,:/-]\d")
_SHORTEST_BY_SOUND = 5
_SOUNDS_THE_SAME = 0.7
_LARGE_ENOUGH_BY_SOUND = 4_000
_CONSONANTS_BY_SOUND = 4
_BESIDE_POSTCODE = 5


@dataclass(frozen=True)
class Mention:
    """A place that a message names, and the message without it."""

    place: Place
    rest: str


@dataclass(frozen=True)
class _Found:
    """The words from `first` up to `last` name a place; the clearer, the higher the weight."""

    place: Place
    first: int
    last: int
    weight: int


class TextReader:
    """Finds the place in one message."""

    def __init__(self, index: NameIndex, by_postcode: Mapping[str, Place], message: str) -> None:
        self._index, self._by_postcode = index, by_postcode
        self._around = Around(message)
        self._tokens = self._around.tokens

    def read(self) -> Mention | None:
        """The place that is named most clearly, the first of equals; None when there is none."""
        found = self._joined(list(self._all()))
        if not found:
            return None
        best = max(found, key=lambda one: one.weight)
        first, last = self._around.before(best.first).first, self._around.after(best.last)
        return Mention(best.place, self._around.without(first, last))

    def _all(self) -> Iterator[_Found]:
        at = 0
        while at < len(self._tokens):
            found = self._coded(at) or self._name(at)
            if found:
                yield found
            at = found.last if found else at + 1

    def _name(self, at: int) -> _Found | None:
        most = self._index.first_words.get(self._tokens[at].key, 1)
        for count in range(min(most, len(self._tokens) - at), 0, -1):
            key = " ".join(token.key for token in self._tokens[at : at + count])
            for hit in self._index.inflected(key) if key.strip() else ():
                if found := self._accepted(hit, at, at + count):
                    return found
        return self._guessed(at)

    def _accepted(self, hit: Hit, first: int, last: int) -> _Found | None:
        if found := self._with_code(hit, first, last):
            return found
        says_in = hit.says_in or self._around.turkish_ending(last)
        weight = max(self._around.before(first).weight, IN if says_in else 0)
        if self._suffices(hit.named.needs, weight, first):
            return _Found(hit.named.place, first, last, weight)
        return None

    def _suffices(self, needs: Needs, weight: int, at: int) -> bool:
        if needs is Needs.NOTHING:
            return True
        if needs is Needs.PREPOSITION_OR_CAPITAL:
            return weight > 0 or self._around.has_capital(at)
        is_town = weight == TOWN and is_arabic(self._tokens[at].raw[0])
        is_sure = is_town or weight == LIVING or (weight > 0 and self._around.has_capital(at))
        return needs is Needs.PREPOSITION_AND_CAPITAL and is_sure

    def _with_code(self, hit: Hit, first: int, last: int) -> _Found | None:
        """A name with its postcode before or after it; together they are sure."""
        for at, begin, end in ((first - 1, first - 1, last), (last, first, last + 1)):
            place = self._by_postcode.get(self._tokens[at].key) if 0 <= at < len(self._tokens) else None
            if place and (precise := self._agreed(hit, place, self._tokens[at].key)):
                return _Found(precise, begin, end, _BESIDE_POSTCODE)
        return None

    def _agreed(self, hit: Hit, coded: Place, code: str) -> Place | None:
        """The more precise of a name and a postcode that belong together."""
        same = [named.place for named in self._index.exactly(hit.named.key) if code in named.place.postcodes]
        if not same:
            return None
        return coded if same[0].is_municipality and coded.municipality == same[0].name else same[0]

    def _guessed(self, at: int) -> _Found | None:
        """A typing error, or a name by its sound; only where a place is expected."""
        weight, has_capital = self._around.before(at).weight, self._around.has_capital(at)
        if not weight and not has_capital:
            return None
        key = self._tokens[at].key
        named = self._index.nearly(key)
        is_expected = weight >= TOWN or (weight > 0 and (has_capital or is_arabic(self._tokens[at].raw[0])))
        place = named.place if named else self._by_sound(key) if is_expected else None
        return _Found(place, at, at + 1, weight) if place else None

    def _by_sound(self, key: str) -> Place | None:
        """A Flemish town that sounds so; French names are written too differently from how they sound."""
        if key.isascii() or len(key) < _SHORTEST_BY_SOUND or self._index.is_word(key):
            return None
        if is_arabic(key[0]) and (key.startswith("ال") or len(readings_of(key)[0][1]) < _CONSONANTS_BY_SOUND):
            return None
        for likeness, place in self._index.sounding(key):
            if likeness >= _SOUNDS_THE_SAME and place.population >= _LARGE_ENOUGH_BY_SOUND:
                return place if self._index.is_flemish(place) else None
        return None

    def _coded(self, at: int) -> _Found | None:
        """A postcode, with the name behind it when there is one."""
        place = self._by_postcode.get(self._tokens[at].key)
        if not place:
            return None
        if at + 1 < len(self._tokens) and (named := self._name(at + 1)) and named.first == at:
            return named
        weight = self._around.before(at).weight
        return _Found(place, at, at + 1, max(1, weight)) if self._is_code(at, weight) else None

    def _is_code(self, at: int, weight: int) -> bool:
        """Not a year, an hour, an amount or a piece of a telephone number."""
        code, before, after = (self._key(place) for place in (at, at - 1, at + 1))
        if len(self._tokens) == 1 or before == "b" or weight >= TOWN:
            return True
        if before.isdigit() or after.isdigit() or after in words.NOT_A_POSTCODE or self._is_amount(at):
            return False
        if "1900" <= code <= "2100":
            return False
        if _CLOCK.fullmatch(code):
            return before in words.PLAIN_IN
        return weight == IN or self._stands_alone(at)

    def _stands_alone(self, at: int) -> bool:
        is_free = at == 0 or not self._around.is_unbroken(at - 1)
        return is_free and (at + 1 == len(self._tokens) or not self._around.is_unbroken(at))

    def _is_amount(self, at: int) -> bool:
        token, text = self._tokens[at], self._around.text
        return bool(_MONEY_BEFORE.search(text[: token.start]) or _MONEY_AFTER.match(text, token.end))

    def _key(self, at: int) -> str:
        return self._tokens[at].key if 0 <= at < len(self._tokens) else ""

    def _joined(self, found: Sequence[_Found]) -> list[_Found]:
        """A part and its municipality side by side are one: "Borgerhout, Antwerpen"."""
        joined: list[_Found] = []
        for one in found:
            last = joined[-1] if joined else None
            if last and last.last == one.first and last.place.municipality == one.place.municipality:
                part = one if last.place.is_municipality else last
                weight = max(last.weight, one.weight)
                joined[-1] = replace(part, first=last.first, last=one.last, weight=weight)
            else:
                joined.append(one)
        return joined
