"""An offer (*aanbod*): an activity that a newcomer can choose, with what its source says of it."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.ids import BegeleiderId, OfferId
from bot.domain.offer_kind import OfferKind
from bot.domain.place import Point
from bot.domain.schedule import Schedule

IN_CHAT = "begeleider"
"""The source of offers that a begeleider added in the chat."""
UNKNOWN_END = dt.date(9999, 12, 31)
"""Full, and nobody said until when."""


class Condition(StrEnum):
    """What every offer must be before it is chosen (`praattafels`, `bewijs-wat-gecontroleerd`)."""

    IN_DUTCH = "in_dutch"
    """In a Dutch-speaking setting."""
    SOCIAL = "social"
    """Further social participation."""


@dataclass(frozen=True, kw_only=True)
class Checked:
    """Whether a condition holds: yes, no, or not yet checked; and who says so."""

    holds: bool | None = None
    by: BegeleiderId | None = None
    """The begeleider who checked it; None when the source says so."""


@dataclass(frozen=True, kw_only=True)
class Venue:
    """Where an offer takes place."""

    name: str | None = None
    """As the source writes it: a town, or a building with its address."""
    postcode: str | None = None
    point: Point | None = None
    point_is_given: bool = False
    """Did the source give the coordinates? Else they were found by postcode or name."""
    municipality: str | None = None
    """Found by postcode, name or coordinates; its Dutch name."""
    is_online: bool = False


@dataclass(frozen=True, kw_only=True)
class Price:
    """What taking part costs."""

    cents: int | None = None
    """0 when it is free; None when nobody said, or when only words did."""
    words: str | None = None
    """What a number does not say: "5 euro per keer, gratis met kansenpas"."""

    @property
    def is_free(self) -> bool:
        """Does it cost nothing?"""
        return self.cents == 0


@dataclass(frozen=True, kw_only=True)
class OfferContact:
    """The contactpersoon of an offer; a volunteer's details are shown with care."""

    name: str | None = None
    phone: str | None = None
    email: str | None = None
    is_public: bool = False
    """May everybody see these details?"""

    @property
    def is_known(self) -> bool:
        """Is there anybody to ask for, or any way to reach them?"""
        return bool(self.name or self.phone or self.email)


@dataclass(frozen=True, kw_only=True)
class OfferDetails:
    """What the source, or a begeleider, says of an offer; what nobody said is None or empty."""

    title: str
    organisation: str | None = None
    kind: OfferKind = OfferKind.OTHER
    interests: tuple[str, ...] = ()
    """Words of the source, such as "koken"; the catalogue reads them as interests."""
    description: str = ""
    """Plain text in Dutch."""
    venue: Venue = field(default_factory=Venue)
    schedule: Schedule = field(default_factory=Schedule)
    dutch_level: int | None = None
    """The Dutch it asks, 1 (none or a little) to 4, as the taaliconen."""
    in_dutch: Checked = field(default_factory=Checked)
    social: Checked = field(default_factory=Checked)
    price: Price = field(default_factory=Price)
    child_friendly: bool | None = None
    """May children come along?"""
    women_only: bool | None = None
    by_transport: bool | None = None
    """Can it be reached by public transport?"""
    ages: tuple[int | None, int | None] = (None, None)
    """The youngest and the oldest it is meant for, in years."""
    capacity: int | None = None
    full_until: dt.date | None = None
    """The last day on which it is full."""
    beginners_welcome: bool | None = None
    """Does the contact say that somebody new is welcome now?"""
    is_cancelled: bool = False
    contact: OfferContact = field(default_factory=OfferContact)
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
    website: str | None = None

    def condition(self, condition: Condition) -> Checked:
        """Whether one of the two conditions holds."""
        return self.in_dutch if condition is Condition.IN_DUTCH else self.social

    @property
    def is_unfit(self) -> bool:
        """Did somebody find that a condition does not hold?"""
        return self.in_dutch.holds is False or self.social.holds is False

    @property
    def is_checked(self) -> bool:
        """Do both conditions hold, says somebody?"""
        return bool(self.in_dutch.holds and self.social.holds)


@dataclass(frozen=True, kw_only=True)
class Offer:
    """An offer in the catalogue."""

    id: OfferId
    source: str
    """Who gave it: a file's `bron`, "uitdatabank", or `IN_CHAT`."""
    reference: str
    """Its id in the source; made from its title and place where the source gives none."""
    details: OfferDetails
    vanished_at: dt.datetime | None = None
    """When it was first missing in a newer file of its source (UTC)."""

    def is_open(self, today: dt.date) -> bool:
        """Can somebody still choose it: neither over, full, cancelled, gone, nor found unfit?"""
        details = self.details
        is_over = details.valid_until is not None and details.valid_until < today
        is_full = details.full_until is not None and details.full_until >= today
        is_gone = self.vanished_at is not None or details.is_cancelled or details.is_unfit
        return not (is_over or is_full or is_gone or details.schedule.is_over(today))
