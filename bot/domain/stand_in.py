"""A colleague who sees and answers for a begeleider during leave."""

import datetime as dt
from dataclasses import dataclass

from bot.domain.ids import BegeleiderId


@dataclass(frozen=True, kw_only=True)
class StandIn:
    """Who stands in for whom, and on which days (both included)."""

    begeleider_id: BegeleiderId
    colleague_id: BegeleiderId
    first_day: dt.date
    last_day: dt.date

    def holds(self, day: dt.date) -> bool:
        """Does the colleague stand in on this day?"""
        return self.first_day <= day <= self.last_day
