"""A letter: what a begeleider writes to a newcomer without being asked."""

import datetime as dt
from dataclasses import dataclass

from bot.domain.ids import BegeleiderId, LetterId, NewcomerId
from bot.domain.question import Delivery, Part


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A FAQ entry, a fixed sentence or own words, on their way or delivered."""

    id: LetterId
    newcomer_id: NewcomerId
    begeleider_id: BegeleiderId
    part: Part
    content: str
    """The text as written; for an entry its id; for a fixed sentence its id and slots as JSON."""
    message_id: int | None
    """Telegram's id in the begeleider's chat; voice and pictures are copied from there."""
    is_text: bool
    at: dt.datetime
    delivery: Delivery = Delivery.WAITING
