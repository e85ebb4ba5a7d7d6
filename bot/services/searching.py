"""The search of each phone: for whom, what, where and when; three activities at a time; what was saved."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.domain.errors import NotYours, OfferGone, SayWho
from bot.domain.ids import NewcomerId, OfferId
from bot.domain.interest import Interest
from bot.domain.people import Account
from bot.domain.place import Place
from bot.domain.search import REACHES_KM, USUAL_REACH_KM, Found, Match, Search
from bot.services.dossiers import Dossiers
from bot.services.looking import Looking
from bot.services.ports import Work
from bot.services.surroundings import Surroundings

SURELY_A_WISH, SURELY_ABOUT = 0.75, 0.45
"""From these chances on, words that nothing else explains are taken for a wish, and one of their subjects for
what it is about."""
LIKELY_A_WISH = 0.4
"""From this chance on, what somebody wrote who looks for an activity is taken for what they want."""
_MOST_SEEN = 300
_MOST_SAVED = 24


class Searching:
    """A search for oneself, or of a begeleider for one of their people."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._around = surroundings
        self._dossiers = Dossiers(work, now, surroundings)
        self._looking = Looking(work, now, surroundings)

    @property
    def today(self) -> dt.date:
        """The day in the bot's time zone."""
        return self._dossiers.today

    async def whom(self, account: Account, asked: int | None) -> NewcomerId | None:
        """For whom this phone looks; None for somebody without a dossier, or for nobody in particular.

        Args:
            account: Whose phone it is.
            asked: The newcomer whom a button names.

        Raises:
            NotYours: The newcomer is not in this person's care, or not on this phone.
            SayWho: The phone serves several newcomers, who choose by name first.
        """
        if account.is_begeleider:
            return await self._guided(account, asked)
        if asked is None:
            speaker = self._dossiers.speaker(account)
            if speaker is None and account.newcomer_ids:
                raise SayWho
            return speaker
        if asked not in account.newcomer_ids:
            raise NotYours
        return NewcomerId(asked)

    async def _guided(self, account: Account, asked: int | None) -> NewcomerId | None:
        if asked is None:
            return None
        newcomer = await self._work.people.newcomer(NewcomerId(asked))
        if newcomer is None or not await self._dossiers.may_guide(
            account.as_begeleider(), newcomer.begeleider_id
        ):
            raise NotYours
        return newcomer.id

    # The search as it is.

    async def current(self, account: Account, whom: NewcomerId | None) -> Search:
        """What this phone looks for; for somebody else than before, only the place is the same."""
        found = await self._work.searches.get(account.id)
        if found is None:
            return Search()
        search, _, of = found
        if of == whom:
            return search
        return Search() if account.is_begeleider else without_words(search, keeps_ticks=False)

    async def has_looked(self, account: Account) -> bool:
        """Did this phone look for anything before?"""
        return await self._work.searches.get(account.id) is not None

    async def begin(self, account: Account, whom: NewcomerId | None) -> Search:
        """Look anew: ticks, place and times stay; what was written and what was shown do not."""
        search = without_words(await self.current(account, whom), keeps_ticks=True)
        return await self.keep(account, whom, search)

    async def wish(
        self, account: Account, whom: NewcomerId | None, wish: Search, *, keeps_ticks: bool = False
    ) -> Search:
        """Look for what somebody wrote; where they did not say a place, it is the one of before.

        Args:
            account: Whose phone it is.
            whom: For whom it is.
            wish: What their words say.
            keeps_ticks: Were they written on the screen with interests to tick?
        """
        before = await self.current(account, whom)
        if wish.is_open and wish.place is not None:
            # Only a place: the rest is as it was.
            before = replace(before, place=wish.place, reach_km=None)
            return await self.keep(account, whom, before if wish.times.are_any else with_times(before, wish))
        if wish.is_open and keeps_ticks:
            return await self.keep(account, whom, with_times(before, wish))
        ticks = before.interests if keeps_ticks else ()
        interests = tuple(dict.fromkeys((*wish.interests, *ticks)))
        place = wish.place or before.place
        reach = wish.reach_km or (
            before.reach_km if _is_same(wish.place or before.place, before.place) else None
        )
        return await self.keep(account, whom, replace(wish, interests=interests, place=place, reach_km=reach))

    async def change(self, account: Account, whom: NewcomerId | None, **changes: Any) -> Search:
        """Change parts of the search by name, such as `reach_km`."""
        return await self.keep(account, whom, replace(await self.current(account, whom), **changes))

    async def tick(
        self, account: Account, whom: NewcomerId | None, interest: Interest, *, is_wanted: bool
    ) -> Search:
        """Tick an interest, or take its tick away; ticks stand for what was written before."""
        search = without_words(await self.current(account, whom), keeps_ticks=True)
        others = tuple(one for one in search.interests if one is not interest)
        return await self.keep(
            account, whom, replace(search, interests=(*others, interest) if is_wanted else others)
        )

    async def like(self, account: Account, whom: NewcomerId | None, offer_id: int) -> Search:
        """Look for what is like this offer, which itself need not be shown."""
        search = await self.current(account, whom)
        if self._around.finder is None:
            return search
        found = self._around.finder.like(OfferId(offer_id), search)
        return await self.keep(account, whom, found, seen=(OfferId(offer_id),))

    async def nearer(self, account: Account, whom: NewcomerId | None) -> Search | None:
        """Look no further than the next shorter distance; None when there is none."""
        search = await self.current(account, whom)
        reach = search.reach_km or USUAL_REACH_KM
        shorter = [km for km in REACHES_KM if km < reach]
        if search.place is None or not shorter:
            return None
        return await self.keep(account, whom, replace(search, reach_km=max(shorter)))

    async def keep(
        self,
        account: Account,
        whom: NewcomerId | None,
        search: Search,
        *,
        seen: Sequence[OfferId] = (),
    ) -> Search:
        """This is what the phone looks for from now on."""
        await self._work.searches.set(account.id, search, seen=seen, newcomer_id=whom, at=self._now)
        return search

    def about(self, search: Search) -> Sequence[Interest]:
        """What a search is about: what was ticked, then what its words say."""
        return self._looking.about(search)

    def places(self, typed: str) -> Sequence[Place]:
        """What somebody means who typed where they live: one when it is sure, else some to choose from."""
        known = self._around.places
        if known is None:
            return ()
        found, surely = known.search(typed), known.locate(typed, None)
        same = [place for place in found if surely is not None and place.name == surely.name]
        return same or found

    def surely(self, typed: str) -> Place | None:
        """The place that these words are for sure; None for any other words."""
        known = self._around.places
        return known.locate(typed, None) if known is not None else None

    # Activities.

    async def next(self, account: Account, whom: NewcomerId | None) -> Found:
        """The best three that this search has not shown yet; from now on it has."""
        found = await self._work.searches.get(account.id)
        is_theirs = found is not None and found[2] == whom
        search = found[0] if found and is_theirs else await self.current(account, whom)
        seen = found[1] if found and is_theirs else ()
        shown = await self._looking.find(search, whom, without=seen)
        ids = tuple(match.offer.id for match in shown.matches)
        await self.keep(account, whom, search, seen=(*seen, *ids)[-_MOST_SEEN:])
        return replace(shown, are_others=bool(seen))

    async def again(self, account: Account, whom: NewcomerId | None) -> Found:
        """The best three of all, whatever was shown before."""
        await self.keep(account, whom, await self.current(account, whom))
        return await self.next(account, whom)

    async def shown(self, account: Account, whom: NewcomerId | None, offer_ids: Sequence[OfferId]) -> Found:
        """These offers again, in this order, as far as they are still open."""
        return await self._looking.these(await self.current(account, whom), whom, offer_ids)

    async def look_at(self, account: Account, whom: NewcomerId | None, offer_id: OfferId) -> Match:
        """One offer, with why it was found.

        Raises:
            OfferGone: It is not open any more, or not for this newcomer.
        """
        found = await self.shown(account, whom, [offer_id])
        if not found.matches:
            raise OfferGone
        return found.matches[0]

    # What was saved.

    async def save(self, account: Account, offer_id: OfferId) -> None:
        """Keep an offer for later."""
        await self._work.searches.save_offer(account.id, offer_id, at=self._now)

    async def drop(self, account: Account, offer_id: OfferId) -> None:
        """Keep it no longer."""
        await self._work.searches.drop_offer(account.id, offer_id)

    async def saved(self, account: Account) -> Sequence[OfferId]:
        """What was saved, newest first."""
        return (await self._work.searches.saved(account.id))[:_MOST_SAVED]


