"""What the services need of the catalogue in memory, and of the map."""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Protocol

from bot.domain.ids import OfferId
from bot.domain.interest import Interest
from bot.domain.place import Place, Point
from bot.domain.search import Hits, Search
from bot.services.offer_ports import Shelved


class Shelf(Protocol):
    """Where a process holds the catalogue in memory."""

    @property
    def version(self) -> int:
        """The catalogue's version up to which it is complete; 0 when it is empty."""
        ...

    def put(self, shelved: Sequence[Shelved], *, version: int) -> None:
        """Take in what is new or changed; it is complete up to this version from now on."""
        ...


class Finder(Protocol):
    """Finds offers in a catalogue that each process holds in memory; quick, and asks no database."""

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
        ...

    def like(self, offer_id: OfferId, search: Search) -> Search:
        """A search for what is like this offer, near the place of the other search."""
        ...

    def interests_of(self, search: Search) -> Sequence[Interest]:
        """What a search is about: what was ticked, then what its words say, most of all first."""
        ...


class Gazetteer(Protocol):
    """Knows the places of Belgium, in every script."""

    def locate(self, name: str | None, postcode: str | None) -> Place | None:
        """The place that an offer's columns name, written whichever way."""
        ...

    def search(self, typed: str, *, limit: int = 3) -> Sequence[Place]:
        """What somebody may have meant who typed their place, best first."""
        ...

    def nearest(self, point: Point) -> Place:
        """The municipality, or part of one, of a shared location."""
        ...
