"""The catalogue in memory as arrays: some 400 bytes an offer, and no offer object is kept."""

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.domain.ids import OfferId
from bot.domain.offer import Offer
from bot.language.normalise import fold
from bot.offers import facts
from bot.offers.audience import audience_of
from bot.offers.sense import BEST, MEANING, Sense

Array = NDArray[Any]
QuickSense = Callable[[Offer], Sense]
_MANY = 4096
"""So many things that were dropped are worth the work of moving the others."""

_COLUMNS: dict[str, tuple[Any, tuple[int, ...]]] = {
    "id": (np.int64, ()),
    "there": (np.bool_, ()),
    "ends": (np.int32, ()),
    "begins": (np.int32, ()),
    "full": (np.int32, ()),
    "point": (np.float32, (3,)),
    "placed": (np.bool_, ()),
    "online": (np.bool_, ()),
    "kind": (np.int8, ()),
    "level": (np.int8, ()),
    "price": (np.int8, ()),
    "children": (np.int8, ()),
    "women": (np.int8, ()),
    "transport": (np.int8, ()),
    "checked": (np.bool_, ()),
    "audience": (np.int8, ()),
    "slots": (np.int32, ()),
    "dated": (np.bool_, ()),
    "appointment": (np.bool_, ()),
    "organiser": (np.uint32, ()),
    "subjects": (np.uint8, (BEST,)),
    "chances": (np.uint8, (BEST,)),
    "meaning": (np.int8, (MEANING,)),
    "understood": (np.bool_, ()),
}


@dataclass
class Shelf:
    """Columns of numbers, one row for each offer; a row stays where it is once it is there."""

    count: int = 0
    columns: dict[str, Array] = field(default_factory=dict)
    row_of: dict[OfferId, int] = field(default_factory=dict)
    words: "Flat" = field(default_factory=lambda: Flat(("word", "head")))
    dates: "Flat" = field(default_factory=lambda: Flat(("first", "last", "part")))

    def __post_init__(self) -> None:
        """Begin with room for a few."""
        for name, (kind, shape) in _COLUMNS.items():
            self.columns[name] = np.zeros((64, *shape), kind)

    def __getitem__(self, name: str) -> Array:
        """A column, as far as it is filled."""
        return self.columns[name][: self.count]

    def put(self, offer: Offer, sense: Sense, *, is_understood: bool) -> None:
        """Take in an offer, in the place of what was known of it."""
        row = self.row_of.get(offer.id)
        if row is None:
            row = self.row_of[offer.id] = self._new_row()
        else:
            self.words.drop(row)
            self.dates.drop(row)
        for name, value in _values(offer, sense, is_understood).items():
            self.columns[name][row] = value
        self._add_lists(row, offer)

    def _new_row(self) -> int:
        if self.count == len(self.columns["id"]):
            for name, column in self.columns.items():
                self.columns[name] = np.concatenate([column, np.zeros_like(column)])
        self.count += 1
        return self.count - 1

    def _add_lists(self, row: int, offer: Offer) -> None:
        heads, others = facts.words_of(offer.details)
        if facts.is_there(offer):
            self.words.add(row, [(word, 1) for word in heads] + [(word, 0) for word in others])
            self.dates.add(row, [(s.first, s.last, s.part) for s in facts.spans(offer.details)])


class Flat:
    """Lists of numbers of many rows one after the other, so that all are searched at once."""

    def __init__(self, names: Sequence[str]) -> None:
        """Name the numbers that each thing in a list has."""
        self._names = tuple(names)
        self._count = 0
        self._dropped = 0
        self._rows = np.zeros(256, np.int32)
        self._values = np.zeros((len(self._names), 256), np.int64)
        self._begins: dict[int, int] = {}

    @property
    def rows(self) -> NDArray[np.int32]:
        """The row of each thing; -1 for those that were dropped."""
        return self._rows[: self._count]

    def __getitem__(self, name: str) -> NDArray[np.int64]:
        """One number of each thing."""
        return self._values[self._names.index(name), : self._count]

    def add(self, row: int, things: Sequence[tuple[int, ...]]) -> None:
        """Append the list of a row that has none."""
        while self._count + len(things) > len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
            self._values = np.concatenate([self._values, np.zeros_like(self._values)], axis=1)
        if things:
            until = self._count + len(things)
            self._rows[self._count : until] = row
            self._values[:, self._count : until] = np.array(things, np.int64).T
            self._begins[row] = self._count
            self._count = until

    def drop(self, row: int) -> None:
        """Forget the list of a row; the room of many that were dropped is used again."""
        begin = until = self._begins.pop(row, self._count)
        while until < self._count and self._rows[until] == row:
            until += 1
        self._rows[begin:until] = -1
        self._dropped += until - begin
        if self._dropped > max(_MANY, self._count // 2):
            self._close_ranks()

    def _close_ranks(self) -> None:
        kept = np.flatnonzero(self.rows >= 0)
        self._rows[: len(kept)] = self._rows[kept]
        self._values[:, : len(kept)] = self._values[:, kept]
        self._count, self._dropped = len(kept), 0
        firsts = np.flatnonzero(np.diff(self.rows, prepend=-1))
        self._begins = dict(zip(self.rows[firsts].tolist(), firsts.tolist(), strict=True))


def _values(offer: Offer, sense: Sense, is_understood: bool) -> dict[str, Any]:
    details = offer.details
    venue, schedule = details.venue, details.schedule
    return {
        "id": offer.id,
        "there": facts.is_there(offer),
        "ends": facts.last_day(details),
        "begins": 0 if details.valid_from is None else details.valid_from.toordinal(),
        "full": 0 if details.full_until is None else details.full_until.toordinal(),
        "point": (0.0, 0.0, 0.0) if venue.point is None else facts.on_sphere(venue.point),
        "placed": venue.point is not None,
        "online": venue.is_online,
        "kind": facts.KINDS.index(details.kind),
        # Where beginners are welcome, no level keeps anybody away.
        "level": 1 if details.beginners_welcome else details.dutch_level or 0,
        "price": facts.price_of(details),
        "children": facts.said(details.child_friendly),
        "women": facts.said(details.women_only),
        "transport": facts.said(details.by_transport),
        "checked": details.is_checked,
        "audience": audience_of(details, sense),
        "slots": facts.weekly_slots(details),
        "dated": bool(schedule.dates),
        "appointment": schedule.by_appointment,
        "organiser": zlib.crc32(fold(details.organisation or "").encode()),
        "subjects": sense.places,
        "chances": sense.chances,
        "meaning": sense.meaning,
        "understood": is_understood,
    }
