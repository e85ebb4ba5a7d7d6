"""Belgian places: by postcode, by name in any script, in the middle of a message, or by a shared location."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Self

import numpy as np
from rapidfuzz import fuzz, process

from bot.domain.place import Place, Point
from bot.offers.place_index import NameIndex
from bot.offers.place_sounds import is_arabic
from bot.offers.place_table import Row, read_places
from bot.offers.place_text import Mention, TextReader
from bot.offers.place_tokens import key_of, tidy

__all__ = ["Mention", "Places"]

_POSTCODE = re.compile(r"(?<!\d)[1-9]\d{3}(?!\d)")
_PIECES = re.compile(r"[(),;/|]| - |\b[Bb](?:elgi\w+|elgique)\b")
_LIKE_ENOUGH = 78
_SOUNDS_ALIKE = 0.55
_SHORTEST_BEGINNING = 3
_MANY = 8


class Places:
    """Every municipality of Belgium and its parts."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._places = [row.place for row in rows]
        self._index = NameIndex(rows)
        self._by_postcode = _postcodes(self._places)

    @classmethod
    def load(cls) -> Self:
        """Read the table that comes with the bot."""
        return cls(read_places())

    def by_postcode(self, postcode: str) -> Place | None:
        """The place that a postcode belongs to.

        Args:
            postcode: "9000", "B-9000" or "9000 Gent".

        Returns:
            The part of a municipality that has this postcode for itself, else the municipality; None when
            no place in Belgium has it.
        """
        found = _POSTCODE.search(tidy(postcode))
        return self._by_postcode.get(found[0]) if found else None

    def locate(self, name: str | None, postcode: str | None) -> Place | None:
        """The place that an offer's columns name, read tolerantly.

        Args:
            name: "GENT (Gentbrugge)", "Ghent", "9050 Gentbrugge", "Borgerhout, Antwerpen", or nothing.
            postcode: As `by_postcode` takes it, or nothing.

        Returns:
            The most precise place that name and postcode agree on; the postcode's when they differ.
        """
        coded = self.by_postcode(postcode or "") or self.by_postcode(name or "")
        named = self._named(_POSTCODE.sub(" ", tidy(name or "")))
        if coded is None:
            return _most_precise(named) or self._typed_wrongly(name or "")
        agreed = [place for place in named if set(coded.postcodes) & set(place.postcodes)]
        return _most_precise([*agreed, coded])

    def search(self, typed: str, *, limit: int = 3) -> Sequence[Place]:
        """The places that a person may mean by what they typed as their place.

        Args:
            typed: A name in any script, perhaps the beginning of one or with typing errors, or a postcode.
            limit: How many places to return at most.

        Returns:
            Best first; nothing when no name is near enough.
        """
        coded, key = self.by_postcode(typed), key_of(tidy(typed))
        found: list[Place] = [coded] if coded else []
        if key and not (coded and key.isdigit()):
            found += self._by_name(key) or self._mentioned(typed) or self._by_likeness(key, limit)
        return _different(found)[:limit]

    def in_text(self, text: str) -> Mention | None:
        """A place that is named inside a longer message, in any language.

        Args:
            text: A message, such as "Я живу в Генті, хочу грати у футбол".

        Returns:
            The place, and the message without it and its preposition; None when no place is named.
        """
        return TextReader(self._index, self._by_postcode, text).read()

    def nearest(self, point: Point) -> Place:
        """The municipality or part whose centre is nearest to a shared location."""
        latitudes, longitudes = self._coordinates
        north = latitudes - point.latitude
        east = (longitudes - point.longitude) * np.cos(np.radians(point.latitude))
        return self._places[int(np.argmin(north**2 + east**2))]

    @cached_property
    def _coordinates(self) -> tuple["np.ndarray[tuple[int], np.dtype[np.float64]]", ...]:
        points = [place.point for place in self._places]
        return np.array([p.latitude for p in points]), np.array([p.longitude for p in points])

    def _named(self, name: str) -> list[Place]:
        """The places that the pieces of a name stand for, those with a longer name first."""
        pieces = [key_of(piece) for piece in (*_PIECES.split(name), name)]
        places = [named.place for piece in dict.fromkeys(pieces) for named in self._index.exactly(piece)]
        if places:
            return places
        mention = self.in_text(name)
        return [mention.place] if mention else []

    def _typed_wrongly(self, name: str) -> Place | None:
        keys = (key_of(piece) for piece in _PIECES.split(tidy(name)))
        return next((named.place for key in keys if (named := self._index.nearly(key))), None)

    def _by_name(self, key: str) -> list[Place]:
        """Places that are called so, with or without an ending, then those whose name begins so."""
        found = [named.place for named in self._index.exactly(key)]
        found += [hit.named.place for hit in self._index.inflected(key)]
        if len(key) < _SHORTEST_BEGINNING:
            return found
        begun = [self._index.exactly(other)[0] for other in self._index.keys if other.startswith(key)]
        begun = [named for named in begun if named.is_usual]
        return found + _largest_first(named.place for named in begun)

    def _mentioned(self, typed: str) -> list[Place]:
        mention = self.in_text(typed)
        return [mention.place] if mention else []

    def _by_likeness(self, key: str, limit: int) -> list[Place]:
        like = process.extract(
            key, self._usual_keys, scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH, limit=limit + _MANY
        )
        scored = [(score / 100, self._index.exactly(name)[0].place) for name, score, _ in like]
        if not key.isascii():
            scored += [one for one in self._index.sounding(key) if one[0] >= _SOUNDS_ALIKE]
        scored.sort(key=lambda one: -_rank(*one, by_population=is_arabic(key[0])))
        return [place for _, place in scored]

    @cached_property
    def _usual_keys(self) -> list[str]:
        return [key for key in self._index.keys if self._index.exactly(key)[0].is_usual]


def _postcodes(places: Sequence[Place]) -> Mapping[str, Place]:
    """Who answers to a postcode: whose main one it is, in the order of the table, else the municipality."""
    found: dict[str, Place] = {}
    for place in places:
        for code in place.postcodes[:1]:
            found.setdefault(code, place)
    for place in places:
        for code in place.postcodes:
            found.setdefault(code, place)
    return found


def _most_precise(places: Sequence[Place]) -> Place | None:
    """A part before its municipality, else the first."""
    if not places:
        return None
    wholes = {place.name for place in places if place.is_municipality}
    parts = [place for place in places if not place.is_municipality and place.municipality in wholes]
    return (parts or list(places))[0]


def _rank(likeness: float, place: Place, *, by_population: bool) -> float:
    weight = 0.05 if by_population else 0.02
    return likeness + weight * float(np.log10(place.population + 1))


def _largest_first(places: Iterable[Place]) -> list[Place]:
    return sorted(places, key=lambda place: -place.population)


def _different(places: Iterable[Place]) -> list[Place]:
    different: dict[tuple[str, str], Place] = {}
    for place in places:
        different.setdefault((place.name, place.municipality), place)
    return list(different.values())
