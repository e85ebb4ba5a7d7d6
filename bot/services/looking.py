"""Finding activities: what the catalogue in memory finds is looked up again in the database.

So nothing is shown that ended, filled up or was refused meanwhile, whatever memory says.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.domain.ids import NewcomerId, OfferId
from bot.domain.interest import Interest
from bot.domain.offer import Offer
from bot.domain.search import Found, Hit, Hits, Match, Search
from bot.services.ports import Work
from bot.services.surroundings import Surroundings

A_LIST = 3
"""So many activities are shown at a time."""
_LOOKS = 4
"""So often it looks again when what was found turns out to be over."""


class Looking:
    """The best activities of the moment, or given ones, each still open."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._finder = surroundings.finder
        self.today = now.astimezone(surroundings.zone).date()

    def about(self, search: Search) -> Sequence[Interest]:
        """What a search is about: what was ticked, then what its words say."""
        return search.interests if self._finder is None else self._finder.interests_of(search)

    async def find(
        self,
        search: Search,
        whom: NewcomerId | None,
        *,
        without: Collection[OfferId] = (),
        limit: int = A_LIST,
    ) -> Found:
        """The best that are open and that this newcomer may be shown."""
        left_out = {*without, *await self._not_for(whom)}
        hits, matches = Hits(hits=(), nothing_fits=True), list[Match]()
        for _ in range(_LOOKS):
            hits = self._hits(search, without=left_out, limit=limit)
            matches = await self._open(hits.hits)
            if len(matches) == len(hits.hits):
                break
            left_out |= {hit.offer_id for hit in hits.hits} - {match.offer.id for match in matches}
        return Found(
            matches=tuple(matches),
            nothing_fits=hits.nothing_fits or not matches,
            search=search,
            at=self.today,
        )

    async def these(self, search: Search, whom: NewcomerId | None, offer_ids: Sequence[OfferId]) -> Found:
        """These offers, in this order, as far as they are open and for this newcomer."""
        hits = self._hits(search, only=offer_ids)
        known = {hit.offer_id: hit for hit in hits.hits}
        matches = await self._open(
            [known.get(one) or Hit(offer_id=one, fit=0.0, km=None) for one in offer_ids]
        )
        refused = await self._refused(whom)
        kept = tuple(self._with_distance(match, search) for match in matches if match.offer.id not in refused)
        return Found(
            matches=kept, nothing_fits=bool(hits.hits) and hits.nothing_fits, search=search, at=self.today
        )

    def _hits(
        self,
        search: Search,
        *,
        without: Collection[OfferId] = (),
        only: Collection[OfferId] | None = None,
        limit: int = A_LIST,
    ) -> Hits:
        if self._finder is None:
            return Hits(hits=(), nothing_fits=True)
        return self._finder.find(search, today=self.today, without=without, only=only, limit=limit)

    async def _open(self, hits: Sequence[Hit]) -> list[Match]:
        offers = await self._work.offers.many([hit.offer_id for hit in hits])
        limited = [offer.id for offer in offers.values() if offer.details.capacity is not None]
        taken = await self._work.participations.alive_counts(limited) if limited else {}
        found = [(hit, offers.get(hit.offer_id)) for hit in hits]
        return [
            Match(offer=offer, hit=hit)
            for hit, offer in found
            if offer is not None and offer.is_open(self.today) and has_room(offer, taken.get(offer.id, 0))
        ]

    def _with_distance(self, match: Match, search: Search) -> Match:
        point = match.offer.details.venue.point
        if match.hit.km is not None or search.place is None or point is None:
            return match
        return replace(match, hit=replace(match.hit, km=search.place.point.km_to(point)))

    async def _not_for(self, whom: NewcomerId | None) -> set[OfferId]:
        """What the begeleider refused, and where the newcomer goes already."""
        if whom is None:
            return set()
        going = {one.offer_id for one in await self._work.participations.of(whom) if one.is_alive}
        return going | await self._refused(whom)

    async def _refused(self, whom: NewcomerId | None) -> set[OfferId]:
        return set() if whom is None else set(await self._work.participations.refused(whom))


def has_room(offer: Offer, taken: int) -> bool:
    """Is there a place left, as far as it is known how many there are?"""
    capacity = offer.details.capacity
    return capacity is None or taken < capacity