def without_words(search: Search, *, keeps_ticks: bool) -> Search:
    """The same place, distance and times; the ticks, too, when they are kept."""
    return Search(
        interests=search.interests if keeps_ticks else (),
        place=search.place,
        reach_km=search.reach_km,
        times=search.times if keeps_ticks else Search().times,
        needs=search.needs if keeps_ticks else frozenset(),
    )


def with_times(search: Search, wish: Search) -> Search:
    """The same search, at the times that were written and with what else is needed."""
    times = search.times if wish.times.are_any else wish.times
    return replace(search, times=times, needs=search.needs | wish.needs)


def says_what(wish: Search) -> bool:
    """Do the words say what somebody wants, or for whom, so that activities can be shown at once?"""
    is_said = not wish.is_open or bool(wish.needs) or not wish.times.are_any
    return is_said and wish.confidence >= LIKELY_A_WISH


def is_surely(wish: Search) -> bool:
    """Do words that nobody asked for surely say what somebody would like to do?"""
    is_about = max(wish.subjects.values(), default=0.0) >= SURELY_ABOUT
    return wish.confidence >= SURELY_A_WISH and (is_about or bool(wish.kinds))


def _is_same(place: Place | None, other: Place | None) -> bool:
    """Are they one place? A kept one does not say how many people live there."""
    return (place and (place.name, place.municipality)) == (other and (other.name, other.municipality))
