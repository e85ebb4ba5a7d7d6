"""What the services need for offers: the catalogue, the finder, participations, wishes."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bot.domain.ids import AccountId, BegeleiderId, NewcomerId, OfferId, ParticipationId, WishId
from bot.domain.interest import Interest
from bot.domain.kept_wish import KeptWish
from bot.domain.offer import Offer, OfferDetails
from bot.domain.participation import Participation
from bot.domain.search import Search


@dataclass(frozen=True, kw_only=True)
class StoredOffer:
    """An offer with what its source said last, to tell what a newer file changes."""

    offer: Offer
    imported: OfferDetails | None
    """None for an offer that was added in the chat."""


@dataclass(frozen=True, kw_only=True)
class Shelved:
    """An offer as the finder holds it."""

    offer: Offer
    sense: bytes | None
    """What its text is about, as `bot/offers/` works it out; None while that is still to be done."""
    version: int


@dataclass(frozen=True, kw_only=True)
class OfferChange:
    """Other details for an offer."""

    offer_id: OfferId
    details: OfferDetails
    imported: OfferDetails | None = None
    """What its source says now; None when somebody corrected it by hand."""


class Offers(Protocol):
    """The catalogue in the database; every change counts its version up."""

    async def get(self, offer_id: OfferId) -> Offer | None: ...
    async def many(self, offer_ids: Collection[OfferId]) -> Mapping[OfferId, Offer]: ...
    async def stored(self, source: str, references: Collection[str]) -> Mapping[str, StoredOffer]:
        """What is there of a source, by reference."""
        ...

    async def references(self, source: str) -> Collection[str]:
        """Every reference of a source that has not vanished."""
        ...

    async def add(
        self, source: str, reference: str, details: OfferDetails, *, is_imported: bool, at: dt.datetime
    ) -> OfferId: ...
    async def add_many(
        self, source: str, offers_by_reference: Mapping[str, OfferDetails], *, at: dt.datetime
    ) -> Sequence[OfferId]:
        """Many imported ones at once, by reference."""
        ...

    async def change(
        self,
        offer_id: OfferId,
        details: OfferDetails,
        *,
        imported: OfferDetails | None = None,
        at: dt.datetime,
    ) -> None:
        """Give it other details; with `imported`, this is what the source says now, and it is there again."""
        ...

    async def change_many(self, changes: Sequence[OfferChange], *, at: dt.datetime) -> None:
        """Give many other details at once."""
        ...

    async def lock(self) -> None:
        """Let nobody else change the catalogue until the unit of work ends."""
        ...

    async def vanish(self, source: str, references: Collection[str], *, at: dt.datetime) -> None: ...
    async def all(self, *, after: OfferId, limit: int) -> Sequence[Offer]:
        """Every offer by id, in pages; those that vanished too."""
        ...

    async def unchecked(self, *, limit: int, before: OfferId | None = None) -> Sequence[Offer]:
        """Those still there whose conditions nobody checked, newest first; older than `before`, if given."""
        ...

    async def titled(self, words: str, *, limit: int) -> Sequence[Offer]:
        """Those still there with these words in their title."""
        ...

    async def of_organisation(self, organisation: str) -> Sequence[Offer]:
        """Those still there of an organisation, whichever way it is written, by id."""
        ...

    async def version(self) -> int:
        """Counts up with every change of the catalogue."""
        ...

    async def changed(self, *, after_version: int, after: OfferId, limit: int) -> Sequence[Shelved]:
        """What changed since a version, by id, in pages; those that vanished too."""
        ...

    async def without_sense(self, *, limit: int, mark: bytes = b"") -> Mapping[str, OfferDetails]:
        """Texts without a sense that begins with `mark`, by fingerprint; those still there first.

        Args:
            limit: The most to look up.
            mark: How the senses of today's model begin; empty when any will do.
        """
        ...

    async def count_without_sense(self, *, mark: bytes = b"") -> int:
        """How many texts of offers still there have no sense that begins with `mark`."""
        ...

    async def put_senses(self, senses: Mapping[str, bytes]) -> None:
        """Keep what texts are about, by fingerprint."""
        ...


class Participations(Protocol):
    """Who takes part in what; whoever writes holds the newcomer's lock."""

    async def get(self, participation_id: ParticipationId) -> Participation | None: ...
    async def of(self, newcomer_id: NewcomerId) -> Sequence[Participation]:
        """All of a newcomer's, newest first."""
        ...

    async def add(self, participation: Participation) -> ParticipationId:
        """Keep a new one; its id is not looked at."""
        ...

    async def change(self, participation_id: ParticipationId, **changes: Any) -> None:
        """Change columns by name: `step`, `handover`, `contact_shown_at`, `asked_at`, `ended_because`."""
        ...

    async def to_check(self, offer_id: OfferId) -> Sequence[Participation]:
        """Those that wait until the conditions of this offer are checked, oldest first."""
        ...

    async def alive_counts(self, offer_ids: Collection[OfferId]) -> Mapping[OfferId, int]:
        """How many take part in each, for capacity."""
        ...

    async def refuse(
        self, newcomer_id: NewcomerId, offer_id: OfferId, by: BegeleiderId, *, at: dt.datetime
    ) -> None:
        """The begeleider finds that an offer is not for this newcomer."""
        ...

    async def allow(self, newcomer_id: NewcomerId, offer_id: OfferId) -> None: ...
    async def refused(self, newcomer_id: NewcomerId) -> Collection[OfferId]: ...


