"""A wish that nothing fits yet: kept, so that its person hears when something appears."""

import datetime as dt
from dataclasses import dataclass

from bot.domain.ids import AccountId, NewcomerId, OfferId, WishId
from bot.domain.search import Search

MOST_WISHES = 5
"""So many wishes one phone keeps; the oldest makes way."""
KEPT_DAYS = 180


@dataclass(frozen=True, kw_only=True)
class KeptWish:
    """What somebody still looks for."""

    id: WishId
    account_id: AccountId
    newcomer_id: NewcomerId | None
    """For whom it is, where the phone serves newcomers."""
    search: Search
    kept_at: dt.datetime
    told_at: dt.datetime | None = None
    """When its person last heard of an offer (UTC)."""
    told_of: tuple[OfferId, ...] = ()
    """The offers they heard of, so that none is told twice."""
