"""Begeleiders look after the catalogue: adding an offer, correcting a part, checking the two conditions.

The catalogue is shared: every begeleider may do so, and everybody sees who did.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.errors import OfferGone
from bot.domain.folding import fold
from bot.domain.ids import BegeleiderId, OfferId
from bot.domain.offer import IN_CHAT, Checked, Offer, OfferDetails, Venue
from bot.domain.offer_fields import CONDITIONS, OfferField, having, nothing_said, read_field, value_of
from bot.domain.people import Account
from bot.services.catalogue_ports import WhoChanged
from bot.services.ports import Work
from bot.services.surroundings import Surroundings

ONLINE = "online"
TITLES_SHOWN = 24
CHANGES_SHOWN = 4
MOST_COUNTED = 100
_LOOKED_AT = 50
"""So many unchecked offers are read at once, to find one that is not over."""
_POSTCODE = re.compile(r"\b[1-9]\d{3}\b")

Draft = Mapping[str, str | None]
"""What was said of a new offer, by field: the words, or None for what was skipped."""


@dataclass(frozen=True, kw_only=True)
class Changed:
    """What became of an offer."""

    offer: Offer
    change_id: int | None
    """To undo it by; None when nothing changed."""


class CatalogueCare:
    """What begeleiders do for offers."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._around = surroundings

    @property
    def today(self) -> dt.date:
        """The day in the bot's time zone."""
        return self._now.astimezone(self._around.zone).date()

    # Looking up.

    async def get(self, account: Account, offer_id: int) -> Offer:
        """An offer, whether it is still open or not.

        Raises:
            NotYours: It is no begeleider's account.
            OfferGone: There is none.
        """
        account.as_begeleider()
        offer = await self._work.offers.get(OfferId(offer_id))
        if offer is None:
            raise OfferGone
        return offer

    async def titled(self, account: Account, words: str) -> Sequence[Offer]:
        """The offers with these words in their title, newest first; at most `TITLES_SHOWN`.

        Raises:
            NotYours: It is no begeleider's account.
        """
        account.as_begeleider()
        return await self._work.offers.titled(words, limit=TITLES_SHOWN)

    async def changes(self, offer: Offer) -> Sequence[WhoChanged]:
        """Who corrected or marked what last, newest first."""
        found = await self._work.offer_changes.of(offer.id, limit=CHANGES_SHOWN)
        names = await self._names({change.by for change in found})
        return [WhoChanged(change=change, name=names.get(change.by)) for change in found]

    async def checkers(self, details: OfferDetails) -> Mapping[BegeleiderId | None, str]:
        """The names of who checked the conditions, by id."""
        return await self._names({details.in_dutch.by, details.social.by})

    async def _names(self, ids: set[BegeleiderId | None]) -> dict[BegeleiderId | None, str]:
        known = [await self._work.people.begeleider(one) for one in sorted(i for i in ids if i is not None)]
        return {one.id: one.name for one in known if one is not None and one.name}

    # Reading what is typed.

    def read(self, field: OfferField, typed: str) -> Any:
        """What somebody typed or tapped for a part; None when it is nothing of the kind.

        Args:
            field: Which part.
            typed: Their words, such as "ma 19:00-21:00" for the time.
        """
        if field is OfferField.PLACE:
            return self._venue(typed)
        return read_field(field, typed, self.today)

    def _venue(self, typed: str) -> Venue | None:
        line = " ".join(typed.split())
        if fold(line) == ONLINE:
            return Venue(is_online=True)
        if self._around.places is None or len(line) > 200:
            return None
        found = _POSTCODE.search(line)
        postcode = found[0] if found else None
        place = self._around.places.locate(line, postcode)
        if place is None:
            return None
        return Venue(name=line, postcode=postcode, point=place.point, municipality=place.municipality)

    def details(self, account: Account, draft: Draft) -> OfferDetails:
        """The offer that a draft comes to; what cannot be read any more was not said.

        Raises:
            NotYours: It is no begeleider's account.
        """
        details = self.with_words(OfferDetails(title=""), draft)
        for field in CONDITIONS:
            if (checked := value_of(details, field)).holds is not None:
                details = having(details, field, self._signed(account, field, checked))
        return details

    def with_words(self, details: OfferDetails, draft: Draft) -> OfferDetails:
        """The same offer with what a draft says of it, and without what it leaves empty."""
        for field in (one for one in OfferField if one in draft):
            typed = draft[field]
            value = nothing_said(field) if typed is None else self.read(field, typed)
            if value is not None or typed is None:
                details = having(details, field, value)
        return details

    def _signed(self, account: Account, field: OfferField, value: Any) -> Any:
        return replace(value, by=account.as_begeleider()) if field in CONDITIONS else value

    # Changing.

    async def add(self, account: Account, draft: Draft, *, mark: int) -> Offer:
        """Keep a new offer; the same draft again changes nothing.

        Args:
            account: The begeleider's.
            draft: With a title at least.
            mark: Tells this draft from another one of the same begeleider and day.

        Raises:
            NotYours: It is no begeleider's account.
        """
        begeleider_id = account.as_begeleider()
        reference = f"{begeleider_id}-{self.today:%Y%m%d}-{mark}"
        await self._work.offers.lock()
        if (known := (await self._work.offers.stored(IN_CHAT, [reference])).get(reference)) is not None:
            return known.offer
        details = self.details(account, draft)
        offer_id = await self._work.offers.add(IN_CHAT, reference, details, is_imported=False, at=self._now)
        await self._work.offer_changes.note(
            offer_id, begeleider_id, OfferField.TITLE, before=None, at=self._now
        )
        return await self.get(account, offer_id)

    async def correct(self, account: Account, offer_id: int, field: OfferField, typed: str | None) -> Changed:
        """Correct one part of an offer; a newer file of its source leaves that as it is.

        Args:
            account: The begeleider's.
            offer_id: Of any offer.
            field: Which part.
            typed: What `read` understands; None to empty the part.

        Raises:
            NotYours: It is no begeleider's account.
            OfferGone: There is no such offer.
            ValueError: What was typed is nothing of the kind.
        """
        value = nothing_said(field) if typed is None else self.read(field, typed)
        if value is None and typed is not None:
            raise ValueError(f"not understood as {field}")
        return await self._change(account, offer_id, field, value)

    async def mark(
        self, account: Account, offer_id: int, field: OfferField, holds: bool | None, *, seen: bool | None
    ) -> Changed:
        """Say whether one of the two conditions holds (`bewijs-wat-gecontroleerd`).

        Args:
            account: The begeleider's.
            offer_id: Of any offer.
            field: `IN_DUTCH` or `SOCIAL`.
            holds: Does it hold? None to leave it open again.
            seen: What the begeleider saw when they decided; when a colleague decided otherwise
                meanwhile, nothing changes.

        Raises:
            NotYours, OfferGone: As with `correct`.
        """
        by = account.as_begeleider()
        await self._work.offers.lock()
        offer = await self.get(account, offer_id)
        if value_of(offer.details, field).holds is not seen:
            return Changed(offer=offer, change_id=None)
        checked = Checked(holds=holds, by=by if holds is not None else None)
        return await self._change(account, offer_id, field, checked)

    async def _change(self, account: Account, offer_id: int, field: OfferField, value: Any) -> Changed:
        by = account.as_begeleider()
        await self._work.offers.lock()
        offer = await self.get(account, offer_id)
        value = self._signed(account, field, value) if getattr(value, "holds", None) is not None else value
        if _same(value_of(offer.details, field), value):
            return Changed(offer=offer, change_id=None)
        await self._work.offers.change(offer.id, having(offer.details, field, value), at=self._now)
        change_id = await self._work.offer_changes.note(
            offer.id, by, field, before=offer.details, at=self._now
        )
        return Changed(offer=await self.get(account, offer_id), change_id=change_id)

    async def undo(self, account: Account, change_id: int) -> Offer | None:
        """Take back a correction or a mark; None when somebody changed the same part since.

        Raises:
            NotYours: It is no begeleider's account, or a colleague made the change.
            OfferGone: There is no such offer any more.
        """
        by = account.as_begeleider()
        await self._work.offers.lock()
        change = await self._work.offer_changes.get(change_id)
        if change is None or change.by != by or change.before is None:
            return None
        later = await self._work.offer_changes.of(change.offer_id, limit=CHANGES_SHOWN * 5)
        if any(one.field is change.field and one.id > change.id for one in later):
            return None
        offer = await self.get(account, change.offer_id)
        before = value_of(change.before, change.field)
        await self._work.offers.change(offer.id, having(offer.details, change.field, before), at=self._now)
        await self._work.offer_changes.drop(change.id)
        return await self.get(account, offer.id)

    # What is still to be checked.

    async def count_unchecked(self, account: Account) -> int:
        """How many offers wait to be checked and are not over; counted no further than `MOST_COUNTED`.

        Raises:
            NotYours: It is no begeleider's account.
        """
        account.as_begeleider()
        count, last = 0, None
        for _ in range(MOST_COUNTED // _LOOKED_AT * 5):
            offers = await self._work.offers.unchecked(limit=_LOOKED_AT, before=last)
            count += sum(one.is_open(self.today) for one in offers)
            if len(offers) < _LOOKED_AT or count >= MOST_COUNTED:
                break
            last = offers[-1].id
        return min(count, MOST_COUNTED)

    async def next_unchecked(self, account: Account, *, before: int | None = None) -> Offer | None:
        """The newest offer that is to be checked and not over; the next older one with `before`.

        Raises:
            NotYours: It is no begeleider's account.
        """
        account.as_begeleider()
        last = None if before is None else OfferId(before)
        while offers := await self._work.offers.unchecked(limit=_LOOKED_AT, before=last):
            if (found := next((one for one in offers if one.is_open(self.today)), None)) is not None:
                return found
            last = offers[-1].id
        return None

    # Wishes.

    async def wishes(self, account: Account) -> Sequence[tuple[str, str | None, int]]:
        """Open wishes by interest and municipality: how many people, and nothing of whom.

        Raises:
            NotYours: It is no begeleider's account.
        """
        account.as_begeleider()
        return await self._work.wishes.counts()


def _same(one: Any, other: Any) -> bool:
    """Do both say the same, whoever says so?"""
    if isinstance(one, Checked) and isinstance(other, Checked):
        return one.holds is other.holds
    return bool(one == other)
