"""Takes a source's offers into the catalogue, and keeps what begeleiders corrected in them."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace

from bot.domain.offer import IN_CHAT, Checked, OfferDetails
from bot.services.finder_ports import Gazetteer
from bot.services.offer_ports import OfferChange, StoredOffer
from bot.services.ports import Work
from bot.services.surroundings import Surroundings


@dataclass(frozen=True, kw_only=True)
class Taken:
    """How many offers an import added, changed, and so on; each is counted once."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    vanished: int = 0
    back: int = 0
    """They had vanished, and are there again."""

    def __add__(self, other: "Taken") -> "Taken":
        """Both together."""
        sums = {one.name: getattr(self, one.name) + getattr(other, one.name) for one in fields(self)}
        return Taken(**sums)


class OfferImports:
    """What a source says, part by part; each part is a unit of work of its own."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now

    async def take_in(
        self, source: str, offers: Mapping[str, OfferDetails], *, is_trial: bool = False
    ) -> Taken:
        """Take over what the source changed since its last import.

        Args:
            source: Who gives them.
            offers: Some of its offers, by reference.
            is_trial: Only tell what would happen.

        Returns:
            How many were added, changed, back or as they were.
        """
        if not is_trial:
            # Of two imports at once, the second sees what the first has added.
            await self._work.offers.lock()
        stored = await self._work.offers.stored(source, list(offers))
        new = {reference: details for reference, details in offers.items() if reference not in stored}
        taken, changes = Taken(added=len(new)), []
        for reference, known in stored.items():
            change, counted = _compare(known, offers[reference])
            taken += counted
            if change is not None:
                changes.append(change)
        if not is_trial:
            await self._work.offers.add_many(source, new, at=self._now)
            await self._work.offers.change_many(changes, at=self._now)
        return taken

    async def drop_missing(self, source: str, seen: Collection[str], *, is_trial: bool = False) -> Taken:
        """What is not in a whole newer file of its source is no longer offered.

        Args:
            source: Who gave the file; what was added in the chat never vanishes.
            seen: Every reference in the file.
            is_trial: Only tell what would happen.
        """
        if source == IN_CHAT:
            return Taken()
        missing = set(await self._work.offers.references(source)) - set(seen)
        if not is_trial:
            await self._work.offers.vanish(source, missing, at=self._now)
        return Taken(vanished=len(missing))


def located(details: OfferDetails, places: Gazetteer) -> tuple[OfferDetails, bool]:
    """Find where an offer is, by its place or postcode; coordinates that were given stay.

    Args:
        details: As a source gives them.
        places: Knows Belgium's places.

    Returns:
        The details with point and municipality, and whether the place it names is known.
    """
    venue = details.venue
    is_named = bool(venue.name or venue.postcode)
    place = places.locate(venue.name, venue.postcode) if is_named else None
    is_known = place is not None or not is_named
    if place is None and venue.point is not None:
        place = places.nearest(venue.point)
    if place is None:
        return details, is_known
    found = replace(venue, point=venue.point or place.point, municipality=place.municipality)
    return replace(details, venue=found), is_known


def _compare(known: StoredOffer, said: OfferDetails) -> tuple[OfferChange | None, Taken]:
    """What to change in an offer that is there, and how it counts."""
    is_back = known.offer.vanished_at is not None
    details = _merged(known, said)
    is_changed = details != known.offer.details
    taken = Taken(back=is_back, changed=is_changed and not is_back, unchanged=not (is_changed or is_back))
    if known.imported == said and not is_changed and not is_back:
        return None, taken
    return OfferChange(offer_id=known.offer.id, details=details, imported=said), taken


def _merged(known: StoredOffer, said: OfferDetails) -> OfferDetails:
    """Field by field: what the source says now where it says something else than before."""
    now, before = known.offer.details, known.imported or known.offer.details
    newer = {
        one.name: getattr(said, one.name)
        for one in fields(OfferDetails)
        if not _is_same(getattr(said, one.name), getattr(before, one.name))
        and not _is_same(getattr(said, one.name), getattr(now, one.name))
    }
    return _as_decided(now, before, replace(now, **newer))


def _as_decided(now: OfferDetails, before: OfferDetails, merged: OfferDetails) -> OfferDetails:
    """What no file takes back: a condition that a begeleider checked, a contact that they hid."""
    in_dutch = now.in_dutch if now.in_dutch.by is not None else merged.in_dutch
    social = now.social if now.social.by is not None else merged.social
    is_hidden = before.contact.is_public and not now.contact.is_public
    contact = replace(merged.contact, is_public=merged.contact.is_public and not is_hidden)
    return replace(merged, in_dutch=in_dutch, social=social, contact=contact)


def _is_same(one: object, other: object) -> bool:
    """Who checked a condition is no part of what a source says."""
    if isinstance(one, Checked) and isinstance(other, Checked):
        return one.holds == other.holds
    return one == other
