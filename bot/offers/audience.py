"""Whom an offer is for: everybody, or only children, older people, women, men or parents."""

import re

import numpy as np

from bot.domain.offer import OfferDetails
from bot.domain.offer_kind import OfferKind
from bot.language.normalise import clean, fold
from bot.offers.sense import AUDIENCES, Sense

ALL, CHILDREN, SENIORS, WOMEN, MEN, PARENTS = range(len(AUDIENCES))
OLDEST_CHILD = 17
YOUNGEST_SENIOR = 50
_SURE = 128
"""From this chance on (0 to 255), the model is believed."""
_TEXT = 400

_AGES = re.compile(
    r"\b(\d{1,2}) ?(?:-|–|tot(?: en met)?|t/m|a|à|en) ?(\d{1,2}) ?(?:jaar|jarigen?|j\b)", re.IGNORECASE
)
_FROM_AGE = re.compile(
    r"\b(?:vanaf|ouder dan|boven de) (\d{2}) ?(?:jaar|j\b)|\b(\d{2}) ?(?:\+|plus)", re.IGNORECASE
)
_UNDER = re.compile(r"\bu ?-?([4-9]|1[0-9])\b|\btot (\d{1,2}) jaar\b", re.IGNORECASE)
_HELPERS = re.compile(
    r"vrijwillig|begeleid|helper|lesgever|leiding|trainer|monitor|gezocht|zoek", re.IGNORECASE
)


def audience_of(details: OfferDetails, sense: Sense) -> int:
    """Decide for whom an offer is, a place in `AUDIENCES`: what the source says first, then its text."""
    if details.women_only:
        return WOMEN
    by_age = _by_ages(*details.ages) or _by_ages(*_ages_in(details))
    if by_age:
        return by_age
    likeliest = int(np.argmax(sense.audience))
    return likeliest if sense.audience[likeliest] >= _SURE else ALL


def _by_ages(youngest: int | None, oldest: int | None) -> int:
    if oldest is not None and oldest <= OLDEST_CHILD:
        return CHILDREN
    return SENIORS if youngest is not None and youngest >= YOUNGEST_SENIOR else ALL


def _ages_in(details: OfferDetails) -> tuple[int | None, int | None]:
    text = clean(f"{details.title}. {', '.join(details.interests)}. {details.description[:_TEXT]}")
    if details.kind is OfferKind.VOLUNTEERING or _HELPERS.search(text):
        return None, None
    if between := _AGES.search(text):
        return int(between[1]), int(between[2])
    if above := _FROM_AGE.search(text):
        return int(above[1] or above[2]), None
    if under := _UNDER.search(fold(details.title)):
        return None, int(under[1] or under[2])
    return None, None
