"""Which of a newcomer's bewijzen a note may be about."""

import datetime as dt

from bot.domain.folding import fold
from bot.domain.hours import Bewijs, Book

SHORTEST_NAME = 3
"""Fewer letters say too little to tell a place by."""


def latest_first(book: Book) -> tuple[Bewijs, ...]:
    """The newcomer's bewijzen, the one with the newest date first."""
    newest: dict[int, dt.date] = {}
    for attendance in book.attendances:
        day = newest.get(attendance.bewijs_id, attendance.day)
        newest[attendance.bewijs_id] = max(day, attendance.day)
    return tuple(sorted(book.bewijzen, key=lambda b: (newest.get(b.id, dt.date.min), b.id), reverse=True))


def named(book: Book, what: str) -> tuple[Bewijs, ...]:
    """The bewijzen whose place these words name, or a part of it; one that is named exactly stands alone."""
    words = _letters(what)
    if len(words) < SHORTEST_NAME:
        return ()
    places = [(bewijs, _letters(bewijs.place)) for bewijs in latest_first(book)]
    exact = tuple(bewijs for bewijs, place in places if place == words)
    return exact or tuple(bewijs for bewijs, place in places if _share(words, place))


def _share(words: str, place: str) -> bool:
    return len(place) >= SHORTEST_NAME and (words in place or place in words)


def _letters(name: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in fold(name)).split())
