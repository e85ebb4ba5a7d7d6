"""What the services need to keep of who corrected which offer."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.domain.ids import BegeleiderId, OfferId
from bot.domain.offer import OfferDetails
from bot.domain.offer_fields import OfferField


@dataclass(frozen=True, kw_only=True)
class NotedChange:
    """What a begeleider corrected or marked."""

    id: int
    offer_id: OfferId
    by: BegeleiderId | None
    """None when that begeleider is gone."""
    field: OfferField
    before: OfferDetails | None
    """The details as they were; None for what was added in the chat."""
    at: dt.datetime


@dataclass(frozen=True, kw_only=True)
class WhoChanged:
    """A change with the name of who made it."""

    change: NotedChange
    name: str | None


class OfferChanges(Protocol):
    """Who corrected or marked what, the newest first."""

    async def note(
        self,
        offer_id: OfferId,
        by: BegeleiderId,
        field: OfferField,
        *,
        before: OfferDetails | None,
        at: dt.datetime,
    ) -> int:
        """Keep who changed what; gives back the change's id."""
        ...

    async def get(self, change_id: int) -> NotedChange | None: ...
    async def of(self, offer_id: OfferId, *, limit: int) -> Sequence[NotedChange]: ...
    async def drop(self, change_id: int) -> None:
        """It was undone."""
        ...
