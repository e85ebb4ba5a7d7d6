"""The catalogue as the finder holds it: takes in what changed, and finds what fits in milliseconds."""

import datetime as dt
import threading
from collections.abc import Collection, Sequence
from typing import Self

import numpy as np

from bot.domain.ids import OfferId
from bot.domain.interest import Interest
from bot.domain.offer import Offer
from bot.domain.search import Hit, Hits, Miss, Search
from bot.offers import agreement, circumstances, ranking
from bot.offers.circumstances import Flags
from bot.offers.model import Model
from bot.offers.ranking import ENOUGH, RELATED, Judged
from bot.offers.sense import Floats, Sense
from bot.offers.senses import quick_sense
from bot.offers.shelf import Shelf
from bot.offers.shelved import Shelved
from bot.offers.subjects import subject_ids, subjects
from bot.offers.wanted import Wanted, interests_of, pack_meaning, wanted

A_WISH = 0.1
"""Words that are less likely a wish for an activity than this find nothing."""
BESIDE_BEST = 0.1
"""The least share that an offer must have of the agreement of the best one in the whole catalogue."""
BESIDE_FIRST = 0.25
"""And of that of the best one that is shown: better two right ones than a third that is not."""
WORTH_A_JOURNEY = 0.5
"""The least agreement of an offer that is farther than near."""
AS_GOOD = 0.6
"""An offer for a group apart is left out where another one has such a share of its agreement."""
BELIEVED = 0.28
"""With less agreement than this, what is shown is said to be only the nearest."""
_MOST_INTERESTS = 3


class Catalogue:
    """A shelf and a finder (`bot/services/offer_ports.py`); safe to share between threads."""

    def __init__(self, model: Model) -> None:
        """Begin empty; the model reads offers whose sense is not worked out yet."""
        self._model = model
        self._shelf = Shelf()
        self._version = 0
        self._lock = threading.Lock()

    @classmethod
    def load(cls) -> Self:
        """Load the model for an empty catalogue."""
        return cls(Model.load())

    @property
    def version(self) -> int:
        """The catalogue's version up to which this is complete; 0 when it is empty."""
        return self._version

    def put(self, shelved: Sequence[Shelved], *, version: int) -> None:
        """Take in what is new or changed; it is complete up to this version from now on."""
        for one in shelved:
            sense = Sense.unpack(one.sense, self._model.edition) if one.sense else None
            quick = sense or self._quick(one.offer)
            # One at a time: whoever looks for something meanwhile, all of whose chats wait, comes between.
            with self._lock:
                self._shelf.put(one.offer, quick, is_understood=sense is not None)
        self._version = version

    def find(
        self,
        search: Search,
        *,
        today: dt.date,
        without: Collection[OfferId] = (),
        only: Collection[OfferId] | None = None,
        limit: int = 3,
    ) -> Hits:
        """Look up the best offers.

        Args:
            search: What is wanted.
            today: The day in the bot's time zone.
            without: Offers not to show: seen already, or refused by the begeleider.
            only: Look among these alone; None for all.
            limit: The most to return.
        """
        with self._lock:
            if not self._shelf.count or _is_no_wish(search):
                return Hits(hits=(), nothing_fits=True)
            return _Finding(self._shelf, search, today).best(self._allowed(without, only), limit)

    def like(self, offer_id: OfferId, search: Search) -> Search:
        """A search for what is like this offer, near the place of the other search."""
        with self._lock:
            subjects_there, meaning = self._about(offer_id)
        return Search(
            subjects=subjects_there,
            sense=meaning,
            confidence=1.0,
            place=search.place,
            reach_km=search.reach_km,
            times=search.times,
            needs=search.needs,
        )

    def interests_of(self, search: Search) -> Sequence[Interest]:
        """What a search is about: what was ticked, then what its words say, most of all first."""
        return interests_of(search)

    def _about(self, offer_id: OfferId) -> tuple[dict[str, float], bytes]:
        row = self._shelf.row_of.get(offer_id)
        if row is None:
            return {}, b""
        ids, shelf = subject_ids(), self._shelf
        chances = zip(shelf["subjects"][row].tolist(), shelf["chances"][row].tolist(), strict=True)
        about = {ids[place]: chance / 255 for place, chance in chances if place < len(ids) and chance > 25}
        meaning = shelf["meaning"][row].astype(np.float32) / 127.0
        return about, pack_meaning(meaning) if shelf["understood"][row] else b""

    def _quick(self, offer: Offer) -> Sense:
        return quick_sense(self._model, offer.details)

    def _allowed(self, without: Collection[OfferId], only: Collection[OfferId] | None) -> Flags:
        rows = self._shelf.row_of
        allowed = np.full(self._shelf.count, only is None, np.bool_)
        if only is not None:
            allowed[[rows[one] for one in only if one in rows]] = True
        allowed[[rows[one] for one in without if one in rows]] = False
        return allowed


