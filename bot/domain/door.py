"""A code at the door: newcomers scan it with the ordinary camera, and so claim that they were there."""

import datetime as dt
from dataclasses import dataclass

from bot.domain.attendance import Source
from bot.domain.ids import ContactId, DoorId
from bot.domain.offer_kind import OfferKind

SLOT = dt.timedelta(minutes=5)
"""A code on a phone is another one so often; the one before it is still taken."""


@dataclass(frozen=True, kw_only=True)
class Door:
    """What happens behind a door: a kind of offer that takes so long."""

    id: DoorId
    contact_id: ContactId
    kind: OfferKind
    minutes: int
    made_at: dt.datetime


@dataclass(frozen=True, kw_only=True)
class Scanned:
    """A door's code that a newcomer holds, still good."""

    door: Door
    organisation: str | None
    contact: str
    """The contact's name."""
    source: Source
    day: dt.date
    """When it is claimed for: the day of the code."""
