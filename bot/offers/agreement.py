"""How far each offer is about what is wanted: by subject, by meaning, by words."""

from dataclasses import dataclass

import numpy as np

from bot.domain.search import Search
from bot.offers.sense import Floats
from bot.offers.shelf import Shelf
from bot.offers.wanted import Wanted, numbers_of

SURE = (0.32, 1.17, 2.0, 1.5)
"""What a subject (in log-odds), the likeness of profiles (its logarithm) and words weigh, and the constant.

Fitted to which offers are about what is wished for, on wishes and offers that were held back.
"""
RELATED = (0.05, 0.3, 1.15, 2.0, 1.45)
"""The same with near subjects as well, second."""
_ALIKE = 0.35
"""The likeness of the profiles of two texts that surely are about the same."""
_UNLIKE = 1e-3
_DOUBT = 0.005
"""No chance is believed to be nearer to none, or to one, than this."""
IN_DESCRIPTION = 0.5
SAME_BEGINNING = 0.5
"""What a word counts that is not in the title or interests, or only begins the same."""
_COMMON = 0.03
_FEW = 3
"""A word that a larger share of offers has, and more than a few, says nothing."""


@dataclass(frozen=True)
class Agreement:
    """One number for each row of the shelf, 0 to 1."""

    sure: Floats
    """The chance that it is about what is wanted."""
    related: Floats
    """The same, where something near would do."""


def agreement(shelf: Shelf, search: Search, wanted: Wanted) -> Agreement:
    """Weigh every offer against a search."""
    chance = _by_subject(shelf, wanted.itself)
    itself, near = _log_odds(chance), _log_odds(_by_subject(shelf, wanted.near))
    likeness, words = _likeness(shelf, wanted.meaning, chance), _by_words(shelf, search.terms)
    if search.interests:
        likeness = np.maximum(likeness, _likeness(shelf, None, chance))
    by_subject, by_meaning, by_words, constant = SURE
    sure = by_subject * itself + by_meaning * likeness + by_words * words + constant
    by_subject, by_near, by_meaning, by_words, constant = RELATED
    related = by_subject * itself + by_near * near + by_meaning * likeness + by_words * words + constant
    return Agreement(sure=_chance(sure), related=_chance(related))


def _log_odds(chance: Floats) -> Floats:
    return np.asarray(np.log((chance + _DOUBT) / (1 + _DOUBT - chance)), np.float32)


def _chance(log_odds: Floats) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-log_odds)), np.float32)


def _by_subject(shelf: Shelf, chances: Floats) -> Floats:
    # A row past the last subject stands for no subject.
    padded = np.zeros(256, np.float32)
    padded[: len(chances)] = chances
    found = padded[shelf["subjects"]] * (shelf["chances"].astype(np.float32) / 255.0)
    return np.asarray(1.0 - np.prod(1.0 - found, axis=1), np.float32)


def _likeness(shelf: Shelf, meaning: Floats | None, chance: Floats) -> Floats:
    """The logarithm of how alike the profiles are; where one is not known, what the subjects make likely."""
    likely = _ALIKE * chance
    if meaning is not None:
        profiles = np.square(shelf["meaning"].astype(np.float32) / 127.0)
        likely = np.where(shelf["understood"], profiles @ np.square(meaning), likely)
    return np.asarray(np.log(likely + _UNLIKE), np.float32)


def _by_words(shelf: Shelf, terms: tuple[str, ...]) -> Floats:
    found = np.zeros(shelf.count, np.float32)
    words, rows = shelf.words["word"], shelf.words.rows
    place = np.where(shelf.words["head"] == 1, 1.0, IN_DESCRIPTION)
    for whole, beginning in numbers_of(terms):
        for number, worth in ((whole, 1.0), (beginning, SAME_BEGINNING)):
            at = np.flatnonzero((words == number) & (rows >= 0)) if number is not None else ()
            if 0 < len(at) <= max(_FEW, _COMMON * shelf.count):
                np.maximum.at(found, rows[at], (worth * place[at]).astype(np.float32))
    return found