@dataclass(frozen=True, kw_only=True)
class LastSearch:
    """What somebody looked for last on a phone."""

    search: Search
    seen: tuple[OfferId, ...]
    """The offers it has shown, oldest first."""
    newcomer_id: NewcomerId | None
    """For whom it was; a begeleider looks for their people."""


class Searches(Protocol):
    """The last search of each phone, and what it saved."""

    async def get(
        self, account_id: AccountId
    ) -> tuple[Search, tuple[OfferId, ...], NewcomerId | None] | None:
        """The search, the offers it has shown, and for whom it was; None when there is none."""
        ...

    async def set(
        self,
        account_id: AccountId,
        search: Search,
        *,
        seen: Sequence[OfferId],
        newcomer_id: NewcomerId | None,
        at: dt.datetime,
    ) -> None: ...
    async def clear(self, account_id: AccountId) -> None: ...
    async def save_offer(self, account_id: AccountId, offer_id: OfferId, *, at: dt.datetime) -> None: ...
    async def drop_offer(self, account_id: AccountId, offer_id: OfferId) -> None: ...
    async def saved(self, account_id: AccountId) -> Sequence[OfferId]:
        """Newest first."""
        ...


class Wishes(Protocol):
    """Wishes that nothing fitted yet."""

    async def add(
        self,
        account_id: AccountId,
        newcomer_id: NewcomerId | None,
        search: Search,
        *,
        interests: Sequence[Interest] | None = None,
        at: dt.datetime,
    ) -> WishId:
        """Keep a wish.

        Args:
            account_id: The phone that hears of an offer.
            newcomer_id: For whom it is.
            search: What is wanted.
            interests: What it is counted as, its words included; None for those that were ticked.
            at: This moment (UTC).
        """
        ...

    async def get(self, wish_id: WishId) -> KeptWish | None: ...
    async def of(self, account_id: AccountId) -> Sequence[KeptWish]:
        """The open ones, newest first."""
        ...

    async def open_ones(self, *, after: WishId, limit: int) -> Sequence[KeptWish]:
        """Open wishes by id, in pages."""
        ...

    async def open_ids(self, *, after: WishId, limit: int) -> Sequence[WishId]:
        """The ids of the same page, which are there also when a wish cannot be read."""
        ...

    async def told(self, wish_id: WishId, *, of: Sequence[OfferId] = (), at: dt.datetime) -> None:
        """Its person heard of offers: these, and those of before."""
        ...

    async def move_to(
        self, account_id: AccountId, *, newcomer_id: NewcomerId, kept_by: AccountId | None = None
    ) -> None:
        """Wishes for this newcomer are told on another phone from now on: all, or what one phone kept."""
        ...

    async def end(self, wish_id: WishId) -> None: ...
    async def counts(self) -> Sequence[tuple[str, str | None, int]]:
        """Open wishes by interest and municipality: how many people; `other` where no interest fits."""
        ...