class _Finding:
    """One search of the shelf."""

    def __init__(self, shelf: Shelf, search: Search, today: dt.date) -> None:
        self._shelf, self._search = shelf, search
        self._wanted: Wanted = wanted(search)
        found = agreement.agreement(shelf, search, self._wanted)
        self._judged: Judged = ranking.judge(
            shelf,
            search,
            found,
            circumstances.kilometres(shelf, search.place),
            circumstances.when(shelf, search.times, today),
        )
        self._open = circumstances.is_open(shelf, today) & circumstances.is_fit(shelf, search)
        self._apart = ranking.is_apart(shelf, search)
        self._worth = ranking.worth(shelf, search, self._judged, today.toordinal())

    def best(self, allowed: Flags, limit: int) -> Hits:
        """What fits; where nothing does, what is nearest to it."""
        possible = self._open & allowed
        if self._names_no_subject():
            return self._anything(possible, limit)
        sure, related = self._judged.agreement.sure, self._judged.agreement.related
        # What is elsewhere, or full, tells how well something here must fit to be what is meant.
        enough = max(ENOUGH, BESIDE_BEST * float(sure.max()))
        suits = possible & self._judged.suits
        fits = suits & ~self._judged.far & (sure >= enough)
        if not fits.any():
            fits = suits & (sure >= max(enough, WORTH_A_JOURNEY))
        others = fits & ~self._apart
        if sure[others].max(initial=0.0) >= AS_GOOD * sure[fits].max(initial=0.0):
            fits = others
        if fits.any():
            fits &= sure >= BESIDE_FIRST * float(sure[fits].max())
            is_doubtful = float(sure[fits].max()) < BELIEVED
            return Hits(hits=self._hits(fits, sure * self._worth, limit), nothing_fits=is_doubtful)
        nearest = possible & ~self._judged.beyond & (sure >= enough)
        if not nearest.any():
            nearest = possible & ~self._judged.beyond & (related >= RELATED)
        return Hits(hits=self._hits(nearest, related * self._worth, limit), nothing_fits=True)

    def _names_no_subject(self) -> bool:
        search = self._search
        return not (search.interests or search.subjects or search.terms)

    def _anything(self, possible: Flags, limit: int) -> Hits:
        if self._search.kinds:
            possible = possible & ranking.is_of(self._shelf, self._search.kinds)
        fits = possible & self._judged.suits
        chosen = fits if fits.any() else possible
        easy = np.where(self._shelf["level"] > 2, 0.85, 1.0).astype(np.float32)
        return Hits(hits=self._hits(chosen, self._worth * easy, limit), nothing_fits=not fits.any())

    def _hits(self, flags: Flags, scores: Floats, limit: int) -> tuple[Hit, ...]:
        rows = np.flatnonzero(flags).tolist()
        return tuple(
            self._hit(row, float(scores[row])) for row in ranking.varied(self._shelf, rows, scores, limit)
        )

    def _hit(self, row: int, score: float) -> Hit:
        judged = self._judged
        km = None if judged.km is None or np.isnan(judged.km[row]) else round(float(judged.km[row]), 1)
        return Hit(
            offer_id=OfferId(int(self._shelf["id"][row])),
            fit=min(max(score, 0.0), 1.0),
            km=km,
            interests=self._interests(row),
            suits=bool(judged.when.suits[row]),
            misses=self._misses(row),
        )

    def _interests(self, row: int) -> tuple[Interest, ...]:
        ids = subject_ids()
        pairs = zip(self._shelf["subjects"][row].tolist(), self._shelf["chances"][row].tolist(), strict=True)
        weighed = {
            subjects()[ids[place]].interest: chance * float(self._wanted.near[place])
            for place, chance in reversed(list(pairs))
            if place < len(ids)
        }
        best = sorted((one for one in weighed if weighed[one] > 10), key=lambda one: -weighed[one])
        return tuple(best[:_MOST_INTERESTS])

    def _misses(self, row: int) -> frozenset[Miss]:
        judged = self._judged
        is_other = not self._names_no_subject() and judged.agreement.sure[row] < ENOUGH
        found = {
            Miss.FAR: judged.far[row],
            Miss.OTHER_TIMES: judged.when.other[row],
            Miss.MORE_DUTCH: judged.hard[row],
            Miss.NOT_FREE: judged.price[row],
            Miss.NOT_FOR_WOMEN_ONLY: judged.mixed[row],
            Miss.OTHER_SUBJECT: is_other,
        }
        return frozenset(miss for miss, holds in found.items() if holds)


def _is_no_wish(search: Search) -> bool:
    """Words, and nothing ticked, that hardly can be a wish."""
    return bool(search.sense) and not search.interests and search.confidence < A_WISH
