"""Puts offers in order: what fits first, near before far, not three of a kind."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.domain.offer_kind import OfferKind
from bot.domain.search import REACHES_KM, USUAL_REACH_KM, Need, Search
from bot.offers import audience, facts
from bot.offers.agreement import Agreement
from bot.offers.circumstances import Flags, When
from bot.offers.sense import Floats
from bot.offers.shelf import Shelf

ENOUGH = 0.05
"""From this agreement on, an offer is about what is wanted."""
RELATED = 0.2
"""From this one on, it may be shown where nothing is."""
REASONABLE_KM = 30
"""Where nothing is nearer, so far is still near enough while nobody said how far they would go."""
HALF_AS_GOOD_KM = 30.0
UNPLACED_KM = 20.0
ONLINE_KM = 15.0
"""What an offer counts as when nobody said where it is, or when it is online."""
SAME_AGAIN = 0.12
"""What an offer loses that is by the same organiser as a better one, and half of it for the same kind."""
A_GROUP = 0.1
"""From this chance on, a wish is for a group of one's own."""
_CANDIDATES = 40
_EASY_LEVEL = 2


@dataclass(frozen=True)
class Judged:
    """What was found of every row."""

    agreement: Agreement
    km: Floats | None
    when: When
    far: Flags
    too_far: Flags
    """Farther than anybody would reasonably go who did not say how far."""
    beyond: Flags
    """Farther than the farthest that anybody can choose: no answer, even where nothing else is."""
    price: Flags
    """Which cost something where it must be free."""
    mixed: Flags
    """Which are not for women only where that is asked."""
    hard: Flags
    """Which ask more Dutch than somebody speaks who hardly speaks any."""

    @property
    def suits(self) -> Flags:
        """Does nothing but the subject stand in the way?"""
        return ~(self.too_far | self.when.other | self.price | self.mixed)


def judge(shelf: Shelf, search: Search, found: Agreement, km: Floats | None, when: When) -> Judged:
    """Tell in what each offer falls short."""
    nothing = np.zeros(shelf.count, np.bool_)
    reach = float(search.reach_km or USUAL_REACH_KM)
    reasonable = float(search.reach_km or REASONABLE_KM)
    away = np.zeros(shelf.count, np.float32) if km is None else np.nan_to_num(km, nan=0.0)
    needs, for_women = search.needs, (shelf["audience"] == audience.WOMEN) | (shelf["women"] == 1)
    return Judged(
        agreement=found,
        km=km,
        when=when,
        far=(away > reach) & ~shelf["online"],
        too_far=(away > reasonable) & ~shelf["online"],
        beyond=(away > max(reach, REACHES_KM[-1])) & ~shelf["online"],
        price=shelf["price"] == 1 if Need.FREE in needs else nothing,
        mixed=~for_women if Need.WOMEN_ONLY in needs else nothing,
        hard=shelf["level"] > _EASY_LEVEL if Need.EASY_DUTCH in needs else nothing,
    )


def worth(shelf: Shelf, search: Search, judged: Judged, today: int) -> Floats:
    """How well each offer fits, 0 to 1, apart from what it is about."""
    value = _nearness(shelf, judged)
    value = value * np.where(judged.when.other, 0.4, np.where(judged.when.suits, 1.0, 0.9))
    value *= np.where(judged.price, 0.6, 1.0) * np.where(judged.mixed, 0.5, 1.0)
    value *= np.where(judged.hard, 0.75, 1.0) * np.where(shelf["checked"], 1.0, 0.95)
    value *= np.where(shelf["begins"] > today + 28, 0.85, 1.0)
    value *= _for_whom(shelf, search)
    if Need.TRANSPORT in search.needs:
        value *= np.where(shelf["transport"] == 0, 0.7, 1.0)
    if Need.CHILDREN in search.needs:
        value *= np.where(shelf["children"] == 1, 1.0, 0.85)
    if search.kinds:
        value *= np.where(is_of(shelf, search.kinds), 1.0, 0.8)
    return np.asarray(value, np.float32)


def is_apart(shelf: Shelf, search: Search) -> Flags:
    """Which are for a group that nothing says this person belongs to: women, men or older people alone?"""
    whom = shelf["audience"]
    apart = (whom == audience.MEN) & (Need.IS_MAN not in search.needs)
    if Need.WOMEN_ONLY not in search.needs and search.subjects.get("women_group", 0.0) < A_GROUP:
        apart |= (whom == audience.WOMEN) | (shelf["women"] == 1)
    if search.subjects.get("senior_club", 0.0) < A_GROUP:
        apart |= whom == audience.SENIORS
    return np.asarray(apart)


def varied(shelf: Shelf, rows: Sequence[int], scores: Floats, limit: int) -> list[int]:
    """Choose the best rows, passing over those that are much like one already chosen."""
    left = sorted(rows, key=lambda row: -float(scores[row]))[:_CANDIDATES]
    chosen: list[int] = []
    while left and len(chosen) < limit:
        best = max(left, key=lambda row: float(scores[row]) * _newness(shelf, row, chosen))
        chosen.append(best)
        left.remove(best)
    return chosen


def _newness(shelf: Shelf, row: int, chosen: Sequence[int]) -> float:
    new = 1.0
    for other in chosen:
        if shelf["organiser"][row] and shelf["organiser"][row] == shelf["organiser"][other]:
            new -= SAME_AGAIN
        if shelf["kind"][row] == shelf["kind"][other]:
            new -= SAME_AGAIN / 4
    return max(new, 0.5)


def _nearness(shelf: Shelf, judged: Judged) -> Floats:
    if judged.km is None:
        return np.ones(shelf.count, np.float32)
    km = np.where(np.isnan(judged.km), UNPLACED_KM, judged.km)
    km = np.where(shelf["online"], np.minimum(km, ONLINE_KM), km)
    return np.asarray(1.0 / (1.0 + km / HALF_AS_GOOD_KM), np.float32)


def _for_whom(shelf: Shelf, search: Search) -> Floats:
    whom = shelf["audience"]
    value = np.ones(shelf.count, np.float32)
    if search.subjects.get("senior_club", 0.0) < 0.1:
        value[whom == audience.SENIORS] = 0.55
    if search.subjects.get("parents", 0.0) < 0.1 and Need.CHILDREN not in search.needs:
        value[whom == audience.PARENTS] = 0.8
    if Need.WOMEN_ONLY not in search.needs:
        value[(whom == audience.WOMEN) | (shelf["women"] == 1)] = 0.85
    value[whom == audience.MEN] = 0.85
    return value


def is_of(shelf: Shelf, kinds: frozenset[OfferKind]) -> Flags:
    """Which are of one of these kinds?"""
    return np.isin(shelf["kind"], [facts.KINDS.index(kind) for kind in kinds])
