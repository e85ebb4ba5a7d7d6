"""Whether offers are open, near, at the right time and right for this person; one value for each row."""

import datetime as dt
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.domain.place import Place
from bot.domain.search import Need, Search, Times
from bot.offers import audience, facts
from bot.offers.sense import Floats
from bot.offers.shelf import Shelf

Flags = NDArray[np.bool_]
EARTH_KM = 6371.0088
_WEEK = 7


@dataclass(frozen=True)
class When:
    """Which offers take place at a time that suits."""

    suits: Flags
    """Known to."""
    other: Flags
    """Known not to."""


def is_open(shelf: Shelf, today: dt.date) -> Flags:
    """Which can still be chosen, as `Offer.is_open` says of one."""
    day = today.toordinal()
    return np.asarray(shelf["there"] & (shelf["ends"] >= day) & (shelf["full"] < day))


def is_fit(shelf: Shelf, search: Search) -> Flags:
    """Which are for this person: not for children alone, nor for women when a man asks."""
    whom, needs = shelf["audience"], search.needs
    fit = whom != audience.CHILDREN
    if Need.IS_MAN in needs:
        fit &= (whom != audience.WOMEN) & (shelf["women"] != 1)
    if Need.WOMEN_ONLY in needs:
        fit &= whom != audience.MEN
    if Need.CHILDREN in needs:
        fit &= shelf["children"] != 0
    return np.asarray(fit)


def kilometres(shelf: Shelf, place: Place | None) -> Floats | None:
    """How far each is; not a number where that is unknown, None without a place."""
    if place is None:
        return None
    here = np.array(facts.on_sphere(place.point), np.float64)
    # The chord keeps its precision for places close together, where the cosine loses it.
    chord = np.linalg.norm(shelf["point"].astype(np.float64) - here, axis=1)
    km = 2 * EARTH_KM * np.arcsin(np.minimum(1.0, chord / 2))
    return np.where(shelf["placed"], km, np.nan).astype(np.float32)


def when(shelf: Shelf, times: Times, today: dt.date) -> When:
    """Which take place when it suits, and which surely do not."""
    nothing = np.zeros(shelf.count, np.bool_)
    if times.are_any:
        return When(nothing, nothing)
    wanted = _slots(times, (0, 1, 2))
    possible = _slots(times, (0, 1, 2, 3))
    slots = shelf["slots"].astype(np.int64) | _slots_of_dates(shelf, today)
    known = slots != 0
    suits = (slots & (possible if not times.parts else wanted)) != 0
    other = known & ((slots & possible) == 0) & ~shelf["appointment"]
    return When(np.asarray(suits), np.asarray(other))


def _slots(times: Times, parts: tuple[int, ...]) -> int:
    days = times.weekdays or range(_WEEK)
    suiting = [
        part
        for part in parts
        if not times.parts or part >= len(facts.PARTS) or facts.PARTS[part] in times.parts
    ]
    slots = 0
    for day in days:
        for part in suiting:
            slots |= facts.slot(day, part)
    return slots


def _slots_of_dates(shelf: Shelf, today: dt.date) -> NDArray[np.int64]:
    slots = np.zeros(shelf.count, np.int64)
    day, first, last = today.toordinal(), shelf.dates["first"], shelf.dates["last"]
    coming = np.flatnonzero((shelf.dates.rows >= 0) & (last >= day))
    begins = np.maximum(first[coming], day)
    for distance in range(_WEEK):
        during = begins + distance <= last[coming]
        weekday = (begins + distance - 1) % _WEEK
        bits = np.left_shift(np.int64(1), weekday * facts.SLOTS_A_DAY + shelf.dates["part"][coming])
        np.bitwise_or.at(slots, shelf.dates.rows[coming[during]], bits[during])
    return slots
